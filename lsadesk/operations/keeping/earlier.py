"""Going back to an earlier copy: first looked at and compared, then put in place."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lsadesk.domain.keeping.earlier import Earlier, counted
from lsadesk.domain.keeping.happenings import Happening
from lsadesk.domain.rights import CHANGE, READ, Kind, allows
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import college
from lsadesk.operations.keeping.copies import QUIET
from lsadesk.operations.keeping.happenings import happenings
from lsadesk.store import accounts
from lsadesk.store.backups import backup
from lsadesk.store.backups.backup import Beside
from lsadesk.store.keeping import erased_list
from lsadesk.store.keeping.erased_list import Whose
from lsadesk.store.sealing import vault
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners
from lsadesk.store.work import Store

MOST_SHOWN = 200


def look_back(
    saved: Path, folder: Path, login: str, secret: str, desk: Desk | None = None
) -> Earlier:
    """What going back to *saved* would change; nothing is changed and nobody signed out.

    *desk* is whoever is signed in to *folder*; without one, *login* and *secret*, which have
    to open the copy, are tried on the college of now as well.

    Raises:
        NotAllowed: *login* was no administrator in the copy, or is none now.
        UserError: the copy is not whole, or the password is not right in it.
    """
    room = folder if folder.is_dir() else saved.parent
    with backup.beside(saved, room, vault.by_secret(login, secret)) as copy:
        _admit(copy)
        with _now(folder, login, secret, desk) as found:
            if isinstance(found, str):
                rows = copy.manifest.rows
                held = counted(rows, rows)
                return Earlier(
                    college=copy.manifest.college,
                    made=copy.manifest.made,
                    held=held,
                    differences=(),
                    since=(),
                    unread=found,
                )
            return _compared(copy, found)


def go_back(saved: Path, folder: Path, login: str, secret: str) -> Path | None:
    """Put the copy in place of the college, of which a last copy is kept first if it opens.

    Everybody has to be signed out. Gives where the files of the college of now were moved.

    Raises:
        UserError: as `look_back`, or the college is open somewhere. Nothing was changed.
    """
    with _now(folder, login, secret, None) as found:
        if not isinstance(found, str):
            found.unlocked.back_up(found.store.clock(), keep=saved)
    return college.restore(saved, folder, login, secret)


def _admit(copy: Beside) -> None:
    with _store(copy).read() as reading:
        standing = accounts.standing_of(reading, copy.opened.account)
    if not allows(standing, CHANGE, Kind.BACKUP):
        raise NotAllowed(
            "Only an administrator may go back to an earlier copy. Ask one of them to sign in "
            "here. Nothing was changed."
        )


def _store(copy: Beside) -> Store:
    opened = copy.opened
    return Store(copy.engines, account=opened.account, database_key=opened.database_key)


@contextmanager
def _now(folder: Path, login: str, secret: str, desk: Desk | None) -> Iterator[Desk | str]:
    """The college of now at a desk that may go back, or why it cannot be looked at."""
    found: Desk | str
    if desk is not None:
        found = desk
    elif not folder.is_dir():
        found = "There is no college in this place now: the copy is put there whole."
    else:
        try:
            found = college.unlock(folder, login, secret)
        except UserError as error:
            found = f"The college of now cannot be looked at with this password. {error}"
    try:
        if isinstance(found, Desk):
            with found.reading(Kind.BACKUP, access=CHANGE):
                pass
        yield found
    finally:
        if desk is None and isinstance(found, Desk):
            found.close()


def _erased(copy: Beside, desk: Desk) -> int:
    """How many in *copy* were erased since, as the college of now knows."""
    store = _store(copy)
    with store.read() as reading:
        staff = {int(each.id): each.name for each in people.everybody(reading)}
        taught = {int(who): name for who, name, _ in learners.not_erased(reading)}
        key = erased_list.key_of(store, reading)
    lists = ((Whose.PERSON, staff), (Whose.LEARNER, taught))
    with desk.store.read() as now:
        return sum(len(erased_list.back_again(now, key, whose, names)) for whose, names in lists)


def _compared(copy: Beside, desk: Desk) -> Earlier:
    both = counted(copy.manifest.rows, backup.rows_of(desk.store.engines))
    since: list[Happening] = []
    with suppress(NotAllowed), desk.reading(Kind.TRAIL, access=READ):
        since = [each for each in happenings(desk, copy.manifest.made) if each.did not in QUIET]
    return Earlier(
        college=copy.manifest.college,
        made=copy.manifest.made,
        held=both,
        differences=[each for each in both if each.then != each.now],
        since=since[:MOST_SHOWN],
        erased=_erased(copy, desk),
        is_ours=backup.is_continued(desk.store.engines, copy.manifest),
    )
