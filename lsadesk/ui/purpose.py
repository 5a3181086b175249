"""One line on the record itself: why it is kept, who can see it, until when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from lsadesk.domain.keeping.notice import purpose
from lsadesk.domain.keeping.retention import RecordKept, record_of
from lsadesk.domain.rights import Kind
from lsadesk.operations.keeping import retention
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import tell
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.words import tr


class PurposeLine(QLabel):
    """Said from the tables of periods and rights each time it comes on screen."""

    def __init__(self, context: TabContext, kind: Kind) -> None:
        super().__init__()
        self._context, self._kind = context, kind
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tell(retention.usual_periods())  # takes its room at once; the college's own follow

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew: the college may have changed the period."""
        super().showEvent(event)
        self._context.read(retention.periods, self._tell, owner=self)

    def _tell(self, records: Sequence[RecordKept]) -> None:
        record = record_of(records, self._kind)
        self.setText("" if record is None else purpose(record))


def why_words() -> str:
    """What a link or a line of a menu is called that tells the purpose."""
    return tr("Why this is kept...")


def show_purpose(parent: QWidget, context: TabContext, kind: Kind) -> None:
    """The same in a dialog, asked of the college as it is now."""

    def told(records: Sequence[RecordKept]) -> None:
        record = record_of(records, kind)
        if record is not None:
            tell(parent, record.name, purpose(record))

    context.read(retention.periods, told, owner=parent)


def purpose_button(context: TabContext, kind: Kind) -> QPushButton:
    """The same at a press, for a page that has no room for the line."""
    made = button(why_words(), lambda: show_purpose(made, context, kind), "link")
    return made
