"""A week's workbook that was edited comes back: choose it, look at the differences, take them."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.week_back import BroughtWeek
from lsadesk.errors import UserError
from lsadesk.operations.weeks import week_book
from lsadesk.operations.weeks.week_book import WeekReview
from lsadesk.ui.deployment.asking import ask_why
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.differences import DifferencesReview, Kind
from lsadesk.ui.widgets.ask import ask_file
from lsadesk.ui.words import tr


class WeekBack(QObject):
    """Asks over *page*; what is taken is one change of the plan, and one step of Undo."""

    def __init__(self, context: TabContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page

    def ask(self) -> None:
        """Ask for a workbook, and show what it would change."""
        title = tr("Bring an edited workbook back")
        path = ask_file(self._page, title, tr("Workbooks (*.xlsx)"))
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Show what the workbook at *path* would change."""
        self._context.say(tr("Reading {name}...", name=path.name))
        self._context.compute(
            lambda _progress: week_book.read_back(path),
            self._compare,
            on_error=self._refused,
            owner=self,
        )

    def _compare(self, brought: BroughtWeek) -> None:
        self._context.read(
            lambda desk: week_book.review(desk, brought),
            self._review,
            on_error=self._refused,
            owner=self,
        )

    def _review(self, review: WeekReview) -> None:
        dialog = DifferencesReview(self._page, kind_of(review), review.differences, review.problems)
        accepted, chosen = dialog.exec() == QDialog.DialogCode.Accepted, frozenset(dialog.taken)
        why = ask_why(self._page) if accepted and chosen and review.published else ""
        if accepted and chosen and why is not None:
            self._context.write(
                lambda desk: week_book.take(desk, review, chosen, why=why),
                lambda _none: self._context.say(tr("The plan is as the workbook has it.")),
                on_error=self._refused,
                owner=self,
            )

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "danger")


def kind_of(review: WeekReview) -> Kind:
    """How the differences of a week are told."""
    moment = review.written_at.astimezone()

    def words(person: PersonId | None) -> str:
        return tr("nobody") if person is None else review.team.get(person, tr("somebody"))

    return Kind(
        row=tr("Session"),
        column=tr("Place"),
        words=words,
        since=f"{uk_date(moment.date())}, {moment:%H:%M}",
    )
