"""Cover: who is away, what that leaves open, who could stand in, and what to print."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QWidget,
)

from lsadesk.domain.calendar import uk_date, working_day
from lsadesk.domain.changes import Done
from lsadesk.domain.covering.agency import Booked
from lsadesk.domain.covering.cover import Absence
from lsadesk.domain.deployment.model import SlotId
from lsadesk.operations.covering import absences, bookings, cover, cover_board
from lsadesk.operations.covering.cover import Proposal
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.desk import Desk
from lsadesk.ui.cover.from_agency import ask_booking
from lsadesk.ui.cover.printing import Printing
from lsadesk.ui.cover.questions import (
    ask_absent,
    ask_away,
    ask_for_the_day,
    ask_proposal,
    ask_swap,
)
from lsadesk.ui.cover.standing_in import StandingIn
from lsadesk.ui.cover.tables import PlaceLine, lines_of, places_table
from lsadesk.ui.cover.words import away_words, headline, not_missed_words, plan_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button, icon_button
from lsadesk.ui.widgets.days import DayEdit
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr

_DAY = "ddd d MMM yyyy"
_FEW_ROWS = 4
_LETTERS_WHEN_WIDE = 150  # from here on the two tables stand side by side


class CoverPage(QWidget):
    """A day of cover; today, or Monday at the weekend, until another is chosen."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self.context = context
        self.on = working_day(context.desk.today, 1)
        self.seen: CoverBoard | None = None
        self._afresh = False  # whether to begin with the first place that is open
        self._shared_by_hand = False
        self._asks = False  # whether to ask who is away once the day is read
        self._find_parts()
        self._build()
        self._connect()

    def reload(self) -> None:
        """Ask for the day on screen."""
        on = self.on
        self.context.read(lambda desk: cover_board.board(desk, on), self.show_day, owner=self)

    def turn_to(self, on: date) -> None:
        """Show *on*; what was printed of another day is not told of any more."""
        if on != self.on:
            self.printing.notice.settle()
        self.on = on
        self.day.blockSignals(True)
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.day.blockSignals(False)
        self.reload()

    def turn_to_today(self) -> None:
        """Show today, or from a weekend the next day at work."""
        self.turn_to(working_day(self.context.desk.today, 1))

    def ask_of_today(self) -> None:
        """Go to today, and ask who is away as soon as it is read."""
        self._asks = True
        self.turn_to_today()

    def show_day(self, seen: CoverBoard) -> None:
        """Show *seen*, unless another day was asked for meanwhile."""
        if seen.on != self.on:
            return
        was_waiting, self.seen = bool(_waiting(self.seen)), seen
        self._show_away(seen)
        self.told.setText(headline(seen))
        self.told.setVisible(bool(self.told.text()))
        self.by_plan.setText(plan_words(seen) if seen.day is not None else "")
        before, self._afresh = None if self._afresh else self.places.current(), False
        lines = lines_of(seen)
        self.places.show_records(lines)
        if (line := _to_settle(seen, lines, before)) is not None:
            self.places.select(line)
        self.printing.show_day(seen)
        self._dress()
        self._share()
        self._choose()
        if was_waiting and not _waiting(seen) and self.focusWidget() is self.stand_ins.table:
            self.printing.button.setFocus()  # another Enter would give the last place away again
        asks, self._asks = self._asks, False
        if asks and self.away.isEnabled():
            self.mark_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one above the other."""
        super().resizeEvent(event)
        letters = self.width() // max(1, self.fontMetrics().averageCharWidth())
        wide = letters >= _LETTERS_WHEN_WIDE
        self.split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._share()

    def mark_away(self) -> None:
        """Ask who is away on the day, and keep it."""
        if self.seen is not None and (away := ask_away(self, self.seen)):
            said = not_missed_words(self.seen, away)
            self._write(lambda desk: absences.mark_away(desk, away), lambda _: self._go_on(said))

    def take_best(self) -> None:
        """Give every open place the best who is safe."""
        seen = self.seen
        if seen is not None:
            self._write(lambda desk: cover.take_best(desk, seen), self._told_best)

    def propose(self) -> None:
        """Work out the fewest changes, show them, and keep them if they are wanted."""
        seen = self.seen
        if seen is not None:
            self.context.read(
                lambda _desk: cover.least_change(seen), self._ask_proposal, owner=self
            )

    def one_for_the_day(self) -> None:
        """Ask who takes all that one absent person leaves open."""
        seen = self.seen
        if seen is None or seen.day is None:
            return
        day = seen.day
        lost = [day.planned.get(slot.id) for slot in day.uncovered]
        away = sorted({who for who in lost if who is not None})
        who = ask_absent(self, seen, away) if away else None
        if who is None:
            return
        places = lost.count(who)
        chosen = ask_for_the_day(self, seen.names[who], places, cover.for_the_day(seen, who))
        if chosen is not None:
            self._write(
                lambda desk: cover.choose_for_the_day(desk, seen, chosen.person, chosen.takes)
            )

    def take_on(self) -> None:
        """Ask who an agency sends, or who stays longer, and put them on the list."""
        on = self.on
        self.context.read(
            lambda desk: bookings.here_from_agencies(desk, on), self._ask_booking, owner=self
        )

    def _ask_booking(self, here: list[Booked]) -> None:
        if self.seen is not None and (booking := ask_booking(self, self.seen, here)) is not None:
            name = f"{booking.forename} {booking.surname}".strip()
            words = tr(
                "{name} is on the list until {day}. Print a briefing once they have a place.",
                name=name,
                day=uk_date(booking.ends),
            )
            self._write(
                lambda desk: bookings.take_on(desk, booking),
                lambda _: self.context.say(words, "info"),
            )

    def swap(self) -> None:
        """Ask which two places people have swapped, and keep it."""
        seen = self.seen
        if seen is not None and (both := ask_swap(self, seen)) is not None:
            self._write(lambda desk: cover.exchange(desk, seen, *both))

    def _share(self) -> None:
        """Share the room out, until a hand has moved what parts the two.

        Beside each other they have half each; one above the other, the places have their least.
        """
        if not self._shared_by_hand:
            across = self.split.orientation() is Qt.Orientation.Horizontal
            self.split.setSizes([self.width() if across else 1, self.width()])

    def _moved(self) -> None:
        self._shared_by_hand = True

    def _find_parts(self) -> None:
        look = self.context.appearance
        self.day = DayEdit(QDate(self.on.year, self.on.month, self.on.day), _DAY)
        self.day.setAccessibleName(tr("Day"))
        self.before = icon_button(look.icon("back"), tr("The day before"), lambda: self._step(-1))
        self.after = icon_button(look.icon("forward"), tr("The day after"), lambda: self._step(1))
        self.away = button(tr("Who is &away..."), self.mark_away, "primary")
        self.best = button(tr("Take the &best for all"), self.take_best)
        self.fewest = button(tr("Fewest &changes..."), self.propose)
        self.one = button(tr("&One person for the day..."), self.one_for_the_day)
        self.swapped = button(tr("A s&wap..."), self.swap)
        self.booked = button(tr("F&rom an agency..."), self.take_on)
        self.printing = Printing(self.context, self)
        self.absent = QWidget()
        self.absent_line = Flow(self.absent)
        self.told, self.by_plan = label("", "heading"), label("", "muted")
        self.places = places_table()
        self.stand_ins = StandingIn(self.context, self)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        for table in (self.places, self.stand_ins.table):
            table.keep_rows(_FEW_ROWS)
        self.split.addWidget(self.places)
        self.split.addWidget(self.stand_ins)
        self.calm = EmptyState(
            look,
            "tick",
            tr("Nobody is missed"),
            tr("Mark who is away, and every session that loses its LSA is here at once."),
        )
        self.unplanned = EmptyState(
            look,
            "deployment",
            tr("No plan for this day"),
            tr("Cover begins from a plan. Make one for the week on the page Week."),
        )
        self.shut = EmptyState(
            look, "info", tr("The college is closed"), tr("Nothing runs on this day.")
        )
        self.body = QStackedWidget()
        for page in (self.split, self.calm, self.unplanned, self.shut):
            self.body.addWidget(page)

    def _build(self) -> None:
        top = QWidget()
        line = Flow(top)
        parts: tuple[QWidget, ...] = (
            self.before,
            self.day,
            self.after,
            self.away,
            self.best,
            self.fewest,
            self.one,
            self.swapped,
            self.booked,
            self.printing.button,
        )
        for part in parts:
            line.addWidget(part)
        inside = QWidget()
        whole = in_column(on=self)
        saved = in_column(self.printing.notice, around=(16, 0, 16, 0))
        whole.addLayout(saved)
        whole.addWidget(scrolling(inside))
        in_column(
            top,
            self.absent,
            self.told,
            self.by_plan,
            Fill(self.body),
            on=inside,
            around=(16, 12, 16, 16),
        )

    def _connect(self) -> None:
        self.day.dateChanged.connect(
            lambda day: self.turn_to(date(day.year(), day.month(), day.day()))
        )
        self.day.unread.connect(lambda said: self.context.say(said, "info") if said else None)
        self.places.selected.connect(lambda _line: self._choose())
        self.context.appearance.changed.connect(self._draw_icons)
        self.split.splitterMoved.connect(lambda *_: self._moved())
        self.places.opened.connect(lambda _line: self.stand_ins.table.setFocus())

    def _draw_icons(self) -> None:
        self.before.setIcon(self.context.icon("back"))
        self.after.setIcon(self.context.icon("forward"))
        self.printing.button.setIcon(self.context.icon("print"))

    def _step(self, days: int) -> None:
        self.turn_to(working_day(self.on + timedelta(days=days), days))

    def _show_away(self, seen: CoverBoard) -> None:
        while (entry := self.absent_line.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.deleteLater()
        for absence in seen.absences:
            self.absent_line.addWidget(self._chip(seen, absence))
        self.absent.setVisible(bool(seen.absences))

    def _chip(self, seen: CoverBoard, absence: Absence) -> QWidget:
        words = away_words(seen, absence)
        chip = button(f"{words}  \u2715".replace("&", "&&"), lambda: self._take_back(absence))
        chip.setAccessibleName(tr("Away: {who}", who=words))
        chip.setAccessibleDescription(tr("Press if they are here after all."))
        chip.setToolTip(tr("Press if they are here after all."))
        return chip

    def _take_back(self, absence: Absence) -> None:
        on = self.on
        self._write(lambda desk: absences.take_back(desk, absence, on))
        self.away.setFocus()

    def _choose(self) -> None:
        line = self.places.current()
        self.stand_ins.show_place(self.seen, line)

    def _dress(self) -> None:
        seen = self.seen
        day = None if seen is None else seen.day
        lost = () if day is None else (*day.uncovered, *day.unfilled)
        self.best.setEnabled(bool(lost))
        inside = () if day is None else day.in_college
        self.fewest.setEnabled(any(slot in inside for slot in lost))
        self.one.setEnabled(day is not None and bool(day.uncovered))
        for each in (self.away, self.swapped, self.booked):
            each.setEnabled(day is not None)
        if day is not None:
            self.body.setCurrentWidget(self.split if self.places.model_.records() else self.calm)
        else:
            closed = seen is not None and seen.closed
            self.shut.sentence.setText(
                tr("Nothing runs on this day: {why}.", why=closed) if closed else ""
            )
            self.body.setCurrentWidget(self.shut if closed else self.unplanned)

    def _ask_proposal(self, proposal: Proposal) -> None:
        seen = self.seen
        if seen is not None and ask_proposal(self, seen, proposal):
            self._write(lambda desk: cover.keep_proposal(desk, seen, proposal))

    def _go_on(self, said: str) -> None:
        """Say what can be said before the day is read again, and go to what it leaves open."""
        if said:
            self.context.say(said, "info")
        self._afresh = True
        self.places.setFocus()

    def _told_best(self, number: int) -> None:
        self._afresh = True
        if not number:
            self.context.say(
                tr("Nobody is free and safe for what is open. Try the fewest changes."), "refused"
            )

    def _write(
        self, operation: Callable[[Desk], Done[Any]], then: Callable[[Any], None] | None = None
    ) -> None:
        self.context.write(operation, then, owner=self)


def _to_settle(
    seen: CoverBoard, lines: Sequence[PlaceLine], before: PlaceLine | None
) -> PlaceLine | None:
    """Where to go on: the same place or its other half while that is open, else the first that
    is, else any."""
    waiting = [*_waiting(seen), *(line.slot.id for line in lines if line.unsafe)]
    by_slot = {line.slot.id: line for line in lines}
    whole = None if before is None else before.slot.id.whole
    same = [] if before is None else [before.slot.id, *(s for s in by_slot if s.whole == whole)]
    order = [*(slot for slot in same if slot in waiting or not waiting), *waiting, *by_slot]
    return next((by_slot[slot] for slot in order if slot in by_slot), None)


def _waiting(seen: CoverBoard | None) -> list[SlotId]:
    """The places of the day that are still open."""
    day = None if seen is None else seen.day
    return [] if day is None else [slot.id for slot in (*day.uncovered, *day.unfilled)]
