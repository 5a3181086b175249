"""The questions behind "exempt" and "suspended", which need a reason."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.skills import Exempt, Suspended
from lsadesk.ui.widgets.ask import Question, ask_text
from lsadesk.ui.words import tr

NO_HEALTH = "Whoever sees the audit reads it: nothing about health. That has a place on the record."


def ask_exempt(parent: QWidget) -> Exempt | None:
    """Ask why somebody is excused from a skill."""
    reason = ask_text(
        parent, tr("Exempt from this skill"), tr("Reason"), hint=tr(NO_HEALTH), yes=tr("Exempt")
    )
    return None if reason is None else Exempt(reason)


def ask_suspended(parent: QWidget) -> Suspended | None:
    """Ask why, and until when, a skill is not to be used."""
    sentence = tr("The skill is kept on record but is not to be used for now.")
    question = Question(parent, tr("Suspend this skill"), sentence, tr("Suspend"))
    form = question.form
    reason = form.text(tr("Reason"), hint=tr(NO_HEALTH))
    open_end = form.tick(tr("Until somebody says otherwise"), True)
    until = form.day(tr("Until, with that day"), QDate.currentDate().addMonths(1))
    until.setEnabled(False)
    open_end.toggled.connect(lambda ticked: until.setEnabled(not ticked))
    question.yes.setEnabled(False)
    reason.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    suspended = None
    if question.answered():
        day = None if open_end.isChecked() else until.date().toPython()
        suspended = Suspended(day, reason.text().strip())  # type: ignore[arg-type]  # the stub says object
    return suspended
