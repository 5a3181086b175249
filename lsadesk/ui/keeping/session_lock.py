"""Locking when Windows locks: a colleague who comes back to the screen finds it locked here too."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

WM_WTSSESSION_CHANGE = 0x02B1
# The screen is locked, or another Windows user has taken it: here or from afar.
CONSOLE_DISCONNECT, REMOTE_DISCONNECT, LOGOFF, LOCK = 0x2, 0x4, 0x6, 0x7
LEFT = frozenset({CONSOLE_DISCONNECT, REMOTE_DISCONNECT, LOGOFF, LOCK})
_THIS_SESSION = 0


class SessionLock(QAbstractNativeEventFilter):
    """Calls *left* when the Windows session is locked or switched; swallows nothing.

    Source: Microsoft, WM_WTSSESSION_CHANGE.
    """

    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at one message of Windows."""
        sort = bytes(kind.data() if isinstance(kind, QByteArray) else kind)
        if sort.startswith(b"windows"):
            seen = wintypes.MSG.from_address(int(message))
            if seen.message == WM_WTSSESSION_CHANGE and seen.wParam in LEFT:
                self._left()
        return False, 0


def watch_session(window: QWidget, left: Callable[[], None]) -> SessionLock | None:
    """Call *left* whenever Windows locks or hands the screen on; None where there is no Windows.

    Keep what is returned: Qt does not.
    """
    return _watch_on_windows(window, left) if sys.platform == "win32" else None


def _watch_on_windows(window: QWidget, left: Callable[[], None]) -> SessionLock:
    watch = SessionLock(left)
    application = QCoreApplication.instance()
    if application is not None:
        application.installNativeEventFilter(watch)
    sessions = ctypes.WinDLL("wtsapi32")  # type: ignore[attr-defined,unused-ignore]
    sessions.WTSRegisterSessionNotification(wintypes.HWND(int(window.winId())), _THIS_SESSION)
    return watch
