"""The college's view of the map: people as far as they are open, and who could follow in a role.

Each asks the college file as often for four hundred people as for forty.
"""

from collections.abc import Mapping

from lsadesk.domain.appraisals.assessment import known_from
from lsadesk.domain.careers.career import role_of
from lsadesk.domain.careers.catalogue import EntryPointId
from lsadesk.domain.careers.framework import Framework, RoleId
from lsadesk.domain.careers.workforce import (
    Colleague,
    CollegeMap,
    Demand,
    Headcount,
    Standpoint,
    TeamSuccession,
    demand,
    headcounts,
    succession,
)
from lsadesk.domain.rights import READ, Kind, allows, people_open_to
from lsadesk.domain.staff.people import Person
from lsadesk.operations.careers import layer as own
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.appraisals import handed_in
from lsadesk.store.careers import career, layer
from lsadesk.store.staff import people, record
from lsadesk.store.work import Reading


def role_headcounts(desk: Desk) -> tuple[Headcount, ...]:
    """How many at work here hold each role; exact only for those who see all staff records.

    Everybody may ask: what could point at a person is left out of the answer.
    """
    with desk.store.read() as reading:
        exact = allows(accounts.standing_of(reading, desk.account), READ, Kind.PERSON)
        framework = layer.library_of(reading).framework
        return headcounts(framework, _roles(desk, reading, framework), exact=exact)


def college_map(desk: Desk) -> CollegeMap:
    """The map with the college's people on it.

    Everybody may ask. Names are those of open staff records, wishes those of open career
    records; numbers that could point at somebody are withheld from everybody else.
    """
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        found = layer.library_of(reading)
        at_work = _at_work(desk, reading)
        everybody = frozenset(one.id for one in at_work)
        named = people_open_to(standing, READ, Kind.PERSON, everybody)
        open_wishes = people_open_to(standing, READ, Kind.CAREER, everybody)
        wishes = career.all_wishes(reading) if open_wishes else {}
        sees_all = allows(standing, READ, Kind.PERSON)
        held = [(one, role_of(found.framework, one)) for one in at_work]
        counted = headcounts(found.framework, (role for _, role in held), exact=sees_all)
        return CollegeMap(
            counts={each.role: each.people for each in counted},
            colleagues=tuple(
                Colleague(
                    person=one.id,
                    name=one.name,
                    team=one.team,
                    role=role,
                    wishes=wishes.get(one.id, ((), False))[0] if one.id in open_wishes else None,
                )
                for one, role in held
                if one.id in named
            ),
            teams={team.id: team.name for team in people.teams(reading)},
            posts=own.posts(layer.layer(reading)) if sees_all else {},
            sees_all=sees_all,
        )


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
        at_work = _at_work(desk, reading)
        said = handed_in.newest_of(reading, {one.id for one in at_work})
        staff = []
        for one in at_work:
            wished, stays = wishes.get(one.id, ((), False))
            known = known_from(said[one.id].answers) if one.id in said else {}
            now = role_of(framework, one)
            staff.append(Standpoint(person=one, role=now, wishes=wished, stays=stays, known=known))
        return succession(framework, role, staff)


def ways_in(desk: Desk) -> Mapping[EntryPointId, int]:
    """How many of those at work came in by each way (A23); those who do not say are left out."""
    with desk.reading(Kind.CAREER) as reading:
        return record.entries_among(reading, {one.id for one in _at_work(desk, reading)})


def _at_work(desk: Desk, reading: Reading) -> list[Person]:
    """Whoever is at work, but for those on a teaching contract: they are no LSAs."""
    staff = people.everybody(reading)
    return [one for one in staff if one.works_on(desk.today) and not one.teaches]


def _roles(desk: Desk, reading: Reading, framework: Framework) -> list[RoleId | None]:
    return [role_of(framework, one) for one in _at_work(desk, reading)]
