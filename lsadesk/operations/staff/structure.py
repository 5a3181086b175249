"""Teams and sites: what a college's staff is grouped by."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.org_chart import org_chart
from lsadesk.domain.staff.people import Link, Site, SiteId, Team, TeamId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff.wales import is_in_wales
from lsadesk.store.staff import structure as rows
from lsadesk.store.staff.people import all_links, everybody, site_named, sites, team_named, teams
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

T = TypeVar("T")
_TOUCHED = (Subject.PEOPLE, Subject.TIMETABLE)


@dataclass(frozen=True, slots=True)
class Structure:
    """All teams and sites by name, each with how many people work there now."""

    teams: tuple[tuple[Team, int], ...]
    sites: tuple[tuple[Site, int], ...]
    in_wales: bool


def structure(desk: Desk) -> Structure:
    """The teams and sites of the college with their numbers; names of nobody."""
    with desk.reading(Kind.PERSON) as reading:
        in_teams = rows.team_sizes(reading, desk.today)
        at_sites = rows.site_sizes(reading, desk.today)
        return Structure(
            tuple((team, in_teams.get(team.id, 0)) for team in teams(reading)),
            tuple((site, at_sites.get(site.id, 0)) for site in sites(reading)),
            is_in_wales(reading),
        )


def export_org_chart(desk: Desk, path: Path) -> Done[None]:
    """Write who leads whom as PDF, by the links to line managers: names, job titles and teams.

    Raises:
        UserError: nobody works here yet, or the file cannot be written.
    """
    from lsadesk.reports.org_chart_pdf import write_org_chart

    with desk.reading(Kind.PERSON, access=EXPORT) as reading:
        links = all_links(reading)
        managers = {
            who: held[Link.LINE_MANAGER] for who, held in links.items() if Link.LINE_MANAGER in held
        }
        named = {team.id: team.name for team in teams(reading)}
        chart = org_chart(desk.college, desk.today, everybody(reading), managers, named)
    if not chart.units and not chart.alone:
        raise UserError("Nobody is in the staff list yet. Add people first, then print the chart.")
    write_org_chart(chart, path)
    desk.note(Entry("exported the organisation chart", Kind.PERSON))
    return Done(None, NOTHING)


def add_team(desk: Desk, name: str) -> Done[TeamId]:
    """The team of that name, made if there is none."""
    return _add(desk, "team", name, team_named)


def rename_team(desk: Desk, team: TeamId, name: str) -> Done[None]:
    """Give a team another name.

    Raises:
        UserError: another team has that name, or the team is gone.
    """
    return _rename(
        desk, "team", team, name, lambda work, wanted: rows.rename_team(work, team, wanted)
    )


def remove_team(desk: Desk, team: TeamId) -> Done[None]:
    """Take away a team that nobody is in.

    Raises:
        UserError: somebody is in it, leavers too.
    """
    return _remove(desk, "team", team, lambda work: rows.remove_team(work, team))


def add_site(desk: Desk, name: str) -> Done[SiteId]:
    """The site of that name, made if there is none."""
    return _add(desk, "site", name, site_named)


def rename_site(desk: Desk, site: SiteId, name: str) -> Done[None]:
    """Give a site another name.

    Raises:
        UserError: another site has that name, or the site is gone.
    """
    return _rename(
        desk, "site", site, name, lambda work, wanted: rows.rename_site(work, site, wanted)
    )


def remove_site(desk: Desk, site: SiteId) -> Done[None]:
    """Take away a site where nobody works and no session is.

    Raises:
        UserError: it is in use.
    """
    return _remove(desk, "site", site, lambda work: rows.remove_site(work, site))


def _add(desk: Desk, what: str, name: str, made: Callable[[Work, str], T]) -> Done[T]:
    with desk.writing(Kind.PERSON) as work:
        wanted = _named(name, what)
        number = made(work, wanted)
        entry = Entry(f"added {what}", Kind.PERSON)
        return desk.keep(work, number, f"Added the {what} {wanted}", entry, *_TOUCHED)


def _rename(
    desk: Desk, what: str, number: int, name: str, renamed: Callable[[Work, str], str]
) -> Done[None]:
    with desk.writing(Kind.PERSON) as work:
        wanted = _named(name, what)
        sentence = f"Renamed the {what} {renamed(work, wanted)} to {wanted}"
        entry = Entry(f"renamed {what}", Kind.PERSON, detail=f"{what} {number}")
        return desk.keep(work, None, sentence, entry, *_TOUCHED)


def _remove(desk: Desk, what: str, number: int, removed: Callable[[Work], str]) -> Done[None]:
    with desk.writing(Kind.PERSON) as work:
        sentence = f"Removed the {what} {removed(work)}"
        entry = Entry(f"removed {what}", Kind.PERSON, detail=f"{what} {number}")
        return desk.keep(work, None, sentence, entry, *_TOUCHED)


def _named(name: str, what: str) -> str:
    if not name.strip():
        raise UserError(f"A {what} needs a name.")
    return name.strip()
