"""Answers from a file are laid over those that are here, and nothing said is ever lost unasked."""

import string
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsadesk.domain.appraisals.answer_forms import (
    CHOICES,
    Brought,
    FormMark,
    Origin,
    Standing,
    choice_of,
    choice_words,
    compared,
    laid_over,
    plain_code,
    standing_of,
    to_keep,
)
from lsadesk.domain.appraisals.assessment import NOT_SURE, Answer, Assessment, OwnWords
from lsadesk.domain.auditing.skills import Level, value_of
from lsadesk.domain.careers.framework import QuestionId, StatementId
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.careers import library

ONE = StatementId("own-goals")
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
MARK = FormMark(college="c", person=PersonId(1), edition="2026-11-22", role="lsa")

answers = st.builds(
    Answer,
    statement=st.just(ONE),
    value=st.sampled_from([Level(0), Level(2), Level(4), NOT_SURE, Answer(statement=ONE).value]),
    example=st.sampled_from(["", "  ", "In cookery", "On the bus"]),
    use_more=st.booleans(),
    learn_more=st.booleans(),
)
words = st.builds(
    OwnWords,
    question=st.just(QuestionId("q")),
    text=st.sampled_from(["", "Music", "Sport"]),
    chosen=st.sampled_from([(), ("a",), ("a", "b")]),
    left_out=st.booleans(),
)
pairs = st.one_of(st.tuples(answers, answers), st.tuples(words, words))


@given(pairs)
def test_what_is_not_a_clash_takes_nothing_away(pair):
    here, brought = pair
    result = laid_over(here, brought)
    if standing_of(here, brought) is Standing.CLASH:
        return
    if isinstance(here, Answer):
        assert not here.is_answered or result.value == here.value
        assert not here.example.strip() or result.example.strip() == here.example.strip()
        assert result.use_more >= here.use_more
        assert result.learn_more >= here.learn_more
    else:
        assert not here.text or result.text == here.text
        assert not here.chosen or set(result.chosen) == set(here.chosen)


@given(pairs)
def test_the_same_file_read_twice_brings_nothing_new(pair):
    here, brought = pair
    once = laid_over(here, brought)
    assert standing_of(once, brought) is Standing.SAME


def test_a_clash_is_only_taken_where_it_was_chosen():
    framework = library.built_in().framework
    statement = framework.statements[ONE]
    here = Assessment(person=PersonId(1), answers={ONE: Answer(statement=ONE, value=Level(1))})
    brought = Brought(
        mark=MARK,
        origin=Origin.PACKET,
        given={ONE: Answer(statement=ONE, value=Level(3))},
        given_at={ONE: NOW},
    )
    (line,) = compared([statement], here, brought, {ONE: NOW + timedelta(hours=1)})
    assert line.standing is Standing.CLASH
    assert line.is_older
    assert to_keep([line], ()) == []
    assert to_keep([line], {ONE}) == [Answer(statement=ONE, value=Level(3))]


@pytest.mark.parametrize("code", CHOICES)
def test_every_choice_is_read_as_it_is_offered_and_by_its_words(code):
    assert choice_of(choice_words(code)) == value_of(code)
    assert choice_of(CHOICES[code].upper()) == value_of(code)


def test_what_is_no_choice_is_not_guessed_at():
    assert choice_of("very good") is None
    assert choice_of("5") is None


@given(st.text(alphabet=string.ascii_letters + string.digits, min_size=1), st.integers(1, 10**9))
@settings(max_examples=50)
def test_a_code_copied_in_small_letters_without_its_dash_is_the_same(college, person):
    code = FormMark(college=college, person=PersonId(person), edition="e").code
    assert plain_code(code.lower().replace("-", " ")) == code
    assert plain_code(code.replace("0", "o").replace("1", "l")) == code
