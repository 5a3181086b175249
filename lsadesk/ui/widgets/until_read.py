"""Questions that stay open until what was typed into their forms can be read."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt

from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.laid import Fill, in_row

T = TypeVar("T")
LETTERS = 84  # two columns of fields side by side


def answer_to(question: Question, read: Callable[[], T], *forms: Form) -> T | None:
    """What was typed into *forms*, once all of it can be read; None where it was cancelled."""
    typed: list[T] = []

    def ready() -> bool:
        for form in forms:
            form.clear_wrong()
        typed[:] = [read()]
        wrong = [field for form in forms if (field := form.first_wrong()) is not None]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    question.ready = ready
    answered = question.answered()
    return typed[0] if answered else None


def side_by_side(question: Question, left: Form, right: Form) -> None:
    """Put two columns of fields into *question*."""
    question.setMinimumWidth(LETTERS * question.fontMetrics().averageCharWidth())
    for form in (left, right):
        form.stretch()
    question.body.addLayout(in_row(Fill(left), Fill(right), gap=24))
