"""Notes between managers about a person."""

from sqlalchemy import select

from lsadesk.domain.rights import AccountId
from lsadesk.domain.staff.manager_notes import ManagerNote, NoteId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.store.rows import AccountRow, ManagerNoteRow, PersonRow
from lsadesk.store.work import STALE, Reading, Work


def notes_about(reading: Reading, person: PersonId, asker: AccountId) -> tuple[ManagerNote, ...]:
    """The notes about a person, the newest first."""
    rows = reading.session.execute(
        select(ManagerNoteRow, AccountRow.login, PersonRow.forename, PersonRow.surname)
        .join(AccountRow, AccountRow.id == ManagerNoteRow.author_id)
        .outerjoin(PersonRow, PersonRow.id == AccountRow.person_id)
        .where(ManagerNoteRow.person_id == person)
        .order_by(ManagerNoteRow.written_at.desc(), ManagerNoteRow.id.desc())
    )
    return tuple(
        ManagerNote(
            id=NoteId(row.id),
            version=row.version,
            person=person,
            author=f"{forename or ''} {surname or ''}".strip() or login,
            is_mine=row.author_id == asker,
            written_at=row.written_at,
            text=row.text,
        )
        for row, login, forename, surname in rows
    )


def add(work: Work, person: PersonId, text: str) -> NoteId:
    """Write a note as whoever is signed in."""
    row = ManagerNoteRow(person_id=person, author_id=work.account, written_at=work.now, text=text)
    work.add(row)
    return NoteId(row.id)


def change(work: Work, read: ManagerNote, text: str) -> None:
    """Write *text* over the note that was read as *read*.

    Raises:
        Stale: it was changed since.
        NotAllowed: somebody else wrote it.
        UserError: it is gone.
    """
    _row(work, read).text = text


def remove(work: Work, read: ManagerNote) -> None:
    """Take a note away; refused as in `change`."""
    work.session.delete(_row(work, read))


def _row(work: Work, read: ManagerNote) -> ManagerNoteRow:
    row = work.session.get(ManagerNoteRow, read.id)
    if row is None or row.person_id != read.person:
        raise UserError("This note is no longer there. Nothing was changed.")
    if row.author_id != work.account:
        raise NotAllowed("Only whoever wrote a note changes it or takes it away.")
    if row.version != read.version or row.text != read.text:
        raise Stale(STALE)
    return row
