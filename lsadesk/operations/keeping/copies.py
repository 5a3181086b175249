"""Copies of the college that nobody has to think of: in its own folder, and at a second place."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from lsadesk.domain.changes import Changes, Done, Subject
from lsadesk.domain.rights import CHANGE, Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import trail_watch
from lsadesk.store import settings, trail
from lsadesk.store.backups import aside, shelves
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

SECOND_PLACE, SECOND_AT = "second place for copies", "second copy made at"
OVERDUE = timedelta(days=7)
LONG_ASIDE = timedelta(days=30)

# What is on the trail and changed nothing that a copy would have to keep.
QUIET = frozenset(
    {"saw", "signed in", "backed up", "copied to second place", "tried a copy", trail_watch.LOOKED}
)


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """Where second copies go, if anywhere, and when the last one got there."""

    place: Path | None
    copied_at: datetime | None

    def is_overdue(self, now: datetime) -> bool:
        """Whether there should be a newer copy there, or there is no such place."""
        # A copy from the future was made while the clock was wrong: it counts for nothing.
        return self.copied_at is None or abs(now - self.copied_at) > OVERDUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """How well the college is copied.

    *away* says why the second place cannot be looked at; "" where it can, or there is none. Then
    *newest_there* is as it was noted when that copy was made.
    *set_aside* is when files were moved aside by going back to an earlier copy, one by one.
    """

    newest: datetime | None
    second_place: Path | None
    newest_there: datetime | None
    away: str
    set_aside: Sequence[datetime]


def second_place(reading: Reading) -> SecondPlace:
    """The second place as the college last knew it; the disk itself is not looked at."""
    chosen = settings.setting(reading, SECOND_PLACE)
    copied = settings.setting(reading, SECOND_AT)
    return SecondPlace(
        None if chosen is None else Path(chosen),
        None if chosen is None or copied is None else datetime.fromisoformat(copied),
    )


def copies(desk: Desk) -> Copies:
    """When the newest copies were made, and where they are."""
    with desk.reading(Kind.BACKUP) as reading:
        known = second_place(reading)
    place, newest_there, away = known.place, known.copied_at, ""
    if place is not None:
        try:
            there = shelves.newest_there(place, desk.folder)
            newest_there = None if there is None else there[1]
        except UserError as error:
            away = str(error)
    return Copies(
        newest=shelves.newest_made(desk.folder),
        second_place=place,
        newest_there=newest_there,
        away=away,
        set_aside=[at for _, at in aside.set_aside(desk.folder)],
    )


def lies_long(desk: Desk) -> bool:
    """Whether what was set aside has lain there for longer than anybody is likely to need it."""
    oldest = next(iter(aside.set_aside(desk.folder)), None)
    return oldest is not None and desk.store.clock() - oldest[1] > LONG_ASIDE


def let_go_of_set_aside(desk: Desk) -> Done[int]:
    """Delete what going back to an earlier copy moved aside; how many there were. No undo.

    Raises:
        UserError: a file cannot be deleted.
    """
    with desk.reading(Kind.BACKUP, access=CHANGE):
        number = aside.let_go(desk.folder)
    desk.note(Entry("deleted what was set aside", Kind.BACKUP, detail=str(number)))
    return Done(number, Changes(frozenset({Subject.COLLEGE}), "Deleted what was set aside"))


def set_second_place(desk: Desk, place: Path | None) -> Done[None]:
    """Say where a second copy goes after each backup; None: nowhere.

    Raises:
        UserError: the place is not there, or is inside the college's own folder.
    """
    if place is not None:
        if not place.is_dir():
            raise UserError(f"{place} is not there now. Plug it in or choose another place.")
        if place.resolve().is_relative_to(desk.folder.resolve()):
            raise UserError(
                "A second place is outside the college's own folder: another disk or a stick."
            )
    with desk.writing(Kind.BACKUP) as work:
        settings.set_setting(work, SECOND_PLACE, None if place is None else str(place))
        settings.set_setting(work, SECOND_AT, None)
        return desk.keep(
            work,
            None,
            "Chose where second copies go",
            Entry("chose second place", Kind.BACKUP),
            Subject.COLLEGE,
        )


def keep_copy(desk: Desk) -> Path | None:
    """A verified copy of what changed since the last one, and one at the second place.

    The program asks for it by itself, whoever is signed in: the copy is as encrypted as the
    college. None where nothing has changed. That the second place is not there now is no
    reason to fail: the home page says so once it is overdue.

    Raises:
        UserError: nothing could be written to the college's own folder.
    """
    now = desk.store.clock()
    heads = shelves.heads_here(desk.folder)
    with desk.store.read() as reading:
        if not trail.has_changed_since(reading.session, heads, QUIET):
            return None
        place = second_place(reading).place
    kept = desk.unlocked.back_up(now)
    if place is not None:
        with suppress(UserError):
            _take(desk, place)
    trail_watch.look_daily(desk)  # last: where it cannot be done now, the copies are made
    return kept


def take_to_second_place(desk: Desk) -> Done[Path]:
    """A copy of the college as it is now, here and at the second place.

    Raises:
        UserError: there is no such place, or nothing could be written there.
    """
    with desk.reading(Kind.BACKUP) as reading:
        place = second_place(reading).place
    if place is None:
        raise UserError("Choose a second place first: another disk or a stick.")
    keep_copy(desk)
    taken = _take(desk, place)
    return Done(taken, Changes(frozenset({Subject.COLLEGE}), "Copied to the second place"))


def _take(desk: Desk, place: Path) -> Path:
    now = desk.store.clock()
    taken = shelves.take_to(place, desk.folder, now)
    with desk.store.begin() as work:
        settings.set_setting(work, SECOND_AT, now.isoformat())
        work.commit(Entry("copied to second place", Kind.BACKUP))
    return taken
