"""All that is held on a person, handed over as files."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lsadesk.domain.keeping.held import HeldSheet
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.keeping import held
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import ask_path, saved_as
from lsadesk.ui.words import tr


def hand_over(
    context: TabContext,
    page: QWidget,
    person: PersonId,
    then: Callable[[HeldSheet], None] = lambda _sheet: None,
) -> None:
    """Ask where to, gather on the file's thread, write beside it, and say where it is.

    *then* is told what was handed over.
    """
    path = ask_path(page, tr("What is held on a person"), ".pdf")
    if path is None:
        return
    said = tr(
        "{saved} Read what was written freely before you hand it over: it may name others.",
        saved=saved_as(path),
    )

    def written(sheet: HeldSheet) -> None:
        context.say(said)
        then(sheet)

    def write(sheet: HeldSheet) -> None:
        context.compute(
            lambda _progress: held.write_held(sheet, path),
            lambda _path: written(sheet),
            owner=page,
        )

    context.read(lambda desk: held.held_on(desk, person), write, owner=page)
