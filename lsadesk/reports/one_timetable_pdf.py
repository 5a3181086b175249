"""One timetable on A4: days across where it is looked at, days down where it is read large."""

from collections.abc import Callable, Iterator, Sequence
from datetime import time
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer, Table

from lsadesk.domain.calendar import WORKING_WEEK, Weekday, clock, uk_date
from lsadesk.domain.vocabulary import said
from lsadesk.domain.weeks.timetables import Entry, Timetable, Whose
from lsadesk.reports.pages import (
    BODY,
    HEADING,
    NOTE,
    SMALL,
    STRONG,
    TITLE,
    Footed,
    after,
    headed,
    table,
    text,
    write_pdf,
)

_WIDTH = 739.0
_TIME_WIDTH = 44.0
_ROOM = 400.0  # below the head of a page that lies on its side
_CELL = ParagraphStyle("cell", BODY, fontSize=10.5, leading=12.5)
_SMALL_CELL = ParagraphStyle("small cell", SMALL, fontSize=8.5, leading=10.5)
_BIG = ParagraphStyle("big", BODY, fontSize=18, leading=22)  # RNIB: large print is 16 to 18 point
_BIG_NOTE = ParagraphStyle("big note", NOTE, fontSize=16, leading=20)
_BIG_TITLE = ParagraphStyle("title", TITLE, fontSize=26, leading=31)
_BIG_HEADING = ParagraphStyle("heading", HEADING, fontSize=20, leading=25)
_BIG_STRONG = ParagraphStyle("big strong", STRONG, fontSize=18, leading=22)
_LIST_COLUMNS = (("When", 92.0), ("What", 160.0), ("Where and with whom", 240.0))
_BIG_COLUMNS = (("When", 132.0), ("What, where and with whom", 360.0))
_MOST_IN_A_CELL = 4
_SET = 0.3  # of the work is done once the pages are set
_KINDS = {
    Whose.LSA: "LSA's timetable",
    Whose.LEARNER: "Learner's timetable",
    Whose.TEACHER: "Teacher's timetable",
    Whose.ROOM: "Timetable of a room",
    Whose.SITE: "Timetable of a site",
}
_NO_COVER = "The plan as it stood on that day; cover for somebody who is away is told apart."


def write_timetables(
    sheets: Sequence[Timetable],
    path: Path,
    *,
    big: bool = False,
    report: Callable[[float], None] | None = None,
) -> None:
    """Write each of *sheets*, begun on a new page, to *path*; the same ones give the same bytes.

    *big*: 18 point, one day below the other. *report* is told how far it is (0 to 1); what it
    raises stops the writing. Raises `UserError` where the file cannot be written.
    """
    first = sheets[0]
    name = first.name if len({sheet.name for sheet in sheets}) == 1 else "timetables"
    story: list[Flowable] = []
    across = not big and all(_is_grid(sheet) for sheet in sheets)  # all pages of a file lie alike
    for at, sheet in enumerate(sheets):
        story += _page(sheet, at, big=big, across=across)
        if report is not None:
            report(_SET * at / len(sheets))
    title = f"Timetable, {name}, {first.week}"
    points = 14 if big else 8
    then = None if report is None else after(_SET, report)
    write_pdf(path, story, title=title, footer="", wide=across, footer_points=points, report=then)


def _page(sheet: Timetable, at: int, *, big: bool, across: bool) -> Iterator[Flowable]:
    if at:
        yield PageBreak()
    kind = said(_KINDS[sheet.whose])
    yield Footed(f"{kind}: {sheet.name}, {sheet.week}")
    yield text(sheet.name, _BIG_TITLE if big else TITLE)
    yield text(kind, _BIG_STRONG if big else STRONG)
    yield text(f"{sheet.week} \u00b7 {sheet.standing}", _BIG if big else BODY)
    source = f"{sheet.college}, from LSA Desk, printed {uk_date(sheet.printed)}. {_NO_COVER}"
    yield text(source, _BIG_NOTE if big else NOTE)
    yield Spacer(1, 6)
    if not sheet.entries:
        yield text(said("Nothing is planned in this week."), _BIG if big else BODY)
    elif across:
        yield _as_grid(sheet)
    else:
        yield from _by_day(sheet, big=big)


def _is_grid(sheet: Timetable) -> bool:
    """Whether days fit across: of a site, too much happens at one time."""
    at_once: dict[tuple[Weekday, str], int] = {}
    for entry in sheet.entries:
        key = entry.day, clock(entry.span.start)
        at_once[key] = at_once.get(key, 0) + 1
    return sheet.whose is not Whose.SITE and max(at_once.values(), default=0) <= _MOST_IN_A_CELL


def _as_grid(sheet: Timetable) -> Table:
    """The week with the days across, in the larger letters where all of it has room on a page."""
    grid = _grid(sheet, _CELL)
    return grid if grid.wrap(_WIDTH, _ROOM)[1] <= _ROOM else _grid(sheet, _SMALL_CELL)


def _grid(sheet: Timetable, style: ParagraphStyle) -> Table:
    days = _days(sheet)
    starts = sorted({entry.span.start for entry in sheet.entries})
    rows = [[text(heading, STRONG) for heading in ("From", *(_heading(sheet, d) for d in days))]]
    for start in starts:
        row = [
            _cell([each for each in sheet.entries if _begins(each) == (day, start)], style)
            for day in days
        ]
        rows.append([text(clock(start), STRONG), *row])
    width = (_WIDTH - _TIME_WIDTH) / len(days)
    grid = table(rows, [_TIME_WIDTH, *(width for _ in days)])
    grid.spaceBefore = 8
    return grid


def _begins(entry: Entry) -> tuple[Weekday, time]:
    return entry.day, entry.span.start


def _by_day(sheet: Timetable, *, big: bool) -> Iterator[Flowable]:
    columns = _BIG_COLUMNS if big else _LIST_COLUMNS
    for day in _days(sheet):
        there = [entry for entry in sheet.entries if entry.day is day]
        if not there and day not in sheet.closed:
            continue
        room, style = (220, _BIG_HEADING) if big else (80, HEADING)
        yield from headed(day.name.title(), room, style)
        if day in sheet.closed:
            yield text(sheet.closed[day].capitalize(), _BIG if big else BODY)
            continue
        heads = [text(said(heading), _BIG_STRONG if big else STRONG) for heading, _ in columns]
        rows = [heads, *(_row(entry, big=big) for entry in there)]
        yield table(rows, [width for _, width in columns])


def _row(entry: Entry, *, big: bool) -> list[Paragraph]:
    when = text(str(entry.span), _BIG if big else BODY)
    if big:
        return [when, text("\n".join(said(line) for line in (entry.title, *entry.lines)), _BIG)]
    return [when, text(entry.title), text(" \u00b7 ".join(said(line) for line in entry.lines))]


def _cell(entries: Sequence[Entry], style: ParagraphStyle) -> Paragraph:
    told = (
        "\n".join((f"{entry.span} {entry.title}", *(said(line) for line in entry.lines)))
        for entry in entries
    )
    return text("\n\n".join(told), style)


def _heading(sheet: Timetable, day: Weekday) -> str:
    closed = sheet.closed.get(day)
    return f"{day.short}: {closed}" if closed else day.short


def _days(sheet: Timetable) -> list[Weekday]:
    """Monday to Friday, and the weekend only if something happens then."""
    return sorted(WORKING_WEEK | {entry.day for entry in sheet.entries})
