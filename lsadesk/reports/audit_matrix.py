"""The matrix itself in an audit workbook: people down, skills across, a look for each value."""

from itertools import groupby

from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.audit import (
    CODE_MASK,
    PROOF_SEEN,
    TRAINING_BOOKED,
    AuditMatrix,
    AuditPerson,
    AuditSheet,
)
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.skills import (
    EXEMPT,
    NEVER_ASKED,
    NOT_APPLICABLE,
    SUSPENDED,
    SYMBOLS,
    UNKNOWN,
)
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
_ABOUT = (("Name", 24), ("Job title", 20), ("Team", 14), ("Sites", 12), ("Contract", 11))
_GROUP_ROW, _HOLDERS_ROW, _HEADINGS_ROW = 2, 3, 4
# Beside its symbol each value that is no level has a pattern, so that print needs no colour.
_OTHER_LOOKS = {
    UNKNOWN: (Font(bold=True), PatternFill("lightUp", start_color="FFB8860B")),
    NEVER_ASKED: (Font(color=QUIET), PatternFill()),
    NOT_APPLICABLE: (Font(italic=True), PatternFill("gray125", start_color=QUIET)),
    EXEMPT: (Font(italic=True), PatternFill("lightHorizontal", start_color="FF909090")),
    SUSPENDED: (Font(bold=True), PatternFill("lightDown", start_color="FFA63D2F")),
}
_FIRST_SKILL = len(_ABOUT) + 1
_SKILLS_A_PAGE = 36  # more than this on one page's width cannot be read


def write_matrix(sheet: Worksheet, audit: AuditSheet) -> None:
    """Fill *sheet* with the matrix, its headings, its looks and its print settings."""
    matrix = audit.matrix
    last_row = _HEADINGS_ROW + len(matrix.people)
    width = len(_ABOUT) + len(matrix.skills)
    title = put(sheet, 1, 1, f"Skills audit, {audit.college}, as at {uk_date(audit.day)}")
    title.font = font(bold=True, size=14, color=TEAL)
    _write_headings(sheet, matrix)
    _write_people(sheet, matrix)
    if matrix.people and matrix.skills:
        corner = f"{get_column_letter(_FIRST_SKILL)}{_HEADINGS_ROW + 1}"
        add_looks(sheet, f"{corner}:{get_column_letter(width)}{last_row}", corner)
    filter_and_freeze(sheet, _HEADINGS_ROW, width, last_row)
    sheet.print_title_rows = f"{_GROUP_ROW}:{_HEADINGS_ROW}"
    sheet.print_title_cols = "A:A"
    pages = max(1, -(-len(matrix.skills) // _SKILLS_A_PAGE))
    fit_to_page(sheet, f"{audit.college}, skills audit", pages_across=pages)


def _write_headings(sheet: Worksheet, matrix: AuditMatrix) -> None:
    put_headings(sheet, _HEADINGS_ROW, (heading for heading, _ in _ABOUT))
    for column, (_, width) in enumerate(_ABOUT, 1):
        sheet.cell(_HEADINGS_ROW, column).alignment = Alignment(vertical="bottom")
        sheet.column_dimensions[get_column_letter(column)].width = width
    _write_groups(sheet, matrix)
    put(sheet, _HOLDERS_ROW, 1, "People at level 2 or above").font = font(bold=True)
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
        cells = []
        for column, text in enumerate(_head(person), 1):
            cells.append(restyle(Cell(sheet, row, column, clean(text)), about))
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
