"""Asking for a placement, and for what is written on the way."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lsadesk.domain.placements.placements import (
    ASKED,
    LONGEST_WAY,
    QUESTIONS,
    EntryDetails,
    EntryKind,
    PlacementDetails,
    hours_words,
    tidied,
    wrong_with,
    wrong_with_entry,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.operations.placements.placements import Placements
from lsadesk.operations.typed import read_day
from lsadesk.operations.typed_times import read_days_and_hours
from lsadesk.ui.placements.words import kind_words
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.days import day_words
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.until_read import answer_to, side_by_side
from lsadesk.ui.words import tr

_SHORT = frozenset({"visited_by", "agreed_with"})
_LETTERS, _LINES = 60, 5


def ask_placement(
    parent: QWidget, around: Placements, filled: PlacementDetails | None
) -> PlacementDetails | None:
    """A placement as it was typed, over *filled* if there is one; None where it was cancelled."""
    adding = filled is None
    question = Question(
        parent,
        tr("Add a placement") if adding else tr("Change a placement"),
        tr("The learner stands by reference. Write what helps, never a diagnosis."),
        tr("Add") if adding else tr("Save"),
    )
    fields = _Fields(around, filled)
    side_by_side(question, fields.left, fields.right)
    return answer_to(question, fields.typed, fields.left, fields.right)


def ask_entry(
    parent: QWidget, today: date, filled: EntryDetails, heading: str
) -> EntryDetails | None:
    """An entry as it was typed over *filled*; None where it was cancelled.

    *heading* says whose it is.
    """
    question = Question(parent, kind_words(filled.kind), heading, tr("Save"))
    form = question.form
    of_week = filled.kind is EntryKind.FEEDBACK
    day = form.text(
        tr("A day of the week it is about") if of_week else tr("Day"),
        day_words(filled.on),
        hint=tr("As 3 Feb 2027."),
    )
    lines = {
        name: form.text(tr(QUESTIONS[name]), getattr(filled, name))
        for name in ASKED[filled.kind]
        if name in _SHORT
    }
    longer = {
        name: form.paragraph(tr(QUESTIONS[name]), getattr(filled, name))
        for name in ASKED[filled.kind]
        if name not in _SHORT
    }
    _few_lines(*longer.values())
    question.setMinimumWidth(_LETTERS * question.fontMetrics().averageCharWidth())

    def typed() -> EntryDetails:
        said = {name: field.text() for name, field in lines.items()}
        said |= {name: field.toPlainText() for name, field in longer.items()}
        on = form.read(day, read_day)
        if on is None and not day.property("wrong"):
            form.wrong(day, tr("Say which day it was."))
        entry = tidied(EntryDetails(kind=filled.kind, on=on or today, **said))
        _say(form, {"on": day, **lines, **longer}, wrong_with_entry(entry, today))
        return entry

    return answer_to(question, typed, form)


class _Fields:
    """Who, where and when on the left; what it is about on the right."""

    def __init__(self, around: Placements, filled: PlacementDetails | None) -> None:
        self._today = around.today
        self.left, self.right = Form(), Form()
        blank = PlacementDetails(
            learner=LearnerId(0), place="", starts=around.today, ends=around.today
        )
        self._where(self.left, filled or blank, around, is_new=filled is None)
        self._beside(self.right, filled or blank, around)

    def _where(
        self, form: Form, filled: PlacementDetails, around: Placements, *, is_new: bool
    ) -> None:
        learners = sorted((name, who) for who, name in around.learners.items())
        self.learner = form.choice(tr("Learner"), learners, filled.learner)
        self.place = form.text(tr("Employer or place"), filled.place)
        self.contact = form.text(
            tr("Whom to ask there"), filled.contact, hint=tr("A name with a number or address.")
        )
        starts, ends = (None, None) if is_new else (filled.starts, filled.ends)
        self.starts = form.text(tr("From"), day_words(starts), hint=tr("As 3 Feb 2027."))
        self.ends = form.text(tr("Until"), day_words(ends), hint=tr("As 26 Mar 2027."))
        self.hours = form.text(
            tr("Days and hours"),
            hours_words(filled.hours),
            hint=tr(
                "As Tue, Thu 9.30-15.00; Fri 10-12. The plan leaves the LSA out of college then."
            ),
        )

        self.way = form.number(
            tr("Minutes on the way"),
            filled.way_minutes,
            0,
            LONGEST_WAY,
            hint=tr("From college, and as long back: kept free of sessions. 0: they go from home."),
        )

    def _beside(self, form: Form, filled: PlacementDetails, around: Placements) -> None:
        staff = sorted((name, who) for who, name in around.staff.items())
        self.lsa = form.choice(
            tr("LSA beside the learner"),
            [(tr("nobody"), None), *staff],
            filled.lsa,
            hint=tr("They read this placement, and write visits, feedback and the end report."),
        )
        self.visit_on = form.text(
            tr("Next visit"), day_words(filled.visit_on), hint=tr("Empty: none is arranged.")
        )
        self.does = form.paragraph(tr("What the learner does there"), filled.does)
        self.helps = form.paragraph(
            tr("What helps"),
            filled.helps,
            hint=tr("What whoever is with them needs to know, in short."),
        )
        _few_lines(self.does, self.helps)

    def typed(self) -> PlacementDetails:
        """What the fields say; what cannot be read is said beside its field."""
        form = self.left
        starts, ends = form.read(self.starts, read_day), form.read(self.ends, read_day)
        for field, day in ((self.starts, starts), (self.ends, ends)):
            if day is None and not field.property("wrong"):
                form.wrong(field, tr("Write a day, as 3 Feb 2027."))
        lsa = self.lsa.chosen()
        wanted = PlacementDetails(
            learner=LearnerId(self.learner.chosen_as(int)),
            place=self.place.text().strip(),
            contact=self.contact.text().strip(),
            does=self.does.toPlainText().strip(),
            starts=starts or ends or self._today,
            ends=ends or starts or self._today,
            hours=form.read(self.hours, read_days_and_hours) or {},
            way_minutes=self.way.value(),
            visit_on=self.right.read(self.visit_on, read_day),
            lsa=PersonId(lsa) if isinstance(lsa, int) else None,
            helps=self.helps.toPlainText().strip(),
        )
        wrong = wrong_with(wanted)
        lines = {
            "place": self.place,
            "contact": self.contact,
            "ends": self.ends,
            "hours": self.hours,
            "way_minutes": self.way,
        }
        _say(self.left, lines, wrong)
        beside = {"visit_on": self.visit_on, "does": self.does, "helps": self.helps}
        _say(self.right, beside, wrong)
        return wanted


def _say(form: Form, fields: Mapping[str, QWidget], wrong: Mapping[str, str]) -> None:
    """Say beside each of *fields* what is *wrong* with it."""
    for name, field in fields.items():
        if name in wrong:
            form.wrong(field, tr(wrong[name]))


def _few_lines(*fields: QPlainTextEdit) -> None:
    """Room for some lines; more scroll."""
    for field in fields:
        field.setMaximumHeight(_LINES * field.fontMetrics().lineSpacing())
