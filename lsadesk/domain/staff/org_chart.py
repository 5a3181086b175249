"""Who leads whom, as the links to line managers say: what an organisation chart shows (A29)."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.staff.people import Person, PersonId, TeamId
from lsadesk.domain.words import folded


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody on the chart: name, job title and team, and nothing else of their record."""

    name: str
    title: str
    team: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A manager, *depth* steps below the top, and those they manage who manage nobody."""

    manager: Post
    depth: int
    people: tuple[Post, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgChart:
    """The college on *day*: managers from the top down, each followed by those below them.

    *alone* are those who manage nobody and whose line manager is not known.
    """

    college: str
    day: date
    units: tuple[Unit, ...]
    alone: tuple[Post, ...]


def org_chart(
    college: str,
    day: date,
    staff: Collection[Person],
    managers: Mapping[PersonId, PersonId],
    teams: Mapping[TeamId, str],
) -> OrgChart:
    """The chart of those of *staff* who work on *day*; everybody is on it once.

    A manager who has left leaves those below them without one. Where people manage each other
    in a ring, the first by surname is taken for the top.
    """
    here = sorted((one for one in staff if one.works_on(day)), key=lambda p: folded(p.sort_name))
    ids = {person.id for person in here}
    below: defaultdict[PersonId | None, list[Person]] = defaultdict(list)
    for person in here:
        manager = managers.get(person.id)
        below[manager if manager in ids else None].append(person)
    posts = {each.id: _post(each, teams) for each in here}
    seen: set[PersonId] = set()
    units: list[Unit] = []
    for top in (*below[None], *here):
        if top.id in below:
            units += _units(top, below, posts, seen)
    alone = tuple(posts[each.id] for each in below[None] if each.id not in below)
    return OrgChart(college=college, day=day, units=tuple(units), alone=alone)


def _units(
    top: Person,
    below: Mapping[PersonId | None, list[Person]],
    posts: Mapping[PersonId, Post],
    seen: set[PersonId],
) -> Iterator[Unit]:
    waiting = [(top, 0)]
    while waiting:
        manager, depth = waiting.pop()
        if manager.id in seen:
            continue
        seen.add(manager.id)
        leading = [each for each in below[manager.id] if each.id in below]
        people = [posts[each.id] for each in below[manager.id] if each.id not in below]
        people.sort(key=lambda post: folded(post.team))
        yield Unit(posts[manager.id], depth, tuple(people))
        waiting += [(each, depth + 1) for each in reversed(leading)]


def _post(person: Person, teams: Mapping[TeamId, str]) -> Post:
    team = "" if person.team is None else teams.get(person.team, "")
    return Post(person.name, person.title, team)
