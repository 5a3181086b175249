"""What staff are told on a day of cover: slips, a brief for newcomers, a message."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from lsadesk.domain.calendar import TimeSpan, uk_date
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.covering.cover import CoverDay
from lsadesk.domain.covering.cover_sheet import (
    Brief,
    BriefLearner,
    BriefPart,
    BriefSession,
    CoverSheet,
    Slip,
    SlipLine,
    told_alike,
)
from lsadesk.domain.deployment.model import Slot, SlotId
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.vocabulary import said
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.desk import Desk
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning


def export_slips(desk: Desk, seen: CoverBoard, path: Path) -> Done[int]:
    """Write a slip for each LSA and teacher whose day changed; how many people they are.

    Many who are told the same of a closed site stand on one notice instead.

    Raises:
        UserError: nothing has changed, or the file cannot be written.
    """
    from lsadesk.reports.cover_pdf import write_slips

    with desk.reading(Kind.DEPLOYMENT, access=EXPORT):
        slips = slips_of(seen)
    if not slips:
        raise UserError("Nobody's day has changed, so there are no slips to print.")
    notices, others = told_alike(slips)
    sheet = CoverSheet(college=desk.college, day=seen.on, slips=others, notices=notices)
    write_slips(sheet, path)
    desk.note(Entry("exported cover slips", Kind.DEPLOYMENT, detail=str(len(slips))))
    return Done(len(slips), NOTHING)


def export_brief(
    desk: Desk,
    seen: CoverBoard,
    person: PersonId,
    path: Path,
    *,
    parts: Collection[BriefPart],
    ask: str,
) -> Done[None]:
    """Write a day's briefing for *person* that tells *parts* of each learner's record alone.

    Raises:
        UserError: they have no session that day, nobody to ask is named, or the file cannot
            be written.
    """
    from lsadesk.reports.cover_pdf import write_briefs

    if not ask.strip():
        raise UserError("Say whom to ask: a newcomer must not be left alone with a question.")
    with desk.reading(Kind.LEARNER, access=EXPORT) as reading:
        brief = brief_of(seen, person, parts=parts, ask=ask.strip())
        brief = replace(brief, ends=planning.pattern(reading, person).ends)
    if not brief.sessions:
        raise UserError(f"{brief.name} has no session on this day. Choose who covers.")
    write_briefs(CoverSheet(college=desk.college, day=seen.on, briefs=[brief]), path)
    desk.note(Entry("exported briefing", Kind.LEARNER, detail=str(len(brief.learners))))
    return Done(None, NOTHING)


def message(seen: CoverBoard) -> str:
    """The day's changes in a few lines to send to staff; it names no learner."""
    day = seen.day
    lines = [f"Cover, {seen.on:%A} {uk_date(seen.on)}"]
    for slot in () if day is None else day.touched:
        person = day.placed.get(slot.id) if day is not None else None
        open_ = "no LSA" if day is not None and day.is_left_open(slot.id) else "nobody yet"
        who = open_ if person is None else seen.names[person]
        lines.append(f"{slot.span} {_where(seen, slot.id)}: {who}")
    lines += [f"{line.span} {line.where}: does not run" for line in _off(seen).values()]
    return "\n".join(lines)


def slips_of(seen: CoverBoard) -> list[Slip]:
    """A slip for each LSA who is there, and each teacher, whose day is not as planned."""
    day = seen.day
    if day is None:
        return []
    lsas: dict[str, list[SlipLine]] = {}
    teachers: dict[str, list[SlipLine]] = {}
    for slot in day.touched:
        for name, line in _for_lsas(seen, day, slot):
            lsas.setdefault(name, []).append(line)
        if slot.teacher:
            teachers.setdefault(slot.teacher, []).append(_for_teacher(seen, day, slot))
    for session, line in _off(seen).items():
        for name in _freed(seen, day, session):
            lsas.setdefault(name, []).append(line)
        if teacher := seen.sessions[session].teacher:
            teachers.setdefault(teacher, []).append(line)
    return [
        Slip(name=name, is_teacher=is_teacher, lines=sorted(lines, key=lambda one: one.span.start))
        for found, is_teacher in ((lsas, False), (teachers, True))
        for name, lines in sorted(found.items(), key=lambda each: folded(each[0]))
    ]


