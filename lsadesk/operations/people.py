"""Staff, teams, sites, and who is line manager, appraiser and deployer for whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.people import Link, Person, PersonDetails, PersonId, Site, SiteId, Team, TeamId
from lsadesk.domain.rights import READ, Kind, people_open_to
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store import people as rows
from lsadesk.store.trail import Entry


@dataclass(frozen=True, slots=True)
class Directory:
    """The staff open to whoever asks, with the names that their records point to."""

    people: tuple[Person, ...]
    teams: Mapping[TeamId, str]
    sites: Mapping[SiteId, str]
    links: Mapping[PersonId, Mapping[Link, PersonId]]
    names: Mapping[PersonId, str]


def directory(desk: Desk) -> Directory:
    """Everybody whose staff record is open to the asker; the whole staff for a head."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        everybody = rows.everybody(reading)
        ids = frozenset(person.id for person in everybody)
        visible = people_open_to(standing, READ, Kind.PERSON, ids)
        all_links = rows.all_links(reading)
        return Directory(
            tuple(person for person in everybody if person.id in visible),
            {team.id: team.name for team in rows.teams(reading)},
            {site.id: site.name for site in rows.sites(reading)},
            {person: all_links.get(person, {}) for person in visible},
            {person.id: person.name for person in everybody},
        )


def person(desk: Desk, who: PersonId) -> Person:
    """One person's staff record."""
    with desk.reading(Kind.PERSON, who) as reading:
        return rows.get(reading, who)


def add_person(desk: Desk, details: PersonDetails) -> Done[PersonId]:
    """Add a member of staff; only a name is required."""
    _checked(details)
    with desk.writing(Kind.PERSON) as work:
        who = rows.add(work, details)
        return desk.keep(
            work, who, f"Added {details.name}", Entry("added", Kind.PERSON, who), Subject.PEOPLE
        )


def change_person(desk: Desk, who: PersonId, version: int, details: PersonDetails) -> Done[None]:
    """Write *details* over the record that was read at *version*.

    Raises:
        Stale: somebody else has changed it since.
    """
    _checked(details)
    with desk.writing(Kind.PERSON, who) as work:
        rows.change(work, who, version, details)
        return desk.keep(
            work,
            None,
            f"Changed {details.name}",
            Entry("changed", Kind.PERSON, who),
            Subject.PEOPLE,
            about=who,
        )


def mark_leaver(desk: Desk, who: PersonId, left_on: date | None) -> Done[None]:
    """Note the last day of a person; None: they are not leaving after all."""
    current = person(desk, who)
    details = PersonDetails(
        **{
            name: getattr(current, name)
            for name in PersonDetails.__dataclass_fields__  # the same fields, less id and version
        }
    )
    return change_person(desk, who, current.version, replace(details, left_on=left_on))


def set_link(desk: Desk, who: PersonId, link: Link, holder: PersonId | None) -> Done[None]:
    """Say who is a person's line manager, appraiser or deployer; each apart (A12)."""
    if holder == who:
        raise UserError(f"Nobody can be their own {link.value}. Choose somebody else.")
    with desk.writing(Kind.PERSON, who) as work:
        rows.set_link(work, who, link, holder)
        name = rows.get(work, who).name
        return desk.keep(
            work,
            None,
            f"Set the {link.value} of {name}",
            Entry(f"set {link.value}", Kind.PERSON, who),
            Subject.PEOPLE,
            Subject.ACCOUNTS,
            about=who,
        )


def add_team(desk: Desk, name: str) -> Done[TeamId]:
    """The team of that name, made if there is none."""
    with desk.writing(Kind.PERSON) as work:
        team = rows.team_named(work, _named(name, "team"))
        return desk.keep(
            work, team, f"Added the team {name}", Entry("added team", Kind.PERSON), Subject.PEOPLE
        )


def add_site(desk: Desk, name: str) -> Done[SiteId]:
    """The site of that name, made if there is none."""
    with desk.writing(Kind.PERSON) as work:
        site = rows.site_named(work, _named(name, "site"))
        return desk.keep(
            work, site, f"Added the site {name}", Entry("added site", Kind.PERSON), Subject.PEOPLE
        )


def teams_and_sites(desk: Desk) -> tuple[list[Team], list[Site]]:
    """All teams and sites by name; no record of anybody."""
    with desk.store.read() as reading:
        return rows.teams(reading), rows.sites(reading)


def _checked(details: PersonDetails) -> None:
    if not details.name:
        raise UserError("A person needs at least a forename or a surname.")


def _named(name: str, what: str) -> str:
    if not name.strip():
        raise UserError(f"A {what} needs a name.")
    return name.strip()
