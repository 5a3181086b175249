"""Checking the college file from the Help menu: what is wrong, and what to do about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lsadesk.operations.keeping import college
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import count, tr

if TYPE_CHECKING:
    from lsadesk.operations.desk import Desk

Checked = tuple[Sequence[str], Sequence[str]]


def check_college(parent: QWidget, context: TabContext) -> None:
    """Check the whole file behind the window; say that all is well, or list what is not."""
    context.say(tr("Checking the college file..."))

    def check(desk: "Desk") -> Checked:
        return college.check(desk), college.loose_ends(desk)

    def show(found: Checked) -> None:
        wrong, loose = found
        if wrong:
            show_wrong(parent, wrong, loose)
        elif loose:
            show_loose_ends(parent, loose)
        else:
            context.say(tr("Checked: pages, links, records, signatures and the trail are whole."))

    context.read(check, show, owner=parent)


def show_wrong(parent: QWidget, wrong: Sequence[str], loose: Sequence[str] = ()) -> None:
    """List *wrong*, and *loose* ends under it, until it is closed."""
    sentence = tr(
        "Change nothing for now. Make a backup of the file as it is (File, Back up), then go "
        "back to the newest copy that was made before this happened."
    )
    _listed(parent, tr("Something in the college file is wrong"), sentence, [*wrong, *loose])


def show_loose_ends(parent: QWidget, loose: Sequence[str]) -> None:
    """List what somebody has to tidy in a file that is whole."""
    ends = count(len(loose), "loose end", "loose ends")
    _listed(
        parent,
        tr("The college file is whole, with {ends}", ends=ends),
        tr("Nothing is lost or damaged. These records do not fit together:"),
        loose,
    )


def _listed(parent: QWidget, title: str, sentence: str, found: Sequence[str]) -> None:
    dialog = Question(parent, title, sentence, tr("Close"))
    dialog.no.hide()
    for each in found:
        dialog.body.addWidget(label(each))
    dialog.answered()
