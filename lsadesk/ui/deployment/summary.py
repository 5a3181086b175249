"""What the plan leaves open, above the board, and what was assumed in making it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.left_out import left_out
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.deployment.remarks import About, Remark
from lsadesk.domain.deployment.unmet import asked
from lsadesk.domain.weeks.timetable_sheet import UnmetNeed
from lsadesk.operations.deploying.deployment import WeekBoard
from lsadesk.ui.deployment.wording import headline, made_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label, set_property
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_MOST_ROWS = 3  # seen at once; the rest scroll
_NO_END = 16_777_215  # pixels: Qt's own word for a height without a limit


@dataclass(frozen=True, slots=True)
class Gap:
    """A place that nobody has, or that whoever has it cannot have any more."""

    slot: SlotId
    need: UnmetNeed


class Summary(QWidget):
    """A headline, what is not covered or cannot stay as it is, and what the plan assumes.

    Emits `sought(slot)` when somebody wants to see one of them, `opened(slot)` on Enter,
    `led(Record)` where a note is to lead to its record, and `filled(bool)` as its lists begin
    or cease to need the board's room.
    """

    sought = Signal(object)
    opened = Signal(object)
    led = Signal(object)
    filled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.headline = label("", "heading")
        self.headline.setWordWrap(False)
        self.made = label("", "muted")
        self.made.setWordWrap(False)
        self.outdated = label("")
        set_property(self.outdated, "kind", "warning")
        self._is_short = False
        self._gaps_shown: bool | None = None  # None: where there is room
        self._remarks_shown = False
        self.show_gaps = button("", self._toggle_gaps, "link")
        self.show_remarks = button("", self._toggle_remarks, "link")
        self.gaps: RecordTable[Gap] = RecordTable(tr("Not covered"), _columns())
        self.gaps.selected.connect(self._seek)
        self.gaps.opened.connect(lambda gap: self.opened.emit(gap.slot))
        self.remarks: RecordTable[Remark] = RecordTable(
            tr("To know about this plan"),
            [
                Column(tr("To know about this plan"), str, sort=_place_of, width=90),
                Column(tr("Open with Enter"), _leads_to, width=18),
            ],
        )
        self.remarks.opened.connect(self._lead)
        head = flowing(self.headline, self.show_gaps, self.show_remarks, self.made, gap=16)
        in_column(head, self.outdated, self.gaps, self.remarks, on=self)

    def show_week(self, board: WeekBoard) -> None:
        """Tell how *board* stands; its plan must have been made."""
        made = board.made
        if made is None:
            return
        plan, problem = made.plan, board.ahead.problem
        self.headline.setText(headline(plan, len(problem.slots), len(board.broken)))
        is_whole = not plan.unmet and not board.broken
        set_property(self.headline, "kind", "said" if is_whole else "danger")
        self.made.setText("" if made.outdated else made_words(made))
        self.made.setVisible(not made.outdated)
        self.outdated.setText(made_words(made) if made.outdated else "")
        self.outdated.setVisible(made.outdated)
        before = self.gaps.current()
        gaps = [Gap(slot, need) for slot, need in zip(plan.unmet, board.unmet, strict=True)]
        gaps += [_not_as_it_is(board, slot) for slot in board.broken]
        self.gaps.show_records(gaps)
        if before is not None:
            self._stay_at(before, gaps)
        remarks = (*left_out(problem, plan), *problem.remarks)
        self.remarks.show_records([one for remark in remarks for one in remark.each()])
        self._place()

    def fit(self, *, is_short: bool) -> None:
        """Leave room for the board; where it *is_short*, a list stands in the board's place."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """The list grows with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "remarks"):
            self._place()

    def _toggle_gaps(self) -> None:
        self._gaps_shown = not self._shows_gaps()
        self._remarks_shown = self._remarks_shown and not self._is_short
        self._place()
        if self._gaps_shown:
            self.gaps.setFocus()

    def _toggle_remarks(self) -> None:
        self._remarks_shown = not self._remarks_shown
        if self._is_short and self._remarks_shown:
            self._gaps_shown = False
        self._place()
        if self._remarks_shown:
            self.remarks.setFocus()

    def _shows_gaps(self) -> bool:
        return not self._is_short if self._gaps_shown is None else self._gaps_shown

    def _place(self) -> None:
        gaps, remarks = len(self.gaps.model_.records()), len(self.remarks.model_.records())
        gaps_shown = gaps > 0 and self._shows_gaps()
        remarks_shown = remarks > 0 and self._remarks_shown
        self.show_gaps.setText(tr("Hide the li&st") if gaps_shown else tr("&Show the list"))
        self.show_gaps.setVisible(gaps > 0)
        things = count(remarks, "thing", "things")
        hidden = tr("{things} to know", things=things)
        self.show_remarks.setText(tr("Hide the notes") if remarks_shown else hidden)
        self.show_remarks.setVisible(remarks > 0)
        for table, rows, shown, shows in (
            (self.gaps, gaps, gaps_shown, self.show_gaps),
            (self.remarks, remarks, remarks_shown, self.show_remarks),
        ):
            self._size(table, rows)
            if table.hasFocus() and not shown:
                shows.setFocus()  # else it would go to whatever comes next in the window
            table.setVisible(shown)
        self.filled.emit(self._is_short and (gaps_shown or remarks_shown))

    def _size(self, table: RecordTable[Gap] | RecordTable[Remark], rows: int) -> None:
        if self._is_short:
            table.setMinimumHeight(0)
            table.setMaximumHeight(_NO_END)
        else:
            high = min(rows, _MOST_ROWS) * table.verticalHeader().defaultSectionSize()
            table.setFixedHeight(high + table.horizontalHeader().sizeHint().height() + 4)

    def _lead(self, remark: Remark) -> None:
        if remark.about:
            self.led.emit(remark.about[0])

    def _stay_at(self, before: Gap, gaps: list[Gap]) -> None:
        """Go back to the place that was current, or where it is filled to what comes next."""

        def when(gap: Gap) -> tuple[Weekday, TimeSpan, SlotId]:
            return gap.need.day, gap.need.span, gap.slot

        later = [gap for gap in sorted(gaps, key=when) if when(gap) >= when(before)]
        if later:
            self.gaps.select(later[0])

    def _seek(self, gap: Gap | None) -> None:
        if gap is not None and self.gaps.hasFocus():
            self.sought.emit(gap.slot)


