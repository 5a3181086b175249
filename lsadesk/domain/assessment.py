"""A self-assessment: answers to statements, one at a time, handed in when the person says so.

An answer's value is a `Level`, `Unknown` ("I am not sure"), `NotApplicable` ("not part of my
role") or `NeverAsked` (not answered yet). Nothing is chosen beforehand.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lsadesk.domain.framework import Framework, Part, Role, Statement, StatementId
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import Level, NeverAsked, NotApplicable, SkillValue, Unknown

# What everybody with no mapped role is asked: generalists use A and B. Source: L,
# Professionalising the LSA role.
GENERALIST = frozenset({"A", "B"})

NOT_ANSWERED = NeverAsked()
NOT_SURE = Unknown()
NOT_MY_ROLE = NotApplicable()


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


Answers = Mapping[StatementId, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One person's self-assessment; a draft until it is handed in."""

    person: PersonId
    answers: Answers
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


def parts_for(framework: Framework, role: Role | None) -> tuple[Part, ...]:
    """The parts that *role* is asked, by the standards it draws on (A05); None: a generalist's."""
    standards = GENERALIST if role is None else frozenset(role.standards)
    return tuple(
        part for part in framework.parts if part.standard is None or part.standard in standards
    )


def statements_for(framework: Framework, role: Role | None) -> tuple[Statement, ...]:
    """The statements that *role* is asked, part by part."""
    return tuple(
        statement
        for part in parts_for(framework, role)
        for statement in framework.statements_of(part.id)
    )


def answer_to(answers: Answers, statement: StatementId) -> Answer:
    """The answer given, or an empty one."""
    return answers.get(statement) or Answer(statement=statement)


def progress(statements: Sequence[Statement], answers: Answers) -> Progress:
    """How many of *statements* are answered."""
    answered = sum(answer_to(answers, statement.id).is_answered for statement in statements)
    return Progress(answered, len(statements))


def next_unanswered(
    statements: Sequence[Statement], answers: Answers, *, after: StatementId | None = None
) -> Statement | None:
    """The first unanswered statement after *after*, looking round to the start; None: all are."""
    ids = [statement.id for statement in statements]
    start = ids.index(after) + 1 if after in ids else 0
    order = [*statements[start:], *statements[:start]]
    return next((one for one in order if not answer_to(answers, one.id).is_answered), None)


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
