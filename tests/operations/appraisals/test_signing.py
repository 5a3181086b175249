"""Signing: each with their own secret, over a text that stays as it was signed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from lsadesk.domain.appraisals.appraisal import Stage
from lsadesk.domain.appraisals.appraisal_record import How, Side
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.appraisals import appraisal, appraising, meetings, papers, signing
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.rows import AppraisalRow, RecordLineRow, TrailRow
from lsadesk.store.sealing.vault import WrongPassword
from tests.operations.appraisal_world import (
    DAY,
    NOW,
    SECRETS,
    say,
    sign_both,
    talk_through,
    two,
)


class Clock:
    """A clock that somebody may set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock():
    """The clock of the computer that both use."""
    return Clock()


@pytest.fixture
def pair(make_college, clock):
    """Asha and Pat."""
    made = two(make_college(clock=clock), clock)
    yield made
    made.close()


@pytest.fixture
def pats(pair):
    """Pat's desk."""
    return pair.sit_down("pat")


@pytest.fixture
def asha(pair):
    """Asha's desk."""
    return pair.sit_down("asha")


@pytest.fixture
def found(pair, asha, pats):
    """An appraisal whose record is written and waits for two signatures."""
    begun = pair.rate(pats, own_goals=1, first_step=3)
    say(asha, own_goals=2, first_step=3)
    appraising.open_meeting(pats, begun)
    talk_through(pats, begun)
    appraising.keep_comment(pats, begun, "It was a good talk. Diolch!")
    signing.agree(pats, begun)
    return begun


def sign(desk, found, side, secret):
    mark = signing.record(desk, found).mark
    return signing.sign(desk, found, side, secret, mark=mark)


def test_both_sign_with_their_own_secret_at_one_desk_and_nobody_else_is_signed_in(pats, found):
    sign(pats, found, Side.PERSON, SECRETS["asha"])
    record = signing.record(pats, found)
    assert record.needs == (Side.APPRAISER,)
    assert meetings.meeting(pats, found).appraisal.stage is Stage.UNSIGNED
    sign(pats, found, Side.APPRAISER, SECRETS["pat"])
    record = signing.record(pats, found)
    assert [(each.name, each.how, each.at) for each in record.signatures] == [
        ("Asha Kaur", How.SECRET, NOW),
        ("Pat Ellery", How.SECRET, NOW),
    ]
    assert record.is_whole
    assert meetings.meeting(pats, found).appraisal.stage is Stage.SIGNED
    assert pats.login == "pat"


def test_the_text_holds_what_was_said_and_the_person_may_sign_at_their_own_desk(asha, found):
    text = signing.record(asha, found).text.plain()
    for words in (
        "Person: Asha Kaur, LSA",
        "Asha Kaur: 2, with guidance; Pat Ellery: 1, under direct instruction",
        "It was a good talk. Diolch!",
        "Not discussed.",
    ):
        assert words in text
    sign(asha, found, Side.PERSON, SECRETS["asha"])
    assert signing.record(asha, found).needs == (Side.APPRAISER,)


def test_an_appraiser_cannot_sign_for_the_person_and_wrong_guesses_slow_down(pats, found):
    with pytest.raises(WrongPassword):
        sign(pats, found, Side.PERSON, SECRETS["pat"])
    with pytest.raises(WrongPassword, match="Try again in 1 second") as told:
        sign(pats, found, Side.PERSON, SECRETS["asha"])
    assert told.value.wait == 1
    assert signing.record(pats, found).signatures == ()


def test_nobody_signs_twice(pats, found):
    sign(pats, found, Side.APPRAISER, SECRETS["pat"])
    with pytest.raises(UserError, match="Pat Ellery has signed already"):
        sign(pats, found, Side.APPRAISER, SECRETS["pat"])


def test_a_text_that_was_written_anew_since_it_was_shown_is_not_signed(pats, found, clock):
    shown = signing.record(pats, found).mark
    signing.back_to_meeting(pats, found)
    appraising.keep_comment(pats, found, "Something else.")
    clock.now += timedelta(minutes=5)
    signing.agree(pats, found)
    with pytest.raises(Stale, match="read it again first"):
        signing.sign(pats, found, Side.PERSON, SECRETS["asha"], mark=shown)
    assert "Something else." in signing.record(pats, found).text.plain()


def test_once_somebody_has_signed_there_is_no_way_back_but_a_new_version(pats, found):
    sign(pats, found, Side.PERSON, SECRETS["asha"])
    with pytest.raises(UserError, match="Reopen it as a new version"):
        signing.back_to_meeting(pats, found)


def test_a_signed_appraisal_is_reopened_as_a_version_with_a_reason_and_the_first_stays(
    pair, pats, found
):
    sign_both(pats, found)
    first = signing.record(pats, found)
    with pytest.raises(UserError, match="A reason is needed"):
        signing.reopen(pats, found, " ")
    second = signing.reopen(pats, found, "The course has another date.").result
    held = meetings.meeting(pats, second)
    assert held.missing == ()
    assert held.comment == "It was a good talk. Diolch!"
    signing.agree(pats, second)
    text = signing.record(pats, second).text.plain()
    assert "Version 2 was opened because: The course has another date." in text
    assert signing.record(pats, found) == first
    assert meetings.meeting(pats, found).appraisal.stage is Stage.REPLACED
    assert appraisal.of_person(pats, pair.asha).current.id == second
    with pytest.raises(UserError, match="Open the newest version"):
        signing.reopen(pats, found, "Again")


