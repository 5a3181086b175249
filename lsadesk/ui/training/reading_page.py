"""Documents to be read and understood: which edition, by whom, and who has said so."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.documents import ReadingList
from lsadesk.operations.courses import documents
from lsadesk.operations.courses.documents import Readings
from lsadesk.ui.tab import TabContext
from lsadesk.ui.training.document_form import ask_document
from lsadesk.ui.training.mine import show_mine
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_Reader = tuple[str, str]  # a name, and when they read it


class ReadingPage(QWidget):
    """The documents, and under them who has read the chosen one and who has not yet."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._seen: Readings | None = None
        self.told = label("", "heading")
        self.table: RecordTable[ReadingList] = RecordTable(tr("Documents to read"), self._columns())
        self.readers: RecordTable[_Reader] = RecordTable(
            tr("Who has read it"),
            (
                Column(tr("Who"), lambda each: each[0], width=30),
                Column(
                    tr("Read and understood"),
                    lambda each: each[1],
                    sort=lambda each: each[1] != tr("not yet"),
                    width=30,
                ),
            ),
        )
        self.add = button(tr("&Ask for a document..."), self._add, "primary")
        self.change = button(tr("&Change or new edition..."), self._change)
        self.withdraw = button(tr("Ask for it no &longer..."), self._withdraw)
        self.own = button(tr("What is mi&ne to read..."), self._mine)
        self.readers.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self._build()

    def load(self) -> None:
        """Ask again."""
        self._context.read(documents.readings, self.show_readings, owner=self)

    def show_readings(self, seen: Readings) -> None:
        """Show *seen*; the document that was chosen is chosen."""
        before = self.table.current()
        self._seen = seen
        self.table.show_records(seen.lists)
        for each in seen.lists:
            if before is not None and each.document.id == before.document.id:
                self.table.select(each)
        if self.table.current() is None and seen.lists:
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self.told.setText(_summary(seen))
        self._dress()

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.readers)
        split.setChildrenCollapsible(False)
        done = flowing(self.add, self.change, self.withdraw, self.own)
        in_column(self.told, Fill(split), done, on=self, around=(0, 8, 0, 0))
        self.table.selected.connect(lambda _list: self._dress())
        self.table.opened.connect(lambda _list: self._change())

    def _columns(self) -> tuple[Column[ReadingList], ...]:
        return (
            Column(tr("Document"), lambda each: each.document.name, width=34),
            Column(tr("Edition"), lambda each: each.document.edition, width=18),
            Column(tr("Who reads it"), self._whom, width=24),
            Column(
                tr("By"),
                lambda each: "" if each.document.by is None else uk_date(each.document.by),
                sort=lambda each: each.document.by,
                width=12,
            ),
            Column(tr("Read"), _read_words, sort=lambda each: len(each.waiting), width=16),
            Column(tr("Where it is"), lambda each: each.document.where, width=28),
        )

    def _whom(self, each: ReadingList) -> str:
        if not each.document.teams or self._seen is None:
            return tr("everybody")
        names = [team.name for team in self._seen.teams if team.id in each.document.teams]
        return ", ".join(names)

    def _dress(self) -> None:
        chosen, seen = self.table.current(), self._seen
        may = seen is not None and seen.may_change
        self.add.setEnabled(may)
        self.change.setEnabled(may and chosen is not None)
        self.withdraw.setEnabled(may and chosen is not None)
        self.readers.show_records([] if chosen is None or seen is None else _readers(chosen, seen))

    def _add(self) -> None:
        if self._seen is not None:
            wanted = ask_document(self, None, self._seen.teams)
            if wanted is not None:
                self._context.write(lambda desk: documents.add_document(desk, wanted))

    def _change(self) -> None:
        chosen, seen = self.table.current(), self._seen
        if chosen is None or seen is None or not seen.may_change:
            return
        read = chosen.document
        wanted = ask_document(self, read, seen.teams)
        if wanted is not None:
            self._context.write(lambda desk: documents.change_document(desk, read, wanted))

    def _withdraw(self) -> None:
        if (chosen := self.table.current()) is None:
            return
        read = chosen.document
        sentence = tr("Who has read it stays on record.")
        title = tr("Ask for it no longer")
        if confirm(self, title, sentence, yes=tr("Ask no longer")):
            self._context.write(lambda desk: documents.withdraw_document(desk, read))

    def _mine(self) -> None:
        show_mine(self._context, self)


def _read_words(each: ReadingList) -> str:
    asked = len(each.read) + len(each.waiting)
    return tr("{read} of {asked}", read=len(each.read), asked=asked)


def _readers(each: ReadingList, seen: Readings) -> list[_Reader]:
    read = [(seen.names[one.person], uk_date(one.on)) for one in each.read]
    waiting = [(seen.names[person], tr("not yet")) for person in each.waiting]
    return [*waiting, *read]


def _summary(seen: Readings) -> str:
    if not seen.lists:
        return tr("Nobody is asked to read anything yet.")
    waiting = {person for each in seen.lists for person in each.waiting}
    documents_ = count(len(seen.lists), "document", "documents")
    people = count(len(waiting), "person has", "people have")
    return tr("{documents}; {people} something to read still", documents=documents_, people=people)
