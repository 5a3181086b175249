"""The whole week as a table: the same facts as the board, a row for every place."""

from dataclasses import dataclass

from lsadesk.domain.deployment.model import Slot
from lsadesk.ui.deployment.board import Shown
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, who has it ("" nobody) and where it is."""

    slot: Slot
    who: str
    room: str
    pinned: bool


def rows_of(shown: Shown) -> list[PlaceRow]:
    """Every place of the week, in the order of the timetable."""
    names = {lsa.id: lsa.name for lsa in shown.ahead.problem.lsas}
    held = {each.slot: each for each in shown.plan.assignments}
    return [
        PlaceRow(
            slot,
            names[held[slot.id].person] if slot.id in held else "",
            shown.ahead.sessions[slot.id.session].room,
            slot.id in held and held[slot.id].pinned,
        )
        for slot in shown.ahead.problem.slots
    ]


def make_table() -> RecordTable[PlaceRow]:
    """The table, empty."""
    return RecordTable(
        tr("The week as a list"),
        [
            Column(tr("Day"), lambda row: row.slot.day.name.title(), _time, width=12),
            Column(tr("Time"), lambda row: str(row.slot.span), lambda row: row.slot.span, width=14),
            Column(tr("Session"), lambda row: row.slot.title, width=20),
            Column(tr("Group"), lambda row: row.slot.group, width=14),
            Column(tr("Room"), lambda row: row.room, width=10),
            Column(tr("Who"), _who, lambda row: (bool(row.who), row.who), width=26),
        ],
    )


def _time(row: PlaceRow) -> tuple[object, ...]:
    return (row.slot.day, row.slot.span, row.slot.group, row.slot.id)


def _who(row: PlaceRow) -> str:
    if not row.who:
        return tr("! not covered")
    return tr("{name} (pinned)", name=row.who) if row.pinned else row.who
