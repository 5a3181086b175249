"""The trail of what happened: append-only, each line chained to the one before."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from lsadesk.domain.rights import AccountId, Kind
from lsadesk.store import chain
from lsadesk.store.rows import SettingRow, TrailRow

KEPT_KEY = "trail key"  # a setting of its own, once the database has a key that it had not first


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the trail: what was done, with what kind of record, by number."""

    action: str
    kind: Kind
    subject: int | None = None
    detail: str = ""


def key_of(session: Session, database_key: bytes) -> bytes:
    """The key of the chain: made from the first key that the database ever had."""
    row = session.get(SettingRow, KEPT_KEY)
    return chain.chain_key(database_key) if row is None else bytes.fromhex(json.loads(row.value))


def append(session: Session, key: bytes, account: AccountId, now: datetime, entry: Entry) -> None:
    """Write the next line, chained to the last."""
    last = session.execute(
        select(TrailRow.seq, TrailRow.mac).order_by(TrailRow.seq.desc()).limit(1)
    ).first()
    row = TrailRow(
        seq=1 if last is None else last.seq + 1,
        at=now,
        account_id=account,
        action=entry.action,
        kind=entry.kind.value,
        subject_id=entry.subject,
        detail=entry.detail,
    )
    row.mac = chain.next_mac(key, chain.START if last is None else last.mac, _canonical(row))
    session.add(row)


def first_bad(session: Session, key: bytes) -> int | None:
    """The number of the first line that was altered or is missing; None: all whole."""
    previous, expected = chain.START, 1
    for row in session.scalars(select(TrailRow).order_by(TrailRow.seq)):
        if row.seq != expected or row.mac != chain.next_mac(key, previous, _canonical(row)):
            return expected
        previous, expected = row.mac, row.seq + 1
    return None


def has_changed_since(session: Session, moment: datetime, quiet: Collection[str]) -> bool:
    """Whether anything was done after *moment* beside what is *quiet*."""
    wanted = select(TrailRow.seq).where(TrailRow.at > moment, TrailRow.action.not_in(sorted(quiet)))
    return session.scalar(wanted.limit(1)) is not None


def newest(
    session: Session,
    *,
    about: int | None = None,
    kinds: Collection[Kind] | None = None,
    since: datetime | None = None,
    at_most: int,
) -> list[tuple[int, datetime, AccountId, Entry]]:
    """The newest lines first: number, moment, account and what was done.

    *about* and *kinds* keep those with that subject, among those kinds.
    """
    wanted = select(TrailRow).order_by(TrailRow.seq.desc()).limit(at_most)
    if about is not None:
        wanted = wanted.where(TrailRow.subject_id == about)
    if kinds is not None:
        wanted = wanted.where(TrailRow.kind.in_(sorted(kind.value for kind in kinds)))
    if since is not None:
        wanted = wanted.where(TrailRow.at >= since)
    return [
        (
            row.seq,
            row.at,
            AccountId(row.account_id),
            Entry(row.action, Kind(row.kind), row.subject_id, row.detail),
        )
        for row in session.scalars(wanted)
    ]


def _canonical(row: TrailRow) -> bytes:
    line = [
        row.seq,
        row.at.isoformat(),
        row.account_id,
        row.action,
        row.kind,
        row.subject_id,
        row.detail,
    ]
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()
