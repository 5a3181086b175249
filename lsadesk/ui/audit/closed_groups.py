"""Groups of the matrix that somebody has closed, each a button that opens it again."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.domain.auditing.audit_asking import Grouping, group_of, without_groups
from lsadesk.domain.words import folded
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.words import count, tr


class ClosedGroups(QWidget):
    """What is closed stays so for the sitting, for each way of grouping by itself.

    Emits `changed()` where a group was closed or opened.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._closed: dict[Grouping, set[str]] = {}
        self._group = Grouping.NONE
        self._offered: dict[str, int] = {}
        self.setAccessibleName(tr("Closed groups"))
        self._row = Flow(self, gap=8)
        self.hide()

    def folded(self, shown: AuditMatrix, group: Grouping) -> AuditMatrix:
        """*shown* without the rows of closed groups, which are offered to be opened."""
        self._group = group
        closed = self._closed.get(group, set())
        sizes = Counter(group_of(person, group) for person in shown.people)
        here = {name: sizes[name] for name in sorted(closed & sizes.keys(), key=_in_order)}
        self._offer(here)
        return without_groups(shown, group, frozenset(here))

    def close_group(self, name: str) -> None:
        """Hide the rows of a group."""
        if self._group is not Grouping.NONE:
            self._closed.setdefault(self._group, set()).add(name)
            self.changed.emit()

    def open_group(self, name: str) -> None:
        """Show the rows of a group again."""
        self._closed.get(self._group, set()).discard(name)
        self.changed.emit()

    def open_all(self) -> None:
        """Show the rows of every group again."""
        self._closed.pop(self._group, None)
        self.changed.emit()

    def focus_first(self) -> None:
        """Put the focus where the first closed group is opened."""
        first = self._row.itemAt(0)
        if first is not None and (widget := first.widget()) is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, groups: dict[str, int]) -> None:
        if groups == self._offered:
            return
        self._offered = groups
        while (item := self._row.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        for name, size in groups.items():
            people = count(size, "person", "people")
            words = tr("\u25b8 {group}, {people}", group=name or tr("not known"), people=people)
            made = button(words.replace("&", "&&"), partial(self.open_group, name))
            made.setAccessibleName(
                tr("Open {group}, {people}", group=name or tr("not known"), people=people)
            )
            self._row.addWidget(made)
            made.show()  # a layout would show it later, too late to have the focus
        if len(groups) > 1:
            self._row.addWidget(button(tr("Open all groups"), self.open_all))
        self.setVisible(bool(groups))


def _in_order(name: str) -> tuple[bool, str]:
    """By name; those not known come last, as in the matrix."""
    return not name, folded(name)
