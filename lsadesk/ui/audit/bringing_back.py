"""An audit workbook that was edited comes back: choose it, look at the differences, take them."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from lsadesk.domain.auditing.audit_back import BroughtAudit
from lsadesk.domain.auditing.skills import SPOKEN
from lsadesk.domain.calendar import uk_date
from lsadesk.errors import NotOurs, UserError
from lsadesk.operations.auditing import audit_back
from lsadesk.operations.auditing.audit_back import Review
from lsadesk.ui.intake.opening import open_assistant
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.differences import DifferencesReview, Kind
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.ask import ask_file, confirm
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import count, tr


class BringingBack(QObject):
    """Asks over *page*; *notice* says that a workbook is being read, and offers to stop."""

    def __init__(self, context: TabContext, page: QWidget, notice: Notice) -> None:
        super().__init__(page)
        self._context, self._page, self._notice = context, page, notice
        self._reading = Ticket()

    def ask(self) -> None:
        """Ask for a workbook, and show what it would change."""
        title = tr("Bring an edited workbook back")
        path = ask_file(self._page, title, tr("Workbooks (*.xlsx)"))
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Show what the workbook at *path* would change."""
        self._notice.ask(tr("Reading {name}...", name=path.name), (tr("Stop"), self._stop))
        self._reading = self._context.compute(
            lambda _progress: audit_back.read_back(path),
            self._compare,
            on_error=self._refused,
            owner=self,
        )

    def _compare(self, brought: BroughtAudit) -> None:
        self._reading = self._context.read(
            lambda desk: audit_back.review(desk, brought),
            self._review,
            on_error=self._refused,
            owner=self,
        )

    def _review(self, review: Review) -> None:
        self._notice.settle()
        dialog = DifferencesReview(self._page, kind_of(review), review.differences, review.problems)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            chosen = frozenset(dialog.taken)
            self._context.write(
                lambda desk: audit_back.take(desk, review, chosen),
                self._took,
                on_error=self._refused,
                owner=self,
            )

    def _took(self, number: int) -> None:
        ratings = count(number, "rating was", "ratings were")
        self._context.say(tr("{ratings} taken in from the workbook.", ratings=ratings))

    def _refused(self, error: UserError) -> None:
        self._notice.settle()
        if not isinstance(error, NotOurs):
            self._context.say(str(error), "danger")
        elif confirm(
            self._page,
            tr("It cannot be brought back"),
            tr(str(error)),
            yes=tr("Open the assistant"),
        ):
            # The assistant brings much with it and is opened on few days of the year.
            open_assistant(self._context, self._page.window())

    def _stop(self) -> None:
        self._reading.cancel()
        self._notice.settle()


def kind_of(review: Review) -> Kind:
    """How the differences of an audit are told."""
    moment = review.written_at.astimezone()
    return Kind(
        row=tr("Person"),
        column=tr("Skill"),
        words=lambda code: tr(SPOKEN[code]).capitalize(),
        since=f"{uk_date(moment.date())}, {moment:%H:%M}",
    )
