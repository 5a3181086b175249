"""Learners and sign-offs as rows, and what is to be looked at about each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.plan_words import hours_words
from lsadesk.domain.keeping.retention import Longer
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.planning import LearnerSignOff
from lsadesk.operations.weeks.support import Support
from lsadesk.ui.planned_for.words import care_words
from lsadesk.ui.widgets.tables import Column
from lsadesk.ui.words import count, tr

SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class LearnerRow:
    """A learner with what a glance at the list should tell.

    *lapsing* are the sign-offs that have ended or soon will. *is_back*: they were erased before,
    and an earlier copy brought them back. *longer* is what was decided on keeping their records.
    """

    learner: Learner
    needs: str
    lacks: tuple[str, ...]
    lapsing: tuple[LearnerSignOff, ...]
    sessions: int
    least: int
    is_kept_too_long: bool
    is_back: bool
    longer: Longer | None
    today: date

    @property
    def has_left(self) -> bool:
        """Whether the last day is over."""
        return not self.learner.is_here(self.today)

    @property
    def is_below(self) -> bool:
        """Whether fewer sessions are planned than the college means everybody to have."""
        return not self.has_left and self.sessions < self.least


@dataclass(frozen=True, slots=True)
class SignOffRow:
    """A sign-off with the names in it."""

    sign_off: LearnerSignOff
    reference: str
    name: str
    today: date


def learner_rows(told: Support) -> list[LearnerRow]:
    """A row a learner."""
    names = {skill.id: skill.name for skill in told.skills}
    return [
        LearnerRow(
            learner=each,
            needs=", ".join(sorted(names[need] for need in each.needs)),
            lacks=told.lacks.get(each.id, ()),
            lapsing=tuple(
                one
                for one in told.sign_offs
                if one.learner == each.id
                and each.is_here(told.today)
                and lapses_soon(one, told.today)
            ),
            sessions=told.sessions.get(each.id, 0),
            least=told.least,
            is_kept_too_long=each.id in told.former.due,
            is_back=each.id in told.former.back,
            longer=told.former.longer.get(each.id),
            today=told.today,
        )
        for each in told.learners
    ]


def sign_off_rows(told: Support) -> list[SignOffRow]:
    """A row a sign-off."""
    references = {each.id: each.reference for each in told.learners}
    return [
        SignOffRow(
            sign_off=each,
            reference=references.get(each.learner, ""),
            name=told.staff.get(each.person, tr("somebody who has left")),
            today=told.today,
        )
        for each in told.sign_offs
    ]


def lapses_soon(sign_off: LearnerSignOff, today: date) -> bool:
    """Whether it has ended, or will within two months."""
    return sign_off.until is not None and sign_off.until <= today + SOON


def learner_columns() -> list[Column[LearnerRow]]:
    """Reference first; what is to be looked at is in words."""
    return [
        Column(tr("Learner"), lambda row: row.learner.reference, width=10),
        Column(tr("Group"), lambda row: row.learner.group, width=14),
        Column(
            tr("To look at"),
            lambda row: "; ".join(concerns(row)),
            sort=_gravity,
            width=44,
        ),
        Column(tr("Whoever supports them has"), lambda row: row.needs, width=28),
        Column(tr("Hours"), _hours, sort=lambda row: row.learner.weekly_minutes, width=12),
        Column(tr("Ratio"), _ratio, width=14),
        Column(
            tr("Sessions a week"),
            lambda row: str(row.sessions),
            sort=lambda row: row.sessions,
            width=16,
            right=True,
        ),
        Column(tr("Care and tasks"), _tasks, width=26),
    ]


def _gravity(row: LearnerRow) -> tuple[bool, bool, bool, bool, int]:
    """What is grave first, and whoever has left last unless their records are to go."""
    is_over = row.has_left and not row.is_kept_too_long
    number = len(list(concerns(row)))
    return is_over, not row.lacks, not row.lapsing, not row.is_kept_too_long, -number


def sign_off_columns() -> list[Column[SignOffRow]]:
    """Whose, what, who, by whom and until when."""
    return [
        Column(tr("Learner"), lambda row: row.reference, width=10),
        Column(tr("Task"), lambda row: row.sign_off.task, width=24),
        Column(tr("Who is signed off"), lambda row: row.name, width=24),
        Column(tr("By"), lambda row: row.sign_off.signed_by, width=20),
        Column(
            tr("On"),
            lambda row: uk_date(row.sign_off.signed_on),
            sort=lambda row: row.sign_off.signed_on,
            width=12,
        ),
        Column(tr("Until"), _until, sort=lambda row: row.sign_off.until, width=22),
    ]


def concerns(row: LearnerRow) -> Iterator[str]:
    """What is to be looked at about a learner, the gravest first."""
    if row.is_back:
        yield tr("! erased before, back with an earlier copy: erase again")
    if row.learner.left_on is not None and row.has_left:
        yield _left(row, row.learner.left_on)
        return
    for need in row.lacks:
        yield tr("! nobody has {need}", need=need)
    for task, until in sorted({(each.task, each.until) for each in row.lapsing if each.until}):
        when = tr("ended") if until < row.today else tr("ends")
        yield tr("{task} {when} {day}", task=task, when=when, day=uk_date(until))
    if row.learner.review_by is not None and row.learner.is_review_due(row.today):
        day = uk_date(row.learner.review_by)
        yield tr("aims were to be looked at again by {day}", day=day)
    if row.is_below:
        yield tr(
            "{sessions} a week, {least} meant",
            sessions=count(row.sessions, "session", "sessions"),
            least=row.least,
        )
    if row.learner.same_gender_care and row.learner.care_by is None:
        yield tr("nobody said by whom care is asked")
    if not row.learner.said:
        yield tr("not talked over with the learner")


def _left(row: LearnerRow, day: date) -> str:
    if row.is_kept_too_long:
        return tr("! left {day}: to be erased", day=uk_date(day))
    left = tr("left {day}", day=uk_date(day))
    if row.longer is not None and row.longer.until > row.today:
        until, reason = uk_date(row.longer.until), row.longer.reason
        return tr("{left}; kept until {day}: {reason}", left=left, day=until, reason=reason)
    return left


def _hours(row: LearnerRow) -> str:
    minutes = row.learner.weekly_minutes
    return row.learner.hours_said if minutes is None else hours_words(minutes)


def _ratio(row: LearnerRow) -> str:
    said = "" if row.learner.ratio is None else str(row.learner.ratio)
    return tr("{ratio}, alone", ratio=said) if row.learner.own_places else said


def _tasks(row: LearnerRow) -> str:
    care = row.learner.care_by
    said = [tr("care by {who}", who=care_words(care))] if care is not None else []
    return ", ".join([*said, *sorted(row.learner.tasks)])


def _until(row: SignOffRow) -> str:
    until = row.sign_off.until
    if until is None:
        return tr("no end")
    if until < row.today:
        return tr("! ended {day}", day=uk_date(until))
    return tr("! soon: {day}", day=uk_date(until)) if until <= row.today + SOON else uk_date(until)
