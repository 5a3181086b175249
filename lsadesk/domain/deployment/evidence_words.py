"""Why each question is asked of a plan, what its answer is measured from, and the source."""

from collections.abc import Mapping
from dataclasses import dataclass

from lsadesk.domain.deployment.evidence import Question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words, why it is asked and how it is measured, and where it comes from."""

    asked: str
    why: str
    source: str


ASKED: Mapping[Question, Asked] = {
    Question.ONE_PERSON: Asked(
        "Does a learner lean on one LSA?",
        "Support from one person alone can stand between a learner and others, and makes every "
        "absence hard. There can be good reasons, medical ones among them. Measured: one LSA's "
        "part of a learner's supported time this week; two in a session count half each.",
        "ETF guidance on the impact of LSAs, recommendations 1 and 4",
    ),
    Question.TEACHER_TIME: Asked(
        "Who has less of the teacher?",
        "Learners who struggle need the teacher most, and extra help can quietly take the "
        "teacher's place. Measured: the share of sessions that a teacher leads, beside the "
        "group's. It cannot see who talks with whom in a session.",
        "ETF guidance on the impact of LSAs, recommendation 2",
    ),
    Question.PLANNING: Asked(
        "Who has no time to plan together?",
        "An LSA works better who knows beforehand what is to be learnt. Measured: the known "
        "planning times of teachers, beside hours and sessions.",
        "ETF guidance on the impact of LSAs, recommendations 1 and 2",
    ),
    Question.NOT_NEEDED: Asked(
        "Which sessions have an LSA and need none?",
        "Hours that are not needed here may be missing elsewhere. Measured: what a session is "
        "marked as.",
        "ETF guidance on the impact of LSAs, recommendation 2",
    ),
    Question.FEW_SESSIONS: Asked(
        "Who has few planned sessions?",
        "A learner who is meant to have support should meet it more than once a week. Measured: "
        "sessions with an LSA in this plan.",
        "LSIS 2011, a Senior LSA's account",
    ),
    Question.NOT_TALKED_OVER: Asked(
        "With whom was it not talked over?",
        "Learners should have a say in who supports them and how. Measured: whether a day is "
        "noted on which they said something.",
        "ETF guidance on the impact of LSAs, recommendation 4",
    ),
    Question.LITTLE: Asked(
        "Who has hardly any hours?",
        "Somebody with next to nothing in the plan has hours paid and not used, and may feel "
        "passed over. Measured: planned hours beside a fair share of the contract's; told below "
        "a quarter of it.",
        "Rota planners' request to OptaWeb Employee Rostering (455): fair minimums",
    ),
    Question.MIX: Asked(
        "With whom does each LSA work?",
        "LSAs are there for all learners, so that teachers can be with those who need them. "
        "Measured: each LSA's planned time, beside one learner / with a group that has support "
        "plans / with others.",
        "ETF guidance on the impact of LSAs, recommendation 1",
    ),
    Question.BLIND: Asked(
        "Which sessions are not told of yet?",
        "An LSA who knows what is to be learnt, and what the teacher wants to hear, can help "
        "with the learning and not only with the task. Measured: whether the four answers on "
        "the page What to know are there, and for which day they were given.",
        "ETF guidance on the impact of LSAs, recommendations 2 and 5",
    ),
}
