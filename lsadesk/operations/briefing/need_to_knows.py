"""What LSAs have to know before their sessions: written, used again, and where it is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lsadesk.domain.briefing.need_to_knows import (
    LONGEST,
    USUAL_LIMIT,
    AheadSession,
    Known,
    NeedToKnows,
    alike,
)
from lsadesk.domain.calendar import monday_of
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.details import tidied
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.errors import UserError
from lsadesk.operations.deploying.placing import whose_hand
from lsadesk.operations.desk import Desk
from lsadesk.store.briefing import need_to_knows
from lsadesk.store.briefing.ahead import references, sessions_ahead
from lsadesk.store.settings import set_setting, setting
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

LIMIT = "need-to-knows serve for days"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAhead:
    """The sessions of the week from *starts*, of which LSAs need to know; *limit* is in days."""

    starts: date
    sessions: Sequence[AheadSession]
    names: Mapping[PersonId, str]
    references: Mapping[LearnerId, str]
    limit: int = USUAL_LIMIT


def week_ahead(desk: Desk, day: date) -> WeekAhead:
    """The week of *day*."""
    with desk.reading(Kind.BRIEFING) as reading:
        return week_within(reading, day)


def week_within(reading: Reading, day: date) -> WeekAhead:
    """The same in a reading that is open already."""
    starts = monday_of(day)
    return WeekAhead(
        starts=starts,
        sessions=sessions_ahead(reading, starts, starts + timedelta(days=6)),
        names={each.id: each.name for each in people.everybody(reading)},
        references=references(reading),
        limit=limit_of(reading),
    )


def limit_of(reading: Reading) -> int:
    """For how many days the same words serve in this college."""
    return int(setting(reading, LIMIT) or USUAL_LIMIT)


def set_limit(desk: Desk, days: int) -> Done[None]:
    """Have words count as told long ago after *days*."""
    with desk.writing(Kind.BRIEFING) as work:
        set_setting(work, LIMIT, str(days))
        return desk.keep(
            work,
            None,
            "Changed how long need-to-knows serve",
            Entry("changed how long need-to-knows serve", Kind.BRIEFING, detail=str(days)),
            Subject.BRIEFING,
            Subject.DEPLOYMENT,
        )


def tell(
    desk: Desk, seen: AheadSession, words: NeedToKnows, *, also: Sequence[AheadSession] = ()
) -> Done[int]:
    """Write what is to be known of a session, and of the sessions *also*; how many they are.

    Raises:
        UserError: nothing is said, or an answer is too long to be read in a doorway.
        Stale: somebody has told something else of one of them since.
    """
    wanted = _sensible(words)
    return _write(desk, [(each, wanted) for each in (seen, *also)], _told(seen))


def as_last_time(desk: Desk, seen: Sequence[AheadSession]) -> Done[int]:
    """Say of each session that what was told last holds on its day too; how many they are.

    Raises:
        UserError: none of them was ever told of.
        Stale: as in `tell`.
    """
    again = [(each, each.told.words) for each in seen if each.told and each.told.on < each.on]
    if not again:
        raise UserError("Nothing was told of it before. Write it once, then it can be used again.")
    return _write(desk, again, f"{_told(again[0][0])}, as last time")


def others_alike(seen: AheadSession, week: WeekAhead) -> list[AheadSession]:
    """The week's other sessions of the same subject, group and teacher."""
    return alike(seen, week.sessions)


def _write(
    desk: Desk, wanted: Sequence[tuple[AheadSession, NeedToKnows]], sentence: str
) -> Done[int]:
    with desk.writing(Kind.BRIEFING) as work:
        by = whose_hand(desk, work)
        for seen, words in wanted:
            place = seen.session.id, seen.on
            read = None if seen.told is None else seen.told.number
            need_to_knows.tell(work, place, words, by, read=read)
        return desk.keep(
            work,
            len(wanted),
            sentence,
            Entry("told of sessions", Kind.BRIEFING, detail=str(len(wanted))),
            Subject.BRIEFING,
        )


def _sensible(words: NeedToKnows) -> NeedToKnows:
    wanted = tidied(words)
    if not list(wanted.told()):
        raise UserError("Write at least one line: whoever goes in has nothing yet.")
    long = next((known for known in Known if len(wanted.said(known)) > LONGEST), None)
    if long is not None:
        raise UserError(f"Keep each answer to {LONGEST} letters: it is read in a doorway.")
    return wanted


def _told(seen: AheadSession) -> str:
    return f"Told of {seen.session.title}, {seen.session.day.short} {seen.session.span}"
