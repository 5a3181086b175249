"""What a hand does to the plan on screen: carries, swaps, pins, keeps out, and mends a gap."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from lsadesk.domain.changes import Done
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.deployment.one_change import Step
from lsadesk.domain.deployment.remedies import Remedy, remedies
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.deploying import placing
from lsadesk.operations.deploying.placing import Placing
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.ui.deployment.asking import ask_why
from lsadesk.ui.deployment.board import Shown
from lsadesk.ui.deployment.verdict import Verdict, exchange, verdict
from lsadesk.ui.deployment.view import BoardView
from lsadesk.ui.deployment.why import WhyPanel
from lsadesk.ui.planned_for.people_page import change_pattern
from lsadesk.ui.planned_for.sessions_page import change_times
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Progress
from lsadesk.ui.widgets.labels import label, set_property
from lsadesk.ui.words import tr

_BOOKED = (Step.RENEW, Step.LEARN, Step.SIGN_OFF)
_OF_A_PATTERN = (Step.COME, Step.MORE_HOURS, Step.LEAD)


class ByHand(QObject):
    """Changes of the shown plan.

    *said* tells, while a place is carried, what it would mean to put it down.
    """

    def __init__(self, context: TabContext, board: BoardView, why: WhyPanel) -> None:
        super().__init__(board)
        self._context, self._board, self._why = context, board, why
        self._shown: Shown | None = None
        self._label: PlanLabel | None = None
        self._carried: tuple[SlotId, ...] = ()  # a block's places, the one told of first
        self._verdict: Verdict | None = None
        self._trying: Progress | None = None
        self.said = label("")
        self.said.setProperty("kind", "said")
        self.said.setAccessibleName(tr("What it would mean"))
        self.said.hide()
        board.picked.connect(self._pick)
        board.hovered.connect(self._hover)
        board.dropped.connect(self._drop)
        board.put_back.connect(self._end)
        why.cleared.connect(lambda slot: self.rearrange({slot: None}, pinned=False))
        why.pinned.connect(self._pin)
        why.puzzled.connect(self._try)
        why.people.wanted.connect(lambda moves: self.rearrange(moves, pinned=True))
        why.people.refused.connect(self._keep_out)
        why.people.admitted.connect(self._let_in)
        why.remedies.chosen.connect(self._mend)
        why.remedies.placed.connect(self._place)

    def show_plan(self, shown: Shown | None, plan: PlanLabel | None) -> None:
        """Change *plan*, which is shown as *shown*, from now on."""
        self._shown, self._label = shown, plan
        self._end()

    def rearrange(self, moves: Placing, *, pinned: bool) -> None:
        """Give places to other people, after a reason where the plan is published."""
        if self._shown is None or self._label is None:
            return
        before, number = self._shown.plan.by_slot(), self._label.id
        seen = {slot: before.get(slot) for slot in moves}
        why: str | None = ""
        if self._label.published is not None and any(moves[at] != seen[at] for at in moves):
            why = ask_why(self._board)
        if why is not None:
            reason = why
            self._write(
                lambda desk: placing.rearrange(
                    desk, number, moves, seen=seen, pinned=pinned, why=reason
                )
            )

    def _pick(self) -> None:
        block = self._board.current()
        if block is not None:
            told = self._why.slot
            self._carried = tuple(sorted(block.slots, key=lambda slot: slot != told))

    def _hover(self, over: int) -> None:
        self._verdict = self._verdict_on(over)
        if self._verdict is None:
            return
        said = self._verdict.said
        if self._verdict.moves:
            self.said.setText(tr("{said} Enter puts down, Escape leaves it.", said=said))
        else:
            self.said.setText(tr("{said} Escape leaves it.", said=said))
        set_property(self.said, "kind", "said" if self._verdict.moves else "warning")
        self.said.show()
        self._board.setAccessibleDescription(self._verdict.said)

    def _verdict_on(self, over: int) -> Verdict | None:
        """What comes of putting down *over* a line, or a block where the board says so."""
        if self._shown is None or not self._carried:
            return None
        board = self._board.plot.board
        if board.by_block:
            slots = board.blocks[over].slots
            return exchange(self._why.reasons, self._shown, self._carried, slots)
        line = board.lines[over]
        if not line.takes:
            return None
        return verdict(self._why.reasons, self._shown, self._carried[0], line.who)

    def _drop(self, over: int) -> None:
        found = self._verdict_on(over)
        self._end()
        if found is None:
            return
        if found.moves:
            pinned = any(person is not None for person in found.moves.values())
            self.rearrange(found.moves, pinned=pinned)
        else:
            self._context.say(found.said, "info")

    def _end(self) -> None:
        self._carried, self._verdict = (), None
        self.said.hide()

    def _pin(self, slot: SlotId, pinned: bool) -> None:
        if self._shown is not None:
            self.rearrange({slot: self._shown.plan.by_slot()[slot]}, pinned=pinned)

    def _place(self, person: PersonId) -> None:
        if (slot := self._why.slot) is not None:
            self.rearrange({slot: person}, pinned=True)

    def _keep_out(self, slot: SlotId, person: PersonId) -> None:
        if self._label is not None:
            number = self._label.id
            self._write(lambda desk: placing.keep_out(desk, number, slot, person))

    def _let_in(self, slot: SlotId, person: PersonId) -> None:
        if self._label is not None:
            number = self._label.id
            self._write(lambda desk: placing.let_in(desk, number, slot, person))

    def _try(self, slot: SlotId) -> None:
        """Try single changes on a thread of their own: a big college takes a second."""
        if self._shown is None:
            return
        if self._trying is not None:
            self._trying.cancel()
        problem, plan = self._shown.ahead.problem, self._shown.plan
        self._trying = self._context.compute(
            lambda _progress: remedies(problem, plan, slot),
            lambda found: self._why.show_remedies(slot, found),
            owner=self,
        )

    def _mend(self, chosen: Remedy) -> None:
        if chosen.step is Step.MOVE:
            self.rearrange(dict(chosen.moves), pinned=True)
        elif chosen.step is Step.LET_IN:
            self._let_in(chosen.place, chosen.person)
        elif chosen.span is not None:
            change_times(self._context, self._board, chosen.session, chosen.span)
        elif chosen.step in _OF_A_PATTERN:
            change_pattern(self._context, self._board, chosen.person)
        elif chosen.step in _BOOKED and self._why.remedies.may_book:
            details = ActionDetails(what=chosen.change)
            self._context.write(
                lambda desk: development.add_action(desk, chosen.person, details),
                lambda _line: self._context.say(tr("It stands in their development plan.")),
                owner=self,
            )
        else:
            self._context.go("people", chosen.person)

    def _write(self, operation: Callable[[Desk], Done[None]]) -> None:
        self._context.write(operation, owner=self)
