"""What the demo college tells before sessions and after them, and who is away today."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from lsadesk.domain.briefing.feedback import Answer, FeedbackDetails
from lsadesk.domain.briefing.need_to_knows import AheadSession, NeedToKnows
from lsadesk.domain.calendar import monday_ahead, working_day
from lsadesk.domain.changes import Subject
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.covering.leading import LedDetails
from lsadesk.domain.rights import Kind
from lsadesk.operations.covering import absences, cover, cover_board
from lsadesk.operations.desk import Desk
from lsadesk.paths import RESOURCES
from lsadesk.store.briefing import feedback, need_to_knows
from lsadesk.store.briefing.ahead import sessions_ahead
from lsadesk.store.covering import leading
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, planning
from lsadesk.store.work import Work

BLIND, OLD, PARTLY = 3, 2, 5  # of so many sessions in a row: which is left, old, told in part
IN_A_ROW = 8
LONG_AGO, A_WEEK = timedelta(weeks=3), timedelta(weeks=1)
TRIED = 8  # so many are tried for an absence that somebody could cover
Content = Mapping[str, Any]


def add_briefing(desk: Desk) -> None:
    """Tell of most of the week's sessions, take feedback on last week's, cover an absence."""
    source = RESOURCES / "demo" / "briefing.toml"
    content = tomllib.loads(source.read_text(encoding="utf-8"))
    with desk.writing(Kind.BRIEFING) as work:
        monday = monday_ahead(work.today)
        ahead = sessions_ahead(work, monday, monday + timedelta(days=6))
        _tell(work, content["subject"], ahead)
        _feedback(work, content["told"], ahead)
        _lead(work, ahead)
        entry = Entry("made demo", Kind.BRIEFING)
        desk.keep(work, None, "Told of the demo's sessions", entry, Subject.BRIEFING)
    _away(desk, working_day(desk.today, 1))


def _tell(work: Work, subjects: Sequence[Content], ahead: Sequence[AheadSession]) -> None:
    words = {each["title"]: each for each in subjects}
    told = [each for each in ahead if each.session.title in words]
    for at, each in enumerate(told):
        place = at % IN_A_ROW
        if place % 4 == BLIND:
            continue
        known = {k: v for k, v in words[each.session.title].items() if k != "title"}
        if place == PARTLY:
            known = {"concepts": known["concepts"], "part": known["part"]}
        day = each.on - LONG_AGO if place == OLD else each.on
        by = each.session.teacher or "J. Lyle"
        where = each.session.id, day
        need_to_knows.tell(work, where, NeedToKnows(**known), by, read=None)


def _feedback(work: Work, told: Sequence[Content], ahead: Sequence[AheadSession]) -> None:
    """What LSAs told of the same sessions a week ago."""
    references = {each.id: each.reference for each in learners.all_learners(work)}
    seen = [each for each in ahead if each.lsas and each.learners]
    for each, line in zip(seen[:: max(1, len(seen) // len(told))], told, strict=False):
        who = references[each.learners[0]]
        details = FeedbackDetails(
            worked=line.get("worked", ""),
            barriers=line.get("barriers", ""),
            learner_did=f"{who} {line['learners']}",
        )
        person, session, on = each.lsas[0], each.session, each.on - A_WEEK
        feedback.tell(work, person, (session.id, on), details)
        if "answer" in line:
            work.session.flush()
            kept = feedback.told(work, person, session.id, on)
            if kept is not None:
                said = Answer(line["answer"])
                feedback.answer(work, kept, said, line["words"], session.teacher)


def _lead(work: Work, ahead: Sequence[AheadSession]) -> None:
    """Two sessions of last week that were led without their teacher."""
    may = [who for who, pattern in planning.patterns(work).items() if pattern.may_lead]
    for each, person in zip(ahead[:2], cycle(may), strict=False):
        leading.add(
            work,
            LedDetails(
                session=each.session.id,
                on=each.on - A_WEEK,
                person=person,
                supervised_by=each.session.teacher,
                note="Teacher on a trip",
            ),
        )


def _away(desk: Desk, day: date) -> None:
    """Two are away: what the first leaves is covered as far as it goes, the rest is open."""
    seen = cover_board.board(desk, day)
    there = [] if seen.day is None else sorted(set(seen.day.placed.values()))
    for who in there[:: max(1, len(there) // TRIED)]:
        absences.mark_away(desk, [Away(first=day, last=day, person=who)])
        seen = cover_board.board(desk, day)
        if cover.take_best(desk, seen).result:
            break
        absences.take_back(desk, seen.absences[-1], day)
    others = [who for who in there if who not in {each.person for each in seen.absences}]
    if others:
        absences.mark_away(desk, [Away(first=day, last=day, person=others[len(others) // 2])])
