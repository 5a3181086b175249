"""Trying the newest copy: opened beside the college, checked whole, counted, and noted."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from lsadesk.domain.changes import Changes, Done, Subject
from lsadesk.domain.keeping.drill import Tried, TriedThere, is_due
from lsadesk.domain.keeping.earlier import UNCOUNTED
from lsadesk.domain.rights import CHANGE, Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping.copies import second_place
from lsadesk.store import settings
from lsadesk.store.backups import backup, shelves
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
        there=_there_from(kept.get("there")),
    )


def _there_from(kept: dict[str, Any] | None) -> TriedThere | None:
    if kept is None:
        return None
    made = kept["made"]
    return TriedThere(
        made=None if made is None else datetime.fromisoformat(made),
        wrong=tuple(kept["wrong"]),
        away=kept["away"],
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

    So is the newest at the second place, where one is chosen and there now. Where there is no
    copy yet, one is made first.
    """
    with desk.reading(Kind.BACKUP, access=CHANGE) as reading:
        newest = shelves.newest_here(desk.folder)
        place = second_place(reading).place
    now = desk.store.clock()
    path, made = newest or (desk.unlocked.back_up(now), now)
    records, wrong = _opened(desk, path)
    tried = Tried(
        on=desk.today,
        made=made,
        records=records,
        now=_total(backup.rows_of(desk.store.engines)),
        wrong=wrong,
        there=None if place is None else _tried_there(desk, place),
    )
    with desk.writing(Kind.BACKUP) as work:
        settings.set_setting(work, TRIED, _plain(tried))
        told = "whole" if tried.is_whole else "not whole"
        work.commit(Entry("tried a copy", Kind.BACKUP, detail=told))
    return Done(tried, Changes(frozenset({Subject.COLLEGE}), "Tried a copy"))


def _tried_there(desk: Desk, place: Path) -> TriedThere:
    try:
        newest = shelves.newest_there(place, desk.folder)
    except UserError as error:
        return TriedThere(away=str(error))
    if newest is None:
        return TriedThere()
    path, made = newest
    return TriedThere(made=made, wrong=_opened(desk, path)[1])


def _opened(desk: Desk, path: Path) -> tuple[int, tuple[str, ...]]:
    """How many records the copy at *path* holds, and what is wrong with it."""
    try:
        with backup.beside(path, desk.folder, vault.by_keys(desk.unlocked.opened)) as copy:
            store = Store(copy.engines, account=desk.account, database_key=copy.opened.database_key)
            line = store.verify_trail()
            records = _total(copy.manifest.rows)
    except UserError as error:
        return 0, (str(error),)
    if line is None:
        return records, ()
    return records, (f"Its trail of what happened was altered or cut at line {line}.",)


def _plain(tried: Tried) -> dict[str, Any]:
    there = tried.there
    return {
        "on": tried.on.isoformat(),
        "made": tried.made.isoformat(),
        "records": tried.records,
        "now": tried.now,
        "wrong": list(tried.wrong),
        "there": None
        if there is None
        else {
            "made": None if there.made is None else there.made.isoformat(),
            "wrong": list(there.wrong),
            "away": there.away,
        },
    }


def _total(rows: dict[str, int]) -> int:
    return sum(number for table, number in rows.items() if table not in UNCOUNTED)
