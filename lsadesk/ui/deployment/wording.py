"""What the planner's page says of a week and its plan, in plain words."""

from math import ceil

from lsadesk.domain.calendar import Week, clock, uk_date
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.deployment.model import Plan, Problem, Slot
from lsadesk.domain.deployment.unmet import asked
from lsadesk.operations.deploying.deployment import WeekAhead, WeekPlan
from lsadesk.ui.words import count, tr


def headline(plan: Plan, places: int, broken: int) -> str:
    """How much of the week is covered, whether any plan could cover more, and how many places
    are *broken*: with somebody whom a rule keeps out of them by now."""
    said = _covered(plan, places)
    if not broken:
        return said
    kept_out = count(broken, "place has somebody", "places have somebody")
    return f"{said} {tr('{places} whom a rule keeps out.', places=kept_out)}"


def _covered(plan: Plan, places: int) -> str:
    unmet, least = len(plan.unmet), plan.bound.slots
    if not unmet:
        return tr("All {places} are covered.", places=count(places, "place", "places"))
    said = tr("{unmet} of {places} not covered", unmet=f"{unmet:,}", places=_places(places))
    if least >= unmet:
        return tr("{said}: no plan can do better.", said=said)
    if least:
        return tr("{said}; at least {least} cannot be avoided.", said=said, least=least)
    return tr("{said}.", said=said)


def plan_words(label: PlanLabel) -> str:
    """Draft 2, or what is published with its days."""
    if label.published is None:
        return label.name or tr("Draft")
    first, last = label.published.starts, label.published.ends
    days = f"{first.day} {first:%b} - {uk_date(last)}"
    return tr("{name}, published {days}", name=label.name or tr("Plan"), days=days)


def so_far(plan: Plan, places: int) -> str:
    """The same while a search goes on, with how far it can be from the best there is."""
    if not plan.unmet:
        said = tr("All {places} are covered; sharing them better.", places=_places(places))
    else:
        unmet = f"{len(plan.unmet):,}"
        said = tr("{unmet} of {places} not covered so far.", unmet=unmet, places=_places(places))
    if plan.gap is None:
        return said
    return f"{said} {_gap_words(plan.gap)}"


def _gap_words(gap: float) -> str:
    if gap <= 0:
        return tr("All in all no plan can be better.")
    if gap < 0.01:
        return tr("All in all it costs less than 1 % more than the best there can be.")
    return tr(
        "All in all it costs at most {share} % more than the best there can be.",
        share=ceil(100 * gap),
    )


def week_title(problem: Problem, *, two_weeks: bool) -> str:
    """Week A, from 30 Nov 2026."""
    starts = uk_date(problem.starts)
    if two_weeks and problem.week is not Week.BOTH:
        return tr("Week {week}, from {starts}", week=problem.week.value, starts=starts)
    return tr("Week from {starts}", starts=starts)


def made_words(made: WeekPlan) -> str:
    """When the plan was made and what was proven of it, or that the college has changed since."""
    at = made.made_at.astimezone()
    said = tr("{day} at {time}", day=uk_date(at.date()), time=clock(at.time()))
    if made.outdated:
        return tr(
            "This plan is from {at}. The timetable, the people or their skills have changed "
            "since: make a plan again.",
            at=said,
        )
    planned, plan = tr("Planned {at}", at=said), made.plan
    if plan.gap is None or not plan.bound.in_all:
        return planned
    return f"{planned}. {_gap_words(plan.gap)}"


def day_names(problem: Problem) -> list[str]:
    """Mon 30 Nov, Tue 1 Dec... for the days with sessions."""
    days = sorted({slot.day for slot in problem.slots})
    dates = [(day, problem.date_of(day)) for day in days]
    return [f"{day.short} {date.day} {date:%b}" for day, date in dates]


def place_words(ahead: WeekAhead, slot: Slot) -> str:
    """When and where a slot is: Tuesday 10.45-12.15, Group B, K2, Main."""
    room = ahead.sessions[slot.id.session].room
    site = "" if slot.site is None else ahead.sites[slot.site]
    parts = (f"{slot.day.name.title()} {slot.span}", slot.group, room, site)
    return ", ".join(part for part in parts if part)


def need_words(problem: Problem, slot: Slot) -> str:
    """What whoever comes must have, and what would help."""
    must = asked(problem, slot)
    helps = sorted(problem.names.skills[skill] for skill in slot.helpful)
    lines = [tr("Must have: {what}", what=must)] if must else []
    if helps:
        lines.append(tr("Would help: {what}", what=", ".join(helps)))
    return "\n".join(lines)


def _places(number: int) -> str:
    return count(number, "place", "places")
