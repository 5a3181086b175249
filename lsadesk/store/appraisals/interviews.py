"""Pathway interviews: said alone in sealed boxes, or kept for those who hold the talk."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from lsadesk.domain.appraisals.interview import (
    Interview,
    InterviewAnswers,
    InterviewId,
    PromptId,
    Way,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import InterviewAnswerRow, InterviewRow, SealedInterviewRow
from lsadesk.store.sealing.boxes import Boxes
from lsadesk.store.sealing.keys import WrongSecret
from lsadesk.store.work import Reading, Work


def begin(
    work: Work,
    way: Way,
    *,
    person: PersonId | None,
    held_on: date,
    led_by: str = "",
    taking_part: int = 1,
) -> InterviewId:
    """Begin an interview; what is not said alone is shared from the start."""
    row = InterviewRow(
        way=way.value,
        person_id=person,
        held_on=held_on,
        led_by=led_by,
        taking_part=taking_part,
        shared_at=None if way is Way.ALONE else work.now,
    )
    work.add(row)
    return InterviewId(row.id)


def latest(reading: Reading, person: PersonId, way: Way) -> InterviewRow | None:
    """The newest interview of one sort with *person*."""
    wanted = select(InterviewRow).where(
        InterviewRow.person_id == person, InterviewRow.way == way.value
    )
    return reading.session.scalar(wanted.order_by(InterviewRow.id.desc()).limit(1))


def group(reading: Reading, interview: InterviewId) -> InterviewRow | None:
    """A group's interview; None where there is no such."""
    row = reading.session.get(InterviewRow, interview)
    return row if row is not None and row.way == Way.GROUP.value else None


def groups(reading: Reading) -> tuple[Interview, ...]:
    """Every group's interview, the newest first."""
    wanted = select(InterviewRow).where(InterviewRow.way == Way.GROUP.value)
    ordered = wanted.order_by(InterviewRow.held_on.desc(), InterviewRow.id.desc())
    return tuple(
        interview_of(row, shared(reading, row)) for row in reading.session.scalars(ordered)
    )


def shared(reading: Reading, interview: InterviewRow) -> dict[PromptId, str]:
    """What is kept for others to read."""
    wanted = select(InterviewAnswerRow).where(InterviewAnswerRow.interview_id == interview.id)
    return {PromptId(row.prompt): row.text for row in reading.session.scalars(wanted)}


def private(
    reading: Reading, interview: InterviewRow, own: Boxes
) -> tuple[dict[PromptId, str], int]:
    """What was said alone, for its author; and how much no key opens any more."""
    answers, unreadable = {}, 0
    for row in _boxes(reading, interview):
        try:
            answers[PromptId(row.prompt)] = own.opened(row.box, *_place(interview, row.prompt))
        except WrongSecret:
            unreadable += 1
    return answers, unreadable


def keep_private(
    work: Work, interview: InterviewRow, own: Boxes, prompt: PromptId, text: str
) -> None:
    """Keep what was said to one question, sealed to its author."""
    key = (interview.id, prompt)
    row = work.session.get(SealedInterviewRow, key)
    box = own.sealed(text, *_place(interview, prompt))
    if row is None:
        work.session.add(SealedInterviewRow(interview_id=key[0], prompt=prompt, box=box))
    else:
        row.box = box


def keep_shared(work: Work, interview: InterviewRow, prompt: PromptId, text: str) -> None:
    """Keep what was said to one question, for those who hold the talk."""
    row = work.session.get(InterviewAnswerRow, (interview.id, prompt))
    if row is None:
        work.session.add(InterviewAnswerRow(interview_id=interview.id, prompt=prompt, text=text))
    else:
        row.text = text


def share(work: Work, interview: InterviewRow, answers: InterviewAnswers) -> None:
    """Let others read *answers*, and take the boxes away."""
    interview.shared_at = work.now
    _remove(work, _boxes(work, interview))
    for prompt, text in answers.items():
        keep_shared(work, interview, prompt, text)


def unshare(work: Work, interview: InterviewRow, own: Boxes) -> None:
    """Make what was shared private again."""
    interview.shared_at = None
    answers = shared(work, interview)
    wanted = select(InterviewAnswerRow).where(InterviewAnswerRow.interview_id == interview.id)
    _remove(work, work.session.scalars(wanted).all())
    for prompt, text in answers.items():
        keep_private(work, interview, own, prompt, text)


def interview_of(row: InterviewRow, answers: InterviewAnswers) -> Interview:
    """The interview that *row* keeps."""
    return Interview(
        id=InterviewId(row.id),
        way=Way(row.way),
        person=None if row.person_id is None else PersonId(row.person_id),
        held_on=row.held_on,
        led_by=row.led_by,
        taking_part=row.taking_part,
        answers=answers,
        shared_at=row.shared_at,
        version=row.version,
    )


def _place(interview: InterviewRow, prompt: str) -> tuple[str, int, str]:
    return "sealed_interview_answer", interview.id, prompt


def _boxes(reading: Reading, interview: InterviewRow) -> list[SealedInterviewRow]:
    wanted = select(SealedInterviewRow).where(SealedInterviewRow.interview_id == interview.id)
    return list(reading.session.scalars(wanted))


def _remove(work: Work, rows: Iterable[object]) -> None:
    for row in rows:
        work.session.delete(row)
