"""The signed record of an appraisal: a chain of lines that is only added to.

The first line is the text, each further one a signature under the mark of that text. Every
mark covers the one before it, under a key that only an open college file has.
"""

import hmac
import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from lsadesk.domain.appraisals.appraisal import AppraisalId
from lsadesk.domain.appraisals.appraisal_record import (
    How,
    Record,
    RecordText,
    Section,
    Side,
    Signature,
    read_back,
)
from lsadesk.store import chain
from lsadesk.store.appraisals.appraisal import row_of
from lsadesk.store.rows import AppraisalRow, RecordLineRow
from lsadesk.store.work import Reading, Store, Work

PURPOSE = "lsadesk appraisal record 1"
TEXT = "text"
_IN_ORDER = (RecordLineRow.appraisal_id, RecordLineRow.seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Somebody puts their name to the text of *mark*; *paper_on*: on paper, that day."""

    side: Side
    name: str
    account: int | None
    mark: str
    paper_on: date | None = None


def write(work: Work, key: bytes, appraisal: AppraisalId, content: str) -> None:
    """Keep the text of a record; the meeting is over with it."""
    row_of(work, appraisal).agreed_at = work.now
    _append(work, key, appraisal, TEXT, content)


def take_back(work: Work, appraisal: AppraisalId) -> None:
    """Take a text away that nobody has signed; the meeting goes on."""
    row_of(work, appraisal).agreed_at = None
    for line in _lines(work, appraisal):
        work.session.delete(line)
    work.session.flush()


def sign(work: Work, key: bytes, appraisal: AppraisalId, wanted: Signing) -> None:
    """Add a signature; with the second one the record is signed."""
    said = [
        wanted.name,
        wanted.account,
        wanted.mark,
        None if wanted.paper_on is None else wanted.paper_on.isoformat(),
    ]
    _append(work, key, appraisal, wanted.side.value, json.dumps(said, ensure_ascii=False))
    signed = {line.what for line in _lines(work, appraisal)}
    if signed.issuperset(side.value for side in Side):
        row_of(work, appraisal).signed_at = work.now
        work.session.flush()


def record(reading: Reading, key: bytes, appraisal: AppraisalId) -> Record | None:
    """The record as it stands; None: there is none, since the meeting is not over.

    Of one that was altered no signature counts any more; its text is shown as it is found.

    A text that cannot be read at all counts as altered and is shown as it is.
    """
    lines = _lines(reading, appraisal)
    if not lines:
        return None
    whole = _is_whole(key, row_of(reading, appraisal), lines)
    text, *signatures = lines
    return Record(
        text=read_back(text.content) if whole else _as_found(text),
        mark=text.mac.hex(),
        written_at=text.at,
        signatures=tuple(_signature(line) for line in signatures) if whole else (),
        is_whole=whole,
    )


def altered(store: Store) -> list[AppraisalId]:
    """The appraisals whose record was altered or taken away outside the program."""
    with store.read() as reading:
        key = store.chain_key(reading, PURPOSE)
        rows = {
            row.id: row
            for row in reading.session.scalars(
                select(AppraisalRow).where(AppraisalRow.agreed_at.is_not(None))
            )
        }
        chains: dict[int, list[RecordLineRow]] = {}
        for line in reading.session.scalars(select(RecordLineRow).order_by(*_IN_ORDER)):
            chains.setdefault(line.appraisal_id, []).append(line)
        return [
            AppraisalId(each)
            for each in sorted({*rows, *chains})
            if not _is_whole(key, rows.get(each), chains.get(each, []))
        ]


def _is_whole(key: bytes, row: AppraisalRow | None, lines: list[RecordLineRow]) -> bool:
    """Whether every line follows from the one before, and says what its appraisal says."""
    previous = chain.START
    for number, line in enumerate(lines, 1):
        wanted = chain.next_mac(key, previous, _canonical(line))
        if line.seq != number or not hmac.compare_digest(line.mac, wanted):
            return False
        previous = line.mac
    if row is None or not lines:
        return False
    signed = {line.what for line in lines[1:]}
    is_signed = signed.issuperset(side.value for side in Side)
    return row.agreed_at == lines[0].at and is_signed is (row.signed_at is not None)


def _append(work: Work, key: bytes, appraisal: AppraisalId, what: str, content: str) -> None:
    before = _lines(work, appraisal)
    line = RecordLineRow(
        appraisal_id=appraisal, seq=len(before) + 1, at=work.now, what=what, content=content
    )
    line.mac = chain.next_mac(key, before[-1].mac if before else chain.START, _canonical(line))
    work.add(line)


def _canonical(line: RecordLineRow) -> bytes:
    said = [line.appraisal_id, line.seq, line.at.isoformat(), line.what, line.content]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _lines(reading: Reading, appraisal: AppraisalId) -> list[RecordLineRow]:
    return list(
        reading.session.scalars(
            select(RecordLineRow)
            .where(RecordLineRow.appraisal_id == appraisal)
            .order_by(*_IN_ORDER)
        )
    )


def _as_found(line: RecordLineRow) -> RecordText:
    try:
        return read_back(line.content)
    except (ValueError, TypeError):
        return RecordText("A record that was altered", (Section("As found", (line.content,)),))


def _signature(line: RecordLineRow) -> Signature:
    name, _account, _mark, paper_on = json.loads(line.content)
    return Signature(
        side=Side(line.what),
        name=name,
        how=How.SECRET if paper_on is None else How.PAPER,
        at=line.at,
        paper_on=None if paper_on is None else date.fromisoformat(paper_on),
    )
