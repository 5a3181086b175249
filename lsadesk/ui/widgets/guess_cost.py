"""A line beside the choice of a PIN or password: what guessing it costs whoever has the files."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit

from lsadesk.domain.keeping.guessing import SHORTEST_PIN, GuessCost, cost_in_words
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr


def cost_line(field: QLineEdit, worker: Worker, measure: Callable[[], GuessCost]) -> QLabel:
    """A sentence that follows what is typed in *field*, once *measure* has been made."""
    line = label(
        tr(
            "In a moment it stands here how hard a PIN of six figures and three words are to guess."
        ),
        "muted",
    )
    known: list[GuessCost] = []

    def follow(typed: str = "") -> None:
        if known:
            figures = len(typed) if typed.isdigit() else SHORTEST_PIN
            line.setText(cost_in_words(known[0], figures))

    def measured(cost: GuessCost) -> None:
        known.append(cost)
        follow(field.text())

    field.textChanged.connect(follow)
    worker.do(measure, measured, owner=line)
    return line
