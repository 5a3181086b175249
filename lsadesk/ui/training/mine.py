"""What is mine to read, and what training would help me: open to every member of staff."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.documents import Document
from lsadesk.domain.courses.training import TrainingWish
from lsadesk.domain.rights import Kind
from lsadesk.operations.courses import documents, training
from lsadesk.operations.courses.documents import Readings
from lsadesk.operations.courses.training import TrainingBoard
from lsadesk.operations.desk import Desk
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.purpose import PurposeLine
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import closing_row, from_left, named
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.words import tr

_LETTERS = 84


@dataclass(frozen=True, slots=True)
class Mine:
    """What is asked of somebody, and what they ask for."""

    readings: Readings
    board: TrainingBoard


def show_mine(context: TabContext, parent: QWidget, *, asking: bool = False) -> None:
    """Show what is asked of the person who is signed in, until they close it.

    Who comes *asking* for training begins with the field for that.
    """
    dialog = MyTraining(context, parent)
    if asking:
        dialog.words.setFocus()
    dialog.exec()


class MyTraining(Dialog):
    """Only the person themselves says that they have read something."""

    def __init__(self, context: TabContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(tr("To read, and to learn"))
        at_least(self, _LETTERS)
        self.told = label("", "label")
        self.documents: EntryList[Document] = EntryList(tr("Documents to read"), _document_words)
        self.confirm = button(tr("I have &read and understood it"), self._confirm, "primary")
        self.asked = label(tr("What you asked for"), "label")
        self.wishes: EntryList[TrainingWish] = EntryList(tr("What I ask for"), _wish_words)
        self.words, self.skill = QLineEdit(), Choice()
        self.words.setAccessibleName(tr("What training would help me"))
        self.words.setPlaceholderText(tr("In your own words: what would help you?"))
        self.ask = button(tr("&Ask for this"), self._ask)
        self.withdraw = button(tr("Ask for it &no longer"), self._withdraw)
        self.shut = button(tr("Close"), self.accept)
        self._build()
        self._load()

    def _build(self) -> None:
        inside = QWidget()
        in_column(
            PurposeLine(self._context, Kind.CERTIFICATE),
            label(tr("To read and understand"), "heading"),
            self.told,
            Fill(self.documents),
            from_left(self.confirm),
            label(tr("What training would help me"), "heading"),
            self.words,
            named(tr("About the skill"), self.skill),
            from_left(self.ask),
            self.asked,
            Fill(self.wishes),
            from_left(self.withdraw),
            Fill(share=0),
            on=inside,
            around=(0, 0, 8, 0),
        )
        in_column(Fill(Scrolled(inside)), closing_row(self.shut), on=self, around=24)
        self.documents.selectionModel().currentChanged.connect(lambda *_: self._dress())
        self.words.textChanged.connect(lambda _text: self._dress())
        self.wishes.selectionModel().currentChanged.connect(lambda *_: self._dress())

    def _load(self) -> None:
        self._context.read(_mine, self._show, owner=self)

    def _show(self, mine: Mine) -> None:
        waiting = mine.readings.waiting_for_me
        own = [each for each in mine.board.wishes if each.person == mine.board.own]
        self.told.setText(
            tr("Choose one, read it where it is kept, and say so.")
            if waiting
            else tr("You have read everything that you are asked to.")
        )
        self.documents.show_records(waiting)
        self.wishes.show_records(own)
        for to_read in (self.documents, self.confirm):
            to_read.setVisible(bool(waiting))
        for asked_for in (self.asked, self.wishes, self.withdraw):
            asked_for.setVisible(bool(own))
        skills = sorted((name, skill) for skill, name in mine.board.skills.items())
        self.skill.offer([(tr("none of these"), None), *skills], self.skill.chosen())
        self._dress()

    def _dress(self) -> None:
        self.confirm.setEnabled(self.documents.current() is not None)
        self.ask.setEnabled(bool(self.words.text().strip()))
        self.withdraw.setEnabled(self.wishes.current() is not None)

    def _confirm(self) -> None:
        read = self.documents.current()
        if read is not None:
            self._context.write(
                lambda desk: documents.confirm(desk, read), lambda _: self._load(), owner=self
            )

    def _ask(self) -> None:
        words, skill = self.words.text(), self.skill.chosen()
        about = SkillId(skill) if isinstance(skill, int) else None
        self.words.clear()
        self._context.write(
            lambda desk: training.ask_for(desk, words, about), lambda _: self._load(), owner=self
        )

    def _withdraw(self) -> None:
        wish = self.wishes.current()
        if wish is not None:
            self._context.write(
                lambda desk: training.withdraw_wish(desk, wish), lambda _: self._load(), owner=self
            )


def _mine(desk: Desk) -> Mine:
    return Mine(documents.readings(desk), training.board(desk))


def _document_words(document: Document) -> str:
    by = "" if document.by is None else tr("by {day}", day=uk_date(document.by))
    parts = (document.name, tr("edition {edition}", edition=document.edition), document.where, by)
    return ", ".join(part for part in parts if part)


def _wish_words(wish: TrainingWish) -> str:
    return tr("{words}, said {day}", words=wish.words, day=uk_date(wish.said_on))
