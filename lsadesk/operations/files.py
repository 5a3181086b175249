"""Files to take away: what they may be called, and many of them in one folder."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lsadesk.errors import UserError


@dataclass(frozen=True, slots=True)
class FileToWrite:
    """A file of a batch: its name without the *ending*, and what writes it; needs no desk."""

    name: str
    write: Callable[[Path], None]
    ending: str = ".pdf"


def file_name(words: str) -> str:
    """*words* with what no file may be called left out: a person may be named A/B."""
    kept = "".join("-" if each in '\\/:*?"<>|' else each for each in words if each >= " ")
    return kept.strip(" .")[:120]


def write_files(
    files: Sequence[FileToWrite],
    folder: Path,
    *,
    progress: Callable[[int, int], None],
    should_stop: Callable[[], bool],
) -> int:
    """Write *files* into *folder*, which is made; how many were written. Namesakes are numbered.

    *progress* is told (done, of how many) after each. What stood there by the same name is
    replaced. Needs no desk, so that it can run beside other work.

    Raises:
        UserError: the folder or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise UserError(
            f"The folder {folder} could not be made. Choose another place, then try again."
        ) from failure
    used: Counter[str] = Counter()
    for done, file in enumerate(files):
        if should_stop():
            return done
        stem = file_name(file.name)
        used[stem.casefold()] += 1
        number = used[stem.casefold()]
        numbered = stem if number == 1 else f"{stem} ({number})"
        file.write(folder / (numbered + file.ending))
        progress(done + 1, len(files))
    return len(files)
