"""The week's deployment on A4 landscape: unmet needs first, then everybody's week."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from lsadesk.domain.calendar import WORKING_WEEK, Weekday, uk_date
from lsadesk.domain.vocabulary import said
from lsadesk.domain.weeks.timetable_sheet import Placement, TimetableSheet, UnmetNeed, initials
from lsadesk.domain.words import folded
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import (
    AMBER,
    NOTE,
    SMALL,
    STRONG,
    TITLE,
    headed,
    table,
    text,
    write_pdf,
)

_WIDTH = 739.0
_NAME_WIDTH = 84.0
_ROOM_FOR_SOMEBODY = 140.0  # the heading, the days, and one person's week
_CELL = ParagraphStyle("cell", SMALL, fontSize=7, leading=8.4)
_WHO = ParagraphStyle("who", SMALL, fontName=Face.SEMIBOLD)
_UNMET_COLUMNS = (("When", 105.0), ("Session", 195.0), ("Missing", 190.0), ("Why", 249.0))


def write_timetable(sheet: TimetableSheet, path: Path) -> None:
    """Write the week to *path*; the same week always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    title = f"Deployment, {sheet.week}"
    initials = said("Learners by initials only.")
    footer = f"{sheet.college}: {title}, printed {uk_date(sheet.day)}. {initials}"
    write_pdf(path, list(_story(sheet)), title=title, footer=footer, wide=True)


def _story(sheet: TimetableSheet) -> Iterator[Flowable]:
    yield text(f"Deployment, {sheet.week}", TITLE)
    placed = f"{len(sheet.placements)} placements, {len(sheet.people)} people"
    yield text(f"{sheet.college} \u00b7 {placed} \u00b7 as at {uk_date(sheet.day)}", NOTE)
    yield from _unmet(sheet.unmet)
    yield from headed("Everybody's week", room=_ROOM_FOR_SOMEBODY)
    yield _people_grid(sheet)
    yield from _sites(sheet)


def _unmet(unmet: Sequence[UnmetNeed]) -> Iterator[Flowable]:
    yield from headed(f"\u25b2 Not covered yet: {len(unmet)}" if unmet else "Not covered yet")
    if not unmet:
        yield text(said("\u2713 Nothing: every session has who it needs."))
        return
    rows = [[text(said(heading), STRONG) for heading, _ in _UNMET_COLUMNS]]
    for need in sorted(unmet, key=lambda need: (need.day, need.span, need.title)):
        when = f"{need.day.short} {need.span}"
        what = _joined(need.title, need.group, need.site)
        rows.append([text(words, SMALL) for words in (when, what, need.missing, need.reason)])
    yield table(
        rows, [width for _, width in _UNMET_COLUMNS], ("BACKGROUND", (0, 1), (0, -1), AMBER)
    )


def _people_grid(sheet: TimetableSheet) -> Flowable:
    cells: dict[tuple[str, Weekday], list[Placement]] = {}
    for placement in sheet.placements:
        cells.setdefault((placement.who, placement.day), []).append(placement)
    days = _days(sheet.placements)
    rows = [[text(heading, STRONG) for heading in ("Who", *(day.short for day in days))]]
    for who in sheet.people:
        row = [_cell([_in_short(each) for each in _by_time(cells.get((who, d), []))]) for d in days]
        rows.append([text(who, _WHO), *row])
    return _grid(rows, days)


def _sites(sheet: TimetableSheet) -> Iterator[Flowable]:
    """A page for each site, by session: for the person at its door. One site needs none."""
    sites = sorted({each.site for each in sheet.placements if each.site}, key=folded)
    if len(sites) < 2:
        return
    for site in sites:
        there = [placement for placement in sheet.placements if placement.site == site]
        yield from headed(f"At {site}", room=_WIDTH)
        yield _site_grid(there, _days(sheet.placements))


def _site_grid(placements: Sequence[Placement], days: list[Weekday]) -> Flowable:
    cells: dict[tuple[str, Weekday], list[Placement]] = {}
    for placement in placements:
        cells.setdefault((placement.group, placement.day), []).append(placement)
    rows = [[text(heading, STRONG) for heading in ("Group", *(day.short for day in days))]]
    for group in sorted({placement.group for placement in placements}, key=folded):
        row = [_cell([_with_who(p) for p in _by_time(cells.get((group, d), []))]) for d in days]
        rows.append([text(group or "no group", _WHO), *row])
    return _grid(rows, days)


def _grid(rows: list[list[Paragraph]], days: list[Weekday]) -> Flowable:
    width = (_WIDTH - _NAME_WIDTH) / len(days)
    tight = (("LEFTPADDING", (1, 1), (-1, -1), 3), ("RIGHTPADDING", (1, 1), (-1, -1), 2))
    return table(rows, [_NAME_WIDTH, *(width for _ in days)], *tight)


def _days(placements: Sequence[Placement]) -> list[Weekday]:
    """Monday to Friday, and the weekend only if somebody works on it."""
    return sorted(WORKING_WEEK | {placement.day for placement in placements})


def _by_time(placements: Sequence[Placement]) -> list[Placement]:
    return sorted(placements, key=lambda placement: (placement.span, placement.title))


def _in_short(placement: Placement) -> str:
    learners = " ".join(initials(learner) for learner in placement.learners)
    what = _joined(placement.title, placement.group, placement.room)
    return f"{placement.span} {what}" + (f" [{learners}]" if learners else "")


def _with_who(placement: Placement) -> str:
    return f"{placement.span} {placement.title}: {placement.who}"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _cell(lines: list[str]) -> Paragraph:
    return text("\n".join(lines), _CELL)
