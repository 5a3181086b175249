"""A workbook of ours that was edited comes back: choose it, look at the differences, take them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.errors import NotOurs, UserError
from lsadesk.operations.desk import Desk
from lsadesk.ui.intake.opening import open_assistant
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.differences import AnyDifference, DifferencesReview, Kind
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.ask import ask_file, confirm
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr


class Review(Protocol):
    """What a workbook says otherwise than the college did when it was written."""

    @property
    def differences(self) -> Sequence[AnyDifference]:
        """Each of them."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What of it cannot be taken, and why."""


B = TypeVar("B")
R = TypeVar("R", bound=Review)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack(Generic[B, R]):
    """How one kind of workbook comes back.

    *read* needs no desk, *review* lays what was read beside the college, *kind_of* says how its
    differences are told, *take* keeps the chosen ones with what *ask* was answered (None: nothing
    is taken), and *took* says what of it was done.
    """

    read: Callable[[Path], B]
    review: Callable[[Desk, B], R]
    kind_of: Callable[[R], Kind]
    take: Callable[[Desk, R, frozenset[Any], str], Done[Any]]
    took: Callable[[Any], str]
    ask: Callable[[QWidget, R], str | None] = lambda _page, _review: ""


class BringingBack(QObject, Generic[B, R]):
    """Asks over *page*; *notice* says that a workbook is being read, and offers to stop."""

    def __init__(
        self, context: TabContext, page: QWidget, notice: Notice, way: WayBack[B, R]
    ) -> None:
        super().__init__(page)
        self._context, self._page, self._notice, self._way = context, page, notice, way
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
            lambda _progress: self._way.read(path),
            self._compare,
            on_error=self._refused,
            owner=self,
        )

    def _compare(self, brought: B) -> None:
        self._reading = self._context.read(
            lambda desk: self._way.review(desk, brought),
            self._review,
            on_error=self._refused,
            owner=self,
        )

    def _review(self, review: R) -> None:
        self._notice.settle()
        kind = self._way.kind_of(review)
        dialog = DifferencesReview(self._page, kind, review.differences, review.problems)
        chosen = frozenset(dialog.taken) if dialog.exec() == QDialog.DialogCode.Accepted else None
        answer = self._way.ask(self._page, review) if chosen else None
        if chosen and answer is not None:
            self._context.write(
                lambda desk: self._way.take(desk, review, chosen, answer),
                lambda result: self._context.say(self._way.took(result)),
                on_error=self._refused,
                owner=self,
            )

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


def since_words(written_at: datetime) -> str:
    """23 Nov 2026, 16:20: when a workbook was written, as it is on this computer's clock."""
    moment = written_at.astimezone()
    return f"{uk_date(moment.date())}, {moment:%H:%M}"