def brief_of(
    seen: CoverBoard, person: PersonId, *, parts: Collection[BriefPart], ask: str
) -> Brief:
    """What *person* is told of their day, and of its learners only *parts*."""
    day = seen.day
    slots = [] if day is None else [s for s in day.today if day.placed.get(s.id) == person]
    learners: dict[LearnerId, Learner] = {}
    sessions = []
    for slot in slots:
        come = seen.come_to(slot)
        learners |= {each.id: each for each in come}
        session = seen.sessions[slot.id.session]
        site = "" if slot.site is None else seen.sites.get(slot.site, "")
        sessions.append(
            BriefSession(
                span=slot.span,
                title=", ".join(part for part in (session.title, session.group) if part),
                place=", ".join(part for part in (session.room, site) if part),
                teacher=slot.teacher,
                learners=[each.reference for each in come],
            )
        )
    return Brief(
        name=seen.names[person],
        sessions=sessions,
        learners=[_told(each, parts) for each in learners.values()],
        ask=ask,
    )


def _told(learner: Learner, parts: Collection[BriefPart]) -> BriefLearner:
    words = {
        BriefPart.AIMS: learner.aims,
        BriefPart.HOW: learner.how,
        BriefPart.SAID: learner.said,
        BriefPart.TASKS: ", ".join(sorted(learner.tasks)),
    }
    told = [(part, words[part]) for part in BriefPart if part in parts and words[part].strip()]
    return BriefLearner(reference=learner.reference, told=told)


def _for_lsas(seen: CoverBoard, day: CoverDay, slot: Slot) -> list[tuple[str, SlipLine]]:
    before, after = day.planned.get(slot.id), day.placed.get(slot.id)
    where = _where(seen, slot.id)
    found = []
    if after is not None:
        for_ = "" if before is None else f", for {seen.names[before]}"
        at_work = _at_work(seen, slot)
        here = "You go along" if at_work else "You are here"
        says = f"{here}{for_}.{_teacher(slot)}{at_work}"
        found.append((seen.names[after], SlipLine(span=slot.span, where=where, says=says)))
    if before is not None and not _is_away(seen, before, slot.span):
        now = "nobody" if after is None else seen.names[after]
        says = f"Not you this time: {now} is here."
        found.append((seen.names[before], SlipLine(span=slot.span, where=where, says=says)))
    return found


def _off(seen: CoverBoard) -> dict[SessionId, SlipLine]:
    """Each session with places that do not run, and why, by time."""
    off = {} if seen.day is None else seen.day.off
    lines = {
        slot.session: SlipLine(
            span=seen.sessions[slot.session].span,
            where=_where(seen, slot),
            says=f"Does not run: {why}.",
            runs=False,
        )
        for slot, why in off.items()
    }
    return dict(sorted(lines.items(), key=lambda each: each[1].span.start))


def _freed(seen: CoverBoard, day: CoverDay, session: SessionId) -> list[str]:
    """Those who were to be in *session*, which does not run, and are not away themselves."""
    slots = (slot for slot in day.off if slot.session == session)
    planned = {day.planned[slot] for slot in slots if slot in day.planned}
    span = seen.sessions[session].span
    return [seen.names[who] for who in sorted(planned) if not _is_away(seen, who, span)]


def _is_away(seen: CoverBoard, person: PersonId, span: TimeSpan) -> bool:
    return any(
        each.person == person and each.holds_on(seen.on) and each.hours.overlaps(span)
        for each in seen.absences
    )


def _for_teacher(seen: CoverBoard, day: CoverDay, slot: Slot) -> SlipLine:
    before, after = day.planned.get(slot.id), day.placed.get(slot.id)
    gone = "" if before is None else f"{seen.names[before]} is not here"
    if after is not None:
        for_ = "" if before is None else f", for {seen.names[before]}"
        says = f"{seen.names[after]} is with you{for_}."
    elif day.is_left_open(slot.id):
        says = f"{gone}, and nobody else can come." if gone else "Nobody can come."
    else:
        says = f"{gone}. Nobody is found yet." if gone else "Nobody is found yet."
    return SlipLine(span=slot.span, where=_where(seen, slot.id), says=says)


def _teacher(slot: Slot) -> str:
    return f" {said('Teacher')}: {slot.teacher}." if slot.teacher else ""


def _at_work(seen: CoverBoard, slot: Slot) -> str:
    """What somebody new at a learner's work placement needs before they set out."""
    placement = seen.placement_at(slot)
    if placement is None:
        return ""
    learners = " and ".join(each.reference for each in seen.come_to(slot))
    parts = [f"{said('Learner')}: {learners}, there {seen.hours_of(placement)}."]
    parts += [f"Ask for {placement.contact}."] if placement.contact else []
    parts += [placement.helps] if placement.helps else []
    return " " + " ".join(parts)


def _where(seen: CoverBoard, slot: SlotId) -> str:
    session = seen.sessions[slot.session]
    return ", ".join(part for part in (session.title, session.group, session.room) if part)
