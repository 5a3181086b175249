"""Which statements are asked, what is next, how far it is, and what it says."""

from lsadesk.domain.assessment import (
    NOT_ANSWERED,
    NOT_MY_ROLE,
    NOT_SURE,
    Answer,
    State,
    known_from,
    next_unanswered,
    parts_for,
    progress,
    statements_for,
    summary,
)
from lsadesk.domain.framework import RoleId
from lsadesk.domain.skills import Level
from lsadesk.store.library import built_in

FRAMEWORK = built_in().framework
LSA = FRAMEWORK.roles[RoleId("lsa")]
ASKED = statements_for(FRAMEWORK, LSA)


def answered(*values):
    """Answers to the first statements, in order."""
    pairs = zip(ASKED, values, strict=False)
    return {one.id: Answer(statement=one.id, value=value) for one, value in pairs}


def names_of_parts(role):
    return [part.id for part in parts_for(FRAMEWORK, role)]


def test_a_generalist_is_asked_about_learners_teachers_and_aspirations_only():
    assert names_of_parts(LSA) == [
        "own-learning",
        "independence",
        "teacher",
        "communication",
        "aspirations",
    ]


def test_a_specialist_is_asked_about_the_specialism_too():
    assert "specialism" in names_of_parts(FRAMEWORK.roles[RoleId("autism-lsa")])


def test_somebody_who_leads_colleagues_is_asked_about_leading():
    assert "leading" in names_of_parts(FRAMEWORK.roles[RoleId("senior-lsa")])


def test_a_person_without_a_mapped_role_is_asked_what_a_generalist_is():
    assert statements_for(FRAMEWORK, None) == ASKED


def test_nothing_is_answered_before_somebody_answers():
    assert not Answer(statement=ASKED[0].id).is_answered
    assert progress(ASKED, {}).state is State.NOT_STARTED
    assert next_unanswered(ASKED, {}) is ASKED[0]


def test_not_sure_and_not_part_of_my_role_are_answers():
    done = progress(ASKED, answered(NOT_SURE, NOT_MY_ROLE))
    assert (done.answered, done.state) == (2, State.IN_PROGRESS)


def test_a_note_alone_leaves_the_statement_unanswered():
    only_note = {ASKED[0].id: Answer(statement=ASKED[0].id, example="in cookery")}
    assert next_unanswered(ASKED, only_note) is ASKED[0]
    assert progress(ASKED, only_note).answered == 0


def test_answers_to_parts_no_longer_asked_do_not_count():
    leading = FRAMEWORK.statements_of("leading")[0]
    stray = {leading.id: Answer(statement=leading.id, value=Level(3))}
    assert progress(ASKED, stray).answered == 0


def test_the_next_question_is_after_this_one_and_then_from_the_start():
    answers = answered(NOT_ANSWERED, Level(1), Level(2))
    assert next_unanswered(ASKED, answers, after=ASKED[1].id) is ASKED[3]
    all_but_first = {one.id: Answer(statement=one.id, value=Level(2)) for one in ASKED[1:]}
    assert next_unanswered(ASKED, all_but_first, after=ASKED[5].id) is ASKED[0]


def test_there_is_no_next_question_when_all_are_answered():
    answers = answered(*[Level(4)] * len(ASKED))
    assert next_unanswered(ASKED, answers) is None
    assert progress(ASKED, answers).state is State.COMPLETED


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
