"""What an entry of the library is, the person's own mark on it, and a way into their plan."""

from functools import partial
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QWidget

from lsadesk.domain.careers.catalogue import Cpd, Qualification
from lsadesk.domain.careers.opportunities import Item
from lsadesk.domain.careers.resources import About, AboutKind
from lsadesk.domain.staff.record import Holding
from lsadesk.operations.careers.library import OpenLibrary
from lsadesk.ui.library.resources import ResourcesBox
from lsadesk.ui.library.words import (
    NOT_MANDATORY,
    Facts,
    facts_of,
    holding_words,
    kind_words,
    level_words,
)
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label, set_property
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

WIDTH = 340
_MOST_FACTS = 15


class EntryPanel(QScrollArea):
    """Emits `marked(item, Holding or None)`, `detailed(item)` and `planned(item)`.

    Its buttons stay where they are while entries change, so that the focus is never lost.
    """

    marked = Signal(object, object)
    detailed = Signal(object)
    planned = Signal(object)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._appearance = appearance = context.appearance
        self._resources = ResourcesBox(context)
        self.item: Item | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("About the chosen entry"))
        self.title, self.under = label("", "title"), label("", "muted")
        self.summary, self.optional = label(""), label(tr(NOT_MANDATORY), "label")
        self.optional.setWordWrap(True)
        self.marks = {state: self._mark(state) for state in Holding}
        self.details = button(tr("My details..."), self._tell_details)
        self.details.setToolTip(tr("When, its name on the paper, a note"))
        self.plan = button(tr("Add to my plan"), self._plan)
        self._marks = QWidget()
        row = Flow(self._marks)
        for one in (*self.marks.values(), self.details):
            row.addWidget(one)
        self._facts = [(_heading(), label("")) for _ in range(_MOST_FACTS)]
        self._build()
        appearance.changed.connect(self._measure)
        self._measure()

    def show_item(self, item: Item | None, opened: OpenLibrary | None) -> None:
        """Show *item* of *opened*, or what to do where none is chosen."""
        self.item = item
        entry = None if item is None else item.entry
        has_person = opened is not None and opened.record is not None
        is_qualification = isinstance(entry, Qualification)
        set_property(self.title, "role", "muted" if item is None else "title")
        self.under.setVisible(item is not None)
        self.summary.setVisible(item is not None)
        self.optional.setVisible(is_qualification)
        self._marks.setVisible(is_qualification and has_person)
        self.plan.setVisible(has_person and isinstance(entry, Qualification | Cpd))
        if item is None or opened is None:
            self.title.setText(tr("Choose an entry to read about it."))
            self._show_facts(())
            self._resources.show_for(None)
            return
        self.title.setText(item.name)
        self.under.setText(" · ".join(one for one in (kind_words(item), level_words(item)) if one))
        self.summary.setText(item.summary)
        for state, one in self.marks.items():
            one.setChecked(item.state is state)
        self.details.setEnabled(item.state is not None)
        self._show_facts(facts_of(item, opened))
        self._resources.show_for(About(AboutKind.ENTRY, item.id))

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done here, or on the text."""
        buttons = (*self.marks.values(), self.plan)
        first = next((one for one in buttons if one.isVisible()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        page = QWidget()
        rows = in_column(
            self.title,
            self.under,
            self.summary,
            self.optional,
            self._marks,
            (self.plan, Qt.AlignmentFlag.AlignLeft),
            on=page,
            around=(20, 4, 20, 20),
            gap=6,
        )
        for places in self._facts:
            for place in places:
                rows.addWidget(place)
        rows.addWidget(self._resources)
        rows.addStretch(1)
        self.setWidget(page)
        self.show_item(None, None)

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

    def _tell_details(self) -> None:
        if self.item is not None:
            self.detailed.emit(self.item)

    def _plan(self) -> None:
        if self.item is not None:
            self.planned.emit(self.item)

    def _show_facts(self, facts: Facts) -> None:
        for places, fact in zip_longest(self._facts, facts):
            for place, text in zip(places, fact or ("", ""), strict=True):
                place.setText(text)
                place.setVisible(bool(text))
        said = [part.text() for part in (self.title, self.under, self.summary)]
        said += [f"{heading}: {text}" for heading, text in facts]
        self.setAccessibleDescription(". ".join(one for one in said if one))

    def _measure(self) -> None:
        """Grow with the text."""
        self.setMinimumWidth(round(WIDTH * self._appearance.percent / 100))


def _heading() -> QLabel:
    made = label("", "label")
    made.setWordWrap(True)
    made.setContentsMargins(0, 4, 0, 0)
    return made
