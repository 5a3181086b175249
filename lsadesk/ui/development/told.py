"""What a dialog says of itself: one thing at a time, as the window does below it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.message import MessageBar
from lsadesk.ui.widgets.notice import Notice

Answer = tuple[str, Callable[[], None]]


class Told(QWidget):
    """A sentence that passes, or a notice with buttons; what was typed is never talked over."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._kept = False
        self.message, self.notice = MessageBar(appearance), Notice()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.message)
        layout.addWidget(self.notice)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Show *sentence*; *kind* as in `MessageBar.say`."""
        if not self._kept:
            self.notice.settle()
        self.message.say(sentence, kind)

    def ask(self, sentence: str, *answers: Answer) -> None:
        """Show *sentence* with a button for each of *answers*, until the next is shown."""
        if self._kept:
            self.message.say(sentence)
        else:
            self._ask("said", sentence, answers)

    def keep(self, sentence: str, *answers: Answer) -> None:
        """Show *sentence* until it is answered: it holds something that was typed."""
        self._kept = True
        self._ask("warning", sentence, answers)

    def settle(self) -> None:
        """The notice was answered."""
        self._kept = False
        self.notice.settle()

    def _ask(self, kind: str, sentence: str, answers: tuple[Answer, ...]) -> None:
        self.message.hide()
        set_property(self.notice, "kind", kind)
        self.notice.ask(sentence, *answers)
