"""The career map as one person sees it, and what they wish for."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lsadesk.domain.appraisals.assessment import known_from
from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.domain.careers.career import Place, one_step_away, role_of
from lsadesk.domain.careers.catalogue import Catalogue
from lsadesk.domain.careers.framework import Framework, RoleId, StatementId
from lsadesk.domain.careers.pathways import (
    BesideStory,
    PathStep,
    Pathway,
    nearest_stories,
    path_step,
    pathways,
)
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.developing.development import Behind
from lsadesk.domain.rights import READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import CareerRecord
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.careers.finding import Index
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store.careers import career as rows
from lsadesk.store.careers import layer
from lsadesk.store.developing import development
from lsadesk.store.staff import people
from lsadesk.store.staff import record as records
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerMap:
    """The college's map and, where the account is a person's, where they stand on it.

    *known* is what they say of themselves, read for their own eyes only; *record* is what
    they bring, *planned* the roles and stories that lines of their plan came from. Stories and
    routes may name what the college has hidden: look up with `get`.
    """

    framework: Framework
    catalogue: Catalogue
    place: Place | None
    known: Mapping[StatementId, SkillValue]
    record: CareerRecord | None
    planned: frozenset[Behind] = frozenset()


@dataclass(frozen=True, slots=True)
class RoleToFind:
    """A role by all that it is called: its name, and the titles that stand for it."""

    id: RoleId
    name: str
    names: tuple[str, ...]
    kind: str
    summary: str


def my_map(desk: Desk) -> CareerMap:
    """The map for whoever is signed in."""
    person = desk.person
    if person is None:
        with desk.store.read() as reading:
            found = layer.library_of(reading)
        return CareerMap(
            framework=found.framework, catalogue=found.catalogue, place=None, known={}, record=None
        )
    with desk.reading(Kind.CAREER, person) as reading:
        found = layer.library_of(reading)
        wishes, stays = rows.wishes_of(reading, person)
        place = Place(
            person=person,
            role=role_of(found.framework, people.get(reading, person)),
            wishes=tuple(role for role in wishes if role in found.framework.roles),
            stays=stays,
        )
        return CareerMap(
            framework=found.framework,
            catalogue=found.catalogue,
            place=place,
            known=known_from(assessment.own_answers(desk, reading, person)),
            record=records.record_of(reading, person),
            planned=_planned(desk, reading, person),
        )


def roles_to_find(seen: CareerMap) -> Index[RoleToFind]:
    """Finds roles by name, by other titles and with slips of the pen."""
    titles: defaultdict[RoleId, list[str]] = defaultdict(list)
    for title in seen.catalogue.titles:
        titles[title.role].append(title.title)
    lanes = {lane.id: lane.name for lane in seen.framework.lanes}
    return Index(
        [
            RoleToFind(
                id=role.id,
                name=role.name,
                names=(*role.titles, *titles[role.id]),
                kind=lanes[role.lane],
                summary=role.summary,
            )
            for role in seen.framework.roles.values()
        ]
    )


def ways_to(seen: CareerMap, goal: RoleId, *, start: RoleId | None = None) -> tuple[Pathway, ...]:
    """Up to five ways to *goal* from *start* (None: from where the person is), staying last.

    Empty where it is not known where the person is.
    """
    begins = start if start is not None or seen.place is None else seen.place.role
    if begins is None:
        return ()
    held = frozenset() if seen.record is None else seen.record.held
    return pathways(seen.framework, seen.catalogue, begins, goal, seen.known, held=held)


def one_step(seen: CareerMap) -> tuple[PathStep, ...]:
    """What is one step from where the person is, that of which most is there already first."""
    place = None if seen.place is None else seen.place.role
    if place is None:
        return ()
    held = frozenset() if seen.record is None else seen.record.held
    return tuple(
        path_step(seen.framework, seen.catalogue, step.route, seen.known, held)
        for step in one_step_away(seen.framework, place, seen.known)
    )


def stories_of(seen: CareerMap) -> tuple[BesideStory, ...]:
    """Every story beside the person's own way, those with most in common first."""
    record = seen.record
    return nearest_stories(
        seen.catalogue,
        past=frozenset() if record is None else record.roles_before,
        now=None if seen.place is None else seen.place.role,
        held=frozenset() if record is None else record.held,
    )


def wish_for(desk: Desk, role: RoleId, *, wished: bool) -> Done[None]:
    """Mark a role as one that the person would like, or no longer."""
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        name = layer.library_of(work).framework.roles[role].name
        wishes, stays = rows.wishes_of(work, person)
        others = [one for one in wishes if one != role]
        rows.set_wishes(work, person, [*others, role] if wished else others, stays=stays)
        sentence = f"Wished for {name}" if wished else f"No longer wished for {name}"
        return _keep(desk, work, person, sentence)


def wish_to_stay(desk: Desk, *, stays: bool) -> Done[None]:
    """Say that no change is wanted, or take that back; other wishes may stand beside it."""
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        wishes, _ = rows.wishes_of(work, person)
        rows.set_wishes(work, person, wishes, stays=stays)
        sentence = "Said that I want to stay where I am" if stays else "Open to a change again"
        return _keep(desk, work, person, sentence)


def _planned(desk: Desk, reading: Reading, person: PersonId) -> frozenset[Behind]:
    desk.require(reading, READ, Kind.DEVELOPMENT, person)
    lines = development.actions_of(reading, person)
    return frozenset(line.behind for line in lines if line.behind is not None)


def _keep(desk: Desk, work: Work, person: PersonId, sentence: str) -> Done[None]:
    entry = Entry("changed wishes", Kind.CAREER, person)
    return desk.keep(work, None, sentence, entry, Subject.CAREER, about=person)
