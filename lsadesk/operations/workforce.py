"""The college's view of the map: numbers, and who could follow in a role."""

from collections.abc import Mapping

from lsadesk.domain.assessment import known_from
from lsadesk.domain.career import role_of
from lsadesk.domain.catalogue import EntryPointId
from lsadesk.domain.framework import Framework, RoleId, StatementId
from lsadesk.domain.people import Person
from lsadesk.domain.rights import READ, Kind, allows
from lsadesk.domain.skills import SkillValue
from lsadesk.domain.workforce import (
    Demand,
    Headcount,
    Standpoint,
    TeamSuccession,
    demand,
    headcounts,
    succession,
)
from lsadesk.operations import layer as own
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts, career, layer, people, record
from lsadesk.store import assessment as kept
from lsadesk.store.work import Reading


def role_headcounts(desk: Desk) -> tuple[Headcount, ...]:
    """How many at work here hold each role; exact only for those who see all staff records.

    Everybody may ask: what could point at a person is left out of the answer.
    """
    with desk.store.read() as reading:
        exact = allows(accounts.standing_of(reading, desk.account), READ, Kind.PERSON)
        framework = layer.library_of(reading).framework
        return headcounts(framework, _roles(desk, reading, framework), exact=exact)


def wishes_and_posts(desk: Desk) -> tuple[Demand, ...]:
    """Where people want to go against where posts are, in numbers, for the head."""
    with desk.reading(Kind.CAREER) as reading:
        framework = layer.library_of(reading).framework
        here = {one.id for one in _at_work(desk, reading)}
        everybodys = career.all_wishes(reading)
        wished = [role for one, (wishes, _) in everybodys.items() if one in here for role in wishes]
        posts = own.posts(layer.layer(reading))
        return demand(framework, _roles(desk, reading, framework), wished, posts)


def who_could_follow(desk: Desk, role: RoleId) -> tuple[TeamSuccession, ...]:
    """Succession for a role, team by team, for the head.

    Of self-assessments only what was handed in counts; drafts are their author's alone.
    """
    with desk.reading(Kind.CAREER) as reading:
        framework = layer.library_of(reading).framework
        wishes = career.all_wishes(reading)
        near = {route.origin for route in framework.routes_into(role)}
        staff = []
        for one in _at_work(desk, reading):
            wished, stays = wishes.get(one.id, ((), False))
            now = role_of(framework, one)
            matters = now in near or role in wished
            known = _handed_in(reading, one) if matters else {}
            staff.append(Standpoint(person=one, role=now, wishes=wished, stays=stays, known=known))
        return succession(framework, role, staff)


def ways_in(desk: Desk) -> Mapping[EntryPointId, int]:
    """How many of those at work came in by each way (A23); those who do not say are left out."""
    with desk.reading(Kind.CAREER) as reading:
        return record.entries_among(reading, {one.id for one in _at_work(desk, reading)})


def _at_work(desk: Desk, reading: Reading) -> list[Person]:
    return [one for one in people.everybody(reading) if one.works_on(desk.today)]


def _roles(desk: Desk, reading: Reading, framework: Framework) -> list[RoleId | None]:
    return [role_of(framework, one) for one in _at_work(desk, reading)]


def _handed_in(reading: Reading, person: Person) -> dict[StatementId, SkillValue]:
    found = kept.latest(reading, person.id, handed_in=True)
    return {} if found is None else known_from(kept.shared_answers(reading, found.id))
