"""The two tables of cover: places that changed, and who could stand in for one of them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lsadesk.domain.covering.stand_ins import StandIn
from lsadesk.domain.deployment.model import Slot
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.ui.cover.words import (
    brief_why,
    for_words,
    hours_words,
    left_words,
    now_words,
    planned_words,
    where_words,
    why_words,
)
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.tables import RECORD, Column, RecordTable
from lsadesk.ui.words import tr

_AS_GIVEN = -1  # no column's order


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place of the day that is not as the plan has it, or that it leaves open, in words."""

    slot: Slot
    where: str
    asks: str
    planned: str
    now: str
    unsafe: str = ""  # why whoever has it may not


@dataclass(frozen=True, slots=True)
class StandInLine:
    """Somebody for a place, at a rank; the first who are safe have a number."""

    rank: int
    found: StandIn


def lines_of(seen: CoverBoard) -> list[PlaceLine]:
    """The lines of a day: places that changed or that somebody has who may not on this day, by
    time; below them, since nobody waits for them today, those that the plan itself leaves open."""
    day = seen.day
    if day is None:
        return []
    unsafe, touched = day.unsafe, day.touched
    others = (slot for slot in day.today if slot.id in unsafe and slot not in touched)
    changed = sorted((*touched, *others), key=_order)
    return [
        PlaceLine(
            slot,
            where_words(slot),
            for_words(seen, slot),
            planned_words(seen, slot),
            now_words(seen, slot, is_safe=slot.id not in unsafe),
            unsafe.get(slot.id, ""),
        )
        for slot in (*changed, *sorted(day.unfilled, key=_order))
    ]


def places_table() -> RecordTable[PlaceLine]:
    """The places in the order of `lines_of`, until a heading is pressed."""
    table: RecordTable[PlaceLine] = RecordTable(
        tr("Places to cover today"),
        (
            Column(
                tr("When"),
                lambda one: str(one.slot.span),
                sort=lambda one: _order(one.slot),
                width=11,
            ),
            Column(tr("Session"), lambda one: one.where, width=16),
            Column(tr("Now"), lambda one: one.now, width=15),
            Column(tr("Planned"), lambda one: one.planned, width=13),
            Column(tr("Asks for"), lambda one: one.asks, width=12),
        ),
    )
    table.sortByColumn(_AS_GIVEN, Qt.SortOrder.AscendingOrder)
    return table


def stand_ins_table(look: Appearance) -> RecordTable[StandInLine]:
    """Who could stand in, best first; who cannot is there too, quieter, with why."""
    table: RecordTable[StandInLine] = RecordTable(
        tr("Who could stand in"),
        (
            Column(tr("Rank"), _rank, sort=lambda one: one.rank, spoken=_spoken, width=5),
            Column(tr("Name"), lambda one: one.found.name, width=16),
            Column(
                tr("Why"),
                lambda one: brief_why(one.found),
                spoken=lambda one: tr("Why: {why}", why=why_words(one.found)),
                width=30,
            ),
            Column(
                tr("Covered"),
                lambda one: hours_words(one.found.done),
                sort=lambda one: one.found.done,
                spoken=lambda one: tr(
                    "Covered this term: {hours}", hours=hours_words(one.found.done)
                ),
                width=9,
            ),
            Column(
                tr("Left"),
                lambda one: left_words(one.found),
                sort=lambda one: one.found.left,
                spoken=lambda one: tr("Left this week: {hours}", hours=left_words(one.found)),
                width=9,
            ),
        ),
    )
    table.setItemDelegate(_Quieter(look, lambda one: not one.found.is_safe, table))
    return table


class _Quieter(QStyledItemDelegate):
    """Draws some records in the theme's second-rank text."""

    def __init__(
        self, look: Appearance, quiet: Callable[[StandInLine], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._quiet = look, quiet

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """As usual, and quieter where the record is."""
        super().initStyleOption(option, index)
        if self._quiet(index.data(RECORD)):
            muted = self._look.theme.colours.muted
            option.palette.setColor(QPalette.ColorRole.Text, muted)


def _order(slot: Slot) -> tuple[int, int, int]:
    return (slot.start, slot.id.session, slot.id.part)


def _rank(line: StandInLine) -> str:
    return f"{line.rank}" if line.found.is_safe else "\u2013"


def _spoken(line: StandInLine) -> str:
    if line.found.is_safe:
        return tr("{rank}: {name}", rank=line.rank, name=line.found.name)
    return tr("{name} cannot", name=line.found.name)
