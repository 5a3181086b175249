"""Every operation at a desk, with the access and the kind of record that it needs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lsadesk.domain.assessment import Answer
from lsadesk.domain.audit import Filter
from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.development import ActionDetails
from lsadesk.domain.layer import LayerKind
from lsadesk.domain.people import Link, PersonDetails, PersonId
from lsadesk.domain.record import HeldQualification, Holding
from lsadesk.domain.rights import (
    CHANGE,
    EXPORT,
    READ,
    Access,
    Duty,
    Kind,
)
from lsadesk.domain.skills import Level
from lsadesk.operations import (
    accounts,
    assessment,
    audit,
    career,
    college,
    correcting,
    deployment,
    development,
    exports,
    home,
    intake,
    layer,
    library,
    people,
    record,
    structure,
    taking_map,
    workforce,
)
from lsadesk.operations.desk import Desk
from tests.operations.duty_world import LATER, PAST, SECRET, World

Call = Callable[[Desk, World, PersonId], object]


@dataclass(frozen=True)
class About:
    """An operation on one person's record."""

    access: Access
    kind: Kind
    call: Call


@dataclass(frozen=True)
class Whole:
    """An operation on the college's records as a whole."""

    access: Access
    kind: Kind
    call: Call


@dataclass(frozen=True)
class Open:
    """An operation that hands out those of everybody whose records are open."""

    access: Access
    kind: Kind
    call: Call
    whom: Callable[[object], set[PersonId]] | None = None
    refuses: bool = True  # where there is nobody, or else an empty answer


@dataclass(frozen=True)
class Own:
    """An operation on the records of whoever is signed in; needs a member of staff."""

    call: Call
    refuses: bool = True


@dataclass(frozen=True)
class Anybody:
    """An operation that any account with a duty may ask for."""

    call: Call
    needs_duty: bool = True


def _read(desk: Desk, call: Callable[..., object], *more: object) -> object:
    with desk.store.read() as reading:
        return call(desk, reading, *more)


def _fresh(world: World, who: PersonId):
    """The record of *who* as it is now, changed a little."""
    record = people.person(world.owner, who)
    return replace(record, title=f"LSA {record.version}")


def _take_pathway(desk: Desk, world: World, _who: PersonId):
    """A way has to begin somewhere: whoever asks is put on the map first."""
    if (person := desk.person) is not None:
        record = people.person(world.owner, person)
        people.change_person(world.owner, person, record.version, replace(record, role=world.role))
    return taking_map.export_pathway(desk, world.path("pathway.pdf"), world.role)


def _line(world: World, who: PersonId):
    development.add_action(world.owner, who, "Shadowing")
    return development.actions(world.owner, who)[-1]


def _account(world: World):
    name = f"login {len(accounts.all_accounts(world.owner))}"
    accounts.add_account(world.owner, name, SECRET)
    return next(each for each in accounts.all_accounts(world.owner) if each.login == name)


def _team(world: World):
    at = len(structure.structure(world.owner).teams)
    return structure.add_team(world.owner, f"Team {at}").result


def _site(world: World):
    at = len(structure.structure(world.owner).sites)
    return structure.add_site(world.owner, f"Site {at}").result


def _workbook(world: World) -> Path:
    path = world.path("sessions.csv")
    path.write_text("Day,Start,Finish,Group,Session\nMonday,9.15,10.45,Blue,Art\n")
    return path


def draft_of(world: World) -> intake.Draft:
    """A timetable, looked at."""
    return intake.look(world.owner, _workbook(world))


def _plan(world: World):
    made = deployment.latest(world.owner)
    return made.ahead, made.plan


def _slot(world: World) -> SlotId:
    return SlotId(world.session, 0)


def _holder(world: World) -> PersonId | None:
    return deployment.latest(world.owner).plan.by_slot().get(_slot(world))


def _answer(desk: Desk) -> Answer:
    sheet = assessment.my_sheet(desk)
    return Answer(statement=sheet.statements[1].id, value=Level(1))


def _hand_in(desk: Desk) -> object:
    if desk.person is not None:
        assessment.keep_answer(desk, _answer(desk))
    return assessment.hand_in(desk)


def _catalogue(world: World):
    return career.my_map(world.owner).catalogue


def _qualification(world: World):
    return next(iter(_catalogue(world).qualifications.values()))


def _story(world: World):
    return next(iter(_catalogue(world).stories.values()))


def _responsibility(world: World):
    return next(iter(_catalogue(world).responsibilities.values())).id


def _step(world: World):
    seen = career.my_map(world.owner)
    route = seen.framework.routes[0]
    ways = career.ways_to(seen, route.destination, start=route.origin)
    return ways[0].steps[0]


def _level(world: World) -> int:
    return max(level.number for level in career.my_map(world.owner).framework.levels) + 1


def _new_route(desk: Desk, world: World) -> object:
    origin = layer.add_role(world.owner, "From", lane=_lane(world), level=1).result
    destination = layer.add_role(world.owner, "To", lane=_lane(world), level=1).result
    return layer.add_route(desk, origin, destination)


