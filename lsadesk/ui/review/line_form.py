"""Asking for a line of the lists beside the review, with the fields that its kind has."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.reviewing.lines import LineDetails, LineKind, Stage, lacking
from lsadesk.domain.reviewing.points import Questions
from lsadesk.domain.reviewing.words import LISTS, STAGES
from lsadesk.operations.typed import read_day
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.words import tr

_DAYS = ("begun", "due", "done", "found_on")
_LINES = ("owner", "draft")
# Where a sentence about what is lacking belongs, besides what the line is.
_LACKING = {
    LineKind.ACTION: "due",
    LineKind.MEASURE: "limits",
    LineKind.CHANGE: "reason",
    LineKind.COMMENT: "draft",
}
_WHO = "Who sees to it (a post outlasts a name)"
# The fields that a line of each kind has, in order, by name, with their labels.
FIELDS: Mapping[LineKind, Mapping[str, str]] = {
    LineKind.ACTION: {
        "words": "What is to be done",
        "owner": _WHO,
        "due": "By",
        "done": "Done on",
        "found": "What came of it",
    },
    LineKind.CHALLENGE: {
        "words": "What makes good support hard here",
        "owner": _WHO,
        "due": "To be looked at by",
        "done": "Met on",
        "found": "Where it stands",
    },
    LineKind.ISSUE: {
        "words": "What LSAs raised",
        "begun": "Raised on",
        "owner": "Who took it, and where to",
        "due": "To be answered by",
        "found": "The answer",
        "found_on": "Answered on",
        "done": "Closed on",
    },
    LineKind.METHOD: {
        "words": "How quality is checked",
        "owner": _WHO,
        "begun": "Used since",
        "found": "What it found last",
        "found_on": "Found on",
        "done": "Given up on",
    },
    LineKind.MEASURE: {
        "words": "What is measured, and what it can show",
        "limits": "What it cannot show",
        "begun": "Measured since",
        "found": "What it shows",
        "found_on": "As at",
    },
    LineKind.TRAINING: {
        "words": "Who was trained, and in what",
        "owner": _WHO,
        "begun": "Begins on",
        "done": "Done on",
        "found": "What came of it",
    },
    LineKind.CHANGE: {
        "words": "What is changed",
        "owner": _WHO,
        "begun": "Tried since",
        "stage": "How far it is",
        "done": "Rolled out on",
        "reason": "If tried for less than two terms: why it is rolled out already",
        "found": "What was seen",
    },
    LineKind.COMMENT: {
        "words": "The comment, and whose group it comes from",
        "draft": "Which draft, and its version or date",
        "begun": "Made on",
        "found": "What was answered",
        "done": "Dealt with on",
    },
}


def ask_line(
    parent: QWidget, read: LineDetails, questions: Questions, today: date, *, is_new: bool
) -> LineDetails | None:
    """What was typed over *read*; None if cancelled."""
    question = ReviewLineQuestion(parent, read, questions, today, is_new=is_new)
    wanted = question.wanted if question.answered() else None
    question.deleteLater()
    return wanted


class ReviewLineQuestion(Question):
    """It closes once nothing is lacking that a line of its kind needs."""

    def __init__(
        self,
        parent: QWidget | None,
        read: LineDetails,
        questions: Questions,
        today: date,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(parent, tr(LISTS[read.kind]), "", tr("Add") if is_new else tr("Save"))
        self.wanted: LineDetails | None = None
        self._read, self._today = read, today
        self.fields: dict[str, QWidget] = {}
        for name, title in FIELDS[read.kind].items():
            self.fields[name] = self._field(name, tr(title))
            if name == "words":
                topics = [(tr("Nothing in particular"), ""), *_topics(questions)]
                self.topic = self.form.choice(tr("Belongs to"), topics, read.topic)
        self.ready = self._take

    def _field(self, name: str, title: str) -> QWidget:
        value = getattr(self._read, name)
        if name == "stage":
            return self.form.choice(title, [(tr(STAGES[each]), each) for each in Stage], value)
        if name in _DAYS:
            return self.form.text(
                title, uk_date(value) if value else "", hint=tr("As 12 Dec 2026; may be empty.")
            )
        if name in _LINES:
            return self.form.text(title, value, long=True)
        return self.form.paragraph(title, value)

    def _take(self) -> bool:
        self.form.clear_wrong()
        values: dict[str, Any] = {n: self._value(each) for n, each in self.fields.items()}
        if self.form.first_wrong() is not None:
            return False
        values["begun"] = values.get("begun") or self._read.begun
        wanted = replace(self._read, topic=self.topic.chosen_as(str), **values)
        if sentence := lacking(wanted, self._today):
            at = _LACKING.get(wanted.kind, "words") if wanted.words.strip() else "words"
            self.form.wrong(self.fields[at], tr(sentence))
            return False
        self.wanted = wanted
        return True

    def _value(self, field: QWidget) -> object:
        if isinstance(field, Choice):
            return field.chosen()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText().strip()
        if not isinstance(field, QLineEdit):
            raise TypeError(f"{field!r} is no field of this form")
        is_day = any(self.fields.get(name) is field for name in _DAYS)
        return self.form.read(field, read_day) if is_day else field.text().strip()


def _topics(questions: Questions) -> list[tuple[str, object]]:
    return [(tr(words), topic) for topic, words in questions.topics()]
