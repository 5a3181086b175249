"""Stories to read, and oneself beside one: neither is ahead of the other."""

from functools import partial

from lsadesk.domain.careers.catalogue import Consent, StoryStep
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.pathways import BesideStory
from lsadesk.domain.developing.development import Behind, BehindKind
from lsadesk.operations.careers.career import stories_of
from lsadesk.ui.career.page import Around, Page
from lsadesk.ui.words import count, tr


class StoriesPage(Page):
    """All stories, those with most in common first."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.go_back()
        self.say(tr("Stories"), "title")
        self.say(tr("How others went. Names were changed in the report of 2011."), "muted")
        self.say(tr("The head can add your college's own: Library, Our changes."), "muted")
        for beside in stories_of(around.seen):
            story = beside.story
            self.rows.addSpacing(4)
            self.link(story.name, partial(around.verbs.story, story.id), story.about)
            self.say(story.about)
            if story.consent is not None:
                self.say(_of_ours(story.consent), "label")
            if beside.shared:
                self.say(_in_common(beside), "muted")


class StoryPage(Page):
    """One story as an ordered list, with the person's own way beside it."""

    def __init__(self, around: Around, beside: BesideStory) -> None:
        super().__init__(around)
        self._beside, story = beside, beside.story
        self.go_back()
        self.link(tr("\u2190 All stories"), around.verbs.stories)
        self.say(story.name, "title")
        self.say(story.about)
        if story.consent is not None:
            self.say(_of_ours(story.consent), "label")
        for paragraph in story.told:
            self.say(paragraph)
        if around.seen.place is not None:
            self._me()
        self.heading(tr("Step by step"))
        for place, step in enumerate(story.steps):
            self._step(place, step)
        self.listed(tr("What helped"), story.helped)
        self.listed(tr("What stood in the way"), story.hindered)
        self.say(tr("Source: {source}", source=story.source), "muted")

    def _me(self) -> None:
        beside, verbs = self._beside, self.around.verbs
        self.heading(tr("You beside this story"))
        self.say(_in_common(beside) if beside.shared else tr("Another way than yours so far."))
        if beside.shared_qualifications:
            known = self.around.seen.catalogue.qualifications
            both = [(known[one].name, one) for one in beside.shared_qualifications if one in known]
            self.linked(tr("You both hold"), both, tr("Opens in the library"))
        if Behind(BehindKind.STORY, beside.story.id) in self.around.seen.planned:
            self.say(tr("\u2713 Steps of this story are in your plan"), "label")
            self.link(tr("Open my plan"), verbs.open_plan)
        elif beside.here is None:
            self.act(tr("Start a plan from this story"), partial(verbs.plan_story, beside))
        elif beside.next:
            after = count(len(beside.next), "step came", "steps came")
            self.say(tr("{steps} after where you are.", steps=after))
            self.act(tr("Start a plan from what came next"), partial(verbs.plan_story, beside))

    def _step(self, place: int, step: StoryStep) -> None:
        self.rows.addSpacing(8)
        self.say(f"{place + 1}. {step.title}", "label")
        self._where(step.role)
        if words := self._met(place, step):
            self.say(words)
        if step.led:
            self.say(step.led)
        known = self.around.seen.catalogue.qualifications
        gained = [(known[one].name, one) for one in step.qualifications if one in known]
        self.linked(tr("Qualifications"), gained, tr("Opens in the library"))
        self.listed(tr("Training"), step.training)
        facts = [
            tr("How long: {years}", years=step.years) if step.years else "",
            tr("Paid for by: {who}", who=step.who_paid) if step.who_paid else "",
        ]
        if any(facts):
            self.say(". ".join(fact for fact in facts if fact), "muted")

    def _where(self, role: RoleId) -> None:
        found = self.around.seen.framework.roles.get(role)
        if found is not None:
            self.link(found.name, partial(self.around.verbs.go, role), tr("Show on the map"))

    def _met(self, place: int, step: StoryStep) -> str:
        seen = self.around.seen
        if step.ahead:
            return tr("Still hoped for when the story was told.")
        if not self._beside.met[place] or seen.place is None:
            return ""
        return tr("You are here.") if step.role == seen.place.role else tr("You were here too.")


def _of_ours(consent: Consent) -> str:
    return tr("Our college's own story, {told} with consent", told=tr(consent.value))


def _in_common(beside: BesideStory) -> str:
    return tr("You share {steps}.", steps=count(beside.shared, "step", "steps"))
