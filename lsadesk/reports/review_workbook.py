"""The college's review as a workbook: where views part, point by point, and the lists.

Source: requirements A89, A90, B.4-8.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.reviewing.lines import Line
from lsadesk.domain.reviewing.points import Point
from lsadesk.domain.reviewing.review import OpenReview
from lsadesk.domain.reviewing.views import SMALLEST, Group, gap
from lsadesk.domain.reviewing.words import (
    LISTS,
    found_words,
    group_words,
    judgement_words,
    movement_words,
    state_words,
)
from lsadesk.domain.vocabulary import said
from lsadesk.reports.books import save_book
from lsadesk.reports.sheets import (
    Value,
    clean,
    filter_and_freeze,
    fit_to_page,
    put_table,
    put_title,
)

_TABLE_ROW = 4
_FIXED = (
    ("Point", 8.0),
    ("What is asked", 56.0),
    ("Where we stand", 20.0),
    ("Since before", 12.0),
    ("What shows it", 40.0),
    ("Views part by", 12.0),
)
_LINES = (
    ("List", 28.0),
    ("What", 50.0),
    ("Belongs to", 36.0),
    ("Who", 24.0),
    ("Since", 13.0),
    ("By", 13.0),
    ("State", 26.0),
    ("What came of it", 50.0),
)
_PALE, _DEEP = "FFFFFFFF", "FF7FB8BD"  # black reads on both
_HOW = (
    "The columns of groups have the share of those who placed themselves that is mostly or fully "
    f"confident; a group of fewer than {SMALLEST} is told together with others or not at all. "
    "The darker, the more are confident."
)


def write_workbook(
    opened: OpenReview, lines: Sequence[Line], college: str, today: date, path: Path
) -> None:
    """Write the points and the lists, a sheet each.

    Raises:
        UserError: the file cannot be written.
    """
    book = Workbook()
    book.properties.title = clean(f"College review {opened.review.name}, {college}")
    points = book.worksheets[0]
    points.title = "Points"
    foot = f"{college} \u00b7 {opened.review.name} \u00b7 after: {opened.review.edition}"
    _put_points(points, opened)
    fit_to_page(points, foot)
    kept = book.create_sheet("Lists")
    put_title(kept, "What is done about it", "What is past its day says so.")
    last = put_table(kept, _TABLE_ROW, _LINES, _list_rows(opened, lines, today))
    filter_and_freeze(kept, _TABLE_ROW, len(_LINES), last - 1)
    fit_to_page(kept, foot)
    save_book(book, path)


def _put_points(sheet: Worksheet, opened: OpenReview) -> None:
    groups = list(dict.fromkeys(group for told in opened.told.values() for group in told))
    put_title(sheet, f"College review: {opened.review.name}", _HOW)
    columns = [*_FIXED, *((said(group_words(group)), 16.0) for group in groups)]
    rows = (_point_row(opened, point, groups) for point in opened.questions.points)
    last = put_table(sheet, _TABLE_ROW, columns, rows)
    filter_and_freeze(sheet, _TABLE_ROW, len(columns), last - 1)
    first = len(_FIXED)  # views part by, and every group after it
    for row in sheet.iter_rows(min_row=_TABLE_ROW + 1, max_row=last - 1, min_col=first):
        for cell in row:
            cell.number_format = "0 %"
    if groups:
        begin, end = get_column_letter(first + 1), get_column_letter(len(columns))
        ends = [FormatObject("num", 0), FormatObject("num", 1)]
        shades = [Color(_PALE), Color(_DEEP)]
        scale = Rule("colorScale", colorScale=ColorScale(ends, shades))
        place = f"{begin}{_TABLE_ROW + 1}:{end}{last - 1}"
        sheet.conditional_formatting.add(place, scale)


def _point_row(opened: OpenReview, point: Point, groups: Sequence[Group]) -> list[Value]:
    now, before = opened.judgements.get(point.id), opened.before.get(point.id)
    told = opened.told.get(point.id, {})
    shares: list[Value] = []
    for group in groups:
        spread = told.get(group)
        shares.append(spread.confident / spread.number if spread and spread.number else "")
    return [
        point.code,
        said(point.text),
        judgement_words(now),
        movement_words(now, before),
        now.evidence if now is not None else "",
        gap(told.values()),
        *shares,
    ]


def _list_rows(
    opened: OpenReview, lines: Sequence[Line], today: date
) -> Iterator[tuple[Value, ...]]:
    topics = dict(opened.questions.topics())
    for line in lines:
        yield (
            said(LISTS[line.kind]),
            line.words,
            said(topics.get(line.topic, "")),
            line.owner,
            line.begun,
            line.due,
            state_words(line, today),
            found_words(line),
        )
