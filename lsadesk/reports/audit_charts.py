"""The page of charts in an audit workbook; each chart's figures stand beside it."""

from collections import Counter
from datetime import date

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.auditing.audit import CODE_MASK
from lsadesk.domain.auditing.audit_sheet import AuditSheet
from lsadesk.domain.auditing.skills import LEVEL_WORDS, NEVER_ASKED, UNKNOWN
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.certificates import Lapse, Standing
from lsadesk.reports.sheets import TEAL, fit_to_page, put_table, put_title

_MONTHS = 12
_LEVELS_ROW = 4
_DUE_ROW = 24


def write_glance(sheet: Worksheet, audit: AuditSheet) -> None:
    """How the ratings are spread over the levels, and when certificates fall due."""
    put_title(sheet, "At a glance", f"As things stood on {uk_date(audit.day)}: {audit.scope}")
    spread = _spread(audit)
    put_table(sheet, _LEVELS_ROW, [("Level", 30.0), ("Ratings", 12.0)], spread)
    _add_chart(sheet, "Ratings by level", _LEVELS_ROW, len(spread))
    due = _due(audit)
    put_table(sheet, _DUE_ROW, [("Certificates due", 30.0), ("Certificates", 12.0)], due)
    _add_chart(sheet, "Certificates by the month they are due", _DUE_ROW, len(due))
    fit_to_page(sheet, f"{audit.college}, skills audit")
    sheet.page_setup.fitToHeight = 1


def _spread(audit: AuditSheet) -> list[tuple[str, int]]:
    tally: Counter[int] = Counter()
    for cell, number in Counter(audit.matrix.cells).items():
        tally[cell & CODE_MASK] += number
    levels = [(f"{level} {words}", tally[level]) for level, words in enumerate(LEVEL_WORDS)]
    apart = sum(tally[code] for code in tally if code > NEVER_ASKED)
    return [
        *levels,
        ("Not known or never asked", tally[UNKNOWN] + tally[NEVER_ASKED]),
        ("Not applicable, exempt or suspended", apart),
    ]


def _due(audit: AuditSheet) -> list[tuple[str, int]]:
    """Lapsed, then month by month from the audit's own, then what is later or cannot be said."""
    months = [_month_after(audit.day, number) for number in range(_MONTHS)]
    tally: Counter[str] = Counter()
    for held in audit.certificates:
        certificate = held.certificate
        ends = certificate.expires
        if certificate.standing_on(audit.day) is Standing.LAPSED:
            tally["Lapsed"] += 1
        elif ends is None:
            never = certificate.lapse is Lapse.NEVER
            tally["Never lapses" if never else "Last day not known"] += 1
        else:
            month = ends.day.replace(day=1)
            tally[_name(month) if month in months else "Later"] += 1
    order = ["Lapsed", *map(_name, months), "Later", "Never lapses", "Last day not known"]
    return [(name, tally[name]) for name in order]


def _month_after(day: date, number: int) -> date:
    years, month = divmod(day.month - 1 + number, 12)
    return date(day.year + years, month + 1, 1)


def _name(month: date) -> str:
    return f"{month:%b %Y}"


def _add_chart(sheet: Worksheet, title: str, row: int, records: int) -> None:
    """Bars of the table at *row*, beside it; every bar has its figure, so colour says nothing."""
    chart = BarChart()
    chart.type = "bar"
    chart.title = title
    chart.style = 10
    chart.legend = None
    chart.gapWidth = 40
    chart.width, chart.height = 22, max(8, 0.8 * records)
    chart.add_data(Reference(sheet, min_col=2, min_row=row + 1, max_row=row + records))
    chart.set_categories(Reference(sheet, min_col=1, min_row=row + 1, max_row=row + records))
    chart.x_axis.scaling.orientation = "maxMin"  # from the top down, as in the table
    chart.x_axis.tickLblSkip = 1
    chart.x_axis.delete = False  # Excel leaves out an axis that does not say so
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    (series,) = chart.series
    series.graphicalProperties.solidFill = TEAL[2:]
    series.dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False)
    series.dLbls.showLegendKey = False
    series.dLbls.showPercent = False
    sheet.add_chart(chart, f"D{row}")
