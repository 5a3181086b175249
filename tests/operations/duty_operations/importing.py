"""Bringing a workbook in, which asks for any kind that a workbook may hold."""

from collections.abc import Callable
from pathlib import Path

from lsadesk.operations.desk import Desk
from lsadesk.operations.importing import correcting, intake
from tests.operations.duty_operations.kinds import read
from tests.operations.duty_world import World


def _workbook(world: World) -> Path:
    path = world.path("sessions.csv")
    path.write_text("Day,Start,Finish,Group,Session\nMonday,9.15,10.45,Blue,Art\n")
    return path


def draft_of(world: World) -> intake.Draft:
    """A timetable, looked at."""
    return intake.look(world.owner, _workbook(world))


IMPORTS: dict[str, Callable[[Desk, World], object]] = {
    "correcting.names_in_doubt": lambda d, w: correcting.names_in_doubt(d, draft_of(w)),
    "intake.look": lambda d, w: intake.look(d, _workbook(w)),
    "intake.recognise": lambda d, w: intake.recognise(
        d, "sessions.csv", intake.sheets_of(_workbook(w))
    ),
    "intake.preview": lambda d, w: intake.preview(d, draft_of(w)),
    "intake.import_draft": lambda d, w: intake.import_draft(d, draft_of(w)),
    "intake.import_file": lambda d, w: intake.import_file(d, _workbook(w)),
    "intake.require_any": lambda d, w: read(d, intake.require_any) or "",
    "intake.save_set_aside": lambda d, w: intake.save_set_aside(
        d, intake.import_draft(w.owner, draft_of(w), dry_run=True).result, w.path("aside.xlsx")
    ),
}
