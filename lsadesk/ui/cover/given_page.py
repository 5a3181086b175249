"""What was given: the day's log, and each learner's time beside what is specified."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QDate, QEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.domain.calendar import uk_date, working_day
from lsadesk.domain.changes import Done
from lsadesk.domain.covering.delivered import Delivery, LearnerTotal, level_words
from lsadesk.domain.deployment.model import Slot, SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.covering import delivered, leading
from lsadesk.operations.covering.delivered import Log, Over, Totals
from lsadesk.operations.desk import Desk
from lsadesk.ui.cover.ask_given import ask_given, outcome_words
from lsadesk.ui.cover.leading import show_led
from lsadesk.ui.cover.words import hours_words, plan_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.takeaway import Takeaway
from lsadesk.ui.widgets.buttons import button, icon_button
from lsadesk.ui.widgets.days import DayEdit
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_DAY = "ddd d MMM yyyy"
_LINES_OF_A_TABLE = 8


class GivenPage(QWidget):
    """One key for a day as it stands, Enter for a line that was otherwise."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self.context = context
        self.on = _day_to_log(context.desk.today)
        self.seen: Log | None = None
        self._slots: Mapping[SlotId, Slot] = {}
        self.day = DayEdit(QDate(self.on.year, self.on.month, self.on.day), _DAY)
        self.day.setAccessibleName(tr("Day"))
        look = context.appearance
        self.before = icon_button(look.icon("back"), tr("The day before"), lambda: self._step(-1))
        self.after = icon_button(look.icon("forward"), tr("The day after"), lambda: self._step(1))
        self.all = button(tr("&Write it down as it stands"), self.write_all, "primary")
        self.other = button(tr("It was &otherwise..."), self.change_line)
        self.led = button(tr("&Led without a teacher..."), self.show_led)
        self.over = Choice(
            [
                (tr("This week"), Over.WEEK),
                (tr("This term"), Over.TERM),
                (tr("This year, from September"), Over.YEAR),
            ],
            Over.TERM,
        )
        self.over.setAccessibleName(tr("How far back learners' time is added up"))
        self.told, self.term = label("", "heading"), label("", "heading")
        self.by_plan = label("", "muted")
        self.note = label(
            tr(
                "A group's time counts in full for each learner of it: it is time with an LSA "
                "there, not alone with one. A fifth of a week's figure counts for a day."
            ),
            "muted",
        )
        self.lines: RecordTable[Delivery] = RecordTable(tr("The day's log"), self._columns())
        self.totals: RecordTable[LearnerTotal] = RecordTable(tr("Learners' time"), _total_columns())
        self.none = EmptyState(
            look,
            "deployment",
            tr("Nothing is planned on this day"),
            tr(
                "What was given is written down beside the plan of a day. Choose another day, or "
                "make a plan on the page Week."
            ),
        )
        self.takeaway = Takeaway(context, tr("Hours given"), self._export, self)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Ask for the day on screen, and for the term."""
        on = self.on
        self.context.read(lambda desk: delivered.log(desk, on), self.show_log, owner=self)
        over = self.over.chosen_as(Over)
        self.context.read(
            lambda desk: delivered.learner_totals(desk, on, over), self.show_totals, owner=self
        )

    def turn_to(self, on: date) -> None:
        """Show *on*."""
        self.on = on
        self.day.blockSignals(True)
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.day.blockSignals(False)
        self.reload()

    def show_log(self, seen: Log) -> None:
        """Show *seen*, unless another day was asked for meanwhile."""
        if seen.seen.on != self.on:
            return
        self.seen = seen
        self._slots = {} if seen.seen.day is None else seen.seen.day.slots
        before = self.lines.current()
        self.lines.show_records(seen.lines)
        if before is not None and before not in seen.lines:
            changed = [line for line in seen.lines if line.slot == before.slot]
            for line in changed[:1]:
                self.lines.select(line)
        ahead = self.on > self.context.desk.today
        self.all.setEnabled(bool(seen.lines) and not seen.is_complete and not ahead)
        self.other.setEnabled(bool(seen.lines) and not ahead)
        self.told.setText(_ahead_words() if ahead and seen.lines else _log_words(seen))
        self.by_plan.setText(plan_words(seen.seen) if seen.lines else "")
        self.log.setCurrentWidget(self.lines if seen.lines else self.none)

    def show_totals(self, seen: Totals) -> None:
        """Show each learner's time, those with least of what is specified on top."""
        self.totals.show_records(
            [each for each in seen.learners if each.planned or each.given or each.specified]
        )
        self.totals.setVisible(bool(seen.days))
        self.note.setVisible(bool(seen.days))
        self.takeaway.button.setEnabled(bool(seen.days))
        if not seen.days:
            self.term.setText(tr("Once a day is written down, each learner's time stands here."))
            return
        under = sum(bool(each.short_of_specified) for each in seen.learners)
        days = count(seen.days, "day", "days")
        self.term.setText(
            tr(
                "Learners, {days} logged since {first}: {under} with less than specified",
                days=days,
                first=uk_date(seen.starts),
                under=under,
            )
        )

    def write_all(self) -> None:
        """Write the day down as it stands."""
        seen = self.seen
        if seen is not None and self.all.isEnabled():
            self.context.write(lambda desk: delivered.write_all(desk, seen), owner=self)

    def change_line(self) -> None:
        """Ask what was otherwise with the line that is chosen; first it has to be chosen."""
        line = self.lines.current()
        if line is None or not self.other.isEnabled():
            self.lines.setFocus()
            return
        said = ask_given(self, line)
        if said is not None:
            outcome, minutes, why = said
            self.context.write(
                lambda desk: delivered.write_line(
                    desk, line, outcome=outcome, minutes=minutes, why=why
                ),
                owner=self,
            )

    def _export(self, desk: Desk, path: Path) -> Done[int]:
        return delivered.export_totals(desk, path, self.on, self.over.chosen_as(Over))

    def show_led(self) -> None:
        """Show who led sessions without a teacher, and write down one more."""
        on = self.on
        self.context.read(
            lambda desk: leading.led_board(desk, on),
            lambda seen: show_led(self.context, self, seen),
            owner=self,
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        in_column(scrolling(inside, sideways=False), on=self)
        self.log = QStackedWidget()
        for page in (self.lines, self.none):
            self.log.addWidget(page)
        in_column(
            flowing(self.before, self.day, self.after, self.all, self.other, self.led),
            self.told,
            self.by_plan,
            Fill(self.log),
            self.term,
            flowing(self.over, self.takeaway.button),
            self.takeaway.notice,
            Fill(self.totals),
            self.note,
            on=inside,
            around=(16, 12, 16, 16),
        )
        self._measure()
        self.totals.sortByColumn(
            _UNDER, self.totals.horizontalHeader().sortIndicatorOrder().DescendingOrder
        )

    def _connect(self) -> None:
        self.over.currentIndexChanged.connect(lambda _at: self.reload())
        self.lines.opened.connect(lambda _line: self.change_line())
        self.context.appearance.changed.connect(self._draw_icons)
        self.day.dateChanged.connect(
            lambda day: self.turn_to(date(day.year(), day.month(), day.day()))
        )
        self.day.unread.connect(lambda said: self.context.say(said, "info") if said else None)

    def _draw_icons(self) -> None:
        self.before.setIcon(self.context.icon("back"))
        self.after.setIcon(self.context.icon("forward"))

    def changeEvent(self, event: QEvent) -> None:
        """With larger text the page is scrolled before its tables have no rows left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "log"):
            self._measure()

    def _measure(self) -> None:
        for table in (self.log, self.totals):
            table.setMinimumHeight(_LINES_OF_A_TABLE * self.fontMetrics().lineSpacing())

    def _step(self, days: int) -> None:
        self.turn_to(working_day(self.on + timedelta(days=days), days))

    def _columns(self) -> tuple[Column[Delivery], ...]:
        return (
            Column(tr("When"), self._when, sort=self._start, width=12),
            Column(tr("Session"), lambda one: one.title, width=24),
            Column(tr("Who"), self._who, width=18),
            Column(tr("What was given"), _given_words, width=26),
            Column(tr("Minutes"), _minutes_words, sort=lambda one: one.minutes, width=14),
            Column(tr("Written down"), self._written, width=12),
        )

    def _names(self) -> Mapping[PersonId, str]:
        return {} if self.seen is None else self.seen.seen.names

    def _when(self, line: Delivery) -> str:
        slot = self._slots.get(line.slot)
        if slot is None or self.seen is None:
            return ""
        return str(self.seen.seen.support_in(slot))

    def _start(self, line: Delivery) -> int | None:
        slot = self._slots.get(line.slot)
        return None if slot is None else slot.start

    def _who(self, line: Delivery) -> str:
        return "" if line.person is None else self._names().get(line.person, "")

    def _written(self, line: Delivery) -> str:
        written = self.seen is not None and line.slot in self.seen.written
        return tr("\u2713 yes") if written else tr("not yet")


_UNDER = 4


def _day_to_log(today: date) -> date:
    """Today, or Friday at the weekend: what was given is behind us."""
    return working_day(today, -1)


def _total_columns() -> tuple[Column[LearnerTotal], ...]:
    return (
        Column(tr("Learner"), lambda one: one.reference, width=12),
        Column(tr("Specified"), _specified, sort=lambda one: one.specified, width=12),
        Column(tr("Planned"), lambda one: hours_words(one.planned), sort=_planned, width=12),
        Column(tr("Given"), lambda one: hours_words(one.given), sort=_given, width=12),
        Column(tr("Less than specified"), _under, sort=_short, width=18),
        Column(
            tr("Of it alone"),
            lambda one: hours_words(one.alone),
            sort=lambda one: one.alone,
            width=11,
        ),
        Column(tr("Sessions"), _often, sort=lambda one: one.sessions, width=10),
        Column(tr("By how well it is known"), _levels, width=44),
        Column(tr("In the plan's words"), lambda one: one.words, width=30),
    )


def _ahead_words() -> str:
    return tr("This day is still to come. Write down what was given once it was given.")


def _log_words(seen: Log) -> str:
    if not seen.lines:
        return ""
    missing = sum(line.slot not in seen.written for line in seen.lines)
    if not missing:
        return tr("Written down: all of {places}.", places=_places(len(seen.lines)))
    return tr("Not written down yet: {places}.", places=_places(missing))


def _places(number: int) -> str:
    return count(number, "place", "places")


def _given_words(line: Delivery) -> str:
    said = outcome_words(line.outcome)
    return f"{said}: {line.why}" if line.why else said


def _minutes_words(line: Delivery) -> str:
    if line.minutes == line.planned:
        return f"{line.minutes}"
    return tr("{given} of {planned}", given=line.minutes, planned=line.planned)


def _specified(total: LearnerTotal) -> str:
    return tr("not said") if total.specified is None else hours_words(total.specified)


def _under(total: LearnerTotal) -> str:
    short = total.short_of_specified
    return tr("\u25b2 {hours} less", hours=hours_words(short)) if short else ""


def _often(total: LearnerTotal) -> str:
    return tr("{given} of {meant}", given=total.sessions, meant=total.meant)


def _levels(total: LearnerTotal) -> str:
    known = sorted(total.by_level.items(), key=lambda each: -1 if each[0] is None else each[0])
    return "; ".join(f"{level_words(level)}: {hours_words(each)}" for level, each in known[::-1])


def _planned(total: LearnerTotal) -> int:
    return total.planned


def _given(total: LearnerTotal) -> int:
    return total.given


def _short(total: LearnerTotal) -> int:
    return total.short_of_specified
