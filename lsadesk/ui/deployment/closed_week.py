"""What the planner shows of a week in which nobody learns: why, and what comes next."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.domain.calendar import Week, uk_date
from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.weeks.terms import Closed
from lsadesk.operations.deploying.deployment import WeekBoard
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.words import tr


class ClosedWeek(QWidget):
    """Emits `onward()` to plan the next open week, `week_chosen(Week)` for the other kind of
    week, and `led(Record)` to where it can be changed.
    """

    onward = Signal()
    week_chosen = Signal(object)
    led = Signal(object)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._other = Week.B
        self.told = EmptyState(look, "deployment", "", "")
        self.plan = button(tr("Plan the next open week"), self.onward.emit, "primary")
        self.other = button("", lambda: self.week_chosen.emit(self._other))
        self.year = button(tr("Year and sites"), lambda: self._lead(About.YEAR))
        self.sessions = button(tr("Sessions"), lambda: self._lead(About.SESSION), "primary")
        hands = flowing(self.plan, self.sessions, self.other, self.year)
        column = QVBoxLayout(self)
        column.addWidget(self.told, 1)
        column.addWidget(hands, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_week(self, week: WeekBoard) -> None:
        """Say why *week* has no places to fill."""
        problem, closed = week.ahead.problem, week.closed
        self._other = Week.A if problem.week is Week.B else Week.B
        self.other.setVisible(week.two_weeks)
        self.other.setText(tr("Look at week {week}", week=self._other.value))
        starts = uk_date(problem.starts)
        if closed is None:
            self.told.title.setText(tr("No session runs in the week of {day}", day=starts))
            self.told.sentence.setText(
                tr(
                    "There is a timetable, but none of its sessions that need somebody runs "
                    "then. Look at their days, their dates and how many LSAs they need."
                )
            )
        else:
            self.told.title.setText(tr("The college is closed in the week of {day}", day=starts))
            self.told.sentence.setText(_why(closed))
        self.plan.setVisible(closed is not None and closed.opens is not None)
        self.sessions.setVisible(closed is None)

    def _lead(self, kind: About) -> None:
        self.led.emit(Record(kind, 0, ""))


def _why(closed: Closed) -> str:
    if closed.opens is None:
        return tr(
            "Why: {why}. No later week of the known year is open: write down the next terms "
            "under Year and sites.",
            why=closed.why,
        )
    last = closed.opens - timedelta(days=1)
    return tr(
        "Why: {why}. It is closed until {last}; the next week to plan begins on {opens}.",
        why=closed.why,
        last=uk_date(last),
        opens=uk_date(closed.opens),
    )
