"""The way in: the welcome page, the sign-in page, and all that leads to an open college.

A packet is answered here too: behind the door there would have to be a college.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from lsadesk.errors import UserError
from lsadesk.ui.door.signin import SignInPage
from lsadesk.ui.door.welcome import PACKET, WelcomePage, college_name
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.shell.settings import Settings
from lsadesk.ui.tasks import Worker
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.operations.desk import Desk
    from lsadesk.operations.keeping.college import Other
    from lsadesk.ui.assessment.away import AwayPage
    from lsadesk.ui.door.made_up import MadeUp


class Door(QStackedWidget):
    """Emits `opened(desk)` when somebody has unlocked a college, `refused(sentence)` if not.

    `answering(bool)` says that somebody begins or ends answering a packet.

    Built with Qt alone: operations are imported on the worker when they are first needed.
    """

    opened = Signal(object)
    refused = Signal(str)
    answering = Signal(bool)
    sign_in_shown = Signal()  # whoever is signed in leaves
    damaged = Signal(str)  # the records do not open: an earlier copy has to help

    def __init__(self, settings: Settings, appearance: Appearance, worker: Worker) -> None:
        super().__init__()
        self._settings = settings
        self._worker = worker
        self.folder: Path | None = None
        self.away: AwayPage | None = None
        self._made_up: MadeUp | None = None
        self._once_away: Callable[[], object] | None = None
        self._appearance = appearance
        self.sign_in = SignInPage(appearance)
        self.addWidget(self.sign_in)
        self.sign_in.forgotten.connect(self.forgotten)
        self.sign_in.other_asked.connect(self.show_welcome)
        self.sign_in.submitted.connect(self._unlock)
        worker.crashed.connect(self._crashed)

    @cached_property
    def welcome(self) -> WelcomePage:
        """What to do where no college is open; made when it is first shown."""
        page = WelcomePage(self._appearance)
        page.new_asked.connect(self.new_college)
        page.open_asked.connect(self.open_college)
        page.brought_asked.connect(self.open_brought)
        page.packet_asked.connect(self.choose_packet)
        page.look_asked.connect(self.look_round)
        page.recent_chosen.connect(self.show_sign_in)
        self.addWidget(page)
        return page

    def show_welcome(self) -> None:
        """Show what can be opened or made."""
        if self.put_away(self.show_welcome):
            return
        self.folder = None
        folders = [Path(path) for path in self._settings.recent]
        self.welcome.show_recent([folder for folder in folders if folder.is_dir()])
        self.setCurrentWidget(self.welcome)
        self.welcome.new.setFocus()

    def show_sign_in(self, folder: Path, login: str = "") -> None:
        """Ask who is there; the page shows at once, the names once the folder was looked at."""
        if self.put_away(lambda: self.show_sign_in(folder, login)):
            return
        self.sign_in_shown.emit()
        self.folder = folder
        self.sign_in.show_college(college_name(folder), login)
        self.setCurrentWidget(self.sign_in)

        def look() -> "tuple[str, tuple[str, ...], tuple[Other, ...]]":
            from lsadesk.operations.keeping import college

            closed = college.look(folder)
            return closed.name, closed.logins, college.others(folder)

        self._worker.do(look, self._looked, on_error=self._cannot_open, owner=self)

    def new_college(self) -> None:
        """Make a college, and sit down at it."""
        from lsadesk.ui.door.new_college import NewCollegeDialog

        if self.put_away(self.new_college):
            return
        dialog = NewCollegeDialog(self.window(), self._worker)
        dialog.exec()
        if dialog.desk is not None:
            self.opened.emit(dialog.desk)

    def look_round(self) -> None:
        """Sit down at a made-up college, if whoever asks likes what is said of it."""
        from lsadesk.ui.door.made_up import MadeUp, ask_to_look_round

        if ask_to_look_round(self.window()):
            self.welcome.wait(True)
            self._made_up = self._made_up or MadeUp(self._worker, self)
            self._made_up.enter(self._looks_round, self._cannot_look_round)

    def _looks_round(self, desk: "Desk") -> None:
        self.welcome.wait(False)
        self.opened.emit(desk)

    def _cannot_look_round(self, error: UserError) -> None:
        self.throw_away()
        self.welcome.wait(False)
        self.refused.emit(str(error))

    def throw_away(self) -> None:
        """Let go of the made-up college, if anybody looked round one."""
        made_up, self._made_up = self._made_up, None
        if made_up is not None:
            made_up.throw_away()
            made_up.deleteLater()
            self._settings.forget(made_up.folder)

    def open_college(self) -> None:
        """Choose a college's folder."""
        from lsadesk.ui.widgets.ask import ask_folder

        start = self.folder.parent if self.folder else None
        folder = ask_folder(self.window(), tr("Open the folder of a college"), start)
        if folder is not None:
            self.show_sign_in(folder)

    def choose_packet(self) -> None:
        """Choose a packet, and answer it."""
        from lsadesk.ui.widgets.ask import ask_file

        kinds = tr("Packets (*{ending})", ending=PACKET)
        path = ask_file(self.window(), tr("Choose the packet"), kinds)
        if path is not None:
            self.open_packet(path)

    def open_packet(self, path: Path) -> None:
        """Answer the packet at *path*; it is remembered nowhere."""
        from lsadesk.ui.assessment.packet_door import open_packet

        if self.put_away(lambda: self.open_packet(path)):
            return
        away = open_packet(self.window(), self._worker, path)
        if away is not None:
            from lsadesk.ui.assessment.away import AwayPage

            self.away = AwayPage(self._worker, away)
            self.away.leave_asked.connect(lambda: self.put_away(self.show_welcome))
            self.away.closed.connect(self._has_put_away)
            self.addWidget(self.away)
            self.setCurrentWidget(self.away)
            self.away.pages.start.focus_first()
            self.answering.emit(True)

    def put_away(self, then: Callable[[], object]) -> bool:
        """Whether a packet is open here: it is closed once every word is in it, *then* follows."""
        if self.away is None:
            return False
        self._once_away = then
        self.away.leave()
        return True

    def _has_put_away(self) -> None:
        then, self._once_away = self._once_away or self.show_welcome, None
        page, self.away = self.away, None
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()
        self.answering.emit(False)
        then()

    def forgotten(self) -> None:
        """Come in with the recovery key."""
        from lsadesk.ui.door.recovery import RecoveryDialog

        if self.folder is None:
            return
        login = self.sign_in.login.text()
        dialog = RecoveryDialog(self.window(), self._worker, self.folder, login)
        dialog.exec()
        if dialog.desk is not None:
            self.opened.emit(dialog.desk)

    def _looked(self, found: "tuple[str, tuple[str, ...], tuple[Other, ...]]") -> None:
        _, logins, others = found
        also = "\n".join(_told(other) for other in others)
        if self._made_up is not None and self._made_up.folder == self.folder:
            from lsadesk.ui.door.made_up import how_to_sign_in

            also = how_to_sign_in()
        self.sign_in.show_logins(logins, also)

    def _cannot_open(self, error: UserError) -> None:
        from lsadesk.operations.keeping.college import KeysDamaged

        if isinstance(error, KeysDamaged):
            self.mend_keys()
            return
        if self.folder is not None:
            self._settings.forget(self.folder)
        self.show_welcome()
        self.refused.emit(str(error))

    def _unlock(self, login: str, secret: str) -> None:
        folder = self.folder
        if folder is None:
            return

        def unlock() -> "Desk":
            from lsadesk.operations.keeping import college

            return college.unlock(folder, login, secret)

        self._worker.do(unlock, self._unlocked, on_error=self._wrong, owner=self)

    def _unlocked(self, desk: "Desk") -> None:
        self.sign_in.forget()
        if not desk.must_choose_secret or self._own_secret_chosen(desk):
            self.opened.emit(desk)
        else:
            self._worker.do(desk.close, _closed)
            self.show_sign_in(desk.folder)

    def _own_secret_chosen(self, desk: "Desk") -> bool:
        from lsadesk.ui.keeping.first_secret import FirstSecretDialog

        dialog = FirstSecretDialog(self.window(), self._worker, desk)
        return dialog.answered()

    def _crashed(self, _error: Exception) -> None:
        """Let somebody who waits to come in try again; what went wrong is told elsewhere."""
        if self.currentWidget() is self.sign_in:
            self.sign_in.refused(tr("LSA Desk could not open this college. Try again."))

    def open_brought(self) -> None:
        """Put a college that was brought from another computer here, and sign in to it."""
        from lsadesk.ui.keeping.moving import BroughtDialog

        dialog = BroughtDialog(self.window(), self._worker)
        dialog.exec()
        if dialog.folder is not None:
            self.show_sign_in(dialog.folder, dialog.login.text().strip())

    def mend_keys(self) -> None:
        """Take the keys of a copy where the college's own are damaged."""
        from lsadesk.ui.keeping.mend_keys import MendKeysDialog

        if self.folder is None:
            return
        dialog = MendKeysDialog(self.window(), self._worker, self.folder)
        dialog.exec()
        if dialog.desk is not None:
            self._unlocked(dialog.desk)
        else:
            self.show_welcome()

    def _wrong(self, error: UserError) -> None:
        from lsadesk.operations.keeping.college import Damaged, KeysDamaged

        self.sign_in.refused(str(error), getattr(error, "wait", 0))
        if isinstance(error, KeysDamaged):
            self.mend_keys()
        elif isinstance(error, Damaged):
            self.damaged.emit(str(error))


def _told(other: "Other") -> str:
    """Who is in another window, and that both may work."""
    since = other.since.astimezone()
    from lsadesk.domain.calendar import clock, uk_date

    when = clock(since.time())
    if since.date() != datetime.now().astimezone().date():
        when = f"{uk_date(since.date())}, {when}"
    return tr(
        "{login} ({user} on this computer) has it open since {when}. You can read and work too: "
        "nothing is written over, and whoever changes the same record second is told.",
        login=other.login or tr("Somebody"),
        user=other.user,
        when=when,
    )


def _closed(_result: None) -> None:
    """Nobody waits for a college that was closed again unused."""
