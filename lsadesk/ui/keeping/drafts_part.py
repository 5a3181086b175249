"""Whether the recovery key on paper opens drafts: how it is, and what a change would mean."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.errors import UserError
from lsadesk.operations.keeping import recovery
from lsadesk.operations.keeping.recovery import Drafts
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr


class Change(Protocol):
    """Called with what is wanted."""

    def __call__(self, *, keeps: bool) -> None:
        """Have it so."""


class DraftsPart(QWidget):
    """How it is now, and the button that asks for the other way."""

    def __init__(self, context: TabContext, change: Change) -> None:
        super().__init__()
        self._context, self._change = context, change
        self._keeps = False
        self.state = label(tr("Looking..."))
        self.other = button(tr("Let the key open drafts..."), self._ask)
        self.other.setEnabled(False)
        in_column(
            label(tr("Drafts after a forgotten PIN"), "heading"),
            self.state,
            (self.other, Qt.AlignmentFlag.AlignRight),
            on=self,
            gap=16,
        )
        self.look()

    def look(self) -> None:
        """Read how it is, and say it."""
        self._context.read(recovery.drafts, self._show, on_error=self._refused, owner=self)

    def _show(self, found: Drafts) -> None:
        self._keeps = found.keeps
        self.state.setText(_state(found))
        self.other.setText(
            tr("Close drafts to the key...") if found.keeps else tr("Let the key open drafts...")
        )
        self.other.setEnabled(True)

    def _refused(self, error: UserError) -> None:
        self.state.setText(str(error))

    def _ask(self) -> None:
        self._change(keeps=not self._keeps)


def confirm_drafts(parent: QWidget, *, keeps: bool) -> bool:
    """Say what the change means for whom; whether it is wanted all the same."""
    question = (
        Question(parent, tr("Let the recovery key open drafts?"), "", tr("Let it open them"))
        if keeps
        else Question(parent, tr("Close drafts to the recovery key?"), "", tr("Close them"))
    )
    for words in _what_opening_means() if keeps else _what_closing_means():
        question.body.addWidget(label(words))
    question.setMinimumWidth(560)
    question.no.setFocus(Qt.FocusReason.OtherFocusReason)
    return question.answered()


def _what_opening_means() -> tuple[str, ...]:
    return (
        tr(
            "Whoever has the paper and gets at this computer can then come in as somebody and "
            "read what they have not handed in or shared. It stands on the trail, and that "
            "person's own PIN no longer works."
        ),
        tr(
            "For each person it begins when they next sign in, and goes for what they wrote "
            "before, too. This change itself opens nobody's drafts."
        ),
        tr("In return nothing is lost with a forgotten PIN, if the paper is brought."),
        tr("Everybody is shown it first in the privacy notice when they next sign in."),
    )


def _what_closing_means() -> tuple[str, ...]:
    return (
        tr(
            "Nobody but its author opens a draft then, not with the paper either. Whoever forgets "
            "their PIN loses what they have not handed in or shared."
        ),
        tr(
            "It is so for everybody at once. Copies made before this still hold what the paper "
            "opens: if that matters, destroy those that are kept elsewhere."
        ),
        tr("Everybody is shown it first in the privacy notice when they next sign in."),
    )


def _state(found: Drafts) -> str:
    if not found.keeps:
        return tr(
            "The key opens no drafts: whoever forgets their PIN loses what they have not handed "
            "in or shared."
        )
    if found.covered == found.accounts:
        return tr("The key opens everybody's drafts, should they forget their PIN.")
    return tr(
        "The key opens drafts after a forgotten PIN: of {covered} of {all} accounts so far, of "
        "the others once they have signed in again.",
        covered=found.covered,
        all=found.accounts,
    )
