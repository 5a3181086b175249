"""The window: the door, the tabs of whoever is signed in, and the lock between them."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from lsadesk.ui.door.door import Door
from lsadesk.ui.door.welcome import PACKET, college_name
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.sizes import fit
from lsadesk.ui.shell.settings import Settings, save_settings
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.words import tr

if TYPE_CHECKING:  # what the first page does not show is imported when it is furnished
    from PySide6.QtWidgets import QDialog

    from lsadesk.domain.rights import Standing
    from lsadesk.operations.desk import Desk
    from lsadesk.ui.keeping.quick_hide import QuickHide
    from lsadesk.ui.shell.foot import Foot
    from lsadesk.ui.shell.help import HelpWindow
    from lsadesk.ui.shell.idle import Idle
    from lsadesk.ui.shell.menus import Menus
    from lsadesk.ui.shell.sitting import Sitting
    from lsadesk.ui.shell.topbar import TopBar
    from lsadesk.ui.shell.unfinished import Unfinished
    from lsadesk.ui.tab import TabContext
    from lsadesk.ui.widgets.message import MessageBar

TITLE = "LSA Desk"
SMALLEST = (1024, 640)
USUAL = (1280, 800)


class MainWindow(QMainWindow):
    """Shows the door or one sitting, never both; its title names no person.

    A *bare* window holds the door alone, to be painted at once; `furnish` adds the menus,
    the bar and the rest, and has to follow.
    """

    menus: "Menus"
    bar: "TopBar"
    _foot: "Foot"
    message: "MessageBar"
    idle: "Idle"
    quick_hide: "QuickHide"

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        worker: Worker,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.appearance = appearance
        self.worker = worker
        self.sitting: Sitting | None = None
        self._help: HelpWindow | None = None
        self._build()
        appearance.dress(self)
        if not bare:
            self.furnish()

    @cached_property
    def unfinished(self) -> "Unfinished":
        """What was typed when the window locked; no sitting, no need of it and of its dialog."""
        from lsadesk.ui.shell.unfinished import Unfinished

        return Unfinished()

    def open_at(self, folder: Path | None) -> None:
        """Begin at the sign-in of *folder*, of the last college, or at the welcome page.

        A packet in place of a folder is opened to be answered.
        """
        if folder is not None and folder.suffix == PACKET:
            self.door.show_welcome()
            QTimer.singleShot(0, self.door, lambda: self.door.open_packet(folder))
            return
        recent = [Path(path) for path in self.settings.recent if Path(path).is_dir()]
        if folder is not None or recent:
            self.door.show_sign_in(folder or recent[0])
        else:
            self.door.show_welcome()

    def enter(self, desk: "Desk") -> None:
        """Begin the sitting of whoever unlocked *desk*."""
        from lsadesk.ui.shell.sitting import Sitting

        self._leave()
        self.settings.remember(desk.folder)
        save_settings(self.settings)
        self.setWindowTitle(f"{college_name(desk.folder)} - {TITLE}")
        self.sitting = Sitting(
            desk,
            self.worker,
            self.appearance,
            bar=self.bar,
            say=self.message.say,
        )
        self.sitting.saved.connect(self._show_saved)
        self.sitting.saved.connect(self.message.move_on)
        self.sitting.moved_on.connect(self.message.move_on)
        self.sitting.stands.connect(lambda standing: self.menus.show_for(standing.duties()))
        self.sitting.undo_told.connect(self.menus.show_undo)
        self._pages.addWidget(self.sitting)
        self.sitting.learn_words()
        self.worker.do(desk.standing, self._begin, owner=self.sitting)

    def lock(self) -> None:
        """Keep what is half typed, put the college away, and ask who is there."""
        if self.sitting is not None:
            folder, login = self.sitting.desk.folder, self.sitting.desk.login
            self._leave()
            self.door.show_sign_in(folder, login)
        else:
            self.door.put_away(self.door.show_welcome)

    def switch_user(self) -> None:
        """Lock for somebody else: nobody's name is filled in."""
        if self.sitting is not None:
            folder = self.sitting.desk.folder
            self._leave()
            self.door.show_sign_in(folder)

    def help_page(self) -> str:
        """The name of the help page about what is on screen."""
        return "start" if self.sitting is None else self.bar.current() or "start"

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put everything away in order before the window goes, and copy what changed."""
        if self.door.put_away(lambda: QTimer.singleShot(0, self, self.close)):
            event.ignore()
            return
        if self.sitting is not None:
            self.sitting.settle()
            self.sitting.keep_copy()
        self._leave()
        self.settings.window_place = bytes(self.saveGeometry().toBase64().data()).decode()
        self.worker.finish()
        self.door.throw_away()
        save_settings(self.settings)
        event.accept()

    def _build(self) -> None:
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*SMALLEST)
        fit(self, *USUAL)
        self.door = Door(self.settings, self.appearance, self.worker)
        self._pages = Stack()
        self._pages.addWidget(self.door)
        inside = QWidget()
        inside.setObjectName("page")
        self._rows = in_column(Fill(self._pages), on=inside, gap=0)
        self.setCentralWidget(inside)
        self.restoreGeometry(QByteArray.fromBase64(self.settings.window_place.encode()))

    def furnish(self) -> None:
        """Add what the first page did not need to be seen."""
        from lsadesk.ui.keeping.quick_hide import QuickHide
        from lsadesk.ui.keeping.session_lock import watch_session
        from lsadesk.ui.shell.foot import Foot
        from lsadesk.ui.shell.idle import Idle
        from lsadesk.ui.shell.menus import make_menus
        from lsadesk.ui.shell.topbar import TopBar
        from lsadesk.ui.widgets.tables import speak_whole_rows

        self.quick_hide = QuickHide(self)
        self.menus = make_menus(self, self.appearance, self._verbs())
        actions = self.menus.actions
        mine = ("privacy", "who_saw", "on_cards", "secret", "switch", "lock")
        self.bar = TopBar(self.appearance, [actions[name] for name in mine])
        actions["whole_rows"].setChecked(self.settings.whole_rows)
        speak_whole_rows(self.settings.whole_rows)
        self._foot = Foot(self.appearance, self)
        self.message = self._foot.message
        self.idle = Idle(self.settings.lock_minutes, self)
        self._session_lock = watch_session(self, self.lock)
        self._rows.insertWidget(0, self.bar)
        self._rows.addLayout(self._foot)
        self.bar.hide()
        self._wire()

    def _verbs(self) -> dict[str, Callable[[], object]]:
        from lsadesk.ui.shell import sitting_verbs

        return {
            "about": self._show_about,
            "back_up": self._over(sitting_verbs.back_up),
            "brought": self.door.open_brought,
            "check": self._over(sitting_verbs.check),
            "copies": self._over(sitting_verbs.copies),
            "folder": self._over(sitting_verbs.folder),
            "help": self._show_help,
            "hide": self.quick_hide.hide,
            "import": self._over(sitting_verbs.import_workbook),
            "larger": lambda: self.appearance.step_text_size(1),
            "lock": self.lock,
            "move": self._move,
            "new": self.door.new_college,
            "on_cards": self._over(sitting_verbs.on_cards),
            "open": self.door.open_college,
            "notice": self._over(sitting_verbs.notice),
            "privacy": self._over(sitting_verbs.privacy),
            "quit": self.close,
            "recovery_key": self._over(sitting_verbs.recovery_key),
            "redo": self._redo,
            "removed": self._over(sitting_verbs.removed),
            "restore": self._restore,
            "secret": self._over(sitting_verbs.secret),
            "who_saw": self._over(sitting_verbs.who_saw),
            "smaller": lambda: self.appearance.step_text_size(-1),
            "switch": self.switch_user,
            "undo": self._undo,
            "undo_list": self._over(sitting_verbs.undo_list),
            "usual": lambda: self.appearance.set_text_size(100),
            "whole_rows": self._turn_whole_rows,
        }

    def _over(self, show: "Callable[[QWidget, TabContext], None]") -> Callable[[], None]:
        """*show*, over the sitting that there is when it is asked for."""

        def show_now() -> None:
            if self.sitting is not None:
                show(self, self.sitting.context)

        return show_now

    def _wire(self) -> None:
        self.appearance.changed.connect(self._looks_changed)
        self.bar.lock_asked.connect(self.lock)
        self.bar.chosen.connect(lambda _place: self.message.move_on())
        self.door.opened.connect(self.enter)
        self.door.damaged.connect(self._damaged)
        self.door.sign_in_shown.connect(self._leave)
        self.door.refused.connect(self._refused)
        self.door.answering.connect(lambda on: self.idle.start() if on else self.idle.stop())
        self.idle.back.connect(self.message.hide)
        self.idle.left.connect(self.lock)
        self.quick_hide.stayed.connect(self.lock)
        self.idle.warned.connect(self._warn)
        self.worker.refused.connect(self._refused)
        self.menus.recent.aboutToShow.connect(
            lambda: self.menus.list_recent(self.settings.recent, self._open_recent)
        )
        from PySide6.QtGui import QKeySequence, QShortcut

        for number in range(1, 10):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(lambda at=number - 1: self._turn_to(at))
        for pressed, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            keys = QShortcut(QKeySequence(pressed), self)
            keys.activated.connect(lambda by=by: self._turn_by(by))

    def _turn_by(self, by: int) -> None:
        """Show the tab beside the one on screen; beyond the last comes the first."""
        if shown := self.bar.tabs.count():
            self._turn_to((self.bar.tabs.currentIndex() + by) % shown)

    def _turn_to(self, at: int) -> None:
        """Show the tab at *at*; the focus goes to its name, since what had it is hidden now."""
        self.bar.tabs.setCurrentIndex(at)
        self.bar.tabs.setFocus()

    def _begin(self, standing: "Standing") -> None:
        if self.sitting is None:
            return
        self.sitting.begin(standing)
        self._pages.setCurrentWidget(self.sitting)
        self.message.hide()
        if (moved := self.sitting.desk.moved) is not None:
            self.message.say(str(moved), "warning")
        self.bar.show()
        self._foot.stay(True)
        self.menus.let(signed_in=True)
        self.menus.show_undo("", "")
        self.bar.tabs.setFocus()
        self.idle.start()
        self.unfinished.show(self.sitting.desk.folder, self.sitting.desk.account, self)
        self._show_notice_once(self.sitting)

    def _show_notice_once(self, sitting: "Sitting") -> None:
        """At the first use of an account; the window is painted before."""
        from lsadesk.ui.keeping.privacy import show_first

        show_first(sitting, sitting.context)

    def _leave(self, keep: "QDialog | None" = None) -> None:
        """End the sitting: drafts are handed in, then the college is closed behind them.

        Every dialog is closed with it but *keep*; what was typed there waits for its writer.
        """
        if self.sitting is None:
            return
        from lsadesk.ui.shell.unfinished import open_dialogs

        self.idle.stop()
        sitting, self.sitting = self.sitting, None
        dialogs = open_dialogs(keep)
        self.unfinished.keep(sitting.desk.folder, sitting.desk.account, dialogs)
        for dialog in dialogs:
            dialog.reject()
        sitting.settle()
        sitting.end()
        self.worker.do(sitting.desk.close, _nothing)
        self.bar.hide()
        self.message.hide()
        self._foot.stay(False)
        self.menus.let(signed_in=False)
        self.menus.show_undo("", "")
        self.setWindowTitle(TITLE)
        self._pages.setCurrentWidget(self.door)
        self._pages.removeWidget(sitting)
        sitting.deleteLater()

    def _show_saved(self) -> None:
        from PySide6.QtCore import QTime

        self.bar.show_saved(QTime.currentTime().toString("H:mm"))

    def _undo(self) -> None:
        if self.sitting is not None:
            self.sitting.undo()

    def _redo(self) -> None:
        if self.sitting is not None:
            self.sitting.redo()

    def _open_recent(self, folder: Path) -> None:
        self._leave()
        self.door.show_sign_in(folder)

    def _move(self) -> None:
        if self.sitting is not None:
            from lsadesk.ui.keeping.moving import move_out

            move_out(self, self.sitting.context, self.lock)

    def _restore(self) -> None:
        from lsadesk.ui.keeping.earlier import RestoreDialog

        desk = self.sitting.desk if self.sitting else None
        folder = desk.folder if desk else self.door.folder
        dialog = RestoreDialog(self, self.worker, folder, self._leave, desk)
        if dialog.exec() and dialog.folder is not None:
            self.door.show_sign_in(dialog.folder)
            self.message.say(dialog.what_was_done)

    def _warn(self, seconds: int) -> None:
        sentence = tr(
            "LSA Desk locks in {seconds} s. Press any key to go on; what you typed is kept.",
            seconds=seconds,
        )
        self.message.say(sentence, "warning")

    def _refused(self, sentence: str) -> None:
        self.message.say(sentence, "refused")

    def _damaged(self, sentence: str) -> None:
        """The records do not open: say so, and offer the copies."""
        self.message.say(sentence, "danger")
        self._restore()

    def _looks_changed(self) -> None:
        self.settings.theme = self.appearance.chosen
        self.settings.text_percent = self.appearance.percent
        save_settings(self.settings)

    def _turn_whole_rows(self) -> None:
        """Have tables speak by row, or by cell again."""
        from lsadesk.ui.widgets.tables import speak_whole_rows

        self.settings.whole_rows = self.menus.actions["whole_rows"].isChecked()
        speak_whole_rows(self.settings.whole_rows)
        save_settings(self.settings)

    def _show_help(self) -> None:
        from lsadesk.ui.shell.help import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self)
        self._help.open_at(self.help_page())

    def _show_about(self) -> None:
        from lsadesk.ui.shell.about import show_about

        show_about(self)


def _nothing(_result: object) -> None:
    """A result that nobody waits for."""
