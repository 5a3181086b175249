"""The lists beside the review: what somebody should look at stands first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.reviewing.lines import Line, LineDetails, LineKind, to_look_at
from lsadesk.domain.reviewing.points import Questions
from lsadesk.domain.reviewing.words import LISTS, found_words, state_words
from lsadesk.operations.reviewing import lines as lists
from lsadesk.ui.review.line_form import ask_line
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.readable import Readable
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_EVERY = "every list"
_STATE = 5  # the column by which what somebody should look at stands first


@dataclass(frozen=True, slots=True)
class _Shown:
    line: Line
    topic: str
    state: str
    is_waiting: bool


class ListsPage(QWidget):
    """One list at a time, or all of them."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._questions: Questions | None = None
        self._lines: Sequence[Line] = ()
        kinds: list[tuple[str, object]] = [(tr(LISTS[kind]), kind) for kind in LineKind]
        self.which = Choice([(tr("All lists"), _EVERY), *kinds], _EVERY)
        self.which.setAccessibleName(tr("List"))
        self.told = label("", "muted")
        self.table: RecordTable[_Shown] = RecordTable(tr("Lines of the lists"), _columns())
        self.table.sortByColumn(_STATE, Qt.SortOrder.AscendingOrder)
        self.detail = Readable(tr("The line in full"))
        self.adding = button(tr("&Add..."), self._add, "primary")
        self.changing = button(tr("&Change..."), self._change)
        self.removing = button(tr("&Remove..."), self._remove)
        ways = flowing(self.adding, self.changing, self.removing)
        in_column(
            (self.which, Qt.AlignmentFlag.AlignLeft),
            self.told,
            Fill(self.table),
            self.detail,
            ways,
            on=self,
            around=(16, 12, 16, 16),
        )
        self.which.currentIndexChanged.connect(lambda _at: self._show())
        self.table.selected.connect(lambda _line: self._dress())
        self.table.opened.connect(lambda _line: self._change())

    def show_lines(self, questions: Questions, lines: Sequence[Line]) -> None:
        """Show *lines*; the one that was chosen stays chosen."""
        self._questions, self._lines = questions, lines
        self._show()

    def _show(self) -> None:
        if self._questions is None:
            return
        before = self.table.current()
        shown = self._chosen_lines(dict(self._questions.topics()), self._context.desk.today)
        self.table.show_records(shown)
        for each in shown:
            if before is not None and each.line.id == before.line.id:
                self.table.select(each)
        self.told.setText(_told(shown))
        self._dress()

    def _chosen_lines(self, topics: dict[str, str], today: date) -> list[_Shown]:
        kind = self.which.chosen()
        waiting = {one.id for one in to_look_at(self._lines, today)}
        return [
            _Shown(one, topics.get(one.topic, ""), state_words(one, today), one.id in waiting)
            for one in self._lines
            if kind in (_EVERY, one.kind)
        ]

    def _dress(self) -> None:
        chosen = self.table.current()
        is_chosen = chosen is not None
        self.detail.setText("" if chosen is None else _in_full(chosen))
        self.detail.setVisible(is_chosen)
        self.changing.setEnabled(is_chosen)
        self.removing.setEnabled(is_chosen)

    def _add(self) -> None:
        chosen, today = self.which.chosen(), self._context.desk.today
        kind = chosen if isinstance(chosen, LineKind) else LineKind.ACTION
        self._ask(LineDetails(kind=kind, words="", begun=today), None)

    def _change(self) -> None:
        if (chosen := self.table.current()) is not None:
            self._ask(chosen.line, chosen.line)

    def _ask(self, read: LineDetails, kept: Line | None) -> None:
        if self._questions is None:
            return
        today = self._context.desk.today
        wanted = ask_line(self, read, self._questions, today, is_new=kept is None)
        if wanted is None:
            return
        if kept is None:
            self._context.write(lambda desk: lists.add_line(desk, wanted))
        else:
            self._context.write(lambda desk: lists.change_line(desk, kept, wanted))

    def _remove(self) -> None:
        if (chosen := self.table.current()) is None:
            return
        read = chosen.line
        sentence = tr("{words} goes off the list. Undo brings it back.", words=read.words)
        if confirm(self, tr("Remove the line?"), sentence, yes=tr("Remove")):
            self._context.write(lambda desk: lists.remove_line(desk, read))


def _first(shown: _Shown) -> tuple[bool, bool, date]:
    line = shown.line
    return not shown.is_waiting, line.done is not None, line.due or date.max


def _in_full(shown: _Shown) -> str:
    """What the columns cut off where the window is small."""
    line = shown.line
    parts = (line.words, tr(shown.topic), line.owner, tr(shown.state), found_words(line))
    return " \u00b7 ".join(filter(None, parts))


def _told(shown: Sequence[_Shown]) -> str:
    if not shown:
        return tr("Nothing is on this list yet. Add what your college does or wants to do.")
    waiting = sum(each.is_waiting for each in shown)
    if not waiting:
        return tr("{lines}, none past its day.", lines=count(len(shown), "line", "lines"))
    looked = count(waiting, "line is", "lines are")
    return tr("{lines} to look at now: past the day, or silent for a year.", lines=looked)


def _columns() -> tuple[Column[_Shown], ...]:
    return (
        Column(tr("What"), lambda one: one.line.words, width=40),
        Column(tr("List"), lambda one: tr(LISTS[one.line.kind]), width=18),
        Column(tr("Belongs to"), lambda one: tr(one.topic), width=20),
        Column(tr("Who"), lambda one: one.line.owner, width=16),
        Column(
            tr("Since"), lambda one: uk_date(one.line.begun), lambda one: one.line.begun, width=12
        ),
        Column(tr("State"), lambda one: tr(one.state), _first, width=28),
        Column(tr("What came of it"), lambda one: found_words(one.line), width=30),
    )
