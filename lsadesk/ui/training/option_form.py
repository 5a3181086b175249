"""Asking for a training that could be taken up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.auditing.skills import LEVEL_WORDS, SkillId
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.courses.training import OptionDetails
from lsadesk.domain.developing.development import Funder, Mode
from lsadesk.errors import UserError
from lsadesk.operations.courses import training
from lsadesk.operations.courses.training import TrainingBoard
from lsadesk.operations.typed import read_day, read_minutes, read_pence
from lsadesk.operations.typed_times import read_hours_of_day, span_words
from lsadesk.ui.development.words import funder_words, mode_words
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.laid import in_row
from lsadesk.ui.words import tr

T = TypeVar("T")
_LETTERS = 84


def ask_option(
    parent: QWidget, title: str, filled: OptionDetails, board: TrainingBoard, *, yes: str
) -> OptionDetails | None:
    """A training as it was typed over *filled*; None where it was cancelled."""
    question = OptionQuestion(parent, (title, yes), filled, board)
    return question.details if question.answered() else None


class OptionQuestion(Question):
    """Its name, and the skill or certificate it is for, have to be said; the rest may wait."""

    def __init__(
        self,
        parent: QWidget,
        words: tuple[str, str],
        filled: OptionDetails,
        board: TrainingBoard,
    ) -> None:
        super().__init__(parent, words[0], "", words[1])
        at_least(self, _LETTERS)
        self.details = filled
        self._top, self._left, self._right = self._forms = (Form(), Form(), Form())
        self._ask_what(filled, board)
        self._ask_how(filled)
        both = in_row(gap=24)
        for form in (self._left, self._right):
            form.stretch()
            both.addWidget(form, 1)
        self.body.addWidget(self._top)
        self.body.addLayout(both)
        self.ready = self._read_all
        self.name.setFocus()

    def _ask_what(self, filled: OptionDetails, board: TrainingBoard) -> None:
        levels = [(f"{at}, {words}", at) for at, words in enumerate(LEVEL_WORDS)]
        skills = sorted((name, skill) for skill, name in board.skills.items())
        courses = sorted((name, course) for course, name in board.courses.items())
        self.name = self._top.text(tr("What it is called"), filled.name, long=True)
        self.provider = self._left.text(tr("Who gives it"), filled.provider)
        self.skill = self._left.choice(
            tr("Raises the skill"), [(tr("none"), None), *skills], filled.skill
        )
        self.low = self._left.choice(tr("For people from"), levels, filled.from_level)
        self.high = self._left.choice(tr("Leads to"), levels, filled.to_level)
        self.course = self._left.choice(
            tr("Renews the certificate"), [(tr("none"), None), *courses], filled.course
        )
        self.mode = self._left.choice(
            tr("How"), [(mode_words(mode), mode) for mode in Mode], filled.mode
        )

    def _ask_how(self, filled: OptionDetails) -> None:
        self.cost = self._right.text(
            tr("Cost for one, in pounds"),
            f"{filled.cost_pence / 100:g}",
            hint=tr("0 where it is free."),
        )
        self.group = self._right.text(
            tr("Cost for the group, in pounds"),
            f"{filled.group_pence / 100:g}",
            hint=tr("Paid once, however many go; 0 where each is paid for."),
        )
        self.funder = self._right.choice(
            tr("Who pays"), [(funder_words(each), each) for each in Funder], filled.funder
        )
        self.release = self._right.text(
            tr("Time off timetable"),
            f"{filled.release_minutes / 60:g}",
            hint=tr("Hours, as 3 or 1:30."),
        )
        places = "" if filled.places is None else str(filled.places)
        self.places = self._right.text(
            tr("Places"), places, hint=tr("Leave empty for as many as like.")
        )
        self.dates = self._right.text(
            tr("Dates"),
            "; ".join(uk_date(day) for day in filled.dates),
            hint=tr("One or several to choose from: 3 Feb 2027; 10 Feb 2027."),
        )
        span = "" if filled.span is None else span_words(filled.span)
        self.span = self._right.text(
            tr("From when to when"), span, hint=tr("9.30-12.30; empty: all day.")
        )
        self.compliance = self._right.tick(
            tr("Asked for by law or by the college"), filled.compliance
        )
        self.joint = self._right.tick(tr("Teachers come too"), filled.joint)

    def _read_all(self) -> bool:
        for form in self._forms:
            form.clear_wrong()
        skill, course = self.skill.chosen(), self.course.chosen()
        cost = self._read(self.cost, read_pence)
        group = self._read(self.group, read_pence)
        release = self._read(self.release, read_minutes)
        typed = replace(
            self.details,
            name=self.name.text(),
            provider=self.provider.text(),
            skill=SkillId(skill) if isinstance(skill, int) else None,
            from_level=self.low.chosen_as(int),
            to_level=self.high.chosen_as(int),
            course=CourseId(course) if isinstance(course, int) else None,
            mode=self.mode.chosen_as(Mode),
            cost_pence=cost or 0,
            group_pence=group or 0,
            funder=self.funder.chosen_as(Funder),
            release_minutes=release or 0,
            places=self._read(self.places, _read_places),
            dates=self._read(self.dates, _read_dates) or (),
            span=self._read(self.span, read_hours_of_day),
            compliance=self.compliance.isChecked(),
            joint=self.joint.isChecked(),
        )
        if self._right.first_wrong() is not None:
            return False
        try:
            self.details = training.checked(typed)
        except UserError as error:
            self._top.wrong(self.name, str(error))
            return False
        return True

    def _read(self, field: QLineEdit, reader: Callable[[str], T]) -> T | None:
        return self._right.read(field, reader)


def _read_places(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or int(text) < 1:
        raise UserError(tr("Say how many places there are, in figures."))
    return int(text)


def _read_dates(text: str) -> tuple[date, ...]:
    parts = [part for part in text.split(";") if part.strip()]
    found = [read_day(part) for part in parts]
    return tuple(sorted({day for day in found if day is not None}))
