"""Many files into one folder: their names, how far it is, and stopping."""

from pathlib import Path

import pytest

from lsadesk.errors import UserError
from lsadesk.operations.files import FileToWrite, write_files


def a_file(name: str) -> FileToWrite:
    return FileToWrite(name, lambda path: path.write_text(name) and None)


def test_namesakes_and_odd_names_get_files_of_their_own(tmp_path: Path) -> None:
    names = ("Plan, Asha Kaur", "Plan, Asha Kaur", "Plan, asha kaur", "Plan, A/B: <Ŵyn>")
    told: list[tuple[int, int]] = []
    written = write_files(
        [a_file(name) for name in names],
        tmp_path / "new",
        progress=lambda done, of: told.append((done, of)),
        should_stop=lambda: False,
    )
    assert written == 4
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "Plan, A-B- -Ŵyn-.pdf",
        "Plan, Asha Kaur (2).pdf",
        "Plan, Asha Kaur.pdf",
        "Plan, asha kaur (3).pdf",
    ]


def test_what_is_written_when_it_is_stopped_stays(tmp_path: Path) -> None:
    told: list[int] = []
    written = write_files(
        [a_file(str(number)) for number in range(3)],
        tmp_path,
        progress=lambda done, _of: told.append(done),
        should_stop=lambda: len(told) == 2,
    )
    assert written == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.pdf", "1.pdf"]


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(UserError, match="could not be made"):
        write_files(
            [],
            tmp_path / "taken",
            progress=lambda _done, _of: None,
            should_stop=lambda: False,
        )