def _lane(world: World) -> str:
    return career.my_map(world.owner).framework.lanes[0].id


OPERATIONS = {
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
    "accounts.change_own_secret": Anybody(
        lambda d, w, p: accounts.change_own_secret(d, SECRET, SECRET), needs_duty=False
    ),
    "assessment.my_sheet": Own(lambda d, w, p: assessment.my_sheet(d), refuses=False),
    "assessment.keep_answer": Own(
        lambda d, w, p: assessment.keep_answer(d, _answer(w.desks[Duty.SELF]))
    ),
    "assessment.begin_again": Own(lambda d, w, p: assessment.begin_again(d)),
    "assessment.hand_in": Own(lambda d, w, p: _hand_in(d)),
    "assessment.own_person": Own(lambda d, w, p: assessment.own_person(d)),
    "assessment.own_answers": About(
        READ, Kind.DRAFT, lambda d, w, p: _read(d, assessment.own_answers, p)
    ),
    "assessment.handed_in": About(
        READ, Kind.ASSESSMENT, lambda d, w, p: assessment.handed_in(d, p)
    ),
    "audit.matrix": Open(
        READ,
        Kind.RATING,
        lambda d, w, p: audit.matrix(d),
        lambda found: {each.id for each in found.people},
        refuses=False,
    ),
    "audit.matrix_of": Open(
        EXPORT,
        Kind.RATING,
        lambda d, w, p: _read(d, audit.matrix_of, EXPORT),
        lambda found: {each.id for each in found.people},
        refuses=False,
    ),
    "audit.cell": About(READ, Kind.RATING, lambda d, w, p: audit.cell(d, p, w.skill)),
    "audit.rate": About(CHANGE, Kind.RATING, lambda d, w, p: audit.rate(d, p, w.skill, Level(2))),
    "audit.audit_sheet": Open(
        EXPORT,
        Kind.RATING,
        lambda d, w, p: audit.audit_sheet(d, Filter()),
        lambda found: {each.id for each in found.matrix.people},
    ),
    "audit.export_audit": Open(
        EXPORT, Kind.RATING, lambda d, w, p: audit.export_audit(d, w.path("audit.xlsx")).result
    ),
    "audit.add_skill": Whole(CHANGE, Kind.RATING, lambda d, w, p: audit.add_skill(d, "BSL")),
    "career.wish_for": Own(lambda d, w, p: career.wish_for(d, w.role, wished=True)),
    "career.wish_to_stay": Own(lambda d, w, p: career.wish_to_stay(d, stays=True)),
    "college.check": Whole(CHANGE, Kind.BACKUP, lambda d, w, p: college.check(d)),
    "college.back_up": Whole(EXPORT, Kind.BACKUP, lambda d, w, p: college.back_up(d)),
    "deployment.gather": Whole(
        READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.gather(d, week=Week.A)
    ),
    "deployment.week_board": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.week_board(d)),
    "deployment.latest": Whole(READ, Kind.DEPLOYMENT, lambda d, w, p: deployment.latest(d)),
    "deployment.keep_plan": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: deployment.keep_plan(d, *_plan(w))
    ),
    "deployment.make_plan": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: deployment.make_plan(d, seconds=0.2, week=Week.A),
    ),
    "deployment.assign": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: deployment.assign(
            d, Week.A, _slot(w), w.asha, seen=_holder(w), pinned=True
        ),
    ),
    "development.plan": About(READ, Kind.DEVELOPMENT, lambda d, w, p: development.plan(d, p)),
    "development.actions": About(READ, Kind.DEVELOPMENT, lambda d, w, p: development.actions(d, p)),
    "development.add_action": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: development.add_action(d, p, "A visit")
    ),
    "development.change_action": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: development.change_action(d, _line(w, p), ActionDetails(what="Other")),
    ),
    "development.mark_done": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: development.mark_done(d, _line(w, p), date(2026, 11, 24)),
    ),
    "development.remove_action": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: development.remove_action(d, _line(w, p))
    ),
    "exports.export_plan": About(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: exports.export_plan(d, p, w.path("plan.pdf")) and w.path("plan.pdf"),
    ),
    "exports.export_plans": Open(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: exports.export_plans(d, w.path("plans.pdf")) and w.path("plans.pdf"),
    ),
    "exports.take_plans": Open(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: exports.take_plans(d).result,
    ),
    "exports.export_timetable": Whole(
        EXPORT,
        Kind.DEPLOYMENT,
        lambda d, w, p: exports.export_timetable(d, w.path("week.pdf")) and w.path("week.pdf"),
    ),
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
    "taking_map.export_map": Anybody(
        lambda d, w, p: taking_map.export_map(d, w.path("map.pdf")) and w.path("map.pdf"),
        needs_duty=False,
    ),
    "taking_map.export_map_svg": Anybody(
        lambda d, w, p: taking_map.export_map_svg(d, w.path("map.svg")), needs_duty=False
    ),
    "taking_map.export_map_png": Anybody(
        lambda d, w, p: taking_map.export_map_png(d, w.path("map.png"), b""), needs_duty=False
    ),
    "taking_map.map_picture": Anybody(lambda d, w, p: taking_map.map_picture(d), needs_duty=False),
    "taking_map.export_pathway": Own(_take_pathway),
    "career.my_map": Anybody(lambda d, w, p: career.my_map(d), needs_duty=False),
    "layer.college_layer": Whole(READ, Kind.PERSON, lambda d, w, p: layer.college_layer(d)),
    "layer.rename": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.rename(d, LayerKind.ROLE, w.role, "Renamed")
    ),
    "layer.change": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.change(d, LayerKind.ROLE, w.role, {"level": 1})
    ),
    "layer.hide": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: layer.hide(d, LayerKind.ROLE, w.role, hidden=False),
    ),
    "layer.put_back": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.put_back(d, LayerKind.ROLE, w.role)
    ),
    "layer.add_role": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.add_role(d, "Own", lane=_lane(w), level=1)
    ),
    "layer.add_route": Whole(CHANGE, Kind.PERSON, lambda d, w, p: _new_route(d, w)),
    "layer.add_level": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.add_level(d, _level(w), "Own")
    ),
    "layer.add_title": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.add_title(d, "Own title", w.role)
    ),
    "layer.add_qualification": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: layer.add_qualification(d, "Own", band=_qualification(w).band, level=2),
    ),
    "layer.set_posts": Whole(CHANGE, Kind.PERSON, lambda d, w, p: layer.set_posts(d, w.role, 3)),
    "layer.set_share": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: layer.set_share(d, w.role, _responsibility(w), None),
    ),
    "layer.responsibilities_grid": Anybody(
        lambda d, w, p: layer.responsibilities_grid(d), needs_duty=False
    ),
    "library.open_library": Anybody(lambda d, w, p: library.open_library(d), needs_duty=False),
    "library.qualification_coverage": Anybody(
        lambda d, w, p: library.qualification_coverage(d), needs_duty=False
    ),
    "library.export_coverage": Anybody(
        lambda d, w, p: (
            library.export_coverage(d, w.path("coverage.xlsx")) and w.path("coverage.xlsx")
        ),
        needs_duty=False,
    ),
    "library.export_grid": Anybody(
        lambda d, w, p: library.export_grid(d, w.path("grid.xlsx")) and w.path("grid.xlsx"),
        needs_duty=False,
    ),
    "library.my_stories": Own(lambda d, w, p: library.my_stories(d)),
    "library.plan_entry": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: library.plan_entry(d, p, _qualification(w))
    ),
    "library.plan_step": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: library.plan_step(d, p, _step(w))
    ),
    "library.plan_from_story": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: library.plan_from_story(d, p, _story(w))
    ),
    "record.record_of": About(READ, Kind.CAREER, lambda d, w, p: record.record_of(d, p)),
    "record.set_qualification": Own(
        lambda d, w, p: record.set_qualification(
            d, HeldQualification(qualification=_qualification(w).id, state=Holding.HELD)
        )
    ),
    "record.clear_qualification": Own(
        lambda d, w, p: record.clear_qualification(d, _qualification(w).id)
    ),
    "record.add_past": Own(lambda d, w, p: record.add_past(d, PAST)),
    "record.remove_past": Own(
        lambda d, w, p: record.add_past(d, PAST) and record.remove_past(d, PAST)
    ),
    "record.set_entry": Own(lambda d, w, p: record.set_entry(d, None)),
    "workforce.role_headcounts": Anybody(
        lambda d, w, p: workforce.role_headcounts(d), needs_duty=False
    ),
    "workforce.wishes_and_posts": Whole(
        READ, Kind.CAREER, lambda d, w, p: workforce.wishes_and_posts(d)
    ),
    "workforce.who_could_follow": Whole(
        READ, Kind.CAREER, lambda d, w, p: workforce.who_could_follow(d, w.role)
    ),
    "workforce.ways_in": Whole(READ, Kind.CAREER, lambda d, w, p: workforce.ways_in(d)),
}
# These ask for any kind that a workbook may hold, and are told apart below.
IMPORTS = {
    "correcting.names_in_doubt": lambda d, w: correcting.names_in_doubt(d, draft_of(w)),
    "intake.look": lambda d, w: intake.look(d, _workbook(w)),
    "intake.recognise": lambda d, w: intake.recognise(
        d, "sessions.csv", intake.sheets_of(_workbook(w))
    ),
    "intake.preview": lambda d, w: intake.preview(d, draft_of(w)),
    "intake.import_draft": lambda d, w: intake.import_draft(d, draft_of(w)),
    "intake.import_file": lambda d, w: intake.import_file(d, _workbook(w)),
    "intake.require_any": lambda d, w: _read(d, intake.require_any) or "",
    "intake.save_set_aside": lambda d, w: intake.save_set_aside(
        d, intake.import_draft(w.owner, draft_of(w), dry_run=True).result, w.path("aside.xlsx")
    ),
}


def _link(world: World, who: PersonId) -> PersonId | None:
    return people.directory(world.owner).links[who].get(Link.APPRAISER)
