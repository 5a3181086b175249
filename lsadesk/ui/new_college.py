"""Making a college: its name and place, its owner, and the recovery key on paper."""

from collections.abc import Callable, Sequence
from pathlib import Path
from secrets import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from lsadesk.errors import UserError
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import ask_folder, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.guess_cost import cost_line
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.domain.keeping.guessing import GuessCost
    from lsadesk.operations.desk import Desk
    from lsadesk.operations.keeping.college import NewCollege

_IN_A_ROW = 4


class NewCollegeDialog(QDialog):
    """Asks, makes the college, shows the recovery key once and asks two groups of it back."""

    def __init__(self, parent: QWidget | None, worker: Worker) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New college"))
        self.setMinimumWidth(560)
        self._worker = worker
        self._made: NewCollege | None = None
        self._parent_folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 24)
        layout.addWidget(Scrolled(self._pages))
        self._pages.addWidget(self._first_page())

    @property
    def desk(self) -> "Desk | None":
        """The new college, unlocked; None until it is made."""
        return self._made.desk if self._made else None

    def reject(self) -> None:
        """Leaving without the key on paper is asked about once more."""
        if self._made is None:
            super().reject()
        elif confirm(
            self,
            tr("Is the recovery key on paper?"),
            tr("Without it, a forgotten password means that everything in the college is lost."),
            yes=tr("Yes, it is safe"),
        ):
            self.accept()

    def _first_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(label(tr("A new college"), "title"))
        rows.addWidget(
            label(tr("Everything is kept in one encrypted folder on this computer."), "muted")
        )
        rows.addSpacing(16)
        self.form = form = Form()
        self.name = form.text(tr("Name of the college"), long=True)
        self.owner = form.text(
            tr("Your name, to sign in with"),
            hint=tr("You can let others in afterwards."),
            long=True,
        )
        self.secret = form.add(
            tr("Password"), SecretField(), hint=tr("At least six characters; three words are best.")
        )
        self.again = form.add(tr("The same password again"), SecretField())
        rows.addWidget(form)
        rows.addWidget(show_box(self.secret, self.again))
        rows.addWidget(cost_line(self.secret, self._worker, _cost))
        rows.addSpacing(8)
        rows.addLayout(self._place_row())
        rows.addSpacing(16)
        self.make = button(tr("Make the college"), self._make, "primary")
        self.make.setDefault(True)
        rows.addLayout(_answers(button(tr("Cancel"), self.reject), self.make))
        return page

    def _place_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._place = label("", "muted")
        row.addWidget(self._place, 1)
        row.addWidget(button(tr("Change folder..."), self._choose_place, "link"))
        self._show_place()
        return row

    def _choose_place(self) -> None:
        chosen = ask_folder(self, tr("Where to keep the college"), self._parent_folder)
        if chosen is not None:
            self._parent_folder = chosen
            self._show_place()

    def _show_place(self) -> None:
        self._place.setText(tr("Kept in {folder}", folder=self._parent_folder))

    def _make(self) -> None:
        if not self._filled():
            return
        self.make.setEnabled(False)
        self.make.setText(tr("Making it..."))
        name, owner, secret = (
            self.name.text().strip(),
            self.owner.text().strip(),
            self.secret.text(),
        )
        parent = self._parent_folder

        def call() -> "NewCollege":
            from lsadesk.operations.keeping.college import folder_for, new_college

            folder = folder_for(parent, name)
            return new_college(folder, college=name, owner=owner, secret=secret)

        self._worker.do(call, self._show_key, on_error=self._refused, owner=self)

    def _filled(self) -> bool:
        self.form.clear_wrong()
        for field, sentence in (
            (self.name, tr("Give the college a name.")),
            (self.owner, tr("Say who you are: a short name is enough.")),
            (self.secret, tr("Choose a password.")),
        ):
            if not field.text().strip():
                self.form.wrong(field, sentence)
                return False
        if self.secret.text() != self.again.text():
            self.form.wrong(self.again, tr("The two passwords differ. Type this one again."))
            return False
        return True

    def _refused(self, error: UserError) -> None:
        self.make.setEnabled(True)
        self.make.setText(tr("Make the college"))
        self.form.wrong(self.name, str(error))

    def _show_key(self, made: "NewCollege") -> None:
        self._made = made
        self.secret.clear()
        self.again.clear()
        keys = KeyPages(made.recovery_key, self.name.text().strip(), self.accept)
        self._pages.addWidget(keys)
        self._pages.setCurrentWidget(keys)
        keys.begin()


