"""Checking the college file from the Help menu: what is wrong, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from lsadesk.operations.keeping import college
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr


def check_college(parent: QWidget, context: TabContext) -> None:
    """Check the whole file behind the window; say that all is well, or list what is not."""
    context.say(tr("Checking the college file..."))

    def show(wrong: Sequence[str]) -> None:
        if wrong:
            show_wrong(parent, wrong)
        else:
            context.say(tr("Checked: pages, links, signatures and the trail are whole."))

    context.read(college.check, show, owner=parent)


def show_wrong(parent: QWidget, wrong: Sequence[str]) -> None:
    """List *wrong* until it is closed."""
    dialog = Question(
        parent,
        tr("Something in the college file is wrong"),
        tr(
            "Change nothing for now. Make a backup of the file as it is (File, Back up), then go "
            "back to the newest copy that was made before this happened."
        ),
        tr("Close"),
    )
    dialog.no.hide()
    for sentence in wrong:
        dialog.body.addWidget(label(sentence))
    dialog.answered()
    dialog.deleteLater()
