"""What tests of every room share: a small real college, encrypted, on a fixed day."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from lsadesk.operations import college
from lsadesk.operations.desk import Desk
from lsadesk.store.keyfile import Effort

SECRET = "correct horse"
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


@pytest.fixture
def make_college(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Makes a college whose owner, "owner", is head and administrator; closes it at the end."""
    opened: list[Desk] = []

    def make(name: str = "Harbour Lane", clock: Callable[[], datetime] = lambda: TODAY) -> Desk:
        made = college.new_college(
            tmp_path / f"{name}.lsadesk",
            college=name,
            owner="owner",
            secret=SECRET,
            effort=CHEAP,
            clock=clock,
        )
        opened.append(made.desk)
        return made.desk

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(make_college: Callable[..., Desk]) -> Desk:
    """An empty college, its owner signed in, on Tuesday 24 November 2026 at 10.42."""
    return make_college()
