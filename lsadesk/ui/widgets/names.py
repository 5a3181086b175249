"""Several names in one field, with commas between them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.ui.widgets.suggesting import complete
from lsadesk.ui.words import tr

K = TypeVar("K")
_FOLDED = int(Qt.ItemDataRole.UserRole)


def read_names(known: Mapping[K, str], unknown: str = "") -> Callable[[str], frozenset[K]]:
    """Reads several of *known*, typed with commas between them.

    What is typed for one may be a part of its name, if only one name has that part. *unknown*
    is said of a {part} that none has; "": *known* are people.
    """

    def read(text: str) -> frozenset[K]:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        return frozenset(_one_of(known, part, unknown) for part in parts)

    return read


def names_of(chosen: Iterable[K], known: Mapping[K, str]) -> str:
    """Several of *known* as they are typed."""
    return ", ".join(sorted(known[each] for each in chosen if each in known))


def _one_of(known: Mapping[K, str], part: str, unknown: str) -> K:
    wanted = folded(part)
    exact = [each for each, name in known.items() if folded(name) == wanted]
    found = exact or [each for each, name in known.items() if wanted in folded(name)]
    if len(found) != 1:
        several = tr("Several are called like “{part}”: write more of the name.", part=part)
        none = (unknown or tr("Nobody is called “{part}” here.")).format(part=part)
        raise UserError(several if found else none)
    return found[0]


class ManyNames(QCompleter):
    """Completes the last of several names with commas between them, ready for the next.

    Accents need not be typed.
    Enter takes the one that is offered, where it is the only one; not if *others* may be typed.
    """

    def __init__(self, field: QLineEdit, names: Iterable[str], *, others: bool = False) -> None:
        known = QStandardItemModel()
        super().__init__(known, field)
        known.setParent(self)
        for name in sorted(names, key=folded):
            item = QStandardItem(name)
            item.setData(folded(name), _FOLDED)
            known.appendRow(item)
        self.setCompletionRole(_FOLDED)
        self._field, self._others = field, others
        complete(field, self)

    def splitPath(self, path: str) -> list[str]:
        """What is searched for: what is typed after the last comma, without its accents."""
        return [folded(path.rpartition(",")[2]).strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What goes into the field: the names before, and the one that was chosen."""
        before, comma, _ = self.completionPrefix().rpartition(",")
        return f"{before}{comma} {index.data()}, ".lstrip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list, with nothing chosen there, takes its only name."""
        found = self.popup()
        if found is not None and watched is found and _is_enter(event) and self._takes_one(found):
            self.setCurrentRow(0)
            self._field.setText(self.currentCompletion())
            found.hide()
            return True
        return super().eventFilter(watched, event)

    def _takes_one(self, found: QAbstractItemView) -> bool:
        chosen = found.currentIndex().isValid()
        return self.completionCount() == 1 and not (self._others or chosen)


def _is_enter(event: QEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return isinstance(event, QKeyEvent) and (
        event.type() == QEvent.Type.KeyPress and event.key() in keys
    )
