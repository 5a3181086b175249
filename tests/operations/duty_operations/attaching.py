"""Files attached to lines of plans; those of an appraisal are asked in `test_attaching`."""

from pathlib import Path

from lsadesk.domain.developing.attached import About as FilesOf
from lsadesk.domain.developing.attached import AttachedFile, of_line
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import attaching, development
from tests.operations.duty_operations.kinds import About
from tests.operations.duty_world import MARKS, World


def _line(world: World, who: PersonId) -> FilesOf:
    development.add_action(world.owner, who, ActionDetails(what="Shadowing"))
    return of_line(development.actions(world.owner, who)[-1])


def _paper(world: World) -> Path:
    paper = world.owner.folder.parent / "seen.txt"
    paper.write_text(MARKS[Kind.DEVELOPMENT], encoding="utf-8")
    return paper


def _attached(desk: Desk, world: World, who: PersonId) -> AttachedFile:
    about = _line(world, who)
    attaching.attach(desk, about, _paper(world), what=MARKS[Kind.DEVELOPMENT])
    return attaching.attached_to(desk, about).files[0]


OPERATIONS = {
    "attaching.attached_to": About(
        READ,
        Kind.DEVELOPMENT,
        lambda d, w, p: attaching.attached_to(d, _attached(w.owner, w, p).about),
    ),
    "attaching.attach": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: attaching.attach(d, _line(w, p), _paper(w))
    ),
    "attaching.take_off": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: attaching.take_off(d, _attached(d, w, p))
    ),
    "attaching.content_of": About(
        READ,
        Kind.DEVELOPMENT,
        lambda d, w, p: attaching.content_of(d, _attached(w.owner, w, p)),
    ),
    "attaching.save_copy": About(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: attaching.save_copy(
            d, _attached(w.owner, w, p), w.owner.folder.parent / "copy.txt"
        ),
    ),
}
