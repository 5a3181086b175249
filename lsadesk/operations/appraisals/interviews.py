"""Pathway interviews: alone and private, in a meeting, or as a group that names nobody."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsadesk.domain.appraisals.interview import (
    SMALLEST_GROUP,
    Interview,
    InterviewId,
    InterviewSheet,
    Prompt,
    PromptId,
    Way,
    named_in,
)
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.operations.said import said
from lsadesk.store import accounts
from lsadesk.store.appraisals import interviews
from lsadesk.store.careers import layer
from lsadesk.store.rows import InterviewRow
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

NOT_THERE = "This interview is not there any more. Nothing was saved."


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInterview:
    """My interview alone, None before it is begun; *unreadable* as in a self-assessment."""

    prompts: tuple[Prompt, ...]
    interview: Interview | None
    unreadable: int = 0


def my_interview(desk: Desk) -> OwnInterview | None:
    """What I say alone, and the questions; None for an account without a person."""
    person = desk.person
    if person is None:
        return None
    with desk.reading(Kind.DRAFT, person) as reading:
        prompts = layer.library_of(reading).interview
        row = interviews.latest(reading, person, Way.ALONE)
        if row is None:
            return OwnInterview(prompts=prompts, interview=None)
        if row.shared_at is not None:
            answers, unreadable = interviews.shared(reading, row), 0
        else:
            answers, unreadable = interviews.private(reading, row, desk.unlocked.boxes)
        kept = interviews.interview_of(row, answers)
        return OwnInterview(prompts=prompts, interview=kept, unreadable=unreadable)


def keep_own(desk: Desk, prompt: PromptId, text: str) -> Done[None]:
    """Keep what I say alone to one question, sealed for me until I share it."""
    person, words = own_person(desk), said(text, "An answer")
    with desk.writing(Kind.DRAFT, person) as work:
        _asked(work, prompt)
        row = interviews.latest(work, person, Way.ALONE)
        if row is not None and row.shared_at is not None:
            raise UserError("You have shared this interview. Take it back first, then change it.")
        if row is not None:
            interviews.keep_private(work, row, desk.unlocked.boxes, prompt, words)
            return desk.keep_more(work, None, Subject.ASSESSMENT)
        row = _begun(work, Way.ALONE, person)
        interviews.keep_private(work, row, desk.unlocked.boxes, prompt, words)
        entry = Entry("began an interview alone", Kind.DRAFT, person)
        sentence = "Began a pathway interview"
        return desk.keep(work, None, sentence, entry, Subject.ASSESSMENT, undo=False)


def share_own(desk: Desk) -> Done[None]:
    """Let those who read my self-assessment read my interview; `unshare_own` takes it back."""
    person = own_person(desk)
    with desk.writing(Kind.DRAFT, person) as work:
        row = interviews.latest(work, person, Way.ALONE)
        if row is None or row.shared_at is not None:
            raise UserError("There is nothing private to share.")
        answers, _ = interviews.private(work, row, desk.unlocked.boxes)
        interviews.share(work, row, {key: text for key, text in answers.items() if text.strip()})
        entry = Entry("shared an interview", Kind.DRAFT, person)
        sentence = "Shared my pathway interview"
        return desk.keep(work, None, sentence, entry, Subject.ASSESSMENT, undo=False)


def unshare_own(desk: Desk) -> Done[None]:
    """Make my interview private again; it stays mine, whoever has read it."""
    person = own_person(desk)
    with desk.writing(Kind.DRAFT, person) as work:
        row = interviews.latest(work, person, Way.ALONE)
        if row is None or row.shared_at is None:
            raise UserError("Nothing is shared, so there is nothing to take back.")
        interviews.unshare(work, row, desk.unlocked.boxes)
        entry = Entry("took an interview back", Kind.DRAFT, person)
        sentence = "Took my pathway interview back"
        return desk.keep(work, None, sentence, entry, Subject.ASSESSMENT, undo=False)


def shared_interview(desk: Desk, person: PersonId) -> Interview | None:
    """What *person* said alone and shared, for those who may read self-assessments."""
    with desk.reading(Kind.ASSESSMENT, person) as reading:
        row = interviews.latest(reading, person, Way.ALONE)
        if row is None or row.shared_at is None:
            return None
        return interviews.interview_of(row, interviews.shared(reading, row))


def meeting_interview(desk: Desk, person: PersonId) -> OwnInterview:
    """The interview held with *person* in a meeting, with the questions."""
    with desk.reading(Kind.APPRAISAL, person) as reading:
        row = interviews.latest(reading, person, Way.MEETING)
        prompts = layer.library_of(reading).interview
        if row is None:
            return OwnInterview(prompts=prompts, interview=None)
        kept = interviews.interview_of(row, interviews.shared(reading, row))
        return OwnInterview(prompts=prompts, interview=kept)


def keep_in_meeting(desk: Desk, person: PersonId, prompt: PromptId, text: str) -> Done[None]:
    """Keep what was said to one question in a meeting, with the appraisal of *person*.

    What is said in a later year begins an interview of its own.
    """
    words = said(text, "An answer")
    with desk.writing(Kind.APPRAISAL, person) as work:
        _asked(work, prompt)
        row = interviews.latest(work, person, Way.MEETING)
        if row is None or row.held_on.year != work.today.year:
            row = _begun(work, Way.MEETING, person)
        interviews.keep_shared(work, row, prompt, words)
        entry = Entry("kept an interview answer", Kind.APPRAISAL, person)
        sentence = "Kept an answer of the interview"
        return desk.keep(work, None, sentence, entry, Subject.ASSESSMENT, about=person)


@dataclass(frozen=True, slots=True)
class Groups:
    """The college's group interviews, the questions, and the name of whoever looks at them."""

    prompts: tuple[Prompt, ...]
    held: tuple[Interview, ...]
    me: str


