"""What the college's page shows, row by row, to the eye and to the ear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsadesk.domain.careers.framework import Framework, Role
from lsadesk.domain.careers.pathways import DeadEnd
from lsadesk.domain.careers.workforce import Successor, TeamSuccession
from lsadesk.domain.staff.people import TeamId
from lsadesk.ui.widgets.tables import Column
from lsadesk.ui.words import count, tr

PEOPLE, WISHES = 1, 2  # columns of `role_columns`


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role with its figures; None: nobody said, or not open to whoever asks."""

    role: Role
    family: str
    people: int
    wishes: int | None
    posts: int | None
    open_posts: int | None


@dataclass(frozen=True, slots=True)
class FollowLine:
    """A team, how many hold the role there, and one who could follow (None: nobody yet)."""

    team: str
    holders: int
    successor: Successor | None
    now: str


def role_columns() -> tuple[Column[RoleLine], ...]:
    """The roles with their figures."""
    return (
        Column(tr("Role"), lambda line: line.role.name, spoken=_spoken_role, width=26),
        Column(tr("People"), lambda line: str(line.people), lambda line: line.people, width=6),
        Column(tr("Wishes"), lambda line: _figure(line.wishes), lambda line: line.wishes, width=6),
        Column(tr("Posts"), lambda line: _figure(line.posts), lambda line: line.posts, width=6),
        Column(
            tr("Open posts"),
            lambda line: _figure(line.open_posts),
            lambda line: line.open_posts,
            width=9,
        ),
        Column(tr("Family"), lambda line: line.family, width=14),
    )


def follow_columns() -> tuple[Column[FollowLine], ...]:
    """Who could follow, team by team."""
    return (
        Column(tr("Team"), lambda line: line.team, spoken=_spoken_follow, width=14),
        Column(tr("Could follow"), _name, width=18),
        Column(tr("Their wish"), _wish, width=9),
        Column(tr("Has of it"), _fit, width=12),
        Column(tr("There now"), lambda line: str(line.holders), lambda line: line.holders, width=9),
        Column(tr("Role today"), lambda line: line.now, width=16),
    )


def dead_end_columns() -> tuple[Column[DeadEnd], ...]:
    """The roles that lead nowhere."""
    return (
        Column(tr("Role"), lambda end: end.role.name, spoken=_spoken_end, width=24),
        Column(tr("What is missing"), _missing, width=40),
    )


def follow_lines(
    framework: Framework, found: Sequence[TeamSuccession], teams: Mapping[TeamId, str]
) -> list[FollowLine]:
    """A line for each who could follow, and one for a team that has holders and nobody else."""
    lines = []
    for one in found:
        team = tr("No team") if one.team is None else teams.get(one.team, "")
        for successor in one.successors:
            role = framework.roles.get(successor.role) if successor.role is not None else None
            lines.append(FollowLine(team, one.holders, successor, role.name if role else ""))
        if one.holders and not one.successors:
            lines.append(FollowLine(team, one.holders, None, ""))
    return lines


def _figure(number: int | None) -> str:
    return "" if number is None else str(number)


def _spoken_role(line: RoleLine) -> str:
    said = [line.role.name, count(line.people, "person", "people")]
    if line.wishes is not None:
        said.append(count(line.wishes, "wish", "wishes"))
    if line.posts is not None:
        said.append(count(line.posts, "post", "posts"))
    if line.open_posts:
        said.append(tr("{number} open", number=line.open_posts))
    return ", ".join(said)


def _spoken_follow(line: FollowLine) -> str:
    there = tr("{number} there now", number=line.holders)
    return ", ".join(one for one in (line.team, there, _name(line), _wish(line), _fit(line)) if one)


def _name(line: FollowLine) -> str:
    return tr("nobody yet") if line.successor is None else line.successor.name


def _wish(line: FollowLine) -> str:
    return tr("wishes it") if line.successor is not None and line.successor.wishes else ""


def _fit(line: FollowLine) -> str:
    if line.successor is None:
        return ""
    fit = line.successor.fit
    if fit.unknown and len(fit.unknown) == fit.asked:
        return tr("not known yet")
    return tr("{has} of {asked}", has=len(fit.has), asked=fit.asked)


def _missing(end: DeadEnd) -> str:
    if end.leads_down:
        return tr("There is only a way to less responsibility.")
    return tr("There is no way on at all.")


def _spoken_end(end: DeadEnd) -> str:
    return f"{end.role.name}. {_missing(end)}"
