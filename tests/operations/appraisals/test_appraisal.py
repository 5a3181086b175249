"""Who is due, and an appraiser's ratings that nobody else reads before the meeting."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from lsadesk.domain.appraisals.appraisal import AppraiserRating, DueState, Stage
from lsadesk.domain.auditing.skills import Level, Unknown
from lsadesk.domain.staff.people import Contract, PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import (
    appraisal,
    appraising,
    assessment,
    meetings,
    preparing,
    signing,
)
from lsadesk.operations.keeping import accounts
from lsadesk.operations.staff import people
from lsadesk.store.rows import AppraiserRatingRow, SealedRatingRow
from tests.operations.appraisal_world import (
    DAY,
    GOALS,
    START,
    say,
    sign_both,
    talk_through,
    two,
)


@pytest.fixture
def pair(desk):
    """Asha and Pat."""
    made = two(desk)
    yield made
    made.close()


@pytest.fixture
def pats(pair):
    """Pat's desk."""
    return pair.sit_down("pat")


def rated(statement, level, note=""):
    return AppraiserRating(statement=statement, value=Level(level), note=note)


def row_of(desk, person):
    return next(row for row in preparing.preparation(desk).rows if row.person == person)


def test_every_kind_of_contract_is_in_the_preparation_list_agency_too(pair):
    added = {
        people.add_person(
            pair.owner, PersonDetails(forename=kind.value, surname="X", contract=kind)
        ).result
        for kind in Contract
    }
    shown = {row.person: row.due.state for row in preparing.preparation(pair.owner).rows}
    assert all(shown[person] is DueState.NEVER for person in added)


def test_a_leaver_is_not_due(pair):
    record = people.person(pair.owner, pair.asha)
    gone = replace(record, left_on=date(2026, 11, 1))
    people.change_person(pair.owner, pair.asha, record.version, gone)
    assert pair.asha not in {row.person for row in preparing.preparation(pair.owner).rows}
    with pytest.raises(UserError, match="has left"):
        appraisal.begin(pair.owner, pair.asha, cycle=DAY, appraiser=pair.pat)


def test_an_appraiser_prepares_for_their_own_people_and_an_lsa_for_nobody(pair, pats):
    assert [row.name for row in preparing.preparation(pats).rows] == ["Asha Kaur"]
    assert preparing.preparation(pair.sit_down("asha")).rows == ()


def test_it_is_due_twelve_months_after_the_last_unless_the_college_says_otherwise(pair, pats):
    found = pair.rate(pats, own_goals=3)
    appraising.open_meeting(pats, found, without_self="She would rather talk.")
    talk_through(pats, found)
    signing.agree(pats, found)
    sign_both(pats, found)
    assert row_of(pats, pair.asha).due.on == date(2027, 11, 24)
    assert row_of(pats, pair.asha).due.state is DueState.LATER
    preparing.set_interval(pair.owner, 6)
    assert row_of(pats, pair.asha).due.on == date(2027, 5, 24)
    with pytest.raises(UserError, match="from 1 to 60"):
        preparing.set_interval(pair.owner, 0)


def test_the_one_under_way_still_shows_when_the_last_was(pair, pats):
    found = pair.rate(pats, own_goals=3)
    appraising.open_meeting(pats, found, without_self="Away.")
    talk_through(pats, found)
    signing.agree(pats, found)
    sign_both(pats, found)
    appraisal.begin(pats, pair.asha, cycle=date(2027, 11, 1))
    row = row_of(pats, pair.asha)
    assert (row.last_on, row.due.state) == (DAY, DueState.UNDER_WAY)


def test_one_agreed_and_never_signed_stays_to_be_seen_and_does_not_stop_the_next(pair, pats):
    found = pair.rate(pats, own_goals=3)
    appraising.open_meeting(pats, found, without_self="Away.")
    talk_through(pats, found)
    signing.agree(pats, found)
    assert row_of(pats, pair.asha).appraisal.stage is Stage.UNSIGNED
    appraisal.begin(pats, pair.asha, cycle=date(2027, 11, 24))
    assert row_of(pats, pair.asha).last_on == DAY
    assert [each.stage for each in appraisal.of_person(pats, pair.asha).earlier] == [Stage.UNSIGNED]


