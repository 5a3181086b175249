"""What the audit means: gaps, what hangs on one person, what is old, what will run out.

A finding says what is so and whom it is about; it blames nobody, and "not known" is never
taken for "no". Source: requirements A15, A16, B.4-10, B.4-20, C20.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from lsadesk.domain.auditing.audit import CODE_MASK, PROOF_SEEN, AuditMatrix
from lsadesk.domain.auditing.day_needs import DayNeed
from lsadesk.domain.auditing.role_needs import RoleNeed
from lsadesk.domain.auditing.skills import Skill, SkillId
from lsadesk.domain.calendar import Week, Weekday, minute_of
from lsadesk.domain.courses.certificates import Certificate, CourseId
from lsadesk.domain.courses.clocks import holds_until, notice_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.timetable import Session

ABLE = 2  # with guidance or better


class Topic(StrEnum):
    """What a finding is about; the page shows them in this order."""

    NOBODY = "nobody"
    SHORT = "short on a day"
    ONE_PERSON = "one person"
    ROLE = "what a role asks"
    LAPSED = "lapsed"
    LAPSING = "lapsing"
    STALE = "stale"
    UNPROVED = "unproved"
    VIEWS = "views"
    WAY_IN = "way in"
    ROSE = "rose"
    FELL = "fell"
    KNOWN = "became known"
    UNKNOWN = "not known any more"
    JOINED = "joined"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to know. *people* and *skills* are the rows and columns it is about.

    *subject* names the skill, course, role, appraiser or way in. *number* and *of* are its
    figures: how many of how many; for SHORT who is in and how many are needed at once, *at* the
    tightest moment of *day*; for ROLE the things asked that are not yet there, of all, and those
    *unknown*; for VIEWS tenths of a level and people. *days* is how soon (LAPSING), *names* who
    it is about, in words.
    """

    topic: Topic
    subject: str = ""
    people: tuple[PersonId, ...] = ()
    skills: tuple[SkillId, ...] = ()
    number: int = 0
    of: int = 0
    unknown: int = 0
    days: int = 0
    day: Weekday | None = None
    at: time | None = None
    names: tuple[str, ...] = ()


def held_by_few(matrix: AuditMatrix) -> list[Finding]:
    """The skills that nobody has, with how many are not known, and those of one person."""
    if not matrix.people:
        return []
    found = []
    for at, skill in enumerate(matrix.skills):
        levels = [cell & CODE_MASK for cell in matrix.column(at)]
        able = [row for row, level in enumerate(levels) if ABLE <= level <= 4]
        if not able:
            asked = sum(level <= 4 for level in levels)
            found.append(_about(Topic.NOBODY, skill, number=len(levels) - asked, of=len(levels)))
        elif len(able) == 1:
            who = matrix.people[able[0]]
            found.append(_about(Topic.ONE_PERSON, skill, people=(who.id,), names=(who.sort_name,)))
    return found


def unproved(matrix: AuditMatrix) -> list[Finding]:
    """For each skill, who is rated as able without a proof that anybody saw."""
    found = []
    for at, skill in enumerate(matrix.skills):
        able = [
            (person, cell)
            for person, cell in zip(matrix.people, matrix.column(at), strict=True)
            if ABLE <= (cell & CODE_MASK) <= 4
        ]
        without = tuple(person.id for person, cell in able if not cell & PROOF_SEEN)
        if without:
            about = _about(Topic.UNPROVED, skill, people=without, number=len(without), of=len(able))
            found.append(about)
    return found


def stale(matrix: AuditMatrix, old: Iterable[tuple[PersonId, SkillId]]) -> list[Finding]:
    """For each skill, whose rating is among the *old* ones."""
    by_skill: dict[SkillId, list[PersonId]] = {}
    here = {person.id for person in matrix.people}
    for person, skill in old:
        if person in here:
            by_skill.setdefault(skill, []).append(person)
    return [
        _about(Topic.STALE, skill, people=tuple(whose), number=len(whose))
        for skill in matrix.skills
        if (whose := by_skill.get(skill.id))
    ]


def lapses(
    matrix: AuditMatrix,
    certificates: Iterable[Certificate],
    courses: Mapping[CourseId, str],
    today: date,
) -> list[Finding]:
    """For each course, who has only a lapsed proof, and whose lapses within 30, 60, 90 days."""
    names = {person.id: person.sort_name for person in matrix.people}
    last: dict[tuple[CourseId, PersonId], Certificate] = {}
    for each in certificates:
        key = each.course, each.person
        if each.person in names and (key not in last or holds_until(last[key]) < holds_until(each)):
            last[key] = each
    sorted_out: dict[tuple[int, CourseId], list[PersonId]] = {}
    for (course, person), each in last.items():
        if (soon := notice_of(each, today)) is not None:
            sorted_out.setdefault((soon, course), []).append(person)
    return [
        Finding(
            topic=Topic.LAPSING if soon else Topic.LAPSED,
            subject=courses[course],
            people=tuple(whose),
            number=len(whose),
            days=soon,
            names=tuple(names[person] for person in whose),
        )
        for (soon, course), whose in sorted(
            sorted_out.items(), key=lambda pair: (pair[0][0], courses[pair[0][1]])
        )
    ]


