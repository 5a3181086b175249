"""The zip around an .xlsx, opened under limits; its directory is not believed."""

import io
import zipfile
from pathlib import Path
from typing import IO

from lsadesk.errors import UserError

MAX_MEMBERS = 200
MAX_UNPACKED = 50_000_000
MAX_RATIO = 200
SMALL = 10_000_000  # below this much unpacked, a high ratio harms nobody: empty rows pack well

TOO_BIG = UserError(
    "This workbook unpacks to far more than a staff workbook holds, so it was not read. "
    "Copy the sheets you need into a new workbook and try that."
)


class Archive:
    """Members of a zip, with one budget for all that is unpacked from it."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise UserError(
                "This workbook is damaged or cut short and cannot be read. "
                "Open it in your spreadsheet program, save it again and try that copy."
            ) from error
        names = self._zip.namelist()
        if len(names) > MAX_MEMBERS:
            raise TOO_BIG
        self.names = frozenset(names)
        self._packed = path.stat().st_size
        self._unpacked = 0

    def open(self, name: str) -> IO[bytes]:
        """A stream of one member that raises `TOO_BIG` when the budget is spent."""
        try:
            stream = self._zip.open(name)
        except OSError as error:  # its place, as the directory says, is before the file begins
            raise zipfile.BadZipFile(name) from error
        return io.BufferedReader(_Counted(self, stream), 65536)

    def spend(self, size: int) -> None:
        """Count *size* unpacked bytes against the limits."""
        self._unpacked += size
        if self._unpacked > MAX_UNPACKED:
            raise TOO_BIG
        if self._unpacked > SMALL and self._unpacked > MAX_RATIO * self._packed:
            raise TOO_BIG

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()


class _Counted(io.RawIOBase):
    def __init__(self, archive: Archive, stream: IO[bytes]) -> None:
        self._archive = archive
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._archive.spend(len(data))
        buffer[: len(data)] = data
        return len(data)
