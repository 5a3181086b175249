"""A plan as a workbook, and what somebody changed in it taken back in after a look."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.deployment.model import Slot, SlotId
from lsadesk.domain.deployment.unmet import unmet_needs
from lsadesk.domain.rights import CHANGE, EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.week_back import (
    BroughtWeek,
    PlaceDifference,
    WeekBook,
    WeekMark,
    WeekPlace,
    compared,
    told_apart,
)
from lsadesk.errors import UserError
from lsadesk.operations.deploying import placing
from lsadesk.operations.deploying.deployment import WeekPlan, beside_its_week, site_of
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks.taking_weeks import standing_words, week_words
from lsadesk.store.deploying import deployment
from lsadesk.store.trail import Entry

ANOTHER_COLLEGE = (
    "This workbook was written in another college's LSA Desk, so its names do not belong here. "
    "Nothing was read in."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReview:
    """What a workbook would change in *plan*; *published*: then a reason is asked for."""

    plan: int
    published: bool
    written_at: datetime
    team: dict[PersonId, str]
    differences: tuple[PlaceDifference, ...]
    problems: tuple[Problem, ...]


def take_week(desk: Desk, plan: int) -> Done[WeekBook]:
    """*plan* to be written as a workbook that can come back in; it is on the trail already."""
    with desk.reading(Kind.DEPLOYMENT, access=EXPORT) as reading:
        made = beside_its_week(desk, reading, deployment.get(reading, plan))
        changes = deployment.changes(reading, plan)
        mark = WeekMark(
            college=desk.store.college_mark(reading), plan=plan, written_at=desk.store.clock()
        )
    places, problem = _places(made), made.ahead.problem
    planned = Counter({lsa.id: lsa.placement_minutes for lsa in problem.lsas})
    for slot in problem.slots:
        if (who := places[slot.id].person) is not None:
            planned[who] += slot.minutes
    book = WeekBook(
        college=desk.college,
        week=week_words(problem.week, problem.starts),
        standing=standing_words(made.label, changes),
        mark=mark,
        places=tuple(sorted(places.values(), key=lambda each: (each.day, each.span, each.slot))),
        team=_team(made),
        hours={lsa.id: (lsa.weekly_minutes, planned[lsa.id]) for lsa in problem.lsas},
    )
    desk.note(Entry("exported week", Kind.DEPLOYMENT, plan))
    return Done(book, NOTHING)


def write_week_book(book: WeekBook, path: Path, report: Callable[[float], None]) -> None:
    """Write what `take_week` gave; needs no desk.

    *report* is told how far it is (0 to 1); what it raises stops the writing.

    Raises:
        UserError: the file cannot be written.
    """
    from lsadesk.reports.week_workbook import write_week

    write_week(book, path, report)


def read_back(path: Path) -> BroughtWeek:
    """What a week's workbook holds now; read in a process of its own, and needs no desk.

    Raises:
        NotOurs: it is a workbook, but no week of ours.
        UserError: it cannot be read.
    """
    from lsadesk.intake.reading import read_sheets
    from lsadesk.intake.week_book import read_week

    return read_week(read_sheets(path))


def review(desk: Desk, brought: BroughtWeek) -> WeekReview:
    """What *brought* says otherwise than the plan did when it was written.

    What a hard rule would refuse is among its problems, so that the rest can be taken.

    Raises:
        UserError: it is another college's, or its plan is there no more.
    """
    with desk.reading(Kind.DEPLOYMENT, access=CHANGE) as reading:
        if brought.mark.college != desk.store.college_mark(reading):
            raise UserError(ANOTHER_COLLEGE)
        made = beside_its_week(desk, reading, deployment.get(reading, brought.mark.plan))
    differences, problems = compared(brought, _places(made), _team(made))
    possible, refused = _sifted(made, differences)
    return WeekReview(
        plan=brought.mark.plan,
        published=made.label.published is not None,
        written_at=brought.mark.written_at,
        team=_team(made),
        differences=possible,
        problems=(*problems, *refused),
    )


def take(desk: Desk, seen: WeekReview, chosen: Collection[SlotId], *, why: str = "") -> Done[None]:
    """Put the people of the *chosen* differences where the workbook has them, all or none.

    They stay there when the week is planned anew. *why* is asked for a published plan.

    Raises:
        Stale: one of the places has changed since it was reviewed.
        UserError: a hard rule is in the way; it says whose and which.
    """
    wanted = {each.key: each for each in seen.differences if each.key in chosen}
    return placing.rearrange(
        desk,
        seen.plan,
        {slot: each.now for slot, each in wanted.items()},
        seen={slot: each.here for slot, each in wanted.items()},
        pinned=True,
        why=why,
    )


def _sifted(
    made: WeekPlan, differences: Sequence[PlaceDifference]
) -> tuple[tuple[PlaceDifference, ...], list[Problem]]:
    """Those that can be taken together, and why the others cannot."""
    left, refused = tuple(differences), list[Problem]()
    while hinders := placing.hindered(made, {each.key: each.now for each in left}):
        refused += [
            Problem(f"Cell {each.place}", f"{hinders[each.key]} Left as it is.")
            for each in left
            if each.key in hinders
        ]
        left = tuple(each for each in left if each.key not in hinders)
    return left, refused


def _team(made: WeekPlan) -> dict[PersonId, str]:
    return told_apart({lsa.id: lsa.name for lsa in made.ahead.problem.lsas})


def _places(made: WeekPlan) -> dict[SlotId, WeekPlace]:
    slots = made.ahead.problem.slots
    count = Counter(slot.id.session for slot in slots)
    held = {each.slot: each for each in made.plan.assignments}
    unmet = unmet_needs(made.ahead.problem, made.plan)
    why = dict(zip(made.plan.unmet, (need.reason for need in unmet), strict=True))

    def place(slot: Slot) -> WeekPlace:
        session, here = made.ahead.sessions[slot.id.session], held.get(slot.id)
        return WeekPlace(
            slot=slot.id,
            day=slot.day,
            span=slot.span,
            title=slot.title,
            group=slot.group,
            teacher=slot.teacher,
            room=session.room,
            site=site_of(made.ahead, session),
            place=f"{slot.id.index + 1} of {count[slot.id.session]}",
            person=None if here is None else here.person,
            pinned=here is not None and here.pinned,
            why=why.get(slot.id, ""),
        )

    return {slot.id: place(slot) for slot in slots}
