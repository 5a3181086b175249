"""Drafts side by side, two plans compared, and what is published from when until when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lsadesk.domain.calendar import monday_of, uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.deployment import check, penalties
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.deployment.model import Problem, Slot, SlotId
from lsadesk.domain.deployment.rules import SoftRule
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.deploying.deployment import WeekPlan, beside_its_week, free_name
from lsadesk.operations.deploying.placing import whose_hand
from lsadesk.operations.desk import Desk
from lsadesk.store.deploying import deployment
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading

LONGEST_NAME = 60
MOST_WEEKS = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that two plans give to different people; "" stands for nobody."""

    slot: Slot
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class RuleCost:
    """What a soft rule costs in two plans: how often it is broken, and in all."""

    rule: SoftRule
    one: tuple[int, int]
    other: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans of the same week side by side."""

    one: PlanLabel
    other: PlanLabel
    differences: Sequence[Difference]
    costs: Sequence[RuleCost]


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change of a published plan in words; "" where nobody was or is there."""

    place: str
    before: str
    after: str
    when: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Lapse:
    """What stands against a plan from the week that begins on *starts*."""

    starts: date
    sentence: str


def plans(desk: Desk) -> list[PlanLabel]:
    """Every kept plan, the newest first."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        return deployment.all_plans(reading)


def copy_plan(desk: Desk, plan: int, name: str = "") -> Done[int]:
    """Make a draft with all that is in *plan*; its number.

    Raises:
        UserError: the name is taken, or too long.
    """
    with desk.writing(Kind.DEPLOYMENT) as work:
        wanted = name.strip() or free_name(_names(work))
        _require_name(work, wanted)
        made = deployment.copy(work, plan, wanted)
        return desk.keep(
            work,
            made,
            f"Copied a plan to {wanted}",
            Entry("copied plan", Kind.DEPLOYMENT, made),
            Subject.DEPLOYMENT,
        )


def rename_plan(desk: Desk, read: PlanLabel, name: str) -> Done[None]:
    """Call the plan that was read as *read* otherwise.

    Raises:
        Stale: somebody has changed it since.
        UserError: there is no name, it is taken, or it is too long.
    """
    with desk.writing(Kind.DEPLOYMENT) as work:
        wanted = name.strip()
        if wanted != read.name:
            _require_name(work, wanted)
        deployment.rename(work, read.id, read.version, wanted)
        return desk.keep(
            work,
            None,
            f"Called a plan {wanted}",
            Entry("renamed plan", Kind.DEPLOYMENT, read.id),
            Subject.DEPLOYMENT,
        )


def remove_draft(desk: Desk, read: PlanLabel) -> Done[None]:
    """Take a draft away.

    Raises:
        Stale: somebody has changed it since.
        UserError: it is published, and so stays for the record.
    """
    with desk.writing(Kind.DEPLOYMENT) as work:
        if deployment.get(work, read.id).published is not None:
            raise UserError("This plan is published, and stays for the record.")
        deployment.remove(work, read.id, read.version)
        return desk.keep(
            work,
            None,
            f"Removed {read.name}",
            Entry("removed plan", Kind.DEPLOYMENT, read.id),
            Subject.DEPLOYMENT,
        )


def publish(desk: Desk, plan: int, *, starts: date, ends: date) -> Done[None]:
    """Make *plan* what happens from *starts* to *ends*, both included.

    Where two plans are published for a day, the one that was published last counts.

    Raises:
        UserError: it ends before it starts, or somebody stands where no rule lets them.
    """
    if ends < starts:
        raise UserError("The last day is before the first. Choose a later last day.")
    with desk.writing(Kind.DEPLOYMENT) as work:
        kept = deployment.get(work, plan)
        broken = _broken_in(beside_its_week(desk, work, kept, starts=monday_of(starts)))
        if broken:
            raise UserError(f"The plan cannot stand from its first week: {broken[0]}")
        deployment.publish(work, plan, starts, ends, whose_hand(desk, work))
        return desk.keep(
            work,
            None,
            f"Published {kept.name} from {uk_date(starts)} to {uk_date(ends)}",
            Entry("published plan", Kind.DEPLOYMENT, plan, f"{starts} {ends}"),
            Subject.DEPLOYMENT,
        )


def lapses(desk: Desk, plan: int, *, starts: date, ends: date) -> list[Lapse]:
    """What comes to stand against *plan* within its days, each where it begins.

    A certificate may lapse in the second month of a plan, an agency contract end.
    """
    found: dict[str, date] = {}
    with desk.reading(Kind.DEPLOYMENT) as reading:
        kept = deployment.get(reading, plan)
        year = planning.year(reading)
        for monday in _mondays(starts, ends):
            if year.opens_in_week_of(monday) and kept.week.runs_in(year.week_of(monday)):
                for sentence in _broken_in(beside_its_week(desk, reading, kept, starts=monday)):
                    found.setdefault(sentence, monday)
    return [Lapse(monday, sentence) for sentence, monday in found.items()]


def compare(desk: Desk, one: int, other: int) -> Comparison:
    """What differs between two plans, both beside the week of the first as it stands now."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        first = deployment.get(reading, one)
        left = beside_its_week(desk, reading, first)
        second = deployment.get(reading, other)
        right = beside_its_week(desk, reading, second, starts=left.ahead.problem.starts)
    problem = left.ahead.problem
    names = {lsa.id: lsa.name for lsa in problem.lsas}
    ours, theirs = left.plan.by_slot(), right.plan.by_slot()
    return Comparison(
        left.label,
        right.label,
        [
            Difference(slot, _said(names, ours.get(slot.id)), _said(names, theirs.get(slot.id)))
            for slot in problem.slots
            if ours.get(slot.id) != theirs.get(slot.id)
        ],
        _costs(problem, ours, theirs),
    )


