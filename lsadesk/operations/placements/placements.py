"""Work placements: arranged by whoever deploys, written up by them and the LSA beside the learner.

What is asked *of* somebody is asked as the LSA of a placement: only theirs are open then.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from lsadesk.domain.calendar import monday_of
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.covering.proofs import unproven
from lsadesk.domain.placements.as_sessions import session_of
from lsadesk.domain.placements.placements import (
    Entry,
    EntryDetails,
    EntryId,
    Placement,
    PlacementDetails,
    PlacementId,
    PlacementRecord,
    ToWrite,
    next_day,
    tidied,
    to_write,
    wrong_with,
    wrong_with_entry,
)
from lsadesk.domain.placements.report import PlacementReport
from lsadesk.domain.rights import EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.errors import UserError
from lsadesk.operations.deploying.deployment import gathered
from lsadesk.operations.desk import Desk
from lsadesk.store import trail
from lsadesk.store.placements import placements as rows
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners, planning
from lsadesk.store.work import Reading, Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placements:
    """The placements that are open to whoever asks.

    For a form *learners* by reference and *staff* by name: those who are here or placed already.
    """

    records: tuple[PlacementRecord, ...]
    learners: dict[LearnerId, str]
    staff: dict[PersonId, str]
    today: date


def placements(desk: Desk) -> Placements:
    """Every placement, the latest to end first."""
    with desk.reading(Kind.PLACEMENT) as reading:
        found, today = tuple(rows.records(reading)), reading.today
        placed = {each.placement.learner for each in found}
        beside = {each.placement.lsa for each in found}
        known, staff = learners.all_learners(reading), people.everybody(reading)
        return Placements(
            records=found,
            learners={
                each.id: each.reference
                for each in known
                if each.is_here(today) or each.id in placed
            },
            staff={
                each.id: each.name for each in staff if each.works_on(today) or each.id in beside
            },
            today=today,
        )


def placements_of(desk: Desk, person: PersonId) -> Placements:
    """The placements that *person* supports; what only forms of placements ask stays empty."""
    with desk.reading(Kind.PLACEMENT, person) as reading:
        own = tuple(rows.records(reading, of=person))
        return Placements(records=own, learners={}, staff={}, today=reading.today)


def due_placements(reading: Reading, *, of: PersonId | None = None) -> tuple[ToWrite, ...]:
    """What is to be done now of every placement, or of those that one person supports."""
    due = (to_write(each, reading.today) for each in rows.unfinished(reading, of=of))
    return tuple(each for each in due if each)


def add_placement(desk: Desk, wanted: PlacementDetails) -> Done[PlacementId]:
    """Add a placement.

    Raises:
        UserError: the place is not said, it ends before it begins, or a text is too long.
    """
    _require_sound(wrong_with(wanted))
    with desk.writing(Kind.PLACEMENT) as work:
        learners.get(work, wanted.learner)
        placement = rows.add(work, wanted)
        return _kept(desk, work, placement, "Added a work placement", placement)


def change_placement(desk: Desk, read: Placement, wanted: PlacementDetails) -> Done[None]:
    """Write *wanted* over the placement that was *read*.

    Raises:
        Stale: somebody has changed it since.
        UserError: as for `add_placement`.
    """
    _require_sound(wrong_with(wanted))
    with desk.writing(Kind.PLACEMENT) as work:
        rows.change(work, read, wanted)
        return _kept(desk, work, None, "Changed a work placement", read.id)


def lacking(desk: Desk, number: PlacementId) -> str:
    """What the LSA of a placement lacks of what its learner asks on the next day there.

    "" where nothing is lacking, nobody goes along, or no day is left.
    """
    with desk.reading(Kind.PLACEMENT) as reading:
        desk.require(reading, READ, Kind.DEPLOYMENT, None)
        found = (each.placement for each in rows.records(reading))
        placement = next(each for each in found if each.id == number)
        on = next_day(placement, reading.today)
        if placement.lsa is None or on is None:
            return ""
        week = planning.year(reading).week_of(on)
        ahead = gathered(desk, reading, week, monday_of(on))
        slots = [slot for slot in ahead.at_work if slot.id.session == session_of(number)]
        why = unproven(ahead.problem, slots, dict.fromkeys((s.id for s in slots), placement.lsa))
        return next(iter(why.values()), "")


def remove_placement(desk: Desk, read: Placement) -> Done[None]:
    """Take a placement away with its visits, feedback and report, as if it had never been.

    Raises:
        Stale: somebody has changed it since.
    """
    with desk.writing(Kind.PLACEMENT) as work:
        rows.remove(work, read)
        return _kept(desk, work, None, "Removed a work placement", read.id)


def write_entry(
    desk: Desk,
    placement: PlacementId,
    details: EntryDetails,
    read: Entry | None = None,
    *,
    of: PersonId | None = None,
) -> Done[EntryId]:
    """Write a visit, a week's feedback or the end report, or change the one that was *read*.

    Raises:
        Stale: somebody has changed the entry since.
        UserError: nothing is said, it is too long, it is of a day to come, or the placement is
            not one of those that *of* supports.
    """
    told = tidied(details)
    _require_sound(wrong_with_entry(told, desk.today))
    with desk.writing(Kind.PLACEMENT, of) as work:
        _require_theirs(work, placement, of)
        entry = rows.write_entry(work, placement, told, read)
        sentence = f"Wrote down of a work placement: {told.kind.value}"
        return _kept(desk, work, entry, sentence, placement, of=of)


def remove_entry(desk: Desk, read: Entry, *, of: PersonId | None = None) -> Done[None]:
    """Take an entry away.

    Raises:
        Stale: somebody has changed it since.
        UserError: the placement is not one of those that *of* supports.
    """
    with desk.writing(Kind.PLACEMENT, of) as work:
        _require_theirs(work, read.placement, of)
        rows.remove_entry(work, read.placement, read)
        sentence = f"Removed from a work placement: {read.kind.value}"
        return _kept(desk, work, None, sentence, read.placement, of=of)


def export_report(
    desk: Desk, placement: PlacementId, path: Path, *, of: PersonId | None = None
) -> Done[None]:
    """Write the report of a placement as a PDF.

    Raises:
        UserError: it is there no more or is not *of*'s, or the file cannot be written.
    """
    from lsadesk.reports.placement_pdf import write_placement

    with desk.reading(Kind.PLACEMENT, of, access=EXPORT) as reading:
        found = rows.record(reading, placement)
    if of is not None and found.placement.lsa != of:
        raise UserError("This placement is no longer among those that you can print.")
    write_placement(PlacementReport(college=desk.college, printed=desk.today, record=found), path)
    desk.note(trail.Entry("printed a placement report", Kind.PLACEMENT, placement))
    return Done(None, NOTHING)


def _require_sound(wrong: dict[str, str]) -> None:
    if wrong:
        raise UserError(next(iter(wrong.values())))


def _require_theirs(reading: Reading, placement: PlacementId, of: PersonId | None) -> None:
    supporter = rows.supporter(reading, placement)
    if of is not None and supporter != of:
        raise UserError("Only the LSA of a placement, and whoever plans, can write in it.")


def _kept(
    desk: Desk,
    work: Work,
    result: T,
    sentence: str,
    placement: PlacementId,
    *,
    of: PersonId | None = None,
) -> Done[T]:
    entry = trail.Entry("changed a placement", Kind.PLACEMENT, placement)
    return desk.keep(work, result, sentence, entry, Subject.PLACEMENTS, about=of)
