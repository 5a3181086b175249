"""The few numbers of the home page, counted by the database."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select

from lsadesk.domain.calendar import monday_ahead, monday_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.deploying import deployment
from lsadesk.store.rows import (
    AccountRow,
    ActionRow,
    AssessmentRow,
    AssignmentRow,
    NextReviewRow,
    PersonRow,
    RatingRow,
    SkillRow,
)
from lsadesk.store.staff.structure import at_work
from lsadesk.store.work import Reading

Among = frozenset[PersonId] | None  # None: the whole staff
ABLE = (2, 3, 4)  # can do it with guidance or better, as the audit counts holders


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """What is published: for which week, and how much of it is covered."""

    id: int
    starts: date
    covered: int
    uncovered: int


def staff(reading: Reading, today: date, among: Among) -> int:
    """How many LSAs work here on *today*: whoever has a teaching contract is none."""
    return _number(reading, and_(_here(today, among), ~PersonRow.teaches))


def teaching(reading: Reading, today: date, among: Among) -> int:
    """How many who work here on *today* are on a teaching contract."""
    return _number(reading, and_(_here(today, among), PersonRow.teaches))


def skills_asked(reading: Reading) -> int:
    """How many skills the college asks about."""
    return reading.session.scalar(select(func.count()).select_from(SkillRow)) or 0


def skills_held(reading: Reading, today: date, among: Among) -> int:
    """How many skills somebody can do with guidance or better."""
    found = reading.session.scalar(
        select(func.count(RatingRow.skill_id.distinct()))
        .join(PersonRow, PersonRow.id == RatingRow.person_id)
        .where(
            RatingRow.superseded_at.is_(None),
            RatingRow.shown,
            RatingRow.code.in_(ABLE),
            ~PersonRow.teaches,
            _here(today, among),
        )
    )
    return found or 0


def plans_past_a_date(reading: Reading, today: date, among: Among) -> int:
    """In how many plans a line, or the day agreed for a review, is past its date."""
    lines = select(ActionRow.person_id).where(
        ActionRow.settled_on > today,  # by its index: closed years are not looked at
        ActionRow.due < today,
        ActionRow.done_on.is_(None),
        ActionRow.not_now_on.is_(None),
    )
    reviews = select(NextReviewRow.person_id).where(NextReviewRow.next_on < today)
    past = PersonRow.id.in_(lines) | PersonRow.id.in_(reviews)
    return _number(reading, and_(_here(today, among), past))


def handed_in(reading: Reading, today: date, among: Among) -> int:
    """How many people have handed in a self-assessment that waits for its meeting."""
    found = reading.session.scalar(
        select(func.count(AssessmentRow.person_id.distinct()))
        .join(PersonRow, PersonRow.id == AssessmentRow.person_id)
        .where(
            AssessmentRow.handed_in_at.is_not(None),
            AssessmentRow.opened_at.is_(None),
            _here(today, among),
        )
    )
    return found or 0


def planned_week(reading: Reading, day: date) -> PlannedWeek | None:
    """What is published for the week of *day*, or else what begins next; None: nothing is.

    At the weekend the week of *day* is over, and the next one is told of.
    """
    day = max(day, monday_ahead(day))
    kept = deployment.label_in_force(reading, day)
    first = day if kept is not None else deployment.next_first_day(reading, day)
    if first is not None and kept is None:
        kept = deployment.label_in_force(reading, first)
    if first is None or kept is None:
        return None
    covered = _number(reading, AssignmentRow.plan_id == kept.id)
    return PlannedWeek(kept.id, monday_of(first), covered, kept.unmet)


def accounts_of_leavers(reading: Reading, today: date) -> int:
    """How many accounts are open still whose person has left."""
    found = reading.session.scalar(
        select(func.count(AccountRow.id))
        .join(PersonRow, PersonRow.id == AccountRow.person_id)
        .where(
            or_(AccountRow.ended_on.is_(None), AccountRow.ended_on > today),
            PersonRow.left_on < today,
        )
    )
    return found or 0


def _here(today: date, among: Among) -> ColumnElement[bool]:
    if among is None:
        return at_work(today)
    return and_(at_work(today), PersonRow.id.in_(among))


def _number(reading: Reading, condition: ColumnElement[bool]) -> int:
    return reading.session.scalar(select(func.count()).where(condition)) or 0
