"""The week from its other sides: learners, or sessions by group, down the side."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.deployment.model import Slot, SlotId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import SessionId
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
    return replace(laid_out(rows, search, shown), by_block=True)


def learners_board(shown: Shown, search: str = "") -> Board:
    """Learners down the side; each session of theirs tells who is in it.

    A place beside one learner alone is theirs; the others are for everybody who comes.
    """
    by_group: dict[str, dict[int, None]] = defaultdict(dict)  # its sessions, in their order
    for slot in shown.ahead.problem.slots:
        by_group[slot.group][slot.id.session] = None
    names = {lsa.id: lsa.name for lsa in shown.ahead.problem.lsas}
    placed = {slot: names[person] for slot, person in shown.plan.by_slot().items()}
    pinned = {each.slot for each in shown.plan.assignments if each.pinned}
    own: dict[tuple[int, LearnerId], list[Slot]] = defaultdict(list)
    shared: dict[int, list[Slot]] = defaultdict(list)
    for slot in shown.ahead.problem.slots:
        if slot.learner is None:
            shared[slot.id.session].append(slot)
        else:
            own[slot.id.session, slot.learner].append(slot)

    def block_for_all(slots: list[Slot]) -> Block:
        return _session_block(slots, placed, pinned, shown.broken)

    # A session looks alike to all who share its places: one picture for them all.
    alike = {session: block_for_all(slots) for session, slots in shared.items()}
    rows = []
    for learner in sorted(shown.ahead.learners, key=lambda each: folded(each.reference)):
        found = []
        for session in by_group[learner.group]:
            theirs = own.get((session, learner.id))
            if theirs:
                found.append(block_for_all(theirs))
            elif session in alike and _comes(shown, learner, session):
                found.append(alike[session])
        rows.append(Row(learner.reference, learner.group, found))
    return replace(laid_out(rows, search, shown), by_block=True)


def _comes(shown: Shown, learner: Learner, session: int) -> bool:
    named = shown.ahead.sessions[SessionId(session)].learners
    return not named or learner.id in named


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
