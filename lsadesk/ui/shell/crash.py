"""When it is our fault: say so, lose nothing, and show a report that holds nobody's data."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

_MOST = 20  # reports in one dialog; whatever fails more often says no more by that
_BETWEEN = "\n\n"


class CrashDialog(Question):
    """The sentence for the person and the report for us.

    *reports* are all that it tells of: others may be added while it is open.
    """

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(
            parent,
            tr("Something went wrong in LSA Desk"),
            tr(
                "This is a fault in the program, not something you did. "
                "Everything that was saved is still there, and you can go on working."
            ),
            tr("Go on"),
        )
        self.setMinimumWidth(560)
        self.no.hide()
        self.reports = [report]
        about = label(
            tr(
                "The report below tells us where it happened. It holds no names and nothing "
                "from the college. Please send it to whoever looks after LSA Desk for you."
            ),
            "muted",
        )
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Report"))
        self.text.setMinimumHeight(160)
        self.copy = button(tr("Copy the report"), self._copy)
        for widget in (about, self.text, self.copy):
            self.body.addWidget(widget)

    def add(self, report: str) -> None:
        """Tell of another fault too; one that it tells of already is the same fault."""
        if report not in self.reports and len(self.reports) < _MOST:
            self.reports.append(report)
            self.text.setPlainText(_BETWEEN.join(self.reports))
            self.copy.setText(tr("Copy the report"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))
