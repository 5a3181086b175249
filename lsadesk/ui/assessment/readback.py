"""What a form or packet would bring, question by question, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.domain.appraisals.answer_forms import Given, Line, Origin, Standing
from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.calendar import uk_date
from lsadesk.operations.appraisals.answer_forms import Preview
from lsadesk.ui.assessment.levels import level_words
from lsadesk.ui.assessment.words_page import words_said
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.readable import Readable, announce
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_ORDER = {Standing.CLASH: 0, Standing.NEW: 1, Standing.SAME: 2}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the preview, and whether the file's answer is to be taken."""

    line: Line
    is_taken: bool

    @property
    def outcome(self) -> str:
        """What happens to it."""
        if self.line.standing is Standing.NEW:
            return tr("New: taken in")
        if self.line.standing is Standing.SAME:
            return tr("The same already")
        return tr("Different: the file's is taken") if self.is_taken else tr("Different: stays")


class ReadBack(Dialog):
    """Shows each answer beside the one that is here; `theirs` are those to be overwritten.

    Nothing that is here is given up unless somebody says so, one by one or all at once.
    """

    def __init__(self, parent: QWidget | None, preview: Preview) -> None:
        super().__init__(parent)
        self._preview = preview
        self.theirs: set[str] = set()
        self.setWindowTitle(tr("Read answers in"))
        self.resize(960, 640)
        self.table: RecordTable[Row] = RecordTable(tr("Answers in the file"), _columns())
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # what differs comes first
        self.said = Readable(tr("About the current question"))
        self.one = button("", self._turn_one)
        self.mine = button(
            tr("Keep all of &mine") if preview.is_mine else tr("Keep all that is &here"),
            lambda: self._turn_all(False),
        )
        self.files = button(tr("Take all of the &file's"), lambda: self._turn_all(True))
        self.yes = button("", self.accept, "primary")
        self._build()
        self.table.selected.connect(self._tell)
        self.table.opened.connect(lambda _row: self._turn_one())
        self._show()
        rows = self.table.model_.records()
        if rows:
            self.table.select(rows[0])
        self.table.setFocus()

    def _build(self) -> None:
        inside = QWidget()
        layout = in_column(
            label(tr("Read answers in"), "heading"),
            label(in_short(self._preview)),
            *(label(sentence, "muted") for sentence in remarks(self._preview)),
            on=inside,
            around=(0, 0, 8, 0),
            gap=10,
        )
        self.table.setMinimumHeight(7 * self.table.verticalHeader().defaultSectionSize())
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        if self._preview.problems or self._preview.no_longer:
            self._add_problems(layout)
        clashes = Flow()  # outside of what scrolls: they are what is to be decided here
        for each in (self.one, self.mine, self.files):
            clashes.addWidget(each)
            each.setVisible(bool(self._preview.those(Standing.CLASH)))
        ways = in_row(Fill(), button(tr("Cancel \u2013 take nothing in"), self.reject), self.yes)
        in_column(Fill(Scrolled(inside, below=2)), clashes, ways, on=self, around=24, gap=10)

    def _add_problems(self, layout: QVBoxLayout) -> None:
        layout.addWidget(label(tr("Not understood, and left out"), "label"))
        told = Readable(tr("Not understood"))
        lines = [f"{each.place}: {each.sentence}" for each in self._preview.problems[:20]]
        more = len(self._preview.problems) - len(lines)
        if more > 0:
            lines.append(tr("and {number} more", number=more))
        if self._preview.no_longer:
            number = len(self._preview.no_longer)
            lines.append(
                count(
                    number,
                    "answer is to a question that is not asked of this role any more.",
                    "answers are to questions that are not asked of this role any more.",
                )
            )
        told.setText("\n".join(lines))
        layout.addWidget(told)

    def _rows(self) -> list[Row]:
        ordered = sorted(self._preview.lines, key=lambda line: _ORDER[line.standing])
        return [Row(line, line.question.id in self.theirs) for line in ordered]

    def _show(self) -> None:
        at = self.table.currentIndex()
        self.table.show_records(self._rows())
        self.table.setCurrentIndex(self.table.rows.index(at.row(), max(at.column(), 0)))
        number = len(self._preview.those(Standing.NEW)) + len(self.theirs)
        self.yes.setText(tr("Take in {answers}", answers=count(number, "answer", "answers")))
        self.yes.setEnabled(number > 0)
        self._tell(self.table.current())

    def _turn_one(self) -> None:
        row = self.table.current()
        if row is not None and row.line.standing is Standing.CLASH:
            self.theirs ^= {row.line.question.id}
            self._show()
            announce(self, self.one.text())

    def _turn_all(self, taken: bool) -> None:
        clashes = self._preview.those(Standing.CLASH)
        self.theirs = {line.question.id for line in clashes} if taken else set()
        self._show()
        announce(self, self.yes.text())

    def _tell(self, row: Row | None) -> None:
        is_clash = row is not None and row.line.standing is Standing.CLASH
        self.one.setEnabled(is_clash)
        taken = row is not None and row.is_taken
        keep = (
            tr("Keep mine for &this one")
            if self._preview.is_mine
            else tr("Keep what is here for &this one")
        )
        self.one.setText(keep if taken else tr("Take the file's for &this one"))
        self.said.setText("" if row is None else _in_full(row.line))