def test_with_the_clock_set_back_the_next_is_not_begun_before_the_last(pair, pats):
    found = pair.rate(pats, own_goals=3)
    appraising.open_meeting(pats, found, without_self="Away.")
    talk_through(pats, found)
    signing.agree(pats, found)
    with pytest.raises(UserError, match=r"held on 24 Nov 2026\. Choose a later day"):
        appraisal.begin(pats, pair.asha, cycle=date(2026, 11, 20))


def test_the_appraiser_is_whoever_is_linked_and_nobody_appraises_themselves(pair, pats):
    found = appraisal.begin(pair.owner, pair.asha, cycle=DAY).result
    assert appraisal.rating_sheet(pats, found).name == "Asha Kaur"
    with pytest.raises(UserError, match="Nobody appraises themselves"):
        appraisal.begin(pair.owner, pair.pat, cycle=DAY, appraiser=pair.pat)
    with pytest.raises(UserError, match="under way"):
        appraisal.begin(pair.owner, pair.asha, cycle=DAY)


def test_a_head_who_is_staff_too_reads_their_own_appraisal_and_changes_none_of_it(pair):
    account = next(one for one in accounts.all_accounts(pair.owner) if one.login == "asha")
    accounts.change_account(
        pair.owner, account, person=pair.asha, is_head=True, is_administrator=False
    )
    asha = pair.sit_down("asha")
    assert appraisal.of_person(asha, pair.asha).current is None
    assert pair.asha not in {row.person for row in preparing.preparation(asha).rows}
    with pytest.raises(NotAllowed):
        appraisal.begin(asha, pair.asha, cycle=DAY, appraiser=pair.pat)


def test_a_rating_is_there_again_after_locking_and_only_its_appraiser_reads_it(pair, pats):
    found = appraisal.begin(pats, pair.asha, cycle=DAY).result
    said = rated(GOALS, 2, "in cookery, with Łukasz ✓ שלום")
    appraisal.keep_rating(pats, found, said)
    pats.close()
    assert appraisal.rating_sheet(pair.sit_down("pat"), found).ratings == {GOALS: said}
    with pytest.raises(UserError, match="belong to the appraiser"):
        appraisal.rating_sheet(pair.owner, found)
    with pytest.raises(NotAllowed):
        appraisal.rating_sheet(pair.sit_down("asha"), found)


def test_what_is_in_the_file_tells_neither_the_level_nor_the_note(pair, pats):
    found = appraisal.begin(pats, pair.asha, cycle=DAY).result
    appraisal.keep_rating(pats, found, rated(GOALS, 0))
    appraisal.keep_rating(pats, found, rated(START, 4, "a remark of some length"))
    with pats.store.read() as reading:
        boxes = reading.session.scalars(select(SealedRatingRow.box)).all()
        assert len({len(box) for box in boxes}) == 1
        assert not reading.session.scalars(select(AppraiserRatingRow)).all()


def test_neither_sees_what_the_other_said_while_one_has_not_handed_in(pair, pats):
    found = pair.rate(pats, own_goals=1)
    asha = pair.sit_down("asha")
    for desk in (asha, pats, pair.owner):
        held = meetings.meeting(desk, found)
        assert held.lines == ()
        assert "Asha Kaur has not handed in" in held.waits
    with pytest.raises(UserError, match="has not handed in"):
        appraising.open_meeting(pats, found)
    say(asha, own_goals=4)
    assert assessment.handed_in(pats, pair.asha) is None
    assert meetings.meeting(asha, found).lines == ()
    appraising.open_meeting(pats, found)
    line = next(each for each in meetings.meeting(asha, found).lines if each.gap)
    assert (line.own.value, line.theirs.value) == (Level(4), Level(1))


def test_an_appraiser_who_has_not_rated_cannot_open_what_was_handed_in(pair, pats):
    say(pair.sit_down("asha"), own_goals=4)
    found = appraisal.begin(pats, pair.asha, cycle=DAY).result
    with pytest.raises(UserError, match="appraiser has not handed in"):
        appraising.open_meeting(pats, found, without_self="She is not here")
    with pytest.raises(UserError, match="without a rating"):
        appraisal.hand_in(pats, found)


