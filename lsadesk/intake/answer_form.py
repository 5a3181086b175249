"""An Excel self-assessment form, read back: which answers it holds and what is not understood.

The form is found by its mark, wherever the rows were moved to; each row says in its hidden
first column which question it answers (`reports.form_workbook` writes it).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.appraisals.answer_forms import (
    Brought,
    FormMark,
    Given,
    Origin,
    Problem,
    choice_of,
    place_of,
)
from lsadesk.domain.appraisals.assessment import NOT_ANSWERED, Answer, OwnWords
from lsadesk.domain.appraisals.form_layout import ANSWERS_ROW, HEADINGS, MARK, Field
from lsadesk.domain.careers.framework import Framework, OpenQuestion, QuestionId, StatementId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.intake.sheets import Formula, Row, Sheet, Value, written

Cells = Mapping[Field, Value | None]

_KEY, _NUMBER = 0, 1  # columns; what is filled in is found by its heading

_YES = {"yes", "y", "x", "true", "1", "\u2713", "\u2714"}
_NO = {"", "no", "n", "false", "0"}
_NO_FORM = (
    "This workbook is not a self-assessment form of LSA Desk: the hidden column that says whose "
    "it is and which questions it asks is missing. Use a fresh form, and fill in only the "
    "answer cells."
)


def read_form(sheets: Sequence[Sheet], framework: Framework) -> Brought:
    """What a filled-in form brings; *framework* says which of its rows are open questions.

    Raises:
        UserError: no sheet is a form, or its headings are gone.
    """
    for sheet in sheets:
        marks = [row for row in sheet.rows if _key(row).startswith(MARK)]
        if marks:
            return _Reader(framework, _mark(_key(marks[0]))).read(sheet)
    raise UserError(_NO_FORM)


def _mark(said: str) -> FormMark:
    try:
        college, person, edition, role = said.removeprefix(MARK).split("|")
        return FormMark(college=college, person=PersonId(int(person)), edition=edition, role=role)
    except ValueError as error:
        raise UserError(_NO_FORM) from error


def _columns(row: Row) -> dict[Field, int]:
    named = {written(value).casefold(): column for column, value in row.cells.items()}
    missing = [words for words in HEADINGS.values() if words.casefold() not in named]
    if missing:
        raise UserError(
            f"The form has lost its heading “{missing[0]}”, so it cannot be said which answers "
            "are which. Put it back as it was, or use a fresh form."
        )
    return {field: named[words.casefold()] for field, words in HEADINGS.items()}


class _Reader:
    """Goes down a sheet, keeping what is answered and what is not understood."""

    def __init__(self, framework: Framework, mark: FormMark) -> None:
        self._framework = framework
        self._mark = mark
        self._given: dict[str, Given] = {}
        self._seen: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._problems: list[Problem] = []

    def read(self, sheet: Sheet) -> Brought:
        """Everything below the headings."""
        columns: dict[Field, int] = {}
        for row in sheet.rows:
            key = _key(row)
            if key == ANSWERS_ROW:
                columns = _columns(row)
            elif columns and key and not key.startswith(MARK):
                cells = {field: row.cells.get(column) for field, column in columns.items()}
                self._take(self._place(row, key), key, cells)
        if not columns:
            raise UserError(_NO_FORM)
        return Brought(
            mark=self._mark,
            origin=Origin.WORKBOOK,
            given=self._given,
            problems=tuple(self._problems),
        )

    def _place(self, row: Row, key: str) -> str:
        """The question's number and words, and the row; of a choice, those of its question."""
        asked, _, _ = key.partition("#")
        number = written(row.cells.get(_NUMBER))
        if number.isdecimal():
            self._numbers[asked] = int(number)
        question = self._framework.questions.get(QuestionId(asked))
        known = question or self._framework.statements.get(StatementId(asked))
        if known is None:
            return f"Row {row.number}"
        return f"{place_of(self._numbers.get(asked), known.text)}, row {row.number}"

    def _take(self, place: str, key: str, cells: Cells) -> None:
        if key in self._seen:
            if any(written(value) for value in cells.values()):
                self._wrong(place, "Its question stands in the form twice; the first counts.")
            return
        self._seen.add(key)
        question, _, number = key.partition("#")
        opened = self._framework.questions.get(QuestionId(question))
        if number and opened is not None:
            self._take_choice(place, opened, number, cells)
        elif opened is not None:
            self._take_text(opened, cells)
        else:
            self._take_answer(place, StatementId(key), cells)

    def _take_choice(self, place: str, question: OpenQuestion, number: str, cells: Cells) -> None:
        if not self._is_yes(place, cells[Field.ANSWER]):
            return
        at = int(number) if number.isdecimal() and len(number) < 4 else len(question.choices)
        if at >= len(question.choices):
            self._wrong(place, "This choice is not offered any more; it was left out.")
            return
        found = self._words(question)
        if found.chosen and not question.several:
            self._wrong(place, "Only one of these can be chosen; the first counts.")
            return
        self._given[question.id] = replace(found, chosen=(*found.chosen, question.choices[at]))

    def _take_text(self, question: OpenQuestion, cells: Cells) -> None:
        if text := _words(cells[Field.EXAMPLE]):
            self._given[question.id] = replace(self._words(question), text=text)

    def _words(self, question: OpenQuestion) -> OwnWords:
        found = self._given.get(question.id)
        return found if isinstance(found, OwnWords) else OwnWords(question=question.id)

    def _take_answer(self, place: str, statement: StatementId, cells: Cells) -> None:
        said = written(cells[Field.ANSWER])
        value = choice_of(said) if said else NOT_ANSWERED
        if value is None:
            value = NOT_ANSWERED
            self._wrong(place, f"“{_short(said)}” is none of the answers offered.")
        answer = Answer(
            statement=statement,
            value=value,
            example=_words(cells[Field.EXAMPLE]),
            use_more=self._is_yes(place, cells[Field.USE_MORE]),
            learn_more=self._is_yes(place, cells[Field.LEARN_MORE]),
        )
        if answer != Answer(statement=statement):
            self._given[statement] = answer

    def _is_yes(self, place: str, cell: Value | None) -> bool:
        said = written(cell).casefold()
        if said not in _YES | _NO:
            self._wrong(place, f"“{_short(said)}” is neither Yes nor empty.")
        return said in _YES

    def _wrong(self, place: str, sentence: str) -> None:
        self._problems.append(Problem(place, sentence))


def _key(row: Row) -> str:
    value = row.cells.get(_KEY)
    return value.strip() if isinstance(value, str) else ""


def _words(value: Value | None) -> str:
    """An example as it was typed, line breaks and all."""
    if isinstance(value, str):
        return value
    return value.text if isinstance(value, Formula) else written(value)


def _short(said: str) -> str:
    return said if len(said) <= 60 else f"{said[:60]}…"
