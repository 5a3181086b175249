"""Everybody's plans together: what waits, what it costs by way, funder and contract."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.developing.development import ActionId, Mode, PlanAction
from lsadesk.domain.developing.plan_reviews import PlanNote, is_review_over
from lsadesk.domain.developing.plan_years import Year
from lsadesk.domain.staff.people import Contract, PersonId

FEWEST = 5  # people in a group of which a figure is told to those who may not see the plans


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsPlan:
    """One person's plan among others': every line of this year or still open.

    *lacks_peers*: they are in no peer network (A50); which network they are in is not told.
    """

    person: PersonId
    name: str
    sort_name: str
    title: str = ""
    team: str = ""
    contract: Contract = Contract.NOT_KNOWN
    actions: tuple[PlanAction, ...] = ()
    last_review: date | None = None
    next_review: date | None = None
    lacks_peers: bool = False

    @property
    def waiting(self) -> tuple[PlanAction, ...]:
        """The lines that are still to be done."""
        return tuple(each for each in self.actions if each.is_open)

    @property
    def without_follow_up(self) -> tuple[PlanAction, ...]:
        """The lines of which something came, and nobody has said what changed at work (A45)."""
        return tuple(each for each in self.actions if each.lacks_follow_up)

    @property
    def next_due(self) -> date | None:
        """The first date among what is to be done."""
        return min((each.due for each in self.waiting if each.due is not None), default=None)

    def past_date(self, day: date) -> tuple[PlanAction, ...]:
        """The lines whose date is over."""
        return tuple(each for each in self.actions if each.is_overdue_on(day))

    def is_review_over(self, day: date) -> bool:
        """Whether the day agreed for a review has gone by."""
        return is_review_over(self.next_review, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The lines of one way, funder or contract; None: too few people to say (`for_others`).

    Cost and release are None where nobody said either of any line. *unpriced* are lines whose
    cost nobody said: without them a sum reads as the whole.
    """

    heading: str
    people: int | None
    lines: int | None
    done: int | None
    cost_pence: int | None
    unpriced: int | None
    release_minutes: int | None


Heading = Callable[[PersonsPlan, PlanAction], str]


def by_mode(_plan: PersonsPlan, action: PlanAction) -> str:
    """The way of developing."""
    return action.mode.value


def by_funder(_plan: PersonsPlan, action: PlanAction) -> str:
    """Who pays (A49)."""
    return action.funder.value


def by_contract(plan: PersonsPlan, _action: PlanAction) -> str:
    """The contract of the person whose plan it is."""
    return plan.contract.value


def totals(plans: Iterable[PersonsPlan], year: Year, heading: Heading) -> list[Total]:
    """The sums under each heading, the most lines first: what was open or closed in *year*."""
    found: defaultdict[str, list[PlanAction]] = defaultdict(list)
    for plan in plans:
        for action in plan.actions:
            if action.closed_on is None or year.covers(action.closed_on):
                found[heading(plan, action)].append(action)
    summed = [_total(name, actions) for name, actions in found.items()]
    return sorted(summed, key=lambda total: (-(total.lines or 0), total.heading))


def whole(plans: Iterable[PersonsPlan], year: Year) -> Total:
    """All of them in one."""
    found = totals(plans, year, lambda _plan, _action: "all lines")
    return found[0] if found else _total("all lines", [])


def for_others(found: Sequence[Total]) -> list[Total]:
    """The same for readers who may not see the plans: small groups keep their figures.

    Where one group is hidden, the next smallest is too: else the sum would give it away.
    """
    order = sorted(found, key=lambda total: total.people or 0)
    hidden = {total.heading for total in order if (total.people or 0) < FEWEST}
    if len(hidden) == 1 and len(order) > 1:
        hidden.add(order[1].heading)
    return [_hidden(total) if total.heading in hidden else total for total in found]


def _hidden(total: Total) -> Total:
    return replace(
        total,
        people=None,
        lines=None,
        done=None,
        cost_pence=None,
        unpriced=None,
        release_minutes=None,
    )


def _total(heading: str, actions: Sequence[PlanAction]) -> Total:
    return Total(
        heading=heading,
        people=len({each.person for each in actions}),
        lines=len(actions),
        done=sum(each.done_on is not None for each in actions),
        cost_pence=_sum([each.cost_pence for each in actions]),
        unpriced=sum(each.cost_pence is None for each in actions),
        release_minutes=_sum([each.release_minutes for each in actions]),
    )


def _sum(numbers: Sequence[int | None]) -> int | None:
    """What was said, together; None where nobody said anything."""
    said = [number for number in numbers if number is not None]
    return sum(said) if said else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapClosed:
    """A line that was done, and the level of the skill behind it when agreed and now."""

    action: ActionId
    person: PersonId
    name: str
    skill: str
    what: str
    mode: Mode
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansBook:
    """All that goes into the workbook of everybody's plans."""

    college: str
    day: date
    plans: Sequence[PersonsPlan]
    notes: Sequence[PlanNote] = ()
    gaps: Sequence[GapClosed] = ()
