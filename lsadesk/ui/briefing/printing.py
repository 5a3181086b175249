"""Session cards and slips to print: asks where, writes, and says where they are."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from lsadesk.domain.briefing.need_to_knows import AheadSession
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.operations.briefing import session_cards
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.buttons import menu_button
from lsadesk.ui.words import tr

Days = tuple[date, date]
_WHOLE_WEEK = timedelta(days=6)


class CardPrinting(QObject):
    """The button with its menu (to be placed by the page) and the notice of what was written.

    *chosen* gives the session that is chosen on the page, *starts* the Monday on screen.
    """

    def __init__(
        self,
        context: TabContext,
        parent: QWidget,
        starts: Callable[[], date],
        chosen: Callable[[], AheadSession | None],
    ) -> None:
        super().__init__(parent)
        self._starts, self._chosen = starts, chosen
        menu = QMenu()
        menu.addAction(tr("Cards of &this session..."), self.of_session)
        menu.addAction(tr("Cards of its &day..."), self.of_day)
        menu.addAction(tr("Cards of its day, in &big print..."), self.of_day_big)
        menu.addAction(tr("Cards of the &week..."), self.of_week)
        menu.addSeparator()
        menu.addAction(tr("Slips for teachers to &fill in..."), self.blanks)
        self.button = menu_button(tr("&Print"), menu)
        self.button.setIcon(context.icon("print"))
        self.button.setAccessibleName(tr("Print session cards"))
        self._paper = Saving(context, parent)
        self.notice = self._paper.notice

    def of_session(self) -> None:
        """A card for each LSA of the session that is chosen."""
        chosen = self._chosen()
        if chosen is not None:
            self._write_cards((chosen.on, chosen.on), session=chosen.session.id)

    def of_day(self) -> None:
        """A card for each LSA of each session of the chosen session's day."""
        self._of_day(big=False)

    def of_day_big(self) -> None:
        """The same in 18 point."""
        self._of_day(big=True)

    def of_week(self) -> None:
        """A card for each LSA of each session of the week."""
        self._write_cards(self._week())

    def blanks(self) -> None:
        """A slip for each session that is not told, by teacher."""
        days = self._week()
        self._paper.write_long(
            _named(tr("What LSAs need to know"), days),
            lambda desk: session_cards.take_blanks(desk, days),
            session_cards.write_blanks,
            back=self.button,
        )

    def _of_day(self, *, big: bool) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._write_cards((chosen.on, chosen.on), big=big)

    def _write_cards(
        self, days: Days, *, session: SessionId | None = None, big: bool = False
    ) -> None:
        self._paper.write_long(
            _named(tr("Session cards"), days),
            lambda desk: session_cards.take_cards(desk, days, session=session),
            partial(session_cards.write_cards, big=big),
            back=self.button,
        )

    def _week(self) -> Days:
        starts = self._starts()
        return starts, starts + _WHOLE_WEEK


def _named(title: str, days: Days) -> str:
    return f"{title}, {uk_date(days[0])}"
