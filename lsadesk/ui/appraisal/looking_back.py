"""Step 1: what became of the actions that were agreed last time."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.development import PlanAction, Progress
from lsadesk.ui.appraisal.walk import Detail
from lsadesk.ui.development.words import mode_words
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.writing import Writing
from lsadesk.ui.words import tr


class LookBack(Detail):
    """One action of last time. Emits `told(PlanAction, ActionDetails)`: as read, and as told."""

    told = Signal(object, object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._action: PlanAction | None = None
        self._what, self._about = label("", "heading"), label("", "muted")
        state_name = label(tr("How far it has come"), "label")
        self.state = Choice([(tr(one.value.capitalize()), one) for one in Progress])
        self.state.setAccessibleName(state_name.text())
        state_name.setBuddy(self.state)
        reason_name = label(tr("Why not now"), "label")
        self._reason_name = reason_name
        self.reason = Writing(reason_name.text(), lines=2)
        reason_name.setBuddy(self.reason)
        outcome_name = label(tr("What came of it"), "label")
        self.outcome = Writing(outcome_name.text())
        outcome_name.setBuddy(self.outcome)
        in_column(
            self._what,
            self._about,
            state_name,
            self.state,
            reason_name,
            self.reason,
            outcome_name,
            self.outcome,
            Fill(),
            on=self,
            around=(16, 0, 8, 8),
        )
        self.state.currentIndexChanged.connect(lambda _at: self._tell())
        self.reason.written.connect(lambda _text: self._tell())
        self.outcome.written.connect(lambda _text: self._tell())

    def show_action(self, action: PlanAction) -> None:
        """Show *action* with what became of it."""
        self._action = None
        self._what.setText(action.what)
        self._about.setText(about_words(action))
        self.state.blockSignals(True)
        self.state.choose(action.progress)
        self.state.blockSignals(False)
        self.reason.fill(action.not_now_because)
        self.outcome.fill(action.outcome)
        self._dress()
        self._action = action

    def begin(self) -> None:
        """Put the focus on how far it has come."""
        self.state.setFocus()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.reason.flush()
        self.outcome.flush()

    def _dress(self) -> None:
        put_aside = self.state.chosen() is Progress.NOT_NOW
        self._reason_name.setVisible(put_aside)
        self.reason.setVisible(put_aside)

    def _tell(self) -> None:
        """Say what is chosen; an action put aside waits for its reason."""
        self._dress()
        if self._action is None:
            return
        state, why = self.state.chosen_as(Progress), self.reason.toPlainText().strip()
        if state is Progress.NOT_NOW and not why:
            self.reason.setFocus()
            return
        wanted = with_progress(self._action, state, why, self._today)
        wanted = replace(wanted, outcome=self.outcome.toPlainText().strip())
        if wanted != self._action:
            before, self._action = self._action, wanted
            self.told.emit(before, wanted)


def with_progress(action: PlanAction, state: Progress, why: str, today: date) -> PlanAction:
    """*action* as far as *state*, since today where it had not come so far; *why* not now."""
    far, aside = state is Progress.DONE, state is Progress.NOT_NOW
    began = action.begun_on or today if state is Progress.UNDER_WAY else action.begun_on
    return replace(
        action,
        begun_on=None if state is Progress.NOT_STARTED else began,
        done_on=action.done_on or today if far else None,
        not_now_on=action.not_now_on or today if aside else None,
        not_now_because=why if aside else "",
    )


def about_words(action: PlanAction) -> str:
    """How, with whom and by when, in a line."""
    parts = [mode_words(action.mode)]
    if action.helper:
        parts.append(tr("with {name}", name=action.helper))
    if action.due is not None:
        parts.append(tr("by {day}", day=uk_date(action.due)))
    return ", ".join(parts)


def looked_words(action: PlanAction) -> str:
    """An action in the list, with how far it has come."""
    return f"{action.what}\n{tr(action.progress.value.capitalize())}"
