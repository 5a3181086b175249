"""A week as lines of blocks: a person's or a group's days, before anything is drawn.

A block has its place by the clock; where two of one line run at once they lie in lanes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from lsadesk.domain.calendar import Weekday, clock
from lsadesk.domain.deployment.model import DAY, Plan, Slot, SlotId
from lsadesk.domain.deployment.unmet import asked
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.operations.deploying.deployment import WeekAhead
from lsadesk.ui.words import count, tr

SHORTEST = 5  # minutes: a session whose times cannot be right is still to be seen


class State(Enum):
    """What is to be seen of a block before it is read."""

    PLACED = "placed"
    PINNED = "pinned"
    OPEN = "open"
    BROKEN = "broken"
    FREE = "free"  # nothing at all in the line's week


class Block(NamedTuple):
    """One rectangle of the board and all that is said of it.

    *slots* are the places it stands for: one of a person's, all of a session's. *day* is
    None for a line with nothing in it. *above* and *below* are painted, *said* is how it stands.
    """

    line: int = 0
    day: Weekday | None = None
    start: int = 0
    end: int = 0
    lane: int = 0
    above: str = ""
    below: str = ""
    said: str = ""
    state: State = State.PLACED
    slots: tuple[SlotId, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the board: a person or a group, and a note beside the name.

    *who* is the person; *takes*: what is picked up can be put down here.
    """

    name: str
    note: str
    lanes: int
    first: int  # its blocks are board.blocks[first:last]
    last: int
    who: PersonId | None = None
    takes: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line before it is laid out; it is found by its *team*, too."""

    name: str
    note: str
    blocks: list[Block]
    who: PersonId | None = None
    takes: bool = False
    team: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A week with the plan that is shown for it, and what no longer stands in it."""

    ahead: WeekAhead
    plan: Plan
    broken: Mapping[SlotId, str]


@dataclass(frozen=True, slots=True)
class Board:
    """Lines from top to bottom and their blocks, line by line in the order of the week.

    *by_block*: its lines are no people, so what is picked up is put down on another block.
    """

    lines: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    days: tuple[Weekday, ...] = ()
    busy: tuple[tuple[int, int], ...] = ()  # the minutes of a day in which sessions run
    shown: Shown | None = None
    by_block: bool = False

    def block_of(self, slot: SlotId) -> int:
        """The number of the block that stands for *slot*; -1 where none does."""
        return next((at for at, block in enumerate(self.blocks) if slot in block.slots), -1)


def people_board(shown: Shown, search: str = "") -> Board:
    """People down the side, in order of name; what nobody covers comes last."""
    problem, slots = shown.ahead.problem, shown.ahead.slots
    groups = own_parts(problem.slots)
    held: dict[PersonId, list[Block]] = defaultdict(list)
    for each in shown.plan.assignments:
        state = State.PINNED if each.pinned else State.PLACED
        state = State.BROKEN if each.slot in shown.broken else state
        held[each.person].append(_persons_block(slots[each.slot], state, groups))
    minutes = {
        person: sum(max(0, block.end - block.start) for block in blocks)
        for person, blocks in held.items()
    }
    names = {lsa.id: shown.ahead.listed.get(lsa.id, lsa.name) for lsa in problem.lsas}
    rows = [
        Row(
            names[lsa.id],
            _load(minutes.get(lsa.id, 0) + lsa.placement_minutes, lsa.weekly_minutes),
            held[lsa.id],
            lsa.id,
            takes=True,
            team=shown.ahead.teams.get(lsa.id, ""),
        )
        for lsa in sorted(problem.lsas, key=lambda lsa: folded(names[lsa.id]))
    ]
    if shown.plan.unmet:
        unmet = [slots[slot] for slot in shown.plan.unmet]
        places = count(len(unmet), "place", "places")
        rows.append(Row(tr("Not covered"), places, _open_blocks(unmet, groups), takes=True))
    return laid_out(rows, search, shown)


def spoken(board: Board, at: int) -> str:
    """All that there is to say of block *at*: whose it is, when, what, where and how it stands."""
    block = board.blocks[at]
    line, shown = board.lines[block.line], board.shown
    if shown is None or not block.slots:
        return f"{line.name}: {block.above}. {line.note}"
    slot = shown.ahead.slots[block.slots[0]]
    needs = asked(shown.ahead.problem, slot)
    parts = [
        f"{slot.day.name.title()} {slot.span}",
        slot.title,
        slot.group if slot.group != line.name else "",
        shown.ahead.sessions[slot.id.session].room,
        block.said,
        tr("needs {what}", what=needs) if needs else "",
    ]
    return f"{line.name}: {', '.join(part for part in parts if part)}"


