"""Questions to the person: each is a function that returns the answer, or None."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.days import DayEdit
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import at_right
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.words import tr

Writing = QLineEdit | QPlainTextEdit
_SOON_TYPED_AGAIN = 30  # characters: as much goes without being asked for


class Question(Dialog):
    """A sentence, whatever is put under it, and the buttons to answer with.

    Esc is the quiet way out, which asks once where a sentence or more of typing would go with
    it. The window title never holds a person's name: it is seen in task bars and over shoulders.
    """

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, yes: str, *, danger: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._found: dict[Writing, str] = {}  # what stood there at first
        self.ready: Callable[[], bool] = lambda: True  # whether yes may close it
        asked = QWidget()
        rows = in_column(label(title, "heading"), on=asked, gap=16)
        if sentence:
            rows.addWidget(label(sentence))
        self.body = QVBoxLayout()
        rows.addLayout(self.body, 1)
        layout = in_column(Fill(Scrolled(asked)), on=self, around=24, gap=16)
        self.yes = button(yes, self.accept, "danger" if danger else "primary")
        self.yes.setDefault(not danger)
        self.no = button(tr("Cancel"), self.leave)
        answers = at_right(self.no, self.yes)
        layout.addLayout(answers)

    @cached_property
    def form(self) -> Form:
        """The fields that are asked, below whatever was put into the body before them."""
        form = Form()
        self.body.addWidget(form)
        return form

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what is asked, in room enough for it."""
        self._begin_with_the_body()
        self._widen()
        self._found = {field: _text_in(field) for field in self._writing_fields()}
        super().showEvent(event)

    def _widen(self) -> None:
        """Be as wide as what is inside needs; a width of its own keeps Qt from seeing to it."""
        needed = max(self.minimumWidth(), self.minimumSizeHint().width())
        self.setMinimumWidth(min(needed, self.screen().availableSize().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves as Cancel does."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.leave()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross leaves likewise; the program closes without asking."""
        if not event.spontaneous():
            super().closeEvent(event)
            return
        self.leave()
        event.setAccepted(not self.isVisible())

    def leave(self) -> None:
        """Close without an answer, once it is sure that what was typed may go."""
        if self._typed_much() and not confirm(
            self,
            tr("Leave without saving?"),
            tr("What you typed here is not kept anywhere else."),
            yes=tr("Leave it"),
            danger=True,
        ):
            return
        self.reject()

    def _typed_much(self) -> bool:
        now = {field: _text_in(field) for field in self._writing_fields()}
        changed = (text for field, text in now.items() if text != self._found.get(field, ""))
        return sum(map(len, changed)) > _SOON_TYPED_AGAIN

    def _writing_fields(self) -> list[Writing]:
        fields: list[Writing] = [*self.findChildren(QLineEdit)]
        fields += self.findChildren(QPlainTextEdit)
        return [each for each in fields if each.isVisibleTo(self) and not each.isReadOnly()]

    def _begin_with_the_body(self) -> None:
        """Tab goes through what is asked before the buttons, and begins with it.

        What is hidden counts, too: an answer may show it, and it is asked before the buttons.
        """
        asked = [each for each in self._tab_stops() if each not in (self.no, self.yes)]
        if asked:
            QWidget.setTabOrder(asked[-1], self.no)
            QWidget.setTabOrder(self.no, self.yes)
        if self.focusWidget() is None:
            first = next((each for each in asked if each.isVisibleTo(self)), self.yes)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab_stops(self) -> list[QWidget]:
        stops: list[QWidget] = []
        each = _after(self)
        while each is not None and each is not self:
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stops.append(each)
            each = _after(each)
        return stops

    def accept(self) -> None:
        """Close, once what is asked is `ready`, and no day was left that could not be read."""
        days = (day for day in self.findChildren(DayEdit) if day.isVisibleTo(self))
        unread = next((day for day in days if day.was_unread), None)
        if unread is not None:
            unread.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.ready():
            super().accept()

    def answered(self) -> bool:
        """Show it and wait; whether the answer was yes."""
        return bool(self.exec() == QDialog.DialogCode.Accepted)


def _text_in(field: Writing) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _after(widget: QWidget) -> QWidget | None:
    """What Tab comes to next; PySide would take it for a part of *widget*, and never let it go."""
    if (following := widget.nextInFocusChain()) is not None:
        following.setParent(following.parentWidget())
    return following


def confirm(
    parent: QWidget | None, title: str, sentence: str, *, yes: str, danger: bool = False
) -> bool:
    """Ask yes or no; *yes* is the verb on the button ("Remove"). Focus starts on Cancel
    where it is dangerous."""
    question = Question(parent, title, sentence, yes, danger=danger)
    (question.no if danger else question.yes).setFocus(Qt.FocusReason.OtherFocusReason)
    return question.answered()


def ask_text(
    parent: QWidget | None,
    title: str,
    name: str,
    *,
    value: str = "",
    hint: str = "",
    yes: str,
    why_not: Callable[[str], str] = lambda _text: "",
) -> str | None:
    """Ask for one line of text under the label *name*; it is never empty.

    It stays open where *why_not* says what is wrong with what was typed.
    """
    question = Question(parent, title, "", yes)
    form = question.form
    field = form.text(name, value, hint=hint)
    field.selectAll()
    question.yes.setEnabled(bool(value.strip()))
    field.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))

    def is_sound() -> bool:
        if why := why_not(field.text()):
            form.wrong(field, why)
        return not why

    question.ready = is_sound
    return field.text().strip() if question.answered() else None


