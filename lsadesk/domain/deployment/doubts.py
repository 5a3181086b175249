"""What is assumed, or cannot be judged, in planning a week: nothing is dropped in silence.

Every fault is a remark with the records that it is about; the plan is made for the rest.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment import demand
from lsadesk.domain.deployment.midday import leaves_break
from lsadesk.domain.deployment.model import Lsa, Slot
from lsadesk.domain.deployment.remarks import About, Record, Remark, remark_on
from lsadesk.domain.staff.people import Person, PersonId, Site, SiteId
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.planning import WorkPattern
from lsadesk.domain.weeks.terms import CollegeYear
from lsadesk.domain.weeks.timetable import Session, SessionId

# Words of a staff note that keep a person from a skill's work. Source: requirements A68;
# the staff list's own remarks.
RESTRICTIONS = {"no lifting": "moving & handling"}
CROWD = 60  # so many learners at one session are more likely a slip than a lesson


def on_closures(sessions: Iterable[Session], year: CollegeYear, starts: date) -> list[Remark]:
    """Days of the week on which sessions would run, were the college open."""
    closed: dict[str, list[str]] = {}
    for day in sorted({session.day for session in sessions}):
        reason = year.closed_because(starts + timedelta(days=int(day)))
        if reason:
            closed.setdefault(reason, []).append(day.name.title())
    return [
        Remark("Nothing is planned on ", (Record(About.YEAR, 0, ", ".join(days)),), f": {reason}.")
        for reason, days in closed.items()
    ]


def on_sessions(
    running: Sequence[Session], slots: Iterable[Slot], context: demand.Context
) -> list[Remark]:
    """What is assumed of the week's sessions, or cannot be right about them."""
    asked = demand.Asked(context)
    unknown = [each for each in running if each.lsas_needed is None]
    noted = [each for each in running if re.search(r"\b(fe)?male\b", each.note.casefold())]
    crowded = [each for each in running if len(asked.coming_to(each)) > CROWD]
    return [
        *remark_on("Number of LSAs not known, one assumed: ", map(_of_session, unknown)),
        *_on_times(slots),
        *remark_on("Gender is not recorded, please check who goes to: ", map(_of_session, noted)),
        *_on_groups(running, context.learners),
        *_on_numbers(running, context),
        *remark_on(f"More than {CROWD} learners come, please check: ", map(_of_session, crowded)),
        *_on_places(running, asked),
    ]


def on_learners(running: Sequence[Session], context: demand.Context) -> list[Remark]:
    """What learners ask for that nobody said enough of, or that nobody can give."""
    asked = demand.Asked(context)
    here = {each.id for session in running for each in asked.coming_to(session)}
    learners = [each for each in context.learners if each.id in here]
    same = [each for each in learners if each.same_gender_care and each.care_by is None]
    return [
        *remark_on(
            "Same-gender care is asked for and nobody said by whom: ", map(of_learner, same)
        ),
        *_on_conditions(context),
        *_on_lacking(learners, context),
    ]


def on_sites(
    running: Sequence[Session],
    sites: Sequence[Site],
    journeys: Mapping[frozenset[SiteId], int],
    usual: int,
) -> list[Remark]:
    """Pairs of sites in use between which nobody said how long the way is."""
    used = {each.site for each in running}
    names = {each.id: each.name for each in sites if each.id in used}
    unknown = [
        Record(About.JOURNEY, one, f"{names[one]} and {names[other]}", other)
        for one, other in itertools.combinations(sorted(names), 2)
        if frozenset((one, other)) not in journeys
    ]
    return remark_on(f"Journey not known, {usual} minutes assumed: between ", unknown)


def on_people(
    people: Sequence[Person], patterns: Mapping[PersonId, WorkPattern], starts: date
) -> list[Remark]:
    """Who has no days or hours that the planner could keep to, and notes that it cannot read."""
    here = [
        person
        for person in people
        if not person.teaches
        and any(is_there(person, starts + timedelta(days=number)) for number in range(7))
    ]
    timed = {person for person, pattern in patterns.items() if pattern.hours}
    assumed = [
        each
        for each in here
        if each.days is None and each.id not in timed and each.weekly_minutes != 0
    ]
    never = {each.id for each in here if each.days == frozenset() and each.id not in timed}
    expected = [each for each in here if not each.as_required]
    idle = [each for each in expected if each.id in never and each.weekly_minutes != 0]
    planned = [each for each in expected if each.id not in never]
    hours = [each for each in planned if each.weekly_minutes is None]
    nought = [each for each in planned if each.weekly_minutes == 0]
    return [
        *remark_on("Working days not known, Monday to Friday assumed: ", map(of_person, assumed)),
        *remark_on("Contract hours not known, no ceiling kept: ", map(of_person, hours)),
        *remark_on("Has no working days, and is not planned: ", map(of_person, idle)),
        *remark_on("Has no contract hours at all, and is not planned: ", map(_of_staff, nought)),
        *_on_notes(here),
    ]


def on_placements(lsas: Iterable[Lsa]) -> list[Remark]:
    """Who is not in college at some times of the week, being beside a learner at an employer's."""
    return remark_on(
        "At a work placement or on the way, so not in college and their hours are fewer by it: ",
        [
            Record(About.PLACEMENT, each.id, f"{each.name} ({_times_words(each.at_placements)})")
            for each in lsas
            if each.at_placements
        ],
    )


