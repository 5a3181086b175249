"""The placements that somebody supports, for themselves."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.staff.people import PersonId
from lsadesk.ui.looks.sizes import at_least, fit
from lsadesk.ui.placements.page import PlacementsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.message import MessageBar
from lsadesk.ui.words import tr

_LETTERS, _HIGH = 110, 720


def show_my_placements(context: TabContext, person: PersonId, parent: QWidget) -> None:
    """Show the placements that *person* supports, until they close it."""
    dialog = MyPlacements(context, person, parent)
    dialog.answered()


class MyPlacements(Question):
    """The page of placements with one's own alone; all that is done here is kept at once."""

    def __init__(self, context: TabContext, person: PersonId, parent: QWidget | None) -> None:
        super().__init__(parent, tr("My placements"), "", tr("Close"))
        at_least(self, _LETTERS)
        fit(self, self.minimumWidth(), _HIGH)
        self.message = MessageBar(context.appearance)
        self.page = PlacementsPage(context, person, self.message.say)
        self.body.addWidget(self.page, 1)
        self.body.addWidget(self.message)
        self.no.hide()
        self.page.reload()
