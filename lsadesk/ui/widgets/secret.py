"""A field for a PIN or password: pasting is welcome, it can be shown, caps lock is noticed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit

from lsadesk.ui.words import tr


class SecretField(QLineEdit):
    """Hides what is typed until told to show it.

    Emits `caps_lock(bool)` when a typed letter gives away whether caps lock is on.
    """

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)

    def reveal(self, shown: bool) -> None:
        """Show or hide what is typed."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice a capital without Shift, or the other way round."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shift)
        super().keyPressEvent(event)


def show_box(*fields: SecretField) -> QCheckBox:
    """A box that shows what is typed in *fields*."""
    box = QCheckBox(tr("Show what I type"))
    box.setAccessibleName(box.text())
    for field in fields:
        box.toggled.connect(field.reveal)
    return box
