"""docs/reliability.md from the figures of the fault runs."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from benchmarks.faults import day, fuzz
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.guessing import cost_in_words
from lsadesk.operations.keeping import accounts


@dataclass(frozen=True, slots=True)
class Told:
    """What one run said, by the name of its kind, and how long it took."""

    name: str
    said: dict[str, Any]
    seconds: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What all runs said, by which seed, and how many minutes they took together."""

    told: Sequence[Told]
    seed: int
    minutes: float

    def of(self, name: str) -> list[dict[str, Any]]:
        """The outcomes of one kind of run."""
        return [each.said for each in self.told if each.name == name]

    @property
    def bad(self) -> list[str]:
        """Whatever was not as it has to be, one line each."""
        return [line for each in self.told for line in _bad(each)]


def _bad(told: Told) -> Iterable[str]:
    said = told.said
    name = said.get("job") or said.get("fault") or said.get("kind") or told.name
    for what in ("broken", "missed", "found", "written"):
        yield from (f"{name}: {each}" for each in said.get(what, []))
    if said.get("crash_reports", day.FAULTS) != day.FAULTS:
        yield f"{name}: {said['crash_reports']} of {day.FAULTS} faults of the program were told"
    if told.name == "weakened":
        if not said.get("lost"):
            yield "power cuts do not notice when durability is weakened"
    elif said.get("lost"):
        yield f"{name}: {said['lost']} lost"
    if told.name == "fuzz" and "inputs" in said:
        if said["slowest"] > fuzz.SLOW:
            yield f"{name}: one input took {said['slowest']:.1f} s"
        if said["megabytes"] > fuzz.LARGE:
            yield f"{name}: {said['megabytes']} MB"


def page(figures: Figures) -> str:
    """The whole page."""
    parts = [_head(figures), _kills(figures), _power(figures), _damage(figures), _computer(figures)]
    parts += [_plaintext(figures), _fuzzing(figures), _guessing(), _limits()]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _head(figures: Figures) -> str:
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    today = uk_date(datetime.now(UTC).date())
    bad = "\n".join(f"- {line}" for line in figures.bad)
    verdict = f"Not as it has to be:\n\n{bad}" if bad else "All runs ended as they have to."
    return f"""
# What happens when things break

This page is written by `make faults` ({today}, a virtual machine with
{machine}, shared with other work, {figures.minutes:.0f} minutes of runs, seed {figures.seed}).
The runs are in
`benchmarks/faults/`; shorter ones are among the tests of the store. {verdict}"""


def _kills(figures: Figures) -> str:
    rows = [
        (each["job"], each["kills"], each["writes"], each["lost"], len(each["broken"]))
        for each in figures.of("writes")
        if "job" in each
    ]
    rows += [
        (f"{each['job']} (files alone)", each["kills"], "", "", len(each["broken"]))
        for each in figures.of("interrupted")
        if "job" in each
    ]
    rows += [
        ("commits without pause", each["kills"], each["commits"], each["lost"], len(each["broken"]))
        for each in figures.of("kills")
        if "kills" in each
    ]
    whole = sum(int(row[1]) for row in rows)
    head = ("Killed in the middle of", "Kills", "Writes kept", "Lost", "Not whole")
    again = sum(
        each.get("repeated", 0) for each in figures.of("writes") + figures.of("interrupted")
    )
    return f"""
## The program is killed

{whole} times in all (`kill -9` at a moment by chance). After each the file is opened and checked
whole: cipher pages, structure, the trail, the rules of the records; and the last write that the
program had called kept is read back. Where going back to a copy was cut in two, the sign-in says
so and it is done again ({again} times).

{_table(head, rows)}"""


def _power(figures: Figures) -> str:
    head = ("Power cut", "States of the disk", "Commits lost", "Not whole")
    names = {"cuts": "as shipped", "weakened": "durability weakened, to test the test"}
    rows = [
        (words, each["states"], each["lost"], len(each["broken"]))
        for name, words in names.items()
        for each in figures.of(name)
        if "states" in each
    ]
    said = _table(head, rows) if rows else "Not run this time (it needs strace)."
    return f"""
## The power goes

What reaches the disk is recorded; then the power is cut at moments by chance on the worst disk
that keeps its contract: what was not synced arrives in part, torn at 512 bytes, in any order.

{said}"""


