"""Single changes that would fill a gap, each with a button that does it or leads to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from lsadesk.domain.deployment.explain import Candidate
from lsadesk.domain.deployment.one_change import Step
from lsadesk.domain.deployment.remedies import Remedy
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

_MOST = 8


class RemedyList(QWidget):
    """Emits `chosen(Remedy)`, and `placed(PersonId)` for whoever could come as things are.

    By Tab its buttons come after *before*, as they stand.
    """

    chosen = Signal(object)
    placed = Signal(object)

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._first, self._before = before, before
        self.title = label("", "label")
        self._rows = in_column(self.title, on=self, gap=4)
        self._told: list[QWidget] = []
        self._keeps_focus = False
        self.may_book = False

    def wait(self) -> None:
        """Say that the changes are being tried."""
        self._clear()
        self.title.setText(tr("Trying single changes..."))

    def show_remedies(self, found: Sequence[Remedy], free: Candidate | None) -> None:
        """Tell of *found*, the least effort first; of *free* before, who could come as it is."""
        self._clear()
        if free is not None:
            self.title.setText(tr("{name} could come as things are.", name=free.name))
        elif not found:
            self.title.setText(tr("No single change would fill it, alone or with a move."))
        elif all(each.moves_along for each in found):
            self.title.setText(tr("No single change would fill it alone. With a move it would:"))
        else:
            self.title.setText(tr("One change would do it:"))
        self._before = self._first
        if free is not None:
            name = free.name.replace("&", "&&")
            place = partial(self.placed.emit, free.person)
            self._add_way(button(tr("Place {name}", name=name), place, "link"))
        for each in found[:_MOST]:
            self._add(label(f"{each.sentence} {_extra(each)}".strip()))
            do = button(self._action(each), partial(self.chosen.emit, each), "link")
            do.setAccessibleName(f"{self._action(each)}: {each.sentence}")
            self._add_way(do)
        if self._keeps_focus and self._first.hasFocus() and self._told:
            next(each for each in self._told if isinstance(each, QPushButton)).setFocus()
        self._keeps_focus = False

    def _add(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
        self._told.append(widget)

    def _add_way(self, way: QPushButton) -> None:
        self._add(way)
        self.setTabOrder(self._before, way)
        self._before = way

    def _clear(self) -> None:
        if any(widget.hasFocus() for widget in self._told):
            self._keeps_focus = True
            self._first.setFocus()
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
                return tr("Change its times...")
            case Step.RENEW | Step.LEARN | Step.SIGN_OFF if self.may_book:
                return tr("Book it in their development plan")
            case Step.COME | Step.MORE_HOURS | Step.LEAD:
                return tr("Change their hours and what they may...")
            case _:
                return tr("Go to their record")


def _extra(each: Remedy) -> str:
    if each.extra > 0:
        return tr("The rest of the plan costs {more} more.", more=f"{each.extra:,}")
    if each.extra < 0:
        return tr("The rest of the plan costs {less} less.", less=f"{-each.extra:,}")
    return ""