def in_short(preview: Preview) -> str:
    """How many answers are new, the same, and different."""
    numbers = {standing: len(preview.those(standing)) for standing in Standing}
    whose = tr("Yours") if preview.is_mine else preview.name
    if not preview.lines:
        return tr("{whose}: the file holds no answers to questions that are asked.", whose=whose)
    return tr(
        "{whose}, from {origin}: {new} new, {same} the same as here, {clash} different from here. "
        "Nothing has been written yet.",
        whose=whose,
        origin=tr(preview.origin.value),
        new=numbers[Standing.NEW],
        same=numbers[Standing.SAME],
        clash=numbers[Standing.CLASH],
    )


def remarks(preview: Preview) -> list[str]:
    """What has to be known before saying yes."""
    said = []
    if preview.handed_in_at is not None and preview.is_mine:
        day = uk_date(preview.handed_in_at.astimezone().date())
        said.append(
            tr(
                "What you handed in on {day} stays as it is. These answers begin a new draft.",
                day=day,
            )
        )
    if preview.origin is Origin.PACKET:
        said.append(_how_far(preview.finished_at))
    if not preview.is_mine:
        said.append(
            tr(
                "{name} has no account. What you take in is handed in at once and marked as "
                "typed in by you.",
                name=preview.name,
            )
        )
    if preview.other_edition:
        said.append(
            tr("The file was made for an earlier edition of the questions, or for another role.")
        )
    return said


def _how_far(finished_at: datetime | None) -> str:
    if finished_at is None:
        return tr("Its writer has not marked it as finished, so more may follow in the packet.")
    day = uk_date(finished_at.astimezone().date())
    return tr("It was marked as finished on {day}, by that computer's clock.", day=day)


def _in_full(line: Line) -> str:
    here = tr("Here: {said}", said=_said(line.here) or tr("nothing yet"))
    there = tr("In the file: {said}", said=_said(line.brought) or tr("nothing"))
    return "\n".join(part for part in (line.question.text, here, there, _age(line)) if part)


def _age(line: Line) -> str:
    if line.is_older is None or line.standing is not Standing.CLASH:
        return ""
    if line.is_older:
        return tr("By the computers' clocks, the file's answer is the older one.")
    return tr("By the computers' clocks, the file's answer is the newer one.")


def _said(given: Given) -> str:
    if isinstance(given, OwnWords):
        return words_said(given)
    wishes = [tr("use more")] if given.use_more else []
    if given.learn_more:
        wishes.append(tr("learn more"))
    parts = (level_words(given.value), given.example.strip(), ", ".join(wishes))
    return "; ".join(part for part in parts if part)


def _short(given: Given) -> str:
    if isinstance(given, Answer) and given.is_answered:
        return level_words(given.value)
    return _said(given).replace("\n", "; ")


def _columns() -> Sequence[Column[Row]]:
    return (
        Column(
            tr("No."), lambda row: str(row.line.number), sort=lambda row: row.line.number, width=4
        ),
        Column(tr("What happens"), lambda row: row.outcome, width=24),
        Column(tr("Question"), lambda row: row.line.question.text, width=34),
        Column(tr("Here"), lambda row: _short(row.line.here), width=15),
        Column(tr("In the file"), lambda row: _short(row.line.brought), width=15),
    )
