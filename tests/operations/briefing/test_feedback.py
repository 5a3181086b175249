from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from lsadesk.domain.briefing.feedback import Answer, FeedbackDetails, in_short
from lsadesk.domain.briefing.need_to_knows import AheadSession
from lsadesk.errors import Stale, UserError
from lsadesk.operations.briefing import feedback, need_to_knows
from lsadesk.operations.desk import Desk

TUESDAY = date(2026, 11, 24)
TOLD = FeedbackDetails(worked="Dice", barriers="Too\n loud ", learner_did="JB02 counted to 12")


def _art(desk: Desk) -> AheadSession:
    return need_to_knows.week_ahead(desk, TUESDAY).sessions[-1]


def _tell(desk: Desk, told: FeedbackDetails = TOLD) -> None:
    art = _art(desk)
    feedback.tell_teacher(desk, art.lsas[0], art.session.id, art.on, told)


def test_what_is_told_stays_open_until_an_action_or_a_reason_is_written(college: Desk) -> None:
    _tell(college)
    (open_,) = feedback.all_feedback(college).open
    assert open_.barriers == "Too loud"
    with pytest.raises(UserError, match="Say in a few words"):
        feedback.answer(college, open_, Answer.ACTION, " ")
    feedback.answer(college, open_, Answer.ACTION, "A quiet corner", by="J. Lyle")
    (mine,) = feedback.feedback_of(college, open_.person).told
    assert (mine.answer_words, mine.answered_by) == ("A quiet corner", "J. Lyle")
    assert mine.answered_on == college.today
    assert not feedback.all_feedback(college).open
    with pytest.raises(UserError, match="answered this already"):
        _tell(college)
    with pytest.raises(Stale):
        feedback.answer(college, open_, Answer.REASON, "Not now")
    feedback.answer(college, mine, Answer.OPEN)
    assert feedback.all_feedback(college).open[0].answer_words == ""


def test_telling_again_takes_the_place_of_what_was_told(college: Desk) -> None:
    _tell(college)
    _tell(college, FeedbackDetails(worked="Cards"))
    assert [in_short(each) for each in feedback.all_feedback(college).told] == ["worked: Cards"]


def test_only_whoever_was_there_tells_and_not_nothing(college: Desk) -> None:
    art = _art(college)
    other = next(who for who in (1, 2) if who != art.lsas[0])
    with pytest.raises(UserError, match="was in the session"):
        feedback.tell_teacher(college, other, art.session.id, art.on, TOLD)
    with pytest.raises(UserError, match="at least one"):
        _tell(college, FeedbackDetails(worked="  "))


def test_open_feedback_prints_as_slips_with_room_for_an_answer(
    college: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "slips.pdf"
    with pytest.raises(UserError, match="Nothing is open"):
        feedback.export_slips(college, path)
    _tell(college)
    assert feedback.export_slips(college, path).result == 1
    words = PdfReader(path).pages[0].extract_text()
    assert "Tuesday 24 Nov 2026, 11.15-12.45: Art, Blue" in words
    assert "What was in the way" in words
    assert "why it stays as it is" in words
