"""Documents that people read, and who has said that they have understood which edition."""

from sqlalchemy import select

from lsadesk.domain.courses.documents import Confirmation, Document, DocumentDetails, DocumentId
from lsadesk.domain.staff.people import PersonId, TeamId
from lsadesk.errors import Stale
from lsadesk.store.mapping import by_name
from lsadesk.store.rows import ConfirmationRow, DocumentRow
from lsadesk.store.work import STALE, Reading, Work


def all_documents(reading: Reading) -> list[Document]:
    """What people are asked to read, by name."""
    rows = reading.session.scalars(select(DocumentRow).where(DocumentRow.withdrawn.is_(False)))
    return by_name(_document(row) for row in rows)


def add(work: Work, wanted: DocumentDetails) -> DocumentId:
    """Ask for a document to be read."""
    row = DocumentRow()
    _write(row, wanted)
    work.add(row)
    return DocumentId(row.id)


def change(work: Work, read: Document, wanted: DocumentDetails) -> None:
    """Write *wanted* over what was read; another edition asks everybody again.

    Raises:
        Stale: somebody has changed it since.
    """
    _write(_current(work, read), wanted)


def withdraw(work: Work, read: Document) -> None:
    """Ask for it no more; who read it stays. Raises Stale where it has changed since."""
    _current(work, read).withdrawn = True


def confirmations(reading: Reading) -> list[Confirmation]:
    """Who has read which edition, the oldest first."""
    rows = reading.session.scalars(select(ConfirmationRow).order_by(ConfirmationRow.id))
    return [
        Confirmation(
            document=DocumentId(row.document_id),
            edition=row.edition,
            person=PersonId(row.person_id),
            on=row.on,
        )
        for row in rows
    ]


def confirm(work: Work, read: Document, person: PersonId) -> None:
    """Write that somebody has read and understood the edition that they read as *read*.

    Raises:
        Stale: there is another edition by now.
    """
    _current(work, read)
    work.session.add(
        ConfirmationRow(document_id=read.id, edition=read.edition, person_id=person, on=work.today)
    )


def _current(work: Work, read: Document) -> DocumentRow:
    row = work.session.get(DocumentRow, read.id)
    if row is None or row.withdrawn or row.version != read.version:
        raise Stale(STALE)
    return row


def _write(row: DocumentRow, wanted: DocumentDetails) -> None:
    row.name, row.edition, row.where = wanted.name, wanted.edition, wanted.where
    row.by = wanted.by
    row.teams = " ".join(str(team) for team in sorted(wanted.teams))


def _document(row: DocumentRow) -> Document:
    return Document(
        id=DocumentId(row.id),
        version=row.version,
        name=row.name,
        edition=row.edition,
        where=row.where,
        by=row.by,
        teams=frozenset(TeamId(int(text)) for text in row.teams.split()),
    )
