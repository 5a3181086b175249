"""Step 6: what came out of the talk, and what is going to be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from lsadesk.domain.appraisals.appraisal import Outcome, Reason, Waiver
from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.developing.plan_words import cost_words
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.appraisal.looking_back import about_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.words import tr

_FEWEST_LINES, _LEAST_ROOM, _BESIDE = 3, 8, 10  # of a list, before it scrolls; beside it


class PlanStep(QScrollArea):
    """Emits `planned(Outcome or None)`, `changed(PlanAction)`, `removed(PlanAction)`,
    `files_asked(PlanAction)`, `ranked([ActionId])`, `waived(Outcome)` and `unwaived(Waiver)`."""

    planned = Signal(object)
    changed = Signal(object)
    removed = Signal(object)
    files_asked = Signal(object)
    ranked = Signal(object)
    waived = Signal(object)
    unwaived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._meeting: Meeting | None = None
        self.waiting: EntryList[Outcome] = EntryList(
            tr("What came out of your talk"), outcome_words
        )
        self.agreed: EntryList[PlanAction] = EntryList(tr("What you agree to do"), action_words)
        self.left: EntryList[Waiver] = EntryList(tr("Without a next step"), self._waiver_words)
        self.answer = button(tr("Plan &something..."), self._plan)
        self.leave_be = button(tr("Nothing for now: wh&y..."), self._waive)
        self.add = button(tr("&Add an action..."), lambda: self.planned.emit(None))
        self.change = button(tr("&Change..."), self._change)
        self.remove = button(tr("&Remove"), self._remove)
        self.files = button(tr("Files of i&t..."), self._ask_files)
        self.up = button(tr("More &important"), lambda: self._rank(-1))
        self.down = button(tr("Less im&portant"), lambda: self._rank(1))
        self.again = button(tr("Talk about it a&gain"), self._unwaive)
        self.nothing_waits = label(
            tr("Everything that came out of your talk has a next step, or a reason for none.")
        )
        self.nothing_agreed = label(
            tr("Nothing is planned yet. Staying put is a full answer, too."), "muted"
        )
        self._build()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what *meeting* has come to."""
        self._meeting = meeting
        self.waiting.show_records(meeting.open_outcomes)
        self.agreed.show_records(meeting.actions)
        self.left.show_records(meeting.waivers)
        for group, there in (
            (self._waits, meeting.open_outcomes),
            (self._agreed_verbs, meeting.actions),
            (self._left_out, meeting.waivers),
        ):
            group.setVisible(bool(there))
        self.agreed.setVisible(bool(meeting.actions))
        self.nothing_waits.setVisible(not meeting.open_outcomes)
        self.nothing_agreed.setVisible(not meeting.actions)
        self._dress(self.agreed.place())
        self._fit()

    def _dress(self, place: int) -> None:
        """What is first cannot be more important, nor less what is last."""
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(self.agreed.model_.records()) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lists are as high as what is in them, and words wrap otherwise in another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Each list as high as its entries, with room on the page for its verbs."""
        for each in (self.waiting, self.agreed, self.left):
            line = each.fontMetrics().lineSpacing()
            room = max(_LEAST_ROOM * line, self.viewport().height() - _BESIDE * line)
            wanted = max(_FEWEST_LINES * line, min(each.height_of_all(), room))
            if each.height() != wanted:
                each.setFixedHeight(wanted)

    def advance(self) -> bool:
        """There is one page."""
        return False

    def has_next(self) -> bool:
        """There is one page."""
        return False

    def begin(self) -> None:
        """Put the focus on what waits, or on the way to an action."""
        waits = self._meeting is not None and bool(self._meeting.open_outcomes)
        (self.waiting if waits else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Nothing is typed here."""

    def _plan(self) -> None:
        if (found := self.waiting.current()) is not None:
            self.planned.emit(found)

    def _waive(self) -> None:
        if (found := self.waiting.current()) is not None:
            self.waived.emit(found)

    def _change(self) -> None:
        if (found := self.agreed.current()) is not None:
            self.changed.emit(found)

    def _remove(self) -> None:
        if (found := self.agreed.current()) is not None:
            self.removed.emit(found)

    def _rank(self, step: int) -> None:
        """Move the chosen action by *step* in the order of importance."""
        ids, at = [each.id for each in self.agreed.model_.records()], self.agreed.place()
        if 0 <= at < len(ids) and 0 <= at + step < len(ids):
            ids.insert(at + step, ids.pop(at))
            self.agreed.go(at + step)
            self.ranked.emit(ids)

    def _ask_files(self) -> None:
        if (found := self.agreed.current()) is not None:
            self.files_asked.emit(found)

    def _unwaive(self) -> None:
        if (found := self.left.current()) is not None:
            self.unwaived.emit(found)

    def _waiver_words(self, waiver: Waiver) -> str:
        if self._meeting is None:
            return waiver.because
        statement = self._meeting.framework.statements[waiver.statement]
        return f"{statement.text}\n{waiver.because}"

    def _build(self) -> None:
        self._waits = _group(self.waiting, self.answer, self.leave_be)
        self._agreed_verbs = flowing(self.change, self.up, self.down, self.files, self.remove)
        self._left_out = _group(
            label(tr("Talked about, with nothing to do for now"), "heading"), self.left, self.again
        )
        page = QWidget()
        in_column(
            label(tr("What came out of your talk and has no next step yet"), "heading"),
            self.nothing_waits,
            self._waits,
            8,
            label(tr("What you agree to do, the most important first"), "heading"),
            self.nothing_agreed,
            self.agreed,
            self._agreed_verbs,
            (self.add, Qt.AlignmentFlag.AlignLeft),
            self._left_out,
            Fill(),
            on=page,
            around=(0, 0, 8, 0),
        )
        self.waiting.entered.connect(self._plan)
        self.agreed.entered.connect(self._change)
        self.agreed.chosen.connect(self._dress)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def outcome_words(outcome: Outcome) -> str:
    """What came out, and of what."""
    return f"{outcome.statement.text}\n{reason_words(outcome.reason)}"


def reason_words(reason: Reason) -> str:
    """What an action comes from, in words to both."""
    return {
        Reason.DIFFERENCE: tr("You see this differently"),
        Reason.NEXT_LEVEL: tr("The role asks for more than you agreed on"),
        Reason.USE_MORE: tr("A wish to use it more"),
        Reason.LEARN_MORE: tr("A wish to learn more"),
    }[reason]


def action_words(action: PlanAction) -> str:
    """An action in the list: what, why, how, with whom, by when, who pays."""
    about = "; ".join(part for part in (about_words(action), cost_words(action)) if part)
    return "\n".join(part for part in (action.what, action.why, about) if part)


def _group(*widgets: QWidget) -> QWidget:
    """The list and its verbs: buttons side by side below it."""
    group = QWidget()
    rows = in_column(on=group)
    lists = [each for each in widgets if not isinstance(each, QPushButton)]
    for each in lists:
        rows.addWidget(each)
    rows.addWidget(flowing(*(each for each in widgets if isinstance(each, QPushButton))))
    return group
