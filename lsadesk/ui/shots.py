"""Screenshots of every screen, for the tour, for the README and for whoever checks the looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from lsadesk.domain.auditing.audit_asking import Grouping
from lsadesk.ui.audit.matrix_page import MatrixPage
from lsadesk.ui.audit.tab import AuditTab
from lsadesk.ui.career.tab import CareerTab
from lsadesk.ui.deployment.tab import DeploymentTab
from lsadesk.ui.library.tab import LibraryTab
from lsadesk.ui.looks.appearance import Appearance, make_application
from lsadesk.ui.review.tab import ReviewTab
from lsadesk.ui.shell.main_window import USUAL, MainWindow
from lsadesk.ui.shell.settings import Settings
from lsadesk.ui.tab import Tab
from lsadesk.ui.tasks import Worker

if TYPE_CHECKING:
    from lsadesk.operations.desk import Desk

States = tuple[tuple[str, Callable[[], object]], ...]  # a name, and what to ask for

SETTLED = 150  # milliseconds with nothing under way
LONGEST = 20_000


def take_shots(desk: "Desk", out: Path, *, every_look: bool, whose: str = "") -> Iterator[Path]:
    """Sit *desk* down in a window and write a PNG of each tab; closes the desk.

    *every_look*: also the door, in every theme and at 150 % text. *whose* begins each name.
    """
    application = make_application()
    settings = Settings(theme="light")
    appearance = Appearance(application, settings.theme, 100)
    window = MainWindow(settings, appearance, Worker())
    window.resize(*USUAL)
    window.door.show_sign_in(desk.folder)
    window.show()
    if every_look:
        yield _shot(window, out / f"{whose}sign-in.png")
    window.enter(desk)
    _settle(window)
    for look, theme, percent in LOOKS if every_look else LOOKS[:1]:
        appearance.choose(theme)
        appearance.set_text_size(percent)
        for name in window.bar.names():
            with _no_failure_unheard():
                window.bar.go(name)
            yield _shot(window, out / f"{whose}{name}{look}.png")
    if every_look:
        appearance.set_text_size(100)
        yield from _shots_within(window, out, whose)
    window.close()
    window.deleteLater()


LOOKS = (
    ("", "light", 100),
    ("-dark", "dark", 100),
    ("-contrast", "contrast", 100),
    ("-large", "light", 150),
)


def _shots_within(window: MainWindow, out: Path, whose: str) -> Iterator[Path]:
    """What the map, deployment, the library, the audit and the review show when asked."""
    rooms = (
        ("career", _of_the_map),
        ("deployment", _of_deployment),
        ("library", _of_the_library),
        ("audit", _of_the_audit),
        ("review", _of_the_review),
    )
    for place, states in rooms:
        if place not in window.bar.names():
            continue
        window.bar.go(place)
        _settle(window)
        tab = None if window.sitting is None else window.sitting.tab()
        for name, show in states(tab):
            with _no_failure_unheard():
                show()
            yield _shot(window, out / f"{whose}{place}-{name}.png")


def _of_the_map(tab: Tab | None) -> States:
    if not isinstance(tab, CareerTab):
        return ()
    return (
        ("whole", tab.view.fit),
        ("near", tab.panel.show_near),
        ("stories", tab.panel.show_stories),
        ("past", tab.panel.show_past),
        ("everybody", tab.everybody.click),
        ("table", lambda: tab.show_table(True)),
    )


def _of_deployment(tab: Tab | None) -> States:
    if not isinstance(tab, DeploymentTab):
        return ()
    pages = (
        ("cover", tab.cover),
        ("given", tab.given),
        ("to-know", tab.to_know),
        ("feedback", tab.feedback),
        ("sessions", tab.sessions),
        ("learners", tab.learners),
        ("placements", tab.placements),
        ("hours", tab.team),
        ("year", tab.year),
        ("evidence", tab.evidence),
    )
    return tuple((name, partial(tab.show_page, page)) for name, page in pages)


def _of_the_library(tab: Tab | None) -> States:
    if not isinstance(tab, LibraryTab):
        return ()
    pages = (
        ("standards", tab.standards),
        ("criteria", tab.criteria),
        ("responsibilities", tab.responsibilities),
        ("carrying", tab.carrying),
        ("networks", tab.networks),
        ("resources", tab.resources),
        ("in-the-way", tab.barriers),
        ("reasons", tab.reasons),
        ("college", tab.college),
        ("changes", tab.own),
    )
    return tuple((name, partial(tab.show_page, page)) for name, page in pages if tab.offers(page))


def _of_the_review(tab: Tab | None) -> States:
    if not isinstance(tab, ReviewTab):
        return ()
    return (
        ("lists", partial(tab.pages.bar.setCurrentIndex, 1)),
        ("looked-for", partial(tab.pages.bar.setCurrentIndex, 2)),
    )


def _of_the_audit(tab: Tab | None) -> States:
    if not isinstance(tab, AuditTab):
        return ()
    return (
        ("asked", partial(_ask_the_audit, tab.page)),
        ("meaning", partial(tab.bar.setCurrentIndex, 1)),
        ("days", partial(tab.meant.bar.setCurrentIndex, 1)),
        ("roles", partial(tab.meant.bar.setCurrentIndex, 2)),
        ("training", partial(tab.bar.setCurrentIndex, 2)),
    )


def _ask_the_audit(page: MatrixPage) -> None:
    """Who has its first skill, by team, with every filter and the key to the signs open."""
    page.filters.more.click()
    page.key.click()
    page.filters.group.choose(Grouping.TEAM)
    page.filters.ask_for(page.whole.skills[0].id)


def _shot(window: MainWindow, path: Path) -> Path:
    with _no_failure_unheard():
        _settle(window)
    if not window.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return path


@contextmanager
def _no_failure_unheard() -> Iterator[None]:
    """Raise what a slot raised: Qt itself would only print it and go on."""
    heard: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: heard.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if heard:
        raise heard[0]


def _settle(window: MainWindow) -> None:
    """Let the window run until its worker has had nothing to do for a while."""
    loop = QEventLoop()
    quiet = QTimer(singleShot=True, interval=SETTLED)
    quiet.timeout.connect(loop.quit)

    def follow(busy: bool) -> None:
        if busy:
            quiet.stop()
        else:
            quiet.start()

    window.worker.busy_changed.connect(follow)
    QTimer.singleShot(LONGEST, loop, loop.quit)
    follow(window.worker.is_busy)
    loop.exec()
    window.worker.busy_changed.disconnect(follow)
