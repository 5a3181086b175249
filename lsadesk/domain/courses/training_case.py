"""Which gaps each training could close, for whom, and what that is worth and why.

Worths are small whole numbers, read aloud here in one place: learners' needs and skills that
hang on one person come first (requirements A47, B.4-10), wishes count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.courses.training import (
    Gap,
    Limits,
    Option,
    OptionId,
    Prospect,
    Shortage,
    TrainingCase,
)
from lsadesk.domain.staff.people import PersonId

ABLE = 2  # with guidance or better, as in the audit
A_LEVEL, WISHED, NEEDED_HERE = 1, 2, 2  # for one person's gap
LAPSES_SOON, HAS_LAPSED = 3, 6
SHORT_ON_A_DAY, NOBODY, ONE_PERSON = 8, 5, 4  # for the college, on top
NAMED = 4  # learners that a reason names, before it counts them
ENOUGH = 2  # people who can do something, so that it hangs on nobody

Key = tuple[PersonId, OptionId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainee:
    """One person as the choice sees them.

    *levels* has known levels only, since not known is not no; *not_known* are the skills where
    nobody can say. *due* says in how many days a certificate lapses (0 or less: it has).
    *wishes* are skills they asked for; *settled* what is booked or planned for them already.
    """

    id: PersonId
    name: str
    days: frozenset[Weekday] | None = None
    levels: Mapping[SkillId, int] = field(default_factory=dict)
    not_known: frozenset[SkillId] = frozenset()
    due: Mapping[CourseId, int] = field(default_factory=dict)
    wishes: frozenset[SkillId] = frozenset()
    settled: frozenset[SkillId] = frozenset()

    def is_in(self, day: Weekday) -> bool:
        """Whether they may be in on *day*: not known is not no."""
        return self.days is None or day in self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What learners need on a day: *needed* people with *skill* at once, for *learners*."""

    skill: SkillId
    day: Weekday
    needed: int
    learners: tuple[str, ...]


def case_of(
    options: Sequence[Option],
    people: Sequence[Trainee],
    demands: Sequence[Demand],
    *,
    skills: Mapping[SkillId, str],
    courses: Mapping[CourseId, str],
    limits: Limits,
) -> TrainingCase:
    """The choice that there is; only options that close a gap of somebody's are in it."""
    needed_by = _needed_by(demands)
    prospects = [
        prospect
        for option in options
        for person in people
        if (prospect := _prospect(option, person, needed_by, courses)) is not None
    ]
    return TrainingCase(
        options=options,
        prospects=prospects,
        shortages=_shortages(options, people, demands, skills, prospects),
        limits=limits,
        remarks=_remarks(options, people, skills),
    )


def _needed_by(demands: Sequence[Demand]) -> dict[SkillId, tuple[str, ...]]:
    found: dict[SkillId, dict[str, None]] = {}
    for each in demands:
        found.setdefault(each.skill, {}).update(dict.fromkeys(each.learners))
    return {skill: tuple(learners) for skill, learners in found.items()}


def _prospect(
    option: Option,
    person: Trainee,
    needed_by: Mapping[SkillId, Sequence[str]],
    courses: Mapping[CourseId, str],
) -> Prospect | None:
    worth, why = 0, []
    gap = None
    if option.skill is not None and _would_rise(option, person):
        gap = Gap(person.id, skill=option.skill)
        was = person.levels[option.skill]
        worth += A_LEVEL * (option.to_level - was)
        if option.skill in needed_by and was < ABLE <= option.to_level:
            worth += NEEDED_HERE
            why.append(_need_words(needed_by[option.skill]))
        if option.skill in person.wishes:
            worth += WISHED
            why.append(f"{person.name} asked for it")
    if option.course is not None and (days := person.due.get(option.course)) is not None:
        gap = gap or Gap(person.id, course=option.course)
        worth += HAS_LAPSED if days <= 0 else LAPSES_SOON
        why.append(_lapse_words(courses[option.course], days))
    if gap is None:
        return None
    return Prospect(person=person.id, option=option.id, gap=gap, worth=worth, why=tuple(why))


def _would_rise(option: Option, person: Trainee) -> bool:
    level = person.levels.get(option.skill) if option.skill is not None else None
    return (
        level is not None
        and option.from_level <= level < option.to_level
        and option.skill not in person.settled
    )


