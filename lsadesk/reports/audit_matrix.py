"""The matrix itself in an audit workbook: people down, skills across, a look for each value.

Column A and one row are hidden: they hold the keys by which the workbook comes back in
(`intake.audit_book` reads them). The filter covers column A, so that keys are sorted along.
"""

from itertools import groupby

from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.auditing.audit import (
    CODE_MASK,
    PROOF_SEEN,
    TRAINING_BOOKED,
    AuditMatrix,
    AuditPerson,
)
from lsadesk.domain.auditing.audit_back import ABOUT, PEOPLE_KEYS, SKILL_KEYS, person_key, skill_key
from lsadesk.domain.auditing.audit_sheet import AuditSheet
from lsadesk.domain.auditing.skills import (
    EXEMPT,
    NEVER_ASKED,
    NOT_APPLICABLE,
    SPOKEN,
    SUSPENDED,
    SYMBOLS,
    UNKNOWN,
)
from lsadesk.domain.calendar import uk_date
from lsadesk.reports.sheets import (
    GRID,
    PALE,
    QUIET,
    TEAL,
    clean,
    filter_and_freeze,
    fit_to_page,
    font,
    put,
    put_headings,
    restyle,
    style_of,
)

BOOKED_MARK, PROOF_MARK = "\u2191", "\u2713"
LEVEL_FILLS = ("FFFFFFFF", "FFDCEDEE", "FFA9D0D2", "FF5FA3A8", TEAL)
_ABOUT = tuple(zip(ABOUT, (26, 20, 16, 12, 11), strict=True))  # headings and least widths
_WIDEST = 44.0
_KEY, _NAME, _TEAM = 1, 2, 4
_LEGEND_ROW, _GROUP_ROW, _HOLDERS_ROW, _KEYS_ROW, _HEADINGS_ROW = 2, 3, 4, 5, 6
# Beside its symbol each value that is no level has a pattern, so that print needs no colour.
_OTHER_LOOKS = {
    UNKNOWN: (Font(bold=True), PatternFill("lightUp", start_color="FFB8860B")),
    NEVER_ASKED: (Font(color=QUIET), PatternFill()),
    NOT_APPLICABLE: (Font(italic=True), PatternFill("gray125", start_color=QUIET)),
    EXEMPT: (Font(italic=True), PatternFill("lightHorizontal", start_color="FF909090")),
    SUSPENDED: (Font(bold=True), PatternFill("lightDown", start_color="FFA63D2F")),
}
_FIRST_SKILL = _NAME + len(_ABOUT)
_OFFERED = f'"{",".join(SYMBOLS[:EXEMPT])}"'
_LEGEND = "  \u00b7  ".join(
    [f"{symbol} {words.rpartition(', ')[2]}" for symbol, words in zip(SYMBOLS, SPOKEN, strict=True)]
    + [f"{PROOF_MARK} proof seen", f"{BOOKED_MARK} training booked"]
)
_SKILLS_A_PAGE = 36  # more than this on one page's width cannot be read