def _not_as_it_is(board: WeekBoard, slot: SlotId) -> Gap:
    place = board.ahead.slots[slot]
    need = UnmetNeed(
        day=place.day,
        span=place.span,
        title=place.title,
        group=place.group,
        missing=asked(board.ahead.problem, place),
        reason=board.broken[slot],
    )
    return Gap(slot, need)


def _columns() -> list[Column[Gap]]:
    return [
        Column(
            tr("When"),
            lambda gap: f"{gap.need.day.short} {gap.need.span}",
            sort=lambda gap: (gap.need.day, gap.need.span.start, gap.slot),
            width=20,
        ),
        Column(tr("Session"), lambda gap: gap.need.title, width=16),
        Column(tr("Group"), lambda gap: gap.need.group, width=12),
        Column(tr("Must have"), lambda gap: gap.need.missing, width=24),
        Column(tr("Why"), lambda gap: gap.need.reason, width=40),
    ]


def _place_of(remark: Remark) -> tuple[str, str]:
    return remark.before, str(remark)


def _leads_to(remark: Remark) -> str:
    if not remark.about:
        return ""
    return {
        About.PERSON: tr("the person"),
        About.STAFF: tr("the staff record"),
        About.SESSION: tr("the session"),
        About.LEARNER: tr("the learner"),
        About.YEAR: tr("the year"),
        About.JOURNEY: tr("the journeys"),
        About.PLACEMENT: tr("the placement"),
    }[remark.about[0].kind]
