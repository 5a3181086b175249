"""A draft is its author's alone until it is handed in, and nothing of it is lost."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from lsadesk.domain.appraisals.assessment import NOT_SURE, Answer, OwnWords
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import QuestionId, StatementId
from lsadesk.domain.rights import Duty, Kind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import assessment, keying_in
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, specialisms
from lsadesk.store.appraisals import appraisal
from lsadesk.store.rows import SealedAnswerRow, SharedAnswerRow, TrailRow
from lsadesk.store.trail import Entry

FIRST, SECOND = StatementId("own-goals"), StatementId("first-step")
STAY = QuestionId("stay-or-move")
TALENTS = OwnWords(question=QuestionId("your-talents"), text="harp and sums")
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
SECRET = "a long enough secret"


@pytest.fixture
def head(desk):
    """The head's desk of a college with Asha and her line manager Pat, who can sign in."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery"))
    people.set_link(desk, asha.result, Link.LINE_MANAGER, pat.result)
    accounts.add_account(desk, "asha", SECRET, person=asha.result, is_own=True)
    accounts.add_account(desk, "pat", SECRET, person=pat.result, is_own=True)
    return desk


@pytest.fixture
def sign_in(head):
    """Sit down at the same college as somebody else."""
    desks = []

    def sign(login):
        desks.append(college.unlock(head.folder, login, SECRET, clock=lambda: NOW))
        return desks[-1]

    yield sign
    for desk in desks:
        desk.close()


@pytest.fixture
def asha(sign_in):
    """Asha's desk."""
    return sign_in("asha")


@pytest.fixture
def form_mark(asha):
    """The mark of Asha's form as it would be printed now."""
    return lambda: keying_in.form_of(asha, asha.person).mark


def open_meeting(desk, person):
    """As Pat does, with ratings of their own handed in."""
    pat = next(one.id for one in people.colleagues(desk) if one.name == "Pat Ellery")
    with desk.store.begin() as work:
        begun = appraisal.begin(work, person, appraiser=pat, cycle=NOW.date(), role=None)
        appraisal.open_for_meeting(work, begun, without_self="")
        work.commit(Entry("opened", Kind.APPRAISAL, person))


def rated(statement, level, **more):
    return Answer(statement=statement, value=Level(level), **more)


def test_nothing_is_answered_at_first_and_the_questions_follow_the_role(asha):
    sheet = assessment.my_sheet(asha)
    assert sheet.role.id == "lsa"
    assert sheet.assessment.answers == {}
    asked = {part.standard for part in sheet.parts}
    assert asked == {"A", "B", None}


def test_a_specialism_on_the_record_has_its_part_asked_whatever_the_role(asha, head, form_mark):
    before = form_mark()
    for area in (Area("Autism", SpecialismKind.NEED), Area("Training", SpecialismKind.COLLEAGUES)):
        specialisms.add_specialism(head, asha.person, area)
    sheet = assessment.my_sheet(asha)
    assert [(part.id, areas) for part, areas in sheet.added] == [
        ("specialism", ("Autism",)),
        ("leading", ("Training",)),
    ]
    assert {part.id for part, _ in sheet.added} < {part.id for part in sheet.parts}
    assert {"specialism", "leading"} < {one.part for one in sheet.questions}
    assert form_mark().code != before.code  # a form printed before is another
    specialisms.remove_specialism(head, asha.person, "Training")
    assert "leading" not in {part.id for part in assessment.my_sheet(asha).parts}


def test_an_answer_is_there_again_after_locking(asha, sign_in):
    said = rated(FIRST, 2, example="in cookery, with Łukasz ✓", use_more=True)
    assert assessment.keep_answer(asha, said).result == NOW
    asha.close()
    sheet = assessment.my_sheet(sign_in("asha"))
    assert sheet.assessment.answers == {FIRST: said}
    assert sheet.assessment.saved_at == NOW
    assert sheet.assessment.is_draft


