"""The pathway interview alone, in a meeting and as a group."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pypdf import PdfReader

from lsadesk.domain.appraisals.interview import PromptId, unanswered
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import interviews
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"
WHY, BEFORE = PromptId("why"), PromptId("before")
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.fixture
def sign_in(desk):
    """Sit down as Asha or as Pat, who appraises her."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    people.set_link(desk, asha, Link.APPRAISER, pat)
    desks = []
    for login, person in (("asha", asha), ("pat", pat)):
        accounts.add_account(desk, login, SECRET, person=person, is_own=True)

    def sign(login, now=NOW):
        desks.append(college.unlock(desk.folder, login, SECRET, clock=lambda: now))
        return desks[-1]

    yield sign
    for each in desks:
        each.close()


@pytest.fixture
def asha(sign_in):
    return sign_in("asha")


@pytest.fixture
def pat(sign_in):
    return sign_in("pat")


def a_group(desk, **more):
    said = {"held_on": desk.today, "led_by": "Pat Ellery", "taking_part": 8, **more}
    return interviews.begin_group(desk, **said).result


def test_there_are_twelve_questions_and_two_prompts_in_the_order_of_annex_a(asha):
    prompts = interviews.my_interview(asha).prompts
    assert [one.number for one in prompts if not one.plots] == [str(n) for n in range(1, 13)]
    assert [one.number for one in prompts if one.plots] == ["Plot 1", "Plot 2"]
    assert len(unanswered(prompts, {WHY: "For Nan", BEFORE: " "})) == 13


def test_what_is_said_alone_is_private_until_it_is_shared_and_again_after(asha, pat):
    interviews.keep_own(asha, WHY, "For Nan")
    assert interviews.shared_interview(pat, asha.person) is None
    interviews.share_own(asha)
    assert interviews.shared_interview(pat, asha.person).answers == {WHY: "For Nan"}
    with pytest.raises(UserError, match="Take it back first"):
        interviews.keep_own(asha, WHY, "changed")
    interviews.unshare_own(asha)
    assert interviews.shared_interview(pat, asha.person) is None
    assert interviews.my_interview(asha).interview.answers == {WHY: "For Nan"}


def test_sharing_and_taking_back_need_something_to_share(asha):
    with pytest.raises(UserError, match="nothing private to share"):
        interviews.share_own(asha)
    with pytest.raises(UserError, match="Nothing is shared"):
        interviews.unshare_own(asha)


def test_in_a_meeting_both_read_it_and_next_year_is_another_interview(asha, pat, sign_in):
    interviews.keep_in_meeting(pat, asha.person, WHY, "For Nan")
    assert interviews.meeting_interview(asha, asha.person).interview.answers == {WHY: "For Nan"}
    later = sign_in("pat", NOW + timedelta(days=365))
    interviews.keep_in_meeting(later, asha.person, BEFORE, "Shops")
    assert interviews.meeting_interview(pat, asha.person).interview.answers == {BEFORE: "Shops"}


def test_a_groups_answers_stand_apart_with_date_leader_and_number(pat, asha):
    group = a_group(pat)
    interviews.keep_in_group(pat, group, WHY, "Most came by a friend")
    groups = interviews.group_interviews(pat)
    assert groups.me == "Pat Ellery", "a name is offered as the leader's, not a login"
    held = groups.held[0]
    assert (held.person, held.led_by, held.taking_part) == (None, "Pat Ellery", 8)
    assert held.answers == {WHY: "Most came by a friend"}
    with pytest.raises(NotAllowed):
        interviews.group_interviews(asha)


def test_a_groups_answer_that_names_somebody_is_refused(pat):
    group = a_group(pat)
    with pytest.raises(UserError, match="This names Asha Kaur"):
        interviews.keep_in_group(pat, group, WHY, "As ASHA  KAUR's aunt said")
    assert interviews.group_interviews(pat).held[0].answers == {}


def test_so_small_a_group_that_everybody_knows_who_spoke_is_refused(pat):
    with pytest.raises(UserError, match="at least 3"):
        a_group(pat, taking_part=2)


def test_a_group_needs_a_leader_and_a_day_that_has_come(pat):
    with pytest.raises(UserError, match="who led"):
        a_group(pat, led_by=" ")
    with pytest.raises(UserError, match="still to come"):
        a_group(pat, held_on=date(2030, 1, 1))


def test_a_question_that_is_not_asked_and_an_interview_that_is_gone_are_refused(pat, asha):
    with pytest.raises(UserError, match="no longer asked"):
        interviews.keep_own(asha, PromptId("x"), "words")
    with pytest.raises(UserError, match="not there any more"):
        interviews.keep_in_group(pat, interviews.InterviewId(99), WHY, "words")


def test_the_pdf_of_a_group_holds_every_question_in_order_and_says_what_has_no_answer(
    pat, tmp_path
):
    group = a_group(pat)
    interviews.keep_in_group(pat, group, WHY, "Most came by a friend.\n\nSome from care.")
    interviews.export_group(pat, group, tmp_path / "group.pdf")
    pages = PdfReader(tmp_path / "group.pdf").pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    prompts = interviews.group_interviews(pat).prompts
    places = [words.index(prompt.text[:30]) for prompt in prompts]
    assert places == sorted(places)
    assert words.count("No answer") == 13
    assert "Led by Pat Ellery, 8 took part" in words
    assert "Some from care." in words


def test_ones_own_interview_prints_once_there_is_something(asha, tmp_path):
    with pytest.raises(UserError, match="nothing to print"):
        interviews.export_own(asha, tmp_path / "own.pdf")
    interviews.keep_own(asha, WHY, "For Nan")
    interviews.export_own(asha, tmp_path / "own.pdf")
    assert "For Nan" in PdfReader(tmp_path / "own.pdf").pages[0].extract_text()
