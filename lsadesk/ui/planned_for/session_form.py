"""Asking for one session of the weekly timetable, or for what several are to have alike."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import TimeSpan, Week, Weekday, clock, minute_of
from lsadesk.domain.staff.people import SiteId
from lsadesk.domain.weeks.lsa_tasks import IN_SHORT, LsaTask
from lsadesk.domain.weeks.timetable import LsaUse, Session, SessionDetails
from lsadesk.operations.typed import read_day
from lsadesk.operations.typed_times import read_clock
from lsadesk.operations.weeks.sessions import MOST_LSAS, Timetable, details_of
from lsadesk.ui.people.fields import Ticks
from lsadesk.ui.planned_for.words import day_name, no_learner, use_words, week_words
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.days import day_words
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.names import ManyNames, names_of, read_names
from lsadesk.ui.widgets.numbers import read_number
from lsadesk.ui.widgets.suggesting import suggest_any
from lsadesk.ui.widgets.until_read import answer_to, side_by_side
from lsadesk.ui.words import count, tr

NEW = SessionDetails(
    day=Weekday.MONDAY, span=TimeSpan(time(9), time(10, 30)), group="", title="", lsas_needed=1
)
_AS_IT_IS = "as it is"


def ask_session(
    parent: QWidget,
    title: str,
    filled: SessionDetails,
    around: Timetable,
    yes: str,
    *,
    at_times: bool = False,
) -> SessionDetails | None:
    """A session as it was typed over *filled*; None where it was cancelled.

    *at_times*: it is about when it starts and ends, and begins there.
    """
    question = Question(parent, title, "", yes)
    fields = _Fields(filled, around)
    side_by_side(question, fields.left, fields.right)
    if at_times:
        fields.starts.setFocus(Qt.FocusReason.OtherFocusReason)
    return answer_to(question, fields.typed, fields.left, fields.right)


class _Fields:
    """The fields of a session in two columns: what and where, when and with how many."""

    def __init__(self, filled: SessionDetails, around: Timetable) -> None:
        self._filled, self._around = filled, around
        self.left, self.right = Form(), Form()
        self._what(self.left)
        self._when(self.right)

    def _what(self, form: Form) -> None:
        filled, known = self._filled, self._around.sessions
        self.title = form.text(tr("Session"), filled.title)
        self.group = form.text(tr("Group"), filled.group)
        self.learners = form.text(
            tr("Only these learners"),
            names_of(filled.learners, self._around.learners),
            hint=tr("References with commas, where not the whole group comes."),
        )
        self.teacher = form.text(tr("Teacher"), filled.teacher)
        self.led = form.tick(
            tr("An LSA leads it, without a teacher"),
            filled.led_by_lsa,
            hint=tr("Only somebody marked as able to lead is planned."),
        )
        self.room = form.text(tr("Room"), filled.room)
        self.site = form.choice(tr("Site"), _sites(self._around), filled.site)
        self.symbol = form.choice(
            tr("Drawing on learners' cards"), _drawings(self._around), filled.symbol
        )
        self.tasks: Ticks[LsaTask] = Ticks(1)
        form.add(tr("LSA tasks"), self.tasks, hint=tr("Tick any; the hours are added up by task."))
        self.tasks.offer({task: tr(words) for task, words in IN_SHORT.items()})
        self.tasks.choose(filled.tasks)
        self.note = form.text(tr("Note"), filled.note)
        suggest_any(self.title, (each.title for each in known))
        suggest_any(self.group, self._around.groups)
        suggest_any(self.teacher, (each.teacher for each in known))
        suggest_any(self.room, (each.room for each in known))
        ManyNames(self.learners, self._around.learners.values())

    def _when(self, form: Form) -> None:
        filled = self._filled
        self.day = form.choice(tr("Day"), [(day_name(day), day) for day in Weekday], filled.day)
        self.starts = form.text(tr("Starts"), clock(filled.span.start), hint=tr("As 9.15."))
        self.ends = form.text(tr("Ends"), clock(filled.span.end))
        self.overnight = form.tick(tr("Goes on overnight, to the day after"), filled.overnight)
        self.week = form.choice(tr("Weeks"), _weeks(), filled.week)
        self.needed = form.text(
            tr("LSAs needed"), _number(filled.lsas_needed), hint=tr("Empty: nobody said.")
        )
        self.wanted = form.text(
            tr("LSAs wished for"), _number(filled.lsas_wanted), hint=tr("If more than needed.")
        )
        self.use = form.choice(tr("Does it need an LSA?"), _uses(), filled.lsa_use)
        self.unpopular = form.tick(tr("Few like it: share it out fairly"), filled.unpopular)
        self.first = form.text(
            tr("First day"), day_words(filled.starts_on), hint=tr("As 3 Feb 2027. Empty: all year.")
        )
        self.last = form.text(tr("Last day"), day_words(filled.ends_on))

    def typed(self) -> SessionDetails:
        """What the fields say; what cannot be read or be right is said beside its field."""
        left, right = self.left, self.right
        needed = right.read(self.needed, read_number)
        wanted = right.read(self.wanted, read_number)
        details = replace(
            self._filled,
            title=_tidy(self.title.text()),
            group=_tidy(self.group.text()),
            learners=left.read(self.learners, read_names(self._around.learners, no_learner()))
            or frozenset(),
            teacher=_tidy(self.teacher.text()),
            room=_tidy(self.room.text()),
            site=_site(self.site.chosen()),
            tasks=self.tasks.chosen(),
            symbol=self.symbol.chosen_as(str),
            note=self.note.text().strip(),
            day=self.day.chosen_as(Weekday),
            span=self._span(),
            overnight=self.overnight.isChecked(),
            week=self.week.chosen_as(Week),
            lsas_needed=needed,
            lsas_wanted=needed if wanted is None else max(wanted, needed or 0),
            lsa_use=self.use.chosen_as(LsaUse),
            led_by_lsa=self.led.isChecked(),
            unpopular=self.unpopular.isChecked(),
            starts_on=right.read(self.first, read_day),
            ends_on=right.read(self.last, read_day),
        )
        self._judge(details)
        return details

    def _span(self) -> TimeSpan:
        start = self.right.read(self.starts, read_clock)
        end = self.right.read(self.ends, read_clock)
        for field, moment in ((self.starts, start), (self.ends, end)):
            if moment is None and not field.property("wrong"):
                self.right.wrong(field, tr("Write a time as 9.15 or 14.30."))
        return TimeSpan(start or time(0), end or time(23, 59))

    def _judge(self, details: SessionDetails) -> None:
        """Say at once what the operation would refuse."""
        if not details.title:
            self.left.wrong(self.title, tr("Say what the session is called."))
        later = minute_of(details.span.end) > minute_of(details.span.start)
        if not later and not details.overnight:
            self.right.wrong(self.ends, tr("It ends before it starts. Does it go on overnight?"))
        elif later and details.overnight:
            self.right.wrong(self.ends, tr("Overnight, it ends earlier in the day than it starts."))
        if details.starts_on and details.ends_on and details.ends_on < details.starts_on:
            self.right.wrong(self.last, tr("The last day is before the first."))
        for field, number in (
            (self.needed, details.lsas_needed),
            (self.wanted, details.lsas_wanted),
        ):
            if number is not None and number > MOST_LSAS:
                self.right.wrong(field, tr("At most {most} LSAs.", most=MOST_LSAS))


def ask_many_sessions(
    parent: QWidget, read: Sequence[Session], around: Timetable
) -> list[tuple[Session, SessionDetails]] | None:
    """What all of *read* are to have alike; a field left as it is changes nothing."""
    question = Question(
        parent,
        tr("Change {sessions}", sessions=count(len(read), "session", "sessions")),
        tr("What you leave as it is stays as it is in each of them."),
        tr("Change"),
    )
    fields = _Alike(around)
    question.body.addWidget(fields.form)
    typed = answer_to(question, lambda: [(each, fields.over(each)) for each in read], fields.form)
    return None if typed is None else [(one, other) for one, other in typed if _differs(one, other)]


class _Alike:
    """The few fields that a whole list of sessions may be given at once."""

    def __init__(self, around: Timetable) -> None:
        self.form = form = Form()
        stay = (tr("as it is"), _AS_IT_IS)
        self.use = form.choice(tr("Does it need an LSA?"), [stay, *_uses()], _AS_IT_IS)
        self.needed = form.text(tr("LSAs needed"), hint=tr("Empty: as it is."))
        self.week = form.choice(tr("Weeks"), [stay, *_weeks()], _AS_IT_IS)
        self.site = form.choice(tr("Site"), [stay, *_sites(around)], _AS_IT_IS)
        self.teacher = form.text(tr("Teacher"), hint=tr("Empty: as it is."))
        tasks = [(tr(words), task) for task, words in IN_SHORT.items()]
        self.task = form.choice(tr("One more LSA task"), [stay, *tasks], _AS_IT_IS)
        self.unpopular = form.choice(
            tr("Few like it: share it out fairly"),
            [stay, (tr("yes"), True), (tr("no"), False)],
            _AS_IT_IS,
        )
        self.last = form.text(tr("Last day"), hint=tr("As 3 Feb 2027. Empty: as it is."))
        suggest_any(self.teacher, (each.teacher for each in around.sessions))

    def over(self, session: Session) -> SessionDetails:
        """*session* with what was typed."""
        needed = self.form.read(self.needed, read_number)
        last = self.form.read(self.last, read_day)
        details = details_of(session)
        if needed is not None:
            wanted = max(needed, session.lsas_wanted or 0)
            details = replace(details, lsas_needed=needed, lsas_wanted=wanted)
        if isinstance(use := self.use.chosen(), LsaUse):
            details = replace(details, lsa_use=use)
        if isinstance(task := self.task.chosen(), LsaTask):
            details = replace(details, tasks=details.tasks | {task})
        if isinstance(week := self.week.chosen(), Week):
            details = replace(details, week=week)
        if self.site.chosen() != _AS_IT_IS:
            details = replace(details, site=_site(self.site.chosen()))
        if isinstance(unpopular := self.unpopular.chosen(), bool):
            details = replace(details, unpopular=unpopular)
        teacher = _tidy(self.teacher.text()) or session.teacher
        return replace(details, teacher=teacher, ends_on=last or session.ends_on)


def _differs(read: Session, wanted: SessionDetails) -> bool:
    return details_of(read) != wanted


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _site(chosen: object) -> SiteId | None:
    return SiteId(chosen) if isinstance(chosen, int) else None


def _drawings(around: Timetable) -> list[tuple[str, object]]:
    named = [(each.capitalize(), each) for each in around.drawings]
    return [(tr("The one that goes with its name"), ""), *named]


def _sites(around: Timetable) -> list[tuple[str, object]]:
    return [(tr("not said"), None), *((name, site) for site, name in around.sites.items())]


def _weeks() -> list[tuple[str, object]]:
    return [(week_words(week), week) for week in Week]


def _uses() -> list[tuple[str, object]]:
    return [(use_words(use), use) for use in LsaUse]