def _damage(figures: Figures) -> str:
    head = ("Bits flipped, one at a time", "Noticed", "Told what to do", "Recovered from a copy")
    rows = [
        (each["files"], each["noticed"], each["named"], each["recovered"])
        for each in figures.of("flips")
        if "files" in each
    ]
    return f"""
## A file is damaged

{_table(head, rows)}"""


def _computer(figures: Figures) -> str:
    head = ("What the computer did", "Times", "Went on, or told in a sentence", "Not whole")
    rows = [
        (
            each["fault"],
            each["times"] or each["left_out"],
            each["told"],
            len(each["broken"]),
        )
        for each in figures.of("computer")
        if "fault" in each
    ]
    return f"""
## Disks, clocks, sticks

After each, the college opens, is whole and holds what was kept; a stick that goes in the middle
of a copy leaves the copies on it as they were, and the college in use.

{_table(head, rows)}"""


def _plaintext(figures: Figures) -> str:
    said = next((each for each in figures.of("plaintext") if "files" in each), None)
    if said is None:
        return "## Words in the open\n\nNot run."
    found = "\n".join(f"- {line}" for line in said["found"]) or "None was found."
    return f"""
## Words in the open

A working day is played: {said["operations"]:,} operations by every duty, then two people at the
window who type, are interrupted by faults of the program, hide, lock and come back; an import, a
packet answered on a stick, copies, a second place, a move, a leaver erased, another recovery key
printed, a forgotten password made good with it, and going back to an earlier copy.
{said["words"]} known words (names, notes, answers, passwords, the recovery key) are then looked
for in {said["files"]} files ({said["megabytes"]} MB): the college file, copies, packets, the log,
the crash reports, settings, caches and the temporary folder; and in all that was ever written to
any file meanwhile ({said["written_megabytes"]} MB), also to files that were deleted again. They
are looked for in UTF-8, UTF-16, base64 and inside compressed streams; what people took out on
purpose is left aside. The faults were told in {said["crash_reports"]} reports.

{found}"""


def _fuzzing(figures: Figures) -> str:
    kinds: dict[str, list[dict[str, Any]]] = {}
    for each in figures.of("fuzz"):
        if "kind" in each:
            kinds.setdefault(each["kind"], []).append(each)
    rows = [
        (
            kind,
            f"{_sum(each, 'inputs'):,}",
            f"{_sum(each, 'read'):,}",
            f"{_sum(each, 'refused'):,}",
            f"{max(one['slowest'] for one in each):.2f} s",
            f"{max(one['megabytes'] for one in each)} MB",
            sum(len(one["broken"]) + len(one["written"]) for one in each),
        )
        for kind, each in kinds.items()
    ]
    whole = sum(_sum(each, "inputs") for each in kinds.values())
    head = ("Reader of", "Inputs", "Read", "Refused", "Slowest", "Most memory", "Faults or writes")
    return f"""
## Files from elsewhere

{whole:,} inputs: whole ones with bytes changed, inner parts changed behind a checksum that fits,
single fields of entries changed, and values that no program ever wrote. Each has to be read or
refused in a sentence, within {fuzz.SLOW:.0f} s of the processor and {fuzz.LARGE} MB (of the whole
process, the fuzzer with it), and nothing may be written meanwhile. A list, a book that comes back
or a framework file is read as far as it goes and says what it left out; a framework file that
left out an entry counts as refused here.

{_table(head, rows)}"""


def _guessing() -> str:
    return f"""
## Guesses

{cost_in_words(accounts.guess_cost_of_new_college())} The window says the same beside every choice
of a PIN, measured on the computer it runs on. The waits are 1, 2, 4 and
at last 60 seconds after each wrong guess, also across a restart."""


def _limits() -> str:
    return """
## What this does not show

- It ran on Linux. Windows' own rules about open files are not in it.
- A disk that lies about what it has kept, or memory that is read while the program is open, is
  beyond what a program can answer for.
- Under a clock that is wrong a copy carries the wrong date; copies are made by what has changed,
  not by the date, so none is left out."""


def _sum(outcomes: Iterable[dict[str, Any]], key: str) -> int:
    return sum(int(each[key]) for each in outcomes)


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
