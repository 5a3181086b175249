"""Who could stand in for one place, and what else can be done with it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from lsadesk.domain.changes import Done
from lsadesk.domain.covering.stand_ins import StandIn
from lsadesk.domain.deployment.model import Slot
from lsadesk.errors import UserError
from lsadesk.operations.covering import cover
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.desk import Desk
from lsadesk.ui.cover.tables import PlaceLine, StandInLine, stand_ins_table
from lsadesk.ui.cover.words import fairness, for_words, where_words, why_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_text
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.words import tr


class StandingIn(QWidget):
    """A ranked list of everybody for the place, those whom a rule keeps from it last."""

    def __init__(self, context: TabContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._seen: CoverBoard | None = None
        self._slot: Slot | None = None
        self.place = label("", "heading")
        self.unsafe, self.why = label("", "label"), label("")
        self.order = label(fairness(), "muted")
        self.table = stand_ins_table(context.appearance)
        self.choose = button(tr("&Give it to them"), self._choose)
        self.halve = button(tr("&Split in two"), self._split)
        self.open = button(tr("&Leave open..."), self._leave_open)
        self.undo = button(tr("&Take back"), self._as_planned)
        ways = flowing(self.choose, self.halve, self.open, self.undo)
        in_column(
            self.place,
            self.unsafe,
            Fill(self.table),
            self.why,
            ways,
            self.order,
            on=self,
            around=(8, 0, 0, 0),
        )
        self.table.opened.connect(lambda _line: self._choose())
        self.table.selected.connect(lambda _line: self._dress())

    def show_place(self, seen: CoverBoard | None, line: PlaceLine | None) -> None:
        """Ask who could stand in for the place of *line* on the day that is *seen*."""
        slot = None if line is None else line.slot
        self._seen, self._slot = seen, slot
        unsafe = "" if line is None else line.unsafe
        self.unsafe.setText(tr("\u25b2 May not on this day: {why}.", why=unsafe))
        self.unsafe.setVisible(bool(unsafe))
        self.table.show_records([])
        self._dress()
        if seen is None or slot is None:
            self.place.setText("")
            return
        asks = for_words(seen, slot)
        where = f"{slot.span} {where_words(slot)}"
        self.place.setText(tr("{where}: {asks}", where=where, asks=asks) if asks else where)
        self._context.read(
            lambda _desk: (slot, cover.stand_ins(seen, slot.id)), self._show, owner=self
        )

    def _show(self, answer: tuple[Slot, list[StandIn]]) -> None:
        slot, found = answer
        if slot is not self._slot:
            return
        lines = [StandInLine(rank, each) for rank, each in enumerate(found, 1)]
        self.table.show_records(lines)
        if lines and lines[0].found.is_safe:
            self.table.select(lines[0])
            self.order.setText(fairness())
        else:
            self.order.setText(_nobody(self._seen, slot))
        self._dress()

    def _dress(self) -> None:
        line, slot, seen = self.table.current(), self._slot, self._seen
        settled = (
            slot is not None
            and seen is not None
            and seen.day is not None
            and slot.id in seen.day.covers
        )
        self.why.setVisible(line is not None)
        if line is not None:  # the column may be too narrow for it
            name, why = line.found.name, why_words(line.found)
            self.why.setText(tr("{name}: {why}.", name=name, why=why))
        self.choose.setEnabled(line is not None and line.found.is_safe)
        self.halve.setEnabled(slot is not None and not slot.id.part and not settled)
        self.open.setEnabled(slot is not None)
        self.undo.setEnabled(settled)

    def _choose(self) -> None:
        line, seen, slot = self.table.current(), self._seen, self._slot
        if line is None or seen is None or slot is None:
            return
        if not line.found.is_safe:
            self._context.say(
                tr(
                    "{name} cannot take this place: {why}.",
                    name=line.found.name,
                    why="; ".join(line.found.hindrances),
                ),
                "warning",
            )
            return
        person = line.found.person
        self._write(lambda desk: cover.choose(desk, seen, slot.id, person))

    def _split(self) -> None:
        seen, slot = self._seen, self._slot
        if seen is not None and slot is not None:
            self._write(lambda desk: cover.split(desk, seen, slot.id))

    def _leave_open(self) -> None:
        seen, slot = self._seen, self._slot
        if seen is None or slot is None:
            return
        why = ask_text(
            self,
            tr("Leave this place open"),
            tr("Why, in a few words"),
            value=cover.why_open(seen, slot.id),
            hint=tr("Not about anybody's health: it stands in the log of what was given."),
            yes=tr("Leave open"),
        )
        if why is not None:
            self._write(lambda desk: cover.leave_open(desk, seen, slot.id, why))

    def _as_planned(self) -> None:
        seen, slot = self._seen, self._slot
        if seen is not None and slot is not None:
            self._write(lambda desk: cover.as_planned(desk, seen, slot.id))

    def _write(self, operation: Callable[[Desk], Done[Any]]) -> None:
        self._context.write(operation, on_error=self._failed, owner=self)

    def _failed(self, error: UserError) -> None:
        self._context.say(str(error), "danger")


def _nobody(seen: CoverBoard | None, slot: Slot) -> str:
    if seen is not None and (placement := seen.placement_at(slot)) is not None:
        return tr(
            "Nobody is free and safe to go along. Ring {place}: can the learner be safe there "
            "without, or stay in college today?",
            place=placement.place,
        )
    return tr("Nobody is free and safe for it. The fewest changes may free somebody.")
