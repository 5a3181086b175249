"""Feedback after sessions: told in half a minute, and open until the teacher did something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsadesk.domain.briefing.feedback import (
    LONGEST,
    Answer,
    FeedbackDetails,
    SessionFeedback,
    is_empty,
)
from lsadesk.domain.briefing.slips import FeedbackSheet, FeedbackSlip
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.details import tidied
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import Session, SessionId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.briefing import feedback
from lsadesk.store.briefing.ahead import sessions_ahead
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import timetable
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class AllFeedback:
    """What was told, what is open first; the sessions that it is about, and names."""

    told: Sequence[SessionFeedback]
    sessions: Mapping[SessionId, Session]
    names: Mapping[PersonId, str]

    @property
    def open(self) -> list[SessionFeedback]:
        """What waits for the teacher."""
        return [each for each in self.told if each.answer is Answer.OPEN]


def all_feedback(desk: Desk) -> AllFeedback:
    """All that LSAs told teachers."""
    with desk.reading(Kind.FEEDBACK) as reading:
        return _with_around(reading, feedback.feedback(reading))


def feedback_of(desk: Desk, person: PersonId) -> AllFeedback:
    """What one LSA told, with what was done with it."""
    with desk.reading(Kind.FEEDBACK, person) as reading:
        return _with_around(reading, feedback.feedback(reading, of=person))


def tell_teacher(
    desk: Desk, person: PersonId, session: SessionId, on: date, details: FeedbackDetails
) -> Done[None]:
    """Tell what *person* saw in a session on a day; told again, it takes the place of before.

    Raises:
        UserError: nothing is said, it is too long, they were not in that session on that day,
            or it was answered already.
    """
    told = tidied(details)
    if is_empty(told):
        raise UserError("Write at least one of the three: what worked, what did not, who did what.")
    if any(len(each) > LONGEST for each in (told.worked, told.barriers, told.learner_did)):
        raise UserError(f"Keep each answer to {LONGEST} letters.")
    with desk.writing(Kind.FEEDBACK, person) as work:
        there = sessions_ahead(work, on, on)
        if not any(each.session.id == session and person in each.lsas for each in there):
            raise UserError("Only somebody who was in the session that day can tell of it.")
        before = feedback.told(work, person, session, on)
        if before is not None and before.answer is not Answer.OPEN:
            raise UserError("The teacher has answered this already. Tell the rest after the next.")
        feedback.tell(work, person, (session, on), told)
        return desk.keep(
            work,
            None,
            "Told a teacher after a session",
            Entry("told a teacher", Kind.FEEDBACK, person),
            Subject.BRIEFING,
            about=person,
        )


def answer(
    desk: Desk, read: SessionFeedback, said: Answer, words: str = "", *, by: str = ""
) -> Done[None]:
    """Write what the teacher, *by* name, did with it or why it stays; `Answer.OPEN` reopens it.

    Raises:
        UserError: it is not said what is done, or why nothing is.
        Stale: it was answered or changed since it was read.
    """
    told = " ".join(words.split()) if said is not Answer.OPEN else ""
    if said is not Answer.OPEN and not told:
        raise UserError("Say in a few words what is done, or why it stays as it is.")
    if len(told) > LONGEST:
        raise UserError(f"Keep the answer to {LONGEST} letters.")
    with desk.writing(Kind.FEEDBACK) as work:
        feedback.answer(work, read, said, told, by.strip())
        return desk.keep(
            work,
            None,
            "Wrote down what was done with feedback",
            Entry("answered feedback", Kind.FEEDBACK, read.person),
            Subject.BRIEFING,
            about=read.person,
        )


def export_slips(desk: Desk, path: Path) -> Done[int]:
    """Write what is open as slips for the teachers, each with lines for an answer.

    Raises:
        UserError: nothing is open, or the file cannot be written.
    """
    from lsadesk.reports.feedback_pdf import write_feedback

    with desk.reading(Kind.FEEDBACK, access=EXPORT) as reading:
        found = _with_around(reading, feedback.feedback(reading))
    slips = [_slip(found, each) for each in found.open]
    if not slips:
        raise UserError("Nothing is open: every teacher has answered what was told.")
    slips.sort(key=lambda slip: (slip.teacher, slip.on, slip.when))
    write_feedback(FeedbackSheet(college=desk.college, printed=desk.today, slips=slips), path)
    desk.note(Entry("printed feedback for teachers", Kind.FEEDBACK, detail=str(len(slips))))
    return Done(len(slips), NOTHING)


def _slip(found: AllFeedback, each: SessionFeedback) -> FeedbackSlip:
    session = found.sessions[each.session]
    return FeedbackSlip(
        teacher=session.teacher,
        lsa=found.names[each.person],
        on=each.on,
        when=str(session.span),
        what=", ".join(part for part in (session.title, session.group) if part),
        told=each,
    )


def _with_around(reading: Reading, told: Sequence[SessionFeedback]) -> AllFeedback:
    wanted = {each.session for each in told}
    return AllFeedback(
        told=told,
        sessions={each.id: each for each in timetable.all_sessions(reading) if each.id in wanted},
        names={each.id: each.name for each in people.everybody(reading)},
    )
