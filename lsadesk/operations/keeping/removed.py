"""What was removed of late, for whoever might still remove it."""

from lsadesk.domain.changes import Done
from lsadesk.domain.keeping.removed import Removed
from lsadesk.domain.rights import CHANGE, Standing, allows
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.keeping import removed as kept
from lsadesk.store.trail import Entry


def recently_removed(desk: Desk) -> tuple[Removed, ...]:
    """What I may bring back: what my duties let me change, of those whom it concerns."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        return tuple(each for each in kept.recently(reading) if _is_open(standing, each))


def bring_back(desk: Desk, removed: Removed) -> Done[None]:
    """Put it back as it was; to take it away again, remove it again.

    Raises:
        Stale: what it belonged to has changed since; nothing is altered.
    """
    with desk.writing(removed.kind, removed.about) as work:
        for person in removed.also:
            desk.require(work, CHANGE, removed.kind, person)
        kept.bring_back(work, removed)
        return desk.keep(
            work,
            None,
            f"Brought back: {removed.sentence}",
            Entry("brought back", removed.kind, removed.about),
            *removed.subjects,
            about=removed.about,
            undo=False,
        )


def _is_open(standing: Standing, removed: Removed) -> bool:
    concerned = [removed.about, *removed.also]
    return all(allows(standing, CHANGE, removed.kind, each) for each in concerned)
