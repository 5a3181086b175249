"""How support fades over the terms, from every plan that was ever published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lsadesk.domain.calendar import Week, monday_of
from lsadesk.domain.deployment.demand import Asked, Context
from lsadesk.domain.deployment.evidence import Question, SetAside, key_of
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.deployment.over_terms import (
    LearnerOverTerms,
    Support,
    over_terms,
    support_in,
    term_at,
)
from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.operations.desk import Desk
from lsadesk.store.deploying import deployment
from lsadesk.store.deploying import evidence as kept
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners, planning, timetable
from lsadesk.store.work import Reading

Reasons = tuple[SetAside, ...]
MOST_WEEKS = 5 * 52  # what is older says little of today's learners


@dataclass(frozen=True, slots=True)
class OverTerms:
    """Today's learners with support, by reference, and everybody's name."""

    learners: Sequence[LearnerOverTerms]
    names: Mapping[PersonId, str]


def support_over_terms(desk: Desk) -> OverTerms:
    """Each learner's support in each term for which plans were published."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        return gathered_over_terms(reading)


def gathered_over_terms(reading: Reading) -> OverTerms:
    """The same within a reading that is open already."""
    here = learners.here(reading, reading.today)
    told = kept.set_aside_now(reading)
    found = over_terms(_weeks(reading), here)
    return OverTerms(
        learners=[replace(each, aside=_set_aside(each, told)) for each in found],
        names={each.id: each.name for each in people.everybody(reading)},
    )


def _weeks(reading: Reading) -> Iterator[tuple[Period, Mapping[LearnerId, Support]]]:
    """Each week for which something was published, with what that gave."""
    year = planning.year(reading)
    sessions = {each.id: each for each in timetable.all_sessions(reading)}
    asked = Asked(Context(lsas=(), learners=learners.here(reading, reading.today)))
    given: dict[int, Mapping[LearnerId, Support]] = {}
    for monday, label in _in_force(deployment.all_plans(reading), year):
        if label.id not in given:
            given[label.id] = support_in(deployment.get(reading, label.id), sessions, asked)
        yield term_at(year, monday), given[label.id]


def _in_force(labels: Sequence[PlanLabel], year: CollegeYear) -> Iterator[tuple[date, PlanLabel]]:
    """The Monday of each open week, with the newest plan that was published for it."""
    stood = [(each.published, each) for each in labels if each.published is not None]
    stood.sort(key=lambda each: (each[0].at, each[1].id), reverse=True)
    if not stood:
        return
    last = monday_of(max(published.ends for published, _label in stood))
    first = monday_of(min(published.starts for published, _label in stood))
    for monday in _mondays(max(first, last - timedelta(weeks=MOST_WEEKS)), last):
        days = [monday + timedelta(days=n) for n in range(5)]
        for week in _letters(year, monday):
            there = (each for _at, each in stood if any(each.is_in_force(d, week) for d in days))
            if (label := next(there, None)) is not None:
                yield monday, label
                break


def _mondays(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1))


def _letters(year: CollegeYear, monday: date) -> Sequence[Week]:
    """Which week it was: none where the college was closed.

    Of the years before, which the college's year says nothing of, the letters take turns as far
    as something was published for both.
    """
    first = min((term.starts for term in year.terms), default=date.min)
    if monday + timedelta(days=6) >= first:
        return [year.week_of(monday)] if year.opens_in_week_of(monday) else []
    turn = monday.toordinal() // 7 % 2
    return [Week.B, Week.A] if turn else [Week.A, Week.B]


def _set_aside(each: LearnerOverTerms, told: Mapping[tuple[Question, str], SetAside]) -> Reasons:
    """Why it was set aside that *each* leans on whoever gave most in some term."""
    learner = Record(About.LEARNER, each.learner.id, each.learner.reference)
    people = dict.fromkeys(term.person for term in each.terms)
    keys = (key_of((learner, Record(About.PERSON, person, ""))) for person in people)
    found = (told.get((Question.ONE_PERSON, key)) for key in keys)
    return tuple(aside for aside in found if aside is not None)
