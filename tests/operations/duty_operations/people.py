"""Staff, accounts, structure, and the college itself."""

from dataclasses import replace
from datetime import date

from lsadesk.domain.rights import (
    CHANGE,
    EXPORT,
    READ,
    Kind,
)
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations import home
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college, trail_watch
from lsadesk.operations.staff import people, specialisms, structure, teacher_induction, wales
from tests.operations.duty_operations.kinds import About, Anybody, Open, Whole
from tests.operations.duty_world import LATER, SECRET, World

BRAILLE = Area("Braille", SpecialismKind.NEED)


def _fresh(world: World, who: PersonId):
    """The record of *who* as it is now, changed a little."""
    record = people.person(world.owner, who)
    return replace(record, title=f"LSA {record.version}")


def _teachers(desk: Desk, _world: World, who: PersonId) -> object:
    try:
        return teacher_induction.record_teacher_induction(desk, who, None)
    except NotAllowed:
        raise
    except UserError as refusal:
        return str(refusal)  # nobody here has a teaching contract


def _account(world: World):
    name = f"login {len(accounts.all_accounts(world.owner))}"
    accounts.add_account(world.owner, name, SECRET, is_own=True)
    return next(each for each in accounts.all_accounts(world.owner) if each.login == name)


def _own_chosen(desk: Desk, world: World) -> object:
    """Whoever is at the desk, given a first secret by somebody else, chooses their own."""
    accounts.reset_secret(world.owner, desk.account, LATER)
    theirs = college.unlock(desk.folder, desk.login, LATER)
    try:
        accounts.choose_own_secret(theirs, SECRET)
    finally:
        theirs.close()
    return None


def _team(world: World):
    at = len(structure.structure(world.owner).teams)
    return structure.add_team(world.owner, f"Team {at}").result


def _site(world: World):
    at = len(structure.structure(world.owner).sites)
    return structure.add_site(world.owner, f"Site {at}").result


def _link(world: World, who: PersonId) -> PersonId | None:
    return people.directory(world.owner).links[who].get(Link.APPRAISER)


def _note_altered(desk):
    """There is nothing to note, which only those learn to whom it is open."""
    try:
        return trail_watch.note(desk, 1, "Looked into")
    except NotAllowed:
        raise
    except UserError as error:
        return str(error)


