"""Making a college: its name and place, its owner, and the recovery key on paper."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from lsadesk.domain.vocabulary import KINDS_OF_PROVIDER
from lsadesk.errors import UserError
from lsadesk.ui.keeping.key_pages import KeyPages
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import ask_folder, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.guess_cost import cost_line
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.rows import at_right
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.domain.keeping.guessing import GuessCost
    from lsadesk.operations.desk import Desk
    from lsadesk.operations.keeping.college import NewCollege


class NewCollegeDialog(Dialog):
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
        in_column(self._pages, on=self, around=(32, 32, 32, 24))
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
        """What is asked scrolls on a small screen; the buttons below it always show."""
        page = QWidget()
        whole = in_column(Scrolled(self._asked()), 16, on=page, gap=0)
        self.make = button(tr("Make the college"), self._make, "primary")
        self.make.setDefault(True)
        whole.addLayout(at_right(button(tr("Cancel"), self.reject), self.make))
        return page

    def _asked(self) -> QWidget:
        asked = QWidget()
        rows = in_column(
            label(tr("A new college"), "title"),
            label(tr("Everything is kept in one encrypted folder on this computer."), "muted"),
            16,
            on=asked,
        )
        self.form = form = Form()
        self.name = form.text(tr("Name of the college"), long=True)
        kinds: list[tuple[str, object]] = [(tr("Choose, or leave it"), {})]
        kinds += [(tr(kind), words) for kind, words in KINDS_OF_PROVIDER.items()]
        self.provider = form.choice(
            tr("What kind of provider"),
            kinds,
            hint=tr(
                "Its usual words for LSAs, learners, teachers and sessions are then used "
                "everywhere. They can be changed in the Library, under Our college."
            ),
        )
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
        below = Form()
        self.keeps = below.tick(
            tr("The recovery key also opens drafts after a forgotten PIN"),
            hint=tr(
                "You need not decide now: File, Recovery key, changes it later, and everybody is "
                "told. The next page gives you that key, to keep on paper. Ticked, nobody loses "
                "an unfinished self-assessment with a forgotten PIN, but whoever holds the paper "
                "could read what people keep to themselves."
            ),
        )
        rows.addWidget(below)
        rows.addLayout(self._place_row())
        return asked

    def _place_row(self) -> QHBoxLayout:
        self._place = label("", "muted")
        self._show_place()
        return in_row(Fill(self._place), button(tr("Change folder..."), self._choose_place, "link"))

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
        parent, keeps = self._parent_folder, self.keeps.isChecked()
        words = self.provider.chosen_as(dict)

        def call() -> "NewCollege":
            from lsadesk.operations.keeping.college import folder_for, new_college
            from lsadesk.operations.keeping.vocabulary import set_vocabulary

            folder = folder_for(parent, name)
            made = new_college(
                folder, college=name, owner=owner, secret=secret, keeps_private=keeps
            )
            set_vocabulary(made.desk, words)
            return made

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
        keys = KeyPages(
            made.recovery_key,
            self.name.text().strip(),
            self._worker,
            self.accept,
            done=tr("Start"),
        )
        shown = Scrolled(keys)
        self._pages.addWidget(shown)
        self._pages.setCurrentWidget(shown)
        keys.begin()


def _cost() -> "GuessCost":
    from lsadesk.operations.keeping import accounts

    return accounts.guess_cost_of_new_college()
