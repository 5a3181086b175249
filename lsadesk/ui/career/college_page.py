"""The college's people on the map: who holds a role, what people wish for, who could follow."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.pathways import dead_ends
from lsadesk.domain.careers.workforce import Colleague, Figures, Successor, TeamSuccession
from lsadesk.domain.staff.people import TeamId
from lsadesk.ui.career.page import Around, Page
from lsadesk.ui.career.words import figures_words, holders, open_posts
from lsadesk.ui.words import count, tr

MOST_LISTED = 12


class Held(Page):
    """Who holds *role*: by name where names are open, else as a number that points at nobody."""

    def __init__(self, around: Around, role: RoleId) -> None:
        super().__init__(around)
        self.rows.setContentsMargins(0, 0, 0, 0)
        view, figures = around.college, around.college.figures(role)
        place = around.seen.place
        own = None if place is None else place.person
        self.say(_whose(around, holders(figures.people)))
        named = [one for one in view.college.holders(role, view.team) if one.person != own]
        for team, names in by_team(named, view.college.teams).items():
            self.say(f"{team}: {', '.join(names)}")
        if not view.college.sees_all and named:
            self.say(tr("Named are those whose staff records are open to you."), "muted")
        if figures.posts is not None:
            posts = count(figures.posts, "post", "posts")
            free = open_posts(figures)
            self.say(
                tr("{posts}, {free} of them open.", posts=posts, free=free) if free else f"{posts}."
            )
        if figures.wishes is not None:
            self._wishes(role, figures.wishes)

    def _wishes(self, role: RoleId, wishes: int) -> None:
        college, team = self.around.college.college, self.around.college.team
        wishing = [
            one
            for one in college.colleagues
            if role in (one.wishes or ()) and (team is None or one.team == team)
        ]
        if wishing:
            self.say(tr("{people} for it.", people=count(wishes, "person wishes", "people wish")))
            self.say(", ".join(one.name for one in wishing))
        else:
            self.say(tr("Nobody has wished for it."))
        self.act(tr("Who could follow here?"), partial(self.around.verbs.follow, role))


class CollegePage(Page):
    """The whole college on the map: wishes against posts, and what is not on the map yet."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        view = around.college
        self.go_back()
        self.say(tr("The college on the map"), "title")
        if view.team is not None:
            self.say(view.college.teams[view.team], "label")
        if view.college.sees_all:
            self._people()
        else:
            few = tr("Numbers from one to four are not shown, so that none points at anybody.")
            self.say(few, "muted")
        figures = {role: view.figures(role) for role in around.seen.framework.roles}
        self._ranked(tr("Where people want to go"), _wished(figures))
        if any(one.wishes is not None for one in figures.values()) and not _wished(figures):
            self.say(tr("Nobody has said a wish yet: each says their own, on the map."))
        vacant = [role for role, one in figures.items() if open_posts(one)]
        self._ranked(tr("Open posts"), vacant)
        self._ranked(tr("Where people are"), _peopled(figures))
        if view.college.sees_all:
            self._ends()

    def _people(self) -> None:
        """How many there are, and whom the map does not know."""
        view = self.around.college
        everybody = [
            one for one in view.college.colleagues if view.team is None or one.team == view.team
        ]
        unplaced = [one for one in everybody if one.role is None]
        people = count(len(everybody), "person at work", "people at work")
        self.say(
            tr(
                "{people}, {placed} of them on the map.",
                people=people,
                placed=len(everybody) - len(unplaced),
            )
        )
        if unplaced:
            self.heading(tr("Not on the map yet"))
            self.say(tr("Their job titles name no role. Give them one on the staff page."))
            for one in unplaced[:MOST_LISTED]:
                self.link(
                    one.name,
                    partial(self.around.verbs.staff, one.person),
                    tr("Opens the staff record"),
                )
            if len(unplaced) > MOST_LISTED:
                self.say(tr("and {more} more", more=len(unplaced) - MOST_LISTED), "muted")

    def _ranked(self, heading: str, roles: Sequence[RoleId]) -> None:
        if not roles:
            return
        self.heading(heading)
        for role in roles:
            figures = self.around.college.figures(role)
            words = figures_words(figures)
            name = self.around.seen.framework.roles[role].name
            self.link(name, partial(self.around.verbs.go, role), words)
            self.say(words, "muted")

    def _ends(self) -> None:
        ends = dead_ends(self.around.seen.framework)
        if not ends:
            return
        self.heading(tr("Roles that lead nowhere"))
        self.say(tr("No way leads up or sideways. Our changes, in the library, adds one."))
        for end in ends:
            self.link(end.role.name, partial(self.around.verbs.go, end.role.id))


class SuccessionPage(Page):
    """Who could follow in *role*, team by team; nobody who wants to stay is on it."""

    def __init__(self, around: Around, role: RoleId, found: Sequence[TeamSuccession]) -> None:
        super().__init__(around)
        self.go_back()
        name = around.seen.framework.roles[role].name
        self.say(tr("Who could follow: {role}", role=name), "title")
        known = tr("Nobody who wants to stay is here. Only what was handed in counts.")
        self.say(known, "muted")
        wanted = around.college.team
        shown = [each for each in found if wanted is None or each.team == wanted]
        for each in shown:
            if each.successors or each.holders:
                self._team(each)
        if not any(each.successors for each in shown):
            self.say(tr("Nobody wishes for it or is one step away from it yet."))

    def _team(self, found: TeamSuccession) -> None:
        teams = self.around.college.college.teams
        self.heading(tr("In no team") if found.team is None else teams[found.team])
        self.say(holders(found.holders), "muted")
        for one in found.successors:
            words = self._words(one)
            self.link(one.name, partial(self.around.verbs.staff, one.person), words)
            self.say(words, "muted")

    def _words(self, one: Successor) -> str:
        roles = self.around.seen.framework.roles
        stands = tr("has {has} of {asked}", has=len(one.fit.has), asked=one.fit.asked)
        parts = [
            roles[one.role].name if one.role is not None else "",
            tr("wishes for it") if one.wishes else "",
            tr("one step away") if one.one_step else "",
            stands if len(one.fit.unknown) < one.fit.asked else tr("nothing handed in on it yet"),
        ]
        return ", ".join(part for part in parts if part)


def by_team(named: Sequence[Colleague], teams: Mapping[TeamId, str]) -> Mapping[str, Sequence[str]]:
    """The names in each team, teams and names in order; who is in none comes last."""

    def team(one: Colleague) -> str:
        return tr("In no team") if one.team is None else teams[one.team]

    ordered = sorted(named, key=lambda one: (one.team is None, team(one).casefold(), one.name))
    return {name: [one.name for one in members] for name, members in groupby(ordered, key=team)}


def _whose(around: Around, words: str) -> str:
    """*words*, with the team they are about."""
    view = around.college
    return words if view.team is None else f"{view.college.teams[view.team]}: {words}"


def _wished(figures: Mapping[RoleId, Figures]) -> list[RoleId]:
    wished = [role for role, one in figures.items() if one.wishes]
    return sorted(wished, key=lambda role: -(figures[role].wishes or 0))


def _peopled(figures: Mapping[RoleId, Figures]) -> list[RoleId]:
    held = [role for role, one in figures.items() if one.people != 0]
    return sorted(held, key=lambda role: -(figures[role].people or 0))
