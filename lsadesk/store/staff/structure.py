"""Teams and sites as such: their sizes, names and ends."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import BindParameter, ColumnElement, exists, func, or_, select

from lsadesk.domain.staff.people import SiteId, TeamId
from lsadesk.errors import UserError
from lsadesk.store import named
from lsadesk.store.rows import PersonRow, PersonSiteRow, SessionRow, SiteRow, TeamRow
from lsadesk.store.work import Reading, Work


def team_sizes(reading: Reading, today: date) -> Mapping[TeamId, int]:
    """How many people are in each team that has any; leavers are not counted."""
    found = reading.session.execute(
        select(PersonRow.team_id, func.count())
        .where(PersonRow.team_id.is_not(None), at_work(today))
        .group_by(PersonRow.team_id)
    )
    return {TeamId(team): number for team, number in found if team is not None}


def site_sizes(reading: Reading, today: date) -> Mapping[SiteId, int]:
    """How many people work at each site that has any; leavers are not counted."""
    found = reading.session.execute(
        select(PersonSiteRow.site_id, func.count())
        .join(PersonRow, PersonRow.id == PersonSiteRow.person_id)
        .where(at_work(today))
        .group_by(PersonSiteRow.site_id)
    )
    return {SiteId(site): number for site, number in found}


def at_work(today: date | BindParameter[date]) -> ColumnElement[bool]:
    """The condition on a person's row that they have not left by *today*."""
    return or_(PersonRow.left_on.is_(None), PersonRow.left_on >= today)


def rename_team(work: Work, team: TeamId, name: str) -> str:
    """Give *team* another name; its old one."""
    return named.rename(work, TeamRow, team, name)


def rename_site(work: Work, site: SiteId, name: str) -> str:
    """Give *site* another name; its old one."""
    return named.rename(work, SiteRow, site, name)


def remove_team(work: Work, team: TeamId) -> str:
    """Take *team* away; its name."""
    row = named.found(work, TeamRow, team)
    if work.session.scalar(select(exists().where(PersonRow.team_id == team))):
        raise UserError(
            f"There are still people in {row.name}, perhaps some who have left. "
            "Move them to another team first."
        )
    work.session.delete(row)
    return row.name


def remove_site(work: Work, site: SiteId) -> str:
    """Take *site* away; its name."""
    row = named.found(work, SiteRow, site)
    used = exists().where(PersonSiteRow.site_id == site) | exists().where(
        SessionRow.site_id == site
    )
    if work.session.scalar(select(used)):
        raise UserError(
            f"There are still people or sessions at {row.name}. Move them to another site first."
        )
    work.session.delete(row)
    return row.name
