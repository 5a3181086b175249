"""The meeting of an appraisal as two people look at it: all that is said, and what is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from lsadesk.domain.appraisals.appraisal import (
    Appraisal,
    AppraisalId,
    Earlier,
    Line,
    Move,
    MoveKind,
    Outcome,
    Prompt,
    PromptAnswer,
    PromptId,
    Stage,
    Waiver,
    lines_of,
    not_settled,
    outcomes,
    reached,
    without_follow_up,
)
from lsadesk.domain.appraisals.assessment import Answers, statements_for
from lsadesk.domain.careers.catalogue import LsaLevel, Point
from lsadesk.domain.careers.framework import Framework, Role, StatementId
from lsadesk.domain.developing.attached import AttachedFile, of_appraisal
from lsadesk.domain.developing.development import BehindKind, PlanAction
from lsadesk.domain.developing.plan_reviews import PlanNote
from lsadesk.domain.rights import CHANGE, EXPORT, AccountId, Kind, allows
from lsadesk.domain.staff.people import Person
from lsadesk.domain.staff.practice import Seen
from lsadesk.operations.appraisals.appraisal import viewing
from lsadesk.operations.appraisals.keying_in import keyed_in_words
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.appraisals import appraisal as kept
from lsadesk.store.appraisals import appraiser_ratings, assessment
from lsadesk.store.appraisals import meeting as left
from lsadesk.store.careers import layer
from lsadesk.store.developing import attached, development, plan_reviews
from lsadesk.store.staff import people, practice
from lsadesk.store.work import Reading

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """All that two people at one screen look at.

    *waits* is a sentence where the meeting cannot be opened yet, "" where it is open or can
    be; until it is open there are no *lines*. *last_actions* were agreed in the appraisal
    before (*last*). *open_outcomes* have neither an action nor a reason for none. *point*
    and *level* are those that count now; *moves* are proposed or made by this appraisal.
    *notes* are what both wrote of the plan since *last* (a year, where there is none), *seen* is
    what others saw in sessions since then, once the person has read it (A59). *missing* says,
    sentence by sentence, what is left before both can agree; *typed_in* who typed the person's
    own answers in, "" where they did it themselves. *may_take_answers*: the asker may take the
    self-assessment away as a file.
    """

    appraisal: Appraisal
    name: str
    title: str
    appraiser: str
    framework: Framework
    role: Role | None
    waits: str
    lines: tuple[Line, ...]
    prompts: tuple[Prompt, ...]
    answers: Mapping[PromptId, PromptAnswer]
    comment: str
    last: Appraisal | None
    last_actions: tuple[PlanAction, ...]
    actions: tuple[PlanAction, ...]
    outcomes: tuple[Outcome, ...]
    open_outcomes: tuple[Outcome, ...]
    waivers: tuple[Waiver, ...]
    point: int | None
    level: int | None
    points: tuple[Point, ...]
    levels: tuple[LsaLevel, ...]
    moves: tuple[Move, ...]
    earlier: tuple[Earlier, ...]
    files: tuple[AttachedFile, ...]
    missing: tuple[str, ...]
    notes: tuple[PlanNote, ...] = ()
    seen: tuple[Seen, ...] = ()
    typed_in: str = ""
    may_change: bool = False
    may_take_answers: bool = False


def meeting(desk: Desk, appraisal: AppraisalId) -> Meeting:
    """The meeting as it stands, for the person, their appraiser, line manager and head."""
    with viewing(desk, appraisal) as (reading, found):
        standing = accounts.standing_of(reading, desk.account)
        may_change = allows(standing, CHANGE, Kind.APPRAISAL, found.person)
        typed_in = "" if found.opened_at is None else keyed_in_words(desk, reading, found.person)
        shown = meeting_of(reading, found)
        if shown.lines:
            shown = _with_what_was_written(reading, shown, desk.account)
        return replace(
            shown,
            typed_in=typed_in,
            may_change=may_change,
            may_take_answers=allows(standing, EXPORT, Kind.ASSESSMENT, found.person),
        )


def meeting_of(reading: Reading, found: Appraisal) -> Meeting:
    """A meeting with all that belongs to it; no right is asked for here."""
    record = people.get(reading, found.person)
    content = layer.library_of(reading)
    role = None if found.role is None else content.framework.roles.get(found.role)
    talked = lines(reading, found)
    came_out = outcomes(talked, {} if role is None else role.asks)
    actions = tuple(development.actions_from(reading, found.first))
    waived = left.waivers(reading, found.id)
    waiting = without_follow_up(came_out, _followed(actions), waived)
    said_so = left.answers(reading, found.id)
    prompts = left.prompts(reading, found.id)
    last = kept.before(reading, found)
    return Meeting(
        appraisal=found,
        name=record.name,
        title=record.title,
        appraiser=people.get(reading, found.appraiser).name,
        framework=content.framework,
        role=role,
        waits=waits_for(found, record.name) if found.opened_at is None else "",
        lines=talked,
        prompts=prompts,
        answers={name: each for name, each in said_so.items() if name != left.OWN_WORDS},
        comment=said_so[left.OWN_WORDS].words if left.OWN_WORDS in said_so else "",
        last=last,
        last_actions=() if last is None else tuple(development.actions_from(reading, last.first)),
        actions=actions,
        outcomes=came_out,
        open_outcomes=waiting,
        waivers=waived,
        point=standing_at(reading, record, MoveKind.POINT),
        level=standing_at(reading, record, MoveKind.LEVEL),
        points=content.catalogue.points,
        levels=content.catalogue.levels,
        moves=left.proposed(reading, found.id),
        earlier=kept.earlier(reading, found),
        files=attached.files_of(reading, of_appraisal(found)),
        missing=_missing(
            found, talked, [each for each in prompts if each.id not in said_so], waiting
        ),
    )


def lines(reading: Reading, found: Appraisal) -> tuple[Line, ...]:
    """What both said, statement by statement; nothing before the meeting is opened (A53)."""
    if found.opened_at is None:
        return ()
    framework = layer.library_of(reading).framework
    role = None if found.role is None else framework.roles.get(found.role)
    opened = kept.opened_assessment(reading, found.id)
    own: Answers = {} if opened is None else assessment.shared(reading, opened).answers
    theirs = appraiser_ratings.ratings_of(reading, found.id)
    asked = {each.id for each in statements_for(framework, role, found.also)}
    asked |= set(own) | set(theirs)
    every = [each for each in framework.statements.values() if each.id in asked]
    return lines_of(every, own, theirs, left.settled(reading, found.id))


def standing_at(reading: Reading, record: Person, kind: MoveKind) -> int | None:
    """Where a person stands now in points or level; None: nowhere yet."""
    if kind is MoveKind.LEVEL:
        return record.level
    return reached(left.moves_of(reading, record.id), kind)


def _with_what_was_written(reading: Reading, shown: Meeting, account: AccountId) -> Meeting:
    """*shown* with what gathered for it since the appraisal before."""
    before = shown.appraisal.cycle - _YEAR if shown.last is None else shown.last.cycle
    person = shown.appraisal.person
    seen = practice.seen(reading, person, account)
    return replace(
        shown,
        notes=tuple(plan_reviews.notes_among(reading, [person], since=before)),
        seen=tuple(each for each in seen if each.read_on is not None and each.day >= before),
    )


def _followed(actions: Iterable[PlanAction]) -> frozenset[StatementId]:
    return frozenset(
        StatementId(each.behind.key)
        for each in actions
        if each.behind is not None and each.behind.kind is BehindKind.STATEMENT
    )


def waits_for(found: Appraisal, name: str) -> str:
    """What the meeting of *name* waits for before it can be opened; "" for nothing."""
    waiting = []
    if found.self_expected and found.self_in_at is None:
        waiting.append(f"{name} has not handed in a self-assessment for it yet.")
    if found.ratings_in_at is None:
        waiting.append("The appraiser has not handed in yet.")
    return " ".join(waiting)


def _missing(
    found: Appraisal,
    talked: Sequence[Line],
    silent: Sequence[Prompt],
    waiting: Sequence[Outcome],
) -> tuple[str, ...]:
    if found.stage is not Stage.MEETING:
        return ()
    apart = len(not_settled(talked))
    said_so = []
    if apart:
        said_so.append(f"Differences to agree on, or to put into words: {apart}.")
    if silent:
        said_so.append(f"Prompts to answer, or to mark as not discussed: {len(silent)}.")
    if waiting:
        said_so.append(f"Outcomes that need an action, or a reason for none: {len(waiting)}.")
    return tuple(said_so)
