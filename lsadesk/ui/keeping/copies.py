"""Backing the college up to a file of one's choice."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from lsadesk.ui.door.welcome import college_name
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.words import tr


def back_up(context: TabContext, parent: QWidget) -> None:
    """Ask where to, and write a verified copy there."""
    from lsadesk.operations.keeping import college

    name = f"{college_name(context.desk.folder)} {date.today():%Y-%m-%d}.lsabackup"  # noqa: DTZ011 - local day
    to = ask_where(parent, tr("Back up to"), name)
    if to is None:
        return

    def made(path: Path) -> None:
        context.say(tr("Backed up and checked: {name}", name=path.name))

    context.write(lambda desk: college.back_up(desk, to), made, owner=parent)
