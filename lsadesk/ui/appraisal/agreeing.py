"""What two people agree in a meeting: each of it is kept as it is said."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.appraisal import (
    AppraisalId,
    Line,
    MoveKind,
    Outcome,
    PromptAnswer,
    PromptId,
    Settled,
    Waiver,
)
from lsadesk.domain.careers.framework import Statement, StatementId
from lsadesk.domain.changes import Done
from lsadesk.domain.developing.development import (
    ActionDetails,
    ActionId,
    Behind,
    BehindKind,
    PlanAction,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import appraising
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.operations.developing.development import Around
from lsadesk.ui.appraisal.planning import reason_words
from lsadesk.ui.development.line_form import BLANK, ask_line
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_text
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.words import count, tr

T = TypeVar("T")


class Agreeing:
    """Keeps what is said in the meeting *wanted*; *saved* tells when it is."""

    def __init__(self, page: QWidget, context: TabContext, saved: SavedLabel) -> None:
        self._page, self._context, self._saved = page, context, saved
        self.wanted: AppraisalId | None = None
        self.person: PersonId | None = None  # whose appraisal it is, once it has been read

    def open(self, wanted: AppraisalId) -> None:
        """Keep what is said in *wanted* from now on."""
        self.wanted, self.person = wanted, None

    def look_back(self, read: PlanAction, wanted: ActionDetails) -> None:
        """Say what became of an action of last time."""
        self._write(lambda desk, _at: development.tell_of_action(desk, read, wanted))

    def settle(self, wanted: Settled) -> None:
        """Settle what both see otherwise."""
        self._write(lambda desk, at: appraising.settle(desk, at, wanted))

    def settle_alike(self) -> None:
        """Agree on all that both rated the same, and say on how many."""
        self._write(appraising.settle_alike, self._say_alike)

    def unsettle(self, statement: StatementId) -> None:
        """Leave it open again."""
        self._write(lambda desk, at: appraising.unsettle(desk, at, statement))

    def answer(self, answer: PromptAnswer) -> None:
        """Note what was said to a prompt."""
        self._write(lambda desk, at: appraising.answer_prompt(desk, at, answer))

    def pass_over(self) -> None:
        """Leave every prompt that is still open for another time."""
        self._write(appraising.pass_over_prompts)

    def propose(self, kind: MoveKind, after: int, why: str) -> None:
        """Propose a move: another point or level."""
        self._write(lambda desk, at: appraising.propose_move(desk, at, kind, after, why))

    def plan_line(self, line: Line) -> None:
        """Ask for an action that comes of *line*."""
        self._ask_action(line.statement, line.statement.text)

    def plan_outcome(self, outcome: Outcome | None) -> None:
        """Ask for an action that *outcome* asks for; None: of one's own."""
        if outcome is None:
            self._ask_action(None, "")
        else:
            self._ask_action(
                outcome.statement, f"{reason_words(outcome.reason)}: {outcome.statement.text}"
            )

    def change_action(self, read: PlanAction) -> None:
        """Ask how the action that was *read* is changed."""

        def changed(wanted: ActionDetails) -> None:
            self._write(lambda desk, _at: development.change_action(desk, read, wanted))

        self._ask(read, tr("Change what you agreed"), changed)

    def waive(self, outcome: Outcome) -> None:
        """Ask why there is no next step, and leave it."""
        because = ask_text(
            self._page,
            tr("Nothing for now"),
            tr("Why there is no next step"),
            hint=outcome.statement.text,
            yes=tr("Leave it"),
        )
        if because is not None:
            waiver = Waiver(statement=outcome.statement.id, reason=outcome.reason, because=because)
            self._write(lambda desk, at: appraising.waive(desk, at, waiver))

    def unwaive(self, waiver: Waiver) -> None:
        """Take that back."""
        self._write(lambda desk, at: appraising.unwaive(desk, at, waiver.statement, waiver.reason))

    def unanswer(self, prompt: PromptId) -> None:
        """Take back what was said to a prompt."""
        self._write(lambda desk, at: appraising.unanswer_prompt(desk, at, prompt))

    def withdraw(self, kind: MoveKind) -> None:
        """Take a proposed move back."""
        self._write(lambda desk, at: appraising.withdraw_move(desk, at, kind))

    def remove_action(self, read: PlanAction) -> None:
        """Take the action that was *read* away."""
        self._write(lambda desk, _at: development.remove_action(desk, read))

    def rank(self, ids: tuple[ActionId, ...]) -> None:
        """Put the actions in the order of *ids*."""
        self._write(lambda desk, at: appraising.rank_actions(desk, at, ids))

    def _ask_action(self, statement: Statement | None, why: str) -> None:
        behind = None if statement is None else Behind(BehindKind.STATEMENT, statement.id)

        def agreed(details: ActionDetails) -> None:
            self._write(lambda desk, at: appraising.add_action(desk, at, details))

        self._ask(replace(BLANK, why=why, behind=behind), tr("What are you going to do?"), agreed)

    def _ask(
        self, filled: ActionDetails, title: str, then: Callable[[ActionDetails], None]
    ) -> None:
        """Ask for an action over *filled*, with who may help and what they carry already."""

        def asked(around: Around) -> None:
            details = ask_line(self._page, title, filled, around=around, yes=tr("Agree"))
            if details is not None:
                then(details)

        if (person := self.person) is not None:
            self._context.read(
                lambda desk: development.around(desk, person), asked, owner=self._page
            )

    def _say_alike(self, number: int) -> None:
        statements = count(number, "statement", "statements")
        self._context.say(tr("Agreed on {statements}, as you both rated.", statements=statements))

    def _write(
        self,
        operation: Callable[[Desk, AppraisalId], Done[T]],
        then: Callable[[T], None] | None = None,
    ) -> None:
        """Do *operation* in this meeting, say when it is kept, and give its result to *then*."""
        wanted = self.wanted
        if wanted is None:
            return

        def kept(result: T) -> None:
            self._saved.saved(self._context.desk.store.clock())
            if then is not None:
                then(result)

        self._saved.saving()
        self._context.write(
            lambda desk: operation(desk, wanted),
            kept,
            on_error=self._not_saved,
            owner=self._page,
        )

    def _not_saved(self, error: UserError) -> None:
        self._saved.not_saved()
        self._context.say(str(error), "danger")
