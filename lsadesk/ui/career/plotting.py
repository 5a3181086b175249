"""Plotting one's own way: jobs and qualifications on a line of time, by mouse or by keys (A34)."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.catalogue import QualificationId
from lsadesk.domain.changes import Done
from lsadesk.domain.staff.line_of_time import Part, PastEntry, Piece, moved, pieces
from lsadesk.domain.staff.record import CareerRecord, HeldQualification, Holding, PastRole
from lsadesk.errors import UserError
from lsadesk.operations.careers.career import CareerMap
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import record
from lsadesk.ui.career.past_page import ask_past
from lsadesk.ui.career.time_line import TimeLine
from lsadesk.ui.library.holding import ask_holding
from lsadesk.ui.looks.sizes import fit
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question, ask_choice
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.message import MessageBar
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr

T = TypeVar("T")
_SIZE = (980, 680)
_FEWEST_LINES = 5


def plot_past(parent: QWidget, context: TabContext, seen: CareerMap) -> None:
    """Show the line of time of whoever is signed in, until it is closed."""
    PlotDialog(parent, context, seen).exec()


class PlotDialog(Question):
    """The picture above, and the same in order below; whatever is moved is kept at once."""

    def __init__(self, parent: QWidget, context: TabContext, seen: CareerMap) -> None:
        super().__init__(parent, tr("My way on a line of time"), _how(), tr("Close"))
        self._context, self._seen = context, seen
        self._record: CareerRecord | None = None
        self._today: date = context.desk.today
        self._names = {each.id: each.name for each in seen.catalogue.qualifications.values()}
        self.message = MessageBar(context.appearance)
        self.picture = TimeLine(context.appearance, self._today.year)
        self.list = MovingList(tr("My way, in the order of time"), piece_words)
        self.adding = button(tr("&Add earlier work..."), self.add_work)
        self.qualifying = button(tr("Add a &qualification..."), self.add_qualification)
        self.opening = button(tr("&Change..."), self.change)
        self.removing = button(tr("&Remove"), self.remove)
        self._build()
        fit(self, *_SIZE)
        if seen.record is not None:
            self._show(seen.record)

    def add_work(self, year: int | None = None) -> None:
        """Ask for a piece of work, beginning in *year*, and put it on the line."""
        begins = None if year is None else PastRole(title="", began=year, ended=year)
        past = ask_past(self, self._seen, self._today, begins)
        if past is not None:
            self._write(lambda desk: record.add_past(desk, past))

    def add_qualification(self) -> None:
        """Ask which qualification and since when, and put it on the line."""
        known = frozenset() if self._record is None else self._record.held
        open_ = [(name, key) for key, name in self._names.items() if key not in known]
        chosen = ask_choice(
            self, tr("Add a qualification"), tr("Which one"), open_, yes=tr("Go on")
        )
        if isinstance(chosen, str):
            self._ask_held(
                HeldQualification(qualification=QualificationId(chosen), state=Holding.HELD)
            )

    def change(self) -> None:
        """Ask how the current piece is to be told."""
        piece = self.list.current()
        if piece is None:
            return
        if isinstance(piece.told, HeldQualification):
            self._ask_held(piece.told)
            return
        after = ask_past(self, self._seen, self._today, piece.told)
        if after is not None:
            self._put(piece.told, after)

    def remove(self) -> None:
        """Take the current piece off; Undo puts it back."""
        if (piece := self.list.current()) is None:
            return
        told = piece.told
        if isinstance(told, PastRole):
            self._write(lambda desk: record.remove_past(desk, told))
        else:
            self._write(lambda desk: record.clear_qualification(desk, told.qualification))

    def _move(self, years: int, part: Part) -> None:
        if (piece := self.list.current()) is not None:
            self._put(piece.told, moved(piece, years, self._today.year, part))

    def _ask_held(self, held: HeldQualification) -> None:
        name = self._names[held.qualification]
        answer = ask_holding(self, name, held, self._today)
        if answer is not None:
            self._put(held, answer)

    def _put(self, before: PastEntry, after: PastEntry) -> None:
        """Keep *after* in place of *before*."""
        if isinstance(after, HeldQualification):
            self._write(lambda desk: record.set_qualification(desk, after))
        elif isinstance(before, PastRole) and before != after:
            self._write(lambda desk: record.change_past(desk, before, after))

    def _write(self, operation: Callable[[Desk], Done[T]]) -> None:
        self._context.write(
            operation, lambda _result: self._read(), on_error=self._refused, owner=self
        )

    def _refused(self, error: UserError) -> None:
        self.message.say(str(error), "warning")
        self._read()

    def _read(self) -> None:
        if self._record is not None:
            person = self._record.person
            self._context.read(lambda desk: record.record_of(desk, person), self._show, owner=self)

    def _show(self, found: CareerRecord) -> None:
        """Show the way as it stands; what was current stays so wherever it has gone."""
        before = self.list.current()
        self._record = found
        shown = pieces(found, self._names)
        self.picture.show_pieces(shown, -1)
        self.list.show_records(shown)
        at = _again(before, shown)
        if at >= 0:
            self.list.go(at)
        self._choose(self.list.place())
        self.list.setVisible(bool(shown))

    def _give_room(self) -> None:
        self.area.setMaximumHeight(self.picture.height() + 2 * self.area.frameWidth())

    def _dress(self) -> None:
        for each in (self.opening, self.removing):
            each.setEnabled(self.list.current() is not None)

    def _choose(self, place: int) -> None:
        self.picture.mark(place)
        if place >= 0:
            middle = self.picture.place_of(place).center()
            self.area.ensureVisible(middle.x(), middle.y())
        self._dress()

    def _open(self, place: int) -> None:
        self.list.go(place)
        self.change()

    def _drop(self, place: int, told: PastEntry) -> None:
        self._put(self.list.model_.records()[place].told, told)

    def _build(self) -> None:
        verbs = flowing(self.adding, self.qualifying, self.opening, self.removing)
        rows = in_column()
        self.list.setMinimumHeight(_FEWEST_LINES * self.fontMetrics().lineSpacing())
        self.area = scrolling(self.picture)
        shares = ((self.area, 3), (self.list, 2), (self.message, 0), (verbs, 0))
        for widget, share in shares:
            rows.addWidget(widget, share)
        rows.addWidget(label(_keys(), "muted"))
        self.body.addLayout(rows)
        self.no.hide()
        self.picture.laid_out.connect(self._give_room)
        self.picture.chosen.connect(self.list.go)
        self.picture.changed.connect(self._drop)
        self.picture.opened.connect(self._open)
        self.picture.asked.connect(self.add_work)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.change)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self.remove)


class MovingList(EntryList[Piece]):
    """Emits `moved(years, Part)` on the arrows to the sides and `removed()` on Delete."""

    moved = Signal(int, object)
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move a piece by a year, with Shift its end, with Ctrl its beginning."""
        years = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if years:
            self.moved.emit(years, _part(event.modifiers()))
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def piece_words(piece: Piece) -> str:
    """A piece in the list: when, and what."""
    when = piece.years or tr("No year yet")
    kind = tr("Work") if piece.is_work else tr("Qualification")
    return tr("{when}: {what} ({kind})", when=when, what=piece.name, kind=kind)


def _part(held: Qt.KeyboardModifier) -> Part:
    if held & Qt.KeyboardModifier.ShiftModifier:
        return Part.END
    return Part.BEGIN if held & Qt.KeyboardModifier.ControlModifier else Part.WHOLE


def _again(before: Piece | None, shown: tuple[Piece, ...]) -> int:
    """Where *before* stands now: the same work by its name, or the same qualification."""
    if before is None:
        return -1
    found = [at for at, each in enumerate(shown) if _is_same(each, before)]
    return found[0] if found else -1


def _is_same(one: Piece, other: Piece) -> bool:
    if isinstance(one.told, HeldQualification) and isinstance(other.told, HeldQualification):
        return one.told.qualification == other.told.qualification
    return (one.is_work, one.name) == (other.is_work, other.name)


def _how() -> str:
    return tr(
        "Drag what you did along the line, drag an end of it, or double-click the line to add "
        "something. Nothing has to be exact."
    )


def _keys() -> str:
    return tr(
        "By keys, in the list: Left and Right move it by a year, with Shift its end, with Ctrl "
        "its beginning. Enter changes it, Delete takes it off."
    )
