"""What is inside a packet is checked field by field: damaged answers are named, not guessed."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsadesk.domain.appraisals.answer_forms import FormMark
from lsadesk.domain.appraisals.assessment import NOT_SURE, Answer, OwnWords
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import QuestionId, StatementId
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


def changed(**fields):
    return json.dumps(json.loads(to_content(MARK, GIVEN, {})) | fields).encode()


def test_what_was_put_in_comes_out_with_its_times():
    brought = from_content(to_content(MARK, GIVEN, {"own-goals": NOW}))
    assert brought.mark == MARK
    assert brought.given == GIVEN
    assert brought.given_at == {"own-goals": NOW}
    assert brought.problems == ()


def test_a_newer_content_asks_for_a_newer_program():
    with pytest.raises(UserError, match="newer LSA Desk"):
        from_content(changed(format=2))


def test_a_damaged_answer_is_named_and_the_others_are_read():
    listed = json.loads(to_content(MARK, GIVEN, {}))["answers"]
    listed[0]["value"] = 17
    brought = from_content(changed(answers=listed))
    assert len(brought.given) == 2
    assert brought.problems[0].place == "Answer 1"


def test_an_answer_that_stands_there_twice_counts_once():
    listed = json.loads(to_content(MARK, GIVEN, {}))["answers"]
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
