"""What people asked about their own records, and what was answered."""

from sqlalchemy import select

from lsadesk.domain.keeping.requests import AccessRequest, Asks, Remark, RemarkId, RequestId
from lsadesk.domain.keeping.retention import RecordId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.store import accounts
from lsadesk.store.rows import AccessRequestRow, PersonRow, RemarkRow
from lsadesk.store.work import STALE, Reading, Work

GONE = "This request is no longer in the college file. Nothing was changed."


def access_requests(reading: Reading) -> list[AccessRequest]:
    """Every request for what is held, the newest first."""
    rows = reading.session.scalars(select(AccessRequestRow).order_by(AccessRequestRow.id.desc()))
    names = _names(reading)
    by = _answerers(reading, names)
    return [
        AccessRequest(
            id=RequestId(row.id),
            version=row.version,
            person=PersonId(row.person_id),
            name=names[row.person_id],
            received_on=row.received_on,
            longer_because=row.longer_because,
            answered_on=row.answered_on,
            answered_by=by.get(row.account_id or 0, ""),
            given=row.given,
        )
        for row in rows
    ]


def remarks(reading: Reading) -> list[Remark]:
    """Everything that people said of their records, the newest first."""
    rows = reading.session.scalars(select(RemarkRow).order_by(RemarkRow.id.desc()))
    names = _names(reading)
    by = _answerers(reading, names)
    return [
        Remark(
            id=RemarkId(row.id),
            version=row.version,
            person=PersonId(row.person_id),
            name=names[row.person_id],
            record=RecordId(row.record),
            asks=Asks(row.asks),
            said=row.said,
            said_on=row.said_on,
            answer=row.answer,
            answered_on=row.answered_on,
            answered_by=by.get(row.account_id or 0, ""),
        )
        for row in rows
    ]


def add_request(work: Work, wanted: AccessRequest) -> RequestId:
    """Note that somebody asked; its number."""
    row = AccessRequestRow(person_id=wanted.person, received_on=wanted.received_on)
    work.add(row)
    return RequestId(row.id)


def change_request(work: Work, wanted: AccessRequest) -> None:
    """Note the answer or why it takes longer. Raises `Stale` where somebody was quicker."""
    row = work.session.get(AccessRequestRow, wanted.id)
    if row is None or row.person_id != wanted.person:  # rights were asked for that person
        raise UserError(GONE)
    if row.version != wanted.version:
        raise Stale(STALE)
    row.longer_because, row.given = wanted.longer_because, wanted.given
    row.answered_on = wanted.answered_on
    row.account_id = None if wanted.answered_on is None else work.account


def add_remark(work: Work, person: PersonId, record: RecordId, asks: Asks, said: str) -> RemarkId:
    """Note what somebody says of their records; its number."""
    row = RemarkRow(person_id=person, record=record, asks=asks.value, said=said, said_on=work.today)
    work.add(row)
    return RemarkId(row.id)


def answer_remark(work: Work, wanted: Remark, answer: str) -> None:
    """Note the answer beside what was said. Raises `Stale` where somebody was quicker."""
    row = work.session.get(RemarkRow, wanted.id)
    if row is None or row.person_id != wanted.person:
        raise UserError(GONE)
    if row.version != wanted.version:
        raise Stale(STALE)
    row.answer, row.answered_on, row.account_id = answer, work.today, work.account


def _names(reading: Reading) -> dict[int, str]:
    """Everybody's name by number; plain columns, since Home asks for them each time."""
    rows = reading.session.execute(select(PersonRow.id, PersonRow.forename, PersonRow.surname))
    return {number: f"{forename} {surname}".strip() for number, forename, surname in rows}


def _answerers(reading: Reading, names: dict[int, str]) -> dict[int, str]:
    return {
        each.id: names.get(each.person or 0, each.login) for each in accounts.all_accounts(reading)
    }
