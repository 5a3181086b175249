"""Taking the week away: timetables, calendars and a workbook, for one, some or all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetables import Choosable, Timetable, Whose
from lsadesk.operations.desk import Desk
from lsadesk.operations.files import FileToWrite
from lsadesk.operations.weeks import taking_calendars, taking_weeks, week_book
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.batch import Batch, save_all
from lsadesk.ui.taking.saving import Saving, save
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.some import Some
from lsadesk.ui.words import tr

Choices = Mapping[Whose, Sequence[Choosable]]


class What(Enum):
    """What is taken away."""

    EACH = "a PDF each"
    BOOK = "one PDF"
    CALENDAR = "calendar files"
    WEEK = "a workbook"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The answer; *chosen* None: all of them."""

    what: What
    whose: Whose
    chosen: list[str] | None
    big: bool
    learners: bool


def take_away(context: TabContext, parent: QWidget, plan: PlanLabel, saving: Saving) -> None:
    """Ask what of *plan* is to be taken away, and write it; *saving* has the page's notice."""

    def ask(choices: Choices) -> None:
        question = TakeAway(parent, choices)
        wanted = question.wanted() if question.answered() else None
        if wanted is not None:
            if wanted.what is What.WEEK:
                _save_week(saving, parent, plan)
            elif wanted.what is What.BOOK:
                _save_book(saving, parent, plan, wanted)
            elif wanted.what is What.CALENDAR:
                save_all(context, parent, _calendars(wanted))
            else:
                save_all(context, parent, _timetables(plan.id, wanted))

    context.read(lambda desk: taking_weeks.choices(desk, plan.id), ask, owner=parent)


class TakeAway(Question):
    """What, whose, which of them, and how it looks."""

    def __init__(self, parent: QWidget, choices: Choices) -> None:
        super().__init__(
            parent,
            tr("Take away"),
            tr("A learner stands on paper by reference or initials, and never with a need."),
            tr("&Save..."),
        )
        self._choices = choices
        form = self.form
        self.what = form.choice(tr("&What"), _what_words(), What.EACH)
        self.whose = form.choice(tr("W&hose"), _whose_words(), Whose.LSA)
        hint = tr("Space ticks a name. None ticked: all of them.")
        self.some = form.add(tr("Which &of them"), Some(tr("Names")), hint=hint)
        self.big = form.tick(tr("&Large print (18 point)"))
        self.learners = form.tick(tr("Name &learners by reference on LSAs' own"))
        self.what.currentIndexChanged.connect(lambda _at: self._fit_what())
        self.whose.currentIndexChanged.connect(lambda _at: self._fit_whose())
        self._fit_whose()

    def wanted(self) -> Wanted:
        """What was asked for."""
        return Wanted(
            self.what.chosen_as(What),
            self.whose.chosen_as(Whose),
            self.some.ticked(),
            self.big.isChecked() and self.big.isEnabled(),
            self.learners.isChecked() and self.learners.isEnabled(),
        )

    def _fit_what(self) -> None:
        """Only paper can be in large print; a workbook holds everybody."""
        what = self.what.chosen_as(What)
        self.big.setEnabled(what in (What.EACH, What.BOOK))
        for part in (self.whose, self.some):
            part.setEnabled(what is not What.WEEK)
        self._fit_whose()

    def _fit_whose(self) -> None:
        whose = self.whose.chosen_as(Whose)
        self.some.offer([(each.name, each.key) for each in self._choices[whose]])
        is_week = self.what.chosen_as(What) is What.WEEK
        self.learners.setEnabled(whose is Whose.LSA and not is_week)


def save_own_timetable(context: TabContext, parent: QWidget) -> None:
    """Ask where to, and write the timetable of whoever is signed in."""
    _save_own(context, parent, tr("My timetable"), ".pdf", taking_weeks.export_timetable_of)


def save_own_calendar(context: TabContext, parent: QWidget) -> None:
    """Ask where to, and write the calendar of whoever is signed in."""
    _save_own(context, parent, tr("My calendar"), ".ics", taking_calendars.export_calendar_of)


def _save_own(
    context: TabContext,
    parent: QWidget,
    title: str,
    ending: str,
    export: Callable[[Desk, PersonId, Path], Done[None]],
) -> None:
    def write(desk: Desk, path: Path) -> Done[None]:
        me = desk.person
        return Done(None, NOTHING) if me is None else export(desk, me, path)

    save(context, parent, title, write, ending=ending)


def _save_book(saving: Saving, parent: QWidget, plan: PlanLabel, wanted: Wanted) -> None:
    saving.write_long(
        f"{tr('Timetables')}, {_named(plan)}",
        lambda desk: _taken(desk, plan.id, wanted),
        partial(taking_weeks.write_timetable_book, big=wanted.big),
        back=parent,
    )


def _save_week(saving: Saving, parent: QWidget, plan: PlanLabel) -> None:
    saving.write_long(
        _named(plan),
        lambda desk: week_book.take_week(desk, plan.id),
        week_book.write_week_book,
        back=parent,
        ending=".xlsx",
    )


def _named(plan: PlanLabel) -> str:
    """Week A, Smaller teams: so that no file is written over that of another plan."""
    return ", ".join(
        part for part in (f"{tr('Week')} {plan.week.value}".strip(), plan.name) if part
    )


def _timetables(plan: int, wanted: Wanted) -> Batch:
    def gather(desk: Desk) -> Done[list[FileToWrite]]:
        done = _taken(desk, plan, wanted)
        return Done(taking_weeks.files_of(done.result, big=wanted.big), done.changes)

    return Batch(
        title=tr("Timetables as PDF"),
        folder=tr("Timetables"),
        one=tr("timetable"),
        many=tr("timetables"),
        gather=gather,
    )


def _calendars(wanted: Wanted) -> Batch:
    return Batch(
        title=tr("Calendar files"),
        folder=tr("Calendars"),
        one=tr("calendar"),
        many=tr("calendars"),
        gather=lambda desk: taking_calendars.take_calendars(
            desk, wanted.whose, wanted.chosen, learners=wanted.learners
        ),
    )


def _taken(desk: Desk, plan: int, wanted: Wanted) -> Done[list[Timetable]]:
    return taking_weeks.take_timetables(
        desk, plan, wanted.whose, wanted.chosen, learners=wanted.learners
    )


def _what_words() -> list[tuple[str, object]]:
    return [
        (tr("Timetables, a PDF each"), What.EACH),
        (tr("Timetables, one PDF to print"), What.BOOK),
        (tr("Calendar files, by what is published"), What.CALENDAR),
        (tr("Whole week as Excel, to change and bring back"), What.WEEK),
    ]


def _whose_words() -> list[tuple[str, object]]:
    words = {
        Whose.LSA: tr("LSAs"),
        Whose.LEARNER: tr("Learners"),
        Whose.TEACHER: tr("Teachers"),
        Whose.ROOM: tr("Rooms"),
        Whose.SITE: tr("Sites"),
    }
    return [(said, whose) for whose, said in words.items()]
