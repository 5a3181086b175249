"""What research on support asks of a week's plan: findings with their measure, never a ban.

Each is worked out from the plan and the timetable alone, and says so; nobody is watched. A
finding may have a good reason, which a person then states (`SetAside`).
Source: E R1, R2, R4; requirements A70-A73, A77, A81, A86; B.4-9.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.model import Problem, Slot
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.deployment.reach import reach
from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import LsaUse, Session, SessionId

# The planner itself begins to spread a learner's places at the same share.
MUCH, FEWEST_TO_JUDGE = 0.6, 3
BELOW_THE_GROUP = 0.05
PLANNED_SESSIONS = 2  # L, Senior LSA story: two planned sessions a week for each learner


class Question(StrEnum):
    """What is asked of the plan."""

    ONE_PERSON = "one person"
    TEACHER_TIME = "teacher time"
    PLANNING = "planning together"
    NOT_NEEDED = "no need for an LSA"
    FEW_SESSIONS = "few sessions"
    NOT_TALKED_OVER = "not talked over"
    LITTLE = "hardly any hours"
    MIX = "mix"
    BLIND = "gone into blind"  # asked of what is told before sessions: `briefing.blind`


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why a finding is as it should be: who said so, when."""

    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line: the records it is about (the first is opened; none: all of them), its measure,
    and what it says."""

    question: Question
    about: tuple[Record, ...]
    figure: str
    sentence: str
    set_aside: SetAside | None = None

    @property
    def key(self) -> str:
        """The same for the same records from one plan to the next."""
        return key_of(self.about)


def key_of(about: Iterable[Record]) -> str:
    """What a finding about these records is known by."""
    return "|".join(f"{one.kind.value} {one.id or one.name}" for one in about)


@dataclass(frozen=True, slots=True)
class Before:
    """Each learner's minutes from each LSA in the plan that people worked by from *starts*."""

    starts: date
    shares: Mapping[LearnerId, Counter[PersonId]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A planned week; *comes* are the learners of each session, *least* the sessions each is
    meant to have with an LSA. *before* is the plan that counted before this one."""

    problem: Problem
    placed: Placed
    sessions: Mapping[SessionId, Session]
    learners: Sequence[Learner]
    comes: Mapping[SessionId, tuple[Learner, ...]]
    least: int = PLANNED_SESSIONS
    before: Before | None = None

    @property
    def team(self) -> dict[PersonId, str]:
        """Everybody's name."""
        return {lsa.id: lsa.name for lsa in self.problem.lsas}

    def filled(self) -> Iterator[tuple[Slot, PersonId]]:
        """Each place that somebody has, with who it is."""
        for slot in self.problem.slots:
            if slot.id in self.placed and slot.minutes > 0:
                yield slot, self.placed[slot.id]


def findings(seen: Seen) -> list[Finding]:
    """Everything there is to say, question by question."""
    asked = (
        on_one_person,
        teacher_time,
        planning_together,
        no_need,
        few_sessions,
        not_talked_over,
        hardly_any_hours,
        mix,
    )
    return [finding for ask in asked for finding in ask(seen)]


def on_one_person(seen: Seen) -> Iterator[Finding]:
    """Learners who have the same LSA for most of their supported time (A72)."""
    shares, sessions = _supported(seen)
    for learner in seen.learners:
        by_person = shares[learner.id]
        if len(sessions[learner.id]) < FEWEST_TO_JUDGE:
            continue
        whole = by_person.total()
        person, most = max(by_person.items(), key=lambda each: (each[1], -each[0]))
        if most > MUCH * whole:
            name = seen.team[person]
            yield Finding(
                question=Question.ONE_PERSON,
                about=(_learner(learner), Record(About.PERSON, person, name)),
                figure=f"{_percent(most, whole)} of {_hours(whole)}",
                sentence=(
                    f"{name} gives {learner.reference} {_hours(most)} of {_hours(whole)} of "
                    f"support{_before(seen, learner, person)}."
                ),
            )


def shares_of(seen: Seen, starts: date) -> Before:
    """How support is shared out in a week that was worked by from *starts*."""
    return Before(starts, _supported(seen)[0])


def teacher_time(seen: Seen) -> Iterator[Finding]:
    """Learners with less of their time in a teacher's sessions than their group (A71)."""
    taught = {each.id: _taught(seen, each) for each in seen.learners}
    groups = defaultdict(list)
    for learner in seen.learners:
        if learner.group and taught[learner.id][1]:
            groups[learner.group].append(learner)
    for group, members in groups.items():
        with_teacher = sum(taught[each.id][0] for each in members)
        usual = with_teacher / sum(taught[each.id][1] for each in members)
        for learner in members:
            minutes, whole = taught[learner.id]
            if minutes / whole < usual - BELOW_THE_GROUP:
                yield Finding(
                    question=Question.TEACHER_TIME,
                    about=(_learner(learner),),
                    figure=f"{_percent(minutes, whole)}, group {usual:.0%}",
                    sentence=(
                        f"{learner.reference} spends {_hours(minutes)} of {_hours(whole)} in "
                        f"sessions that a teacher leads; in {group} it is {usual:.0%}."
                    ),
                )


def planning_together(seen: Seen) -> Iterator[Finding]:
    """Pairs with no time to plan at which both are free, and teachers without any (A77)."""
    team = seen.team
    for person, teacher in penalties.never_planning(seen.problem, seen.placed):
        yield Finding(
            question=Question.PLANNING,
            about=(Record(About.PERSON, person, team[person]), Record(About.YEAR, 0, teacher)),
            figure="no shared time",
            sentence=f"{team[person]} works with {teacher}; they share no time to plan.",
        )
    known = {each.teacher for each in seen.problem.meetings}
    beside: dict[str, set[PersonId]] = defaultdict(set)
    for slot, person in seen.filled():
        if slot.teacher and slot.teacher not in known:
            beside[slot.teacher].add(person)
    for teacher, people in sorted(beside.items()):
        yield Finding(
            question=Question.PLANNING,
            about=(Record(About.YEAR, 0, teacher),),
            figure="no time known",
            sentence=f"No time to plan with {teacher} is known; {_lsas(len(people))} beside them.",
        )


def no_need(seen: Seen) -> Iterator[Finding]:
    """Sessions marked as not needing an LSA that have one (A70)."""
    placed = Counter(slot.id.session for slot, _ in seen.filled())
    for session, number in placed.items():
        told = seen.sessions[session]
        if told.lsa_use is LsaUse.DOES_NOT_NEED:
            yield Finding(
                question=Question.NOT_NEEDED,
                about=(_session(told),),
                figure=_lsas(number),
                sentence=(f"{_called(told)} needs no LSA, as marked, and has {_lsas(number)}."),
            )


def few_sessions(seen: Seen) -> Iterator[Finding]:
    """Learners with fewer planned sessions beside an LSA than they are meant to have (A81)."""
    _, sessions = _supported(seen)
    for learner in seen.learners:
        number = len(sessions[learner.id])
        if number < seen.least:
            yield Finding(
                question=Question.FEW_SESSIONS,
                about=(_learner(learner),),
                figure=f"{number} of {seen.least}",
                sentence=(
                    f"{learner.reference} has {number} planned with an LSA this week; meant are "
                    f"{seen.least}."
                ),
            )


def not_talked_over(seen: Seen) -> Iterator[Finding]:
    """Learners with support planned of whom nothing says what they think of it (A86)."""
    _, sessions = _supported(seen)
    for learner in seen.learners:
        if sessions[learner.id] and learner.said_on is None:
            yield Finding(
                question=Question.NOT_TALKED_OVER,
                about=(_learner(learner),),
                figure="nothing noted",
                sentence=f"Nothing is noted of what {learner.reference} says of their support.",
            )


def hardly_any_hours(seen: Seen) -> Iterator[Finding]:
    """People with less than a quarter of their fair share, and what would open more (C25)."""
    whole, shares = Counter[PersonId](), penalties.fair_shares(seen.problem)
    for slot, person in seen.filled():
        whole[person] += slot.minutes
    for lsa in sorted(seen.problem.lsas, key=lambda each: each.name):
        share, minutes = shares.get(lsa.id, 0), whole[lsa.id]
        if minutes < penalties.floors(share)[1]:
            yield Finding(
                question=Question.LITTLE,
                about=(Record(About.PERSON, lsa.id, lsa.name),),
                figure=f"{_hours(minutes)} of {_hours(share)}",
                sentence=(
                    f"{lsa.name} has {_hours(minutes)}, where a fair share is {_hours(share)}. "
                    f"{reach(seen.problem, seen.placed, lsa)}"
                ),
            )


def mix(seen: Seen) -> Iterator[Finding]:
    """How all LSAs' time, and each one's, is shared out: beside one learner, with some, with the
    rest (A73)."""
    own, shared, whole = Counter[PersonId](), Counter[PersonId](), Counter[PersonId]()
    for slot, person in seen.filled():
        whole[person] += slot.minutes
        if slot.learner is not None:
            own[person] += slot.minutes
        elif seen.comes.get(slot.id.session):
            shared[person] += slot.minutes

    def shared_out(name: str, people: Sequence[PersonId], about: tuple[Record, ...]) -> Finding:
        minutes, alone, some = (sum(of[each] for each in people) for of in (whole, own, shared))
        rest = minutes - alone - some
        parts = [_percent(each, minutes) for each in (alone, some, rest)]
        return Finding(
            question=Question.MIX,
            about=about,
            figure=" / ".join(parts),
            sentence=(
                f"{name}: {parts[0]} beside one learner, {parts[1]} with a group that has "
                f"support plans, {parts[2]} with others, of {_hours(minutes)}."
            ),
        )

    working = [(name, person) for person, name in seen.team.items() if whole[person]]
    if working:
        yield shared_out("All together", list(whole), ())
    for name, person in sorted(working):
        yield shared_out(name, [person], (Record(About.PERSON, person, name),))


Shares = dict[LearnerId, Counter[PersonId]]
Times = dict[LearnerId, set[SessionId]]


def _before(seen: Seen, learner: Learner, person: PersonId) -> str:
    """How much of it *person* gave before, so that it can be seen to grow or to fade."""
    then = Counter[PersonId]() if seen.before is None else seen.before.shares.get(learner.id)
    if seen.before is None or not then:
        return ""
    share, since = _percent(then[person], then.total()), uk_date(seen.before.starts)
    return f", {share} in the plan from {since}"


def shares_in(
    places: Iterable[tuple[SessionId, Iterable[LearnerId], PersonId, int]],
) -> tuple[Shares, Times]:
    """For each learner, minutes from each LSA, and the sessions in which there is one.

    *places* are of whom they are for, who has them and how long they are. Where several are
    there for the same learners, each counts for their part of the time.
    """
    there: dict[tuple[LearnerId, SessionId], list[tuple[PersonId, int]]] = defaultdict(list)
    for of_session, learners, person, minutes in places:
        for learner in learners:
            there[learner, of_session].append((person, minutes))
    shares: Shares = defaultdict(Counter)
    sessions: Times = defaultdict(set)
    for (learner, session), beside in there.items():
        sessions[learner].add(session)
        for person, minutes in beside:
            shares[learner][person] += minutes // len(beside)
    return shares, sessions


def _supported(seen: Seen) -> tuple[Shares, Times]:
    return shares_in(
        (slot.id.session, _beside(seen, slot), person, slot.minutes)
        for slot, person in seen.filled()
    )


def _beside(seen: Seen, slot: Slot) -> Iterable[LearnerId]:
    """The one learner of a place of their own, or those of the session without such a place."""
    if slot.learner is not None:
        return (slot.learner,)
    return (each.id for each in seen.comes.get(slot.id.session, ()) if not each.own_places)


def _taught(seen: Seen, learner: Learner) -> tuple[int, int]:
    """Minutes in sessions that a teacher leads, and in all sessions of the week."""
    with_teacher = whole = 0
    for session, coming in seen.comes.items():
        if learner in coming:
            minutes = _session_minutes(seen, session)
            whole += minutes
            with_teacher += 0 if seen.sessions[session].led_by_lsa else minutes
    return with_teacher, whole


def _session_minutes(seen: Seen, session: SessionId) -> int:
    return max(0, seen.sessions[session].span.minutes)


def _learner(learner: Learner) -> Record:
    return Record(About.LEARNER, learner.id, learner.reference)


def _session(session: Session) -> Record:
    return Record(About.SESSION, session.id, _called(session))


def _called(session: Session) -> str:
    what = ", ".join(part for part in (session.title, session.group) if part)
    return f"{what} ({session.day.short} {session.span})"


def _lsas(number: int) -> str:
    return "1 LSA" if number == 1 else f"{number} LSAs"


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "0%"


def _hours(minutes: int) -> str:
    hours = minutes / 60
    return f"{hours:.0f} h" if minutes % 60 == 0 else f"{hours:.1f} h"
