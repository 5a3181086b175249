"""A college that is written to without pause, and the judgement of what a fault left of it.

Commits go through the product's own unit of work, so what is proven here is what "Saved"
means on the screen. Run as a program it writes a given number of commits and says each one
in a file, for a tracer to watch.
"""

import hashlib
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event, select

from lsadesk.domain.rights import Kind
from lsadesk.errors import UserError
from lsadesk.store import checks, schema
from lsadesk.store.college_file import OWNER
from lsadesk.store.database import Engines, connect, plain_sentences
from lsadesk.store.rows import SettingRow, TrailRow
from lsadesk.store.trail import Entry
from lsadesk.store.work import Store

NEWEST = "newest"
PAGES_IN_LOG = 40  # the log is folded into the database far more often than in real use


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands in the file: its last commit, and what is wrong with it, if anything."""

    last: int
    problem: str | None = None


def prepare(path: Path, key: bytes) -> None:
    """A new, empty college database."""
    engines = connect(path, key)
    schema.initialise(engines)
    engines.dispose()


def write(
    path: Path, key: bytes, say: Callable[[int], object], *, commits: int, weakened: bool = False
) -> None:
    """Commit again and again, going on from the last, and *say* the number of each.

    *weakened* turns the durability down, to show that the judgement notices.
    """
    store = _store(path, key, log_pages=PAGES_IN_LOG, weakened=weakened)
    with store.read() as reading:
        newest = reading.session.get(SettingRow, NEWEST)
        first = 1 + (int(newest.value) if newest else 0)
    for number in range(first, first + commits):
        value = os.urandom(random.randint(5, 4500)).hex()  # noqa: S311
        with store.begin() as work:
            work.session.add(SettingRow(key=f"{number:07}", value=value))
            work.session.merge(SettingRow(key=NEWEST, value=str(number)))
            work.commit(Entry("kept", Kind.COLLEGE, number, _digest(value)))
        say(number)


def judge(path: Path, key: bytes) -> Verdict:
    """Open what a fault left, as the product would, and compare every part with the rest."""
    try:
        with plain_sentences():
            checks.look(path, key)
            return _judge_open(path, key)
    except UserError as error:
        return Verdict(0, str(error))


def _judge_open(path: Path, key: bytes) -> Verdict:
    store = _store(path, key)
    try:
        wrong = checks.page_findings(store.engines, path)
        with store.engines.reader.begin() as connection:
            wrong += checks.findings(connection)
        bad = store.verify_trail()
        if bad is not None:
            wrong.append(f"trail line {bad}")
        return _compared(store, wrong)
    finally:
        store.close()


def _compared(store: Store, wrong: list[str]) -> Verdict:
    with store.read() as reading:
        settings = reading.session.execute(select(SettingRow.key, SettingRow.value)).all()
        values = {row.key: row.value for row in settings if row.key == NEWEST or row.key.isdigit()}
        lines = reading.session.execute(select(TrailRow.subject_id, TrailRow.detail)).all()
        said = {f"{line.subject_id:07}": line.detail for line in lines}
    last = int(values.pop(NEWEST, "0"))
    if {key: _digest(value) for key, value in values.items()} != said or len(said) != last:
        wrong = [*wrong, f"{len(values)} values, {len(said)} trail lines, last {last}"]
    return Verdict(last, "; ".join(wrong) or None)


def _store(path: Path, key: bytes, *, log_pages: int = 0, weakened: bool = False) -> Store:
    engines = connect(path, key)
    if log_pages:
        _on_connect(engines, f"PRAGMA wal_autocheckpoint={log_pages}")
    if weakened:
        _on_connect(engines, "PRAGMA synchronous=NORMAL")
    return Store(engines, account=OWNER, database_key=key)


def _on_connect(engines: Engines, statement: str) -> None:
    @event.listens_for(engines.writer, "connect")
    def _set(connection: Any, _record: object) -> None:
        connection.execute(statement)


def _digest(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()


def main() -> None:
    """`python -m benchmarks.faults.workload DATABASE KEY COMMITS SAID {full,normal}`."""
    database, key, commits, said, durability = sys.argv[1:]
    random.seed(5)
    paper = os.open(said, os.O_CREAT | os.O_WRONLY)
    write(
        Path(database),
        bytes.fromhex(key),
        lambda number: os.write(paper, b"%d\n" % number),
        commits=int(commits),
        weakened=durability == "normal",
    )
    os._exit(0)  # no tidy close: the power goes while the program is still open


if __name__ == "__main__":
    main()