OPERATIONS = {
    "teacher_induction.teacher_inductions": Whole(
        READ, Kind.PERSON, lambda d, w, p: teacher_induction.teacher_inductions(d)
    ),
    "teacher_induction.record_teacher_induction": About(CHANGE, Kind.PERSON, _teachers),
    "structure.export_org_chart": Whole(
        EXPORT,
        Kind.PERSON,
        lambda d, w, p: structure.export_org_chart(d, w.path("chart.pdf")) and w.path("chart.pdf"),
    ),
    "wales.set_in_wales": Whole(CHANGE, Kind.PERSON, lambda d, w, p: wales.set_in_wales(d, True)),
    "wales.export_welsh": Whole(
        EXPORT,
        Kind.PERSON,
        lambda d, w, p: wales.export_welsh(d, w.path("welsh.xlsx")) and w.path("welsh.xlsx"),
    ),
    "specialisms.offered": Anybody(lambda d, w, p: specialisms.offered(d), needs_duty=False),
    "specialisms.add_specialism": About(
        CHANGE, Kind.PERSON, lambda d, w, p: specialisms.add_specialism(d, p, BRAILLE)
    ),
    "specialisms.remove_specialism": About(
        CHANGE, Kind.PERSON, lambda d, w, p: specialisms.remove_specialism(d, p, BRAILLE.name)
    ),
    "accounts.all_accounts": Whole(READ, Kind.ACCOUNT, lambda d, w, p: accounts.all_accounts(d)),
    "accounts.add_account": Whole(
        CHANGE,
        Kind.ACCOUNT,
        lambda d, w, p: accounts.add_account(
            d, f"new {len(accounts.all_accounts(w.owner))}", SECRET
        ),
    ),
    "accounts.change_account": Whole(
        CHANGE,
        Kind.ACCOUNT,
        lambda d, w, p: accounts.change_account(
            d, _account(w), person=None, is_head=True, is_administrator=False
        ),
    ),
    "accounts.end_account": Whole(
        CHANGE, Kind.ACCOUNT, lambda d, w, p: accounts.end_account(d, _account(w))
    ),
    "accounts.reset_secret": Whole(
        CHANGE, Kind.ACCOUNT, lambda d, w, p: accounts.reset_secret(d, _account(w).id, LATER)
    ),
    "accounts.choose_own_secret": Anybody(lambda d, w, p: _own_chosen(d, w), needs_duty=False),
    "accounts.keeps_private": Anybody(
        lambda d, w, p: accounts.keeps_private(d, d.account), needs_duty=False
    ),
    "accounts.guess_cost": Anybody(lambda d, w, p: accounts.guess_cost(d), needs_duty=False),
    "accounts.change_own_secret": Anybody(
        lambda d, w, p: accounts.change_own_secret(d, SECRET, SECRET), needs_duty=False
    ),
    "college.check": Whole(CHANGE, Kind.BACKUP, lambda d, w, p: college.check(d)),
    "trail_watch.look": Anybody(lambda d, w, p: trail_watch.look(d), needs_duty=False),
    "trail_watch.look_daily": Anybody(lambda d, w, p: trail_watch.look_daily(d), needs_duty=False),
    "trail_watch.found": Whole(CHANGE, Kind.BACKUP, lambda d, w, p: trail_watch.found(d)),
    "trail_watch.noted": Whole(CHANGE, Kind.BACKUP, lambda d, w, p: trail_watch.noted(d)),
    "trail_watch.note": Whole(CHANGE, Kind.BACKUP, lambda d, w, p: _note_altered(d)),
    "college.loose_ends": Whole(CHANGE, Kind.BACKUP, lambda d, w, p: college.loose_ends(d)),
    "college.back_up": Whole(EXPORT, Kind.BACKUP, lambda d, w, p: college.back_up(d)),
    "home.today": Anybody(lambda d, w, p: home.today(d), needs_duty=False),
    "people.directory": Open(
        READ,
        Kind.PERSON,
        lambda d, w, p: people.directory(d),
        lambda found: {each.id for each in found.people},
        refuses=False,
    ),
    "people.colleagues": Anybody(lambda d, w, p: people.colleagues(d)),
    "people.person": About(READ, Kind.PERSON, lambda d, w, p: people.person(d, p)),
    "people.add_person": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: (
            people.add_person(d, PersonDetails(forename="New", surname="")) and d.undo()
        ),
    ),
    "people.change_person": About(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: people.change_person(d, p, people.person(w.owner, p).version, _fresh(w, p)),
    ),
    "people.mark_leaver": About(
        CHANGE, Kind.PERSON, lambda d, w, p: people.mark_leaver(d, p, date(2027, 7, 1))
    ),
    "people.set_link": About(
        CHANGE,
        Kind.DUTY,
        lambda d, w, p: (
            people.set_link(d, w.ben, Link.APPRAISER, None)
            if p == w.ben
            else people.set_link(d, p, Link.APPRAISER, _link(w, p))
        ),
    ),
    "structure.structure": Whole(READ, Kind.PERSON, lambda d, w, p: structure.structure(d)),
    "structure.add_team": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: structure.add_team(d, "Added")
    ),
    "structure.rename_team": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: structure.rename_team(d, t := _team(w), f"R{t}")
    ),
    "structure.remove_team": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: structure.remove_team(d, _team(w))
    ),
    "structure.add_site": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: structure.add_site(d, "Added")
    ),
    "structure.rename_site": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: structure.rename_site(d, s := _site(w), f"R{s}")
    ),
    "structure.remove_site": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: structure.remove_site(d, _site(w))
    ),
}
