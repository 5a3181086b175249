"""A self-assessment: answers to statements, one at a time, handed in when the person says so.

An answer's value is a `Level`, `Unknown` ("I am not sure"), `NotApplicable` ("not part of my
role") or `NeverAsked` (not answered yet). Nothing is chosen beforehand.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from lsadesk.domain.auditing.skills import Level, NeverAsked, NotApplicable, SkillValue, Unknown
from lsadesk.domain.careers.framework import (
    Framework,
    OpenQuestion,
    Part,
    Question,
    QuestionId,
    Role,
    Statement,
    StatementId,
)
from lsadesk.domain.staff.people import PersonId

# What everybody with no mapped role is asked: generalists use A and B. Source: L,
# Professionalising the LSA role.
GENERALIST = frozenset({"A", "B"})

NOT_ANSWERED = NeverAsked()
NOT_SURE = Unknown()
NOT_MY_ROLE = NotApplicable()

_PACE_AFTER = 5  # answers of one sitting, before anything is said about time
_PAUSE = 180.0  # seconds without an answer that are a break and no pace


class State(StrEnum):
    """How far a part has come; the words of a task list."""

    NOT_STARTED = "Not yet started"
    IN_PROGRESS = "In progress"
    COMPLETED = "Completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person says of one statement; *example* is theirs and may be empty.

    The two wishes stand apart from the level: one may be good at something and want less of it.
    """

    statement: StatementId
    value: SkillValue = NOT_ANSWERED
    example: str = ""
    use_more: bool = False
    learn_more: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether a choice was made; a note or a wish alone is not an answer."""
        return not isinstance(self.value, NeverAsked)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What a person says to an open question; *left_out*: they chose to say nothing."""

    question: QuestionId
    text: str = ""
    chosen: tuple[str, ...] = ()
    left_out: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether anything was said, or left out on purpose."""
        return bool(self.text.strip() or self.chosen or self.left_out)


Answers = Mapping[StatementId, Answer]
Words = Mapping[QuestionId, OwnWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One person's self-assessment; a draft until it is handed in."""

    person: PersonId
    answers: Answers
    words: Words = field(default_factory=dict)
    saved_at: datetime | None = None
    handed_in_at: datetime | None = None

    @property
    def is_draft(self) -> bool:
        """Whether only its author may read it."""
        return self.handed_in_at is None


@dataclass(frozen=True, slots=True)
class Progress:
    """So many answered of so many asked."""

    answered: int
    asked: int

    @property
    def state(self) -> State:
        """The word for it."""
        if not self.answered:
            return State.NOT_STARTED
        return State.COMPLETED if self.answered == self.asked else State.IN_PROGRESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a finished or unfinished self-assessment says, for its author and for the meeting."""

    strengths: tuple[Statement, ...]
    growing: tuple[Statement, ...]
    not_sure: tuple[Statement, ...]
    not_my_role: tuple[Statement, ...]
    not_answered: tuple[Statement, ...]
    use_more: tuple[Statement, ...]
    learn_more: tuple[Statement, ...]


def standards_of(role: Role | None) -> frozenset[str]:
    """The standards that *role* draws on (A05); None: a generalist's."""
    return GENERALIST if role is None else frozenset(role.standards)


def parts_for(
    framework: Framework, role: Role | None, also: Collection[str] = ()
) -> tuple[Part, ...]:
    """The parts that *role* is asked by its standards, and by those that a specialism adds."""
    standards = standards_of(role).union(also)
    return tuple(
        part for part in framework.parts if part.standard is None or part.standard in standards
    )


def statements_for(
    framework: Framework, role: Role | None, also: Collection[str] = ()
) -> tuple[Statement, ...]:
    """The statements that *role* is asked, part by part."""
    return tuple(
        statement
        for part in parts_for(framework, role, also)
        for statement in framework.statements_of(part.id)
    )


def questions_for(
    framework: Framework, role: Role | None, also: Collection[str] = ()
) -> tuple[Question, ...]:
    """All that *role* is asked, part by part: statements and open questions."""
    return tuple(
        question
        for part in parts_for(framework, role, also)
        for question in framework.questions_of(part.id)
    )


def answer_to(answers: Answers, statement: StatementId) -> Answer:
    """The answer given, or an empty one."""
    return answers.get(statement) or Answer(statement=statement)


def words_to(words: Words, question: QuestionId) -> OwnWords:
    """What was said to an open question, or nothing."""
    return words.get(question) or OwnWords(question=question)


def is_answered(question: Question, found: Assessment) -> bool:
    """Whether *found* has an answer to *question*, of either sort."""
    if isinstance(question, OpenQuestion):
        return words_to(found.words, question.id).is_answered
    return answer_to(found.answers, question.id).is_answered


def progress(questions: Sequence[Question], found: Assessment) -> Progress:
    """How many of *questions* are answered."""
    return Progress(sum(is_answered(one, found) for one in questions), len(questions))


def next_unanswered(questions: Sequence[Question], found: Assessment) -> Question | None:
    """The first question without an answer; None: all are answered."""
    return next((one for one in questions if not is_answered(one, found)), None)


def minutes_left(gaps: Sequence[float], questions: int) -> int | None:
    """How long *questions* more take at one's own pace; None while there is no pace yet.

    *gaps* are the seconds from each answer to the next in this sitting; the middle one is
    the pace, and a break counts for none.
    """
    pace = sorted(gap for gap in gaps if gap <= _PAUSE)
    if len(pace) < _PACE_AFTER:
        return None
    return max(1, round(pace[len(pace) // 2] * questions / 60))


def summary(statements: Iterable[Statement], answers: Answers) -> Summary:
    """The answers sorted into what a meeting talks about, each in the order asked."""
    asked = [(statement, answer_to(answers, statement.id)) for statement in statements]

    def those(kind: type) -> tuple[Statement, ...]:
        return tuple(statement for statement, answer in asked if isinstance(answer.value, kind))

    rated = [(one, answer.value.value) for one, answer in asked if isinstance(answer.value, Level)]
    return Summary(
        strengths=tuple(statement for statement, level in rated if level >= 3),
        growing=tuple(statement for statement, level in rated if level < 3),
        not_sure=those(Unknown),
        not_my_role=those(NotApplicable),
        not_answered=those(NeverAsked),
        use_more=tuple(statement for statement, answer in asked if answer.use_more),
        learn_more=tuple(statement for statement, answer in asked if answer.learn_more),
    )


def known_from(answers: Answers) -> dict[StatementId, SkillValue]:
    """What the answers let a career map know of the person."""
    return {statement: answer.value for statement, answer in answers.items()}
