"""The week from its other sides: learners, or sessions by group, down the side."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from lsadesk.domain.deployment.model import Slot, SlotId
from lsadesk.domain.learners import Learner
from lsadesk.domain.words import folded
from lsadesk.ui.deployment.board import (
    Block,
    Board,
    Row,
    Shown,
    State,
    block_for,
    laid_out,
    missing,
)
from lsadesk.ui.words import count, tr


def sessions_board(shown: Shown, search: str = "") -> Board:
    """Groups down the side; each session tells who is in it."""
    sessions: dict[str, dict[int, list[Slot]]] = defaultdict(lambda: defaultdict(list))
    for slot in shown.ahead.problem.slots:
        sessions[slot.group][slot.id.session].append(slot)
    names = {lsa.id: lsa.name for lsa in shown.ahead.problem.lsas}
    placed = {slot: names[person] for slot, person in shown.plan.by_slot().items()}
    pinned = {each.slot for each in shown.plan.assignments if each.pinned}
    rows = [
        Row(
            group or tr("No group"),
            count(len(sessions[group]), "session", "sessions"),
            [
                _session_block(slots, placed, pinned, shown.broken)
                for slots in sessions[group].values()
            ],
        )
        for group in sorted(sessions, key=folded)
    ]
    return laid_out(rows, search, shown)


def learners_board(shown: Shown, search: str = "") -> Board:
    """Learners down the side; each session of theirs tells who is in it.

    A place beside one learner alone is theirs; the others are for everybody who comes.
    """
    by_group: dict[str, dict[int, list[Slot]]] = defaultdict(lambda: defaultdict(list))
    for slot in shown.ahead.problem.slots:
        by_group[slot.group][slot.id.session].append(slot)
    names = {lsa.id: lsa.name for lsa in shown.ahead.problem.lsas}
    placed = {slot: names[person] for slot, person in shown.plan.by_slot().items()}
    pinned = {each.slot for each in shown.plan.assignments if each.pinned}
    blocks: dict[tuple[SlotId, ...], Block] = {}  # one for all learners who share it

    def block_of(slots: list[Slot]) -> Block:
        key = tuple(slot.id for slot in slots)
        if key not in blocks:
            blocks[key] = _session_block(slots, placed, pinned, shown.broken)
        return blocks[key]

    rows = []
    for learner in sorted(shown.ahead.learners, key=lambda each: folded(each.reference)):
        sessions = [
            places
            for slots in by_group[learner.group].values()
            if _comes(shown, learner, slots) and (places := _places_of(learner, slots))
        ]
        found = [block_of(slots) for slots in sessions]
        rows.append(Row(learner.reference, learner.group, found))
    return laid_out(rows, search, shown)


def _comes(shown: Shown, learner: Learner, slots: Sequence[Slot]) -> bool:
    named = shown.ahead.sessions[slots[0].id.session].learners
    return not named or learner.id in named


def _places_of(learner: Learner, slots: Sequence[Slot]) -> list[Slot]:
    """Their own places where they have any, or else those for the whole group."""
    own = [slot for slot in slots if slot.learner == learner.id]
    return own or [slot for slot in slots if slot.learner is None]


def _session_block(
    slots: Sequence[Slot],
    placed: Mapping[SlotId, str],
    pinned: Container[SlotId],
    broken: Container[SlotId],
) -> Block:
    who = sorted(placed[slot.id] for slot in slots if slot.id in placed)
    lacking = len(slots) - len(who)
    said = [", ".join(who)] if who else []
    below = [_short(name) for name in who]
    if lacking:
        said.append(missing(lacking))
        below.insert(0, tr("{n} open", n=lacking))
    state = State.OPEN if lacking else State.PLACED
    if not lacking and any(slot.id in broken for slot in slots):
        state = State.BROKEN
    elif not lacking and all(slot.id in pinned for slot in slots):
        state = State.PINNED
    return block_for(slots, slots[0].title, ", ".join(below), "; ".join(said), state)


def _short(name: str) -> str:
    """Asha Kaur as Asha K."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[:1]}".strip()
