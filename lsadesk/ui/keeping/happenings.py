"""What happened: a list of who saw, changed or took out what, and when."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from lsadesk.domain.calendar import clock, uk_date
from lsadesk.domain.keeping.happenings import Happening
from lsadesk.operations.keeping import happenings
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def table_of_happenings(*, with_person: bool) -> RecordTable[Happening]:
    """The newest on top; *with_person*: about whom a line is has a column."""
    columns: list[Column[Happening]] = [
        Column(tr("When"), _when, sort=lambda line: -line.number, width=18),
        Column(tr("Who"), lambda line: line.who, width=20),
        Column(tr("Did"), lambda line: tr(line.did), width=26),
        Column(tr("What"), lambda line: tr(line.kind.value), width=26),
    ]
    if with_person:
        columns.append(Column(tr("Line"), lambda line: str(line.number), width=8, right=True))
        columns.append(Column(tr("About"), lambda line: line.name, width=20))
        columns.append(Column(tr("More"), _more, width=24))
    table: RecordTable[Happening] = RecordTable(tr("What happened"), columns)
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # they come newest first: nothing to sort
    return table


def _when(line: Happening) -> str:
    at: datetime = line.at.astimezone()
    return f"{uk_date(at.date())}, {clock(at.time())}"


def _more(line: Happening) -> str:
    """What the trail says beside, with its days as they are written everywhere here."""
    return _DAY.sub(lambda found: uk_date(date.fromisoformat(found[0])), line.detail)


class HappeningsPage(QWidget):
    """The trail for an administrator, with a field that finds people, verbs and kinds."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self.search = SearchField(context.appearance, tr("Find a person or a verb"), self)
        self.count = label("", "muted")
        self.table = table_of_happenings(with_person=True)
        self.search.searched.connect(self._find)
        above = in_row(self.search, Fill(self.count), gap=16)
        in_column(above, Fill(self.table), on=self, around=16)

    def refresh(self) -> None:
        """Ask for the newest lines."""
        self._context.read(happenings.happenings, self._show, owner=self)

    def _show(self, lines: Sequence[Happening]) -> None:
        self.table.show_records(lines)
        self._tell()

    def _find(self, words: str) -> None:
        self.table.rows.search(words)
        self._tell()

    def _tell(self) -> None:
        shown, all_ = self.table.rows.rowCount(), len(self.table.model_.records())
        if all_ == happenings.MOST:
            self.count.setText(tr("{shown} of the newest {all}", shown=shown, all=all_))
        else:
            self.count.setText(tr("{shown} of {all}", shown=shown, all=all_))


def show_who_saw_me(parent: QWidget, context: TabContext) -> None:
    """Show who looked at, changed or took out one's own record, until it is closed."""
    WhoSawMe(parent, context).exec()


class WhoSawMe(Question):
    """One's own record: who saw it, when, and what they did."""

    def __init__(self, parent: QWidget, context: TabContext) -> None:
        super().__init__(
            parent,
            tr("Who saw my record"),
            tr(
                "Everybody who looked at your record, changed it or took it out of the program. "
                "A look is written down once a day. Your private notes and what you have not "
                "handed in can be read by nobody but you."
            ),
            tr("Close"),
        )
        self.setMinimumSize(760, 480)
        self.no.hide()
        self.table = table_of_happenings(with_person=False)
        self.nothing: QLabel = label(tr("Nobody has yet."), "muted")
        self.nothing.hide()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.nothing)
        context.read(
            happenings.who_saw_me,
            self._show,
            on_error=lambda error: self._tell(str(error)),
            owner=self,
        )

    def _show(self, lines: Sequence[Happening]) -> None:
        self.table.show_records(lines)
        if not lines:
            self._tell(tr("Nobody has yet."))

    def _tell(self, sentence: str) -> None:
        self.table.hide()
        self.nothing.setText(sentence)
        self.nothing.show()
