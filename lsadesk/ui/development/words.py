"""The words of a development plan, to the eye and to the ear."""

from collections.abc import Iterator
from datetime import date

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.development import Behind, Funder, Mode, PlanAction, Progress
from lsadesk.domain.developing.mentors import Load
from lsadesk.domain.developing.plan_reviews import PlanNote, is_review_over
from lsadesk.domain.developing.plan_words import cost_words, hours_words
from lsadesk.operations.developing.behind import BehindNames
from lsadesk.operations.developing.development import OpenPlan
from lsadesk.ui.words import count, tr


def mode_words(mode: Mode) -> str:
    """Course, Shadowing, Peer network."""
    return tr(mode.value.capitalize())


def funder_words(funder: Funder) -> str:
    """The college, The person themselves, Not said."""
    return tr(funder.value.capitalize())


def progress_words(progress: Progress) -> str:
    """Not started, Under way, Done, Not now."""
    return tr(progress.value.capitalize())


def behind_words(behind: Behind, names: BehindNames) -> str:
    """Skill: BSL; what is no longer known by its record is said to be so."""
    kind = tr(behind.kind.value.capitalize())
    return tr("{kind}: {name}", kind=kind, name=names.get(behind, tr("no longer in the list")))


def when_words(action: PlanAction, today: date) -> str:
    """By when it is to be done, that its date is over, or when it was done or put aside."""
    if action.done_on is not None:
        return tr("done {day}", day=uk_date(action.done_on))
    if action.not_now_on is not None:
        return tr("not now, since {day}", day=uk_date(action.not_now_on))
    if action.due is None:
        return tr("no date yet")
    day = uk_date(action.due)
    return tr("was for {day}", day=day) if action.is_overdue_on(today) else day


def spoken_line(action: PlanAction, today: date) -> str:
    """A whole line in one breath; parts that nobody filled in are left out."""
    helper = tr("with {helper}", helper=action.helper) if action.helper else ""
    why = tr("because: {why}", why=action.why) if action.why else ""
    under_way = tr("under way") if action.progress is Progress.UNDER_WAY else ""
    follow_up = tr("asks for a follow-up") if action.lacks_follow_up else ""
    when = when_words(action, today)
    parts = (action.what, why, mode_words(action.mode), helper, under_way, when, follow_up)
    return ", ".join(part for part in parts if part)


def summary(plan: OpenPlan) -> str:
    """How many lines are to be done, how many of those are past their date, what is done."""
    waiting = [each for each in plan.actions if each.is_open]
    overdue = sum(each.is_overdue_on(plan.today) for each in waiting)
    done = sum(each.done_on is not None for each in plan.actions)
    not_now = len(plan.actions) - len(waiting) - done
    follow_up = sum(each.lacks_follow_up for each in plan.actions)
    said = [tr("{number} to do", number=len(waiting))]
    if overdue:
        said.append(count(overdue, "past its date", "past their date"))
    if done:
        said.append(tr("{number} done", number=done))
    if not_now:
        said.append(tr("{number} not now", number=not_now))
    if follow_up:
        said.append(count(follow_up, "asks for a follow-up", "ask for a follow-up"))
    return ", ".join(said)


def next_review_words(plan: OpenPlan) -> str:
    """When the plan is looked at next, or that nobody has agreed that."""
    if plan.next_review is None:
        return tr("No review is agreed yet.")
    day = uk_date(plan.next_review)
    if is_review_over(plan.next_review, plan.today):
        return tr("A review was agreed for {day}.", day=day)
    return tr("Next review: {day}.", day=day)


def load_words(load: Load) -> str:
    """What a helper carries now: "helps 2 people now, 3 h"."""
    if not load.pairings:
        return tr("helps nobody else at the moment")
    said = tr("has {pairs} now", pairs=count(load.pairings, "pairing", "pairings"))
    if load.minutes:
        said = f"{said}, {hours_words(load.minutes)}"
    if load.unsaid and load.minutes:
        said = f"{said}, {count(load.unsaid, 'without hours', 'without hours')}"
    return said


def note_words(note: PlanNote) -> str:
    """A note with its day and the name it is signed with above it."""
    return f"{uk_date(note.day)}, {note.signed}\n{note.text}"


def facts(action: PlanAction, plan: OpenPlan) -> Iterator[tuple[str, str]]:
    """All that is known of a line beside its own words, as (heading, text)."""
    told = (
        (tr("Why"), action.why),
        (
            tr("Comes from"),
            behind_words(action.behind, plan.around.behind) if action.behind else "",
        ),
        (tr("How"), mode_words(action.mode)),
        (tr("With whose help"), _helper(action)),
        (tr("By when"), when_words(action, plan.today)),
        (tr("How far"), _how_far(action)),
        (tr("Why not now"), action.not_now_because),
        (tr("Who pays"), _funder(action)),
        (tr("Cost and time"), cost_words(action)),
        (tr("What came of it"), action.outcome),
        (tr("What changed at work"), action.follow_up),
        (tr("No follow-up, because"), action.no_follow_up_because),
        (tr("Agreed on"), "" if action.agreed_on is None else uk_date(action.agreed_on)),
        (tr("Importance"), "" if action.rank is None else _rank(action.rank)),
    )
    yield from ((heading, text) for heading, text in told if text)
    if action.lacks_follow_up:
        yield tr("Follow-up"), tr("Not said yet: what changed at work?")


def _rank(rank: int) -> str:
    return tr("Number {rank} of what was agreed at that appraisal", rank=rank)


def _helper(action: PlanAction) -> str:
    given = action.helper_minutes
    hours = "" if given is None else tr("gives {hours}", hours=hours_words(given))
    return ", ".join(part for part in (action.helper, hours) if part)


def _how_far(action: PlanAction) -> str:
    if action.progress is Progress.UNDER_WAY and action.begun_on is not None:
        return tr("Under way since {day}", day=uk_date(action.begun_on))
    return progress_words(action.progress)


def _funder(action: PlanAction) -> str:
    return "" if action.funder is Funder.NOT_SAID else funder_words(action.funder)
