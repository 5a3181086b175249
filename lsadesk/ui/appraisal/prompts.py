"""Step 5: what else to talk about; each prompt is answered, or marked as not discussed."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from lsadesk.domain.appraisals.appraisal import Prompt, PromptAnswer
from lsadesk.ui.appraisal.walk import Detail
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.writing import Writing
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt with what came of it; None: not come to yet."""

    prompt: Prompt
    answer: PromptAnswer | None


class PromptPage(Detail):
    """Emits `answered(PromptAnswer)` as one types or ticks, `reopened(PromptId)` as one takes
    the tick away."""

    answered = Signal(object)
    reopened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._prompt: Prompt | None = None
        self._text, self._help = label("", "heading"), label("", "muted")
        name = label(tr("What was said, in a few words you both agree on"), "label")
        name.setWordWrap(True)
        self.words = Writing(name.text(), lines=4)
        name.setBuddy(self.words)
        self.silent = QCheckBox(tr("Not &discussed this time"))
        in_column(
            self._text,
            self._help,
            name,
            self.words,
            self.silent,
            Fill(),
            on=self,
            around=(16, 0, 8, 8),
        )
        self.words.written.connect(self._written)
        self.silent.clicked.connect(self._marked)

    def show_asked(self, asked: Asked) -> None:
        """Show a prompt with what came of it."""
        self._prompt = None
        self._text.setText(asked.prompt.text)
        self._help.setText(asked.prompt.help)
        self.words.fill("" if asked.answer is None else asked.answer.words)
        self.silent.setChecked(asked.answer is not None and not asked.answer.was_discussed)
        self._prompt = asked.prompt

    def begin(self) -> None:
        """Put the focus where one writes."""
        self.words.setFocus()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.words.flush()

    def _written(self, words: str) -> None:
        if self._prompt is None:
            return
        if words.strip():
            self.silent.setChecked(False)
            self.answered.emit(PromptAnswer(prompt=self._prompt.id, words=words.strip()))
        elif not self.silent.isChecked():
            self.reopened.emit(self._prompt.id)

    def _marked(self, on: bool) -> None:
        if self._prompt is None:
            return
        if on:
            self.words.fill("")
            self.answered.emit(PromptAnswer(prompt=self._prompt.id))
        else:
            self.reopened.emit(self._prompt.id)


def asked_words(asked: Asked) -> str:
    """A prompt in the list, with how far it has come."""
    if asked.answer is None:
        return f"{asked.prompt.text}\n{tr('To be talked about')}"
    state = tr("Answered") if asked.answer.was_discussed else tr("Not discussed")
    return f"{asked.prompt.text}\n{state}"
