"""One person's sitting: the tabs that their duties open, and what flows between them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from lsadesk.domain.changes import Changes, Done, Subject
from lsadesk.domain.rights import Standing
from lsadesk.domain.vocabulary import Vocabulary
from lsadesk.operations.careers import layer
from lsadesk.operations.keeping import copies, vocabulary
from lsadesk.ui.college_words import CollegeWords
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.places import Place, tabs_for
from lsadesk.ui.shell.topbar import TopBar
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.words import count, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsadesk.operations.desk import Desk
    from lsadesk.store.careers.entries import Problem

HALF_AN_HOUR_MS = 30 * 60 * 1000
_WORDS = frozenset({Subject.WORDS})
_STANDING = frozenset({Subject.PEOPLE, Subject.ACCOUNTS})


class Sitting(Stack):
    """The tabs of somebody signed in; each is made when it is first shown.

    It is thrown away whole at the lock, and the college file with it. Emits `saved()`,
    `stands(standing)` as duties become known, and `undo_told(undo, redo)`: what they would do.
    """

    saved = Signal()
    stands = Signal(object)
    undo_told = Signal(str, str)
    moved_on = Signal()

    def __init__(
        self,
        desk: "Desk",
        worker: Worker,
        appearance: Appearance,
        *,
        bar: TopBar,
        say: Callable[[str, str], None],
    ) -> None:
        super().__init__()
        self.desk = desk
        self._worker = worker
        self._bar = bar
        self._say = say
        self._places: dict[str, Place] = {}
        self._tabs: dict[str, Tab] = {}
        self.context = TabContext(desk, worker, appearance, self)
        self._words = CollegeWords()
        bar.chosen.connect(self._show_place)
        self._copying = QTimer(self)
        self._copying.setInterval(HALF_AN_HOUR_MS)
        self._copying.timeout.connect(self.keep_copy)
        self._copying.start()

    def learn_words(self) -> None:
        """Speak in the college's words from now on."""
        self._worker.do(lambda: vocabulary.vocabulary(self.desk), self._speak, owner=self)

    def begin(self, standing: Standing) -> None:
        """Show the tabs that *standing* opens, the first of them on top."""
        self._bar.show_sitting(self.desk.college, self.desk.login, self._learn(standing))
        self._show_place(self._bar.current())
        self._worker.do(lambda: layer.left_out(self.desk), self._tell_left_out, owner=self)

    def tab(self) -> Tab | None:
        """The tab on screen."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Tab) else None

    def publish(self, changes: Changes) -> None:
        """Have every tab follow *changes*; new duties may bring new tabs."""
        for tab in self._tabs.values():
            tab.follow(changes)
        self.saved.emit()
        self.context.read(_what_would_be_undone, self._tell_undo, owner=self)
        if changes.touches(_WORDS):
            self.learn_words()
            self._worker.do(self.desk.standing, self._make_anew, owner=self)
        if changes.touches(_STANDING):
            self._worker.do(self.desk.standing, self._restanding, owner=self)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Show *sentence* in the window's message bar."""
        self._say(sentence, kind)

    def move_on(self) -> None:
        """Say that something else is looked at now."""
        self.moved_on.emit()

    def go(self, place: str, target: object = None) -> None:
        """Show the tab *place*, and *target* in it."""
        self._bar.go(place)
        if target is not None and (tab := self._tabs.get(place)) is not None:
            tab.show_target(target)

    def undo(self) -> None:
        """Take the last change back, and say which it was."""
        self._reverse(lambda desk: desk.undo(), tr("Undone"))

    def redo(self) -> None:
        """Do again what was taken back last, and say what it was."""
        self._reverse(lambda desk: desk.redo(), tr("Done again"))

    def keep_copy(self) -> None:
        """Have the college copied, if anything has changed since it last was."""
        self._worker.do(lambda: copies.keep_copy(self.desk), _nothing)

    def settle(self) -> None:
        """Have every tab hand over what is half typed."""
        for tab in self._tabs.values():
            tab.settle()

    def end(self) -> None:
        """Stop asking and showing; the window may then let go of it."""
        self._bar.chosen.disconnect(self._show_place)
        self.context.close()
        self._words.speak(Vocabulary())

    def _learn(self, standing: Standing) -> tuple[Place, ...]:
        places = tabs_for(standing.duties())
        self._places = {place.name: place for place in places}
        self.stands.emit(standing)
        return places

    def _reverse(self, turn: "Callable[[Desk], Done[None]]", word: str) -> None:
        def turned(desk: "Desk") -> Done[str]:
            changes = turn(desk).changes
            return Done(changes.sentence, changes)

        self.context.write(turned, lambda what: self.say(f"{word}: {what}"), owner=self)

    def _tell_undo(self, sentences: tuple[str, str]) -> None:
        self.undo_told.emit(*sentences)

    def _speak(self, words: Vocabulary) -> None:
        self.context.vocabulary = words
        self._words.speak(words)

    def _tell_left_out(self, problems: "Sequence[Problem]") -> None:
        if problems:
            entries = count(len(problems), "entry", "entries")
            said = tr(
                "{entries} of the library cannot be read and were left out; the rest works. "
                "“Our changes” in the library says which: {first}.",
                entries=entries,
                first=problems[0],
            )
            self.say(said, "warning")

    def _make_anew(self, standing: Standing) -> None:
        """Every tab again, because its words were said when it was made."""
        shown = self._bar.current()
        self.settle()
        for tab in self._tabs.values():
            self.removeWidget(tab)
            tab.deleteLater()
        self._tabs.clear()
        self._bar.show_places(self._learn(standing))
        self._bar.go(shown)
        self._show_place(shown)

    def _restanding(self, standing: Standing) -> None:
        places = self._learn(standing)
        if tuple(place.name for place in places) != self._bar.names():
            self._bar.show_places(places)

    def _show_place(self, name: str) -> None:
        if name not in self._places:
            return
        if name not in self._tabs:
            self._tabs[name] = self._places[name].open(self.context)
            self.addWidget(self._tabs[name])
        self.setCurrentWidget(self._tabs[name])


def _what_would_be_undone(desk: "Desk") -> tuple[str, str]:
    return desk.undo_sentence(), desk.redo_sentence()


def _nothing(_result: object) -> None:
    """What was done in the background is no news; that it could not be done is told."""
