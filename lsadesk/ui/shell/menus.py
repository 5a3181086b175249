"""The menus: every verb of the window, with its keys."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from lsadesk.domain.rights import COLLEGE_WIDE, Duty
from lsadesk.ui.door.welcome import college_name
from lsadesk.ui.looks.appearance import SYSTEM, TEXT_SIZES, Appearance
from lsadesk.ui.looks.theme import THEMES
from lsadesk.ui.words import tr

V = TypeVar("V")

_KEY = QKeySequence.StandardKey
_ANYBODY: frozenset[Duty] = frozenset()  # whatever they hold, be it no duty yet
_ADMINISTRATOR, _SELF = frozenset({Duty.ADMINISTRATOR}), frozenset({Duty.SELF})


@dataclass(frozen=True, slots=True)
class Verb:
    """A menu entry: its name in code, its words, its keys, and whether it needs a sitting.

    One that *ticks* is on or off, and shows which. While somebody sits here it is shown only
    where they hold one of *duties*, if any are named.
    """

    name: str
    words: str
    keys: str | QKeySequence.StandardKey | None = None
    also: str = ""  # other keys that people bring with them
    signed_in: bool = False
    duties: frozenset[Duty] = _ANYBODY
    ticks: bool = False


@dataclass(slots=True, weakref_slot=True)  # its methods are slots of Qt's too
class Menus:
    """The window's actions by name, and the list of recent colleges."""

    recent: QMenu
    actions: dict[str, QAction] = field(default_factory=dict)
    signed_in: list[QAction] = field(default_factory=list)
    duties: list[tuple[QAction, frozenset[Duty]]] = field(default_factory=list)

    def let(self, *, signed_in: bool) -> None:
        """Let only what can be done now be chosen."""
        for action in self.signed_in:
            action.setEnabled(signed_in)
        if not signed_in:
            for action, _ in self.duties:
                action.setVisible(True)

    def show_for(self, held: frozenset[Duty]) -> None:
        """Show only what somebody with the duties *held* can ever use."""
        for action, duties in self.duties:
            action.setVisible(not duties or bool(held & duties))

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what Undo and Redo would do: "Undo: Added Asha Kaur"."""
        for name, word, sentence in (("undo", tr("&Undo"), undo), ("redo", tr("&Redo"), redo)):
            plain = sentence.replace("&", "&&")
            self.actions[name].setText(f"{word}: {plain}" if sentence else word)
            self.actions[name].setEnabled(bool(sentence))

    def list_recent(self, folders: Iterable[str], open_: Callable[[Path], object]) -> None:
        """Offer the colleges in *folders*; *open_* gets the one that is chosen."""
        self.recent.clear()
        for folder in map(Path, folders):
            named = self.recent.addAction(college_name(folder).replace("&", "&&"))
            named.triggered.connect(lambda _checked=False, to=folder: open_(to))
        if self.recent.isEmpty():
            self.recent.addAction(tr("None yet")).setEnabled(False)


def make_menus(
    window: QMainWindow, appearance: Appearance, do: dict[str, Callable[[], object]]
) -> Menus:
    """Put the menus on *window*; *do* has one call for every verb."""
    menus = Menus(QMenu(window))
    _fill(window, menus, do, tr("&File"), _file_verbs())
    _fill(window, menus, do, tr("&Edit"), _edit_verbs())
    view = _fill(window, menus, do, tr("&View"), _view_verbs())
    view.addSeparator()
    _add_text_sizes(view, appearance)
    _add_themes(view, appearance)
    _fill(window, menus, do, tr("&Help"), _help_verbs())
    menus.let(signed_in=False)
    return menus


def _file_verbs() -> tuple[Verb | None, ...]:
    return (
        Verb("new", tr("&New college..."), _KEY.New),
        Verb("open", tr("&Open a college..."), _KEY.Open),
        Verb("recent", tr("Open &recent")),
        Verb("brought", tr("Open a college that was brought &here...")),
        None,
        Verb("import", tr("&Import a workbook..."), "Ctrl+I", signed_in=True, duties=COLLEGE_WIDE),
        None,
        Verb("back_up", tr("&Back up..."), signed_in=True, duties=_ADMINISTRATOR),
        Verb("copies", tr("&Copies and second place..."), signed_in=True, duties=_ADMINISTRATOR),
        Verb(
            "folder",
            tr("Show the college's &folder"),
            signed_in=True,
            duties=_ADMINISTRATOR,
        ),
        Verb("restore", tr("&Go back to an earlier copy..."), duties=_ADMINISTRATOR),
        Verb("move", tr("&Move to another computer..."), signed_in=True, duties=_ADMINISTRATOR),
        None,
        Verb("secret", tr("Change my &PIN or password..."), signed_in=True),
        Verb("recovery_key", tr("Recovery &key..."), signed_in=True, duties=_ADMINISTRATOR),
        Verb(
            "on_cards", tr("My name and pho&to on learners' cards..."), signed_in=True, duties=_SELF
        ),
        Verb("privacy", tr("M&y privacy..."), signed_in=True),
        Verb("who_saw", tr("&Who saw my record..."), signed_in=True, duties=_SELF),
        Verb("lock", tr("&Lock"), "Ctrl+L", signed_in=True),
        Verb("switch", tr("&Switch user"), "Ctrl+Shift+L", signed_in=True),
        None,
        Verb("quit", tr("&Quit"), "Ctrl+Q"),
    )


def _edit_verbs() -> tuple[Verb | None, ...]:
    return (
        Verb("undo", tr("&Undo"), _KEY.Undo, signed_in=True),
        Verb("redo", tr("&Redo"), "Ctrl+Y", also="Ctrl+Shift+Z", signed_in=True),
        None,
        Verb("undo_list", tr("Undo &list..."), "Ctrl+Alt+Z", signed_in=True),
        Verb("removed", tr("Recently re&moved..."), signed_in=True),
    )


def _view_verbs() -> tuple[Verb | None, ...]:
    return (
        Verb("larger", tr("&Larger text"), _KEY.ZoomIn),
        Verb("smaller", tr("&Smaller text"), _KEY.ZoomOut),
        Verb("usual", tr("&Usual text size"), "Ctrl+0"),
        None,
        Verb("hide", tr("&Hide everything at once"), "F12", also="Ctrl+Shift+H"),
        Verb("whole_rows", tr("Screen reader: whole &rows of tables"), ticks=True),
    )


def _help_verbs() -> tuple[Verb | None, ...]:
    return (
        Verb("help", tr("&Help on this page"), _KEY.HelpContents),
        Verb("notice", tr("&Privacy notice"), signed_in=True),
        Verb("check", tr("&Check my college file"), signed_in=True, duties=_ADMINISTRATOR),
        None,
        Verb("about", tr("&About LSA Desk")),
    )


def _fill(
    window: QMainWindow,
    menus: Menus,
    do: dict[str, Callable[[], object]],
    title: str,
    verbs: tuple[Verb | None, ...],
) -> QMenu:
    menu = QMenu(title, window)
    window.menuBar().addMenu(menu)
    for verb in verbs:
        if verb is None:
            menu.addSeparator()
        elif verb.name == "recent":
            menus.recent.setTitle(verb.words)
            menu.addMenu(menus.recent)
        elif verb.name in do:
            menu.addAction(_action(window, menus, verb, do[verb.name]))
    return menu


def _action(window: QMainWindow, menus: Menus, verb: Verb, call: Callable[[], object]) -> QAction:
    action = QAction(verb.words, window)
    action.setCheckable(verb.ticks)
    if verb.keys is not None:
        keys = [QKeySequence(verb.keys), QKeySequence(verb.also)]
        action.setShortcuts([each for each in keys if not each.isEmpty()])
    action.triggered.connect(lambda _checked=False: call())
    menus.actions[verb.name] = action
    if verb.signed_in:
        menus.signed_in.append(action)
    menus.duties.append((action, verb.duties))
    return action


def _add_text_sizes(view: QMenu, appearance: Appearance) -> None:
    _add_choices(
        view,
        tr("&Text size"),
        [(tr("{percent} %", percent=size), size) for size in TEXT_SIZES],
        choose=appearance.set_text_size,
        chosen=lambda: appearance.percent,
        appearance=appearance,
    )


def _add_themes(view: QMenu, appearance: Appearance) -> None:
    _add_choices(
        view,
        tr("The&me"),
        [
            (tr("As the computer is set"), SYSTEM),
            *((tr(THEMES[name]), name) for name in THEMES),
        ],
        choose=appearance.choose,
        chosen=lambda: appearance.chosen,
        appearance=appearance,
    )


def _add_choices(
    view: QMenu,
    title: str,
    options: Sequence[tuple[str, V]],
    *,
    choose: Callable[[V], None],
    chosen: Callable[[], V],
    appearance: Appearance,
) -> None:
    """A menu of which one entry is ticked; the tick follows however the choice was made."""
    menu = QMenu(title, view)
    view.addMenu(menu)
    group = QActionGroup(menu)
    entries = [(_option(group, menu, words, value, choose), value) for words, value in options]

    def tick() -> None:
        for action, value in entries:
            action.setChecked(value == chosen())

    menu.aboutToShow.connect(tick)
    appearance.changed.connect(tick)
    tick()


def _option(
    group: QActionGroup, menu: QMenu, words: str, value: V, choose: Callable[[V], None]
) -> QAction:
    action = group.addAction(words)
    action.setCheckable(True)
    action.triggered.connect(lambda _checked=False: choose(value))
    menu.addAction(action)
    return action
