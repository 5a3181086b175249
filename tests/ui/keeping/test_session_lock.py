"""The lock of Windows, by messages as Windows sends them."""

import ctypes
from ctypes import wintypes

import pytest

from lsadesk.ui.keeping.session_lock import LOCK, WM_WTSSESSION_CHANGE, SessionLock

UNLOCK, MOUSE_MOVE = 0x8, 0x0200


@pytest.mark.parametrize(
    ("message", "what", "locks"),
    [
        (WM_WTSSESSION_CHANGE, LOCK, True),
        (WM_WTSSESSION_CHANGE, 0x2, True),
        (WM_WTSSESSION_CHANGE, UNLOCK, False),
        (MOUSE_MOVE, LOCK, False),
    ],
)
def test_only_a_screen_that_was_left_locks(qapp, message, what, locks):
    left = []
    watch = SessionLock(lambda: left.append(True))
    sent = wintypes.MSG(message=message, wParam=what)
    for kind in (b"windows_generic_MSG", b"xcb_generic_event_t"):
        assert watch.nativeEventFilter(kind, ctypes.addressof(sent)) == (False, 0)
    assert left == ([True] if locks else [])
