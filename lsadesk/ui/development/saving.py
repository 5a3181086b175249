"""Saving a workbook about development, and saying where it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.operations.desk import Desk
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.words import count, tr


def save_workbook(
    context: TabContext, parent: QWidget, name: str, export: Callable[[Desk, Path], Done[int]]
) -> None:
    """Ask where to, write it with *export* (which answers how many people), and say so."""
    file = f"{name}, {uk_date(context.desk.today)}.xlsx"
    target = ask_where(parent, tr("Save the workbook"), file)
    if target is None:
        return

    def saved(number: int) -> None:
        people = count(number, "person", "people")
        where = tr("{name} in {folder}", name=target.name, folder=target.parent)
        context.say(tr("Saved {where}, about {people}.", where=where, people=people))

    context.write(lambda desk: export(desk, target), saved, owner=parent)
