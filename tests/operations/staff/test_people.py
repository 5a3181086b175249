"""Staff as their college keeps them: added, changed, leaving, looked after, and put back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from lsadesk.domain.changes import NOTHING, Subject
from lsadesk.domain.details import typed_over
from lsadesk.domain.rights import AccountId
from lsadesk.domain.staff.people import Contract, Link, PersonDetails, PersonId
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure
from lsadesk.store.rows import TrailRow

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
SECRET = "a long enough secret"


def added(desk, forename="Asha", surname="Kaur", **more):
    """The record of somebody new."""
    who = people.add_person(desk, PersonDetails(forename=forename, surname=surname, **more)).result
    return people.person(desk, who)


def trail(desk):
    """Every change on the trail, as (action, subject)."""
    with desk.store.read() as reading:
        rows = reading.session.scalars(select(TrailRow).order_by(TrailRow.seq))
        return [(row.action, row.subject_id) for row in rows if row.action != "saw"]


@pytest.fixture
def sign_in(desk):
    """Add an account for a person and sit down at the same college with it."""
    desks = []

    def sign(person, **duties):
        login = f"login {len(desks)}"
        accounts.add_account(desk, login, SECRET, person=person, **duties, is_own=True)
        desks.append(college.unlock(desk.folder, login, SECRET, clock=lambda: NOW))
        return desks[-1]

    yield sign
    for each in desks:
        each.close()


def test_a_person_is_added_with_only_a_name(desk):
    asha = added(desk, surname="")
    assert asha.name == "Asha"
    assert asha.contract is Contract.NOT_KNOWN
    assert people.directory(desk).people == (asha,)


def test_a_person_without_any_name_is_refused_with_a_sentence(desk):
    with pytest.raises(UserError, match="needs at least a forename or a surname"):
        people.add_person(desk, PersonDetails(forename="", surname=""))
    assert people.directory(desk).people == ()


def test_a_known_level_is_corrected_only_with_a_reason_that_the_trail_keeps(desk):
    asha = added(desk)
    known = people.change_person(desk, asha.id, asha.version, replace(asha, level=2)).result
    with pytest.raises(UserError, match="say why"):
        people.change_person(desk, asha.id, known.version, replace(known, level=3))
    people.change_person(
        desk, asha.id, known.version, replace(known, level=3), because="Typed wrongly."
    )
    assert people.person(desk, asha.id).level == 3
    with desk.store.read() as reading:
        said = reading.session.scalars(select(TrailRow.detail)).all()
    assert [each for each in said if each] == ["LSA level 2 to 3: Typed wrongly."]


def test_every_field_of_a_record_comes_back_as_it_was_written(desk):
    team = structure.add_team(desk, "Cookery").result
    site = structure.add_site(desk, "Quayside").result
    asha = added(desk)
    wanted = replace(
        asha,
        payroll="AV1003",
        title="Enabler",
        team=team,
        sites=frozenset({site}),
        contract=Contract.TERM_TIME,
        weekly_minutes=1350,
        level=3,
        note="Speaks Welsh.",
    )
    done = people.change_person(desk, asha.id, asha.version, wanted)
    assert done.result == replace(wanted, version=done.result.version)
    assert people.person(desk, asha.id) == done.result


def test_a_change_says_what_it_did_and_leaves_a_line_on_the_trail(desk):
    asha = added(desk)
    done = people.change_person(desk, asha.id, asha.version, replace(asha, title="Senior LSA"))
    assert done.changes.sentence == "Changed Asha Kaur"
    assert done.changes.touches(frozenset({Subject.PEOPLE}))
    assert trail(desk)[-2:] == [("added", asha.id), ("changed", asha.id)]


def test_a_change_that_changes_nothing_writes_nothing(desk):
    asha = added(desk)
    before = trail(desk)
    assert people.change_person(desk, asha.id, asha.version, asha).changes == NOTHING
    assert trail(desk) == before


def test_of_two_who_change_one_record_the_second_is_told_and_nothing_is_lost(desk):
    asha = added(desk)
    people.change_person(desk, asha.id, asha.version, replace(asha, title="Senior LSA"))
    with pytest.raises(Stale, match="Somebody else has changed this"):
        people.change_person(desk, asha.id, asha.version, replace(asha, note="Mine"))
    assert people.person(desk, asha.id).title == "Senior LSA"
    assert people.person(desk, asha.id).note == ""


def test_a_change_of_sites_alone_also_makes_an_older_copy_stale(desk):
    site = structure.add_site(desk, "Quayside").result
    asha = added(desk)
    people.change_person(desk, asha.id, asha.version, replace(asha, sites=frozenset({site})))
    with pytest.raises(Stale):
        people.change_person(desk, asha.id, asha.version, replace(asha, note="Mine"))


def test_what_was_typed_is_put_into_the_newest_record_field_by_field(desk):
    base = added(desk)
    typed = replace(base, note="Mine", title="LSA")
    latest = replace(base, title="Senior LSA", payroll="AV1", version=7)
    merged = typed_over(base, typed, latest)
    assert (merged.note, merged.title, merged.payroll, merged.version) == ("Mine", "LSA", "AV1", 7)


def test_a_change_is_undone_and_done_again(desk):
    site = structure.add_site(desk, "Quayside").result
    asha = added(desk)
    wanted = replace(asha, title="Senior LSA", sites=frozenset({site}))
    people.change_person(desk, asha.id, asha.version, wanted)
    assert desk.undo_sentence() == "Changed Asha Kaur"
    desk.undo()
    undone = people.person(desk, asha.id)
    assert (undone.title, undone.sites) == ("", frozenset())
    desk.redo()
    again = people.person(desk, asha.id)
    assert (again.title, again.sites) == ("Senior LSA", frozenset({site}))


def test_adding_a_person_is_undone_as_if_they_had_never_been_there(desk):
    added(desk)
    desk.undo()
    assert people.directory(desk).people == ()
    assert trail(desk)[-1][0] == "undid: added"


def test_a_leaver_keeps_the_record_and_is_no_colleague_from_the_day_after_the_last(desk):
    asha, ben = added(desk), added(desk, "Ben", "Cole")
    people.mark_leaver(desk, asha.id, date(2026, 11, 24))
    people.mark_leaver(desk, ben.id, date(2026, 11, 23))
    assert [each.name for each in people.colleagues(desk)] == ["Asha Kaur"]
    assert {each.name for each in people.directory(desk).people} == {"Asha Kaur", "Ben Cole"}


def test_a_leaver_who_stays_after_all_has_no_last_day(desk):
    asha = added(desk, note="Kept")
    people.mark_leaver(desk, asha.id, date(2026, 12, 3))
    assert people.mark_leaver(desk, asha.id, None).result.left_on is None
    assert people.person(desk, asha.id).note == "Kept"


def test_a_record_that_is_gone_is_said_to_be(desk):
    with pytest.raises(UserError, match="no longer in the college file"):
        people.person(desk, PersonId(99))


def test_the_three_duties_are_held_by_three_people(desk):
    asha = added(desk)
    holders = {link: added(desk, link.value, "Holder").id for link in Link}
    for link, holder in holders.items():
        people.set_link(desk, asha.id, link, holder)
    assert people.directory(desk).links[asha.id] == holders
    people.set_link(desk, asha.id, Link.APPRAISER, None)
    assert Link.APPRAISER not in people.directory(desk).links[asha.id]


@pytest.mark.parametrize("link", list(Link))
def test_nobody_looks_after_themselves(desk, link):
    asha = added(desk)
    with pytest.raises(UserError, match=f"Nobody can be their own {link.value}"):
        people.set_link(desk, asha.id, link, asha.id)


def test_giving_a_duty_is_undone_to_whoever_held_it_before(desk):
    asha, pat, kay = added(desk), added(desk, "Pat", "Ellery"), added(desk, "Kay", "Lewis")
    people.set_link(desk, asha.id, Link.LINE_MANAGER, pat.id)
    people.set_link(desk, asha.id, Link.LINE_MANAGER, kay.id)
    desk.undo()
    assert people.directory(desk).links[asha.id] == {Link.LINE_MANAGER: pat.id}


# Source: A12. What each of three people in the three duties gets of Asha, and no more.
@pytest.mark.parametrize(
    ("link", "record", "change"),
    [
        (Link.LINE_MANAGER, True, True),
        (Link.APPRAISER, False, False),
        (Link.DEPLOYER, True, False),
    ],
)
def test_each_of_the_three_duties_opens_only_what_it_needs(desk, sign_in, link, record, change):
    asha, ben, pat = added(desk), added(desk, "Ben", "Cole"), added(desk, "Pat", "Ellery")
    people.set_link(desk, asha.id, link, pat.id)
    theirs = sign_in(pat.id)
    seen = people.directory(theirs)
    assert {each.id for each in seen.people} == ({asha.id, pat.id} if record else {pat.id})
    assert {each.id for each in seen.known} == (set() if record else {asha.id})
    assert seen.changeable == (frozenset({asha.id}) if change else frozenset())
    assert not seen.may_add
    with pytest.raises(NotAllowed):
        people.person(theirs, ben.id)
    with pytest.raises(NotAllowed):
        people.change_person(theirs, ben.id, ben.version, replace(ben, title="Mine"))


REFUSED = {
    "add a person": lambda desk, who: people.add_person(
        desk, PersonDetails(forename="A", surname="B")
    ),
    "change a record": lambda desk, who: people.change_person(desk, who.id, who.version, who),
    "mark a leaver": lambda desk, who: people.mark_leaver(desk, who.id, date(2026, 12, 1)),
    "give a duty": lambda desk, who: people.set_link(desk, who.id, Link.APPRAISER, None),
    "add a team": lambda desk, who: structure.add_team(desk, "New"),
    "see teams": lambda desk, who: structure.structure(desk),
    "see accounts": lambda desk, who: accounts.all_accounts(desk),
    "add an account": lambda desk, who: accounts.add_account(desk, "new", SECRET, is_own=True),
    "reset a secret": lambda desk, who: accounts.reset_secret(desk, AccountId(1), SECRET),
}


@pytest.mark.parametrize("link", [Link.APPRAISER, Link.DEPLOYER])
@pytest.mark.parametrize("verb", list(REFUSED))
def test_an_appraiser_or_deployer_is_refused_every_change_of_staff(desk, sign_in, link, verb):
    asha, pat = added(desk), added(desk, "Pat", "Ellery")
    people.set_link(desk, asha.id, link, pat.id)
    theirs = sign_in(pat.id)
    before = trail(desk)
    with pytest.raises(NotAllowed, match="Your duties do not let you"):
        REFUSED[verb](theirs, asha)
    assert trail(desk) == before


def test_a_duty_that_is_taken_away_closes_the_record_at_once(desk, sign_in):
    asha, pat = added(desk), added(desk, "Pat", "Ellery")
    people.set_link(desk, asha.id, Link.LINE_MANAGER, pat.id)
    theirs = sign_in(pat.id)
    assert people.person(theirs, asha.id).name == "Asha Kaur"
    people.set_link(desk, asha.id, Link.LINE_MANAGER, None)
    with pytest.raises(NotAllowed):
        people.person(theirs, asha.id)


def test_everybody_with_an_account_may_know_who_works_here_but_not_their_records(desk, sign_in):
    asha = added(desk, title="LSA", note="Private")
    added(desk, "Ben", "Cole")
    theirs = sign_in(asha.id)
    assert [each.sort_name for each in people.colleagues(theirs)] == ["Cole, Ben", "Kaur, Asha"]
    assert [each.name for each in people.directory(theirs).people] == ["Asha Kaur"]


def test_an_account_that_has_ended_learns_nothing(desk, sign_in):
    asha = added(desk)
    theirs = sign_in(asha.id)
    accounts.end_account(desk, accounts.all_accounts(desk)[0])
    with pytest.raises(NotAllowed, match="no duty here"):
        people.colleagues(theirs)
