"""A list of names to tick, found by a few letters; nothing ticked stands for all of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.words import folded
from lsadesk.ui.widgets.forms import WIDTH
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.several import Several
from lsadesk.ui.words import tr


class Some(QWidget):
    """A field to narrow the list with, and the list under it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._search = QLineEdit()
        self._search.setMaximumWidth(WIDTH)
        self._search.setClearButtonEnabled(True)
        self._search.setAccessibleName(tr("Find in the list"))
        self._search.setPlaceholderText(tr("Type a few letters"))
        self._search.textChanged.connect(self._narrow)
        self.list = Several([], [])
        self._rows = in_column(self._search, self.list, on=self, gap=4)
        self.setFocusProxy(self._search)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Let some of *options* (what is shown, what it stands for) be ticked; none is yet."""
        old, self.list = self.list, Several(options, [])
        self.list.setAccessibleName(self._name)
        self.list.setAccessibleDescription(tr("Space ticks a name. None ticked: all of them."))
        self._rows.replaceWidget(old, self.list)
        QWidget.setTabOrder(self._search, self.list)
        old.hide()
        old.deleteLater()
        self._search.clear()
        self.setMinimumHeight(self._search.sizeHint().height() + self.list.height() + 8)

    def ticked(self) -> list[str] | None:
        """What the ticked ones stand for; None: none is ticked, which means all."""
        return self.list.ticked() or None

    def _narrow(self, text: str) -> None:
        words = folded(text).split()
        for at in range(self.list.count()):
            shown = folded(self.list.item(at).text())
            self.list.setRowHidden(at, not all(word in shown for word in words))