def write_matrix(sheet: Worksheet, audit: AuditSheet) -> None:
    """Fill *sheet* with the matrix, its headings, its looks and its print settings."""
    matrix = audit.matrix
    last_row = _HEADINGS_ROW + len(matrix.people)
    width = _NAME + len(_ABOUT) + len(matrix.skills) - 1
    _write_keys(sheet, audit)
    title = f"Skills audit, {audit.college}, as at {uk_date(audit.day)}: {audit.scope}"
    put(sheet, 1, _NAME, title).font = font(bold=True, size=14, color=TEAL)
    put(sheet, _LEGEND_ROW, _NAME, _LEGEND).font = font(size=9, color=QUIET)
    _write_headings(sheet, matrix)
    _write_people(sheet, matrix)
    if matrix.people and matrix.skills:
        corner = f"{get_column_letter(_FIRST_SKILL)}{_HEADINGS_ROW + 1}"
        area = f"{corner}:{get_column_letter(width)}{last_row}"
        add_looks(sheet, area, corner)
        _offer_values(sheet, area)
        _rule_off_teams(sheet, f"B{_HEADINGS_ROW + 1}:{get_column_letter(width)}{last_row}")
    filter_and_freeze(sheet, _HEADINGS_ROW, width, last_row)
    sheet.freeze_panes = f"{get_column_letter(_NAME + 1)}{_HEADINGS_ROW + 1}"
    sheet.print_title_rows = f"{_LEGEND_ROW}:{_HEADINGS_ROW}"
    sheet.print_title_cols = "A:B"
    pages = max(1, -(-len(matrix.skills) // _SKILLS_A_PAGE))
    fit_to_page(sheet, f"{audit.college}, skills audit", pages_across=pages)


def _write_keys(sheet: Worksheet, audit: AuditSheet) -> None:
    """What the rows and columns are about, out of sight; people's own keys stand in their rows."""
    put(sheet, 1, _KEY, audit.mark)
    put(sheet, _KEYS_ROW, _KEY, SKILL_KEYS)
    for column, skill in enumerate(audit.matrix.skills, _FIRST_SKILL):
        put(sheet, _KEYS_ROW, column, skill_key(skill.id))
    sheet.row_dimensions[_KEYS_ROW].hidden = True
    sheet.column_dimensions["A"].hidden = True


def _offer_values(sheet: Worksheet, area: str) -> None:
    """A list to choose from; what else is typed is asked about once, and may stay."""
    offered = DataValidation(type="list", formula1=_OFFERED, allow_blank=True, errorStyle="warning")
    offered.showErrorMessage = True
    offered.errorTitle = "Not a value of the audit"
    offered.error = "Type 0 to 4, ? (not known), \u2013 (never asked) or n/a (not applicable)."
    offered.add(area)
    sheet.add_data_validation(offered)


def _rule_off_teams(sheet: Worksheet, area: str) -> None:
    """A line wherever the team changes, which follows when somebody sorts."""
    line = Border(top=Side(style="thin", color=TEAL))
    column, row = get_column_letter(_TEAM), _HEADINGS_ROW + 1
    changes = f"${column}{row}<>${column}{row - 1}"
    sheet.conditional_formatting.add(
        area, Rule("expression", formula=[changes], dxf=DifferentialStyle(border=line))
    )


def _write_headings(sheet: Worksheet, matrix: AuditMatrix) -> None:
    put_headings(sheet, _HEADINGS_ROW, (PEOPLE_KEYS, *(heading for heading, _ in _ABOUT)))
    heads = [_head(person) for person in matrix.people]
    for at, (_, width) in enumerate(_ABOUT):
        longest = max((len(head[at]) for head in heads), default=0)
        sheet.cell(_HEADINGS_ROW, _NAME + at).alignment = Alignment(vertical="bottom")
        fitting = min(max(width, longest * 1.05), _WIDEST)
        sheet.column_dimensions[get_column_letter(_NAME + at)].width = fitting
    _write_groups(sheet, matrix)
    put(sheet, _HOLDERS_ROW, _NAME, "People at level 2 or above").font = font(bold=True)
    for index, skill in enumerate(matrix.skills):
        column = _FIRST_SKILL + index
        sheet.column_dimensions[get_column_letter(column)].width = 5.3
        _style_skill_heading(put(sheet, _HEADINGS_ROW, column, skill.name))
        holders = put(sheet, _HOLDERS_ROW, column, matrix.holders(index))
        holders.font = font(bold=True)
        holders.alignment = Alignment(horizontal="center")
    longest = max((len(skill.name) for skill in matrix.skills), default=0)
    sheet.row_dimensions[_HEADINGS_ROW].height = min(max(90, 4 * longest), 240)


def _write_groups(sheet: Worksheet, matrix: AuditMatrix) -> None:
    column = _FIRST_SKILL
    for name, skills in groupby(matrix.skills, key=lambda skill: skill.group):
        last = column + len(list(skills)) - 1
        cell = put(sheet, _GROUP_ROW, column, name)
        cell.font = font(bold=True, color=TEAL)
        cell.fill = PatternFill("solid", start_color=PALE, end_color=PALE)
        cell.alignment = Alignment(vertical="center", shrink_to_fit=last == column)
        if last > column:
            sheet.merge_cells(
                start_row=_GROUP_ROW, end_row=_GROUP_ROW, start_column=column, end_column=last
            )
        column = last + 1


def _style_skill_heading(cell: Cell) -> None:
    cell.font = font(bold=True)
    cell.fill = PatternFill("solid", start_color=PALE, end_color=PALE)
    cell.alignment = Alignment(
        text_rotation=90, horizontal="center", vertical="bottom", wrap_text=True
    )
    cell.border = GRID


def _write_people(sheet: Worksheet, matrix: AuditMatrix) -> None:
    """One row a person. Styles are made once and shared: a cell of 75,000 costs what it must."""
    values = tuple(int(symbol) if symbol.isdigit() else symbol for symbol in SYMBOLS)
    looks = _cell_styles(sheet)
    about = _styled(sheet, Alignment(vertical="center"), "@")
    for row, person in enumerate(matrix.people, _HEADINGS_ROW + 1):
        cells = [restyle(Cell(sheet, row, _KEY, person_key(person.id)), about)]
        for column, text in enumerate(_head(person), _NAME):
            cells.append(restyle(Cell(sheet, row, column, clean(text) or None), about))
            if text:
                cells[-1].data_type = "s"
        for column, code in enumerate(matrix.row(row - _HEADINGS_ROW - 1), _FIRST_SKILL):
            cells.append(restyle(Cell(sheet, row, column, values[code & CODE_MASK]), looks[code]))
        sheet.append(cells)


def _head(person: AuditPerson) -> tuple[str, ...]:
    return (person.sort_name, person.title, person.team, ", ".join(person.sites), person.contract)


def _cell_styles(sheet: Worksheet) -> dict[int, StyleArray]:
    """The style of every code with its flags, which show as marks behind the symbol."""
    centre = Alignment(horizontal="center", vertical="center")
    styles = {}
    for flags in (0, TRAINING_BOOKED, PROOF_SEEN, TRAINING_BOOKED | PROOF_SEEN):
        mark = BOOKED_MARK * bool(flags & TRAINING_BOOKED) + PROOF_MARK * bool(flags & PROOF_SEEN)
        for code, symbol in enumerate(SYMBOLS):
            plain = "0" if symbol.isdigit() else "@"
            styles[code | flags] = _styled(sheet, centre, f'{plain}"{mark}"' if mark else plain)
    return styles


def _styled(sheet: Worksheet, alignment: Alignment, number_format: str) -> StyleArray:
    model = Cell(sheet, 1, 1)
    model.alignment, model.number_format = alignment, number_format
    model.border, model.font = GRID, font()
    return style_of(model)


def add_looks(sheet: Worksheet, area: str, corner: str) -> None:
    """A look for each value that follows when somebody types over it."""
    nought = f"AND(ISNUMBER({corner}),{corner}=0)"  # an emptied cell equals 0 too
    looks = [Rule("expression", formula=[nought], dxf=DifferentialStyle(font=Font(color=QUIET)))]
    for level in range(1, 5):
        fill = PatternFill("solid", start_color=LEVEL_FILLS[level], end_color=LEVEL_FILLS[level])
        ink = Font(bold=True, color="FFFFFFFF") if level == 4 else Font()
        looks.append(_look_where_equal(str(level), ink, fill))
    for code, (ink, fill) in _OTHER_LOOKS.items():
        looks.append(_look_where_equal(f'"{SYMBOLS[code]}"', ink, fill))
    for look in looks:
        sheet.conditional_formatting.add(area, look)


def _look_where_equal(value: str, ink: Font, fill: PatternFill) -> Rule:
    look = DifferentialStyle(font=ink, fill=fill)
    return Rule("cellIs", operator="equal", formula=[value], dxf=look)
