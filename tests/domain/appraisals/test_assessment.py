"""Which statements are asked, what is next, how far it is, and what it says."""

from lsadesk.domain.appraisals.assessment import (
    NOT_MY_ROLE,
    NOT_SURE,
    Answer,
    Assessment,
    OwnWords,
    State,
    known_from,
    minutes_left,
    next_unanswered,
    parts_for,
    progress,
    questions_for,
    statements_for,
    summary,
)
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import OpenQuestion, RoleId
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.careers.library import built_in

FRAMEWORK = built_in().framework
LSA = FRAMEWORK.roles[RoleId("lsa")]
ASKED = statements_for(FRAMEWORK, LSA)


def answered(*values):
    """Answers to the first statements, in order."""
    pairs = zip(ASKED, values, strict=False)
    return {one.id: Answer(statement=one.id, value=value) for one, value in pairs}


def names_of_parts(role):
    return [part.id for part in parts_for(FRAMEWORK, role)]


def test_a_generalist_is_asked_about_everything_but_specialisms_and_leading():
    assert names_of_parts(LSA) == [
        "own-learning",
        "independence",
        "learners",
        "teacher",
        "communication",
        "work",
        "aspirations",
    ]


def said(answers, words=()):
    return Assessment(person=PersonId(1), answers=answers, words=dict(words))


def test_a_specialist_is_asked_about_the_specialism_too():
    assert "specialism" in names_of_parts(FRAMEWORK.roles[RoleId("autism-lsa")])


def test_somebody_who_leads_colleagues_is_asked_about_leading():
    assert "leading" in names_of_parts(FRAMEWORK.roles[RoleId("senior-lsa")])


def test_a_person_without_a_mapped_role_is_asked_what_a_generalist_is():
    assert statements_for(FRAMEWORK, None) == ASKED


def test_nothing_is_answered_before_somebody_answers():
    assert not Answer(statement=ASKED[0].id).is_answered
    assert progress(ASKED, said({})).state is State.NOT_STARTED
    assert next_unanswered(ASKED, said({})) is ASKED[0]


def test_not_sure_and_not_part_of_my_role_are_answers():
    done = progress(ASKED, said(answered(NOT_SURE, NOT_MY_ROLE)))
    assert (done.answered, done.state) == (2, State.IN_PROGRESS)


def test_a_note_alone_leaves_the_statement_unanswered():
    only_note = {ASKED[0].id: Answer(statement=ASKED[0].id, example="in cookery")}
    assert next_unanswered(ASKED, said(only_note)) is ASKED[0]
    assert progress(ASKED, said(only_note)).answered == 0


def test_answers_to_parts_no_longer_asked_do_not_count():
    leading = FRAMEWORK.statements_of("leading")[0]
    stray = {leading.id: Answer(statement=leading.id, value=Level(3))}
    assert progress(ASKED, said(stray)).answered == 0


def test_the_next_question_is_the_first_without_an_answer_open_ones_too():
    everything = questions_for(FRAMEWORK, None)
    answers = {one.id: Answer(statement=one.id, value=Level(2)) for one in ASKED}
    first_open = next_unanswered(everything, said(answers))
    assert isinstance(first_open, OpenQuestion)
    left_out = {first_open.id: OwnWords(question=first_open.id, left_out=True)}
    after = next_unanswered(everything, said(answers, left_out))
    assert isinstance(after, OpenQuestion)
    assert after is not first_open


def test_blanks_alone_are_no_answer_to_an_open_question_and_a_choice_is_one():
    asked = FRAMEWORK.questions["stay-or-move"]
    assert not OwnWords(question=asked.id, text=" \n").is_answered
    assert OwnWords(question=asked.id, chosen=("I want to stay where I am",)).is_answered


def test_everything_asked_says_what_it_means_and_where_it_comes_from():
    assert all(one.meaning and one.source.section for one in questions_for(FRAMEWORK, None))
    assert all(one.meaning for one in FRAMEWORK.statements.values())


def test_each_criterion_of_a_standard_is_asked_by_at_least_one_statement():
    """The six criteria of A, five of B and five of C have as many statements or more."""
    for standard in ("A", "B", "C", "D"):
        parts = [part for part in FRAMEWORK.parts if part.standard == standard]
        asked = [one for part in parts for one in FRAMEWORK.statements_of(part.id)]
        assert len(asked) >= len(FRAMEWORK.standards[standard].criteria)


def test_the_six_tasks_and_every_specialism_can_be_chosen():
    assert len(FRAMEWORK.questions["tasks-now"].choices) == 6
    names = tuple(one.name for one in FRAMEWORK.specialisms.values())
    assert FRAMEWORK.questions["areas-now"].choices == names


def test_nothing_is_said_about_time_before_there_is_a_pace():
    assert minutes_left([20.0] * 4, 30) is None


def test_the_time_left_is_the_persons_own_pace_and_a_break_is_none():
    assert minutes_left([20.0, 30.0, 40.0, 30.0, 30.0, 3000.0], 20) == 10
    assert minutes_left([1.0] * 9, 1) == 1


def test_there_is_no_next_question_when_all_are_answered():
    answers = answered(*[Level(4)] * len(ASKED))
    assert next_unanswered(ASKED, said(answers)) is None
    assert progress(ASKED, said(answers)).state is State.COMPLETED


def test_the_summary_keeps_wishes_apart_from_levels():
    answers = answered(Level(4), Level(0), NOT_SURE, NOT_MY_ROLE)
    first = ASKED[0].id
    answers[first] = Answer(statement=first, value=Level(4), learn_more=True)
    said = summary(ASKED, answers)
    assert said.strengths == (ASKED[0],)
    assert said.growing == (ASKED[1],)
    assert said.not_sure == (ASKED[2],)
    assert said.not_my_role == (ASKED[3],)
    assert said.not_answered == ASKED[4:]
    assert said.learn_more == (ASKED[0],)
    assert said.use_more == ()


def test_the_map_knows_what_the_answers_say():
    assert known_from(answered(Level(3)))[ASKED[0].id] == Level(3)