def test_ratings_are_taken_back_until_the_meeting_is_opened_and_sealed_again(pair, pats):
    found = pair.rate(pats, own_goals=1)
    with pytest.raises(UserError, match="Take them back first"):
        appraisal.keep_rating(pats, found, rated(GOALS, 2))
    appraisal.take_back(pats, found)
    with pats.store.read() as reading:
        assert not reading.session.scalars(select(AppraiserRatingRow)).all()
    assert appraisal.rating_sheet(pats, found).ratings[GOALS] == rated(GOALS, 1)
    appraisal.hand_in(pats, found)
    say(pair.sit_down("asha"), own_goals=1)
    appraising.open_meeting(pats, found)
    with pytest.raises(UserError, match="has been opened"):
        appraisal.take_back(pats, found)


def test_undo_never_brings_a_rating_of_somebody_elses_back_into_the_open(pair, pats):
    pair.rate(pats, own_goals=1)
    assert pats.undo_sentence() == "Began the appraisal of Asha Kaur"


def test_another_appraiser_begins_anew_and_sees_nothing_of_the_first(pair, pats):
    found = pair.rate(pats, own_goals=1)
    kay = people.add_person(pair.owner, PersonDetails(forename="Kay", surname="Lewis")).result
    appraisal.give_to(pair.owner, found, kay)
    assert appraisal.of_person(pair.owner, pair.asha).current.stage is Stage.RATING
    with pytest.raises(UserError, match="belong to the appraiser"):
        appraisal.rating_sheet(pats, found)
    with pair.owner.store.read() as reading:
        assert not reading.session.scalars(select(AppraiserRatingRow)).all()


def test_one_begun_by_mistake_is_taken_away_and_the_self_assessment_stays(pair, pats):
    asha = pair.sit_down("asha")
    say(asha, own_goals=4)
    appraisal.drop(pats, pair.rate(pats, own_goals=1))
    assert appraisal.of_person(pats, pair.asha).current is None
    assert assessment.my_sheet(asha).assessment.answers[GOALS].value == Level(4)


def test_a_megabyte_of_pasted_text_is_refused_with_a_sentence_and_the_rest_stays(pair, pats):
    found = appraisal.begin(pats, pair.asha, cycle=DAY).result
    appraisal.keep_rating(pats, found, rated(GOALS, 2, "short"))
    with pytest.raises(UserError, match="can hold 20,000 letters, and this has 1,000,000"):
        appraisal.keep_rating(pats, found, rated(GOALS, 2, "x" * 1_000_000))
    assert appraisal.rating_sheet(pats, found).ratings[GOALS].note == "short"


def test_ratings_sealed_to_a_lost_key_are_counted(pair, pats):
    found = appraisal.begin(pats, pair.asha, cycle=DAY).result
    appraisal.keep_rating(pats, found, rated(GOALS, 2))
    account = next(one for one in accounts.all_accounts(pair.owner) if one.login == "pat")
    pats.close()
    accounts.reset_secret(pair.owner, account.id, "pat's own secret", is_own=True)
    sheet = appraisal.rating_sheet(pair.sit_down("pat"), found)
    assert (sheet.ratings, sheet.unreadable) == ({}, 1)


def test_ratings_are_handed_in_whole_and_what_is_not_known_is_marked_at_one_stroke(pair, pats):
    found = appraisal.begin(pats, pair.asha, cycle=DAY).result
    appraisal.keep_rating(pats, found, rated(GOALS, 1))
    asked = len(appraisal.rating_sheet(pats, found).statements)
    with pytest.raises(UserError, match=f"without a rating: {asked - 1}"):
        appraisal.hand_in(pats, found)
    assert appraisal.mark_rest(pats, found).result == asked - 1
    appraisal.hand_in(pats, found)
    ratings = appraisal.rating_sheet(pats, found).ratings
    assert ratings[GOALS] == rated(GOALS, 1)
    assert {each.value for name, each in ratings.items() if name != GOALS} == {Unknown()}
