"""Leads through the pages beside the map and does what they ask for."""

from collections.abc import Callable, Mapping, Sequence

from lsadesk.domain.catalogue import StoryId
from lsadesk.domain.framework import RoleId
from lsadesk.domain.pathways import BesideStory, PathStep, Pathway
from lsadesk.domain.record import PastRole
from lsadesk.operations import career, library, record
from lsadesk.operations.career import CareerMap
from lsadesk.ui.career.compare import compare
from lsadesk.ui.career.page import Around, Page, Verbs
from lsadesk.ui.career.panel import SidePanel
from lsadesk.ui.career.past_page import PastPage, ask_past, past_roles
from lsadesk.ui.career.role_page import RolePage
from lsadesk.ui.career.story_page import StoriesPage, StoryPage
from lsadesk.ui.career.view import CareerView
from lsadesk.ui.career.ways_page import NearPage, WayPage, WaysPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.words import count, tr

Counts = Mapping[RoleId, int | None]


class Guide(SidePanel):
    """The panel beside *view*: it shows the chosen role until it is asked for something else."""

    def __init__(self, context: TabContext, view: CareerView) -> None:
        super().__init__(context.appearance)
        self._context, self._view = context, view
        self._around: Around | None = None
        self._make: Callable[[Around], Page | None] = self._role
        self._goal: RoleId | None = None
        view.chosen.connect(lambda _role: self.show_role())

    def show_map(self, seen: CareerMap, counts: Counts) -> None:
        """Show the same page again with what is known now."""
        self._around = Around(
            appearance=self._context.appearance, seen=seen, counts=counts, verbs=self._verbs()
        )
        self._show(self._make)

    @property
    def destination(self) -> RoleId | None:
        """The role that ways are asked for, else the chosen one; None where no way leads there."""
        place = None if self._around is None else self._around.seen.place
        wanted = self._view.current if self._goal is None else self._goal
        known = place is not None and place.role is not None
        return wanted if known else None

    def show_role(self) -> None:
        """The role that is chosen on the map; a way that does not touch it goes off the map."""
        if self._view.current not in self._view.traced:
            self._view.trace(())
        self._goal = None
        self._show(self._role)

    def show_near(self) -> None:
        """What is one step away."""
        self._view.trace(())
        self._show_first(NearPage)

    def show_stories(self) -> None:
        """The stories."""
        self._view.trace(())
        self._show_first(StoriesPage)

    def show_past(self) -> None:
        """The person's past, where the account is a person's."""
        mine = None if self._around is None else self._around.seen.record
        if mine is None:
            self._context.say(tr("This account belongs to nobody on the staff list."), "info")
        else:
            self._show_first(self._past)

    def compare(self, role: RoleId | None = None) -> None:
        """Two roles side by side, beginning with *role* and where the person is."""
        if self._around is not None:
            compare(self, self._around.seen, role if role is not None else self._view.current)

    def _show(self, make: Callable[[Around], Page | None]) -> None:
        self._make = make
        if self._around is not None:
            self.show_page(make(self._around))

    def _show_first(self, make: Callable[[Around], Page | None]) -> None:
        """Show a page and go to it."""
        self._show(make)
        self.focus_first()

    def _role(self, around: Around) -> Page | None:
        role = self._view.current
        return None if role is None else RolePage(around, around.seen.framework.roles[role])

    def _past(self, around: Around) -> Page | None:
        """The person's past, which is on the map as well."""
        if around.seen.record is None:
            return None
        self._view.trace(past_roles(around.seen))
        return PastPage(around, around.seen.record)

    def _verbs(self) -> Verbs:
        return Verbs(
            back=self._back,
            go=self._view.choose,
            wish=self._wish,
            stay=self._stay,
            assess=lambda: self._context.go("assessment"),
            compare=self.compare,
            ways=self._ways,
            way=self._way,
            stories=self.show_stories,
            story=self._story,
            plan_step=self._plan_step,
            plan_story=self._plan_story,
            add_past=self._add_past,
            remove_past=self._remove_past,
        )

    def _back(self) -> None:
        self._view.trace(())
        self.show_role()
        self.focus_first()

    def _ways(self, goal: RoleId) -> None:
        self._view.trace(())
        self._goal = goal
        self._show_first(lambda around: WaysPage(around, goal))

    def _way(self, goal: RoleId, pathway: Pathway) -> None:
        routes = pathway.way.routes
        self._view.trace([routes[0].origin, *(one.destination for one in routes)] if routes else ())
        self._show_first(lambda around: WayPage(around, goal, pathway))

    def _story(self, story: StoryId) -> None:
        def page(around: Around) -> Page | None:
            besides = career.stories_of(around.seen)
            found = next((one for one in besides if one.story.id == story), None)
            return None if found is None else StoryPage(around, found)

        if self._around is not None and story in self._around.seen.catalogue.stories:
            steps = self._around.seen.catalogue.stories[story].steps
            ahead = sum(step.ahead for step in steps)
            self._view.trace([step.role for step in steps], ahead=ahead)
            self._show_first(page)

    def _wish(self, role: RoleId, wished: bool) -> None:
        self._context.write(lambda desk: career.wish_for(desk, role, wished=wished), owner=self)

    def _stay(self, stays: bool) -> None:
        self._context.write(lambda desk: career.wish_to_stay(desk, stays=stays), owner=self)

    def _plan_step(self, step: PathStep) -> None:
        place = None if self._around is None else self._around.seen.place
        if place is not None:
            self._context.write(
                lambda desk: library.plan_step(desk, place.person, step), self._planned, owner=self
            )

    def _plan_story(self, beside: BesideStory) -> None:
        place = None if self._around is None else self._around.seen.place
        after = -1 if beside.here is None else beside.here
        if place is not None:
            self._context.write(
                lambda desk: library.plan_from_story(desk, place.person, beside.story, after=after),
                self._planned,
                owner=self,
            )

    def _planned(self, added: Sequence[object]) -> None:
        lines = count(len(added), "line", "lines")
        self._context.say(tr("{lines} added to your plan. Undo takes it back.", lines=lines))

    def _add_past(self) -> None:
        if self._around is None:
            return
        past = ask_past(self, self._around.seen, self._context.desk.today)
        if past is not None:
            self._context.write(lambda desk: record.add_past(desk, past), owner=self)

    def _remove_past(self, past: PastRole) -> None:
        self._context.write(lambda desk: record.remove_past(desk, past), owner=self)
