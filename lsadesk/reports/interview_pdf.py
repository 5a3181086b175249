"""A pathway interview on paper, in the order of Annex A; what has no answer says so."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from lsadesk.domain.appraisals.interview import InterviewSheet, Prompt, Topic
from lsadesk.domain.calendar import uk_date
from lsadesk.reports.pages import BODY, NOTE, STRONG, TITLE, headed, text, write_pdf

NO_ANSWER = "No answer"
_ROOM = 120.0  # for a heading and the first of its questions
_WITH_ITS_ANSWER = 60.0  # for a question and the first lines of what was said
_HEADINGS = {
    Topic.YOU: "Your own path",
    Topic.NATIONALLY: "LSAs everywhere",
    Topic.OTHER: "Other matters",
}


def write_interview(sheet: InterviewSheet, path: Path) -> None:
    """Write the interview to *path*; the same interview always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    footer = f"{sheet.college}: {sheet.title.lower()}, {uk_date(sheet.day)}."
    write_pdf(path, list(_story(sheet)), title=sheet.title, footer=footer)


def _story(sheet: InterviewSheet) -> Iterator[Flowable]:
    yield text(sheet.title, TITLE)
    yield text(f"{sheet.about} \u00b7 {sheet.college} \u00b7 {uk_date(sheet.day)}", NOTE)
    for topic, prompts in groupby(sheet.prompts, key=lambda prompt: prompt.topic):
        yield from headed(_HEADINGS[topic], _ROOM)
        for prompt in prompts:
            yield CondPageBreak(_WITH_ITS_ANSWER)
            yield text(_asked(prompt), STRONG)
            yield from _said(sheet.answers.get(prompt.id, ""))
            yield Spacer(1, 6)
    if sheet.prompts:
        yield text(f"Questions after {sheet.prompts[0].source.document_name}, Annex A.", NOTE)


def _asked(prompt: Prompt) -> str:
    return f"{'Your path:' if prompt.plots else f'{prompt.number}.'} {prompt.text}"


def _said(answer: str) -> Iterator[Flowable]:
    if not answer.strip():
        yield text(NO_ANSWER, NOTE)
        return
    for paragraph in answer.splitlines():
        if paragraph.strip():
            yield text(paragraph, BODY)
