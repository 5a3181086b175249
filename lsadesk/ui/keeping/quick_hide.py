"""Hiding everything at one key: a neutral page, until the key is pressed again."""

import shiboken6
from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

KEYS = (QKeySequence("F12"), QKeySequence("Ctrl+Shift+H"))
SHORT_MS = 60_000  # who comes back sooner needs no PIN
NEUTRAL = "\N{NO-BREAK SPACE}"  # an empty title would be filled with the program's name


class QuickHide(QObject):
    """Covers every window of the program at `hide`, and bares them when the key comes again.

    Emits `stayed` when it was hidden for a minute: whoever comes back then signs in. Dialogs
    are covered where they stand, since one that is hidden would count as answered.
    """

    stayed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._covers: list[Cover] = []
        self._newcomers = _Newcomers(self)
        # Once it has begun as it does, still before it is painted.
        self._newcomers.came.connect(self._cover_newcomer, Qt.ConnectionType.QueuedConnection)
        self._waiting = QTimer(self, singleShot=True, interval=SHORT_MS)
        self._waiting.timeout.connect(self._stay)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen)

    @property
    def is_hidden(self) -> bool:
        """Whether the neutral page is what there is to see."""
        return bool(self._covers)

    def hide(self) -> None:
        """Cover everything at once."""
        if self.is_hidden:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                self._cover(top)
        self._newcomers.watch()
        self._waiting.start()

    def show(self) -> None:
        """Bare everything again."""
        self._waiting.stop()
        self._newcomers.rest()
        covers, self._covers = self._covers, []
        for cover in filter(shiboken6.isValid, covers):
            cover.lift()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the key over a dialog, where the menu does not hear it."""
        if isinstance(event, QKeyEvent) and _is_ours(event):
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.show() if self.is_hidden else self.hide()
            return True
        return False

    def _cover(self, top: QWidget) -> None:
        if top.windowType() != Qt.WindowType.Popup:
            cover = Cover(top)
            cover.asked.connect(self.show)
            self._covers.append(cover)

    def _cover_newcomer(self, top: QWidget) -> None:
        if self.is_hidden and shiboken6.isValid(top) and top.isVisible():
            self._cover(top)

    def _stay(self) -> None:
        """Have the sitting put away behind the cover, which stays."""
        self.stayed.emit()
        self._covers = [each for each in filter(shiboken6.isValid, self._covers) if each.renew()]

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


class _Newcomers(QObject):
    """Emits `came` for each window that is about to be seen, while it is watching."""

    came = Signal(QWidget)

    def watch(self) -> None:
        """Begin; it sees every event there is, so it does not watch for longer than it has to."""
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    def rest(self) -> None:
        """End."""
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything through; not shown by the window system alone, as after a minimise."""
        shown = event.type() == QEvent.Type.Show and not event.spontaneous()
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.came.emit(watched)
        return False


class Cover(QWidget):
    """The time of day over a whole window; it takes every key and lets nothing through."""

    asked = Signal()

    def __init__(self, top: QWidget) -> None:
        super().__init__(top)
        self._top = top
        self._title = top.windowTitle()
        self._focus = top.focusWidget()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Hidden. F12 shows everything again."))
        now = QDateTime.currentDateTime()
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        for words, role in (
            (now.toString("H:mm"), "title"),
            (QLocale().toString(now.date(), QLocale.FormatType.LongFormat), "muted"),
            (tr("F12 to go on"), "muted"),
        ):
            line = label(words, role)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(line)
        rows.addStretch(1)
        top.installEventFilter(self)
        self.renew()

    def renew(self) -> bool:
        """Cover what the window shows by now; False where it is gone with its sitting."""
        if not self._top.isVisible():
            return False
        if self._top.windowTitle() != NEUTRAL:
            self._title = self._top.windowTitle()
            self._top.setWindowTitle(NEUTRAL)
        self.setGeometry(self._top.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def lift(self) -> None:
        """Show the window as it was, with the cursor where it was."""
        self._top.removeEventFilter(self)
        self._top.setWindowTitle(self._title)
        focus: QWidget | None = self._focus
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the menus and of the tabs from whoever is behind the cover."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that hid it shows it; all others do nothing."""
        if _is_ours(event):
            self.asked.emit()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab stays here too."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._top.rect())
        return False


def _is_ours(event: QKeyEvent) -> bool:
    return event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and any(
        QKeySequence(event.keyCombination()) == keys for keys in KEYS
    )
