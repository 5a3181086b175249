"""The page of a role: what it is, what it asks, what is there of it, and the ways in and out."""

from functools import partial

from lsadesk.domain.careers.career import fit, one_step_away
from lsadesk.domain.careers.framework import Role, Route
from lsadesk.ui.career.college_page import Held
from lsadesk.ui.career.page import Around, Page
from lsadesk.ui.career.words import arrow_of, kind_words, lane_name, level_of, mark
from lsadesk.ui.widgets.labels import line
from lsadesk.ui.words import tr


class RolePage(Page):
    """Everything about *role*, for the person who looks at it."""

    def __init__(self, around: Around, role: Role) -> None:
        super().__init__(around)
        self._role = role
        seen = around.seen
        self.say(role.name, "title")
        lane, level = lane_name(seen.framework, role), level_of(seen.framework, role)
        self.say(f"{lane} \u00b7 {level.name}", "muted")
        if level.pay_note:
            self.say(level.pay_note, "muted")
        if words := mark(seen, role.id):
            self.say(words, "label")
        self.say(role.summary)
        self._standards()
        if around.in_college:
            self._college()
        else:
            self._actions()
        if role.asks and seen.place is not None and not around.in_college:
            self._asks()
        elif role.asks:
            self.heading(tr("What it asks"))
            self.statements(tr("To be able to"), role.asks)
        self._often()
        if not around.in_college:
            self._college()
        self._stories()
        self._routes()
        self.rows.addSpacing(8)
        self.rows.addWidget(line())
        promise = tr("A map, not a promise of a post. Source: {source}")
        self.say(promise.format(source=role.source), "muted")

    def _standards(self) -> None:
        """Which standards go with it; the library has their criteria."""
        known = self.around.seen.framework.standards
        names = [f"{known[one].id} {known[one].name}" for one in self._role.standards]
        if names:
            self.say(tr("Standards: {names}", names=", ".join(names)), "muted")

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
        if place is None or role.id != place.role:
            asked = tr("How could I get there?") if place else tr("How does one get there?")
            self.act(asked, lambda: verbs.ways(role.id, None))
        self.act(tr("Compare with another role..."), lambda: verbs.compare(role.id))

    def _asks(self) -> None:
        gap = fit(self._role, self.around.seen.known)
        self.heading(tr("What it asks"))
        self.stands(gap)
        self.statements(tr("Not yet"), gap.missing)
        self.statements(tr("There already"), gap.has)
        if gap.unknown:
            self.statements(tr("Not known yet"), gap.unknown)
            self.link(tr("Answer in my self-assessment"), self.around.verbs.assess)

    def _often(self) -> None:
        """Qualifications and experience; those that the library has open there."""
        role = self._role
        known = {one.name: one.id for one in self.around.seen.catalogue.qualifications.values()}
        self.linked(
            tr("People often have"),
            [(name, known[name]) for name in role.qualifications if name in known],
            tr("Opens in the library"),
        )
        others = [name for name in role.qualifications if name not in known]
        heading = tr("And also") if len(others) < len(role.qualifications) else ""
        self.listed(heading or tr("People often have"), others)
        self.listed(tr("Helpful experience"), role.experience)
        if role.qualifications:
            self.say(tr("None of these is required."), "muted")

    def _college(self) -> None:
        """Who in the college holds it, as far as whoever looks may know."""
        self.heading(tr("In the college"))
        self.rows.addWidget(Held(self.around, self._role.id))

    def _stories(self) -> None:
        """The stories that passed through it."""
        stories = self.around.seen.catalogue.stories_through(self._role.id)
        if stories:
            self.heading(tr("Stories that came by"))
        for story in stories:
            self.link(story.name, partial(self.around.verbs.story, story.id), story.about)
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
