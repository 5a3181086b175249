"""Real, encrypted college files in a temporary folder, made at next to no effort."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lsadesk.store import college_file, schema
from lsadesk.store.college_file import Created, Unlocked
from lsadesk.store.sealing.keyfile import Effort

QUICK = Effort(passes=1, memory=8192)


@pytest.fixture
def quick() -> Effort:
    """So little work a guess that a test may make many."""
    return QUICK


def new_college(folder: Path) -> Created:
    """A new college file, open; its owner is pat, whose password is harbour-7."""
    return college_file.create(
        folder,
        owner_login="pat",
        secret="harbour-7",
        schema_version=schema.SCHEMA_VERSION,
        initialise=schema.initialise,
        effort=QUICK,
    )


@pytest.fixture
def college(tmp_path: Path) -> Iterator[Created]:
    """A new college file, open."""
    created = new_college(tmp_path / "Harbour Lane.lsadesk")
    yield created
    created.unlocked.close()


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The folder of a college file that nobody has open."""
    created = new_college(tmp_path / "Canal Street.lsadesk")
    created.unlocked.close()
    return created.unlocked.folder


@pytest.fixture
def sign_in() -> Iterator[Callable[..., Unlocked]]:
    """Opens a college file by its folder, as pat unless told otherwise; closed at the end."""
    opened: list[Unlocked] = []

    def _sign_in(
        folder: Path,
        login: str = "pat",
        secret: str = "harbour-7",  # noqa: S107
    ) -> Unlocked:
        unlocked = college_file.unlock(
            folder,
            login,
            secret,
            schema_version=schema.SCHEMA_VERSION,
            migrate=schema.migrate,
        )
        opened.append(unlocked)
        return unlocked

    yield _sign_in
    for unlocked in opened:
        unlocked.close()


@pytest.fixture
def on_disk() -> Callable[[Path], dict[str, bytes]]:
    """Every file of a closed college file but the count of wrong guesses."""

    def _on_disk(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and path.name != "college.guesses"
        }

    return _on_disk
