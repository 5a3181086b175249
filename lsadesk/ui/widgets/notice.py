"""A sentence above a form that waits for an answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, set_property
from lsadesk.ui.widgets.laid import in_column


class Notice(QFrame):
    """Stays until one of its buttons is pressed; spoken as it appears."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self.sentence = label("")
        self._answers = QHBoxLayout()
        in_column(self.sentence, self._answers, on=self, around=(16, 12, 16, 12))
        set_property(self, "kind", "warning")
        self.hide()

    def ask(self, sentence: str, *answers: tuple[str, Callable[[], None]]) -> None:
        """Show *sentence* with a button for each of *answers* (its text, what it does)."""
        self.settle()
        self.sentence.setText(sentence)
        for text, answer in answers:
            self._answers.addWidget(button(text, answer))
        self._answers.addStretch(1)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def enter(self) -> None:
        """Put the focus on the first of its buttons."""
        first = self._answers.itemAt(0)
        if first is not None and (answer := first.widget()) is not None:
            answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Take the sentence and its buttons away."""
        while (entry := self._answers.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.deleteLater()
        self.hide()
