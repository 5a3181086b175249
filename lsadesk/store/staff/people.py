"""People, teams, sites and the duties held for a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Date, bindparam, select

from lsadesk.domain.staff.people import (
    Contract,
    Link,
    Person,
    PersonDetails,
    PersonId,
    Site,
    SiteId,
    Team,
    TeamId,
    Welsh,
)
from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.store.mapping import by_name, day_of, days_text, days_value, precision_of, rough
from lsadesk.store.named import number_of
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import LinkRow, PersonRow, PersonSiteRow, SiteRow, TeamRow, table_of
from lsadesk.store.staff.structure import at_work
from lsadesk.store.work import Reading, Work, fill

# Who somebody is and which duties they have is read at every step: put together once.
_LINKS, _PEOPLE, _SITES = table_of(LinkRow), table_of(PersonRow), table_of(PersonSiteRow)
_BY_NUMBER = Prepared(select(_PEOPLE).where(_PEOPLE.c["id"] == bindparam("person")))
_SITES_OF = Prepared(
    select(_SITES.c["site_id"]).where(_SITES.c["person_id"] == bindparam("person"))
)
_HELD_BY = Prepared(
    select(_LINKS.c["duty"], _LINKS.c["person_id"])
    .join(_PEOPLE, _PEOPLE.c["id"] == _LINKS.c["holder_id"])
    .where(
        _LINKS.c["holder_id"] == bindparam("holder"),
        _LINKS.c["superseded_at"].is_(None),
        at_work(bindparam("today", type_=Date)),
    )
)

_GONE = "This person is no longer in the college file. Nothing was changed."


def everybody(reading: Reading) -> list[Person]:
    """All staff, leavers too, by surname and forename; who has one name only stands under it."""
    return list(reading.once(_everybody))


def _everybody(reading: Reading) -> list[Person]:
    sites = _sites_by_person(reading)
    rows = reading.session.execute(select(_PEOPLE).order_by(_PEOPLE.c["id"]))
    found = [_person(row, frozenset(sites.get(row.id, ()))) for row in rows]
    return sorted(found, key=lambda one: (folded(one.surname or one.forename), folded(one.name)))


def team_of_each(reading: Reading) -> Mapping[PersonId, TeamId | None]:
    """The team of everybody, leavers too."""
    rows = reading.session.execute(select(PersonRow.id, PersonRow.team_id))
    return {PersonId(person): None if team is None else TeamId(team) for person, team in rows}


def get(reading: Reading, person: PersonId) -> Person:
    """One person.

    Raises:
        UserError: there is no such person (any more).
    """
    found = reading.once(_found, person)
    if found is None:
        raise UserError(_GONE)
    return found


def _found(reading: Reading, person: PersonId) -> Person | None:
    row = _BY_NUMBER.first(reading.connection, person=person)
    sites = _SITES_OF.all(reading.connection, person=person)
    return None if row is None else _person(row, frozenset(SiteId(one.site_id) for one in sites))


def add(work: Work, details: PersonDetails) -> PersonId:
    """Write a new person."""
    row = PersonRow(**_columns(details))
    work.add(row)
    person = PersonId(row.id)
    _set_sites(work, person, details.sites)
    return person


def change(work: Work, person: PersonId, version: int, details: PersonDetails) -> None:
    """Write *details* over the person that was read at *version*.

    Raises:
        Stale: somebody has changed the person since.
    """
    row = work.as_read(PersonRow, person, version, gone=_GONE)
    moved = _set_sites(work, person, details.sites)
    fill(row, _columns(details))
    if moved:
        work.touch(row)


def teams(reading: Reading) -> list[Team]:
    """All teams by name."""
    rows = reading.session.scalars(select(TeamRow))
    return by_name(Team(TeamId(row.id), row.name) for row in rows)


def sites(reading: Reading) -> list[Site]:
    """All sites by name."""
    rows = reading.session.scalars(select(SiteRow))
    return by_name(Site(SiteId(row.id), row.name) for row in rows)


def team_named(work: Work, name: str) -> TeamId:
    """The team of that name, made if there is none."""
    return TeamId(number_of(work, TeamRow, name))


def site_named(work: Work, name: str) -> SiteId:
    """The site of that name, made if there is none."""
    return SiteId(number_of(work, SiteRow, name))


def links(reading: Reading, person: PersonId) -> Mapping[Link, PersonId]:
    """Who holds which duty for *person* now."""
    rows = reading.session.scalars(
        select(LinkRow).where(LinkRow.person_id == person, LinkRow.superseded_at.is_(None))
    )
    return {Link(row.duty): PersonId(row.holder_id) for row in rows}


def all_links(reading: Reading) -> Mapping[PersonId, Mapping[Link, PersonId]]:
    """Who holds which duty for whom now."""
    found: defaultdict[PersonId, dict[Link, PersonId]] = defaultdict(dict)
    wanted = select(LinkRow.person_id, LinkRow.duty, LinkRow.holder_id)
    for person, duty, holder in reading.session.execute(
        wanted.where(LinkRow.superseded_at.is_(None))
    ):
        found[PersonId(person)][Link(duty)] = PersonId(holder)
    return found


def held_by(reading: Reading, holder: PersonId) -> Mapping[Link, frozenset[PersonId]]:
    """For whom *holder* has which duty now; one who has left looks after nobody."""
    found: defaultdict[Link, set[PersonId]] = defaultdict(set)
    for duty, person in _HELD_BY.all(reading.connection, holder=holder, today=reading.today):
        found[Link(duty)].add(PersonId(person))
    return {link: frozenset(people) for link, people in found.items()}


def set_link(work: Work, person: PersonId, link: Link, holder: PersonId | None) -> bool:
    """Give the duty to *holder*, or to nobody; the old one stays in the history.

    Returns whether anything changed.
    """
    row = work.session.scalar(
        select(LinkRow).where(
            LinkRow.person_id == person,
            LinkRow.duty == link.value,
            LinkRow.superseded_at.is_(None),
        )
    )
    if (None if row is None else row.holder_id) == holder:
        return False
    if row is not None:
        row.superseded_at = work.now
    if holder is not None:
        work.session.add(
            LinkRow(person_id=person, duty=link.value, holder_id=holder, recorded_at=work.now)
        )
    return True


def _sites_by_person(reading: Reading) -> Mapping[int, Iterable[SiteId]]:
    query = select(PersonSiteRow.person_id, PersonSiteRow.site_id)
    found: defaultdict[int, set[SiteId]] = defaultdict(set)
    for person_id, site_id in reading.session.execute(query):
        found[person_id].add(SiteId(site_id))
    return found


def _set_sites(work: Work, person: PersonId, wanted: frozenset[SiteId]) -> bool:
    rows = work.session.scalars(
        select(PersonSiteRow).where(PersonSiteRow.person_id == person)
    ).all()
    present = {SiteId(row.site_id) for row in rows}
    for row in rows:
        if row.site_id not in wanted:
            work.session.delete(row)
    work.session.add_all(
        PersonSiteRow(person_id=person, site_id=site) for site in sorted(wanted - present)
    )
    return wanted != present


def _columns(details: PersonDetails) -> dict[str, object]:
    return {
        "forename": details.forename,
        "surname": details.surname,
        "payroll": details.payroll,
        "title": details.title,
        "role": details.role,
        "level": details.level,
        "team_id": details.team,
        "contract": details.contract.value,
        "weekly_minutes": details.weekly_minutes,
        "as_required": details.as_required,
        "teaches": details.teaches,
        "term_time_only": details.term_time_only,
        "days": days_text(details.days),
        "started": day_of(details.started),
        "started_precision": precision_of(details.started),
        "left_on": details.left_on,
        "welsh": details.welsh.value,
        "ewc": details.ewc,
        "note": details.note,
    }


def _person(row: Any, sites: frozenset[SiteId]) -> Person:
    """The domain's value of an entity or a plain row."""
    return Person(
        id=PersonId(row.id),
        version=row.version,
        forename=row.forename,
        surname=row.surname,
        payroll=row.payroll,
        title=row.title,
        role=row.role,
        level=row.level,
        team=None if row.team_id is None else TeamId(row.team_id),
        sites=sites,
        contract=Contract(row.contract),
        weekly_minutes=row.weekly_minutes,
        as_required=row.as_required,
        teaches=row.teaches,
        term_time_only=row.term_time_only,
        days=days_value(row.days),
        started=rough(row.started, row.started_precision),
        left_on=row.left_on,
        welsh=Welsh(row.welsh),
        ewc=row.ewc,
        note=row.note,
    )
