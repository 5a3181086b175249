"""The placements that somebody supports, for themselves."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lsadesk.domain.staff.people import PersonId
from lsadesk.ui.looks.sizes import at_least, fit
from lsadesk.ui.placements.page import PlacementsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.words import tr

_LETTERS, _HIGH = 110, 720


def show_my_placements(context: TabContext, person: PersonId, parent: QWidget) -> None:
    """Show the placements that *person* supports, until they close it."""
    dialog = MyPlacements(context, person, parent)
    dialog.exec()
    dialog.deleteLater()


class MyPlacements(QDialog):
    """The page of placements with one's own alone."""

    def __init__(self, context: TabContext, person: PersonId, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("My placements"))
        at_least(self, _LETTERS)
        fit(self, self.minimumWidth(), _HIGH)
        self.page = PlacementsPage(context, person)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 16)
        rows.addWidget(self.page, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(button(tr("Close"), self.accept))
        below.addSpacing(16)
        rows.addLayout(below)
        self.page.reload()
