"""What is inside a packet is checked field by field: damaged answers are named, not guessed."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsadesk.domain.appraisals.answer_forms import FormMark
from lsadesk.domain.appraisals.assessment import NOT_SURE, Answer, OwnWords
from lsadesk.domain.appraisals.packets import Packet, brought_by
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import (
    OpenQuestion,
    Part,
    PartId,
    QuestionId,
    Source,
    Statement,
    StatementId,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.intake.packet import from_content, to_content

MARK = FormMark(college="c", person=PersonId(7), edition="2026-11-22", role="lsa")
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
GIVEN = {
    "own-goals": Answer(
        statement=StatementId("own-goals"), value=Level(3), example="Ŵyn \U0001f642", use_more=True
    ),
    "first-step": Answer(statement=StatementId("first-step"), value=NOT_SURE),
    "talents": OwnWords(question=QuestionId("talents"), text="Music", chosen=("a", "b")),
}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda below: (
        st.lists(below, max_size=4)
        | st.dictionaries(
            st.sampled_from(["statement", "question", "value", "example", "text", "at", "chosen"]),
            below,
            max_size=7,
        )
    ),
    max_leaves=12,
)


SOURCE = Source("C", "made up", date(2026, 11, 22))
PART = Part(id=PartId("own"), name="Ymlaen", intro="", standard=None, source=SOURCE)
ASKED = (
    Statement(
        id=StatementId("own-goals"),
        part=PART.id,
        text="I set goals",
        levels=("a", "b", "c", "d", "e"),
        example="so",
        source=SOURCE,
    ),
    OpenQuestion(
        id=QuestionId("talents"),
        part=PART.id,
        text="Talents?",
        hint="",
        choices=("a", "b"),
        several=True,
        meaning="",
        source=SOURCE,
    ),
)
PACKET = Packet(
    mark=MARK,
    college="Coleg",
    name="Siân",
    parts=(PART,),
    questions=ASKED,
    given=GIVEN,
    given_at={"own-goals": NOW},
    finished_at=NOW,
)


def changed(**fields):
    return json.dumps(json.loads(to_content(PACKET)) | fields).encode()


def test_what_was_put_in_comes_out_with_its_questions_and_times():
    assert from_content(to_content(PACKET)) == PACKET


def test_answers_are_brought_back_with_their_times():
    brought = brought_by(from_content(to_content(PACKET)))
    assert (brought.given, brought.given_at) == (GIVEN, {"own-goals": NOW})
    assert brought.finished_at == NOW


@pytest.mark.parametrize("field", ["parts", "questions"])
@given(listed=st.lists(anything, max_size=3))
@settings(max_examples=30, deadline=None)
def test_questions_that_are_not_whole_are_refused(field, listed):
    with pytest.raises(UserError, match="Nothing was read"):
        from_content(changed(**{field: listed}))


def test_a_question_of_no_part_or_asked_twice_is_refused():
    asked = json.loads(to_content(PACKET))["questions"]
    for wrong in ([asked[0], asked[0]], [asked[0] | {"part": "other"}], []):
        with pytest.raises(UserError, match="Nothing was read"):
            from_content(changed(questions=wrong))


def test_a_newer_content_asks_for_a_newer_program():
    with pytest.raises(UserError, match="newer LSA Desk"):
        from_content(changed(format=2))


def test_a_damaged_answer_is_named_and_the_others_are_read():
    listed = json.loads(to_content(PACKET))["answers"]
    listed[0]["value"] = 17
    brought = from_content(changed(answers=listed))
    assert len(brought.given) == 2
    assert brought.problems[0].place == "Answer 1"


def test_an_answer_that_stands_there_twice_counts_once():
    listed = json.loads(to_content(PACKET))["answers"]
    brought = from_content(changed(answers=[*listed, listed[0]]))
    assert brought.given == GIVEN
    assert len(brought.problems) == 1


@given(st.lists(anything, max_size=6))
@settings(max_examples=80, deadline=None)
def test_any_list_of_answers_is_read_or_its_places_are_named(listed):
    brought = from_content(changed(answers=listed))
    assert len(brought.given) + len(brought.problems) == len(listed)


@given(anything)
@settings(max_examples=80, deadline=None)
def test_anything_else_is_refused_with_a_sentence(content):
    with pytest.raises(UserError, match="Nothing was read"):
        from_content(json.dumps(content).encode())


@given(st.binary(max_size=100))
@settings(max_examples=40)
def test_bytes_that_are_no_json_are_refused(content):
    with pytest.raises(UserError):
        from_content(content)


def test_brackets_without_end_are_refused():
    with pytest.raises(UserError, match="Nothing was read"):
        from_content(b"[" * 200_000)
