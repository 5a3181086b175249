"""The page that finds things in the library, with what is chosen beside the list."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.catalogue import Cpd, Qualification, QualificationId
from lsadesk.domain.careers.opportunities import Filters, Item
from lsadesk.domain.staff.record import HeldQualification, Holding
from lsadesk.operations.careers import library
from lsadesk.operations.careers.library import OpenLibrary
from lsadesk.operations.staff import record
from lsadesk.ui.library.entry import WIDTH, EntryPanel
from lsadesk.ui.library.filters import LibraryFilters
from lsadesk.ui.library.holding import ask_holding
from lsadesk.ui.library.words import holding_words, kind_words, level_words, spoken_item
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


class FindPage(QWidget):
    """Search, filters, the list, and the chosen entry."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._open: OpenLibrary | None = None
        self._text = ""  # what was searched for last
        self._wanted = ""  # asked for before there was a library to find it in
        self.filters = LibraryFilters(context.appearance, self)
        self.found = label("", "muted")
        self.back = button(tr("&Back to the career map"), self._go_back)
        self.back.hide()
        self.table: RecordTable[Item] = RecordTable(tr("What the library has"), _columns())
        self.panel = EntryPanel(context)
        sides = QSplitter()
        sides.addWidget(self.table)
        sides.addWidget(self.panel)
        sides.setStretchFactor(0, 1)
        sides.setStretchFactor(1, 0)
        sides.setSizes([900, WIDTH])
        sides.setChildrenCollapsible(False)
        in_column(
            self.filters,
            (self.back, Qt.AlignmentFlag.AlignLeft),
            self.found,
            Fill(sides),
            on=self,
            around=(16, 12, 16, 16),
        )
        self.filters.changed.connect(self._find)
        self.table.selected.connect(self._show_entry)
        self.table.opened.connect(lambda _item: self.panel.focus_first())
        self.panel.marked.connect(self._mark)
        self.panel.detailed.connect(self._tell_details)
        self.panel.planned.connect(self._plan)

    def show_library(self, opened: OpenLibrary) -> None:
        """Show *opened*; what was asked for and chosen stays."""
        self._open = opened
        self.filters.offer(opened.items, has_marks=opened.record is not None)
        self._find()
        if self._wanted:
            self.choose(self._wanted)

    def choose(self, entry: str) -> None:
        """Clear the search and choose the entry with this id; the map that sent for it is near."""
        self.filters.clear_all()
        self._wanted = "" if self._choose(entry) else entry
        self.back.show()
        self.panel.focus_first()

    def _go_back(self) -> None:
        self.back.hide()
        self._context.go("career")

    def _find(self) -> None:
        if self._open is None:
            return
        before, text = self.panel.item, self.filters.search.text().strip()
        in_panel = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        filters = self.filters.wanted()
        items = self._open.index.find(text, None if filters == Filters() else filters)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # the best first
        self.table.show_records(items)
        self._say_found(len(items))
        if items and text != self._text:
            self._choose(items[0].id)
        elif before is None or not self._choose(before.id):
            self._show_entry(self.table.current())
            if in_panel:
                self.table.setFocus()  # its buttons are gone
        self._text = text

    def _say_found(self, number: int) -> None:
        """Say how many there are, aloud too where that is new."""
        words = tr("Nothing fits. Try fewer words or filters.")
        if number:
            entries = count(number, "entry", "entries")
            words = tr("{entries}. Qualifications are not mandatory.", entries=entries)
        if words != self.found.text():
            self.found.setText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.found, words))

    def _choose(self, entry: str) -> bool:
        for item in self.table.model_.records():
            if item.id == entry:
                self.table.select(item)
                self._show_entry(item)
                return True
        return False

    def _show_entry(self, item: Item | None) -> None:
        opened = self._open
        if opened is not None and (item is None or item is not self.panel.item):
            self.panel.show_item(item, opened)

    def _mark(self, item: Item, state: Holding | None) -> None:
        if not isinstance(item.entry, Qualification):
            return
        qualification = item.entry.id
        if state is None:
            self._context.write(lambda desk: record.clear_qualification(desk, qualification))
            return
        self._keep(replace(self._held(qualification, state), state=state))

    def _tell_details(self, item: Item) -> None:
        if isinstance(item.entry, Qualification) and item.state is not None:
            held = self._held(item.entry.id, item.state)
            said = ask_holding(self, item.name, held, self._context.desk.today)
            if said is not None:
                self._keep(said)

    def _keep(self, held: HeldQualification) -> None:
        self._context.write(lambda desk: record.set_qualification(desk, held))

    def _held(self, qualification: QualificationId, state: Holding) -> HeldQualification:
        """What the person said of it, or a first mark."""
        mine = self._open.record if self._open is not None else None
        said = mine.qualifications if mine is not None else ()
        found = [one for one in said if one.qualification == qualification]
        return found[0] if found else HeldQualification(qualification=qualification, state=state)

    def _plan(self, item: Item) -> None:
        person, entry = self._context.desk.person, item.entry
        if person is not None and isinstance(entry, Qualification | Cpd):
            self._context.write(lambda desk: library.plan_entry(desk, person, entry))


def _columns() -> tuple[Column[Item], ...]:
    return (
        Column(tr("Name"), lambda item: item.name, spoken=spoken_item, width=37),
        Column(tr("Level"), level_words, sort=lambda item: item.level, width=7),
        Column(tr("Kind"), kind_words, width=17),
        Column(tr("My mark"), lambda item: holding_words(item.state), width=16),
        Column(
            tr("Checked"), lambda item: uk_date(item.checked), lambda item: item.checked, width=9
        ),
    )
