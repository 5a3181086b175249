"""What a program did to the files of one folder, recorded by strace as a list of operations."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_CALLS = "openat,pwrite64,write,lseek,ftruncate,fsync,fdatasync,unlink,unlinkat,close"
_LINE = re.compile(r"(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True, slots=True)
class Make:
    """A name appeared in the folder."""

    path: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A name left the folder."""

    path: str


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes went to a place in a file."""

    path: str
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was given a length."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """Everything done to a file, or to the folder's names, had to reach the disk."""

    path: str


@dataclass(frozen=True, slots=True)
class Said:
    """The program told its user that so much was kept."""

    number: int


Operation = Make | Remove | Write | Cut | Sync | Said


def record(folder: Path, said: Path, arguments: list[str]) -> list[Operation]:
    """Run Python with *arguments* under strace; what it did in *folder*, in order.

    What it writes to the file *said* (a number a line) is taken as its word to the user.
    """
    trace = folder.with_name(folder.name + ".trace")
    command = ["strace", "-f", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", "-e"]
    subprocess.run(
        [*command, "signal=none", "-o", str(trace), sys.executable, *arguments], check=True
    )
    reader = _Reader(str(folder), str(said))
    with trace.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            match = _LINE.match(line)
            if match and int(match.group(3)) >= 0:
                reader.take(match.group(1), match.group(2), int(match.group(3)))
    return reader.operations


class _Reader:
    """Follows file descriptors from line to line of a trace."""

    def __init__(self, folder: str, said: str) -> None:
        self.operations: list[Operation] = []
        self._folder = folder
        self._said = said
        self._open: dict[int, str] = {}
        self._at: dict[int, int] = {}

    def take(self, call: str, arguments: str, result: int) -> None:
        if call == "openat":
            self._opened(arguments, result)
        elif call in ("unlink", "unlinkat"):
            self._note(Remove(_text(arguments).decode()))
        else:
            handle = int(arguments.partition(",")[0])
            if handle in self._open:
                self._on_file(call, handle, arguments, result)

    def _opened(self, arguments: str, handle: int) -> None:
        path = _text(arguments).decode(errors="replace")
        self._open.pop(handle, None)
        if path.startswith(self._folder):
            self._open[handle], self._at[handle] = path, 0
            if "O_CREAT" in arguments:
                self._note(Make(path))

    def _on_file(self, call: str, handle: int, arguments: str, result: int) -> None:
        path = self._open[handle]
        if call == "close":
            del self._open[handle]
        elif call == "lseek":
            self._at[handle] = result
        elif call in ("fsync", "fdatasync"):
            self._note(Sync(path))
        elif call == "ftruncate":
            self._note(Cut(path, int(arguments.split(", ")[1])))
        elif path == self._said:
            self._note(Said(int(_text(arguments))))
        else:
            at = int(arguments.rsplit(", ", 1)[1]) if call == "pwrite64" else self._at[handle]
            self._at[handle] += result if call == "write" else 0
            self._note(Write(path, at, _text(arguments)[:result]))

    def _note(self, operation: Operation) -> None:
        if isinstance(operation, Said) or operation.path.startswith(self._folder):
            self.operations.append(operation)


def _text(arguments: str) -> bytes:
    match = _TEXT.search(arguments)
    if match is None or match.group(2):
        raise ValueError("the trace was cut short")
    return bytes.fromhex(match.group(1).replace("\\x", ""))
