"""Going back to an earlier copy: which one, what that would change, and only then yes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from lsadesk.domain.calendar import clock, uk_date
from lsadesk.domain.keeping.earlier import Counted, Earlier
from lsadesk.errors import UserError
from lsadesk.ui.door.welcome import ENDING
from lsadesk.ui.keeping.happenings import table_of_happenings
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import Question, ask_file
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.secret import SecretField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

if TYPE_CHECKING:
    from lsadesk.operations.desk import Desk

KINDS = "LSA Desk backups (*.lsabackup)"


class RestoreDialog(Question):
    """Asks which copy, opens it beside, shows what going back would change, and asks again.

    Nobody is signed out before that second yes. The college of now is kept: as a last copy,
    and its files aside.
    """

    def __init__(
        self,
        parent: QWidget,
        worker: Worker,
        folder: Path | None,
        put_away: Callable[[QDialog], None],
        desk: "Desk | None" = None,
    ) -> None:
        super().__init__(
            parent,
            tr("Go back to an earlier copy"),
            tr("First you see what would change. Nothing happens before you say so."),
            tr("Look at this copy"),
        )
        self.folder = folder
        self.what_was_done = ""
        self.seen: Earlier | None = None
        self._worker, self._put_away, self._desk = worker, put_away, desk
        self._pages = QStackedWidget()
        self._pages.addWidget(self._asking())
        self.body.addWidget(self._pages)

    def accept(self) -> None:
        """Look at the copy first; with what it would change on screen, go back to it."""
        self.form.clear_wrong()
        saved = self.copies.chosen()
        if not isinstance(saved, Path):
            self.form.wrong(self.copies, tr("Choose a backup file first."))
        elif not self.login.text().strip():
            self.form.wrong(self.login, tr("Type the name that you sign in with."))
        elif self.seen is None:
            self._look(saved)
        else:
            self._go_back(saved)

    def _asking(self) -> QWidget:
        page = QWidget()
        rows = in_column(on=page)
        self.form = form = Form()
        self.copies = form.choice(tr("Copy"), copies_in(self.folder))
        self.login = form.text(
            tr("Your name, to sign in with"), self._desk.login if self._desk else "", long=True
        )
        self.secret = form.add(
            tr("Your PIN or password"), SecretField(), hint=tr("As it was when the copy was made.")
        )
        if not self.copies.count():
            self.copies.setPlaceholderText(tr("None in the college's own folder"))
        rows.addWidget(form)
        rows.addWidget(button(tr("Another backup file..."), self._browse, "link"))
        rows.addStretch(1)
        return page

    def _target(self, saved: Path) -> Path:
        return self.folder or saved.parent / f"{saved.stem}{ENDING}"

    def _look(self, saved: Path) -> None:
        target, desk = self._target(saved), self._desk
        login, secret = self.login.text().strip(), self.secret.text()
        self._wait(tr("Opening the copy..."))

        def look() -> Earlier:
            from lsadesk.operations.keeping import earlier

            return earlier.look_back(saved, target, login, secret, desk)

        self._worker.do(look, self._show, on_error=self._refused, owner=self)

    def _show(self, seen: Earlier) -> None:
        self.seen = seen
        page = EarlierPage(seen)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.setMinimumSize(860, 640)
        self.yes.setEnabled(True)
        self.yes.setText(tr("Go back to this copy"))
        self.yes.setDefault(False)
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self, saved: Path) -> None:
        target = self._target(saved)
        login, secret = self.login.text().strip(), self.secret.text()
        self._wait(tr("Going back..."))
        self._put_away(self)
        self._desk = None  # signed out: another look signs in by what was typed

        def go_back() -> tuple[Path, Path | None]:
            from lsadesk.operations.keeping import earlier

            return target, earlier.go_back(saved, target, login, secret)

        self._worker.do(go_back, self._restored, on_error=self._refused, owner=self)

    def _wait(self, words: str) -> None:
        self.yes.setEnabled(False)
        self.yes.setText(words)

    def _restored(self, done: tuple[Path, Path | None]) -> None:
        self.folder, aside = done
        self.what_was_done = tr("You are back at the earlier copy.")
        if aside is not None:
            self.what_was_done += " " + tr("What was there is now in {name}.", name=aside.name)
        super().accept()

    def _refused(self, error: UserError) -> None:
        self.seen = None
        self._pages.setCurrentIndex(0)
        self.yes.setEnabled(True)
        self.yes.setText(tr("Look at this copy"))
        self.form.wrong(self.secret, str(error))

    def _browse(self) -> None:
        chosen = ask_file(self, tr("Choose a backup"), KINDS, self.folder)
        if chosen is not None:
            self.copies.offer([(chosen.name, chosen), *copies_in(self.folder)], chosen)
            self.form.clear_wrong()
            self.secret.setFocus()


class EarlierPage(QWidget):
    """What an earlier copy holds, and what was done since and would be undone."""

    def __init__(self, seen: Earlier) -> None:
        super().__init__()
        rows = in_column(*(label(sentence) for sentence in _told(seen)), on=self)
        counts = seen.differences if not seen.unread else seen.held
        self.counts: RecordTable[Counted] = RecordTable(
            tr("Records in the copy and now"), _columns(with_now=not seen.unread)
        )
        self.counts.show_records(counts)
        self.counts.setMinimumHeight(120)
        self.since = table_of_happenings(with_person=True)
        self.since.show_records(seen.since)
        self.since.setMinimumHeight(140)
        rows.addWidget(self.counts, 1)
        if not counts:
            self.counts.hide()
        rows.addWidget(label(tr("The newest changes since the copy"), "heading"))
        rows.addWidget(self.since, 1)
        if not seen.since:
            self.since.hide()
            nothing = tr("None can be shown.") if seen.unread else tr("Nothing was changed since.")
            rows.addWidget(label(nothing, "muted"))
            rows.addStretch(1)


def _told(seen: Earlier) -> list[str]:
    at = seen.made.astimezone()
    told = [
        tr(
            "The copy of {college} from {day}, {time}, was opened and is whole.",
            college=seen.college,
            day=uk_date(at.date()),
            time=clock(at.time()),
        )
    ]
    if seen.unread:
        told.append(seen.unread)
    elif not seen.is_ours:
        told.append(
            tr("It is no earlier state of this college: the two went different ways, or are two.")
        )
    elif not seen.differences and not seen.since:
        told.append(tr("It holds the same as the college does now."))
    else:
        kinds = count(len(seen.differences), "kind of record", "kinds of records")
        told.append(
            tr(
                "{kinds} would hold another number than now. What was entered since goes out of "
                "the college; it is kept in a last copy, which is made first.",
                kinds=kinds,
            )
        )
    if seen.erased:
        who = count(seen.erased, "person or learner", "people and learners")
        told.append(
            tr(
                "It holds {who} erased since. Home asks whoever may erase them to do it again.",
                who=who,
            )
        )
    return told


def _columns(*, with_now: bool) -> list[Column[Counted]]:
    columns: list[Column[Counted]] = [
        Column(tr("Kind of record"), lambda line: line.title, width=32),
        Column(tr("In the copy"), lambda line: f"{line.then:,}", sort=lambda line: line.then),
    ]
    if with_now:
        columns.append(Column(tr("Now"), lambda line: f"{line.now:,}", sort=lambda line: line.now))
    return columns


def copies_in(folder: Path | None) -> list[tuple[str, object]]:
    """The copies that the college keeps of itself, newest first, by when they were made."""
    if folder is None or not (folder / "backups").is_dir():
        return []
    found = sorted((folder / "backups").glob("*.lsabackup"), key=_made, reverse=True)
    return [(f"{uk_date(_made(path).date())}, {clock(_made(path).time())}", path) for path in found]


def _made(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
