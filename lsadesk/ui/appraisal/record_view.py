"""The exact text of a record, to be read: headings stand out, nothing is left out or added."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from lsadesk.domain.appraisals.appraisal_record import RecordText
from lsadesk.ui.words import tr

_LINES = 12  # at least, so that one reads on and does not look through a slit


class RecordView(QTextEdit):
    """Read only; the keyboard scrolls it and Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: RecordText | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("The text of the record"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """As many lines in another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def show_text(self, text: RecordText) -> None:
        """Show *text* from its beginning; the same text again stays where it was read to."""
        if text == self._shown:
            return
        self._shown = text
        self.clear()
        cursor = self.textCursor()
        plain, strong = QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        self._add(cursor, text.title, strong, above=0)
        for section in text.sections:
            self._add(cursor, section.heading, strong, above=16)
            for line in section.lines:
                self._add(cursor, line, plain, above=4)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _add(self, cursor: QTextCursor, words: str, look: QTextCharFormat, *, above: int) -> None:
        space = QTextBlockFormat()
        space.setTopMargin(above)
        if self.document().isEmpty():
            cursor.setBlockFormat(space)
        else:
            cursor.insertBlock(space)
        cursor.insertText(words, look)

    def _measure(self) -> None:
        self.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
