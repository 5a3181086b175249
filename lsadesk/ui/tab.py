"""What every tab is, and what it is given."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QWidget

from lsadesk.domain.changes import NOTHING, Changes, Done, Subject
from lsadesk.domain.vocabulary import Vocabulary, speaking
from lsadesk.errors import UserError
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tasks import Progress, Ticket, Worker

if TYPE_CHECKING:  # only for types: the window is painted before operations are imported
    from lsadesk.operations.desk import Desk

T = TypeVar("T")


class Surroundings(Protocol):
    """What the window does for its tabs."""

    def publish(self, changes: Changes) -> None:
        """Tell every tab what changed, and show that it was saved."""

    def say(self, sentence: str, kind: str = "said") -> None:
        """Show *sentence* in the message bar; *kind* is said, info, refused, warning or danger."""

    def move_on(self) -> None:
        """Let go of what was refused: something else is looked at now."""

    def go(self, place: str, target: object = None) -> None:
        """Show the tab *place* ("people") and, there, *target* (a `PersonId`)."""


class TabContext:
    """A tab's way to the college, to the window around it, and to its look."""

    def __init__(
        self, desk: "Desk", worker: Worker, appearance: Appearance, window: Surroundings
    ) -> None:
        self.desk = desk
        self.worker = worker
        self.appearance = appearance
        self.vocabulary = Vocabulary()
        self._window = window
        self._open = True

    def close(self) -> None:
        """The person has left: nothing more is asked of the college or shown."""
        self._open = False

    def read(
        self,
        question: "Callable[[Desk], T]",
        then: Callable[[T], None],
        *,
        on_error: Callable[[UserError], None] | None = None,
        owner: QObject | None = None,
    ) -> Ticket:
        """Ask the college something; *then* gets the answer, unless its widget is gone."""
        if not self._open:
            return Ticket()
        return self.worker.do(
            lambda: self._ask(question),
            self._while_open(then),
            on_error=on_error,
            owner=_of(then, owner),
        )

    def write(
        self,
        operation: "Callable[[Desk], Done[T]]",
        then: Callable[[T], None] | None = None,
        *,
        on_error: Callable[[UserError], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do *operation*, publish what it changed, then give its result to *then*."""

        def written(done: Done[T]) -> None:
            self.publish(done.changes)
            if then is not None:
                then(done.result)

        if self._open:
            self.worker.do(
                lambda: self._ask(operation),
                self._while_open(written),
                on_error=on_error,
                owner=_of(then, owner),
            )

    def compute(
        self,
        call: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        on_progress: Callable[[float, str], None] | None = None,
        on_error: Callable[[UserError], None] | None = None,
        owner: QObject | None = None,
    ) -> Progress:
        """Run *call* away from the college file, speaking in the college's words; see `Worker`."""

        def in_its_words(progress: Progress) -> T:
            with speaking(self.vocabulary):
                return call(progress)

        return self.worker.compute(
            in_its_words,
            self._while_open(then),
            on_progress=on_progress,
            on_error=on_error,
            owner=_of(then, owner),
        )

    def publish(self, changes: Changes) -> None:
        """Tell every tab what changed; `write` does it by itself."""
        if changes != NOTHING:
            self._window.publish(changes)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Show *sentence* in the message bar; *kind* is said, info, refused, warning or danger."""
        self._window.say(sentence, kind)

    def move_on(self) -> None:
        """Let go of what was refused: something else is looked at now."""
        self._window.move_on()

    def go(self, place: str, target: object = None) -> None:
        """Show the tab *place* ("people") and, there, *target* (a `PersonId`)."""
        self._window.go(place, target)

    def icon(self, name: str) -> QIcon:
        """The drawing *name* in the colours of the theme."""
        return self.appearance.icon(name)

    def _ask(self, question: "Callable[[Desk], T]") -> T:
        """Ask at the desk; papers that come of it speak in the college's words."""
        with speaking(self.vocabulary):
            return question(self.desk)

    def _while_open(self, then: Callable[[T], None]) -> Callable[[T], None]:
        def told(answer: T) -> None:
            if self._open:
                then(answer)

        return told


class Tab(QWidget):
    """One page of the window, about one room of the college.

    A tab names the *subjects* it shows and reloads in `refresh`: at once if it is on
    screen, otherwise when it is next shown. Its constructor builds widgets and asks for
    nothing: the first `refresh` comes when it is first shown.
    """

    subjects: frozenset[Subject] = frozenset()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self.setObjectName("page")
        self.context = context
        self._stale = True

    def refresh(self) -> None:
        """Ask for what the tab shows, and show it when it comes."""
        raise NotImplementedError

    def show_target(self, target: object) -> None:
        """Bring *target* into view, where another tab sent the person here for it."""

    def settle(self) -> None:
        """Hand over what is half typed: called before the window locks or closes."""

    def follow(self, changes: Changes) -> None:
        """Reload if *changes* touch what is shown here; a hidden tab does it when shown."""
        if not changes.touches(self.subjects):
            return
        self._stale = True
        if self.isVisible():
            self._reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Reload what became stale while the tab was hidden."""
        super().showEvent(event)
        if self._stale:
            self._reload()

    def _reload(self) -> None:
        self._stale = False
        self.refresh()


def _of(then: Callable[..., object] | None, owner: QObject | None) -> QObject | None:
    keeper = owner if owner is not None else getattr(then, "__self__", None)
    return keeper if isinstance(keeper, QObject) else None
