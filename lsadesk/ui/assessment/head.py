"""The top of a question: its words, what they mean, and a voice that reads them."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lsadesk.domain.careers.framework import OpenQuestion, Question
from lsadesk.ui.voice import Voice
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr


class QuestionHead(QWidget):
    """A question with help at hand. "Read aloud" is there where the computer has a voice."""

    def __init__(self) -> None:
        super().__init__()
        self._spoken = ""
        self._voice = Voice(self)
        self._text = label("", "heading")
        self._aside = label("", "muted")
        self._meaning = label("")
        self._source = label("", "muted")
        self.help = button(tr("What's this?"), self._toggle_help, "link")
        self.aloud = button(tr("Read aloud"), lambda: self._voice.toggle(self._spoken), "link")
        self.aloud.setVisible(self._voice.is_there)
        self._voice.speaking.connect(
            lambda on: self.aloud.setText(tr("Stop reading") if on else tr("Read aloud"))
        )
        self._box = self._explanation()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        links = QHBoxLayout()
        links.addWidget(self.help)
        links.addWidget(self.aloud)
        links.addStretch(1)
        rows.addWidget(self._text)
        rows.addWidget(self._aside)
        rows.addLayout(links)
        rows.addWidget(self._box)

    def show_question(self, question: Question) -> None:
        """Show the words of *question*, with the help closed."""
        if isinstance(question, OpenQuestion):
            aside, levels = question.hint, question.choices
        else:
            aside = tr("For example: {example}", example=question.example)
            levels = question.levels
        self._voice.stop()
        self._text.setText(question.text)
        self._aside.setText(aside)
        self._meaning.setText(question.meaning)
        self._source.setText(tr("Source: {source}", source=str(question.source)))
        self._spoken = "\n".join((question.text, aside, *levels))
        self.help.setVisible(bool(question.meaning))
        self._open_help(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody wants to be read to by a page that is gone."""
        super().hideEvent(event)
        self._voice.stop()

    def _explanation(self) -> QFrame:
        box = QFrame()
        box.setProperty("role", "card")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.addWidget(self._meaning)
        rows.addWidget(self._source)
        return box

    def _toggle_help(self) -> None:
        self._open_help(self._box.isHidden())
        if not self._box.isHidden():
            said = QAccessibleAnnouncementEvent(self, self._meaning.text())
            QAccessible.updateAccessibility(said)

    def _open_help(self, yes: bool) -> None:
        self._box.setVisible(yes)
        self.help.setText(tr("Close this help") if yes else tr("What's this?"))
