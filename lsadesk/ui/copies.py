"""Backing the college up, and going back to an earlier copy."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from lsadesk.domain.calendar import clock, uk_date
from lsadesk.errors import UserError
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker
from lsadesk.ui.welcome import ENDING, college_name
from lsadesk.ui.widgets.ask import Question, ask_file, ask_where
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.secret import SecretField
from lsadesk.ui.words import tr

KINDS = "LSA Desk backups (*.lsabackup)"


def back_up(context: TabContext, parent: QWidget) -> None:
    """Ask where to, and write a verified copy there."""
    from lsadesk.operations.keeping import college

    name = f"{college_name(context.desk.folder)} {date.today():%Y-%m-%d}.lsabackup"  # noqa: DTZ011
    to = ask_where(parent, tr("Back up to"), name, KINDS)
    if to is None:
        return

    def made(path: Path) -> None:
        context.say(tr("Backed up and checked: {name}", name=path.name))

    context.write(lambda desk: college.back_up(desk, to), made, owner=parent)


class RestoreDialog(Question):
    """Asks which copy and for a password that opens it; what stands now is kept aside."""

    def __init__(
        self,
        parent: QWidget,
        worker: Worker,
        folder: Path | None,
        put_away: Callable[[QDialog], None],
    ) -> None:
        super().__init__(
            parent,
            tr("Go back to an earlier copy"),
            tr("What is in the college now is moved aside, not erased."),
            tr("Go back"),
            danger=True,
        )
        self.folder = folder
        self.what_was_done = ""
        self._worker, self._put_away = worker, put_away
        self._copy: Path | None = None
        self.form = form = Form()
        self.copies = form.choice(tr("Copy"), _copies_in(folder))
        self.login = form.text(tr("Your name, to sign in with"), long=True)
        self.secret = form.add(
            tr("Your PIN or password"), SecretField(), hint=tr("As it was when the copy was made.")
        )
        if not self.copies.count():
            self.copies.setPlaceholderText(tr("None in the college's own folder"))
        self.body.addWidget(form)
        self.body.addWidget(button(tr("Another backup file..."), self._browse, "link"))

    def accept(self) -> None:
        """Restore; the dialog closes once the copy has been checked and put in place."""
        self.form.clear_wrong()
        saved = self.copies.chosen()
        if not isinstance(saved, Path):
            self.form.wrong(self.copies, tr("Choose a backup file first."))
            return
        target = self.folder or saved.parent / f"{saved.stem}{ENDING}"
        login, secret = self.login.text().strip(), self.secret.text()
        self.yes.setEnabled(False)
        self._put_away(self)

        def restore() -> tuple[Path, Path | None]:
            from lsadesk.operations.keeping import college

            return target, college.restore(saved, target, login, secret)

        self._worker.do(restore, self._restored, on_error=self._refused, owner=self)

    def _restored(self, done: tuple[Path, Path | None]) -> None:
        self.folder, aside = done
        self.what_was_done = tr("You are back at the earlier copy.")
        if aside is not None:
            self.what_was_done += " " + tr("What was there is now in {name}.", name=aside.name)
        super().accept()

    def _refused(self, error: UserError) -> None:
        self.yes.setEnabled(True)
        self.form.wrong(self.secret, str(error))

    def _browse(self) -> None:
        chosen = ask_file(self, tr("Choose a backup"), KINDS, self.folder)
        if chosen is not None:
            self.copies.offer([(chosen.name, chosen), *_copies_in(self.folder)], chosen)


def _copies_in(folder: Path | None) -> list[tuple[str, object]]:
    """The copies that the college keeps of itself, newest first, by when they were made."""
    if folder is None or not (folder / "backups").is_dir():
        return []
    found = sorted((folder / "backups").glob("*.lsabackup"), key=_made, reverse=True)
    return [(f"{uk_date(_made(path).date())}, {clock(_made(path).time())}", path) for path in found]


def _made(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
