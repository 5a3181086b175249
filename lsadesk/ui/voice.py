"""Reading aloud with the voice that the computer has; there is none of our own.

The words go to the voice's input and never on a command line, where others could read them.
"""

import shutil
import sys
from functools import cache

from PySide6.QtCore import QObject, QProcess, Signal

_WINDOWS = (
    *("powershell", "-NoProfile", "-NonInteractive", "-Command"),
    *("Add-Type", "-AssemblyName", "System.Speech;"),
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;",
    *("(New-Object", "System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"),
)
_VOICES = {
    "win32": (_WINDOWS,),
    "darwin": (("say", "-f", "-"),),
    "linux": (("espeak-ng", "--stdin"), ("espeak", "--stdin"), ("spd-say", "--wait", "-e")),
}


@cache
def voice_command() -> tuple[str, ...]:
    """The command that speaks what it is given; () where the computer has no voice."""
    offered = _VOICES.get(sys.platform, ())
    return next((each for each in offered if shutil.which(each[0])), ())


class Voice(QObject):
    """Speaks one text at a time; emits `speaking(bool)` as it begins and ends."""

    speaking = Signal(bool)

    def __init__(self, parent: QObject, command: tuple[str, ...] | None = None) -> None:
        super().__init__(parent)
        self._command = voice_command() if command is None else command
        self._process = QProcess(self)
        self._process.stateChanged.connect(
            lambda state: self.speaking.emit(state != QProcess.ProcessState.NotRunning)
        )

    @property
    def is_there(self) -> bool:
        """Whether this computer has a voice."""
        return bool(self._command)

    def toggle(self, text: str) -> None:
        """Read *text* aloud, or stop if something is being read."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self.stop()
        elif self._command:
            self._process.start(self._command[0], list(self._command[1:]))
            self._process.write(text.encode())
            self._process.closeWriteChannel()

    def stop(self) -> None:
        """Be quiet."""
        self._process.kill()