def _times_words(times: Mapping[Weekday, Sequence[TimeSpan]]) -> str:
    return ", ".join(f"{day.short} {span}" for day, spans in times.items() for span in spans)


def is_there(person: Person, day: date) -> bool:
    """Whether *person* has begun and not left on *day*."""
    return person.works_on(day) and (person.started is None or person.started.day <= day)


def of_person(person: Person) -> Record:
    """The record of *person*."""
    return Record(About.PERSON, person.id, person.name)


def _of_staff(person: Person) -> Record:
    return Record(About.STAFF, person.id, person.name)


def of_learner(learner: Learner) -> Record:
    """The record of *learner*, with the group."""
    group = f" ({learner.group})" if learner.group else ""
    return Record(About.LEARNER, learner.id, f"{learner.reference}{group}")


def _of_session(session: Session) -> Record:
    return _where(session.id, session)


def _where(number: SessionId, when: Session | Slot) -> Record:
    words = f"{when.day.short} {when.span} {when.group}".strip()
    return Record(About.SESSION, number, words)


def _on_times(slots: Iterable[Slot]) -> list[Remark]:
    wrong = [slot for slot in slots if slot.minutes <= 0]
    long = [slot for slot in slots if slot.minutes > 0 and not leaves_break(slot)]
    return [
        *remark_on(
            "Times cannot be right, nobody is planned: ",
            [_where(each.id.session, each) for each in wrong],
        ),
        *remark_on(
            "Fills the whole midday, so its break must be within it: ",
            [_where(each.id.session, each) for each in long],
        ),
    ]


def _on_groups(running: Sequence[Session], learners: Sequence[Learner]) -> list[Remark]:
    """Groups that nobody is known to be in, each with a session of theirs."""
    known = {learner.group for learner in learners}
    unknown = {
        each.group: each
        for each in reversed(running)
        if each.group and each.group not in known and not each.learners
    }
    return remark_on(
        "No learners are known for ",
        [Record(About.SESSION, unknown[group].id, group) for group in sorted(unknown)],
        ", so no needs are asked for there.",
    )


def _on_numbers(running: Sequence[Session], context: demand.Context) -> list[Remark]:
    """Sessions that ask for more LSAs than the whole team has in that week."""
    team = len(context.lsas)
    beyond = [each for each in running if team and (each.lsas_needed or 0) > team]
    return remark_on(
        f"More LSAs are asked for than there are in the team ({team}), please check: ",
        map(_of_session, beyond),
    )


def _on_places(running: Sequence[Session], asked: demand.Asked) -> list[Remark]:
    """Sessions with more learners who are to have somebody alone than LSAs are planned."""
    short = [
        session
        for session in running
        if session.lsas_needed is not None
        and sum(each.own_places for each in asked.coming_to(session)) > session.lsas_needed
    ]
    return remark_on(
        "More learners need somebody to themselves than LSAs are planned: ",
        map(_of_session, short),
    )


def _on_conditions(context: demand.Context) -> list[Remark]:
    """Conditions on staff that nothing recorded answers."""
    unread: dict[str, list[Record]] = {}
    for learner in context.learners:
        for said in re.split(r"[,;\n]", learner.must_have):
            if said.strip() and not _is_read(said, learner, context):
                whose = Record(About.LEARNER, learner.id, learner.reference)
                unread.setdefault(said.strip(), []).append(whose)
    return _not_read(unread)


def _is_read(said: str, learner: Learner, context: demand.Context) -> bool:
    """Whether one condition on staff is in what the planner was told of *learner*."""
    words = said.casefold()
    apart = bool(learner.not_with) and (re.search(r"\bnot\b", words) or said.strip().istitle())
    gender = learner.same_gender_care and re.search(
        r"gender|\b(?:fe)?male\b|\b(?:wo)?m[ae]n\b", words
    )
    level = re.search(r"\bl(?:evel)?\s*[1-4]\b", words)
    task = any(each.casefold() in words for each in learner.tasks)
    return bool(apart or gender or level or task or demand.proofs_in(said, context.courses))


def _on_lacking(learners: Iterable[Learner], context: demand.Context) -> list[Remark]:
    """What learners must have beside them and nobody brings on any day of the week."""
    short: dict[str, list[Record]] = {}
    for learner in learners:
        for need in demand.lacking(learner, context):
            short.setdefault(need, []).append(of_learner(learner))
    return [
        Remark(f"Nobody in that week has {need}, asked for by ", tuple(whose))
        for need, whose in short.items()
    ]


def _on_notes(people: Sequence[Person]) -> list[Remark]:
    """Every remark on a person that the planner does not understand, with whose it is."""
    unread: dict[str, list[Record]] = {}
    for person in people:
        note = person.note.strip()
        if note and note.casefold() not in RESTRICTIONS:
            unread.setdefault(note, []).append(of_person(person))
    return _not_read(unread)


def _not_read(unread: Mapping[str, Sequence[Record]]) -> list[Remark]:
    return [
        Remark(
            f"Not taken into account, please judge yourself: \u201c{said}\u201d (",
            tuple(whose),
            ").",
        )
        for said, whose in unread.items()
    ]