def _need_words(learners: Sequence[str]) -> str:
    """Who needs it, by reference; of many, the first two and how many more."""
    if len(learners) == 1:
        return f"{learners[0]} needs it"
    if len(learners) <= NAMED:
        return f"{joined(learners)} need it"
    return f"{', '.join(learners[:2])} and {len(learners) - 2} more learners need it"


def _lapse_words(course: str, days: int) -> str:
    if days <= 0:
        return f"their {course} has lapsed"
    return f"their {course} lapses in {days} {'day' if days == 1 else 'days'}"


def _shortages(
    options: Sequence[Option],
    people: Sequence[Trainee],
    demands: Sequence[Demand],
    skills: Mapping[SkillId, str],
    prospects: Sequence[Prospect],
) -> list[Shortage]:
    by_id = {each.id: each for each in people}
    raises = {each.id: each.skill for each in options if each.to_level >= ABLE}
    closing: dict[SkillId, list[Key]] = {}
    for each in prospects:
        skill = raises.get(each.option)
        if skill is not None and each.gap.skill and by_id[each.person].levels[skill] < ABLE:
            closing.setdefault(skill, []).append(each.key)
    found = []
    for skill, keys in closing.items():
        able = [each for each in people if each.levels.get(skill, 0) >= ABLE]
        if (few := _held_by_few(skills[skill], able, keys)) is not None:
            found.append(few)
        found += _short_days([each for each in demands if each.skill == skill], able, by_id, keys)
    return found


def _held_by_few(name: str, able: Sequence[Trainee], keys: Sequence[Key]) -> Shortage | None:
    if len(able) >= ENOUGH:
        return None
    why = f"only {able[0].name} can do {name}" if able else f"nobody can do {name} yet"
    return Shortage(
        why=why,
        missing=ENOUGH - len(able),
        worth=ONE_PERSON if able else NOBODY,
        closes=frozenset(keys),
    )


def _short_days(
    demands: Sequence[Demand],
    able: Sequence[Trainee],
    people: Mapping[PersonId, Trainee],
    keys: Sequence[Key],
) -> list[Shortage]:
    short = []
    for each in demands:
        missing = each.needed - sum(person.is_in(each.day) for person in able)
        if missing > 0:
            short.append((each, missing))
    if not short:
        return []
    learners = tuple(dict.fromkeys(name for each, _ in short for name in each.learners))
    days = joined([f"{each.day.name.title()}s" for each, _ in sorted(short, key=_day)])
    why = f"{_need_words(learners)} on {days}"
    return [
        Shortage(
            why=why,
            missing=missing,
            worth=SHORT_ON_A_DAY,
            closes=frozenset(key for key in keys if people[key[0]].is_in(each.day)),
        )
        for each, missing in short
    ]


def _day(short: tuple[Demand, int]) -> Weekday:
    return short[0].day


def _remarks(
    options: Sequence[Option], people: Sequence[Trainee], skills: Mapping[SkillId, str]
) -> tuple[str, ...]:
    """Whom a choice could not judge, skill by skill: that is asked first, never guessed."""
    asked = dict.fromkeys(each.skill for each in options if each.skill is not None)
    counted = [(skill, sum(skill in each.not_known for each in people)) for skill in asked]
    return tuple(
        f"{skills[skill]}: the level of {number} {'person' if number == 1 else 'people'} is not "
        "known, so no place was suggested for them. Ask first."
        for skill, number in counted
        if number
    )


def reason(case: TrainingCase, key: Key) -> str:
    """Why somebody would take a training: "because only Kay can do BSL 2, RT11 needs it"."""
    return _because(case, key, next((one.why for one in case.prospects if one.key == key), ()))


def reasons(case: TrainingCase) -> dict[Key, str]:
    """The same of everybody who could take one, in one go."""
    return {one.key: _because(case, one.key, one.why) for one in case.prospects}


def _because(case: TrainingCase, key: Key, own: Sequence[str]) -> str:
    shared = [each.why for each in case.shortages if key in each.closes]
    if any(" need" in why for why in shared):
        own = [why for why in own if not why.endswith((" needs it", " need it"))]
    parts = tuple(dict.fromkeys((*shared, *own)))
    return f"because {joined(parts, comma=True)}" if parts else "to raise what they can do"


def joined(parts: Sequence[str], *, comma: bool = False) -> str:
    """Words in a row: "a", "a and b", "a, b and c"; *comma* before the last of several."""
    if len(parts) < 2:
        return "".join(parts)
    before = "," if comma else ""
    return f"{', '.join(parts[:-1])}{before} and {parts[-1]}"
