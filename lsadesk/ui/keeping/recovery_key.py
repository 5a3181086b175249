"""Another recovery key in place of the one on paper, for administrators."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from lsadesk.errors import UserError
from lsadesk.operations.keeping import recovery
from lsadesk.ui.keeping.key_pages import KeyPages
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.widgets.secret import SecretField
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.domain.changes import Done
    from lsadesk.operations.desk import Desk


def change_recovery_key(parent: QWidget, context: TabContext) -> None:
    """Make another recovery key, until the dialog is closed."""
    dialog = RecoveryKeyDialog(parent, context)
    dialog.exec()
    dialog.deleteLater()


class RecoveryKeyDialog(QDialog):
    """Asks for one's PIN, shows the new key, and puts it in force once it is on paper."""

    def __init__(self, parent: QWidget | None, context: TabContext) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recovery key"))
        self.setMinimumWidth(560)
        self._context = context
        self._key = ""
        self.pages = QStackedWidget()
        self.pages.addWidget(self._first_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 24)
        layout.addWidget(Scrolled(self.pages))

    def _first_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addWidget(label(tr("Another recovery key"), "title"))
        rows.addWidget(
            label(
                tr(
                    "The paper with the recovery key opens the college when every password is "
                    "forgotten. It cannot be shown again: if it is lost, or somebody who could get "
                    "at it has left, make another. The paper before then opens nothing but copies "
                    "made before; destroy it, and the copies that are kept elsewhere."
                )
            )
        )
        self.form = Form()
        self.secret = self.form.add(tr("Your PIN or password"), SecretField())
        rows.addWidget(self.form)
        self.make = button(tr("Make another key"), self._make, "primary")
        self.make.setDefault(True)
        rows.addStretch(1)
        rows.addWidget(self.make, 0, Qt.AlignmentFlag.AlignRight)
        return page

    def _make(self) -> None:
        self.form.clear_wrong()
        if not self.secret.text():
            self.form.wrong(self.secret, tr("Type the one that you signed in with."))
            return
        self.make.setEnabled(False)
        secret = self.secret.text()
        self._context.read(
            lambda desk: recovery.fresh_key(desk, secret),
            self._show,
            on_error=self._refused,
            owner=self,
        )

    def _show(self, key: str) -> None:
        self._key = key
        pages = KeyPages(key, self._context.desk.college, self._context.worker, self._put_in_force)
        self.pages.addWidget(pages)
        self.pages.setCurrentWidget(pages)
        pages.begin()

    def _put_in_force(self) -> None:
        secret, key = self.secret.text(), self._key

        def change(desk: "Desk") -> "Done[None]":
            return recovery.change_recovery_key(desk, secret, key)

        self._context.write(change, self._changed, on_error=self._refused, owner=self)

    def _changed(self, _nothing: None) -> None:
        self.secret.clear()
        self.accept()
        self._context.say(tr("Only the new recovery key opens the college now."))

    def _refused(self, error: UserError) -> None:
        """Nothing was changed: say why where the PIN is asked for."""
        self.pages.setCurrentIndex(0)
        self.make.setEnabled(True)
        self.form.wrong(self.secret, str(error))
