"""The words of the review, for the screen and for paper."""

from collections.abc import Mapping
from datetime import date

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.reviewing.lines import Line, LineKind, Stage, is_overdue, is_silent
from lsadesk.domain.reviewing.points import Voice
from lsadesk.domain.reviewing.review import Judgement, moved
from lsadesk.domain.reviewing.views import Confidence, Group, Spread

CONFIDENCE = {
    Confidence.NOT_AT_ALL: "Not confident",
    Confidence.A_LITTLE: "A little confident",
    Confidence.MOSTLY: "Mostly confident",
    Confidence.FULLY: "Fully confident",
}
CANNOT_SAY = "I cannot say"
_TO_LEARNERS = {
    Confidence.NOT_AT_ALL: "No",
    Confidence.A_LITTLE: "A little",
    Confidence.MOSTLY: "Mostly",
    Confidence.FULLY: "Yes",
}
VOICES = {
    Voice.LEADERS: "Leaders and managers",
    Voice.GOVERNORS: "Governors",
    Voice.TEACHERS: "Teachers",
    Voice.ASSESSORS: "Assessors",
    Voice.OBSERVERS: "Those who observe sessions",
    Voice.LSAS: "LSAs",
    Voice.LEARNERS: "Learners",
}
LISTS = {
    LineKind.ACTION: "Actions",
    LineKind.CHALLENGE: "Challenges",
    LineKind.ISSUE: "Issues that LSAs raised",
    LineKind.METHOD: "Ways of checking quality",
    LineKind.MEASURE: "Measures of impact",
    LineKind.TRAINING: "Training of teachers and managers",
    LineKind.CHANGE: "Changes being tried",
    LineKind.COMMENT: "Comments on drafts",
}
STAGES = {
    Stage.PLANNED: "Planned",
    Stage.PILOT: "Tried by a few",
    Stage.ROLLED_OUT: "Rolled out",
}


def answer_words(voice: Voice) -> tuple[dict[Confidence, str], str]:
    """What *voice* may answer, and how it says that it cannot; learners in easier words."""
    if voice is Voice.LEARNERS:
        return _TO_LEARNERS, "I don't understand"
    return CONFIDENCE, CANNOT_SAY


def judgement_words(judgement: Judgement | None) -> str:
    """Where the college stands on a point."""
    if judgement is None:
        return "Not talked about yet"
    if judgement.confidence is None:
        return "We cannot say yet"
    return CONFIDENCE[judgement.confidence]


def movement_words(now: Judgement | None, before: Judgement | None) -> str:
    """How a point moved since the review before; "": that is not known."""
    steps = moved(now, before)
    if steps is None:
        return ""
    if not steps:
        return "as before"
    return f"{'up' if steps > 0 else 'down'} {abs(steps)}"


def group_words(group: Group) -> str:
    """A group by name; several that were laid together, by all their names."""
    return " and ".join(VOICES[voice] for voice in Voice if voice in group)


def spread_words(spread: Spread) -> str:
    """5 of 7 confident, 2 cannot say."""
    said = f"{spread.confident} of {spread.number} confident"
    return f"{said}, {spread.cannot_say} cannot say" if spread.cannot_say else said


def told_words(told: Mapping[Group, Spread]) -> str:
    """What each group said, a line each."""
    return "\n".join(f"{group_words(group)}: {spread_words(each)}" for group, each in told.items())


def state_words(line: Line, today: date) -> str:
    """What a line is waiting for, or that it is done."""
    if line.done is not None:
        return f"done {uk_date(line.done)}"
    if is_overdue(line, today):
        return f"! was to be done by {uk_date(line.due)}" if line.due else ""
    if is_silent(line, today):
        return "! has found nothing for a year"
    if line.kind is LineKind.CHANGE:
        return STAGES[line.stage].casefold()
    return f"by {uk_date(line.due)}" if line.due is not None else ""


def found_words(line: Line) -> str:
    """What came of it: the finding and its day, what a measure cannot show, why so early."""
    told = [line.found]
    if line.found and line.found_on is not None:
        told[0] = f"{uk_date(line.found_on)}: {line.found}"
    told.append(f"About: {line.draft}" if line.draft else "")
    told.append(f"It cannot show: {line.limits}" if line.limits else "")
    told.append(f"Rolled out early because: {line.reason}" if line.reason else "")
    return "\n".join(filter(None, told))
