"""The recovery key, for administrators: another one, and whether it opens drafts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.errors import UserError
from lsadesk.operations.keeping import recovery
from lsadesk.ui.keeping.drafts_part import DraftsPart, confirm_drafts
from lsadesk.ui.keeping.key_pages import KeyPages
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.widgets.secret import SecretField
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.domain.changes import Done
    from lsadesk.operations.desk import Desk


def change_recovery_key(parent: QWidget, context: TabContext) -> None:
    """Make another recovery key or change what it opens, until the dialog is closed."""
    RecoveryKeyDialog(parent, context).exec()


class RecoveryKeyDialog(Dialog):
    """Asks for one's PIN, shows the new key, and puts it in force once it is on paper.

    Whether the key opens drafts is changed here too.
    """

    def __init__(self, parent: QWidget | None, context: TabContext) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recovery key"))
        self.setMinimumWidth(560)
        self._context = context
        self._key = ""
        self.pages = QStackedWidget()
        self.pages.addWidget(self._first_page())
        in_column(Scrolled(self.pages), on=self, around=(32, 32, 32, 24))

    def _first_page(self) -> QWidget:
        page = QWidget()
        rows = in_column(label(tr("Recovery key"), "title"), on=page, gap=16)
        self.form = Form()
        self.secret = self.form.add(
            tr("Your PIN or password"),
            SecretField(),
            hint=tr("Asked for again, whichever of these you do."),
        )
        rows.addWidget(self.form)
        self.make = button(tr("Make another key"), self._make, "primary")
        self.make.setDefault(True)
        for widget in (
            label(tr("Another key"), "heading"),
            label(
                tr(
                    "The paper with the recovery key opens the college when every password is "
                    "forgotten. It cannot be shown again: if it is lost, or somebody who could get "
                    "at it has left, make another. The paper before then opens nothing but copies "
                    "made before; destroy it, and the copies that are kept elsewhere."
                )
            ),
        ):
            rows.addWidget(widget)
        rows.addWidget(self.make, 0, Qt.AlignmentFlag.AlignRight)
        self.drafts = DraftsPart(self._context, self._ask_drafts)
        rows.addWidget(self.drafts)
        rows.addStretch(1)
        return page

    def _has_secret(self) -> bool:
        self.form.clear_wrong()
        if not self.secret.text():
            self.form.wrong(self.secret, tr("Type the one that you signed in with."))
            return False
        return True

    def _ask_drafts(self, *, keeps: bool) -> None:
        if not self._has_secret() or not confirm_drafts(self, keeps=keeps):
            return
        secret = self.secret.text()
        self._context.write(
            lambda desk: recovery.keep_drafts(desk, secret, keeps=keeps),
            lambda _done: self._drafts_kept(keeps=keeps),
            on_error=self._refused,
            owner=self,
        )

    def _drafts_kept(self, *, keeps: bool) -> None:
        self.secret.clear()
        self.drafts.look()
        self._context.say(
            tr("The recovery key opens drafts from now on; everybody is told.")
            if keeps
            else tr("The recovery key opens no drafts any more; everybody is told.")
        )

    def _make(self) -> None:
        if not self._has_secret():
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
        pages = KeyPages(
            key,
            self._context.desk.college,
            self._context.worker,
            self._put_in_force,
            done=tr("Put it in force"),
        )
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
        self._context.say(
            tr(
                "The new recovery key is in force. The paper before opens nothing but copies made "
                "before: destroy it."
            )
        )

    def _refused(self, error: UserError) -> None:
        """Nothing was changed: say why where the PIN is asked for."""
        self.pages.setCurrentIndex(0)
        self.make.setEnabled(True)
        self.form.wrong(self.secret, str(error))