def ask_choice(
    parent: QWidget | None,
    title: str,
    name: str,
    options: Sequence[tuple[str, object]],
    *,
    hint: str = "",
    yes: str,
) -> object:
    """Ask for one of *options* (what is shown, what it stands for)."""
    question = Question(parent, title, "", yes)
    form = question.form
    field = form.choice(name, options, hint=hint)
    return field.chosen() if question.answered() else None


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Say something that has to be read before going on."""
    question = Question(parent, title, sentence, tr("OK"))
    question.no.hide()
    question.answered()


def ask_file(
    parent: QWidget | None, title: str, kinds: str, start: Path | None = None
) -> Path | None:
    """Ask for a file to read; *kinds* as in "Workbooks (*.xlsx *.csv)"."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start or Path.home()), kinds)
    return Path(name) if name else None


def ask_where(parent: QWidget | None, title: str, suggested: str) -> Path | None:
    """Ask where to write a file; *suggested* is its name, whose ending the answer has too.

    A slash in a name ("Siân/Asha") would lead into a folder that is not there.
    """
    start, ending = Path.home() / suggested.replace("/", "-"), Path(suggested).suffix
    name, _ = QFileDialog.getSaveFileName(parent, title, str(start), _kind_words(ending))
    path = Path(name)
    if not name or path.suffix.lower() == ending.lower():
        return path if name else None
    whole = Path(f"{name}{ending}")
    return whole if not whole.exists() or _may_write_over(parent, whole) else None


def _kind_words(ending: str) -> str:
    kind = {
        ".pdf": tr("PDF"),
        ".xlsx": tr("Workbooks"),
        ".ics": tr("Calendar files"),
        ".lsapacket": tr("Packets"),
        ".lsabackup": tr("LSA Desk backups"),
    }.get(ending, tr("Files"))
    return f"{kind} (*{ending})"


def _may_write_over(parent: QWidget | None, path: Path) -> bool:
    """The file dialog asked of the name without its ending, which is another file."""
    title = tr("Write over {name}?", name=path.name)
    sentence = tr("There is a file of this name already.")
    return confirm(parent, title, sentence, yes=tr("Write over"), danger=True)


def ask_folder(parent: QWidget | None, title: str, start: Path | None = None) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start or Path.home()))
    return Path(name) if name else None