def group_interviews(desk: Desk) -> Groups:
    """Every group's interview; apart from personal records, with nobody's name in it."""
    with desk.reading(Kind.GROUP_INTERVIEW) as reading:
        me = accounts.person_of(reading, desk.account)
        return Groups(
            prompts=layer.library_of(reading).interview,
            held=interviews.groups(reading),
            me=desk.login if me is None else people.get(reading, me).name,
        )


def begin_group(desk: Desk, *, held_on: date, led_by: str, taking_part: int) -> Done[InterviewId]:
    """Begin the record of a group's interview.

    Raises:
        UserError: so few took part that what one of them said could be told apart.
    """
    if taking_part < SMALLEST_GROUP:
        raise UserError(
            f"A group has at least {SMALLEST_GROUP} people: with fewer, everybody would know who "
            "said what. Hold it with each of them alone or in a meeting."
        )
    if not led_by.strip():
        raise UserError("Say who led it.")
    if held_on > desk.today:
        raise UserError("This day is still to come. Note the interview once it was held.")
    with desk.writing(Kind.GROUP_INTERVIEW) as work:
        begun = interviews.begin(
            work,
            Way.GROUP,
            person=None,
            held_on=held_on,
            led_by=led_by.strip(),
            taking_part=taking_part,
        )
        entry = Entry("began a group interview", Kind.GROUP_INTERVIEW)
        return desk.keep(work, begun, "Began a group interview", entry, Subject.ASSESSMENT)


def keep_in_group(desk: Desk, interview: InterviewId, prompt: PromptId, text: str) -> Done[None]:
    """Keep what a group said to one question.

    Raises:
        UserError: it gives somebody's name, or is too long; what was kept before stays.
    """
    words = said(text, "An answer")
    with desk.writing(Kind.GROUP_INTERVIEW) as work:
        _asked(work, prompt)
        row = interviews.group(work, interview)
        if row is None:
            raise UserError(NOT_THERE)
        if name := named_in(words, (one.name for one in people.everybody(work))):
            raise UserError(
                f"This names {name}. A group's answers name nobody: write \u201csomebody\u201d "
                "and it will be saved. It stays on the screen."
            )
        interviews.keep_shared(work, row, prompt, words)
        entry = Entry("kept a group's answer", Kind.GROUP_INTERVIEW)
        return desk.keep(work, None, "Kept a group's answer", entry, Subject.ASSESSMENT)


def export_own(desk: Desk, path: Path) -> Done[None]:
    """Write what I said alone as PDF, for myself."""
    from lsadesk.reports.interview_pdf import write_interview

    person = own_person(desk)
    with desk.reading(Kind.DRAFT, person, EXPORT) as reading:
        name = people.get(reading, person).name
    own = my_interview(desk)
    if own is None or own.interview is None:
        raise UserError("Nothing has been answered yet, so there is nothing to print.")
    sheet = InterviewSheet(
        college=desk.college,
        day=own.interview.held_on,
        title="My path",
        about=name,
        prompts=own.prompts,
        answers=own.interview.answers,
    )
    write_interview(sheet, path)
    desk.note(Entry("exported own interview", Kind.DRAFT, person))
    return Done(None, NOTHING)


def export_in_meeting(desk: Desk, person: PersonId, path: Path) -> Done[None]:
    """Write what was said with *person* in a meeting as PDF.

    Raises:
        UserError: nothing was, or the file cannot be written.
    """
    from lsadesk.reports.interview_pdf import write_interview

    with desk.reading(Kind.APPRAISAL, person, EXPORT) as reading:
        row = interviews.latest(reading, person, Way.MEETING)
        if row is None:
            raise UserError("Nothing has been answered yet, so there is nothing to print.")
        sheet = InterviewSheet(
            college=desk.college,
            day=row.held_on,
            title="Talked about in a meeting",
            about=people.get(reading, person).name,
            prompts=layer.library_of(reading).interview,
            answers=interviews.shared(reading, row),
        )
    write_interview(sheet, path)
    desk.note(Entry("exported an interview", Kind.APPRAISAL, person))
    return Done(None, NOTHING)


def export_group(desk: Desk, interview: InterviewId, path: Path) -> Done[None]:
    """Write what a group said as PDF.

    Raises:
        UserError: there is no such interview, or it cannot be written.
    """
    from lsadesk.reports.interview_pdf import write_interview

    with desk.reading(Kind.GROUP_INTERVIEW, None, EXPORT) as reading:
        row = interviews.group(reading, interview)
        if row is None:
            raise UserError("This interview is not there any more. Look at the list again.")
        sheet = InterviewSheet(
            college=desk.college,
            day=row.held_on,
            title="Group interview",
            about=f"Led by {row.led_by}, {row.taking_part} took part",
            prompts=layer.library_of(reading).interview,
            answers=interviews.shared(reading, row),
        )
    write_interview(sheet, path)
    desk.note(Entry("exported a group interview", Kind.GROUP_INTERVIEW))
    return Done(None, NOTHING)


def _begun(work: Work, way: Way, person: PersonId) -> InterviewRow:
    begun = interviews.begin(work, way, person=person, held_on=work.today)
    return work.session.get_one(InterviewRow, begun)


def _asked(reading: Reading, prompt: PromptId) -> None:
    if all(one.id != prompt for one in layer.library_of(reading).interview):
        raise UserError("This question is no longer asked. Nothing was saved.")
