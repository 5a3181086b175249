"""A packet is answered where there is no college, and what was said there comes back."""

from datetime import UTC, datetime

import pytest

from lsadesk.domain.appraisals.answer_forms import Standing
from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import OpenQuestion, QuestionId, StatementId
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import answer_forms, assessment, keying_in, packet_away
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.sealing.keyfile import Effort

FIRST = StatementId("own-goals")
SECRET = "a long enough secret"
PASSPHRASE = "river ladder button"


@pytest.fixture(scope="module")
def pat(tmp_path_factory):
    """The desk of an appraiser, who has Gwen from an agency to appraise."""
    made = college.new_college(
        tmp_path_factory.mktemp("away") / "A.lsadesk",
        college="Coleg Cwm Ŵyn",
        owner="head",
        secret=SECRET,
        effort=Effort(passes=1, memory=8192),
    ).desk
    pat = people.add_person(made, PersonDetails(forename="Pat", surname="Ellery")).result
    gwen = people.add_person(made, PersonDetails(forename="Gwen", surname="Ŵyn", title="LSA"))
    people.set_link(made, gwen.result, Link.APPRAISER, pat)
    accounts.add_account(made, "pat", SECRET, person=pat, is_own=True)
    desk = college.unlock(made.folder, "pat", SECRET)
    made.close()
    yield desk
    desk.close()


@pytest.fixture
def stick(pat, tmp_path):
    """Gwen's packet on a stick, with nothing answered yet."""
    (gwen,) = keying_in.for_others(pat)
    path = tmp_path / "gwen.lsapacket"
    answer_forms.give_packet(pat, gwen.person, path, PASSPHRASE)
    return path


def rated(level, **more):
    return {FIRST: Answer(statement=FIRST, value=Level(level), **more)}


def test_it_asks_there_what_is_asked_at_the_college(pat, stick):
    away = packet_away.open_packet(stick, PASSPHRASE)
    sheet = packet_away.sheet_of(away)
    asked = keying_in.form_of(pat, away.packet.mark.person).questions
    assert sheet.questions == asked
    assert any(isinstance(one, OpenQuestion) and one.choices for one in asked)
    assert (away.packet.college, away.packet.name) == ("Coleg Cwm Ŵyn", "Gwen Ŵyn")
    assert sheet.progress.answered == 0


def test_each_word_is_in_the_file_sealed_and_nothing_lies_beside_it(stick):
    away = packet_away.open_packet(stick, PASSPHRASE)
    away = packet_away.keep(away, rated(2))
    away = packet_away.keep(away, rated(3, example="half a sent"))
    again = packet_away.open_packet(stick, PASSPHRASE)  # as after a kill
    assert packet_away.sheet_of(again).assessment.answers == rated(3, example="half a sent")
    assert b"half a sent" not in stick.read_bytes()
    assert list(stick.parent.iterdir()) == [stick]


def test_words_taken_out_again_are_no_answer(stick):
    away = packet_away.open_packet(stick, PASSPHRASE)
    talents = QuestionId("tasks-now")
    away = packet_away.keep(away, {talents: OwnWords(question=talents, text="Music")})
    away = packet_away.keep(away, {talents: OwnWords(question=talents)})
    assert away.packet.given == {}


def test_it_comes_back_through_the_preview_and_says_whether_it_is_finished(pat, stick):
    away = packet_away.keep(packet_away.open_packet(stick, PASSPHRASE), rated(3))
    assert answer_forms.read_packet(pat, stick, PASSPHRASE).finished_at is None
    packet_away.finish(away)
    preview = answer_forms.read_packet(pat, stick, PASSPHRASE)
    assert preview.finished_at is not None
    assert preview.finished_at <= datetime.now(UTC)
    assert [line.brought for line in preview.lines] == list(rated(3).values())
    answer_forms.take_in(pat, preview, ())
    again = answer_forms.read_packet(pat, stick, PASSPHRASE)
    assert [line.standing for line in again.lines] == [Standing.SAME]


def test_going_on_after_finishing_makes_it_unfinished_again(stick):
    away = packet_away.finish(packet_away.open_packet(stick, PASSPHRASE))
    assert packet_away.keep(away, rated(1)).packet.finished_at is None


def test_two_windows_on_one_packet_lose_nothing(stick):
    one, other = (packet_away.open_packet(stick, PASSPHRASE) for _ in range(2))
    packet_away.keep(other, rated(4))
    with pytest.raises(UserError, match="changed by another window"):
        packet_away.keep(one, rated(1))
    moved = packet_away.move(one, stick.with_name("mine.lsapacket"), rated(1))
    assert packet_away.open_packet(stick, PASSPHRASE).packet.given == rated(4)
    assert packet_away.open_packet(moved.path, PASSPHRASE).packet.given == rated(1)


def test_a_stick_pulled_out_or_write_protected_is_said_before_or_as_it_happens(stick, monkeypatch):
    away = packet_away.open_packet(stick, PASSPHRASE)
    elsewhere = stick.rename(stick.with_name("elsewhere"))
    with pytest.raises(UserError, match="Put the stick back in"):
        packet_away.keep(away, rated(2))
    elsewhere.rename(stick)
    packet_away.keep(away, rated(2))

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("lsadesk.store.sealing.packet.replace_file", refuse)
    with pytest.raises(UserError, match="write-protected"):
        packet_away.open_packet(stick, PASSPHRASE)


def test_a_wrong_passphrase_opens_nothing(stick):
    with pytest.raises(UserError, match="not the passphrase"):
        packet_away.open_packet(stick, PASSPHRASE + "s")


def test_who_has_an_account_takes_a_packet_out_themselves(pat, tmp_path):
    assert pat.person is not None
    with pytest.raises(UserError, match="has an account"):
        answer_forms.give_packet(pat, pat.person, tmp_path / "p", PASSPHRASE)
    assert answer_forms.take_packet(pat, tmp_path / "p", PASSPHRASE).result == 0
    assert assessment.my_sheet(pat).progress.answered == 0
