"""What the pages about briefings say in words."""

from datetime import date, time

from lsadesk.domain.briefing.need_to_knows import FOUR, AheadSession, Readiness
from lsadesk.domain.briefing.words import READINESS
from lsadesk.domain.calendar import uk_date
from lsadesk.operations.briefing.need_to_knows import WeekAhead
from lsadesk.ui.words import count, tr

_SIGNS = {
    Readiness.BLIND: "\u25b2",
    Readiness.PARTLY: "\u25d1",
    Readiness.OLD: "\u25d4",
    Readiness.READY: "\u2713",
}


def when_words(seen: AheadSession) -> str:
    """Tue 9.15-10.45."""
    return f"{seen.session.day.short} {seen.session.span}"


def when_it_is(seen: AheadSession) -> tuple[date, time, time, str]:
    """What sessions are put in order of; spans compare slowly, and a week has many."""
    span = seen.session.span
    return seen.on, span.start, span.end, seen.session.title


def readiness_words(seen: AheadSession, limit: int) -> str:
    """Whether it is told, with a sign, and since when where it is old."""
    how = seen.readiness(limit)
    said = f"{_SIGNS[how]} {tr(READINESS[how])}"
    if how in (Readiness.OLD, Readiness.READY) and seen.told is not None:
        return tr("{said}, {day}", said=said, day=uk_date(seen.told.on))
    return said


def who_words(seen: AheadSession, week: WeekAhead) -> str:
    """The LSAs by name; nobody where nothing is published."""
    return ", ".join(week.names[each] for each in seen.lsas) or tr("nobody planned yet")


def week_words(week: WeekAhead) -> str:
    """How many of the week's sessions are told, and how many are not."""
    if not week.sessions:
        return tr("No session of this week has an LSA.")
    found = [each.readiness(week.limit) for each in week.sessions]
    said = [
        words
        for how, words in (
            (Readiness.BLIND, tr("{number} not told yet", number=found.count(Readiness.BLIND))),
            (Readiness.PARTLY, tr("{number} told in part", number=found.count(Readiness.PARTLY))),
            (Readiness.OLD, tr("{number} told long ago", number=found.count(Readiness.OLD))),
        )
        if how in found
    ]
    sessions = count(len(found), "session", "sessions")
    if not said:
        return tr("{sessions} of this week: all are told.", sessions=sessions)
    return tr("{sessions} of this week: {parts}.", sessions=sessions, parts=", ".join(said))


def told_words(seen: AheadSession) -> str:
    """Who told it, and for which day; that the LSA goes in blind as long as something is
    missing of the four that are needed."""
    if seen.told is None:
        return tr("LSA going in blind: nothing is told of it yet.")
    said = tr("Told by {who} for {day}.", who=seen.told.by, day=uk_date(seen.told.on))
    if not seen.told.words.missing:
        return said
    told = len(FOUR) - len(seen.told.words.missing)
    return tr("LSA going in blind: {told} of the four told. {said}", told=told, said=said)