def test_an_appraisal_that_nobody_signed_is_not_reopened(pats, found):
    with pytest.raises(UserError, match="Only a signed appraisal"):
        signing.reopen(pats, found, "A slip")


def test_with_the_clock_set_back_it_says_so_and_signs_nothing(pats, found, clock):
    clock.now = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    with pytest.raises(UserError, match="clock says 20 Nov 2026, which is before the text"):
        sign(pats, found, Side.PERSON, SECRETS["asha"])
    clock.now = NOW
    sign(pats, found, Side.PERSON, SECRETS["asha"])


def test_somebody_without_an_account_signs_on_paper_on_a_day(pair, pats):
    agency = people.add_person(pair.owner, PersonDetails(forename="Zoe", surname="Ware")).result
    people.set_link(pair.owner, agency, Link.APPRAISER, pair.pat)
    pair.asha = agency
    begun = pair.rate(pats, own_goals=3)
    appraising.open_meeting(pats, begun)
    talk_through(pats, begun)
    signing.agree(pats, begun)
    with pytest.raises(UserError, match="Zoe Ware has no account"):
        sign(pats, begun, Side.PERSON, "whatever it is")
    for day in (date(2026, 11, 23), date(2026, 11, 25)):
        with pytest.raises(UserError, match="from then until today"):
            signing.sign_on_paper(pats, begun, Side.PERSON, day)
    signing.sign_on_paper(pats, begun, Side.PERSON, DAY)
    signature = signing.record(pats, begun).signatures[0]
    assert (signature.name, signature.how, signature.paper_on) == ("Zoe Ware", How.PAPER, DAY)


def test_whoever_has_an_account_does_not_sign_on_paper(pats, found):
    with pytest.raises(UserError, match="with their own PIN"):
        signing.sign_on_paper(pats, found, Side.PERSON, DAY)


def test_there_is_nothing_to_sign_before_the_meeting_is_over(pair, pats):
    begun = pair.rate(pats, own_goals=3)
    assert signing.record(pats, begun) is None
    with pytest.raises(UserError, match="no record to sign"):
        signing.back_to_meeting(pats, begun)


def test_a_colleague_reads_no_record(pair, found):
    kay = people.add_person(pair.owner, PersonDetails(forename="Kay", surname="Lewis")).result
    people.set_link(pair.owner, pair.asha, Link.APPRAISER, kay)
    with pytest.raises(NotAllowed):
        signing.record(pair.sit_down("pat"), found)


@pytest.mark.parametrize(
    "change",
    [
        {"content": '[1,"Another text",[]]'},
        {"content": "not even that"},
        {"at": datetime(2026, 1, 1, tzinfo=UTC)},
    ],
)
def test_check_finds_a_text_that_was_altered_outside_the_program(pair, pats, found, change):
    sign_both(pats, found)
    assert college.check(pair.owner) == []
    with pair.owner.store.begin() as work:
        text = update(RecordLineRow).where(RecordLineRow.what == "text")
        work.session.execute(text.values(**change))
        work.session.commit()
    assert "appraisal number 1 was altered" in college.check(pair.owner)[0]
    record = signing.record(pats, found)
    assert not record.is_whole
    assert record.signatures == ()


def test_check_finds_a_record_that_was_taken_away(pair, pats, found):
    sign_both(pats, found)
    with pair.owner.store.begin() as work:
        for line in work.session.query(RecordLineRow).filter(RecordLineRow.seq == 3):
            work.session.delete(line)
        work.session.commit()
    assert "appraisal number 1 was altered" in college.check(pair.owner)[0]


def test_a_record_stays_whole_when_the_file_is_given_another_key(pair, pats, asha, found):
    sign_both(pats, found)
    shown = signing.record(pats, found)
    leaver = next(one for one in accounts.all_accounts(pair.owner) if one.login == "asha")
    accounts.end_account(pair.owner, leaver)
    before = pair.owner.unlocked.database_key
    for desk in (pair.owner, pats, asha):
        desk.close()
    owner = college.unlock(pair.owner.folder, "owner", "correct horse", clock=lambda: NOW)
    pair.opened.append(owner)
    assert owner.unlocked.database_key != before
    assert signing.record(owner, found) == shown
    assert college.check(owner) == []


def test_an_altered_record_takes_no_signature(pair, pats, found):
    with pair.owner.store.begin() as work:
        row = work.session.get(AppraisalRow, found)
        row.agreed_at = NOW + timedelta(days=1)
        work.session.commit()
    with pytest.raises(UserError, match="altered outside the program"):
        sign(pats, found, Side.PERSON, SECRETS["asha"])


def test_the_trail_tells_who_signed_what_by_mark_and_repeats_no_secret(pair, pats, found):
    mark = signing.record(pats, found).mark
    sign_both(pats, found)
    with pair.owner.store.read() as reading:
        lines = [(row.action, row.detail) for row in reading.session.query(TrailRow)]
    assert ("signed as person", mark[:16]) in lines
    assert not any(secret in repr(lines) for secret in SECRETS.values())


def test_a_batch_takes_the_newest_record_though_it_was_opened_again_since(pair, pats, found):
    sign_both(pats, found)
    signing.reopen(pats, found, "A date was wrong")
    (paper,) = papers.take_records(pats, [pair.asha]).result
    assert papers.take_records(pats, []).result == []
    assert paper.name == "Appraisal, Asha Kaur"
