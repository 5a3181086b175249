"""Self-assessments as PDF: my own at any time, another's from the meeting on and not before."""

from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from lsadesk.domain.appraisals.answer_forms import Origin
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import assessment, keying_in, papers, preparing
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

FIRST = StatementId("own-goals")
SECRET = "a long enough secret"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.fixture
def gwen(desk):
    """Gwen, who has no account, and Asha, who has; Pat appraises both."""
    added = [
        people.add_person(
            desk, PersonDetails(forename=forename, surname="Kaur", title="LSA")
        ).result
        for forename in ("Gwen", "Asha", "Pat")
    ]
    gwen, asha, pat = added
    for who in (gwen, asha):
        people.set_link(desk, who, Link.APPRAISER, pat)
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    accounts.add_account(desk, "pat", SECRET, person=pat, is_own=True)
    return gwen


@pytest.fixture
def sign_in(desk, gwen):
    desks = []

    def sign(login):
        desks.append(college.unlock(desk.folder, login, SECRET, clock=lambda: NOW))
        return desks[-1]

    yield sign
    for each in desks:
        each.close()


def words(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_draft_is_printed_for_its_author_and_says_so(sign_in, tmp_path):
    asha = sign_in("asha")
    assessment.keep_answer(asha, Answer(statement=FIRST, value=Level(3), example="In art"))
    papers.save_assessment(asha, asha.person, tmp_path / "a.pdf")
    assert "In art" in words(tmp_path / "a.pdf")
    assert "A draft that is not handed in" in words(tmp_path / "a.pdf")


def test_what_was_handed_in_is_not_printed_for_others_before_the_meeting(sign_in, tmp_path):
    asha, pat = sign_in("asha"), sign_in("pat")
    assessment.keep_answer(asha, Answer(statement=FIRST, value=Level(3)))
    assessment.hand_in(asha)
    with pytest.raises(UserError, match="from the appraisal meeting on"):
        papers.save_assessment(pat, asha.person, tmp_path / "a.pdf")
    assert papers.take_assessments(pat).result == []


def test_whoever_looks_after_nobody_prints_nobodys(sign_in, gwen, tmp_path):
    with pytest.raises(NotAllowed):
        papers.save_assessment(sign_in("asha"), gwen, tmp_path / "a.pdf")


def test_each_paper_of_a_batch_is_a_file_named_after_its_person(sign_in, gwen, tmp_path):
    asha = sign_in("asha")
    assessment.keep_answer(asha, Answer(statement=FIRST, value=Level(3)))
    (paper,) = papers.take_assessments(asha).result
    paper.write(tmp_path / f"{paper.name}{paper.ending}")
    assert "A draft that is not" in words(tmp_path / "Self-assessment, Asha Kaur.pdf")


def test_there_are_no_records_before_a_meeting_is_over(sign_in, gwen):
    pat = sign_in("pat")
    keying_in.key_in(pat, gwen, [Answer(statement=FIRST, value=Level(2))], Origin.PAPER)
    assert papers.take_records(pat).result == []


def test_who_may_only_read_self_assessments_is_not_offered_them_as_files(desk, sign_in):
    assert preparing.preparation(sign_in("pat")).may_take_answers
    head = preparing.preparation(desk)
    assert head.rows
    assert not head.may_take_answers
