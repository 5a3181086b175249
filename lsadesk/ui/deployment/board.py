"""A week as lines of blocks: a person's or a group's days, before anything is drawn.

A block has its place by the clock; where two of one line run at once they lie in lanes.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from lsadesk.domain.calendar import Weekday, clock, minute_of
from lsadesk.domain.deployment.model import Plan, Slot, SlotId
from lsadesk.domain.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.operations.deployment import WeekAhead, asked
from lsadesk.ui.words import count, tr

SHORTEST = 5  # minutes: a session whose times cannot be right is still to be seen


class State(Enum):
    """What is to be seen of a block before it is read."""

    PLACED = "placed"
    PINNED = "pinned"
    OPEN = "open"
    BROKEN = "broken"
    FREE = "free"  # nothing at all in the line's week


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
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
    """A row of the board: a person or a group, and a note beside the name."""

    name: str
    note: str
    lanes: int
    first: int  # its blocks are board.blocks[first:last]
    last: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A week with the plan that is shown for it, and what no longer stands in it."""

    ahead: WeekAhead
    plan: Plan
    broken: Mapping[SlotId, str]


@dataclass(frozen=True, slots=True)
class Board:
    """Lines from top to bottom and their blocks, line by line in the order of the week."""

    lines: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    days: tuple[Weekday, ...] = ()
    busy: tuple[tuple[int, int], ...] = ()  # the minutes of a day in which sessions run
    shown: Shown | None = None

    def block_of(self, slot: SlotId) -> int:
        """The number of the block that stands for *slot*; -1 where none does."""
        return next((at for at, block in enumerate(self.blocks) if slot in block.slots), -1)


def people_board(shown: Shown, search: str = "") -> Board:
    """People down the side, in order of name; what nobody covers comes last."""
    problem, slots = shown.ahead.problem, shown.ahead.slots
    groups = _own_parts(problem.slots)
    held: dict[PersonId, list[Block]] = defaultdict(list)
    for each in shown.plan.assignments:
        state = State.PINNED if each.pinned else State.PLACED
        state = State.BROKEN if each.slot in shown.broken else state
        held[each.person].append(_persons_block(slots[each.slot], state, groups))
    minutes = {
        person: sum(max(0, block.end - block.start) for block in blocks)
        for person, blocks in held.items()
    }
    rows = [
        (lsa.name, _load(minutes.get(lsa.id, 0), lsa.weekly_minutes), held[lsa.id])
        for lsa in sorted(problem.lsas, key=lambda lsa: folded(lsa.name))
    ]
    if shown.plan.unmet:
        unmet = [slots[slot] for slot in shown.plan.unmet]
        places = count(len(unmet), "place", "places")
        rows.append((tr("Not covered"), places, _open_blocks(unmet, groups)))
    return _board(rows, search, shown)


def sessions_board(shown: Shown, search: str = "") -> Board:
    """Groups down the side; each session tells who is in it."""
    sessions: dict[str, dict[int, list[Slot]]] = defaultdict(lambda: defaultdict(list))
    for slot in shown.ahead.problem.slots:
        sessions[slot.group][slot.id.session].append(slot)
    names = {lsa.id: lsa.name for lsa in shown.ahead.problem.lsas}
    placed = {slot: names[person] for slot, person in shown.plan.by_slot().items()}
    pinned = {each.slot for each in shown.plan.assignments if each.pinned}
    rows = [
        (
            group or tr("No group"),
            count(len(sessions[group]), "session", "sessions"),
            [
                _session_block(slots, placed, pinned, shown.broken)
                for slots in sessions[group].values()
            ],
        )
        for group in sorted(sessions, key=folded)
    ]
    return _board(rows, search, shown)


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


def _board(rows: Iterable[tuple[str, str, list[Block]]], search: str, shown: Shown) -> Board:
    slots = shown.ahead.problem.slots
    lines: list[Line] = []
    blocks: list[Block] = []
    words = folded(search).split()
    for name, note, found in rows:
        if not all(word in _words(name, found) for word in words):
            continue
        nothing = [Block(above=tr("Nothing this week"), state=State.FREE)]
        laid, lanes = _in_lanes(found or nothing)
        first = len(blocks)
        blocks += [replace(block, line=len(lines), lane=lane) for block, lane in laid]
        lines.append(Line(name, note, lanes, first, len(blocks)))
    days = sorted({slot.day for slot in slots})
    return Board(tuple(lines), tuple(blocks), tuple(days), _busy(slots), shown)


