"""An appraisal: two people rate alone, then meet, agree or differ in words, and sign.

Neither sees what the other said until both have handed in (source: E R3.1 on structured
appraisal with self-evaluation). Unknown is never counted as a difference of nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from lsadesk.domain.appraisals.assessment import Answer, Answers
from lsadesk.domain.auditing.skills import Level, NeverAsked, SkillValue, Unknown
from lsadesk.domain.calendar import months_after
from lsadesk.domain.careers.framework import RoleId, Source, Statement, StatementId
from lsadesk.domain.staff.people import PersonId

AppraisalId = NewType("AppraisalId", int)
PromptId = NewType("PromptId", str)

EVERY_MONTHS = 12  # how often an appraisal is due where the college says nothing else


class Stage(StrEnum):
    """How far an appraisal has come."""

    RATING = "Rating alone"
    READY = "Ready to meet"
    MEETING = "Meeting"
    UNSIGNED = "Agreed, not signed yet"
    SIGNED = "Signed"
    REPLACED = "Replaced by a newer version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """One person's appraisal by one appraiser; *cycle* is the day it is held for.

    *number* counts the versions of one appraisal: a signed one is never changed, but
    reopened as the next, *because* of something. *without_self*: why it was opened with the
    appraiser's ratings alone. *self_expected*: the person has an account to rate with.
    *first* is the number of its first version, under which its actions stand in the plan.
    *also* are standards that the person's specialisms added to those of *role* when it began.
    """

    id: AppraisalId
    first: AppraisalId
    person: PersonId
    appraiser: PersonId
    cycle: date
    started_at: datetime
    role: RoleId | None = None
    also: frozenset[str] = frozenset()
    number: int = 1
    because: str = ""
    self_expected: bool = True
    self_in_at: datetime | None = None
    ratings_in_at: datetime | None = None
    opened_at: datetime | None = None
    without_self: str = ""
    agreed_at: datetime | None = None
    signed_at: datetime | None = None
    is_replaced: bool = False

    @property
    def stage(self) -> Stage:
        """The word for how far it has come."""
        if self.is_replaced:
            return Stage.REPLACED
        if self.signed_at is not None:
            return Stage.SIGNED
        if self.agreed_at is not None:
            return Stage.UNSIGNED
        if self.opened_at is not None:
            return Stage.MEETING
        waits = self.self_expected and self.self_in_at is None
        return Stage.RATING if waits or self.ratings_in_at is None else Stage.READY

    @property
    def is_by_appraiser_alone(self) -> bool:
        """Whether it was opened without a self-assessment."""
        return self.opened_at is not None and self.self_in_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraiserRating:
    """What an appraiser says of one statement; *note* is theirs and may be empty."""

    statement: StatementId
    value: SkillValue
    note: str = ""


Ratings = Mapping[StatementId, AppraiserRating]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How a statement was left: a value both agree on, or their difference in words.

    Exactly one of the two is there.
    """

    statement: StatementId
    agreed: SkillValue | None = None
    difference: str = ""

    def __post_init__(self) -> None:
        if (self.agreed is None) is not bool(self.difference):
            raise ValueError("either a value is agreed or the difference is put into words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement in the meeting: what each said alone, and how it was left."""

    statement: Statement
    own: Answer
    theirs: AppraiserRating
    settled: Settled | None = None

    @property
    def gap(self) -> int | None:
        """How many levels lie between the two; None where either gave no level."""
        own, theirs = self.own.value, self.theirs.value
        if isinstance(own, Level) and isinstance(theirs, Level):
            return abs(own.value - theirs.value)
        return None

    @property
    def is_silent(self) -> bool:
        """Whether neither said anything of it; that an appraiser does not know says nothing."""
        is_open = isinstance(self.theirs.value, NeverAsked | Unknown) and not self.theirs.note
        return isinstance(self.own.value, NeverAsked) and is_open


def lines_of(
    statements: Iterable[Statement],
    own: Answers,
    theirs: Ratings,
    settled: Mapping[StatementId, Settled],
) -> tuple[Line, ...]:
    """What each said of every statement, in the order asked."""
    return tuple(
        Line(
            statement=one,
            own=own.get(one.id) or Answer(statement=one.id),
            theirs=theirs.get(one.id) or AppraiserRating(statement=one.id, value=NeverAsked()),
            settled=settled.get(one.id),
        )
        for one in statements
    )


def strengths(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Where all who spoke gave level 3 or 4; what both said first, and highest first."""
    strong = [line for line in lines if _height(line) >= 3]
    return tuple(sorted(strong, key=lambda line: (len(_given(line)), _height(line)), reverse=True))


def _height(line: Line) -> int:
    """The lower of the levels given; 0 where somebody who spoke gave none."""
    given = _given(line)
    levels = [value.value for value in given if isinstance(value, Level)]
    return min(levels, default=0) if len(levels) == len(given) else 0


def _given(line: Line) -> list[SkillValue]:
    """What was said of the statement, by one or both."""
    both = (line.own.value, line.theirs.value)
    return [value for value in both if not isinstance(value, NeverAsked)]


def differences(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Where the two gave different levels, the largest difference first."""
    apart = [(line.gap, line) for line in lines if line.gap]
    return tuple(line for _, line in sorted(apart, key=lambda pair: -pair[0]))


def unknowns(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Where at least one spoke but no difference can be told, since one gave no level."""
    return tuple(line for line in lines if line.gap is None and not line.is_silent)


def alike(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Where both gave the same level."""
    return tuple(line for line in lines if line.gap == 0)


def not_settled(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The differences that are neither agreed nor put into words yet, largest first."""
    return tuple(line for line in differences(lines) if line.settled is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Something to talk about in a meeting; *help* says what it is for.

    They are asked in the order of *place*, small numbers first.
    """

    id: PromptId
    text: str
    help: str
    source: Source
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptAnswer:
    """What came of a prompt; no words: it was not discussed, which is an answer too (A54)."""

    prompt: PromptId
    words: str = ""

    @property
    def was_discussed(self) -> bool:
        """Whether something was said."""
        return bool(self.words)


class Reason(StrEnum):
    """Why something that came out of an appraisal asks for a follow-up."""

    DIFFERENCE = "a difference"
    NEXT_LEVEL = "what the role asks"
    USE_MORE = "a wish to use it more"
    LEARN_MORE = "a wish to learn more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Something that came out of an appraisal and waits for a follow-up (A45)."""

    statement: Statement
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Why an outcome gets no follow-up."""

    statement: StatementId
    reason: Reason
    because: str


def outcomes(lines: Iterable[Line], asks: Mapping[StatementId, int]) -> tuple[Outcome, ...]:
    """What calls for a follow-up: wishes, recorded differences, what the role asks beyond."""
    found: list[Outcome] = []
    for line in lines:
        agreed = None if line.settled is None else line.settled.agreed
        wanted = asks.get(line.statement.id, 0)
        calls = {
            Reason.USE_MORE: line.own.use_more,
            Reason.LEARN_MORE: line.own.learn_more,
            Reason.DIFFERENCE: line.settled is not None and bool(line.settled.difference),
            Reason.NEXT_LEVEL: isinstance(agreed, Level) and agreed.value < wanted,
        }
        found += [
            Outcome(statement=line.statement, reason=why) for why, is_so in calls.items() if is_so
        ]
    return tuple(found)


def without_follow_up(
    found: Iterable[Outcome], followed: Collection[StatementId], waivers: Iterable[Waiver]
) -> tuple[Outcome, ...]:
    """The outcomes with neither an action nor a reason for none.

    One action answers everything that came out about its statement; *followed* are those.
    """
    waived = {(each.statement, each.reason) for each in waivers}
    return tuple(
        each
        for each in found
        if each.statement.id not in followed and (each.statement.id, each.reason) not in waived
    )


class MoveKind(StrEnum):
    """What an appraisal may move."""

    POINT = "point"
    LEVEL = "LSA level"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step in points or level, with its reason (A27).

    *appraisal* None: point 1, given at the end of induction. *moved_on* None: proposed in a
    meeting whose record is not signed by both yet; it counts from then.
    """

    kind: MoveKind
    before: int | None
    after: int
    reason: str
    appraisal: AppraisalId | None = None
    moved_on: date | None = None


def reached(moves: Iterable[Move], kind: MoveKind) -> int | None:
    """Where the last step that counts has led; None: there was none."""
    steps = [each.after for each in moves if each.kind is kind and each.moved_on is not None]
    return steps[-1] if steps else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """One line about an earlier appraisal."""

    id: AppraisalId
    cycle: date
    number: int
    stage: Stage


class DueState(StrEnum):
    """Where somebody stands in the preparation list."""

    NEVER = "has not had one yet"
    DUE = "due"
    UNDER_WAY = "under way"
    LATER = "not due yet"


@dataclass(frozen=True, slots=True)
class Due:
    """Whether an appraisal is due; *on* is the day, None where there was never one."""

    state: DueState
    on: date | None


def due(current: Appraisal | None, last: date | None, today: date, every_months: int) -> Due:
    """Whether somebody at work is due; *last* is when the newest that is over was held.

    One that waits for signatures is under way until the next is due.
    """
    on = None if last is None else months_after(last, every_months)
    is_due = on is None or on <= today
    if current is not None and not current.is_replaced:
        waits = current.agreed_at is not None and current.signed_at is None and not is_due
        if current.agreed_at is None or waits:
            return Due(DueState.UNDER_WAY, on)
    if on is None:
        return Due(DueState.NEVER, None)
    return Due(DueState.DUE if is_due else DueState.LATER, on)


SMALLEST_GROUP = 5  # fewer people and a mean would tell of one of them (source: C13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How one appraiser's ratings lie from people's own, on the mean, in levels.

    Neither side is taken to be the right one.
    """

    appraiser: PersonId
    people: int
    mean: float


def shifts(apart: Mapping[PersonId, Sequence[float]]) -> tuple[Shift, ...]:
    """The shift of each appraiser with enough people; nothing where only one has.

    *apart* holds, per appraiser, one mean difference (appraiser less own) for each person.
    """
    enough = {who: means for who, means in apart.items() if len(means) >= SMALLEST_GROUP}
    if len(enough) < 2:
        return ()
    return tuple(
        Shift(appraiser=who, people=len(means), mean=sum(means) / len(means))
        for who, means in enough.items()
    )


def mean_apart(lines: Iterable[Line]) -> float | None:
    """The mean difference of one appraisal (appraiser less own); None where none is known."""
    apart = [
        line.theirs.value.value - line.own.value.value
        for line in lines
        if isinstance(line.theirs.value, Level) and isinstance(line.own.value, Level)
    ]
    return sum(apart) / len(apart) if apart else None
