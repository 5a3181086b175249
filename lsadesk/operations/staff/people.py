"""Staff, and who is line manager, appraiser and deployer for whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import (
    CHANGE,
    EXPORT,
    READ,
    Kind,
    Standing,
    allows,
    people_open_to,
)
from lsadesk.domain.staff.people import Link, Person, PersonDetails, PersonId, SiteId, Team, TeamId
from lsadesk.domain.staff.record import PastRole
from lsadesk.domain.staff.specialisms import Area
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff.wales import is_in_wales
from lsadesk.store import accounts
from lsadesk.store.staff import people as rows
from lsadesk.store.staff import record, specialisms
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Directory:
    """The staff open to whoever asks, with the names that their records point to.

    *known* are those of whom only name, job title and team are open (to their appraiser,
    say). *names* are those of the people who are open and of whoever looks after them.
    *changeable* are those whose record the asker may change; *may_add* says whether people,
    teams and sites may be added, *may_give_duties* whether it is theirs to say who looks
    after whom; *plans* are those whose development plan is open, *hours* those of whom it may
    be said when and how they can be deployed, *health* those of whom why not, *on_cards* those
    of whom how they appear on learners' cards, *timetables* those whose published week is open.
    *held_open* are those for whom all that is held on them may be taken out. *specialisms* are
    those of *people* who have any, *past* the earlier work of those whose careers are open, too
    (A20). *in_wales*: their Welsh and registration are asked for.
    """

    people: tuple[Person, ...]
    teams: Mapping[TeamId, str]
    sites: Mapping[SiteId, str]
    links: Mapping[PersonId, Mapping[Link, PersonId]]
    names: Mapping[PersonId, str]
    known: tuple["Colleague", ...]
    changeable: frozenset[PersonId]
    may_add: bool
    may_give_duties: bool
    plans: frozenset[PersonId]
    hours: frozenset[PersonId]
    timetables: frozenset[PersonId]
    health: frozenset[PersonId]
    on_cards: frozenset[PersonId]
    held_open: frozenset[PersonId]
    specialisms: Mapping[PersonId, tuple[Area, ...]]
    past: Mapping[PersonId, tuple[PastRole, ...]]
    in_wales: bool = False


@dataclass(frozen=True, slots=True)
class Colleague:
    """A line of the staff list: what everybody at the college may know of each other."""

    id: PersonId
    name: str
    sort_name: str
    title: str = ""
    team: str = ""


def colleague(person: Person, teams: Iterable[Team]) -> Colleague:
    """What everybody may know of *person*."""
    team = next((team.name for team in teams if team.id == person.team), "")
    return Colleague(person.id, person.name, person.sort_name, person.title, team)


def directory(desk: Desk) -> Directory:
    """Everybody whose staff record is open to the asker; the whole staff for a head.

    Raises:
        NotAllowed: the account holds no duty (any more).
    """
    with desk.store.read() as reading:
        standing = _some_standing(desk, reading)
        everybody = rows.everybody(reading)
        ids = frozenset(person.id for person in everybody)
        visible = people_open_to(standing, READ, Kind.PERSON, ids)
        named = people_open_to(standing, READ, Kind.DIRECTORY, ids) - visible
        links = _open_links(reading, visible)
        told = visible | named | {who for held in links.values() for who in held.values()}
        teams = rows.teams(reading)
        areas = specialisms.all_specialisms(reading)
        careers = people_open_to(standing, READ, Kind.CAREER, visible)
        brought = record.records_among(reading, careers)
        return Directory(
            people=tuple(person for person in everybody if person.id in visible),
            teams={team.id: team.name for team in teams},
            sites={site.id: site.name for site in rows.sites(reading)},
            links=links,
            names={person.id: person.name for person in everybody if person.id in told},
            known=tuple(colleague(each, teams) for each in everybody if each.id in named),
            changeable=people_open_to(standing, CHANGE, Kind.PERSON, ids),
            may_add=allows(standing, CHANGE, Kind.PERSON),
            may_give_duties=allows(standing, CHANGE, Kind.DUTY),
            held_open=people_open_to(standing, EXPORT, Kind.HELD, ids),
            plans=people_open_to(standing, READ, Kind.DEVELOPMENT, ids),
            hours=people_open_to(standing, CHANGE, Kind.WORK_PATTERN, ids),
            timetables=people_open_to(standing, READ, Kind.DEPLOYMENT, ids),
            health=people_open_to(standing, CHANGE, Kind.HEALTH, ids),
            on_cards=people_open_to(standing, CHANGE, Kind.ON_CARDS, ids),
            specialisms={who: areas[who] for who in areas.keys() & visible},
            past={who: each.past for who, each in brought.items() if each.past},
            in_wales=is_in_wales(reading),
        )


def colleagues(desk: Desk) -> list[Colleague]:
    """Who works here now, by surname, for choosing a person; whoever holds a duty may ask.

    Raises:
        NotAllowed: the account holds no duty (any more).
    """
    with desk.store.read() as reading:
        _some_standing(desk, reading)
        teams = rows.teams(reading)
        staff = rows.everybody(reading)
        return [colleague(each, teams) for each in staff if each.works_on(desk.today)]


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


def change_person(
    desk: Desk, who: PersonId, version: int, details: PersonDetails, *, because: str = ""
) -> Done[Person]:
    """Write *details* over the record that was read at *version*; the record as it is then.

    An LSA level that is known moves with a signed appraisal; *because* is why it is corrected
    without one, and stands on the trail (A27).

    Raises:
        Stale: somebody else has changed it since.
        UserError: the level is another and nobody said why.
    """
    _checked(details)
    with desk.writing(Kind.PERSON, who) as work:
        corrected = _level_corrected(rows.get(work, who), details, because.strip())
        rows.change(work, who, version, details)
        work.session.flush()
        return desk.keep(
            work,
            rows.get(work, who),
            f"Changed {details.name}",
            Entry("changed", Kind.PERSON, who, corrected),
            Subject.PEOPLE,
            about=who,
        )


def _level_corrected(before: Person, wanted: PersonDetails, because: str) -> str:
    """What the trail says of another level; "" where it stays, or was not known."""
    if before.level is None or wanted.level == before.level:
        return ""
    if not because:
        raise UserError("The LSA level moves with a signed appraisal. To correct it here, say why.")
    after = "not known" if wanted.level is None else wanted.level
    return f"LSA level {before.level} to {after}: {because}"


def mark_leaver(desk: Desk, who: PersonId, left_on: date | None) -> Done[Person]:
    """Note the last day of a person; None: they are not leaving after all."""
    current = person(desk, who)
    return change_person(desk, who, current.version, replace(current, left_on=left_on))


def set_link(desk: Desk, who: PersonId, link: Link, holder: PersonId | None) -> Done[None]:
    """Say who is a person's line manager, appraiser or deployer; each apart (A12)."""
    if holder == who:
        raise UserError(f"Nobody can be their own {link.value}. Choose somebody else.")
    with desk.writing(Kind.DUTY, who) as work:
        rows.set_link(work, who, link, holder)
        name = rows.get(work, who).name
        return desk.keep(
            work,
            None,
            f"Set the {link.value} of {name}",
            Entry(f"set {link.value}", Kind.DUTY, who, _holder(holder)),
            Subject.PEOPLE,
            Subject.ACCOUNTS,
            about=who,
        )


def _holder(holder: PersonId | None) -> str:
    return "nobody" if holder is None else f"person {holder}"


def _some_standing(desk: Desk, reading: Reading) -> Standing:
    standing = accounts.standing_of(reading, desk.account)
    if not standing.duties():
        raise NotAllowed("Your account has no duty here. Ask the administrator.")
    return standing


def _open_links(
    reading: Reading, visible: frozenset[PersonId]
) -> dict[PersonId, Mapping[Link, PersonId]]:
    links = rows.all_links(reading)
    return {person: links.get(person, {}) for person in visible}


def _checked(details: PersonDetails) -> None:
    if not details.name:
        raise UserError("A person needs at least a forename or a surname.")
