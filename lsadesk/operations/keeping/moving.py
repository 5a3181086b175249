"""Taking the college to another computer, and opening one that was brought."""

from pathlib import Path

from lsadesk.domain.changes import Changes, Done, Subject
from lsadesk.domain.keeping.moving import Moved
from lsadesk.domain.rights import CHANGE, EXPORT, Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import college
from lsadesk.store import settings
from lsadesk.store.backups import backup, container, shelves
from lsadesk.store.layout import folder_for
from lsadesk.store.trail import Entry


def move_out(desk: Desk, place: Path) -> Done[Path]:
    """Write a verified copy of the college to *place*, then close this one to changes.

    The copy is opened and compared before anything is marked here: a stick or share that
    vanishes meanwhile leaves the college as it was, and in use.

    Raises:
        UserError: somebody else is inside, *place* is not there, or the copy did not succeed.
    """
    with desk.reading(Kind.BACKUP, access=EXPORT):
        others = college.others(desk.folder)
    if others:
        raise UserError(
            f"{others[0].login or 'Somebody'} has the college open in another window. Ask them to "
            "close it: what they enter now would be missing on the other computer."
        )
    if not place.is_dir():
        raise UserError(f"{place} is not there now. Plug it in or choose another place.")
    now = desk.store.clock()
    target = backup.free_name(place, f"{desk.folder.stem} to move {desk.today}")
    with desk.writing(Kind.BACKUP) as work:
        shelves.clear_place(place, desk.folder)
        desk.unlocked.back_up_to(target, now)
        kept = {"at": now.isoformat(), "by": desk.login, "copy": target.name}
        settings.set_setting(work, settings.MOVED, kept)
        work.commit(Entry("moved to another computer", Kind.BACKUP))
    desk.moved = Moved(at=now, by=desk.login, copy=target.name)
    return Done(target, Changes(frozenset({Subject.COLLEGE}), "Moved the college"))


def take_up_again(desk: Desk) -> Done[None]:
    """Work here again, where the move came to nothing."""
    desk.require_now(Kind.BACKUP, access=CHANGE)
    with desk.store.begin() as work:
        settings.set_setting(work, settings.MOVED, None)
        work.commit(Entry("took up again after moving", Kind.BACKUP))
    desk.moved = None
    return Done(None, Changes(frozenset({Subject.COLLEGE}), "Took the college up again"))


def bring_in(brought: Path, parent: Path, login: str, secret: str) -> Path:
    """Put the college in the file *brought* into a folder of its name inside *parent*.

    Raises:
        UserError: there is a college of that name already, the file is not whole, the
            password is not right in it, or *login* is no administrator.
    """
    folder = folder_for(parent, container.read_manifest(brought).college)
    if folder.exists():
        raise UserError(
            f"There is a college at {folder} already. To put this one in its place, open that one "
            "and choose File, Go back to an earlier copy."
        )
    college.restore(brought, folder, login, secret)
    return folder