def changes(desk: Desk, plan: int) -> list[ToldChange]:
    """What was changed in *plan* since it was published, the newest first."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        made = beside_its_week(desk, reading, deployment.get(reading, plan))
        found = deployment.changes(reading, plan)
        names = {person.id: person.name for person in people.everybody(reading)}
    return [
        ToldChange(
            _place(made, change.slot),
            _said(names, change.before),
            _said(names, change.after),
            f"{uk_date(change.at.astimezone().date())} {change.at.astimezone():%H.%M}",
            change.by,
            change.why,
        )
        for change in found
    ]


def _costs(problem: Problem, ours: penalties.Placed, theirs: penalties.Placed) -> list[RuleCost]:
    both = zip(penalties.bill(problem, ours), penalties.bill(problem, theirs), strict=True)
    return [
        RuleCost(rule, (often, cost), (other_often, other_cost))
        for (rule, often, cost), (_, other_often, other_cost) in both
    ]


def _names(reading: Reading) -> list[str]:
    return [each.name for each in deployment.all_plans(reading)]


def _require_name(reading: Reading, name: str) -> None:
    if not name:
        raise UserError("Give the plan a name.")
    if len(name) > LONGEST_NAME:
        raise UserError(f"Choose a name of at most {LONGEST_NAME} letters.")
    if name in _names(reading):
        raise UserError(f"There is a plan called {name} already. Choose another name.")


def _broken_in(made: WeekPlan) -> list[str]:
    return [each.sentence for each in check.broken_rules(made.ahead.problem, made.plan)]


def _place(made: WeekPlan, slot: SlotId) -> str:
    session = made.ahead.sessions.get(slot.session)
    if session is None:
        return ""
    what = ", ".join(filter(None, (session.title, session.group)))
    return f"{session.day.short} {session.span} {what}"


def _said(names: dict[PersonId, str], person: PersonId | None) -> str:
    return "" if person is None else names.get(person, "somebody")


def _mondays(starts: date, ends: date) -> Iterable[date]:
    first = monday_of(starts)
    weeks = min((ends - first).days // 7 + 1, MOST_WEEKS)
    return (first + timedelta(weeks=week) for week in range(weeks))
