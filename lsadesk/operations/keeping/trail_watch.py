"""Whether the trail of what happened is whole: looked through daily, told until it is noted."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import settings
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

LOOKED = "looked through the trail"
_LOOKED_AT, _NOTED = "trail looked through", "altered trail noted"


@dataclass(frozen=True, slots=True)
class Altered:
    """The first line of the trail that was altered or is missing, and when that was found first."""

    line: int
    found_on: date


@dataclass(frozen=True, slots=True)
class Noted:
    """What somebody wrote of an altered line after looking into it."""

    line: int
    words: str
    by: str
    on: date

    def __str__(self) -> str:
        return f"{self.by} noted on {uk_date(self.on)}: “{self.words}”"


def look_daily(desk: Desk) -> None:
    """Look through the trail unless somebody's window has today."""
    with desk.store.read() as reading:
        last = settings.setting(reading, _LOOKED_AT)
    if desk.moved is None and (last is None or last["on"] != desk.today.isoformat()):
        look(desk)


def look(desk: Desk) -> int | None:
    """The first line that was altered or is missing after those noted; Home tells of it."""
    with desk.store.read() as reading:
        known = _noted(reading)
    line = desk.store.verify_trail(after=known[-1].line if known else 0)
    if desk.moved is not None:
        return line
    with desk.store.begin() as work:
        if _noted(work) == known:
            _keep_seen(desk, work, line)
            return line
    return look(desk)  # another window noted something meanwhile: what follows that is looked at


def _keep_seen(desk: Desk, work: Work, line: int | None) -> None:
    told = altered(work)
    since = told.found_on if told is not None and told.line == line else desk.today
    seen = {"on": desk.today.isoformat(), "line": line, "since": since.isoformat()}
    settings.set_setting(work, _LOOKED_AT, seen)
    work.commit(Entry(LOOKED, Kind.TRAIL, detail="" if line is None else f"line {line}"))


def altered(reading: Reading) -> Altered | None:
    """What was found and nobody has noted anything of yet, within a reading that is open."""
    seen = settings.setting(reading, _LOOKED_AT)
    if seen is None or seen["line"] is None:
        return None
    return Altered(seen["line"], date.fromisoformat(seen["since"]))


def found(desk: Desk) -> Altered | None:
    """As `altered`, for whoever may do something about it."""
    with desk.reading(Kind.BACKUP, access=CHANGE) as reading:
        return altered(reading)


def noted(desk: Desk) -> list[Noted]:
    """What was written of lines found altered, in their order."""
    with desk.reading(Kind.BACKUP, access=CHANGE) as reading:
        return _noted(reading)


def note(desk: Desk, line: int, words: str) -> Done[None]:
    """Write what came of looking into the altered *line*; Home then tells of it no more.

    Raises:
        UserError: nothing was written, or that line is no longer the one that is told.
    """
    if not words.strip():
        raise UserError("Write in a few words what you found.")
    with desk.writing(Kind.BACKUP) as work:
        told = altered(work)
        if told is None or told.line != line:
            raise UserError("Somebody has noted this already. Nothing was changed.")
        kept: list[dict[str, Any]] = settings.setting(work, _NOTED, [])
        said = {"line": line, "words": words.strip(), "by": desk.login, "on": str(desk.today)}
        settings.set_setting(work, _NOTED, [*kept, said])
        settings.set_setting(work, _LOOKED_AT, None)  # what follows that line is looked at next
        return desk.keep(
            work,
            None,
            "Noted what became of the altered trail",
            Entry("noted an altered trail", Kind.TRAIL, detail=f"line {line}: {words.strip()}"),
            Subject.COLLEGE,
            undo=False,
        )


def _noted(reading: Reading) -> list[Noted]:
    return [
        Noted(each["line"], each["words"], each["by"], date.fromisoformat(each["on"]))
        for each in settings.setting(reading, _NOTED, [])
    ]
