"""One person's ways to a role, to take to an appraisal or to keep."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportlab.platypus import Flowable

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.career_sheet import PathwaySheet
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.careers.pathways import PathStep, Pathway
from lsadesk.reports.pages import BODY, NOTE, SMALL, STRONG, TITLE, headed, table, text, write_pdf

_PROMISE = "A map, not a promise of a post. Nothing on it is required."
_ROOM = 200.0  # for a heading and the first of its steps
_COLUMNS = (("Step", 128.0), ("What it asks of you", 170.0), ("What usually helps", 182.0))


def write_pathway(sheet: PathwaySheet, path: Path) -> None:
    """Write the ways to *path*; the same ways always give the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    footer = f"{sheet.college}: pathway, {uk_date(sheet.day)}. {_PROMISE}"
    write_pdf(path, list(_story(sheet)), title="My pathway", footer=footer)


def _story(sheet: PathwaySheet) -> Iterator[Flowable]:
    yield text("My pathway", TITLE)
    yield text(f"{sheet.name} \u00b7 {sheet.college} \u00b7 as at {uk_date(sheet.day)}", NOTE)
    yield text(f"From {sheet.start.name} to {sheet.goal.name}", STRONG)
    yield text(sheet.goal.summary, BODY)
    for number, pathway in enumerate(sheet.pathways, 1):
        yield from _way(sheet, number, pathway)
    source = f"Roles and steps follow {sheet.goal.source}, and what the college made of them."
    yield text(source, NOTE)


def _way(sheet: PathwaySheet, number: int, pathway: Pathway) -> Iterator[Flowable]:
    if pathway.way.is_staying:
        yield from headed(f"{number}. Stay, and go deeper", _ROOM)
        yield text("A full answer, and it asks for no change. Near what you do already:")
        steps = pathway.deeper
    else:
        names = " \u203a ".join(step.role.name for step in pathway.steps)
        yield from headed(f"{number}. {names}", _ROOM)
        yield text(rough(pathway.months), NOTE)
        steps = pathway.steps
    if steps:
        rows = [[text(heading, STRONG) for heading, _ in _COLUMNS]]
        rows += [[text(cell, SMALL) for cell in _cells(sheet, step)] for step in steps]
        yield table(rows, [width for _, width in _COLUMNS])


def rough(months: tuple[int, int]) -> str:
    """A rough span, as the screen says it: in years from two years on."""
    least, most = months
    if most == 0:
        return "How long it takes cannot be said."
    unit = "months"
    if least >= 24:
        least, most, unit = round(least / 12), round(most / 12), "years"
    return f"Roughly {least} {unit}" if least == most else f"Roughly {least} to {most} {unit}"


def _cells(sheet: PathwaySheet, step: PathStep) -> tuple[str, str, str]:
    gap = step.gap
    asked = [
        f"You have {len(gap.has)} of {gap.asked}." if gap.asked else "",
        _listed("Not yet", _worded(sheet, gap.missing)),
        f"Not known yet: {len(gap.unknown)}; the self-assessment asks." if gap.unknown else "",
    ]
    helps = [
        _listed("You hold", (one.name for one in step.held)),
        _listed("Usual, never required", (one.name for one in step.qualifications)),
        _listed("To do", (one.name for one in step.cpd)),
        _listed("Certificates", step.route.certificates),
        _listed("Experience", step.route.experience),
    ]
    what = f"{step.role.name}\n{step.route.step}\n{rough(step.months)}"
    return what, "\n".join(filter(None, asked)), "\n".join(filter(None, helps))


def _worded(sheet: PathwaySheet, which: Iterable[StatementId]) -> list[str]:
    return [sheet.statements[one].text for one in which]


def _listed(heading: str, texts: Iterable[str]) -> str:
    lines = [f"\u2022 {each}" for each in texts]
    return "\n".join([f"{heading}:", *lines]) if lines else ""
