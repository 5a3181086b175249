"""What may be meant, offered while somebody types."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


def suggest(field: QLineEdit, words: Sequence[str]) -> None:
    """Offer *words* as one types into *field*; anything else may be typed too."""
    complete(field, QCompleter(words, field))


def complete(field: QLineEdit, finder: QCompleter) -> None:
    """Have *finder* offer what holds the letters that are typed into *field*."""
    finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    finder.setFilterMode(Qt.MatchFlag.MatchContains)
    found = QListView()
    finder.setPopup(found)
    field.setCompleter(finder)
    # Qt takes the list out of every window; as the field's it wears what the field wears.
    found.setParent(field, Qt.WindowType.Popup)


def suggest_any(field: QLineEdit, words: Iterable[str]) -> None:
    """Offer each of *words* once, in order of the alphabet, as one types into *field*."""
    suggest(field, sorted(set(words) - {""}))
