"""The top of a question: its words, what they mean, and a voice that reads them."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QWidget

from lsadesk.domain.appraisals.assessment import NOT_MY_ROLE, NOT_SURE
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import OpenQuestion, Question
from lsadesk.ui.assessment.levels import level_words
from lsadesk.ui.voice import Voice
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.words import tr


class QuestionHead(QWidget):
    """A question with help at hand; "Read aloud" says so where the computer has no voice."""

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
        self.trouble = label("", "muted")
        self.trouble.hide()
        self._voice.speaking.connect(
            lambda on: self.aloud.setText(tr("Stop reading") if on else tr("Read aloud"))
        )
        self._voice.failed.connect(self._say_no_voice)
        self._box = self._explanation()
        links = in_row(self.help, self.aloud, Fill(), gap=4)
        in_column(self._text, self._aside, links, self.trouble, self._box, on=self, gap=4)

    def show_question(self, question: Question) -> None:
        """Show the words of *question*, with the help closed."""
        aside = _aside(question)
        self._voice.stop()
        self.trouble.hide()
        self._text.setText(question.text)
        self._aside.setText(aside)
        self._meaning.setText(question.meaning)
        self._source.setText(tr("Source: {source}", source=str(question.source)))
        self._spoken = "\n".join((question.text, aside, *_choices(question), question.meaning))
        self.help.setVisible(bool(question.meaning))
        self._open_help(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody wants to be read to by a page that is gone."""
        super().hideEvent(event)
        self._voice.stop()

    def _explanation(self) -> QFrame:
        box = QFrame()
        box.setProperty("role", "card")
        in_column(self._meaning, self._source, on=box, around=(12, 8, 12, 8))
        return box

    def _toggle_help(self) -> None:
        self._open_help(self._box.isHidden())
        if not self._box.isHidden():
            self._announce(self._meaning.text())

    def _open_help(self, yes: bool) -> None:
        self._box.setVisible(yes)
        self.help.setText(tr("Close this help") if yes else tr("What's this?"))

    def _say_no_voice(self) -> None:
        """Said where the button is, when it is pressed: before that nobody needs to know."""
        self.trouble.setText(
            tr(
                "This computer has no voice that answers. Whoever looks after it can add one in "
                "its settings, under speech. A screen reader reads every question here too."
            )
        )
        self.trouble.show()
        self._announce(self.trouble.text())

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _aside(question: Question) -> str:
    if isinstance(question, OpenQuestion):
        return question.hint
    return tr("For example: {example}", example=question.example)


def _choices(question: Question) -> tuple[str, ...]:
    """What can be chosen, in the order in which it stands on the page."""
    if isinstance(question, OpenQuestion):
        return question.choices
    levels = (f"{level_words(Level(n))}: {words}" for n, words in enumerate(question.levels))
    return (*levels, *(level_words(each) for each in (NOT_SURE, NOT_MY_ROLE)))
