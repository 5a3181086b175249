"""Who or what is away on which days. Why is never asked: that would be health data."""

from collections.abc import Sequence
from datetime import date, timedelta

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.covering.cover import Absence, Away
from lsadesk.domain.rights import Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.covering import cover
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

LONGEST_ABSENCE = 366  # days


def mark_away(desk: Desk, away: Sequence[Away]) -> Done[None]:
    """Keep that people, sites or groups are away; why is not asked.

    Raises:
        UserError: there is nobody, or the days or times cannot be right.
    """
    if not away:
        raise UserError("Choose who is away: a person, a site or a group.")
    for each in away:
        _require_sense(each)
    with desk.writing(Kind.ABSENCE) as work:
        known = cover.absences(work, away[0].first, away[0].last)
        fresh = [each for each in away if not any(_same(each, other) for other in known)]
        for each in fresh:
            cover.add_absence(work, each)
        return desk.keep(
            work,
            None,
            f"Marked {_told_away(work, away)} as away",
            Entry("marked away", Kind.ABSENCE, detail=f"people: {len(fresh)}"),
            Subject.COVER,
        )


def take_back(desk: Desk, absence: Absence, on: date) -> Done[None]:
    """They are there on *on* after all, and from then on; earlier days stay as they were.

    Raises:
        Stale: somebody has changed the absence since.
    """
    last = on - timedelta(days=1) if absence.first < on else None
    with desk.writing(Kind.ABSENCE) as work:
        cover.end_absence(work, absence, last)
        return desk.keep(
            work,
            None,
            f"Took back that {_told_away(work, [absence])} is away",
            Entry("took absence back", Kind.ABSENCE, absence.person),
            Subject.COVER,
        )


def _require_sense(away: Away) -> None:
    if away.last < away.first:
        raise UserError("The last day is before the first. Change one of them.")
    if (away.last - away.first).days > LONGEST_ABSENCE:
        raise UserError("An absence is at most a year long. Choose an earlier last day.")
    if away.span is not None and away.span.end <= away.span.start:
        raise UserError("The time until is not after the time from. Change one of them.")


def _same(away: Away, known: Absence) -> bool:
    return (away.first, away.last, away.span, away.person, away.site, away.group) == (
        known.first,
        known.last,
        known.span,
        known.person,
        known.site,
        known.group,
    )


def _told_away(work: Work, away: Sequence[Away]) -> str:
    first = away[0]
    if first.person is not None:
        name = people.get(work, first.person).name
    elif first.site is not None:
        name = next(each.name for each in people.sites(work) if each.id == first.site)
    else:
        name = first.group
    return name if len(away) == 1 else f"{name} and {len(away) - 1} more"
