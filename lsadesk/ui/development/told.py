"""What is said of a plan and its files: one thing at a time, and nothing typed is talked over."""

from collections.abc import Callable

from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.notice import Notice

Answer = tuple[str, Callable[[], None]]


class Told(Notice):
    """A notice with buttons where something is asked; what is merely said goes to *say*.

    *say* is a message bar's; its second word is the kind.
    """

    def __init__(self, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._say, self._kept = say, False

    def say(self, sentence: str, kind: str = "said") -> None:
        """Say *sentence* in the message bar."""
        if not self._kept:
            super().settle()
        self._say(sentence, kind)

    def offer(self, sentence: str, *answers: Answer) -> None:
        """Show *sentence* with a button for each of *answers*, until the next is shown."""
        if self._kept:
            self._say(sentence, "said")
        else:
            set_property(self, "kind", "said")
            self.ask(sentence, *answers)

    def keep(self, sentence: str, *answers: Answer) -> None:
        """Show *sentence* until it is answered: it holds something that was typed."""
        set_property(self, "kind", "warning")
        self.ask(sentence, *answers)
        self._kept = True

    def settle(self) -> None:
        """The notice was answered."""
        self._kept = False
        super().settle()
