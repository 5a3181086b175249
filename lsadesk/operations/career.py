"""The career map as one person sees it, and what they wish for."""

from collections.abc import Mapping
from dataclasses import dataclass

from lsadesk.domain.assessment import known_from
from lsadesk.domain.career import Place, role_of
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.framework import Framework, RoleId, StatementId
from lsadesk.domain.people import PersonId
from lsadesk.domain.rights import Kind
from lsadesk.domain.skills import SkillValue
from lsadesk.operations import assessment
from lsadesk.operations.desk import Desk
from lsadesk.store import career as rows
from lsadesk.store import library, people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerMap:
    """The framework and, where the account is a person's, where they stand on it.

    *known* is what they say of themselves, read for their own eyes only.
    """

    framework: Framework
    place: Place | None
    known: Mapping[StatementId, SkillValue]


def my_map(desk: Desk) -> CareerMap:
    """The map for whoever is signed in."""
    framework = library.built_in().framework
    person = desk.person
    if person is None:
        return CareerMap(framework=framework, place=None, known={})
    with desk.reading(Kind.CAREER, person) as reading:
        wishes, stays = rows.wishes_of(reading, person)
        place = Place(
            person=person,
            role=role_of(framework, people.get(reading, person)),
            wishes=tuple(role for role in wishes if role in framework.roles),
            stays=stays,
        )
        answers = assessment.own_answers(desk, reading, person)
        return CareerMap(framework=framework, place=place, known=known_from(answers))


def wish_for(desk: Desk, role: RoleId, *, wished: bool) -> Done[None]:
    """Mark a role as one that the person would like, or no longer."""
    name = library.built_in().framework.roles[role].name
    person = assessment.own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        wishes, stays = rows.wishes_of(work, person)
        others = [one for one in wishes if one != role]
        rows.set_wishes(work, person, [*others, role] if wished else others, stays=stays)
        sentence = f"Wished for {name}" if wished else f"No longer wished for {name}"
        return _keep(desk, work, person, sentence)


def wish_to_stay(desk: Desk, *, stays: bool) -> Done[None]:
    """Say that no change is wanted, or take that back; other wishes may stand beside it."""
    person = assessment.own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        wishes, _ = rows.wishes_of(work, person)
        rows.set_wishes(work, person, wishes, stays=stays)
        sentence = "Said that I want to stay where I am" if stays else "Open to a change again"
        return _keep(desk, work, person, sentence)


def _keep(desk: Desk, work: Work, person: PersonId, sentence: str) -> Done[None]:
    entry = Entry("changed wishes", Kind.CAREER, person)
    return desk.keep(work, None, sentence, entry, Subject.CAREER, about=person)