class KeyPages(QStackedWidget):
    """The recovery key to write down, then two of its groups asked back."""

    def __init__(self, key: str, college: str, on_kept: Callable[[], None]) -> None:
        super().__init__()
        self._key, self._college, self._on_kept = key, college, on_kept
        self._groups = key.split("-")
        self._asked = sorted(SystemRandom().sample(range(len(self._groups)), 2))
        self.addWidget(self._show_page())
        self.addWidget(self._ask_page())

    def _show_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(label(tr("Keep this recovery key on paper"), "title"))
        rows.addWidget(
            label(
                tr(
                    "It is shown this once. If every password is forgotten, this paper is the only "
                    "way back in. Keep it locked away, not beside the computer."
                )
            )
        )
        rows.addSpacing(16)
        self._shown = shown = label(in_rows(self._groups), "key")
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(tr("Recovery key: {key}", key=" ".join(self._groups)))
        rows.addWidget(shown)
        rows.addSpacing(16)
        aids = QHBoxLayout()
        aids.addWidget(button(tr("Print..."), self._print))
        aids.addWidget(button(tr("Copy"), lambda: QGuiApplication.clipboard().setText(self._key)))
        aids.addStretch(1)
        rows.addLayout(aids)
        rows.addStretch(1)
        self.written = button(tr("I have it on paper"), self._ask, "primary")
        rows.addLayout(_answers(self.written))
        return page

    def _ask_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(label(tr("Two groups from the paper"), "title"))
        rows.addWidget(
            label(tr("This makes sure that the paper can be read on a bad day."), "muted")
        )
        rows.addSpacing(16)
        self._form = Form()
        self.answers: list[QLineEdit] = [
            self._form.text(tr("Group {number}", number=place + 1), hint=where(place))
            for place in self._asked
        ]
        rows.addWidget(self._form)
        rows.addStretch(1)
        self.done = button(tr("Start"), self._check, "primary")
        rows.addLayout(_answers(button(tr("Show the key again"), self.begin), self.done))
        return page

    def begin(self) -> None:
        """Show the key, and have it read out first."""
        self.setCurrentIndex(0)
        self.written.setDefault(True)
        self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.setCurrentIndex(1)
        self.done.setDefault(True)
        self.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        self._form.clear_wrong()
        for place, answer in zip(self._asked, self.answers, strict=True):
            if answer.text().strip().upper() != self._groups[place]:
                sentence = tr("This is not group {number}. Look again.", number=place + 1)
                self._form.wrong(answer, sentence)
                return
        self._on_kept()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()  # kept in a name: the dialog does not own it
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            paper = QTextDocument()
            paper.setPlainText(
                tr(
                    "{college}\n\nRecovery key for LSA Desk\n\n{key}\n\nKeep this locked away.",
                    college=self._college,
                    key=in_rows(self._groups),
                )
            )
            paper.print_(printer)


def in_rows(groups: Sequence[str]) -> str:
    """The groups of a recovery key, four to a row, so that each can be found again."""
    rows = [groups[at : at + _IN_A_ROW] for at in range(0, len(groups), _IN_A_ROW)]
    return "\n".join("   ".join(row) for row in rows)


def where(place: int) -> str:
    """In which row of `in_rows`, and where in it, the group at *place* stands."""
    row, along = divmod(place, _IN_A_ROW)
    words = (tr("first"), tr("second"), tr("third"), tr("fourth"))
    return tr("The {place} group of the {row} row.", place=words[along], row=words[row])


def _cost() -> "GuessCost":
    from lsadesk.operations.keeping import accounts

    return accounts.guess_cost_of_new_college()


def _answers(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for each in buttons:
        row.addWidget(each)
    return row
