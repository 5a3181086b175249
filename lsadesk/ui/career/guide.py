"""Leads through the pages beside the map and does what they ask for."""

from collections.abc import Callable, Sequence

from lsadesk.domain.careers.catalogue import StoryId
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.pathways import BesideStory, PathStep, Pathway
from lsadesk.domain.careers.workforce import TeamSuccession
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.record import PastRole
from lsadesk.operations.careers import career, library, workforce
from lsadesk.operations.careers.career import CareerMap
from lsadesk.operations.staff import record
from lsadesk.ui.career.college_page import CollegePage, SuccessionPage
from lsadesk.ui.career.compare import compare
from lsadesk.ui.career.page import Around, Page, Verbs
from lsadesk.ui.career.panel import SidePanel
from lsadesk.ui.career.past_page import PastPage, ask_entry, ask_past, past_roles
from lsadesk.ui.career.plotting import plot_past
from lsadesk.ui.career.role_page import RolePage
from lsadesk.ui.career.standing import CollegeView
from lsadesk.ui.career.start_page import StartPage
from lsadesk.ui.career.story_page import StoriesPage, StoryPage
from lsadesk.ui.career.view import CareerView
from lsadesk.ui.career.ways_page import NearPage, WayPage, WaysPage
from lsadesk.ui.purpose import show_purpose
from lsadesk.ui.tab import TabContext
from lsadesk.ui.words import count, tr


class Guide(SidePanel):
    """The panel beside *view*: it shows the chosen role until it is asked for something else."""

    def __init__(self, context: TabContext, view: CareerView) -> None:
        super().__init__(context.appearance)
        self._context, self._view = context, view
        self._around: Around | None = None
        self._make: Callable[[Around], Page | None] = self._role
        self._goal: RoleId | None = None
        self._start: RoleId | None = None
        view.chosen.connect(lambda _role: self.show_role())

    def show_map(self, seen: CareerMap, college: CollegeView, *, in_college: bool) -> None:
        """Show the same page again with what is known now."""
        self._around = Around(
            appearance=self._context.appearance,
            seen=seen,
            college=college,
            in_college=in_college,
            verbs=self._verbs(),
        )
        self._show(self._make)

    @property
    def ends(self) -> tuple[RoleId, RoleId] | None:
        """Where ways are asked from and to; None where one end is not known, or nobody's are."""
        place = None if self._around is None else self._around.seen.place
        if place is None:
            return None
        start = place.role if self._start is None else self._start
        goal = self._view.current if self._goal is None else self._goal
        return None if start is None or goal is None else (start, goal)

    def show_role(self) -> None:
        """The role that is chosen on the map; a way that does not touch it goes off the map."""
        if self._view.current not in self._view.traced:
            self._view.trace(())
        self._goal = self._start = None
        self._show(self._role)

    def show_college(self) -> None:
        """The whole college on the map."""
        self._view.trace(())
        self._show(CollegePage)

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
        if self._around is None:
            return
        if self._around.seen.record is None:
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
        if role is None:
            return StartPage(around)
        return RolePage(around, around.seen.framework.roles[role])

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
            begin=self._begin,
            way=self._way,
            stories=self.show_stories,
            story=self._story,
            plan_step=self._plan_step,
            plan_story=self._plan_story,
            open_plan=self._open_plan,
            library=lambda entry: self._context.go("library", entry),
            add_past=self._add_past,
            plot_past=self._plot_past,
            change_past=self._change_past,
            remove_past=self._remove_past,
            say_entry=self._say_entry,
            staff=lambda person: self._context.go("people", person),
            follow=self._follow,
            why=lambda: show_purpose(self._view, self._context, Kind.CAREER),
        )

    def _back(self) -> None:
        self._view.trace(())
        self.show_role()
        self.focus_first()

    def _ways(self, goal: RoleId, start: RoleId | None) -> None:
        self._view.trace(())
        self._goal, self._start = goal, start
        self._show_first(lambda around: WaysPage(around, goal, self._start))

    def _begin(self, start: RoleId) -> None:
        self._start = start

    def _way(self, goal: RoleId, start: RoleId | None, pathway: Pathway) -> None:
        routes = pathway.way.routes
        self._view.trace([routes[0].origin, *(one.destination for one in routes)] if routes else ())
        self._show_first(lambda around: WayPage(around, goal, start, pathway))

    def _follow(self, role: RoleId) -> None:
        """Ask who could follow, and show it."""

        def told(found: tuple[TeamSuccession, ...]) -> None:
            self._show_first(lambda around: SuccessionPage(around, role, found))

        self._context.read(lambda desk: workforce.who_could_follow(desk, role), told, owner=self)

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

    def _open_plan(self) -> None:
        """The person's own plan."""
        place = None if self._around is None else self._around.seen.place
        if place is not None:
            self._context.go("development", place.person)

    def _add_past(self) -> None:
        if self._around is None:
            return
        past = ask_past(self, self._around.seen, self._context.desk.today)
        if past is not None:
            self._context.write(lambda desk: record.add_past(desk, past), owner=self)

    def _plot_past(self) -> None:
        if self._around is not None:
            plot_past(self, self._context, self._around.seen)

    def _change_past(self, before: PastRole) -> None:
        if self._around is None:
            return
        after = ask_past(self, self._around.seen, self._context.desk.today, before)
        if after is not None and after != before:
            self._context.write(lambda desk: record.change_past(desk, before, after), owner=self)

    def _remove_past(self, past: PastRole) -> None:
        self._context.write(lambda desk: record.remove_past(desk, past), owner=self)

    def _say_entry(self) -> None:
        if self._around is None or self._around.seen.record is None:
            return
        said = self._around.seen.record.entry
        answer = ask_entry(self, self._around.seen.catalogue, said)
        if answer is not None and answer.entry != said:
            self._context.write(lambda desk: record.set_entry(desk, answer.entry), owner=self)
