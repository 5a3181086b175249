"""The question for what a person has to say of a qualification of theirs."""

import calendar
from datetime import date

from PySide6.QtWidgets import QSpinBox, QWidget

from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.domain.staff.record import HeldQualification, Holding
from lsadesk.ui.library.words import NOT_MANDATORY, holding_words
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.words import tr

_EARLIEST, _AHEAD = 1939, 20
_NOT_SAID = _EARLIEST
_ONLY_THE_YEAR = 0


def ask_holding(
    parent: QWidget, name: str, held: HeldQualification, today: date
) -> HeldQualification | None:
    """Ask how the person stands to it, since or until when, and what else they note."""
    question = Question(parent, tr("My details"), f"{name}. {tr(NOT_MANDATORY)}", tr("Save"))
    form = question.form
    states: list[tuple[str, object]] = [(holding_words(one), one) for one in Holding]
    state = form.choice(tr("How I stand to it"), states, held.state)
    written = form.text(
        tr("Its name on the paper"),
        held.as_written,
        hint=tr("As the certificate says it, where that is another name."),
    )
    year, month = _when(form, held.achieved, today)
    note = form.paragraph(tr("Note"), held.note)
    answer = None
    if question.answered():
        answer = HeldQualification(
            qualification=held.qualification,
            state=state.chosen_as(Holding),
            as_written=written.text().strip(),
            achieved=_rough(year.value(), month.chosen_as(int), held.achieved),
            note=note.toPlainText().strip(),
        )
    return answer


def _when(form: Form, achieved: RoughDate | None, today: date) -> tuple[QSpinBox, Choice]:
    """A year, perhaps with its month: people remember no more than that."""
    now = _NOT_SAID if achieved is None else achieved.day.year
    year = form.number(
        tr("Year"),
        now,
        _NOT_SAID,
        today.year + _AHEAD,
        hint=tr("When you had it, or when you hope to have it."),
    )
    year.setSpecialValueText(tr("not said"))
    months: list[tuple[str, object]] = [(tr("only the year"), _ONLY_THE_YEAR)]
    months += [(calendar.month_name[at], at) for at in range(1, 13)]
    known = achieved is not None and achieved.precision is not Precision.YEAR
    month = form.choice(tr("Month"), months, achieved.day.month if achieved and known else 0)
    return year, month


def _rough(year: int, month: int, before: RoughDate | None) -> RoughDate | None:
    """The date as it was said; a day that was known stays where year and month stay."""
    if year == _NOT_SAID:
        return None
    if before is not None and (before.day.year, before.day.month) == (year, month):
        return before
    if month == _ONLY_THE_YEAR:
        return RoughDate(date(year, 1, 1), Precision.YEAR)
    return RoughDate(date(year, month, 1), Precision.MONTH)
