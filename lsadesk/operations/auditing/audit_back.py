"""An audit workbook that was edited comes back in: look, choose, take; in one step of Undo."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.auditing.audit import CODE_MASK
from lsadesk.domain.auditing.audit_back import (
    BroughtAudit,
    CellKey,
    Ground,
    RatingDifference,
    compared,
)
from lsadesk.domain.auditing.skills import View, value_of
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, READ, Kind, people_open_to
from lsadesk.errors import NotOurs, Stale, UserError
from lsadesk.operations.auditing.audit import appraised, matrix_of
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

ANOTHER_COLLEGE = (
    "This workbook was written in another college's LSA Desk, so what its cells are about is not "
    "known here. Nothing was read in. The import assistant can read it as any other workbook."
)
AGREED = "Agreed together at an appraisal: yours is kept beside it, and the agreed one is shown."
CHANGED = (
    "Some of these ratings have changed since the workbook was read. Nothing was taken in: read "
    "it again and look once more."
)


@dataclass(frozen=True, slots=True)
class Review:
    """What a workbook would change, before anything is; *written_at* is when it was exported."""

    written_at: datetime
    differences: tuple[RatingDifference, ...]
    problems: tuple[Problem, ...]


def read_back(path: Path) -> BroughtAudit:
    """What an audit workbook holds now; read in a process of its own, and needs no desk.

    Raises:
        NotOurs: it is a workbook, but no audit of ours, or its hidden keys are damaged.
        UserError: it cannot be read.
    """
    from lsadesk.intake.audit_book import read_audit
    from lsadesk.intake.reading import read_sheets

    return read_audit(read_sheets(path))


def review(desk: Desk, brought: BroughtAudit) -> Review:
    """What *brought* says otherwise than the college did when it was written.

    Only ratings that the asker may change are offered; nothing is said of people who are not
    open to them.

    Raises:
        NotOurs: it is another college's.
        UserError: it shows a day that had gone by.
    """
    with desk.store.read() as reading:
        _require_ours(desk, reading, brought)
        ground = _ground(desk, reading, brought.mark.written_at)
        found = compared(brought, ground)
        told = tuple(_with_remarks(reading, found.differences))
    return Review(brought.mark.written_at, told, found.problems)


def take(desk: Desk, reviewed: Review, chosen: Collection[CellKey]) -> Done[int]:
    """Record the workbook's value for each cell in *chosen* as the appraiser's view.

    Gives back how many ratings were recorded.

    Raises:
        NotAllowed: somebody among them is not the asker's to rate; then nothing is recorded.
        Stale: one of them has changed since it was reviewed.
    """
    wanted = {each.key: each for each in reviewed.differences if each.key in chosen}
    with desk.beginning() as work:
        for person in {person for person, _ in chosen}:
            desk.require(work, CHANGE, Kind.RATING, person)
        _require_unchanged(work, wanted)
        values = {key: value_of(each.now) for key, each in wanted.items()}
        number = skills.rate(work, appraised(work, values))
        return desk.keep(
            work,
            number,
            f"Took {number} ratings in from a workbook",
            Entry("took ratings in", Kind.RATING, detail=f"edited workbook, cells: {number}"),
            Subject.SKILLS,
        )


def _require_unchanged(work: Work, wanted: Mapping[CellKey, RatingDifference]) -> None:
    people = {person: at for at, person in enumerate({person for person, _ in wanted})}
    columns = {skill: at for at, skill in enumerate({skill for _, skill in wanted})}
    cells = skills.cells(work, tuple(people), tuple(columns))
    for (person, skill), each in wanted.items():
        if cells[people[person] * len(columns) + columns[skill]] & CODE_MASK != each.here:
            raise Stale(CHANGED)


def _require_ours(desk: Desk, reading: Reading, brought: BroughtAudit) -> None:
    if brought.mark.college != desk.store.college_mark(reading):
        raise NotOurs(ANOTHER_COLLEGE)
    if (day := brought.mark.day) is not None:
        raise UserError(
            f"This workbook shows the audit as it stood on {uk_date(day)}. The past is not "
            "changed: export the audit as it is today, and make the changes there."
        )


def _ground(desk: Desk, reading: Reading, written_at: datetime) -> Ground:
    now = matrix_of(desk, reading, READ)
    heads = [person.id for person in now.people], [skill.id for skill in now.skills]
    then = replace(now, cells=skills.cells_as_at(reading, written_at, *heads))
    standing = accounts.standing_of(reading, desk.account)
    return Ground(
        then=then,
        now=now,
        may_rate=people_open_to(standing, CHANGE, Kind.RATING, frozenset(heads[0])),
    )


def _with_remarks(
    reading: Reading, differences: Collection[RatingDifference]
) -> Iterable[RatingDifference]:
    """*differences*, saying where an agreed rating goes on being shown."""
    standing = skills.ratings_among(reading, {person for person, _ in _keys(differences)})
    agreed = {(each.person, each.skill) for each in standing if each.view is View.AGREED}
    return (replace(each, remark=AGREED) if each.key in agreed else each for each in differences)


def _keys(differences: Iterable[RatingDifference]) -> Iterable[CellKey]:
    return (each.key for each in differences)
