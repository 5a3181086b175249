"""Asking for terms and closures, bank holidays, journeys and planning times."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import Weekday, minute_of, uk_date
from lsadesk.domain.deployment.model import Meeting
from lsadesk.domain.staff.people import SiteId
from lsadesk.domain.weeks.terms import Period
from lsadesk.operations.typed import read_day
from lsadesk.operations.typed_times import read_hours_of_day
from lsadesk.operations.weeks.college_year import LONGEST_JOURNEY, YearAndSites
from lsadesk.ui.planned_for.words import day_name
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.days import day_words
from lsadesk.ui.widgets.numbers import read_number
from lsadesk.ui.widgets.several import Several
from lsadesk.ui.widgets.suggesting import suggest_any
from lsadesk.ui.widgets.until_read import answer_to
from lsadesk.ui.words import tr


def ask_period(parent: QWidget, title: str, filled: Period | None) -> Period | None:
    """A term or closure with its name and days; None where it was cancelled."""
    question = Question(parent, title, "", tr("Save"))
    form = question.form
    name = form.text(tr("What it is called"), "" if filled is None else filled.name)
    starts = form.text(
        tr("First day"),
        day_words(None if filled is None else filled.starts),
        hint=tr("As 3 Feb 2027."),
    )
    ends = form.text(
        tr("Last day"),
        day_words(None if filled is None else filled.ends),
        hint=tr("Empty: that one day."),
    )

    def typed() -> Period:
        first, last = form.read(starts, read_day), form.read(ends, read_day)
        if first is None and not starts.property("wrong"):
            form.wrong(starts, tr("Say on which day it begins."))
        if first is not None and last is not None and last < first:
            form.wrong(ends, tr("It ends before it starts."))
        begins = first or date.max
        return Period(begins, last or begins, name.text().strip())

    return answer_to(question, typed, form)


def ask_holidays(parent: QWidget, offered: Sequence[Period]) -> list[Period] | None:
    """Which of *offered* the college is closed on; None where it was cancelled."""
    question = Question(
        parent,
        tr("Bank holidays in your terms"),
        tr("Of England and Wales, as gov.uk has them. Untick those on which you are open."),
        tr("Close on these days"),
    )
    days = [
        (f"{each.starts:%a} {uk_date(each.starts)}: {each.name}", str(each.starts))
        for each in offered
    ]
    field = Several(days, [day for _, day in days])
    field.setAccessibleName(tr("Bank holidays"))
    question.body.addWidget(field)
    ticked = field.ticked() if question.answered() else None
    return None if ticked is None else [each for each in offered if str(each.starts) in ticked]


def ask_week_a(parent: QWidget, known: date | None) -> tuple[date | None] | None:
    """A day in some week A, in a tuple of its own: it may be none. None: cancelled."""
    question = Question(
        parent,
        tr("Which week is A?"),
        tr("Weeks A and B then take turns; a week in which you are closed is neither."),
        tr("Save"),
    )
    form = question.form
    field = form.text(
        tr("Any day in a week A"),
        day_words(known),
        hint=tr("As 3 Feb 2027. Empty: the timetable has one week only."),
    )
    return answer_to(question, lambda: (form.read(field, read_day),), form)


def ask_journey(parent: QWidget, between: str, minutes: int | None) -> tuple[int | None] | None:
    """Minutes between two sites, in a tuple of its own: they may be none. None: cancelled."""
    question = Question(parent, tr("How long is the way?"), between, tr("Save"))
    form = question.form
    field = form.text(
        tr("Minutes from door to door"),
        "" if minutes is None else str(minutes),
        hint=tr("With parking and walking. Empty: not known, 20 minutes are assumed."),
    )

    def typed() -> tuple[int | None]:
        wanted = form.read(field, read_number)
        if wanted is not None and wanted > LONGEST_JOURNEY:
            form.wrong(field, tr("At most {most} minutes.", most=LONGEST_JOURNEY))
        return (wanted,)

    return answer_to(question, typed, form)


def ask_planning_time(
    parent: QWidget, around: YearAndSites, like: Meeting | None
) -> Meeting | None:
    """A time at which a teacher can plan with LSAs; None where it was cancelled."""
    question = Question(
        parent,
        tr("A time to plan together"),
        tr("The planner leaves it free for whoever supports this teacher, where it can."),
        tr("Save"),
    )
    form = question.form
    teacher = form.text(tr("Teacher"), "" if like is None else like.teacher)
    day = form.choice(
        tr("Day"), [(day_name(each), each) for each in Weekday], None if like is None else like.day
    )
    hours = form.text(tr("From and to"), hint=tr("As 15.30-16.15."))
    places: list[tuple[str, object]] = [(tr("anywhere"), None)]
    places += [(site.name, site.id) for site in around.sites]
    site = form.choice(tr("Where"), places, None if like is None else like.site)
    suggest_any(teacher, around.teachers)

    def typed() -> Meeting | None:
        who, span = teacher.text().strip(), form.read(hours, read_hours_of_day)
        if not who:
            form.wrong(teacher, tr("Say whose time it is."))
        if span is None:
            if not hours.property("wrong"):
                form.wrong(hours, tr("Write hours as 15.30-16.15."))
            return None
        if minute_of(span.end) <= minute_of(span.start):
            form.wrong(hours, tr("It ends before it starts."))
        where = site.chosen()
        place = SiteId(where) if isinstance(where, int) else None
        return Meeting(teacher=who, day=day.chosen_as(Weekday), span=span, site=place)

    return answer_to(question, typed, form)
