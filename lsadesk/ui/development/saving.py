"""Development plans as files, and workbooks about them."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import exports
from lsadesk.operations.files import FileToWrite
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.batch import Batch
from lsadesk.ui.taking.saving import ask_path, saved_as
from lsadesk.ui.words import count, tr


def save_workbook(
    context: TabContext, parent: QWidget, name: str, export: Callable[[Desk, Path], Done[int]]
) -> None:
    """Ask where to, write it with *export* (which answers how many people), and say so."""
    path = ask_path(parent, f"{name}, {uk_date(context.desk.today)}", ".xlsx")
    if path is None:
        return

    def saved(number: int) -> None:
        people = count(number, "person", "people")
        context.say(tr("{saved} It is about {people}.", saved=saved_as(path), people=people))

    context.write(lambda desk: export(desk, path), saved, owner=parent)


def plans(only: Collection[PersonId]) -> Batch:
    """The development plans of *only*."""

    def gather(desk: Desk) -> Done[list[FileToWrite]]:
        done = exports.take_plans(desk, only)
        return Done(exports.plan_files(done.result), done.changes)

    return Batch(
        title=tr("Plans as PDF"),
        folder=tr("Development plans"),
        one=tr("plan"),
        many=tr("plans"),
        gather=gather,
    )
