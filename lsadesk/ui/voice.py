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
    """Speaks one text at a time; emits `speaking(bool)` as it begins and ends.

    Emits `failed()` where there is no voice, or it ended otherwise than by being stopped or done.
    """

    speaking = Signal(bool)
    failed = Signal()

    def __init__(self, parent: QObject, command: tuple[str, ...] | None = None) -> None:
        super().__init__(parent)
        self._command = voice_command() if command is None else command
        self._stopped = False
        self._process = QProcess(self)
        self._process.stateChanged.connect(
            lambda state: self.speaking.emit(state != QProcess.ProcessState.NotRunning)
        )
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._went_wrong)

    def toggle(self, text: str) -> None:
        """Read *text* aloud, or stop if something is being read."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self.stop()
        elif self._command:
            self._stopped = False
            self._process.start(self._command[0], list(self._command[1:]))
            if self._process.isOpen():
                self._process.write(text.encode())
                self._process.closeWriteChannel()
        else:
            self.failed.emit()

    def stop(self) -> None:
        """Be quiet."""
        self._stopped = True
        self._process.kill()

    def _ended(self, code: int) -> None:
        if code and not self._stopped:
            self.failed.emit()

    def _went_wrong(self, error: QProcess.ProcessError) -> None:
        """A voice that could not even begin; one that ends badly is told as it ends."""
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit()
