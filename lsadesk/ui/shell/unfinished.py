"""What was typed into a dialog when the window locked: kept for whoever typed it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from lsadesk.domain.rights import AccountId
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.secret import SecretField
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class Typed:
    """The text of one field, and the name of the field."""

    field: str
    text: str


class Unfinished:
    """What was typed, by the account that typed it; in memory alone, for as long as it runs."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Path, AccountId], tuple[Typed, ...]] = {}

    def keep(self, folder: Path, account: AccountId, dialogs: Iterable[QDialog]) -> None:
        """Keep what *account* typed into *dialogs*."""
        if typed := typed_into(dialogs):
            self._kept[folder, account] = typed

    def show(self, folder: Path, account: AccountId, parent: QWidget) -> None:
        """Give *account* back what it typed, once."""
        if typed := self._kept.pop((folder, account), ()):
            dialog = UnfinishedDialog(parent, typed)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()


def open_dialogs(keep: QDialog | None) -> list[QDialog]:
    """The open dialogs of a sitting: not *keep*, nor those that are nobody's in particular."""
    from lsadesk.ui.door.new_college import NewCollegeDialog
    from lsadesk.ui.shell.crash import CrashDialog

    return [
        shown
        for shown in QApplication.topLevelWidgets()
        if isinstance(shown, QDialog)
        and shown.isVisible()
        and shown is not keep
        and not isinstance(shown, NewCollegeDialog | CrashDialog)
    ]


def typed_into(dialogs: Iterable[QDialog]) -> tuple[Typed, ...]:
    """Whatever somebody typed into *dialogs*; never a password, never a file's name."""
    typed: list[Typed] = []
    for dialog in dialogs:
        if isinstance(dialog, UnfinishedDialog):
            typed += dialog.kept
        elif not isinstance(dialog, QFileDialog):
            typed += (
                Typed(field.accessibleName() or tr("Text"), text)
                for field in dialog.findChildren(QWidget)
                if field.window() is dialog and (text := _typed(field)).strip()
            )
    return tuple(typed)


class UnfinishedDialog(Question):
    """Shows what was typed, to be copied to where it belongs."""

    def __init__(self, parent: QWidget | None, kept: Iterable[Typed]) -> None:
        super().__init__(
            parent,
            tr("You had not finished"),
            tr(
                "LSA Desk locked while this was typed and not yet saved. Copy what you need: "
                "it is let go when you close this."
            ),
            tr("Close"),
        )
        self.no.hide()
        self.kept = tuple(kept)
        form = self.form
        for typed in self.kept:
            form.paragraph(typed.field, typed.text).setReadOnly(True)


def _typed(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        secret = isinstance(field, SecretField)  # even while it is shown
        return field.text() if field.isModified() and not secret else ""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText() if field.document().isModified() else ""
    return ""
