"""Search all that a working day left, and all that it ever wrote, for words of the college.

The files that people took out on purpose are left aside; what remains is the college file,
its copies, packets, logs, crash reports, settings, caches and the temporary folder. Where
strace is installed, every byte written to any file is searched too, also to files that were
deleted again.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.faults import day

READABLE = {".pdf", ".xlsx", ".csv", ".json", ".txt", ".ics", ".html", ".part"}
LONGEST = 400
_SURE = 8  # letters of base64 that are no accident
_STREAM = re.compile(rb"\x78[\x01\x5e\x9c\xda]|PK\x03\x04")
_WRITE = re.compile(rb'(?:write|pwrite64)\(\d+<([^>]*)>, "((?:\\x[0-9a-f]{2})*)"')
_HEX = re.compile(rb"\\x")


@dataclass(slots=True)
class Outcome:
    """What was searched and what was found: place, and which known word."""

    operations: int = 0
    crash_reports: int = 0
    words: int = 0
    files: int = 0
    megabytes: int = 0
    written_megabytes: int = 0
    found: list[str] = field(default_factory=list)


def needles(words: Iterable[str]) -> dict[bytes, str]:
    """Each word as it may stand in a file: in three ways of writing text, as JSON, in base64."""
    made: dict[bytes, str] = {}
    for word in words:
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            made[word.encode(coding)] = word
            made |= dict.fromkeys(_in_base64(word.encode(coding)), word)
        made[json.dumps(word)[1:-1].encode()] = word
    return made


def _in_base64(word: bytes) -> Iterator[bytes]:
    """*word* in the middle of base64, at each of its three places; short ones are no sign."""
    for before in range(3):
        after = -(before + len(word)) % 3
        coded = base64.b64encode(bytes(before) + word + bytes(after))
        inner = coded[(0, 2, 3)[before] : len(coded) - (0, 2, 3)[after]]
        if len(inner) >= _SURE:
            yield inner


def found_in(content: bytes, wanted: dict[bytes, str]) -> set[str]:
    """Which words stand in *content*, as it is or inside a compressed stream of it."""
    pattern = re.compile(b"|".join(map(re.escape, wanted)))
    streams = [content, *_unpacked(content)]
    return {wanted[match.group()] for each in streams for match in pattern.finditer(each)}


def _unpacked(content: bytes) -> Iterator[bytes]:
    for match in _STREAM.finditer(content):
        at, bits = match.start(), zlib.MAX_WBITS
        if content.startswith(b"PK", at):
            at, bits = at + 30 + sum(content[at + 26 : at + 30 : 2]), -zlib.MAX_WBITS
        stream = zlib.decompressobj(bits)
        try:
            yield stream.decompress(content[at : at + 2**24], 2**24)
        except zlib.error:
            continue


def search(room: Path, wanted: dict[bytes, str], outcome: Outcome) -> None:
    """Search every file in *room* but those taken out on purpose."""
    for path in sorted(room.rglob("*")):
        if path.is_file() and not _is_taken(path, room):
            content = path.read_bytes()
            outcome.files += 1
            outcome.megabytes += len(content)
            words = found_in(content, wanted) | found_in(path.name.encode(), wanted)
            outcome.found += [f"{path.relative_to(room)}: {word}" for word in sorted(words)]
    outcome.megabytes //= 1_000_000


def _is_taken(path: Path, room: Path) -> bool:
    return path.is_relative_to(room / day.TAKEN) and path.suffix in READABLE


class Written:
    """All that strace tells of what is written, searched as it comes."""

    def __init__(self, room: Path, wanted: dict[bytes, str]) -> None:
        self.found: set[str] = set()
        self.bytes = 0
        self._room = room
        self._wanted = wanted
        self._last: dict[Path, bytes] = {}

    def follow(self, trace: Path) -> None:
        """Read *trace*, a pipe, to its end."""
        with trace.open("rb") as lines:
            for line in lines:
                match = _WRITE.search(line)
                if match:
                    self._take(Path(os.fsdecode(_plain(match.group(1)))), _plain(match.group(2)))

    def _take(self, path: Path, content: bytes) -> None:
        if not path.is_absolute() or path.is_relative_to("/dev") or _is_taken(path, self._room):
            return  # a pipe, or what somebody takes out
        self.bytes += len(content)
        words = found_in(self._last.get(path, b"") + content, self._wanted)
        self._last[path] = content[-LONGEST:]
        place = path.relative_to(self._room) if path.is_relative_to(self._room) else path
        self.found |= {f"written to {place}: {word}" for word in words}


def _plain(text: bytes) -> bytes:
    if b"\\x" not in text:
        return text
    return bytes.fromhex(_HEX.sub(b"", text).decode())


def run(folder: Path) -> Outcome:
    """Play the day in *folder* and search what it left."""
    wanted, outcome = {**needles(day.KNOWN), day.KEY: "the recovery key"}, Outcome()
    outcome.words = len(day.KNOWN)
    room = folder / "room"
    homes = {name: room / name for name in ("tmp", "home", "config", "cache")}
    for each in homes.values():
        each.mkdir(parents=True)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(homes["tmp"]),
        "HOME": str(homes["home"]),
        "XDG_CONFIG_HOME": str(homes["config"]),
        "XDG_CACHE_HOME": str(homes["cache"]),
    }
    command = [sys.executable, "-m", "benchmarks.faults.day", str(room)]
    written = Written(room, wanted)
    with (room / "log.txt").open("wb") as log:
        told = _traced(command, environment, log, folder / "trace", written)
    done = json.loads(told.splitlines()[-1])
    outcome.operations, outcome.crash_reports = done["operations"], done["crash_reports"]
    outcome.written_megabytes = written.bytes // 1_000_000
    search(room, wanted, outcome)
    outcome.found = sorted({*outcome.found, *written.found})
    return outcome


def _traced(
    command: list[str], environment: dict[str, str], log: object, trace: Path, written: Written
) -> str:
    """Run *command*, followed by strace where there is one; what it printed."""
    if shutil.which("strace") is None:
        done = subprocess.run(
            command, check=True, stdout=-1, stderr=log, text=True, env=environment
        )  # type: ignore[call-overload]
        return str(done.stdout)
    os.mkfifo(trace)
    reader = threading.Thread(target=written.follow, args=(trace,))
    reader.start()
    tracing = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", "trace=write,pwrite64"]
    tracing += ["-e", "signal=none", "-o", str(trace)]
    done = subprocess.run(
        [*tracing, *command],
        check=True,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        env=environment,
    )  # type: ignore[call-overload]
    reader.join()
    return str(done.stdout)


def main() -> None:
    """`python -m benchmarks.faults.plaintext`: the outcome as JSON."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-day") as made:
        print(json.dumps(asdict(run(Path(made)))))


if __name__ == "__main__":
    main()
