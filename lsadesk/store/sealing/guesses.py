"""Waiting after wrong guesses: it slows a person at the keyboard and never locks one out.

The count is kept beside the keys, so that starting the program again does not reset it.
Against a copied file only the effort of the slots helps.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from lsadesk.store.durable import replace_file
from lsadesk.store.layout import GUESSES
from lsadesk.store.sealing.keyfile import plain_login

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Guesses:
    """How often in a row a login's secret was wrong, and the moment of the last time."""

    wrong: int = 0
    last: float = 0.0

    def wait(self, now: float) -> int:
        """The whole seconds still to wait; a clock put back never makes it longer."""
        left = self.last + delay_after(self.wrong) - now
        return min(max(0, int(-(-left // 1))), delay_after(self.wrong))


def delay_after(wrong: int) -> int:
    """The seconds to wait after so many wrong guesses in a row: 1, 2, 4 ... 60."""
    return 0 if wrong == 0 else min(LONGEST, 2 ** min(wrong - 1, 10))


def read(folder: Path, login: str) -> Guesses:
    """What is known of *login*; nothing where the file is missing or broken."""
    wrong, last = _all(folder).get(plain_login(login), (0, 0.0))
    return Guesses(wrong, last)


def count_wrong(folder: Path, login: str, now: float) -> Guesses:
    """One more wrong guess for *login*, kept where the folder can be written to."""
    guesses = Guesses(read(folder, login).wrong + 1, now)
    _keep(folder, _all(folder) | {plain_login(login): (guesses.wrong, guesses.last)})
    return guesses


def forget(folder: Path, login: str) -> None:
    """The right secret was given: nothing to wait for any more."""
    known = _all(folder)
    if known.pop(plain_login(login), None) is not None:
        _keep(folder, known)


def _all(folder: Path) -> dict[str, tuple[int, float]]:
    try:
        known = json.loads((folder / GUESSES).read_bytes())
        return {login: (int(wrong), float(last)) for login, (wrong, last) in known.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _keep(folder: Path, known: dict[str, tuple[int, float]]) -> None:
    try:
        replace_file(folder / GUESSES, json.dumps(known).encode(), json.loads)
    except OSError:
        return  # a full or write-protected disk must not hide why the sign-in failed
