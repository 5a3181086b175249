"""Single changes that would fill a gap, each with a button that does it or leads to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.domain.deployment.remedies import Remedy, Step
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

_MOST = 8


class RemedyList(QWidget):
    """Emits `chosen(Remedy)`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "label")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(self.title)
        self._told: list[QWidget] = []
        self.may_book = False

    def wait(self) -> None:
        """Say that the changes are being tried."""
        self._clear()
        self.title.setText(tr("Trying single changes..."))

    def show_remedies(self, found: Sequence[Remedy]) -> None:
        """Tell of *found*, the least effort first."""
        self._clear()
        self.title.setText(
            tr("One change would do it:") if found else tr("No single change would fill it.")
        )
        for each in found[:_MOST]:
            said = label(f"{each.sentence} {_extra(each)}".strip())
            do = button(self._action(each), partial(self.chosen.emit, each), "link")
            do.setAccessibleName(f"{self._action(each)}: {each.sentence}")
            for widget in (said, do):
                self._rows.addWidget(widget)
                self._told.append(widget)

    def _clear(self) -> None:
        for widget in self._told:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._told = []

    def _action(self, each: Remedy) -> str:
        match each.step:
            case Step.MOVE:
                return tr("Swap")
            case Step.LET_IN:
                return tr("Let in and place")
            case Step.RETIME:
                return tr("Go to the timetable")
            case Step.RENEW | Step.LEARN | Step.SIGN_OFF if self.may_book:
                return tr("Book it in their development plan")
            case _:
                return tr("Go to their record")


def _extra(each: Remedy) -> str:
    if each.extra > 0:
        return tr("The rest of the plan costs {more} more.", more=f"{each.extra:,}")
    if each.extra < 0:
        return tr("The rest of the plan costs {less} less.", less=f"{-each.extra:,}")
    return ""
