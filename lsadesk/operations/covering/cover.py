"""Cover at a quarter to eight: who could stand in, whom to move, and what was settled.

A plan is never altered here: cover is kept by date beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lsadesk import planner
from lsadesk.domain.calendar import TimeSpan, uk_date
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.covering.cover import Cover, CoverDay, first_to_be_covered, halves, is_gone
from lsadesk.domain.covering.stand_ins import ForTheDay, StandIn, StandIns, best_for_all
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import Slot, SlotId
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.desk import Desk
from lsadesk.store.covering import cover
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

NO_LONGER = "This place is not open any more. Look at the day again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A place that a proposal gives to another person; None stands for nobody."""

    slot: Slot
    before: PersonId | None
    after: PersonId | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Cover that was worked out and not yet kept.

    *moves* are by time; *dropped* are places that would stay or become open, with why.
    """

    covers: Sequence[Cover]
    moves: Sequence[Move]
    dropped: Sequence[Move]


def stand_ins(seen: CoverBoard, slot: SlotId) -> list[StandIn]:
    """Everybody for *slot*, the safe ones on top; touches no college file."""
    day = _day(seen)
    return StandIns(day, seen.around).for_place(_slot(day, slot))


def for_the_day(seen: CoverBoard, absent: PersonId) -> list[ForTheDay]:
    """Who could take how much of what *absent* leaves open; touches no college file."""
    return StandIns(_day(seen), seen.around).for_the_day(absent)


def why_open(seen: CoverBoard, slot: SlotId) -> str:
    """Why nobody can take *slot*, counted over everybody; touches no college file.

    "" where somebody could, and at a work placement, which is no part of the planned week.
    """
    day = _day(seen)
    if seen.placement_at(_slot(day, slot)) is not None:
        return ""
    reasons = Reasons(day.problem, day.as_plan())
    return "" if reasons.could_be_covered(slot) else reasons.headline(slot)


def least_change(seen: CoverBoard) -> Proposal:
    """Whom to move so that the most is covered with the least change; touches no college file.

    Places that the plan itself leaves open are filled with them. What was settled for the day
    by hand stays, and nobody is moved to or from a work placement.
    """
    day = _day(seen)
    inside = {slot.id for slot in day.problem.slots}
    lost = [slot.id for slot in (*day.uncovered, *day.unfilled) if slot.id in inside]
    placed = {slot: who for slot, who in day.placed.items() if slot in inside}
    fixed = inside & day.covers.keys() - set(lost)
    found = planner.replan(day.problem, placed, lost, fixed=fixed, few_changes=True)
    return _proposal(seen, day, found)


def settle(desk: Desk, seen: CoverBoard, covers: Sequence[Cover], told: str) -> Done[None]:
    """Keep *covers* for the day that was *seen*; *told* is what Undo shows.

    Raises:
        Stale: somebody has changed the day's cover or absences since it was seen.
        UserError: a rule keeps somebody from a place they were to take.
    """
    before = _day(seen)
    after = before.with_covers(_released(before, covers))
    _require_allowed(after, [each.slot for each in covers])
    return _keep(desk, seen, list(after.covers.values()), told)


def split(desk: Desk, seen: CoverBoard, slot: SlotId) -> Done[None]:
    """Make two halves of an open place, to be covered one by one.

    Raises:
        UserError: it is too short to be split, or split already.
    """
    day = _day(seen)
    whole = _slot(day, slot)
    parts = None if slot.part or whole.overnight else halves(whole.span)
    if parts is None:
        raise UserError("This place is too short to be split once more.")
    made = [
        Cover(slot=slot._replace(part=number), span=span, minutes=span.minutes)
        for number, span in enumerate(parts, 1)
    ]
    kept = [each for each in day.covers.values() if each.slot != slot]
    return _keep(desk, seen, [*kept, *made], f"Split {_where(whole)} in two")


def leave_open(desk: Desk, seen: CoverBoard, slot: SlotId, why: str) -> Done[None]:
    """Record that nobody comes to *slot* on the day, and why, in words.

    Raises:
        UserError: no reason is given.
    """
    if not why.strip():
        raise UserError("Say in a few words why it is left open: it is asked about later.")
    place = _slot(_day(seen), slot)
    made = Cover(slot=slot, minutes=place.minutes, span=_part_span(place), why=why.strip())
    return settle(desk, seen, [made], f"Left {_where(place)} open")


def as_planned(desk: Desk, seen: CoverBoard, slot: SlotId) -> Done[None]:
    """Take back what was settled for *slot*, with both halves where it is split."""
    day = _day(seen)
    kept = [each for each in day.covers.values() if each.slot.whole != slot.whole]
    place = next((each for each in day.today if each.id.whole == slot.whole), None)
    if place is None:
        raise UserError(NO_LONGER)
    return _keep(desk, seen, kept, f"Took back the cover of {_where(place)}")


def choose(desk: Desk, seen: CoverBoard, slot: SlotId, person: PersonId) -> Done[None]:
    """Give *slot* to *person* for the day.

    Raises:
        Stale: as in `settle`.
        UserError: a rule keeps them from it.
    """
    place = _slot(_day(seen), slot)
    made = cover_of(place, person)
    return settle(desk, seen, [made], f"{seen.names[person]} covers {_where(place)}")


def exchange(desk: Desk, seen: CoverBoard, one: SlotId, other: SlotId) -> Done[None]:
    """Record that the people of two places have swapped them for the day.

    Raises:
        Stale: as in `settle`.
        UserError: it is one person, nobody is in one of them, or a rule keeps somebody out.
    """
    day = _day(seen)
    first, second = day.placed.get(one), day.placed.get(other)
    if first is None or second is None or first == second:
        raise UserError("Choose two places that two people have. Nothing was changed.")
    made = [cover_of(_slot(day, one), second), cover_of(_slot(day, other), first)]
    return settle(desk, seen, made, f"{seen.names[first]} and {seen.names[second]} swapped")


def choose_for_the_day(
    desk: Desk, seen: CoverBoard, person: PersonId, slots: Sequence[SlotId]
) -> Done[None]:
    """Give all of *slots* to *person* for the day."""
    day = _day(seen)
    made = [cover_of(_slot(day, slot), person) for slot in slots]
    return settle(desk, seen, made, f"{seen.names[person]} covers the day")


def take_best(desk: Desk, seen: CoverBoard) -> Done[int]:
    """Give every open place the best who is safe for it; how many that were."""
    made = [_with_span(_day(seen), each) for each in best_for_all(_day(seen), seen.around)]
    if not made:
        return Done(0, NOTHING)
    done = settle(desk, seen, made, f"Covered {_counted(len(made))}, {uk_date(seen.on)}")
    return Done(len(made), done.changes)


def keep_proposal(desk: Desk, seen: CoverBoard, proposal: Proposal) -> Done[None]:
    """Keep what `least_change` proposed, and record what it drops in its words."""
    number = len(proposal.moves)
    return settle(desk, seen, proposal.covers, f"Covered with {number} changes of places")


def cover_of(slot: Slot, person: PersonId) -> Cover:
    """*person* in *slot*."""
    return Cover(slot=slot.id, minutes=slot.minutes, person=person, span=_part_span(slot))


def _proposal(seen: CoverBoard, day: CoverDay, found: Mapping[SlotId, PersonId]) -> Proposal:
    reasons = Reasons(day.problem, replace(day, placed=found).as_plan())
    covers, moves, dropped = [], [], []
    uncovered = {each.id for each in day.uncovered}
    for slot in sorted(day.in_college, key=lambda slot: (slot.start, slot.id)):
        before, after = day.placed.get(slot.id), found.get(slot.id)
        lost = slot.id in uncovered
        if before == after and not lost:
            continue
        if after is None:
            why = _why_dropped(seen, slot, reasons)
            dropped.append(Move(slot=slot, before=before, after=None, why=why))
            if not lost:
                covers.append(replace(cover_of(slot, PersonId(0)), person=None, why=why))
            continue
        moves.append(Move(slot=slot, before=before, after=after))
        covers.append(cover_of(slot, after))
    in_order = first_to_be_covered([each.slot for each in dropped], seen.around.may_do_without)
    rank = {slot.id: at for at, slot in enumerate(in_order)}
    dropped.sort(key=lambda each: -rank[each.slot.id])
    return Proposal(covers=covers, moves=moves, dropped=dropped)


def _why_dropped(seen: CoverBoard, slot: Slot, reasons: Reasons) -> str:
    if slot.id.session in seen.around.may_do_without:
        return "The timetable says that it may do without an LSA. " + reasons.headline(slot.id)
    return reasons.headline(slot.id)


def _keep(desk: Desk, seen: CoverBoard, covers: Iterable[Cover], told: str) -> Done[None]:
    with desk.writing(Kind.DEPLOYMENT) as work:
        elsewhere = _beside_what_was_seen(work, seen)
        cover.set_covers(work, seen.on, [*elsewhere, *covers])
        return desk.keep(
            work,
            None,
            told,
            Entry("settled cover", Kind.DEPLOYMENT, detail=seen.on.isoformat()),
            Subject.COVER,
        )


def _beside_what_was_seen(work: Work, seen: CoverBoard) -> list[Cover]:
    """The day's cover of places that do not run after all, which stays as it is.

    Raises:
        Stale: the day is not as it was seen.
    """
    known = cover.covers(work, seen.on)
    shown = {} if seen.day is None else seen.day.covers
    if known != list(seen.kept) or list(seen.absences) != cover.absences(work, seen.on, seen.on):
        raise Stale("Somebody else has just changed this day. Look at it again.")
    return [each for each in known if each.slot not in shown]


def _require_allowed(day: CoverDay, slots: Iterable[SlotId]) -> None:
    """Refuse cover by somebody whom a hard rule keeps from the place."""
    team = {lsa.id: lsa for lsa in day.problem.lsas}
    for slot in slots:
        cover_ = day.covers[slot]
        if cover_.person is None:
            continue
        lsa = team.get(cover_.person)
        if lsa is None:
            raise UserError("This person is not on the team that day. Choose somebody else.")
        held = [each for each in day.held_by(lsa.id) if each.id != slot]
        reasons = day.hindrances(lsa, _slot(day, slot), held)
        if reasons:
            raise UserError(f"{lsa.name} cannot take this place: {'; '.join(reasons)}.")


def _released(day: CoverDay, covers: Sequence[Cover]) -> list[Cover]:
    """*covers* with whom the plan has there, where they are in college but moved."""
    return [replace(each, released=_moved(day, each)) for each in covers]


def _moved(day: CoverDay, made: Cover) -> PersonId | None:
    person = day.planned.get(made.slot)
    lsa = next((lsa for lsa in day.problem.lsas if lsa.id == person), None)
    if lsa is None or person == made.person:
        return None
    return None if is_gone(lsa, day.slots[made.slot]) else person


def _day(seen: CoverBoard) -> CoverDay:
    if seen.day is None:
        raise UserError("There is no plan for this day. Make a plan for its week first.")
    return seen.day


def _slot(day: CoverDay, slot: SlotId) -> Slot:
    found = day.slots.get(slot)
    if found is None:
        raise UserError(NO_LONGER)
    return found


def _with_span(day: CoverDay, made: Cover) -> Cover:
    return replace(made, span=_part_span(_slot(day, made.slot)))


def _part_span(slot: Slot) -> TimeSpan | None:
    return slot.span if slot.id.part else None


def _where(slot: Slot) -> str:
    return f"{slot.title or slot.group}, {slot.day.short} {slot.span}"


def _counted(number: int) -> str:
    return "1 place" if number == 1 else f"{number} places"
