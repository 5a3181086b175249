"""Choosing a person by typing a few letters of any of their names, job title or team."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.ui.widgets.forms import WIDTH
from lsadesk.ui.widgets.suggesting import complete
from lsadesk.ui.words import tr

if TYPE_CHECKING:  # only for types: widgets are imported before operations are
    from lsadesk.operations.staff.people import Colleague

_PERSON = int(Qt.ItemDataRole.UserRole)
_WORDS = _PERSON + 1


class PeoplePicker(QComboBox):
    """A field that finds a person as one types; an emptied field means nobody.

    Emits `picked(PersonId or None)` when the person's choice changes, and
    `not_found(text)` when what was typed fits nobody, or more than one, as the field is
    left; the text stays as it was typed.
    """

    picked = Signal(object)
    not_found = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._chosen: PersonId | None = None
        self._offered: list[Colleague] = []
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaximumWidth(WIDTH)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._line.setPlaceholderText(tr("Type a few letters"))
        self._finder = _Finder(self._line)
        self._finder.setModel(self.model())
        self.setCompleter(self._finder)
        complete(self._line, self._finder)
        self.activated.connect(lambda at: self._take(self.itemData(at, _PERSON)))
        self._line.editingFinished.connect(self._settle)

    def offer(self, people: "Sequence[Colleague]") -> None:
        """Let one of *people* be chosen; who is chosen stays, even if not among them."""
        if list(people) == self._offered:
            return
        self._offered = list(people)
        shown, names = self._line.text(), Counter(person.name for person in people)
        self.clear()
        for at, person in enumerate(people):
            twice = names[person.name] > 1
            apart = ", ".join(part for part in (person.title, person.team) if part)
            self.addItem(f"{person.name} ({apart})" if twice and apart else person.name, person.id)
            words = f"{person.name} {person.sort_name} {person.title} {person.team}"
            self.setItemData(at, _beginnings(words), _WORDS)
        self.choose(self._chosen, shown)

    def choose(self, person: PersonId | None, name: str = "") -> None:
        """Show *person*, by *name* where they are not among those offered; nothing is emitted."""
        self._chosen = person
        at = -1 if person is None else self.findData(person, _PERSON)
        self.setCurrentIndex(at)
        if at < 0:
            self.setEditText("" if person is None else name)

    def chosen(self) -> PersonId | None:
        """Who is chosen; None: nobody."""
        return self._chosen

    def is_clear(self) -> bool:
        """Whether what is in the field is the person chosen, or nothing is and nobody."""
        at = self.findText(self._line.text().strip())
        if self._chosen is None:
            return not self._line.text().strip()
        return at == self.findData(self._chosen, _PERSON)

    def setAccessibleName(self, name: str) -> None:
        """The name is also the inner line's, where the focus is."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """The description is also the inner line's, where the focus is."""
        super().setAccessibleDescription(description)
        self._line.setAccessibleDescription(description)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page never changes who is chosen."""
        event.ignore()

    def _take(self, person: PersonId | None) -> None:
        if person != self._chosen:
            self._chosen = person
            self.picked.emit(person)

    def _settle(self) -> None:
        """Make of the typed text the person it means."""
        text = self._line.text().strip()
        if not text:
            self._take(None)
            return
        at = self.findText(text)
        if at < 0 and self._chosen is not None and self.findData(self._chosen, _PERSON) < 0:
            return  # somebody who is not offered any more, shown by name
        fitting = [at] if at >= 0 else self._fitting(text)
        if len(fitting) == 1:
            self.setCurrentIndex(fitting[0])
            self._take(self.itemData(fitting[0], _PERSON))
        else:
            self.not_found.emit(text)

    def _fitting(self, text: str) -> list[int]:
        words = _beginnings(text)
        return [at for at in range(self.count()) if words in self.itemData(at, _WORDS)]


def _beginnings(text: str) -> str:
    """*text* folded, with a space before each word: what is found is how a word begins.

    "Zo" is Zoë and nobody of the team Horizon.
    """
    return "".join(f" {word}" for word in re.split(r"[^\w'’.&+]+", folded(text)) if word)


class _Finder(QCompleter):
    """Matches where words of a person begin, whatever the case and accents."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCompletionRole(_WORDS)
        self.setMaxVisibleItems(10)

    def splitPath(self, path: str) -> list[str]:
        """What is searched for: the typed text, folded as the people's words are."""
        return [_beginnings(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What goes into the field: the name, not the words it was found by."""
        return str(index.data())
