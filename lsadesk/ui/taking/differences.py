"""What an edited workbook would change, difference by difference, before anything is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.differences import Difference
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.readable import Readable, announce
from lsadesk.ui.widgets.rows import at_right, from_left
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_PROBLEMS_SHOWN = 50

AnyDifference = Difference[Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What the differences of a workbook are about.

    *row* and *column* head the names of what a difference is about ("Person", "Skill");
    *words* says a value, and *since* when the workbook was exported.
    """

    row: str
    column: str
    words: Callable[[Any], str]
    since: str


class DifferencesReview(Dialog):
    """Shows each difference; `taken` are the keys of those to be written.

    What the college has changed too since the export stays as it is unless somebody says so;
    everything else is taken unless somebody says otherwise.
    """

    def __init__(
        self,
        parent: QWidget | None,
        kind: Kind,
        differences: Sequence[AnyDifference],
        problems: Sequence[Problem],
    ) -> None:
        super().__init__(parent)
        self._kind, self._problems = kind, problems
        self._differences = sorted(differences, key=lambda each: not each.is_clash)
        self.taken = {each.key for each in differences if not each.is_clash}
        self.setWindowTitle(tr("Bring an edited workbook back"))
        self.resize(1000, 660)
        self.table: RecordTable[AnyDifference] = RecordTable(tr("Differences"), self._columns())
        self.only_clashes = QCheckBox(tr("&Only what the college has changed too"))
        self.said = Readable(tr("About the current difference"))
        self.one = button("", self._turn_one)
        self.all = button(tr("Take &all shown"), lambda: self._turn_all(True))
        self.none = button(tr("&Leave all shown"), lambda: self._turn_all(False))
        self.yes = button("", self.accept, "primary")
        self._build()
        self.table.selected.connect(self._tell)
        self.table.opened.connect(lambda _row: self._turn_one())
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._turn_one)
        self.only_clashes.toggled.connect(self._filter)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as given: clashes on top
        self.table.show_records(self._differences)
        self._count()
        self._tell(None)
        if differences:
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
            self.table.setFocus()
        else:
            self._leaving.setFocus()

    def _build(self) -> None:
        layout = in_column(
            label(tr("Bring an edited workbook back"), "heading"),
            label(self._in_short()),
            on=(inside := QWidget()),
            around=(0, 0, 8, 0),
            gap=10,
        )
        if self._differences:
            self.only_clashes.setVisible(any(each.is_clash for each in self._differences))
            layout.addWidget(self.only_clashes)
            self.table.setMinimumHeight(7 * self.table.verticalHeader().defaultSectionSize())
            layout.addWidget(self.table, 1)
            layout.addWidget(self.said)
            layout.addLayout(from_left(self.one, self.all, self.none))
        if self._problems:
            self._add_problems(layout)
        if not self._differences:
            layout.addStretch(1)
        self._leaving = button(tr("Cancel \u2013 take nothing in"), self.reject)
        if not self._differences:
            self._leaving.setText(tr("Close"))
        ways = at_right(self._leaving, self.yes)
        self.yes.setVisible(bool(self._differences))
        in_column(Fill(Scrolled(inside)), ways, on=self, around=24, gap=10)

    def _add_problems(self, layout: QVBoxLayout) -> None:
        layout.addWidget(label(tr("Not taken, and why"), "label"))
        told = Readable(tr("Not taken, and why"))
        shown = self._problems[:_PROBLEMS_SHOWN]
        lines = [f"{each.place}: {each.sentence}" for each in shown]
        if more := len(self._problems) - len(shown):
            lines.append(tr("and {number} more", number=more))
        told.setText("\n".join(lines))
        layout.addWidget(told)

    def _in_short(self) -> str:
        since = self._kind.since
        if not self._differences:
            return tr("Exported {since}. Nothing in it is otherwise than it is here.", since=since)
        clashes = sum(each.is_clash for each in self._differences)
        found = count(len(self._differences), "difference", "differences")
        if not clashes:
            return tr(
                "Exported {since}. {found}; nothing has been written yet.", since=since, found=found
            )
        return tr(
            "Exported {since}. {found}; of these, {clashes} changed here too since then: what is "
            "here stays unless you take the workbook's. Nothing has been written yet.",
            since=since,
            found=found,
            clashes=clashes,
        )

    def _columns(self) -> Sequence[Column[AnyDifference]]:
        words = self._kind.words
        return (
            Column(tr("What happens"), self._outcome, width=20),
            Column(self._kind.row, lambda each: each.row, width=24),
            Column(self._kind.column, lambda each: each.column, width=22),
            Column(tr("At the export"), lambda each: words(each.was), width=17),
            Column(tr("In the workbook"), lambda each: words(each.now), width=18),
            Column(tr("Here now"), lambda each: words(each.here), width=18),
        )

    def _show(self, first: int, last: int) -> None:
        """What is taken has changed in the rows from *first* to *last*."""
        self.table.model_.touch(first, last)
        self._count()
        self._tell(self.table.current())

    def _count(self) -> None:
        number = len(self.taken)
        self.yes.setText(tr("Take in {changes}", changes=count(number, "change", "changes")))
        self.yes.setEnabled(number > 0)

    def _filter(self, only: bool) -> None:
        self.table.rows.keep((lambda each: each.is_clash) if only else None)
        self.table.setCurrentIndex(self.table.rows.index(0, 0))

    def _turn_one(self) -> None:
        if (current := self.table.current()) is not None:
            self.taken ^= {current.key}
            at = self.table.rows.mapToSource(self.table.currentIndex()).row()
            self._show(at, at)
            announce(self, self._outcome(current))

    def _turn_all(self, taken: bool) -> None:
        only = self.only_clashes.isChecked()
        keys = {each.key for each in self._differences if each.is_clash or not only}
        self.taken = self.taken | keys if taken else self.taken - keys
        self._show(0, len(self._differences) - 1)
        announce(self, self.yes.text())

    def _tell(self, current: AnyDifference | None) -> None:
        self.one.setEnabled(current is not None)
        taken = current is not None and current.key in self.taken
        self.one.setText(tr("Leave &this one") if taken else tr("Take &this one"))
        self.said.setText("" if current is None else self._in_full(current))

    def _outcome(self, difference: AnyDifference) -> str:
        if difference.key in self.taken:
            return tr("Clash: taken") if difference.is_clash else tr("Taken")
        return tr("Clash: stays as here") if difference.is_clash else tr("Left as here")

    def _in_full(self, difference: AnyDifference) -> str:
        words = self._kind.words
        lines = [
            tr(
                "{row}, {column} (cell {place}). At the export: {was}. In the workbook: {now}. "
                "Here now: {here}.",
                row=difference.row,
                column=difference.column,
                place=difference.place,
                was=words(difference.was),
                now=words(difference.now),
                here=words(difference.here),
            ),
            tr(difference.remark) if difference.remark else "",
        ]
        return "\n".join(line for line in lines if line)
