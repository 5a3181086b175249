"""What tests of every room share: a small real college, encrypted, on a fixed day."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from lsadesk.domain.calendar import WORKING_WEEK, TimeSpan, Weekday
from lsadesk.domain.changes import Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import college
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import timetable

NAME, SECRET = "Harbour Lane", "correct horse"
TODAY = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
CHEAP = Effort(passes=1, memory=8192)  # a guess may be cheap where there is nothing to guess


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings and caches of this run, never the developer's own."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    yield
    patch.undo()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long: nobody waits for one of them at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """Have what lives as long as the run searched for garbage once, not after each test."""
    gc.collect()
    gc.freeze()


def _today() -> datetime:
    return TODAY


def _new(folder: Path, name: str, clock: Callable[[], datetime]) -> Desk:
    return college.new_college(
        folder, college=name, owner="owner", secret=SECRET, effort=CHEAP, clock=clock
    ).desk


@pytest.fixture(scope="session")
def empty_college(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A college just made, closed, to be copied: to make one takes three times as long."""
    folder = tmp_path_factory.mktemp("empty") / f"{NAME}.lsadesk"
    _new(folder, NAME, _today).close()
    return folder


@pytest.fixture
def make_college(tmp_path: Path, empty_college: Path) -> Iterator[Callable[..., Desk]]:
    """Gives a college whose owner, "owner", is head and administrator; closes it at the end."""
    opened: list[Desk] = []

    def make(name: str = NAME, clock: Callable[[], datetime] = _today) -> Desk:
        folder = tmp_path / f"{name}.lsadesk"
        if name == NAME:
            shutil.copytree(empty_college, folder)
            opened.append(college.unlock(folder, "owner", SECRET, clock=clock))
        else:
            opened.append(_new(folder, name, clock))
        return opened[-1]

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(make_college: Callable[..., Desk]) -> Desk:
    """An empty college, its owner signed in, on Tuesday 24 November 2026 at 10.42."""
    return make_college()


@pytest.fixture
def small_timetable() -> Callable[[Desk], None]:
    """Puts Asha and Ben into a college, with three places on Monday and one on Tuesday.

    Two people for three places at once: one of Monday's is never covered.
    """

    def put(desk: Desk) -> None:
        with desk.writing(Kind.PERSON) as work:
            for forename, surname in (("Asha", "Kaur"), ("Ben", "Xu")):
                person = PersonDetails(forename=forename, surname=surname, weekly_minutes=1500)
                people.add(work, replace(person, days=WORKING_WEEK))
            for day, begins, title, places in (
                (Weekday.MONDAY, 9, "Cookery", 3),
                (Weekday.TUESDAY, 11, "Art", 1),
            ):
                span = TimeSpan(time(begins, 15), time(begins + 1, 45))
                session = SessionDetails(day=day, span=span, group="Blue", title=title)
                timetable.add(work, replace(session, lsas_needed=places, lsas_wanted=places))
            entry = Entry("filled", Kind.PERSON)
            desk.keep(work, None, "Filled", entry, Subject.TIMETABLE, undo=False)

    return put
