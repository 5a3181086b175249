"""Two lists in the Edit menu: what Undo would take back, and what was removed of late."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import clock, uk_date
from lsadesk.domain.keeping.removed import Removed
from lsadesk.operations.desk import UndoLine
from lsadesk.operations.keeping import removed
from lsadesk.ui.looks.sizes import at_least, fit
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.message import MessageBar
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_LETTERS, _HIGH = 84, 560
_UNSORTED = -1  # they come with the latest on top


def show_undo_list(window: QWidget, context: TabContext) -> None:
    """Show what was done in this sitting, and take back what is chosen."""
    context.read(lambda desk: desk.undo_list(), lambda lines: _ask(window, context, lines))


def _ask(window: QWidget, context: TabContext, lines: Sequence[UndoLine]) -> None:
    question = UndoList(window, lines)
    number = question.number() if question.answered() else 0
    question.deleteLater()
    if number:
        context.write(
            lambda desk: desk.undo_many(number),
            lambda refused: context.say(refused, "warning") if refused else None,
        )


class UndoList(Question):
    """The changes of this sitting; to take one back takes back those above it too."""

    def __init__(self, parent: QWidget | None, lines: Sequence[UndoLine]) -> None:
        sentence = tr(
            "The latest is on top. What you choose is taken back together with everything above "
            "it, since one may rest on the other. Locking the screen ends this list."
        )
        nothing = tr("You have changed nothing in this sitting that could be taken back.")
        super().__init__(parent, tr("Undo list"), sentence if lines else nothing, tr("Take back"))
        at_least(self, _LETTERS)
        self._lines = lines
        self.table: RecordTable[UndoLine] = RecordTable(
            tr("What can be taken back"),
            (
                Column(tr("What was done"), lambda one: one.sentence, width=52),
                Column(tr("When"), lambda one: _when(one.at), width=20),
            ),
        )
        self.table.sortByColumn(_UNSORTED, Qt.SortOrder.AscendingOrder)
        self.table.show_records(lines)
        self.said = label("", "muted")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.said)
        self.table.setVisible(bool(lines))
        if lines:
            fit(self, self.minimumWidth(), _HIGH)
            self.table.select(lines[0])
        self.table.selected.connect(lambda _line: self._tell())
        self._tell()

    def number(self) -> int:
        """How many changes would be taken back."""
        chosen = self.table.current()
        return next((at for at, one in enumerate(self._lines, start=1) if one is chosen), 0)

    def _tell(self) -> None:
        number = self.number()
        self.yes.setEnabled(bool(number))
        changes = count(number, "change", "changes")
        self.said.setText(tr("{changes} would be taken back", changes=changes) if number else "")


def show_removed(window: QWidget, context: TabContext) -> None:
    """Show what was removed of late until it is closed."""
    dialog = RemovedList(window, context)
    dialog.answered()
    dialog.deleteLater()


class RemovedList(Question):
    """What I may bring back; each comes back as soon as it is asked for."""

    def __init__(self, parent: QWidget | None, context: TabContext) -> None:
        super().__init__(
            parent,
            tr("Recently removed"),
            tr(
                "What was removed in the last thirty days, where your duties let you change it. It "
                "comes back where it stood, unless what it belonged to has changed. Erasing "
                "anybody empties this list. Private notes never come here."
            ),
            tr("Bring it back"),
        )
        at_least(self, _LETTERS)
        fit(self, self.minimumWidth(), _HIGH)
        self._context = context
        self.message = MessageBar(context.appearance)
        self.table: RecordTable[Removed] = RecordTable(
            tr("What was removed"),
            (
                Column(tr("What was removed"), lambda one: one.sentence, width=48),
                Column(tr("When"), lambda one: _when(one.at), sort=lambda one: one.at, width=20),
                Column(tr("Kind"), lambda one: tr(one.kind.value), width=22),
            ),
        )
        self.table.sortByColumn(_UNSORTED, Qt.SortOrder.AscendingOrder)
        self.none = label(tr("Nothing was removed of late."), "muted")
        for part in (self.message, self.none):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.no.setText(tr("Close"))
        self.ready = self._bring_back
        self.table.selected.connect(lambda _one: self._dress())
        self._load()

    def _load(self) -> None:
        self._context.read(removed.recently_removed, self._show, owner=self)

    def _show(self, found: Sequence[Removed]) -> None:
        self.table.show_records(found)
        self.table.setVisible(bool(found))
        self.none.setVisible(not found)
        if found:
            self.table.select(found[0])
        self._dress()

    def _dress(self) -> None:
        self.yes.setEnabled(self.table.current() is not None)

    def _bring_back(self) -> bool:
        chosen = self.table.current()
        if chosen is not None:
            self._context.write(
                lambda desk: removed.bring_back(desk, chosen),
                lambda _none: self._brought_back(chosen),
                on_error=lambda error: self.message.say(str(error), "warning"),
                owner=self,
            )
        return False  # it stays open: there may be more to bring back

    def _brought_back(self, one: Removed) -> None:
        self.message.say(tr("Brought back: {what}", what=one.sentence))
        self._load()


def _when(at: datetime) -> str:
    here = at.astimezone()
    return f"{uk_date(here.date())}, {clock(here.time())}"
