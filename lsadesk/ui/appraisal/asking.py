"""What the appraisal's pages ask for in a dialog: days, reasons, another appraiser."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.staff.people import Colleague
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.people_picker import PeoplePicker
from lsadesk.ui.widgets.writing import Writing
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class Begun:
    """What it takes to begin an appraisal; *appraiser* None: whoever usually does it."""

    cycle: date
    appraiser: PersonId | None


def ask_begin(
    parent: QWidget,
    usual: str,
    colleagues: Sequence[Colleague],
    today: date,
    *,
    has_account: bool,
) -> Begun | None:
    """When the appraisal is to be held, and by whom; *usual* is who it would be.

    Who is appraised rates too where they have an account.
    """
    both = tr(
        "Both of you then rate alone, in your own time. Neither sees what the other said "
        "before you open the meeting."
    )
    one = tr("The appraiser then rates alone, and both of you talk it over in the meeting.")
    question = Question(
        parent, tr("Begin the appraisal"), both if has_account else one, tr("Begin")
    )
    form = question.form
    day = form.day(tr("To be held on"), _qdate(today))
    who = form.add(
        tr("Appraiser"),
        PeoplePicker(),
        hint=tr("Left empty: {name}.", name=usual or tr("you")),
    )
    who.offer(colleagues)
    return Begun(_date(day.date()), who.chosen()) if question.answered() else None


def ask_appraiser(parent: QWidget, colleagues: Sequence[Colleague]) -> PersonId | None:
    """Who is to be the appraiser instead."""
    question = Question(
        parent,
        tr("Name another appraiser"),
        tr("What the first appraiser has rated goes: the new one rates from the start."),
        tr("Name"),
    )
    form = question.form
    who = form.add(tr("Appraiser"), PeoplePicker())
    who.offer(colleagues)
    return who.chosen() if question.answered() else None


def ask_paper_day(parent: QWidget, title: str, name: str) -> date | None:
    """A day, today to begin with."""
    question = Question(parent, title, "", tr("OK"))
    form = question.form
    field = form.day(name, QDate.currentDate())
    return _date(field.date()) if question.answered() else None


def ask_reason(
    parent: QWidget, title: str, sentence: str, name: str, *, value: str = "", yes: str
) -> str | None:
    """A few lines in one's own words; never empty."""
    question = Question(parent, title, sentence, yes)
    form = question.form
    field = form.add(name, Writing(name))
    field.fill(value)
    field.textChanged.connect(lambda: question.yes.setEnabled(bool(field.toPlainText().strip())))
    question.yes.setEnabled(bool(value))
    return field.toPlainText().strip() if question.answered() else None


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