def laid_out(rows: Iterable[Row], search: str, shown: Shown) -> Board:
    """The board of those *rows* in which every word of *search* begins a word."""
    slots = shown.ahead.problem.slots
    lines: list[Line] = []
    blocks: list[Block] = []
    words = folded(search).split()
    for row in rows:
        if words and not _holds(row, words, shown):
            continue
        nothing = [Block(above=tr("Nothing this week"), state=State.FREE)]
        laid, lanes = _in_lanes(row.blocks or nothing)
        first, line = len(blocks), len(lines)
        blocks += [block._replace(line=line, lane=lane) for block, lane in laid]
        lines.append(Line(row.name, row.note, lanes, first, len(blocks), row.who, row.takes))
    days = sorted({slot.day for slot in slots})
    return Board(tuple(lines), tuple(blocks), tuple(days), _busy(slots), shown)


def _holds(row: Row, words: Sequence[str], shown: Shown) -> bool:
    """A block has only the part of its group's name that tells it from others; all is found."""
    slots = (shown.ahead.slots[slot] for block in row.blocks for slot in block.slots)
    parts = {f"{slot.title} {slot.group}" for slot in slots}
    parts |= {f"{block.above} {block.below}" for block in row.blocks}
    there = folded(" ".join([row.name, row.team, *parts])).split()
    return all(any(each.startswith(word) for each in there) for word in words)


def _in_lanes(blocks: list[Block]) -> tuple[list[tuple[Block, int]], int]:
    """The blocks in the order of the week, each with the first lane that is free for it."""
    laid: list[tuple[Block, int]] = []
    ends: list[tuple[int, int]] = []
    for block in sorted(blocks, key=_by_time):
        day = int(block.day or 0)
        lane = next((at for at, end in enumerate(ends) if end <= (day, block.start)), len(ends))
        ends[lane : lane + 1] = [(day, max(block.end, block.start + 1))]
        laid.append((block, lane))
    return laid, max(len(ends), 1)


def _by_time(block: Block) -> tuple[int, int, int]:
    return block.day or 0, block.start, block.end


def _busy(slots: Sequence[Slot]) -> tuple[tuple[int, int], ...]:
    """The stretches of a day with a session in them on any day of the week."""
    spans = sorted({(slot.start, min(slot.end, DAY)) for slot in slots})
    found: list[tuple[int, int]] = []
    for start, ends in spans:
        end = max(ends, start + SHORTEST)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _persons_block(slot: Slot, state: State, groups: Mapping[str, str]) -> Block:
    said = ""
    if state is State.PINNED:
        said = tr("pinned")
    elif state is State.BROKEN:
        said = tr("no longer possible")
    return block_for([slot], slot.title, groups[slot.group], said, state)


def _open_blocks(unmet: Sequence[Slot], groups: Mapping[str, str]) -> list[Block]:
    """A block for every session with open places, however many these are."""
    by_session: dict[int, list[Slot]] = defaultdict(list)
    for slot in unmet:
        by_session[slot.id.session].append(slot)
    blocks = []
    for slots in by_session.values():
        above = f"{len(slots)} × {slots[0].title}" if len(slots) > 1 else slots[0].title
        said = missing(len(slots))
        blocks.append(block_for(slots, above, groups[slots[0].group], said, State.OPEN))
    return blocks


def missing(places: int) -> str:
    """How many places have nobody."""
    return tr("{places} not covered", places=count(places, "place", "places"))


def block_for(slots: Sequence[Slot], above: str, below: str, said: str, state: State) -> Block:
    """The block of *slots*, which are of one session."""
    slot = slots[0]
    return Block(
        day=slot.day,
        start=slot.start,
        end=min(slot.end, DAY),
        above=above or clock(slot.span.start),
        below=below,
        said=said,
        state=state,
        slots=tuple(each.id for each in slots),
    )


def own_parts(slots: Sequence[Slot]) -> dict[str, str]:
    """Every group without the word that most of them begin with: of Group A there is only A."""
    groups = {slot.group for slot in slots}
    first = Counter(group.partition(" ")[0] for group in groups if " " in group)
    usual, times = max(first.items(), key=lambda each: each[1], default=("", 0))
    if 2 * times <= len(groups):
        return {group: group for group in groups}
    return {group: group.removeprefix(f"{usual} ") for group in groups}


def _load(minutes: int, ceiling: int | None) -> str:
    """Hours in the plan and, where there is one, of the contract: 12 of 25 h."""
    if ceiling is None:
        return tr("{hours} h", hours=_hours(minutes))
    return tr("{hours} of {all} h", hours=_hours(minutes), all=_hours(ceiling))


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.1f}".removesuffix(".0")
