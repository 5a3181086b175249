"""Asking who is signed off for what with a learner, by whom and until when."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.planning import LearnerSignOff
from lsadesk.operations.typed import read_day
from lsadesk.operations.weeks.support import Support
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.days import day_words
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.names import read_names
from lsadesk.ui.widgets.suggesting import suggest_any
from lsadesk.ui.widgets.until_read import answer_to
from lsadesk.ui.words import tr


def ask_sign_off(
    parent: QWidget, learner: Learner, around: Support, renewed: LearnerSignOff | None
) -> LearnerSignOff | None:
    """A sign-off for *learner*, begun from *renewed*; None where it was cancelled."""
    question = Question(
        parent,
        tr("Sign somebody off"),
        tr(
            "For {reference} only. It counts for this task with this learner.",
            reference=learner.reference,
        ),
        tr("Sign off"),
    )
    fields = _Fields(learner, around, renewed)
    question.body.addWidget(fields.form)
    return answer_to(question, fields.typed, fields.form)


class _Fields:
    """Task, person, who says so, from when and until when."""

    def __init__(self, learner: Learner, around: Support, renewed: LearnerSignOff | None) -> None:
        self._learner, self._around = learner, around
        self.form = form = Form()
        usual = sorted(learner.tasks)
        self.task = form.text(
            tr("Task"), renewed.task if renewed else usual[0] if len(usual) == 1 else ""
        )
        self.person = form.text(
            tr("Who is signed off"), around.staff.get(renewed.person, "") if renewed else ""
        )
        self.by = form.text(
            tr("Signed off by"), hint=tr("The nurse, therapist or trainer who watched it done.")
        )
        self.day = form.text(tr("On"), day_words(around.today))
        self.until = form.text(tr("Until"), hint=tr("As 3 Feb 2027. Empty: no end."))
        suggest_any(self.task, usual)
        suggest_any(self.person, around.staff.values())
        suggest_any(self.by, {each.signed_by for each in around.sign_offs})

    def typed(self) -> LearnerSignOff:
        """What the fields say; what cannot be read is said beside its field."""
        form = self.form
        task, by = self.task.text().strip(), self.by.text().strip()
        chosen = form.read(self.person, read_names(self._around.staff)) or frozenset()
        signed_on = form.read(self.day, read_day) or self._around.today
        until = form.read(self.until, read_day)
        if not task:
            form.wrong(self.task, tr("Say which task it is."))
        if len(chosen) != 1 and not self.person.property("wrong"):
            form.wrong(self.person, tr("Choose one person."))
        if not by:
            form.wrong(self.by, tr("Say who signed it off."))
        if until is not None and until < signed_on:
            form.wrong(self.until, tr("It ends before it was given."))
        return LearnerSignOff(
            learner=self._learner.id,
            task=task,
            person=next(iter(chosen), PersonId(0)),
            signed_by=by,
            signed_on=signed_on,
            until=until,
        )
