"""Files attached to appraisals and to lines of plans, as they are in the college file."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import select

from lsadesk.domain.developing.attached import About, AttachedFile, FileId, NewFile, Where
from lsadesk.domain.rights import AccountId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.store.rows import ActionRow, AppraisalFileRow, FileRow, PlanFileRow, table_of
from lsadesk.store.work import Reading, Work

GONE = "This file is no longer attached. Look at the list again."
_ROWS: Mapping[Where, type[FileRow]] = {
    Where.APPRAISAL: AppraisalFileRow,
    Where.PLAN: PlanFileRow,
}


def files_of(reading: Reading, about: About) -> tuple[AttachedFile, ...]:
    """What is attached to *about*, in the order in which it came."""
    found = files_among(reading, about.where, [about.number]).get(about.number, [])
    return tuple(each for each in found if each.about == about)


def files_among(
    reading: Reading, where: Where, numbers: Collection[int]
) -> Mapping[int, list[AttachedFile]]:
    """What is attached to several appraisals or lines, by their number; no content is read."""
    table = table_of(_ROWS[where])
    told = [column for column in table.c if column.name != "content"]
    asked = select(*told).where(table.c["about_id"].in_(numbers)).order_by(table.c["id"])
    found: defaultdict[int, list[AttachedFile]] = defaultdict(list)
    for row in reading.session.execute(asked):
        about = About(where, row.about_id, PersonId(row.person_id))
        found[row.about_id].append(
            AttachedFile(
                id=FileId(row.id),
                about=about,
                name=row.name,
                size=row.size,
                mark=row.mark,
                what=row.what,
                author=AccountId(row.author_id),
                signed=row.signed,
                attached_at=row.attached_at,
            )
        )
    return found


def has_line(reading: Reading, about: About) -> bool:
    """Whether the line of the plan is still there, and still that person's."""
    row = reading.session.get(ActionRow, about.number)
    return row is not None and row.person_id == about.person


def content(reading: Reading, file: AttachedFile) -> bytes:
    """What is in a file.

    Raises:
        UserError: it is gone, or another stands in its place.
    """
    return _row(reading, file).content


def contents_of(reading: Reading, person: PersonId) -> list[tuple[str, bytes]]:
    """Every file that is about a person, by name."""
    rows = [
        row
        for kind in _ROWS.values()
        for row in reading.session.scalars(select(kind).where(kind.person_id == person))
    ]
    return [(row.name, row.content) for row in rows]


def add(work: Work, about: About, file: NewFile, *, signed: str) -> FileId:
    """Attach a file.

    Raises:
        UserError: the same content is attached there already.
    """
    for each in files_of(work, about):
        if each.mark == file.mark:
            raise UserError(f"This file is attached already, as {each.name}.")
    row = _ROWS[about.where](
        person_id=about.person,
        about_id=about.number,
        name=file.name,
        what=file.what,
        size=len(file.content),
        mark=file.mark,
        author_id=work.account,
        signed=signed,
        attached_at=work.now,
        content=file.content,
    )
    work.add(row)
    return FileId(row.id)


def take_off(work: Work, file: AttachedFile) -> None:
    """Take a file away. Raises as `content` does."""
    work.session.delete(_row(work, file))


def take_off_line(work: Work, action: int) -> None:
    """A line of a plan goes, and its files with it."""
    for row in work.session.scalars(select(PlanFileRow).where(PlanFileRow.about_id == action)):
        work.session.delete(row)


def let_wait(work: Work, appraisal: int) -> None:
    """An appraisal goes; its files wait for the person's next one."""
    for row in work.session.scalars(
        select(AppraisalFileRow).where(AppraisalFileRow.about_id == appraisal)
    ):
        row.about_id = None


def take_up(work: Work, person: PersonId, appraisal: int) -> None:
    """An appraisal begins with the files that wait for it."""
    for row in work.session.scalars(
        select(AppraisalFileRow).where(
            AppraisalFileRow.person_id == person, AppraisalFileRow.about_id.is_(None)
        )
    ):
        row.about_id = appraisal


def _row(reading: Reading, file: AttachedFile) -> FileRow:
    row = reading.session.get(_ROWS[file.about.where], file.id)
    wanted = (file.about.person, file.about.number, file.mark)
    if row is None or (row.person_id, row.about_id, row.mark) != wanted:
        raise UserError(GONE)
    return row
