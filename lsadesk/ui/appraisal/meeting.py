"""The meeting: two people at one screen, in eight steps from last year to two signatures."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.appraisal import (
    Appraisal,
    AppraisalId,
    Line,
    Stage,
    alike,
    differences,
    not_settled,
    strengths,
    unknowns,
)
from lsadesk.domain.developing.attached import of_appraisal, of_line
from lsadesk.domain.developing.development import (
    PlanAction,
)
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import meetings
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.appraisal.agreeing import Agreeing
from lsadesk.ui.appraisal.differences import Difference, both_words, entry_words
from lsadesk.ui.appraisal.look import Look, wishes_words
from lsadesk.ui.appraisal.looking_back import LookBack, looked_words
from lsadesk.ui.appraisal.moving import MovesStep
from lsadesk.ui.appraisal.planning import PlanStep
from lsadesk.ui.appraisal.prompts import Asked, PromptPage, asked_words
from lsadesk.ui.appraisal.signing import SignStep
from lsadesk.ui.appraisal.since_last import show_since
from lsadesk.ui.appraisal.steps import Steps
from lsadesk.ui.appraisal.walk import Walk
from lsadesk.ui.appraisal.wording import on_day
from lsadesk.ui.development.files import files_words, show_files
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.words import tr

T = TypeVar("T")
SIGNING = 7  # the place of the last step


class MeetingPage(Steps):
    """Shows nobody's data but this person's; what is said here is kept as it is said.

    Emits `talking(meeting)` where two want to talk about the person's path.
    """

    talking = Signal(object)

    def __init__(self, context: TabContext) -> None:
        self._context = context
        self._meeting: Meeting | None = None
        self.look_back, self.strength = LookBack(context.desk.today), Look(_strength_question())
        self.difference, self.wish = Difference(), Look(_wish_question())
        self.prompt = PromptPage()
        self.backs: Walk[PlanAction] = Walk(
            tr("What was agreed last time"),
            looked_words,
            self.look_back,
            nothing=tr("There is nothing from an earlier appraisal here to look back on."),
        )
        self.strengths: Walk[Line] = Walk(
            tr("Strengths"),
            self._strength_words,
            self.strength,
            nothing=tr("Neither of you has named a strength at level Independently yet."),
        )
        self.differences: Walk[Line] = Walk(
            tr("Differences"),
            self._difference_words,
            self.difference,
            nothing=tr("You see everything alike: there is nothing to settle here."),
        )
        self.wishes: Walk[Line] = Walk(
            tr("Wishes"),
            self._wish_words,
            self.wish,
            nothing=tr("No wishes were noted. Staying put is a full answer."),
        )
        self.prompts: Walk[Asked] = Walk(
            tr("Prompts"), asked_words, self.prompt, nothing=tr("There are no prompts.")
        )
        self.since = button("", self._show_since)
        self.backs.top.addWidget(self.since)
        self.path = button(tr("Talk about the &path..."), self._talk)
        self.prompts.top.addWidget(self.path)
        self.plan, self.moves = PlanStep(), MovesStep()
        self.signing = SignStep(context)
        every = (
            self.backs,
            self.strengths,
            self.differences,
            self.wishes,
            self.prompts,
            self.plan,
            self.moves,
            self.signing,
        )
        super().__init__(_titles(), every, every)
        self.agreeing = Agreeing(self, context, self.saved)
        self.alike = button("", self.agreeing.settle_alike)
        self.differences.top.addWidget(self.alike)
        self.others = button(tr("The &rest was not discussed"), self._pass_over)
        self.prompts.top.insertWidget(self.prompts.top.indexOf(self.path), self.others)
        self._say()
        self._connect()

    def open(self, wanted: AppraisalId, *, signing: bool = False) -> None:
        """Show *wanted* from its first step, from where it was left, or where it is signed."""
        again = wanted == self.agreeing.wanted
        self._meeting = None
        self.agreeing.open(wanted)
        self.saved.clear()
        if signing or not again:
            self.go(SIGNING if signing else 0)
        self.refresh()

    def refresh(self) -> None:
        """Read the meeting again; the step and the entry stay."""
        if (wanted := self.agreeing.wanted) is not None:
            self._context.read(
                lambda desk: meetings.meeting(desk, wanted),
                self._show,
                on_error=self._refused,
                owner=self,
            )

    def _show(self, meeting: Meeting) -> None:
        first, self._meeting = self._meeting is None, meeting
        self.agreeing.person = meeting.appraisal.person
        self.who.setText(tr("{name} with {other}", name=meeting.name, other=meeting.appraiser))
        self.told.setText(_held(meeting.appraisal))
        self.files.setText(files_words(len(meeting.files)))
        self.typed_in.setText(meeting.typed_in)
        self.typed_in.setVisible(bool(meeting.typed_in))
        is_open = meeting.may_change and meeting.appraisal.stage is Stage.MEETING
        for step in (*self._walks(), self.plan, self.moves):
            step.setEnabled(is_open)
        self.backs.show_records(meeting.last_actions)
        written = len(meeting.seen) + len(meeting.notes)
        self.since.setText(tr("Wr&itten since last time: {number}...", number=written))
        self.since.setVisible(written > 0)
        self.strengths.show_records(strengths(meeting.lines))
        self.differences.show_records((*differences(meeting.lines), *unknowns(meeting.lines)))
        self._offer_alike(meeting)
        self.wishes.show_records([line for line in meeting.lines if wishes_words(line)])
        self.prompts.show_records(
            [Asked(each, meeting.answers.get(each.id)) for each in meeting.prompts]
        )
        self.others.setVisible(len(meeting.answers) < len(meeting.prompts))
        for step in (self.plan, self.moves, self.signing):
            step.show_meeting(meeting)
        self.dress()
        if first:
            self.begin()

    def _go_to_what_is_left(self, place: int) -> None:
        """The step at *place*, at the first of what is still to be talked about in it."""
        if (meeting := self._meeting) is not None:
            left = {line.statement.id for line in not_settled(meeting.lines)}
            self.differences.go_to(lambda line: line.statement.id in left)
            self.prompts.go_to(lambda asked: asked.answer is None)
        self.go(place)
        self.begin()

    def _walks(self) -> tuple[QWidget, ...]:
        return (self.backs, self.strengths, self.differences, self.wishes, self.prompts)

    def _say(self) -> None:
        """What each step is about, above it."""
        for walk, words in (
            (self.backs, tr("What became of what you agreed last time?")),
            (
                self.strengths,
                tr("What you see as a strength, both of you first. Begin with these."),
            ),
            (
                self.differences,
                tr(
                    "Where you see it differently, the largest difference first. Neither of you "
                    "has to be right."
                ),
            ),
            (self.wishes, tr("What is wished for: to use more, or to learn more.")),
            (self.prompts, tr("What else there is to talk about. Leaving something out is fine.")),
        ):
            walk.intro.setText(words)

    def _connect(self) -> None:
        self.backs.shown.connect(self.look_back.show_action)
        self.strengths.shown.connect(lambda line: self._show_line(self.strength, line))
        self.differences.shown.connect(lambda line: self._show_line(self.difference, line))
        self.wishes.shown.connect(lambda line: self._show_line(self.wish, line))
        self.prompts.shown.connect(self.prompt.show_asked)
        self.look_back.told.connect(self.agreeing.look_back)
        self.difference.settled.connect(self.agreeing.settle)
        self.difference.levels.entered.connect(self.next.click)
        self.difference.unsettled.connect(self.agreeing.unsettle)
        self.prompt.answered.connect(self.agreeing.answer)
        self.prompt.reopened.connect(self.agreeing.unanswer)
        for detail in (self.strength, self.difference, self.wish):
            detail.planned.connect(self.agreeing.plan_line)
        self.plan.planned.connect(self.agreeing.plan_outcome)
        self.plan.changed.connect(self.agreeing.change_action)
        self.plan.removed.connect(self.agreeing.remove_action)
        self.plan.waived.connect(self.agreeing.waive)
        self.plan.unwaived.connect(self.agreeing.unwaive)
        self.moves.proposed.connect(self.agreeing.propose)
        self.moves.withdrawn.connect(self.agreeing.withdraw)
        self.plan.files_asked.connect(self._show_files_of)
        self.plan.ranked.connect(self.agreeing.rank)
        self.signing.going.connect(self._go_to_what_is_left)
        self.asked_files.connect(self._show_files)

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "refused")
        self.left.emit()

    def _talk(self) -> None:
        if self._meeting is not None:
            self.flush()
            self.talking.emit(self._meeting)

    def _show_since(self) -> None:
        if self._meeting is not None:
            show_since(self, self._meeting)

    def _show_files(self) -> None:
        if self._meeting is not None:
            self.flush()
            show_files(self, self._context, of_appraisal(self._meeting.appraisal))

    def _show_files_of(self, action: PlanAction) -> None:
        show_files(self, self._context, of_line(action))

    def _pass_over(self) -> None:
        self.flush()  # the prompt that is half typed has been discussed
        self.agreeing.pass_over()

    def _offer_alike(self, meeting: Meeting) -> None:
        """What both said the same is agreed by one press, and stands in the record so."""
        same = sum(line.settled is None for line in alike(meeting.lines))
        self.alike.setVisible(bool(same))
        self.alike.setText(
            tr("Agree on the one that you rated the &same")
            if same == 1
            else tr("Agree on all {number} that you rated the &same", number=same)
        )

    def _show_line(self, detail: Look | Difference, line: Line) -> None:
        if self._meeting is not None:
            detail.show_line(line, self._meeting)

    def _strength_words(self, line: Line) -> str:
        if self._meeting is None:
            return line.statement.text
        return both_words(line, _first(self._meeting.name), _first(self._meeting.appraiser))

    def _difference_words(self, line: Line) -> str:
        if self._meeting is None:
            return line.statement.text
        return entry_words(line, _first(self._meeting.name), _first(self._meeting.appraiser))

    def _wish_words(self, line: Line) -> str:
        return f"{line.statement.text}\n{wishes_words(line)}"


def _held(appraisal: Appraisal) -> str:
    """The day it is held for, and which version it is where it is not the first."""
    day, number = on_day(appraisal.cycle), appraisal.number
    return day if number == 1 else tr("{day}, version {number}", day=day, number=number)


def _titles() -> tuple[str, ...]:
    return (
        tr("Look back"),
        tr("Strengths"),
        tr("Differences"),
        tr("Wishes"),
        tr("Prompts"),
        tr("Plan"),
        tr("Points and level"),
        tr("Check and sign"),
    )


def _first(name: str) -> str:
    return name.partition(" ")[0]


def _strength_question() -> str:
    return tr("What would make more of this? Helping others learn it, for example.")


def _wish_question() -> str:
    return tr("What could come of this wish?")
