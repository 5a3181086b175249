"""How somebody could get from here to there: the ways, each way's steps, and what is near."""

from functools import partial

from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.pathways import PathStep, Pathway
from lsadesk.domain.developing.development import Behind, BehindKind
from lsadesk.operations.careers.career import one_step, ways_to
from lsadesk.ui.career.page import Around, Page
from lsadesk.ui.career.words import arrow_of, kind_words, nowhere, rough_time
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.words import count, tr


class WaysPage(Page):
    """Up to five ways to *goal* from *start* (None: where the person is); staying is the last."""

    def __init__(self, around: Around, goal: RoleId, start: RoleId | None) -> None:
        super().__init__(around)
        place = None if around.seen.place is None else around.seen.place.role
        self._goal, self._start = goal, start if start is not None else place
        name = around.seen.framework.roles[goal].name
        self.go_back()
        self.say(tr("How could I get there?"), "title")
        self.say(tr("To {role}.", role=name))
        self._begin(place)
        self._found = Ways(around, goal, self._start)
        self.rows.addWidget(self._found)
        self.say(tr("Times are rough and nothing here is required."), "muted")

    def _begin(self, place: RoleId | None) -> None:
        """The choice of where to begin; where the person is stands first."""
        roles = self.around.seen.framework.roles
        options: list[tuple[str, object]] = (
            [] if self._start is not None else [(tr("Choose"), None)]
        )
        if place is not None:
            options.append((tr("{role} (you are here)", role=roles[place].name), place))
        options += [
            (one.name, one.id) for one in roles.values() if one.id not in (place, self._goal)
        ]
        form = Form()
        start = form.choice(tr("From"), options, self._start)
        start.activated.connect(lambda _at: self._from(start.chosen()))
        self.rows.addWidget(form)

    def _from(self, chosen: object) -> None:
        """Other ways under the same question, so that a name can be typed to its end."""
        if not isinstance(chosen, str) or chosen == self._start:
            return
        self._start = RoleId(chosen)
        self.around.verbs.begin(self._start)
        before, self._found = self._found, Ways(self.around, self._goal, self._start)
        self.rows.replaceWidget(before, self._found)
        before.setParent(None)
        before.deleteLater()


class Ways(Page):
    """The ways from *start* to *goal*, each to be seen step by step."""

    def __init__(self, around: Around, goal: RoleId, start: RoleId | None) -> None:
        super().__init__(around)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self._goal, self._start = goal, start
        found = ways_to(around.seen, goal, start=start)
        if start is None:
            self.say(tr("It is not known where on the map you are. Choose where to begin."))
        elif all(each.way.is_staying for each in found):
            self.say(tr("The map has no way from here to there yet."))
        for number, pathway in enumerate(found, 1):
            self._way(number, pathway)

    def _way(self, number: int, pathway: Pathway) -> None:
        verbs = self.around.verbs
        if pathway.way.is_staying:
            self.heading(tr("{number}. Stay, and go deeper into what you do", number=number))
            self.say(tr("A full answer. It asks for no change."))
        else:
            steps = count(len(pathway.steps), "step", "steps")
            self.heading(tr("{number}. In {steps}", number=number, steps=steps))
            self.say(" \u203a ".join(step.role.name for step in pathway.steps))
            self.say(rough_time(pathway.months), "muted")
        shown = self.act(tr("See this way"), partial(verbs.way, self._goal, self._start, pathway))
        shown.setAccessibleName(tr("See way {number}", number=number))


class WayPage(Page):
    """One way to *goal*, step by step: what is there, what helps, and how long."""

    def __init__(
        self, around: Around, goal: RoleId, start: RoleId | None, pathway: Pathway
    ) -> None:
        super().__init__(around)
        self.go_back()
        self.link(tr("\u2190 All ways"), lambda: around.verbs.ways(goal, start))
        if pathway.way.is_staying:
            self.say(tr("Stay, and go deeper"), "title")
            self.say(tr("Ways to grow without leaving what you do."))
            steps = pathway.deeper
        else:
            name = around.seen.framework.roles[goal].name
            self.say(tr("A way to {role}", role=name), "title")
            self.say(rough_time(pathway.months), "muted")
            steps = pathway.steps
        for number, step in enumerate(steps, 1):
            add_step(self, step, f"{number}. ")
        if not steps:
            self.say(tr("The map names no specialism one step from here yet."))


class NearPage(Page):
    """What is one step away, that of which most is there already first."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.go_back()
        self.say(tr("One step away"), "title")
        place = around.seen.place
        steps = one_step(around.seen)
        if place is None or place.role is None:
            self.say(nowhere(around.seen))
        elif steps:
            self.say(tr("From where you are; what you have most of comes first."))
        else:
            self.say(tr("The map shows no step from here yet."))
        for number, step in enumerate(steps, 1):
            add_step(self, step, f"{number}. ")


def add_step(page: Page, step: PathStep, number: str) -> None:
    """Put *step* on *page*: gap, usual qualifications, what closes it, time, and to the plan."""
    around, framework = page.around, page.around.seen.framework
    page.rows.addSpacing(10)
    page.link(
        f"{number}{arrow_of(framework, step.route)} {step.role.name}",
        partial(around.verbs.go, step.role.id),
        step.route.step,
    )
    page.say(f"{kind_words(step.route.kind).capitalize()}. {step.route.step}")
    page.say(rough_time(step.months), "muted")
    if around.seen.place is not None:
        page.stands(step.gap)
    page.statements(tr("Not yet"), step.gap.missing)
    page.statements(tr("Not known yet"), step.gap.unknown)
    opens = tr("Opens in the library")
    page.linked(tr("You hold"), [(one.name, one.id) for one in step.held], opens)
    usual = [(one.name, one.id) for one in step.qualifications]
    page.linked(tr("Usual, never required"), usual, opens)
    page.linked(tr("What helps"), [(one.name, one.id) for one in step.cpd], opens)
    page.listed(tr("Certificates"), step.route.certificates)
    page.listed(tr("Experience"), step.route.experience)
    if Behind(BehindKind.ROLE, step.role.id) in around.seen.planned:
        page.say(tr("\u2713 A step to {role} is in your plan", role=step.role.name), "label")
        page.link(tr("Open my plan"), around.verbs.open_plan)
    elif around.seen.place is not None:
        made = page.act(tr("Put into my plan"), partial(around.verbs.plan_step, step))
        made.setAccessibleName(tr("Put the step to {role} into my plan", role=step.role.name))
