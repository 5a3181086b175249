"""A questionnaire as an Excel form: drop-downs in the answer cells, everything else protected.

The hidden first column says whose form it is and which question each row asks; it names no
level and no secret. `intake.answer_form` reads the form back.
"""

from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.appraisals.answer_forms import CHOICES, choice_words
from lsadesk.domain.appraisals.form_layout import (
    ANSWERS_ROW,
    HEADINGS,
    MARK,
    YES,
    FormSheet,
    choice_key,
)
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.framework import OpenQuestion, Statement
from lsadesk.reports.books import save_book
from lsadesk.reports.sheets import (
    GRID,
    PALE,
    QUIET,
    TEAL,
    fit_to_page,
    font,
    put,
    put_headings,
    set_height,
)

_SHEET = "My self-assessment"
_WIDTHS = (2, 6, 46, 46, 22, 40, 14, 14)  # the first column is hidden
_KEY, _NUMBER, _QUESTION, _MEANING, _ANSWER, _WORDS, _USE, _LEARN = range(1, 9)
_TO_FILL = PatternFill("solid", start_color="FFFFF8E1", end_color="FFFFF8E1")
_HOW = (
    "Fill in the yellow cells: choose from the list, or leave a cell empty. Nothing has to be "
    "answered, and there are no wrong answers. Save the workbook, then read it back in LSA Desk "
    "under Self-assessment, Other ways to answer. Until you hand it in there, only you see it in "
    "LSA Desk; whoever has this file can read what is in it."
)


def write_form(form: FormSheet, path: Path) -> None:
    """Write *form* to *path* as a workbook with one sheet.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    book = Workbook()
    sheet = cast(Worksheet, book.active)
    sheet.title = _SHEET
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[chr(64 + column)].width = width
    sheet.column_dimensions["A"].hidden = True
    _write_head(sheet, form)
    _FormWriter(sheet).write(form)
    _protect(sheet)
    sheet.freeze_panes = "C6"
    sheet.print_title_rows = "5:5"
    fit_to_page(sheet, f"{form.college}: form of {form.name}, {form.mark.code}. Confidential.")
    book.properties.title = f"Self-assessment form, {form.name}"
    book.properties.creator = "LSA Desk"
    save_book(book, path)


def _write_head(sheet: Worksheet, form: FormSheet) -> None:
    mark = form.mark
    put(sheet, 1, _KEY, f"{MARK}{mark.college}|{mark.person}|{mark.edition}|{mark.role}")
    put(sheet, 1, _NUMBER, f"Self-assessment: {form.name}").font = font(
        bold=True, size=14, color=TEAL
    )
    about = f"{form.role} \u00b7 {form.college} \u00b7 made {uk_date(form.day)} \u00b7 {mark.code}"
    put(sheet, 2, _NUMBER, about).font = font(color=QUIET)
    how = put(sheet, 3, _NUMBER, _HOW)
    how.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.merge_cells(start_row=3, start_column=_NUMBER, end_row=3, end_column=_LEARN)
    sheet.row_dimensions[3].height = 48
    put_headings(
        sheet,
        5,
        (ANSWERS_ROW, "No.", "Question", "What each answer means here", *HEADINGS.values()),
    )
    sheet.row_dimensions[5].height = 48


class _FormWriter:
    """Writes the questions row by row, and collects which cells offer which list."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._row = 6
        offered = ",".join(choice_words(code) for code in CHOICES)
        self._levels = _list_of(offered, "Choose one of the list, or leave the cell empty.")
        self._wishes = _list_of(YES, "Choose Yes, or leave the cell empty.")

    def write(self, form: FormSheet) -> None:
        """All the parts, then the lists."""
        number = 0
        for part, questions in form.parts:
            self._part(part.name, part.intro)
            for question in questions:
                number += 1
                if isinstance(question, Statement):
                    self._statement(number, question)
                else:
                    self._open_question(number, question)
        for offered in (self._levels, self._wishes):
            self._sheet.add_data_validation(offered)

    def _part(self, name: str, intro: str) -> None:
        for column, words in ((_NUMBER, name), (_MEANING, intro)):
            put(self._sheet, self._row, column, words)
        for column in range(_NUMBER, _LEARN + 1):
            cell = self._sheet.cell(self._row, column)
            cell.fill = PatternFill("solid", start_color=PALE, end_color=PALE)
            cell.font = font(bold=column == _NUMBER, color=TEAL if column == _NUMBER else QUIET)
        self._sheet.row_dimensions[self._row].height = 18
        self._row += 1

    def _statement(self, number: int, statement: Statement) -> None:
        levels = "\n".join(f"{level} {words}" for level, words in enumerate(statement.levels))
        asked = f"{statement.text}\nFor example: {statement.example}"
        self._question(statement.id, number, asked, levels)
        self._offer(_ANSWER, self._levels)
        self._fill(_WORDS)
        self._offer(_USE, self._wishes)
        self._offer(_LEARN, self._wishes)
        self._row += 1

    def _open_question(self, number: int, question: OpenQuestion) -> None:
        hint = question.hint
        if question.choices:
            many = "Choose as many as you like" if question.several else "Choose one"
            hint = f"{hint}\n{many}: Yes beside it, below.".strip()
        self._question(question.id, number, question.text, hint)
        self._fill(_WORDS)
        self._row += 1
        for place, words in enumerate(question.choices):
            self._question(choice_key(question.id, place), None, "", words)
            self._offer(_ANSWER, self._wishes)
            self._row += 1

    def _question(self, key: str, number: int | None, asked: str, meaning: str) -> None:
        put(self._sheet, self._row, _KEY, key)
        for column, value in ((_NUMBER, number), (_QUESTION, asked), (_MEANING, meaning)):
            cell = put(self._sheet, self._row, column, value)
            across = "center" if column == _NUMBER else "left"
            cell.alignment = Alignment(across, "top", wrap_text=True)
        for column in range(_NUMBER, _LEARN + 1):
            self._sheet.cell(self._row, column).border = GRID
        widths = _WIDTHS[_QUESTION - 1 : _MEANING]
        set_height(self._sheet, self._row, (asked, meaning), widths)

    def _offer(self, column: int, offered: DataValidation) -> None:
        offered.add(self._fill(column))

    def _fill(self, column: int) -> Cell:
        """A cell that the person fills in: text, whatever is typed."""
        cell = cast(Cell, self._sheet.cell(self._row, column))
        cell.fill = _TO_FILL
        cell.number_format = "@"
        cell.protection = Protection(locked=False)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return cell


def _list_of(offered: str, sentence: str) -> DataValidation:
    made = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True)
    made.showErrorMessage = True
    made.errorTitle = "Not in the list"
    made.error = sentence
    return made


def _protect(sheet: Worksheet) -> None:
    """No password: it keeps slips out, and nobody from their own form."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
