"""Teams and sites: what a college's staff is grouped by."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.org_chart import org_chart
from lsadesk.domain.staff.people import Link, Site, SiteId, Team, TeamId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.staff import structure as rows
from lsadesk.store.staff.people import all_links, everybody, site_named, sites, team_named, teams
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Structure:
    """All teams and sites by name, each with how many people work there now."""

    teams: tuple[tuple[Team, int], ...]
    sites: tuple[tuple[Site, int], ...]


def structure(desk: Desk) -> Structure:
    """The teams and sites of the college with their numbers; names of nobody."""
    with desk.reading(Kind.PERSON) as reading:
        in_teams = rows.team_sizes(reading, desk.today)
        at_sites = rows.site_sizes(reading, desk.today)
        return Structure(
            tuple((team, in_teams.get(team.id, 0)) for team in teams(reading)),
            tuple((site, at_sites.get(site.id, 0)) for site in sites(reading)),
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
    with desk.writing(Kind.PERSON) as work:
        team = team_named(work, _named(name, "team"))
        return _kept(
            desk, work, team, f"Added the team {name.strip()}", Entry("added team", Kind.PERSON)
        )


def rename_team(desk: Desk, team: TeamId, name: str) -> Done[None]:
    """Give a team another name.

    Raises:
        UserError: another team has that name, or the team is gone.
    """
    with desk.writing(Kind.PERSON) as work:
        old = rows.rename_team(work, team, _named(name, "team"))
        return _kept(
            desk,
            work,
            None,
            f"Renamed the team {old} to {name.strip()}",
            Entry("renamed team", Kind.PERSON, detail=f"team {team}"),
        )


def remove_team(desk: Desk, team: TeamId) -> Done[None]:
    """Take away a team that nobody is in.

    Raises:
        UserError: somebody is in it, leavers too.
    """
    with desk.writing(Kind.PERSON) as work:
        old = rows.remove_team(work, team)
        return _kept(
            desk,
            work,
            None,
            f"Removed the team {old}",
            Entry("removed team", Kind.PERSON, detail=f"team {team}"),
        )


def add_site(desk: Desk, name: str) -> Done[SiteId]:
    """The site of that name, made if there is none."""
    with desk.writing(Kind.PERSON) as work:
        site = site_named(work, _named(name, "site"))
        return _kept(
            desk, work, site, f"Added the site {name.strip()}", Entry("added site", Kind.PERSON)
        )


def rename_site(desk: Desk, site: SiteId, name: str) -> Done[None]:
    """Give a site another name.

    Raises:
        UserError: another site has that name, or the site is gone.
    """
    with desk.writing(Kind.PERSON) as work:
        old = rows.rename_site(work, site, _named(name, "site"))
        return _kept(
            desk,
            work,
            None,
            f"Renamed the site {old} to {name.strip()}",
            Entry("renamed site", Kind.PERSON, detail=f"site {site}"),
        )


def remove_site(desk: Desk, site: SiteId) -> Done[None]:
    """Take away a site where nobody works and no session is.

    Raises:
        UserError: it is in use.
    """
    with desk.writing(Kind.PERSON) as work:
        old = rows.remove_site(work, site)
        return _kept(
            desk,
            work,
            None,
            f"Removed the site {old}",
            Entry("removed site", Kind.PERSON, detail=f"site {site}"),
        )


def _kept(desk: Desk, work: Work, result: T, sentence: str, entry: Entry) -> Done[T]:
    return desk.keep(work, result, sentence, entry, Subject.PEOPLE, Subject.TIMETABLE)


def _named(name: str, what: str) -> str:
    if not name.strip():
        raise UserError(f"A {what} needs a name.")
    return name.strip()
