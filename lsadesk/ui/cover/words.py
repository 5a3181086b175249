"""What the cover page says, in plain words."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.covering.cover import Absence, Away
from lsadesk.domain.covering.stand_ins import StandIn
from lsadesk.domain.deployment.model import Slot
from lsadesk.domain.deployment.unmet import asked
from lsadesk.domain.placements.placements import Placement
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.ui.words import count, tr


def day_words(on: date) -> str:
    """Tuesday 24 Nov 2026."""
    return f"{Weekday(on.weekday()).name.title()} {uk_date(on)}"


def away_words(seen: CoverBoard, absence: Absence) -> str:
    """Kay Lewis, all day, until 27 Nov 2026."""
    parts = [_who(seen, absence), tr("all day") if absence.span is None else str(absence.span)]
    if absence.last > seen.on:
        parts.append(tr("until {day}", day=uk_date(absence.last)))
    return ", ".join(parts)


def headline(seen: CoverBoard) -> str:
    """How much of the day is covered, and which learner at work has lost whoever was beside them.

    "" where the plan has no gap and nobody is missed.
    """
    said = (_covered_words(seen), *map(partial(_alone_words, seen), seen.alone_at_placements))
    return " ".join(each for each in said if each)


def _alone_words(seen: CoverBoard, placement: Placement) -> str:
    references = {each.id: each.reference for each in seen.learners}
    return tr(
        "\u25b2 {learner} is at a work placement without {name}, {hours}: choose who goes along, "
        "and ring {place}.",
        learner=references.get(placement.learner, tr("A learner")),
        name="" if placement.lsa is None else seen.names[placement.lsa],
        hours=str(seen.hours_of(placement)),
        place=placement.place,
    )


def _covered_words(seen: CoverBoard) -> str:
    day = seen.day
    unsafe = 0 if day is None else len(day.unsafe)
    if day is None or not (day.touched or day.unfilled or day.off or unsafe):
        return ""
    touched, still = len(day.touched), len(day.uncovered)
    if not touched and not day.off and not unsafe:
        said = tr("Nobody is missing: everyone is where the plan has them.")
    elif not touched:
        said = ""
    elif not still:
        said = (
            tr("Done: the one place that changed is settled.")
            if touched == 1
            else tr("Done: all {places} that changed are settled.", places=_places(touched))
        )
    else:
        said = tr(
            "{still} still to be covered, of {places} that changed.",
            still=f"{still}",
            places=_places(touched),
        )
    if day.unfilled:
        said += " " + (
            tr("The plan itself leaves 1 place open: it is listed last.")
            if len(day.unfilled) == 1
            else tr(
                "The plan itself leaves {places} open: they are listed last.",
                places=_places(len(day.unfilled)),
            )
        )
    if unsafe:
        said += " " + (
            tr("\u25b2 1 person may not do on this day what their place asks: it is listed.")
            if unsafe == 1
            else tr(
                "\u25b2 In {places} somebody may not do on this day what is asked: see the list.",
                places=_places(unsafe),
            )
        )
    if day.off:
        said += " " + (
            tr("1 place does not run; a slip tells whoever was to be there.")
            if len(day.off) == 1
            else tr(
                "{places} do not run; slips tell whoever was to be there.",
                places=_places(len(day.off)),
            )
        )
    return said.strip()


def not_missed_words(seen: CoverBoard, away: Sequence[Away]) -> str:
    """Who of those *away* has nothing on the day that is *seen*; "" where each is missed."""
    day = seen.day
    if day is None:
        return ""
    free = [
        seen.names[each.person]
        for each in away
        if each.person is not None
        and not any(
            day.placed.get(slot.id) == each.person
            and (each.span is None or each.span.overlaps(slot.span))
            for slot in day.today
        )
    ]
    if not free:
        return ""
    names = ", ".join(free)
    on = day_words(seen.on)
    return tr("Nothing is left open by {names}: no sessions then on {day}.", names=names, day=on)


def plan_words(seen: CoverBoard) -> str:
    """Which plan the day rests on."""
    if seen.published:
        return tr("By the published plan “{name}”.", name=seen.plan) if seen.plan else ""
    return tr("No plan is published for this day: what you see is of “{name}”.", name=seen.plan)


def where_words(slot: Slot) -> str:
    """Cookery, Blue."""
    return ", ".join(part for part in (slot.title, slot.group) if part)


def for_words(seen: CoverBoard, slot: Slot) -> str:
    """What a place asks for, and for whom where it is beside one learner."""
    learner = [each.reference for each in seen.come_to(slot) if each.id == slot.learner]
    must = asked(seen.day.problem, slot) if seen.day is not None else ""
    return ", ".join([*learner, *([must] if must else [])])


def now_words(seen: CoverBoard, slot: Slot, *, is_safe: bool) -> str:
    """Who has a place now, and whether they may, or why nobody does."""
    if seen.day is None:
        return ""
    person, cover = seen.day.placed.get(slot.id), seen.day.covers.get(slot.id)
    name = "" if person is None else seen.names.get(person, "")
    if not is_safe:
        return tr("\u25b2 may not: {name}", name=name)
    if person is not None:
        return f"\u2713 {name}"
    if cover is not None and cover.why:
        return tr("left open: {why}", why=cover.why)
    if slot.id not in seen.day.planned:
        return tr("\u25b2 open in the plan")
    return tr("\u25b2 nobody yet")


def planned_words(seen: CoverBoard, slot: Slot) -> str:
    """Whom the plan has there."""
    person = None if seen.day is None else seen.day.planned.get(slot.id)
    return tr("nobody") if person is None else seen.names.get(person, "")


def why_words(found: StandIn) -> str:
    """What speaks for somebody, or what keeps them from it."""
    if found.is_safe:
        return ", ".join(found.reasons)
    return tr("cannot: {why}", why="; ".join(found.hindrances))


def brief_why(found: StandIn) -> str:
    """The same in less room: a cross for what keeps somebody from it."""
    return why_words(found) if found.is_safe else f"\u2715 {'; '.join(found.hindrances)}"


def hours_words(minutes: int) -> str:
    """1 h 30, 45 min, none."""
    hours, rest = divmod(minutes, 60)
    if not minutes:
        return tr("none")
    if not hours:
        return tr("{rest} min", rest=rest)
    return tr("{hours} h {rest}", hours=hours, rest=f"{rest:02}") if rest else f"{hours} h"


def left_words(found: StandIn) -> str:
    """What somebody's week leaves after plan and cover."""
    return tr("as asked") if found.left is None else hours_words(found.left)


def fairness() -> str:
    """How people are put in order, as it can be told to them."""
    return tr(
        "In order: whom the learners know, who brings most of what helps, who has covered "
        "least this term, and who has most of their weekly hours left."
    )


def _who(seen: CoverBoard, absence: Absence) -> str:
    if absence.person is not None:
        return seen.names.get(absence.person, "")
    if absence.site is not None:
        return tr("{site} is closed", site=seen.sites.get(absence.site, ""))
    return tr("{group} is out", group=absence.group)


def _places(number: int) -> str:
    return count(number, "place", "places")