def short_days(needs: Iterable[DayNeed]) -> list[Finding]:
    """On which day fewer people at work have something than are asked for it at once."""
    return [
        Finding(
            topic=Topic.SHORT,
            subject=each.need.said,
            people=each.able,
            skills=() if each.need.skill is None else (each.need.skill,),
            number=each.there,
            of=each.at_once,
            day=each.day,
            at=each.moment,
        )
        for each in needs
        if each.short
    ]


def roles(needs: Iterable[RoleNeed]) -> list[Finding]:
    """For each role how much of what it asks is not there yet, or not known, and of whom."""
    by_role: dict[str, list[RoleNeed]] = {}
    for each in needs:
        by_role.setdefault(each.role, []).append(each)
    return [_of_role(role, asked) for role, asked in by_role.items()]


def _of_role(role: str, asked: Sequence[RoleNeed]) -> Finding:
    """*number* of *of* cells are there; *days* of them nobody knows."""
    open_ = [each for each in asked if each.not_yet or each.not_known]
    return Finding(
        topic=Topic.ROLE,
        subject=role,
        people=asked[0].holders,
        skills=tuple(each.skill.id for each in open_ if each.skill is not None),
        number=sum(len(each.not_yet) for each in asked),
        of=sum(len(each.holders) for each in asked),
        unknown=sum(len(each.not_known) for each in asked),
    )


def needed_at_once(
    learners: Sequence[Learner], sessions: Sequence[Session]
) -> dict[tuple[SkillId, Weekday], int]:
    """For each skill and day, the most sessions at one time whose learners need it.

    Of weeks A and B the one that asks for more counts.
    """
    needs: dict[str, set[SkillId]] = {}
    for learner in learners:
        needs.setdefault(learner.group, set()).update(learner.needs)
    weeks = [
        _at_once(needs, [session for session in sessions if session.week.runs_in(week)])
        for week in (Week.A, Week.B)
    ]
    return {key: max(week.get(key, 0) for week in weeks) for key in weeks[0].keys() | weeks[1]}


def _at_once(
    needs: Mapping[str, Collection[SkillId]], sessions: Iterable[Session]
) -> dict[tuple[SkillId, Weekday], int]:
    moments: dict[tuple[SkillId, Weekday], list[tuple[int, int]]] = {}
    for session in sessions:
        for skill in needs.get(session.group, ()) if session.group else ():
            ends = moments.setdefault((skill, session.day), [])
            ends.append((minute_of(session.span.start), 1))
            ends.append((minute_of(session.span.end), -1))
    return {key: _most(ends) for key, ends in moments.items()}


def _most(ends: list[tuple[int, int]]) -> int:
    """The most that run at once; what ends at a moment makes room for what starts then."""
    now = most = 0
    for _, change in sorted(ends):
        now += change
        most = max(most, now)
    return most


def changes(then: AuditMatrix, now: AuditMatrix) -> list[Finding]:
    """What is otherwise in *now* than it was *then*, both of the same skills."""
    before = {person.id: then.row(at) for at, person in enumerate(then.people)}
    moved: dict[Topic, dict[PersonId, list[SkillId]]] = {}
    for at, person in enumerate(now.people):
        was = before.get(person.id)
        if was is None or was == (cells := now.row(at)):
            continue
        for skill, old, new in zip(now.skills, was, cells, strict=True):
            topic = _moved(old & CODE_MASK, new & CODE_MASK)
            if topic is not None:
                moved.setdefault(topic, {}).setdefault(person.id, []).append(skill.id)
    names = {person.id: person.sort_name for person in (*then.people, *now.people)}
    found = [_change(topic, moved[topic], names) for topic in Topic if topic in moved]
    present = {person.id for person in now.people}
    return [
        *found,
        *_came(Topic.JOINED, present - before.keys(), names),
        *_came(Topic.LEFT, before.keys() - present, names),
    ]


def _moved(old: int, new: int) -> Topic | None:
    if (old <= 4) and (new <= 4):
        return None if old == new else Topic.ROSE if new > old else Topic.FELL
    if old <= 4 or new <= 4:
        return Topic.KNOWN if new <= 4 else Topic.UNKNOWN
    return None


def _change(
    topic: Topic, cells: Mapping[PersonId, Sequence[SkillId]], names: Mapping[PersonId, str]
) -> Finding:
    return Finding(
        topic=topic,
        people=tuple(cells),
        skills=tuple(dict.fromkeys(skill for each in cells.values() for skill in each)),
        number=sum(map(len, cells.values())),
        of=len(cells),
        names=tuple(names[person] for person in cells),
    )


def _came(
    topic: Topic, people: Collection[PersonId], names: Mapping[PersonId, str]
) -> list[Finding]:
    if not people:
        return []
    ordered = sorted(people, key=names.__getitem__)
    return [
        Finding(
            topic=topic,
            people=tuple(ordered) if topic is Topic.JOINED else (),
            number=len(ordered),
            names=tuple(names[person] for person in ordered),
        )
    ]


def _about(
    topic: Topic,
    skill: Skill,
    *,
    people: tuple[PersonId, ...] = (),
    number: int = 0,
    of: int = 0,
    names: tuple[str, ...] = (),
) -> Finding:
    return Finding(
        topic=topic,
        subject=skill.name,
        skills=(skill.id,),
        people=people,
        number=number,
        of=of,
        names=names,
    )
