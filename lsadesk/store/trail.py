"""The trail of what happened: append-only, each line chained to the one before.

A line's words are chained by a mark of theirs (`_mark_of`), so that an erasure can take the
words away and leave the mark. Words that are gone count as altered unless a later line says
that somebody was erased whom the line is about. The newest line is also noted apart and the
next is chained to what is noted, so that a trail that was cut short never looks whole again.
"""

import hmac
import json
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from lsadesk.domain.keeping.happenings import ABOUT_PEOPLE
from lsadesk.domain.rights import AccountId, Kind
from lsadesk.store import chain
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import SettingRow, TrailRow, table_of

ERASED = "erased"  # the line that accounts for words that were taken off lines before it
_HEAD = "trail head"  # the newest line's number and mac
KEPT_KEY = "trail key"  # a setting of its own, once the database has a key that it had not first

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_TRAIL, _SETTINGS = table_of(TrailRow), table_of(SettingRow)
_NOTED = select(_SETTINGS.c["value"]).where(_SETTINGS.c["key"] == _HEAD)
_KEPT = Prepared(select(_SETTINGS.c["value"]).where(_SETTINGS.c["key"] == KEPT_KEY))
_LAST = Prepared(
    select(_TRAIL.c["seq"], _TRAIL.c["mac"], _NOTED.scalar_subquery().label("noted")).order_by(
        _TRAIL.c["seq"].desc()
    )
)
_ADD = Prepared(insert(_TRAIL).values({column.name: bindparam(column.name) for column in _TRAIL.c}))
_NOTE_HEAD = Prepared(insert(_SETTINGS).values(key=_HEAD, value=bindparam("head")))
_MOVE_HEAD = Prepared(
    update(_SETTINGS).where(_SETTINGS.c["key"] == _HEAD).values(value=bindparam("head"))
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the trail: what was done, with what kind of record, by number."""

    action: str
    kind: Kind
    subject: int | None = None
    detail: str = ""


class _Line(NamedTuple):
    """What the chain vouches for of a line."""

    seq: int
    at: datetime
    account_id: int
    action: str
    kind: str
    subject_id: int | None
    mark: bytes


def key_of(connection: Connection, database_key: bytes) -> bytes:
    """The key of the chain: made from the first key that the database ever had."""
    kept = _KEPT.first(connection)
    return chain.chain_key(database_key) if kept is None else bytes.fromhex(json.loads(kept.value))


def append(
    connection: Connection, key: bytes, account: AccountId, now: datetime, entry: Entry
) -> int:
    """Write the next line, chained to the newest that was ever written; its number."""
    seq, previous, is_noted = _newest(connection)
    salt = secrets.token_bytes(16) if entry.detail else b""
    line = _Line(
        seq=seq + 1,
        at=now,
        account_id=account,
        action=entry.action,
        kind=entry.kind.value,
        subject_id=entry.subject,
        mark=_mark_of(key, salt, entry.detail) if entry.detail else b"",
    )
    mac = chain.next_mac(key, previous, _canonical(line))
    _ADD.first(connection, **line._asdict(), detail=entry.detail, salt=salt, mac=mac)
    _note_head(connection, line.seq, mac, is_first=not is_noted)
    return line.seq


def blank(session: Session, person: int) -> None:
    """Take the words off every line about *person*; a line `ERASED` about them has to follow."""
    table = table_of(TrailRow)
    kinds = sorted(kind.value for kind in ABOUT_PEOPLE)
    session.execute(
        update(table)
        .where(table.c["subject_id"] == person, table.c["kind"].in_(kinds))
        .values(detail="", salt=b"")
    )


def first_bad(session: Session, key: bytes, after: int = 0) -> int | None:
    """The number of the first line that was altered or is missing; None: all whole.

    Lines up to number *after* are known and taken as they are now.
    """
    previous, expected = _taken_as_is(session, after)
    erased = _erased(session)
    lines = select(_TRAIL).where(_TRAIL.c["seq"] >= expected).order_by(_TRAIL.c["seq"])
    for row in session.execute(lines.execution_options(yield_per=1000)):
        follows = row.mac == chain.next_mac(key, previous, _canonical(row))
        if row.seq != expected or not follows or not _words_stand(key, row, erased):
            return expected
        previous, expected = row.mac, row.seq + 1
    return None if _is_head(session, expected - 1, previous) else expected


def _taken_as_is(session: Session, after: int) -> tuple[bytes, int]:
    """The mac that the next line has to follow, and its number."""
    if not after:
        return chain.START, 1
    last = session.execute(
        select(_TRAIL.c["seq"], _TRAIL.c["mac"])
        .where(_TRAIL.c["seq"] >= after)
        .order_by(_TRAIL.c["seq"])
        .limit(1)
    ).one_or_none()
    if last is not None:  # where *after* itself is missing, the line that comes next is taken
        return last.mac, last.seq + 1
    seq, mac, _ = _newest(session.connection())
    return mac, seq + 1


def _words_stand(key: bytes, row: Any, erased: dict[int, int]) -> bool:
    """Whether the words are those of the mark, or were taken away by an erasure."""
    if not row.mark:
        return not row.detail
    if row.salt:
        return hmac.compare_digest(row.mark, _mark_of(key, row.salt, row.detail))
    about = row.subject_id if row.subject_id is not None else -1
    return not row.detail and row.seq < erased.get(about, 0)


def _erased(session: Session) -> dict[int, int]:
    """The last line that says so, by the person who was erased."""
    lines = session.execute(
        select(TrailRow.subject_id, TrailRow.seq)
        .where(TrailRow.action == ERASED, TrailRow.kind == Kind.ERASURE.value)
        .order_by(TrailRow.seq)
    )
    return {person: seq for person, seq in lines if person is not None}


def has_erased_since(connection: Connection, line: int) -> bool:
    """Whether anything about anybody was erased after the line of that number."""
    wanted = select(_TRAIL.c["seq"]).where(_TRAIL.c["seq"] > line, _TRAIL.c["action"] == ERASED)
    return connection.scalar(wanted.limit(1)) is not None


def has_done(connection: Connection, account: int, action: str, detail: str) -> bool:
    """Whether *account* did exactly this before."""
    wanted = select(_TRAIL.c["seq"]).where(
        _TRAIL.c["account_id"] == account,
        _TRAIL.c["action"] == action,
        _TRAIL.c["detail"] == detail,
    )
    return connection.scalar(wanted.limit(1)) is not None


def last_line(connection: Connection) -> int:
    """The number of the newest line; 0 before the first."""
    return connection.scalar(select(func.max(_TRAIL.c["seq"]))) or 0


def has_done_else(connection: Connection, line: int, quiet: Collection[str]) -> bool:
    """Whether anything but *quiet* actions was done after the line of that number."""
    wanted = select(_TRAIL.c["seq"]).where(
        _TRAIL.c["seq"] > line, _TRAIL.c["action"].not_in(sorted(quiet))
    )
    return connection.scalar(wanted.limit(1)) is not None


def _newest(connection: Connection) -> tuple[int, bytes, bool]:
    """The number and mac of the newest line, as noted where lines are missing since; whether
    any was noted."""
    last = _LAST.first(connection)
    found = (0, chain.START) if last is None else (last.seq, last.mac)
    noted = connection.scalar(_NOTED) if last is None else last.noted
    if noted is None:
        return *found, False
    seq, mac = json.loads(noted)
    return (seq, bytes.fromhex(mac), True) if seq > found[0] else (*found, True)


def _note_head(connection: Connection, seq: int, mac: bytes, *, is_first: bool) -> None:
    """Beside the rows that can be undone: it is no change of anybody's."""
    note = _NOTE_HEAD if is_first else _MOVE_HEAD
    note.first(connection, head=json.dumps([seq, mac.hex()]))


def _is_head(session: Session, seq: int, mac: bytes) -> bool:
    """Whether the last line found is the last that was written."""
    value = session.scalar(select(SettingRow.value).where(SettingRow.key == _HEAD))
    return value == json.dumps([seq, mac.hex()]) if value is not None else seq == 0


def has_changed_since(session: Session, macs: Collection[bytes], quiet: Collection[str]) -> bool:
    """Whether anything was done after the newest line of *macs* beside what is *quiet*.

    By the order of the lines and not by their times: a clock that jumped would else hide
    changes for years.
    """
    newest = session.scalar(select(func.max(TrailRow.seq)).where(TrailRow.mac.in_(macs)))
    wanted = select(TrailRow.seq).where(
        TrailRow.seq > (newest or 0), TrailRow.action.not_in(sorted(quiet))
    )
    return newest is None or session.scalar(wanted.limit(1)) is not None


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


def latest(session: Session, among: int) -> datetime | None:
    """The latest moment that any of the newest *among* lines bears; None: nothing was done yet."""
    moments = select(TrailRow.at).order_by(TrailRow.seq.desc()).limit(among)
    return max(session.scalars(moments), default=None)


def _mark_of(key: bytes, salt: bytes, detail: str) -> bytes:
    """What stands for the words in the chain; without the salt nobody can try words against it."""
    return hmac.digest(key, salt + detail.encode(), "sha256")


def _canonical(row: Any) -> bytes:
    """A `_Line`, or a row of the table."""
    line = [
        row.seq,
        row.at.isoformat(),
        row.account_id,
        row.action,
        row.kind,
        row.subject_id,
        row.mark.hex(),
    ]
    return _JSON.encode(line).encode()