def test_answering_again_replaces_the_answer(asha):
    assessment.keep_answer(asha, rated(FIRST, 1))
    assessment.keep_answer(asha, Answer(statement=FIRST, value=NOT_SURE))
    assert assessment.my_sheet(asha).assessment.answers[FIRST].value == NOT_SURE


def test_a_draft_cannot_be_read_by_manager_or_head(asha, head, sign_in):
    assessment.keep_answer(asha, rated(FIRST, 2))
    for desk in (sign_in("pat"), head):
        assert assessment.handed_in(desk, asha.person) is None


def test_what_is_in_the_file_tells_neither_the_level_nor_the_words(asha):
    assessment.keep_answer(asha, rated(FIRST, 4))
    assessment.keep_answer(asha, rated(SECOND, 0, example="never done it", learn_more=True))
    with asha.store.read() as reading:
        boxes = [row.box for row in reading.session.scalars(select(SealedAnswerRow))]
    assert len({len(box) for box in boxes}) == 1
    assert not any(b"never" in box for box in boxes)


def test_what_was_handed_in_shows_once_the_meeting_is_opened_and_not_before(asha, head, sign_in):
    assessment.keep_answer(asha, rated(FIRST, 3, example="bus times"))
    assessment.hand_in(asha)
    for desk in (sign_in("pat"), head):
        assert assessment.handed_in(desk, asha.person) is None
    open_meeting(head, asha.person)
    for desk in (sign_in("pat"), head):
        seen = assessment.handed_in(desk, asha.person)
        assert seen.answers == {FIRST: rated(FIRST, 3, example="bus times")}
        assert seen.handed_in_at == NOW


def test_the_page_before_handing_in_names_who_will_see_it(asha):
    readers = assessment.my_sheet(asha).readers
    assert [(reader.name, reader.duty) for reader in readers] == [
        ("Pat Ellery", Duty.LINE_MANAGER),
        ("owner", Duty.HEAD),
    ]


def test_handing_in_can_be_taken_back_in_a_later_sitting_and_is_private_again(asha, sign_in):
    assessment.keep_answer(asha, rated(FIRST, 3))
    assessment.keep_words(asha, TALENTS)
    assessment.hand_in(asha)
    asha.close()
    later = sign_in("asha")
    assessment.take_back(later)
    sheet = assessment.my_sheet(later)
    assert sheet.assessment.is_draft
    assert sheet.assessment.answers == {FIRST: rated(FIRST, 3)}
    assert sheet.assessment.words == {TALENTS.question: TALENTS}
    with later.store.read() as reading:
        assert reading.session.scalars(select(SharedAnswerRow)).all() == []


def test_once_the_appraiser_has_opened_it_there_is_no_way_back_and_it_says_who_and_when(asha, head):
    assessment.keep_answer(asha, rated(FIRST, 3))
    assessment.hand_in(asha)
    open_meeting(head, asha.person)
    assert assessment.my_sheet(asha).opened.name == "Pat Ellery"
    with pytest.raises(UserError, match=r"Pat Ellery opened it on \d+ \w+ 20\d\d at \d\d:\d\d"):
        assessment.take_back(asha)
    assert not assessment.my_sheet(asha).assessment.is_draft


def test_undo_never_goes_round_what_the_appraiser_has_opened(asha):
    assessment.keep_answer(asha, rated(FIRST, 3))
    assessment.hand_in(asha)
    assert asha.undo_sentence() == ""


def test_a_new_draft_stands_beside_what_was_handed_in_which_stays(asha):
    assessment.keep_answer(asha, rated(FIRST, 3))
    assessment.hand_in(asha)
    assert not assessment.my_sheet(asha).assessment.is_draft
    assessment.begin_again(asha)
    assert assessment.my_sheet(asha).assessment.answers == {}
    assert assessment.my_sheet(asha).last.answers == {FIRST: rated(FIRST, 3)}
    with pytest.raises(UserError, match="begun a new one"):
        assessment.take_back(asha)