def _words(name: str, blocks: Sequence[Block]) -> str:
    return folded(" ".join([name, *(f"{block.above} {block.below}" for block in blocks)]))


def _in_lanes(blocks: list[Block]) -> tuple[list[tuple[Block, int]], int]:
    """The blocks in the order of the week, each with the first lane that is free for it."""
    laid: list[tuple[Block, int]] = []
    ends: list[tuple[int, int]] = []
    for block in sorted(blocks, key=lambda block: (block.day or 0, block.start, block.end)):
        day = int(block.day or 0)
        lane = next((at for at, end in enumerate(ends) if end <= (day, block.start)), len(ends))
        ends[lane : lane + 1] = [(day, max(block.end, block.start + 1))]
        laid.append((block, lane))
    return laid, max(len(ends), 1)


def _busy(slots: Sequence[Slot]) -> tuple[tuple[int, int], ...]:
    """The stretches of a day with a session in them on any day of the week."""
    spans = sorted({(minute_of(slot.span.start), minute_of(slot.span.end)) for slot in slots})
    found: list[tuple[int, int]] = []
    for start, ends in spans:
        end = max(ends, start + SHORTEST)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _persons_block(slot: Slot, state: State, groups: Mapping[str, str]) -> Block:
    marks = {State.PINNED: tr("pinned"), State.BROKEN: tr("no longer possible")}
    return _block([slot], slot.title, groups[slot.group], marks.get(state, ""), state)


def _open_blocks(unmet: Sequence[Slot], groups: Mapping[str, str]) -> list[Block]:
    """A block for every session with open places, however many these are."""
    by_session: dict[int, list[Slot]] = defaultdict(list)
    for slot in unmet:
        by_session[slot.id.session].append(slot)
    blocks = []
    for slots in by_session.values():
        above = f"{len(slots)} × {slots[0].title}" if len(slots) > 1 else slots[0].title
        said = _missing(len(slots))
        blocks.append(_block(slots, above, groups[slots[0].group], said, State.OPEN))
    return blocks


def _session_block(
    slots: Sequence[Slot],
    placed: Mapping[SlotId, str],
    pinned: Container[SlotId],
    broken: Container[SlotId],
) -> Block:
    who = sorted(placed[slot.id] for slot in slots if slot.id in placed)
    missing = len(slots) - len(who)
    said = [", ".join(who)] if who else []
    below = [_short(name) for name in who]
    if missing:
        said.append(_missing(missing))
        below.insert(0, tr("{n} open", n=missing))
    state = State.OPEN if missing else State.PLACED
    if not missing and any(slot.id in broken for slot in slots):
        state = State.BROKEN
    elif not missing and all(slot.id in pinned for slot in slots):
        state = State.PINNED
    return _block(slots, slots[0].title, ", ".join(below), "; ".join(said), state)


def _missing(places: int) -> str:
    return tr("{places} not covered", places=count(places, "place", "places"))


def _block(slots: Sequence[Slot], above: str, below: str, said: str, state: State) -> Block:
    slot = slots[0]
    return Block(
        day=slot.day,
        start=minute_of(slot.span.start),
        end=minute_of(slot.span.end),
        above=above or clock(slot.span.start),
        below=below,
        said=said,
        state=state,
        slots=tuple(each.id for each in slots),
    )


def _own_parts(slots: Sequence[Slot]) -> dict[str, str]:
    """Every group without the word that all of them begin with: of Group A there is only A."""
    groups = {slot.group for slot in slots}
    split = {group: group.partition(" ") for group in groups}
    alike = len({first for first, _, _ in split.values()}) == 1
    whole = not alike or not all(rest for _, _, rest in split.values())
    return {group: group if whole else rest for group, (_, _, rest) in split.items()}


def _short(name: str) -> str:
    """Asha Kaur as Asha K."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[:1]}".strip()


def _load(minutes: int, ceiling: int | None) -> str:
    """Hours in the plan and, where there is one, of the contract: 12 of 25 h."""
    if ceiling is None:
        return tr("{hours} h", hours=_hours(minutes))
    return tr("{hours} of {all} h", hours=_hours(minutes), all=_hours(ceiling))


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.1f}".removesuffix(".0")
