"""The questions of the pathway interview, one under the other, kept while somebody writes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from lsadesk.domain.appraisals.interview import InterviewAnswers, Prompt, PromptId, Topic
from lsadesk.ui.assessment.start import READING_WIDTH
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.long_text import LongText
from lsadesk.ui.words import tr


class InterviewForm(QScrollArea):
    """Emits `said(prompt id, text)` while somebody writes, and `plotting()`.

    *plots*: whoever answers has a line of time of their own to put themselves on.
    """

    said = Signal(str, str)
    plotting = Signal()

    def __init__(self, *, plots: bool) -> None:
        super().__init__()
        self._plots = plots
        self._kept: dict[PromptId, str] = {}
        self.fields: dict[PromptId, LongText] = {}
        self._beside: dict[PromptId, QLabel] = {}
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Questions about career paths"))

    def show_answers(
        self, prompts: tuple[Prompt, ...], answers: InterviewAnswers, *, may_write: bool
    ) -> None:
        """Show every question with what was said to it."""
        if tuple(self.fields) != tuple(one.id for one in prompts):
            self._build(prompts)
        for prompt, field in self.fields.items():
            field.fill(answers.get(prompt, ""))
            field.setReadOnly(not may_write)
            self._kept[prompt] = field.toPlainText()

    def show_beside(self, name: str, answers: InterviewAnswers) -> None:
        """Show above each field what *name* said to it elsewhere, alone say."""
        for prompt, beside in self._beside.items():
            told = answers.get(prompt, "")
            beside.setText(tr("{name}, alone: {words}", name=name, words=told))
            beside.setVisible(bool(told))

    def settle(self) -> None:
        """Say what is half typed."""
        for prompt in self.fields:
            self._say(prompt)

    def forget(self, prompt: PromptId) -> None:
        """What was said to *prompt* was not kept: say it again with the next key."""
        self._kept.pop(prompt, None)

    def focus_first(self) -> None:
        """Begin with the first question."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, prompts: tuple[Prompt, ...]) -> None:
        page = QWidget()
        page.setMaximumWidth(READING_WIDTH)
        rows = in_column(on=page, around=(24, 8, 24, 24), gap=4)
        self.fields, self._beside = {}, {}
        topic = None
        for prompt in prompts:
            if prompt.topic is not topic:
                topic = prompt.topic
                rows.addSpacing(12)
                rows.addWidget(label(_topic_words(topic), "heading"))
            self._add(rows, prompt)
        if prompts:
            rows.addWidget(label(tr("Source: {source}", source=prompts[0].source), "muted"))
        self.setWidget(page)

    def _add(self, rows: QVBoxLayout, prompt: Prompt) -> None:
        rows.addSpacing(8)
        name = f"{_number(prompt)} {prompt.text}"
        asked = label(name, "label")
        asked.setWordWrap(True)
        field = LongText(name)
        asked.setBuddy(field)
        beside = self._beside[prompt.id] = label("", "muted")
        beside.hide()
        rows.addWidget(asked)
        rows.addWidget(beside)
        if prompt.plots and self._plots:
            to_line = button(tr("Open my line of time"), self.plotting.emit, "link")
            rows.addWidget(to_line, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(field)
        rows.addWidget(field.trouble)
        field.typed.connect(partial(self._say, prompt.id))
        self.fields[prompt.id] = field

    def _say(self, prompt: PromptId) -> None:
        text = self.fields[prompt].toPlainText()
        if text != self._kept.get(prompt, ""):
            self._kept[prompt] = text
            self.said.emit(prompt, text)


def _number(prompt: Prompt) -> str:
    return f"{prompt.number}." if not prompt.plots else f"{tr('Your path')}:"


def _topic_words(topic: Topic) -> str:
    return {
        Topic.YOU: tr("Your own path"),
        Topic.NATIONALLY: tr("LSAs everywhere"),
        Topic.OTHER: tr("Other matters"),
    }[topic]
