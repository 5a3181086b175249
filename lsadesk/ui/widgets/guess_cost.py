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
            "Being measured: how long somebody who has copied the college's files would need to "
            "try every PIN of six figures on a computer like this one, or on a hundred of them, "
            "and how long for three words drawn by lot."
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
