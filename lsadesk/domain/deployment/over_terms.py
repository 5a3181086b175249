"""How far each learner's support hung on one person, term by term, by what was published.

It is worked out from plans alone, with the timetable and the learners as they are now: a session
that is there no more is not counted. Source: requirements B.4-9; E R1, R4.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from lsadesk.domain.deployment.demand import Asked
from lsadesk.domain.deployment.evidence import SetAside, shares_in
from lsadesk.domain.deployment.kept import KeptPlan
from lsadesk.domain.deployment.model import DAY, SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetable import Session, SessionId

MEASURED = (
    "How much of a learner's support came from one LSA in each term, by what was published. It "
    "may fade or not, and there can be good reasons. Sessions that are no longer in the "
    "timetable are not counted."
)
NOTICED = 0.1  # a share that differs by less is about the same
_USUAL_TERMS = ((8, "Autumn"), (4, "Summer"), (1, "Spring"))  # the first month of each


class Trend(Enum):
    """How the last term compares with the first that is known."""

    LESS = "less than at first"
    MORE = "more than at first"
    SAME = "about as at first"
    ONE = "one term only"


@dataclass(slots=True)
class Support:
    """A learner's minutes in some weeks: from each LSA, with a teacher, and in all sessions."""

    by_person: Counter[PersonId] = field(default_factory=Counter)
    with_teacher: int = 0
    taught: int = 0
    weeks: int = 0

    def add(self, other: "Support") -> None:
        """Count *other* in."""
        self.by_person += other.by_person
        self.with_teacher += other.with_teacher
        self.taught += other.taught
        self.weeks += other.weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSupport:
    """One learner in one term, by what was published for *weeks* of it.

    *most* are the minutes from *person*, who gave most of the *whole*; *people* is how many LSAs
    shared in it. *with_teacher* of the minutes *taught* were in sessions that a teacher leads.
    """

    term: Period
    person: PersonId
    most: int
    whole: int
    people: int
    with_teacher: int
    taught: int
    weeks: int

    @property
    def share(self) -> float:
        """The part of the support that came from one person."""
        return self.most / self.whole

    @property
    def teacher_share(self) -> float:
        """The part of the learner's sessions that a teacher leads."""
        return self.with_teacher / self.taught if self.taught else 0.0

    @property
    def weekly(self) -> float:
        """Minutes of support a week."""
        return self.whole / self.weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerOverTerms:
    """A learner's terms, the earliest first; *aside* is why leaning on somebody was set aside."""

    learner: Learner
    terms: tuple[TermSupport, ...]
    aside: tuple[SetAside, ...] = ()

    @property
    def trend(self) -> Trend:
        """Whether leaning on one person fades."""
        if len(self.terms) < 2:
            return Trend.ONE
        change = self.terms[-1].share - self.terms[0].share
        if abs(change) < NOTICED:
            return Trend.SAME
        return Trend.LESS if change < 0 else Trend.MORE


def over_terms(
    weeks: Iterable[tuple[Period, Mapping[LearnerId, Support]]], learners: Sequence[Learner]
) -> list[LearnerOverTerms]:
    """Each of *learners* with support in *weeks*, term by term."""
    sums: dict[Period, dict[LearnerId, Support]] = {}
    for term, supported in weeks:
        there = sums.setdefault(term, {})
        for learner, support in supported.items():
            there.setdefault(learner, Support()).add(support)
    found = []
    for each in learners:
        told = (_told(term, there.get(each.id)) for term, there in sorted(sums.items()))
        terms = tuple(term for term in told if term is not None)
        if terms:
            found.append(LearnerOverTerms(learner=each, terms=terms))
    return found


def support_in(
    plan: KeptPlan, sessions: Mapping[SessionId, Session], asked: Asked
) -> dict[LearnerId, Support]:
    """What *plan* gives each learner in a week."""
    come = {each.id: asked.coming_to(each) for each in sessions.values()}
    placed = [each for each in plan.plan.assignments if each.slot.session in sessions]
    shares, _times = shares_in(
        (
            each.slot.session,
            _beside(each.slot, come[each.slot.session]),
            each.person,
            _minutes(sessions[each.slot.session]),
        )
        for each in placed
    )
    found = {learner: Support(by_person, weeks=1) for learner, by_person in shares.items()}
    for session in sessions.values():
        if session.week.runs_in(plan.week) and _runs_in_week(session, plan.starts):
            for learner in come[session.id]:
                if learner.id in found:
                    told, minutes = found[learner.id], _minutes(session)
                    told.taught += minutes
                    told.with_teacher += 0 if session.led_by_lsa else minutes
    return found


def term_at(year: CollegeYear, monday: date) -> Period:
    """The term that the week from *monday* is in, named with its year; the usual one where the
    college's year says nothing of that time."""
    for term in year.terms:
        if any(monday + timedelta(days=n) in term for n in range(5)):
            return Period(term.starts, term.ends, _with_year(term))
    first, name = next(each for each in _USUAL_TERMS if monday.month >= each[0])
    starts = date(monday.year, first, 1)
    return Period(starts, starts, f"{name} {monday.year}")


def _with_year(term: Period) -> str:
    name = term.name or "Term"
    return name if str(term.starts.year) in name else f"{name} {term.starts.year}"


def _told(term: Period, support: Support | None) -> TermSupport | None:
    if support is None or not support.by_person.total():
        return None
    person, most = max(support.by_person.items(), key=lambda each: (each[1], -each[0]))
    return TermSupport(
        term=term,
        person=person,
        most=most,
        whole=support.by_person.total(),
        people=len(support.by_person),
        with_teacher=support.with_teacher,
        taught=support.taught,
        weeks=support.weeks,
    )


def _beside(slot: SlotId, come: Sequence[Learner]) -> list[LearnerId]:
    """The one learner of a place of their own, which come first, or else those without one."""
    own = [each.id for each in come if each.own_places]
    if slot.index < len(own):
        return [own[slot.index]]
    return [each.id for each in come if not each.own_places]


def _minutes(session: Session) -> int:
    return max(0, session.span.minutes + (DAY if session.overnight else 0))


def _runs_in_week(session: Session, starts: date) -> bool:
    return session.runs_on(starts + timedelta(days=int(session.day) - starts.weekday()))
