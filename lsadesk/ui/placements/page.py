"""Work placements: who is where, and what was seen and said on the way."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.domain.placements.placements import (
    Entry,
    EntryDetails,
    EntryKind,
    PlacementDetails,
    PlacementId,
    PlacementRecord,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.placements import placements
from lsadesk.operations.placements.placements import Placements
from lsadesk.ui.placements.forms import ask_entry, ask_placement
from lsadesk.ui.placements.words import (
    about_lines,
    entry_columns,
    entry_day,
    kind_words,
    placement_columns,
)
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import tr

_OWN_LINES, _ABOUT_LINES = 8, 5
_FEW_ROWS = 3


class PlacementsPage(QStackedWidget):
    """Placements above; below, the entries of the one that is chosen.

    *of* an LSA: the placements that they support, to be written in and printed. *say* is for a
    dialog, which stands before the window's message bar.
    """

    def __init__(
        self,
        context: TabContext,
        of: PersonId | None = None,
        say: Callable[[str, str], None] | None = None,
    ) -> None:
        super().__init__()
        self._context, self._of = context, of
        self._say = say or context.say
        self._around: Placements | None = None
        self._wanted: PlacementId | None = None
        self._wanted_of: PersonId | None = None
        self.search = SearchField(context.appearance, tr("Find a learner or a place"), self)
        self.table: RecordTable[PlacementRecord] = RecordTable(
            tr("Work placements"), placement_columns(context.desk.today)
        )
        self.about: EntryList[str] = EntryList(tr("About the placement"), str)
        self.entries: RecordTable[Entry] = RecordTable(
            tr("Visits, feedback and end report"), entry_columns()
        )
        self.adding = button(tr("&Add a placement..."), self._add, "primary")
        self.changing = button(tr("&Change..."), self._change)
        self.removing = button(tr("&Remove..."), self._remove)
        self.printing = button(tr("&Print the report..."), self._print)
        self.visiting = button(tr("&Write down a visit..."), self._visit)
        self.telling = button(tr("Weekly feed&back..."), self._tell)
        self.ending = button(tr("E&nd report..."), self._end)
        self.altering = button(tr("Chan&ge this..."), self._alter)
        self.dropping = button(tr("Re&move this..."), self._drop)
        self.paper = Saving(context, self, self._say)
        self._build()
        self._connect()
        self._dress()

    def reload(self) -> None:
        """Ask for the placements."""
        of = self._of
        self._context.read(
            lambda desk: (
                placements.placements(desk) if of is None else placements.placements_of(desk, of)
            ),
            self.show_placements,
            on_error=self._refused,
            owner=self,
        )

    def choose_of(self, person: PersonId) -> None:
        """Bring what *person* supports to view once the list is read anew."""
        self._wanted_of = person
        self.reload()

    def show_placements(self, told: Placements) -> None:
        """Show *told*; what was chosen stays chosen."""
        self._around = told
        before = self.table.current()
        if self._wanted is None and before is not None:
            self._wanted = before.placement.id
        self.table.show_records(told.records)
        same = [each for each in told.records if self._is_wanted(each)]
        self._wanted = self._wanted_of = None
        if same:
            self.table.select(same[0])
        elif self.table.rows.rowCount():
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self.setCurrentIndex(0 if told.records else 1)
        self._dress()

    def _is_wanted(self, record: PlacementRecord) -> bool:
        if self._wanted_of is None:
            return record.placement.id == self._wanted
        is_over = record.placement.ends < self._context.desk.today
        return record.placement.lsa == self._wanted_of and not is_over

    def _build(self) -> None:
        top, upper_ways, ways = QWidget(), QWidget(), QWidget()
        finding, upper_line, line = Flow(top, gap=12), Flow(upper_ways), Flow(ways)
        finding.addWidget(self.search)
        for way in (self.adding, self.changing, self.removing, self.printing):
            upper_line.addWidget(way)
        for way in (self.visiting, self.telling, self.ending, self.altering, self.dropping):
            line.addWidget(way)
        for part in (top, self.adding, self.changing, self.removing):
            part.setHidden(self._of is not None)
        if self._of is not None:  # in a dialog of one's own, where there are one or two
            high = self.fontMetrics().height()
            self.about.setMaximumHeight(_ABOUT_LINES * high)
            for table in (self.table, self.entries):
                table.setMaximumHeight(_OWN_LINES * high)
        page = QWidget()
        rows = in_column(on=page, around=(16, 12, 16, 12))
        for under, share in (
            (top, 0),
            (self.paper.notice, 0),
            (self.table, 6),
            (upper_ways, 0),
            (self.about, 1),
            (self.entries, 3),
            (ways, 0),
        ):
            rows.addWidget(under, share)
        self.addWidget(page if self._of else self._scrolled(page))
        self.addWidget(self._empty())

    def _scrolled(self, page: QWidget) -> QWidget:
        for table in (self.table, self.entries):
            table.keep_rows(_FEW_ROWS)
        return scrolling(page, sideways=False)

    def _empty(self) -> EmptyState:
        sentence = tr(
            "Say where a learner works, from when until when, and who is beside them. Visits, the "
            "feedback of each week and the report at the end then stand under it, and print."
        )
        self.none = EmptyState(
            self._context.appearance,
            "deployment",
            tr("No work placements yet"),
            sentence if self._of is None else tr("You are beside nobody on a placement."),
            action="" if self._of else tr("Add a placement..."),
            on_action=None if self._of else self._add,
        )
        return self.none

    def _connect(self) -> None:
        self.search.searched.connect(self.table.rows.search)
        self.table.selected.connect(lambda _record: self._dress())
        self.table.opened.connect(lambda _record: self._change())
        self.entries.selected.connect(lambda _entry: self._dress_entry())
        self.entries.opened.connect(lambda _entry: self._alter())

    def _dress(self) -> None:
        record = self.table.current()
        for way in (self.changing, self.removing, self.printing):
            way.setEnabled(record is not None)
        for way in (self.visiting, self.telling, self.ending):
            way.setEnabled(record is not None)
        lines = [] if record is None else about_lines(record)
        self.about.show_records(lines)
        self.about.setVisible(bool(lines))
        self.entries.show_records([] if record is None else record.entries)
        self._dress_entry()

    def _dress_entry(self) -> None:
        for way in (self.altering, self.dropping):
            way.setEnabled(self.entries.current() is not None)

    def _add(self) -> None:
        if self._around is None:
            return
        if not self._around.learners:
            self._say(tr("Add the learner first, on the page Learners."), "said")
            return
        wanted = ask_placement(self, self._around, None)
        if wanted is not None:
            self._context.write(
                lambda desk: placements.add_placement(desk, wanted),
                lambda number: self._added(number, wanted),
                on_error=self._refused,
                owner=self,
            )

    def _change(self) -> None:
        record = self.table.current()
        if record is None or self._around is None or self._of is not None:
            return
        read = record.placement
        wanted = ask_placement(self, self._around, read)
        if wanted is not None:
            self._context.write(
                lambda desk: placements.change_placement(desk, read, wanted),
                lambda _: self._ask_what_is_lacking(read.id, wanted),
                on_error=self._failed,
                owner=self,
            )

    def _remove(self) -> None:
        record = self.table.current()
        if record is None:
            return
        read = record.placement
        asked = tr("Remove the placement of {learner}?", learner=record.reference)
        sentence = tr("Its visits, feedback and end report go with it. Undo brings them back.")
        if confirm(self, asked, sentence, yes=tr("Remove"), danger=True):
            self._context.write(
                lambda desk: placements.remove_placement(desk, read),
                on_error=self._failed,
                owner=self,
            )

    def _visit(self) -> None:
        self._write(EntryKind.VISIT)

    def _tell(self) -> None:
        self._write(EntryKind.FEEDBACK)

    def _end(self) -> None:
        """There is one report at the end: the one that is there is gone on with."""
        record = self.table.current()
        before = [] if record is None else record.of_kind(EntryKind.END)
        self._write(EntryKind.END, before[0] if before else None)

    def _alter(self) -> None:
        entry = self.entries.current()
        if entry is not None:
            self._write(entry.kind, entry)

    def _write(self, kind: EntryKind, read: Entry | None = None) -> None:
        record, of = self.table.current(), self._of
        if record is None or self._around is None:
            return
        today, place = self._around.today, record.placement.id
        filled = EntryDetails(kind=kind, on=today) if read is None else read
        heading = f"{record.reference}, {record.placement.place}"
        told = ask_entry(self, today, filled, heading)
        if told is not None:
            self._context.write(
                lambda desk: placements.write_entry(desk, place, told, read, of=of),
                lambda _entry: self._read_again(),
                on_error=self._failed,
                owner=self,
            )

    def _drop(self) -> None:
        read, of = self.entries.current(), self._of
        if read is None:
            return
        asked = tr("Remove this from the placement?")
        what = f"{kind_words(read.kind)}, {entry_day(read)}."
        if confirm(self, asked, what, yes=tr("Remove"), danger=True):
            self._context.write(
                lambda desk: placements.remove_entry(desk, read, of=of),
                lambda _none: self._read_again(),
                on_error=self._failed,
                owner=self,
            )

    def _print(self) -> None:
        record, of = self.table.current(), self._of
        if record is not None:
            place = record.placement.id
            self.paper.write(
                f"{tr('Placement report')}, {record.reference}",
                lambda desk, path: placements.export_report(desk, place, path, of=of),
                back=self.printing,
            )

    def _added(self, placement: PlacementId, wanted: PlacementDetails) -> None:
        self._wanted = placement
        self.reload()
        self._ask_what_is_lacking(placement, wanted)

    def _ask_what_is_lacking(self, placement: PlacementId, wanted: PlacementDetails) -> None:
        """Say at once, not only on the day, where the LSA lacks what the learner asks."""
        if self._around is None or wanted.lsa is None:
            return
        name = self._around.staff[wanted.lsa]
        self._context.read(
            lambda desk: placements.lacking(desk, placement),
            lambda why: self._tell_lacking(name, why),
            owner=self,
        )

    def _tell_lacking(self, name: str, why: str) -> None:
        if why:
            words = tr(
                "Kept, but {name} may not go along as things are: {why}.", name=name, why=why
            )
            self._say(words, "warning")

    def _read_again(self) -> None:
        """In a dialog of its own nothing else asks again."""
        if self._of is not None:
            self.reload()

    def _failed(self, error: UserError) -> None:
        self._refused(error)
        self.reload()

    def _refused(self, error: UserError) -> None:
        self._say(str(error), "danger")
