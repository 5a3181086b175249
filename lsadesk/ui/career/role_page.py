"""The page of a role: what it is, what it asks, what is there of it, and the ways in and out."""

from functools import partial

from lsadesk.domain.career import fit, one_step_away
from lsadesk.domain.framework import Role, Route
from lsadesk.ui.career.page import Around, Page
from lsadesk.ui.career.words import arrow_of, holders, kind_words, lane_name, level_name, mark
from lsadesk.ui.widgets.labels import line
from lsadesk.ui.words import tr


class RolePage(Page):
    """Everything about *role*, for the person who looks at it."""

    def __init__(self, around: Around, role: Role) -> None:
        super().__init__(around)
        self._role = role
        seen = around.seen
        self.say(role.name, "title")
        lane, level = lane_name(seen.framework, role), level_name(seen.framework, role)
        self.say(f"{lane} \u00b7 {level}", "muted")
        if words := mark(seen, role.id):
            self.say(words, "label")
        self.say(role.summary)
        self._actions()
        if seen.place is not None and role.asks:
            self._asks()
        self.listed(tr("People often have"), role.qualifications)
        self.listed(tr("Helpful experience"), role.experience)
        if role.qualifications:
            self.say(tr("None of these is required."), "muted")
        self._others()
        self._routes()
        self.rows.addSpacing(8)
        self.rows.addWidget(line())
        promise = tr("A map, not a promise of a post or of pay. Source: {source}")
        self.say(promise.format(source=role.source), "muted")

    def _actions(self) -> None:
        role, place, verbs = self._role, self.around.seen.place, self.around.verbs
        self.rows.addSpacing(4)
        if place is not None and role.id == place.role:
            text = tr("I am open to a change") if place.stays else tr("I would like to stay here")
            self.act(text, lambda: verbs.stay(not place.stays))
        elif place is not None:
            wished = role.id in place.wishes
            text = tr("No longer my wish") if wished else tr("I would like this")
            look = "" if wished else "primary"
            self.act(text, lambda: verbs.wish(role.id, not wished), look)
            if place.role is not None:
                self.act(tr("How could I get there?"), lambda: verbs.ways(role.id))
        self.act(tr("Compare with another role"), lambda: verbs.compare(role.id))

    def _asks(self) -> None:
        gap = fit(self._role, self.around.seen.known)
        self.heading(tr("What it asks"))
        self.stands(gap)
        self.statements(tr("Not yet"), gap.missing)
        self.statements(tr("There already"), gap.has)
        if gap.unknown:
            self.statements(tr("Not known yet"), gap.unknown)
            self.link(tr("Answer in my self-assessment"), self.around.verbs.assess)

    def _others(self) -> None:
        """Who in the college holds it, and the stories that passed through it."""
        around, role = self.around, self._role
        self.heading(tr("Others"))
        if role.id in around.counts:
            self.say(holders(around.counts[role.id]))
        for story in around.seen.catalogue.stories_through(role.id):
            self.link(story.name, partial(around.verbs.story, story.id), story.about)
            self.say(story.about, "muted")

    def _routes(self) -> None:
        framework, role = self.around.seen.framework, self._role
        steps = one_step_away(framework, role.id, self.around.seen.known)
        self._listed(tr("Ways on"), [(step.route, step.role) for step in steps])
        origins = [
            (route, framework.roles[route.origin]) for route in framework.routes_into(role.id)
        ]
        self._listed(tr("Ways in"), origins)

    def _listed(self, heading: str, found: list[tuple[Route, Role]]) -> None:
        if not found:
            return
        self.heading(heading)
        for route, role in found:
            who = tr(" {who} went this way.", who=", ".join(route.who)) if route.who else ""
            words = f"{kind_words(route.kind).capitalize()}. {route.step}{who}"
            arrow = arrow_of(self.around.seen.framework, route)
            self.link(f"{arrow} {role.name}", partial(self.around.verbs.go, role.id), words)
            self.say(words, "muted")
