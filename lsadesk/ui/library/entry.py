"""What an entry of the library is, the person's own mark on it, and a way into their plan."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lsadesk.domain.catalogue import Catalogue, Cpd, Qualification
from lsadesk.domain.opportunities import Item
from lsadesk.domain.record import Holding
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.library.words import (
    NOT_MANDATORY,
    Facts,
    facts_of,
    holding_words,
    kind_words,
    level_words,
)
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

WIDTH = 340


class EntryPanel(QScrollArea):
    """Emits `marked(item, Holding or None)` and `planned(item)`.

    Its buttons stay where they are while entries change, so that the focus is never lost.
    """

    marked = Signal(object, object)
    planned = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.item: Item | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("About the chosen entry"))
        self.title, self.under = label("", "title"), label("", "muted")
        self.summary, self.optional = label(""), label(tr(NOT_MANDATORY), "label")
        self.optional.setWordWrap(True)
        self.marks = {state: self._mark(state) for state in Holding}
        self.plan = button(tr("Add to my plan"), self._plan)
        self._marks = QWidget()
        row = Flow(self._marks)
        for one in self.marks.values():
            row.addWidget(one)
        self._facts = QWidget()
        self._build()
        appearance.changed.connect(self._measure)
        self._measure()

    def show_item(
        self, item: Item | None, catalogue: Catalogue | None, *, has_person: bool
    ) -> None:
        """Show *item*, or what to do where none is chosen; *has_person*: marks can be kept."""
        self.item = item
        entry = None if item is None else item.entry
        is_qualification = isinstance(entry, Qualification)
        self.under.setVisible(item is not None)
        self.summary.setVisible(item is not None)
        self.optional.setVisible(is_qualification)
        self._marks.setVisible(is_qualification and has_person)
        self.plan.setVisible(has_person and isinstance(entry, Qualification | Cpd))
        if item is None or catalogue is None:
            self.title.setText(tr("Choose an entry to read about it."))
            self._show_facts(())
            return
        self.title.setText(item.name)
        self.under.setText(" · ".join(one for one in (kind_words(item), level_words(item)) if one))
        self.summary.setText(item.summary)
        for state, one in self.marks.items():
            one.setChecked(item.state is state)
        self._show_facts(facts_of(item, catalogue))

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done here, or on the text."""
        buttons = (*self.marks.values(), self.plan)
        first = next((one for one in buttons if one.isVisible()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        page = QWidget()
        rows = self._rows = QVBoxLayout(page)
        rows.setContentsMargins(20, 4, 20, 20)
        rows.setSpacing(8)
        for one in (self.title, self.under, self.summary, self.optional, self._marks):
            rows.addWidget(one)
        rows.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._facts)
        rows.addStretch(1)
        self.setWidget(page)
        self.show_item(None, None, has_person=False)

    def _mark(self, state: Holding) -> QPushButton:
        made = button(holding_words(state), partial(self._press, state))
        made.setCheckable(True)
        made.setToolTip(tr("Press again to take the mark away"))
        return made

    def _press(self, state: Holding) -> None:
        item = self.item
        if item is None:
            return
        wanted = None if item.state is state else state
        for each, one in self.marks.items():
            one.setChecked(each is wanted)
        self.marked.emit(item, wanted)

    def _plan(self) -> None:
        if self.item is not None:
            self.planned.emit(self.item)

    def _show_facts(self, facts: Facts) -> None:
        before, self._facts = self._facts, QWidget()
        rows = QVBoxLayout(self._facts)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for heading, text in facts:
            rows.addSpacing(6)
            rows.addWidget(_wrapping(heading))
            rows.addWidget(label(text))
        self._rows.replaceWidget(before, self._facts)
        before.hide()
        before.deleteLater()
        self._facts.show()
        said = [part.text() for part in (self.title, self.under, self.summary)]
        said += [f"{heading}: {text}" for heading, text in facts]
        self.setAccessibleDescription(". ".join(one for one in said if one))

    def _measure(self) -> None:
        """Grow with the text."""
        self.setMinimumWidth(round(WIDTH * self._appearance.percent / 100))


def _wrapping(heading: str) -> QWidget:
    made = label(heading, "label")
    made.setWordWrap(True)
    return made
