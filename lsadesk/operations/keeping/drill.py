"""Trying the newest copy: opened beside the college, checked whole, counted, and noted."""

from datetime import date, datetime
from pathlib import Path

from lsadesk.domain.changes import Changes, Done, Subject
from lsadesk.domain.keeping.drill import Tried, is_due
from lsadesk.domain.keeping.earlier import UNCOUNTED
from lsadesk.domain.rights import CHANGE, Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import settings
from lsadesk.store.backups import backup
from lsadesk.store.sealing import vault
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading, Store

TRIED = "last tried copy"


def last_tried(reading: Reading) -> Tried | None:
    """The last time that a copy was tried; None: never."""
    kept = settings.setting(reading, TRIED)
    if kept is None:
        return None
    return Tried(
        on=date.fromisoformat(kept["on"]),
        made=datetime.fromisoformat(kept["made"]),
        records=kept["records"],
        now=kept["now"],
        wrong=tuple(kept["wrong"]),
    )


def is_drill_due(reading: Reading) -> bool:
    """Whether a copy is to be tried, by the college's terms."""
    return is_due(last_tried(reading), planning.year(reading), reading.today)


def last_drill(desk: Desk) -> Tried | None:
    """The last time that a copy was tried; None: never."""
    with desk.reading(Kind.BACKUP) as reading:
        return last_tried(reading)


def try_newest(desk: Desk) -> Done[Tried]:
    """Open the newest copy beside the college, check it whole, count it, and note that.

    Raises:
        UserError: there is no copy yet.
    """
    with desk.reading(Kind.BACKUP, access=CHANGE):
        newest = backup.newest_here(desk.folder)
    if newest is None:
        raise UserError("There is no copy yet to try. Make one first: File, Back up.")
    tried = _tried(desk, *newest)
    with desk.writing(Kind.BACKUP) as work:
        settings.set_setting(
            work,
            TRIED,
            {
                "on": tried.on.isoformat(),
                "made": tried.made.isoformat(),
                "records": tried.records,
                "now": tried.now,
                "wrong": list(tried.wrong),
            },
        )
        told = "not whole" if tried.wrong else "whole"
        work.commit(Entry("tried a copy", Kind.BACKUP, detail=told))
    return Done(tried, Changes(frozenset({Subject.COLLEGE}), "Tried a copy"))


def _tried(desk: Desk, path: Path, made: datetime) -> Tried:
    records = 0
    wrong: tuple[str, ...] = ()
    try:
        with backup.beside(path, desk.folder, vault.by_keys(desk.unlocked.opened)) as copy:
            records = _total(copy.manifest.rows)
            store = Store(copy.engines, account=desk.account, database_key=copy.opened.database_key)
            line = store.verify_trail()
            if line is not None:
                wrong = (f"Its trail of what happened was altered or cut at line {line}.",)
    except UserError as error:
        wrong = (str(error),)
    return Tried(
        on=desk.today,
        made=made,
        records=records,
        now=_total(backup.rows_of(desk.store.engines)),
        wrong=wrong,
    )


def _total(rows: dict[str, int]) -> int:
    return sum(number for table, number in rows.items() if table not in UNCOUNTED)
