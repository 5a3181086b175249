"""Grading a whole list: arrow down, type a level, and keep all of it in one step."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from lsadesk.domain.auditing.audit import CODE_MASK, SIGNS, spoken
from lsadesk.domain.auditing.skills import SPOKEN as WORDS
from lsadesk.domain.auditing.skills import SkillValue, code_of
from lsadesk.ui.audit.view import EMPTYING, OPENING, TYPED
from lsadesk.ui.widgets.ask import Question, confirm
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.tables import DISPLAY, SPOKEN
from lsadesk.ui.words import count, tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHARES = 5, 7, 4  # of the list's width: who or what, on record, typed now
WIDEST = 960  # pixels, on the usual laptop with large text too


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: whose or which, and the cell as it stands."""

    key: Hashable
    name: str
    cell: int


class GradingModel(QAbstractTableModel):
    """Lines with what stands and what was typed beside it."""

    def __init__(self, lines: Sequence[Line], what: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._headings = what, tr("On record"), tr("Typed now")
        self.given: dict[Hashable, SkillValue] = {}

    def give(self, row: int, value: SkillValue | None) -> None:
        """Write *value* on a line; None takes it away again."""
        key = self._lines[row].key
        if value is None:
            self.given.pop(key, None)
        else:
            self.given[key] = value
        self.dataChanged.emit(self.index(row, 0), self.index(row, 2))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Name, now, new."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """What a column shows; spoken, the whole line."""
        if not index.isValid() or role not in (DISPLAY, SPOKEN):
            return None
        line = self._lines[index.row()]
        new = self.given.get(line.key)
        typed = "" if new is None else tr(WORDS[code_of(new)])
        if role == SPOKEN:
            now = tr("{name}: {value}", name=line.name, value=spoken(line.cell))
            return f"{now}, {tr('now {value}', value=typed)}" if typed else now
        return (line.name, _shown(line.cell), typed)[index.column()]

    def headerData(self, section: int, orientation: object, role: int = DISPLAY) -> Any:
        """The headings."""
        if role != DISPLAY or not 0 <= section < 3:
            return None
        return self._headings[section]


class GradingList(QTableView):
    """Emits `given(number)` as values are typed; the next line follows by itself."""

    given = Signal(int)

    def __init__(self, model: GradingModel, name: str) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        high = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(high + 10)
        self.setMinimumHeight(12 * high)
        self.setCurrentIndex(model.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands is said in full where there is room for it."""
        super().resizeEvent(event)
        width = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, width * share // sum(_SHARES))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A value is written and the next line becomes current; Delete takes it away."""
        row = self.currentIndex().row()
        if event.text() in TYPED and row >= 0:
            self._give(row, TYPED[event.text()])
        elif event.key() in EMPTYING and row >= 0:
            self._model.give(row, None)
            self.given.emit(len(self._model.given))
        elif event.key() in OPENING:
            self._go_on(row)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters do not move the current line."""

    def _give(self, row: int, value: SkillValue) -> None:
        self._model.give(row, value)
        self.given.emit(len(self._model.given))
        self._go_on(row)

    def _go_on(self, row: int) -> None:
        self.setCurrentIndex(self._model.index(min(row + 1, self._model.rowCount() - 1), 0))


class Grading(Question):
    """The dialog around the list."""

    def __init__(self, parent: QWidget, title: str, lines: Sequence[Line], what: str) -> None:
        super().__init__(parent, title, "", tr("Save"))
        self.model = GradingModel(lines, what, self)
        self.list = GradingList(self.model, title)
        self.setMinimumWidth(min(40 * self.fontMetrics().height(), WIDEST))
        self.body.addWidget(
            label(
                tr(
                    "Type 0 to 4, ? for not known or N for not applicable: the next line "
                    "follows. Delete takes back what you typed. Levels: 0 not yet, 1 under "
                    "direct instruction, 2 with guidance, 3 independently, 4 leads or trains "
                    "others."
                ),
                "muted",
            )
        )
        self.body.addWidget(self.list, 1)
        self.list.given.connect(self._count)
        self._count(0)

    def reject(self) -> None:
        """What was typed is not thrown away without asking."""
        if not self.model.given or confirm(
            self,
            tr("Leave without keeping?"),
            tr("What you typed here is not on record yet."),
            yes=tr("Leave"),
            danger=True,
        ):
            super().reject()

    def _count(self, number: int) -> None:
        self.yes.setEnabled(bool(number))
        self.yes.setText(tr("Keep {ratings}", ratings=count(number, "rating", "ratings")))


def ask_grades(
    parent: QWidget, title: str, lines: Sequence[Line], what: str
) -> Mapping[Hashable, SkillValue] | None:
    """Let a list of *what* ("Name", "Skill") be graded; None where nothing is to be kept."""
    dialog = Grading(parent, title, lines, what)
    given = dict(dialog.model.given) if dialog.answered() else None
    return given or None


def _shown(cell: int) -> str:
    sign, words = SIGNS[cell & CODE_MASK], spoken(cell)
    return f"{sign}  {words}"
