"""A week on paper for one of those in it: an LSA, a learner, a teacher, a room or a site.

A learner stands on no sheet but by reference or initials, and on another's sheet only where
whoever takes it away asks for that.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.timetable import Session
from lsadesk.domain.weeks.timetable_sheet import initials
from lsadesk.domain.words import folded


class Whose(StrEnum):
    """Whose week it is."""

    LSA = "LSA"
    LEARNER = "learner"
    TEACHER = "teacher"
    ROOM = "room"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody in a session; *learner* is set where they are beside that learner alone."""

    person: PersonId
    name: str
    learner: LearnerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A session of one week with who is in it; *unfilled* places still lack somebody."""

    session: Session
    site: str = ""
    lsas: tuple[Beside, ...] = ()
    learners: Mapping[LearnerId, str] = field(default_factory=dict)
    unfilled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfCollege:
    """A learner at a work placement on one day, with *lsa* beside them (None: nobody)."""

    day: Weekday
    span: TimeSpan
    place: str
    learner: LearnerId
    lsa: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenWeek:
    """A planned week as it is taken away.

    *standing* says whether the plan is published, and when it was last changed. *team* and
    *learners* are everybody, also those with nothing in this week. *listed* has people surname
    first, as far as that is known. *closed* says why the college is shut on a day.
    """

    college: str
    week: str
    standing: str
    printed: date
    happenings: tuple[Happening, ...]
    team: Mapping[PersonId, str]
    learners: Mapping[LearnerId, str]
    listed: Mapping[PersonId, str] = field(default_factory=dict)
    closed: Mapping[Weekday, str] = field(default_factory=dict)
    placements: tuple[OutOfCollege, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands in a timetable at one time; *lines* say where it is and with whom."""

    day: Weekday
    span: TimeSpan
    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """One sheet: the week of *name*; the entries are in the order in which they happen."""

    college: str
    whose: Whose
    name: str
    week: str
    standing: str
    printed: date
    entries: tuple[Entry, ...]
    closed: Mapping[Weekday, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choosable:
    """One of those who can have a timetable; *key* tells namesakes apart."""

    key: str
    name: str


def choosable(week: TakenWeek, whose: Whose) -> list[Choosable]:
    """Everybody, or every place, that a timetable can be made for, by name; LSAs by surname."""
    found = {key: name for key, name in _KEYED[whose](week) if name}
    made = [Choosable(key, name) for key, name in found.items()]
    by_surname = {key_of(who): name for who, name in week.listed.items()}
    listed = by_surname if whose is Whose.LSA else {}
    return sorted(made, key=lambda each: (folded(listed.get(each.key, each.name)), each.key))


def timetables(
    week: TakenWeek, whose: Whose, chosen: Collection[str] | None = None, *, learners: bool = False
) -> list[Timetable]:
    """A timetable for each key in *chosen* (None: for all), by name.

    *learners*: an LSA's sheet says by reference who comes.
    """
    wanted = [each for each in choosable(week, whose) if chosen is None or each.key in chosen]
    return [_timetable(week, whose, each, learners=learners) for each in wanted]


def key_of(person: PersonId) -> str:
    """The key of a person's own timetable."""
    return str(person)


def room_key(session: Session, site: str) -> str:
    """The key of the timetable of the room in which *session* is, at *site*."""
    return f"{session.room}|{site}"


def _timetable(week: TakenWeek, whose: Whose, one: Choosable, *, learners: bool) -> Timetable:
    there = [each for each in week.happenings if one.key in _keys(each, whose)]
    entries = [_entry(each, whose, one.key, learners=learners) for each in there]
    entries += _at_placements(week, whose, one.key, learners=learners)
    return Timetable(
        college=week.college,
        whose=whose,
        name=initials(one.name) if whose is Whose.LEARNER else one.name,
        week=week.week,
        standing=week.standing,
        printed=week.printed,
        entries=tuple(sorted(entries, key=lambda each: (each.day, each.span, each.title))),
        closed=week.closed,
    )


def _entry(happening: Happening, whose: Whose, key: str, *, learners: bool) -> Entry:
    session = happening.session
    lines = _LINES[whose](happening, key)
    if whose is Whose.LSA and learners:
        lines = [*lines, _learners(happening, key)]
    return Entry(
        day=session.day,
        span=session.span,
        title=session.title or session.group,
        lines=tuple(line for line in lines if line),
    )


def _at_placements(week: TakenWeek, whose: Whose, key: str, *, learners: bool) -> Iterator[Entry]:
    """The times at a work placement, of the learner and of whoever is beside them."""
    for each in week.placements:
        beside = "" if each.lsa is None else week.team.get(each.lsa, "")
        told: tuple[str, ...] = ()
        if whose is Whose.LSA and each.lsa is not None and key_of(each.lsa) == key:
            told = (_coming([week.learners.get(each.learner, "")]) if learners else "", each.place)
        elif whose is Whose.LEARNER and str(each.learner) == key:
            told = (_with([beside] if beside else []), each.place)
        if told:
            lines = tuple(line for line in told if line)
            yield Entry(day=each.day, span=each.span, title="Work placement", lines=lines)


def _for_lsa(happening: Happening, key: str) -> list[str]:
    others = [each.name for each in happening.lsas if key_of(each.person) != key]
    with_whom = [each for each in (happening.session.teacher, *others) if each]
    return [happening.session.group, _with(with_whom), _where(happening)]


def _for_learner(happening: Happening, key: str) -> list[str]:
    """Who supports them, whether beside them alone or beside the group; no other learner."""
    own = [each.name for each in happening.lsas if str(each.learner) == key]
    shared = [each.name for each in happening.lsas if each.learner is None]
    return [
        _with([*own, *(shared if not own else [])]),
        happening.session.teacher,
        _where(happening),
    ]


def _for_teacher(happening: Happening, _key: str) -> list[str]:
    return [happening.session.group, _lsas(happening), _where(happening)]


def _for_room(happening: Happening, _key: str) -> list[str]:
    return [happening.session.group, happening.session.teacher, _lsas(happening)]


def _for_site(happening: Happening, _key: str) -> list[str]:
    return [
        happening.session.group,
        happening.session.room,
        happening.session.teacher,
        _lsas(happening),
    ]


def _lsas(happening: Happening) -> str:
    names = [each.name for each in happening.lsas]
    if happening.unfilled:
        places = "1 place" if happening.unfilled == 1 else f"{happening.unfilled} places"
        names.append(f"{places} not covered yet")
    return f"LSA: {', '.join(names)}" if names else ""


def _learners(happening: Happening, key: str) -> str:
    """Whom an LSA is beside: one learner, or those who come."""
    own = {each.learner for each in happening.lsas if key_of(each.person) == key} - {None}
    return _coming([name for who, name in happening.learners.items() if who in own or not own])


def _coming(references: Collection[str]) -> str:
    many = "Learner" if len(references) == 1 else "Learners"
    return f"{many}: {' '.join(map(initials, references))}" if references else ""


def _with(names: Collection[str]) -> str:
    return f"with {', '.join(names)}" if names else ""


def _where(happening: Happening) -> str:
    return ", ".join(each for each in (happening.session.room, happening.site) if each)


def _keys(happening: Happening, whose: Whose) -> set[str]:
    """The keys of those on whose sheet it stands."""
    session = happening.session
    if whose is Whose.LSA:
        return {key_of(each.person) for each in happening.lsas}
    if whose is Whose.LEARNER:
        return {str(each) for each in happening.learners}
    if whose is Whose.TEACHER:
        return {session.teacher}
    return {room_key(session, happening.site)} if whose is Whose.ROOM else {happening.site}


def _rooms(week: TakenWeek) -> Iterator[tuple[str, str]]:
    rooms = (each for each in week.happenings if each.session.room)
    return ((room_key(each.session, each.site), _where(each)) for each in rooms)


_KEYED: Mapping[Whose, Callable[[TakenWeek], Iterator[tuple[str, str]]]] = {
    Whose.LSA: lambda week: ((key_of(who), name) for who, name in week.team.items()),
    Whose.LEARNER: lambda week: ((str(who), name) for who, name in week.learners.items()),
    Whose.TEACHER: lambda week: (
        (one.session.teacher, one.session.teacher) for one in week.happenings
    ),
    Whose.ROOM: _rooms,
    Whose.SITE: lambda week: ((each.site, each.site) for each in week.happenings),
}
_LINES: Mapping[Whose, Callable[[Happening, str], list[str]]] = {
    Whose.LSA: _for_lsa,
    Whose.LEARNER: _for_learner,
    Whose.TEACHER: _for_teacher,
    Whose.ROOM: _for_room,
    Whose.SITE: _for_site,
}