def test_nothing_handed_in_is_nothing_to_take_back(asha):
    with pytest.raises(UserError, match="nothing to take back"):
        assessment.take_back(asha)


def test_own_words_and_choices_come_back_as_they_were_given(asha, sign_in):
    said = OwnWords(question=STAY, text="שלום 😀 Llŷn", chosen=("I do not know yet",))
    assessment.keep_words(asha, said)
    asha.close()
    assert assessment.my_sheet(sign_in("asha")).assessment.words == {STAY: said}


def test_half_an_emoji_is_kept_as_something_rather_than_lost(asha):
    assessment.keep_words(asha, OwnWords(question=STAY, text="good \ud83d day"))
    assert assessment.my_sheet(asha).assessment.words[STAY].text == "good \ufffd day"


def test_typing_on_leaves_one_line_on_the_trail(asha):
    for text in ("b", "bu", "bus"):
        assessment.keep_answer(asha, rated(FIRST, 1, example=text))
    assert assessment.my_sheet(asha).assessment.answers[FIRST].example == "bus"
    with asha.store.read() as reading:
        lines = reading.session.scalars(select(TrailRow.action)).all()
    assert lines.count("kept draft answer") == 1


def test_with_the_clock_set_back_the_last_answer_given_still_counts(head):
    late = college.unlock(head.folder, "asha", SECRET, clock=lambda: NOW)
    assessment.keep_answer(late, rated(FIRST, 1))
    late.close()
    early = college.unlock(head.folder, "asha", SECRET, clock=lambda: NOW - timedelta(days=400))
    assessment.keep_answer(early, rated(FIRST, 2))
    assert assessment.my_sheet(early).assessment.answers == {FIRST: rated(FIRST, 2)}
    early.close()


def test_liking_the_list_is_remembered_for_the_next_sitting(asha, sign_in):
    assert not assessment.my_sheet(asha).as_list
    assessment.prefer_list(asha, True)
    asha.close()
    assert assessment.my_sheet(sign_in("asha")).as_list


def test_with_nothing_answered_there_is_nothing_to_hand_in(asha):
    with pytest.raises(UserError, match="nothing to hand in"):
        assessment.hand_in(asha)


def test_a_stranger_may_not_read_what_was_handed_in(asha, sign_in):
    assessment.keep_answer(asha, rated(FIRST, 3))
    assessment.hand_in(asha)
    pat = sign_in("pat")
    with pytest.raises(NotAllowed):
        assessment.handed_in(asha, pat.person)


def test_an_account_without_a_person_has_no_questionnaire(head):
    assert assessment.my_sheet(head) is None
    with pytest.raises(UserError, match="not linked to a member of staff"):
        assessment.keep_answer(head, rated(FIRST, 1))


def test_a_question_nobody_asks_and_a_page_of_text_are_refused_with_a_sentence(asha):
    with pytest.raises(UserError, match="no longer asked"):
        assessment.keep_answer(asha, rated(StatementId("x"), 1))
    with pytest.raises(UserError, match="20,000 letters"):
        assessment.keep_answer(asha, rated(FIRST, 1, example="a" * 1_000_000))


def test_answers_sealed_to_a_lost_key_are_counted_and_asked_again(asha, head, sign_in):
    assessment.keep_answer(asha, rated(FIRST, 3))
    accounts.reset_secret(head, asha.account, "another long secret", is_own=True)
    asha.close()
    again = college.unlock(head.folder, "asha", "another long secret", clock=lambda: NOW)
    sheet = assessment.my_sheet(again)
    assert (sheet.assessment.answers, sheet.unreadable) == ({}, 1)
    assessment.keep_answer(again, rated(FIRST, 2))
    assert assessment.my_sheet(again).unreadable == 0
    again.close()
