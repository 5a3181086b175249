"""Give each reader of other people's files thousands of inputs, and see what it does with them.

Every input must be read or refused in a sentence, soon, in little memory, and without a byte
written anywhere. Inputs are whole ones with bytes changed, parts of them changed where a
checksum would else stop the reader at the door, and values no program ever wrote.
"""

import json
import os
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from benchmarks.faults import framework_files, mutations, small_college
from lsadesk.domain.appraisals.answer_forms import FormMark
from lsadesk.domain.appraisals.assessment import Answer, OwnWords, parts_for
from lsadesk.domain.appraisals.form_layout import FormSheet
from lsadesk.domain.appraisals.packets import Packet
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.intake import child
from lsadesk.intake.answer_form import read_form
from lsadesk.intake.audit_book import read_audit
from lsadesk.intake.guessing import guess
from lsadesk.intake.interpreting import interpret
from lsadesk.intake.packet import from_content, to_content
from lsadesk.intake.sheets import Row, Sheet, unpacked
from lsadesk.intake.side_by_side import parts_of
from lsadesk.intake.week_book import read_week
from lsadesk.operations.auditing import audit, audit_export
from lsadesk.operations.deploying import plans
from lsadesk.operations.weeks import week_book
from lsadesk.reports.form_workbook import write_form
from lsadesk.store.backups import container
from lsadesk.store.backups.container import Manifest
from lsadesk.store.careers import library
from lsadesk.store.layout import KEYS
from lsadesk.store.sealing import keyfile, packet, vault
from lsadesk.store.sealing.keyfile import DamagedKeys, Effort

AT_ONCE = 500  # inputs of one hypothesis run: its memory of what it tried goes with it
PASSPHRASE = "river ladder button"
SLOW, LARGE = 5.0, 300  # seconds of the processor for one input, megabytes for the reader
MARK = FormMark(college="c", person=PersonId(7), edition="2026-11-22", role="lsa")

Read = Callable[[Any], object]
Case = tuple[st.SearchStrategy[Any], Read]


@dataclass(slots=True)
class Outcome:
    """What became of the inputs of one kind.

    *megabytes* is the most that the whole process held while a reader was at work, the fuzzer
    with it. *broken* are failures that were no sentence, *written* what was opened for writing
    meanwhile.
    """

    kind: str
    seed: int
    inputs: int = 0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    megabytes: int = 0
    broken: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    @property
    def is_bad(self) -> bool:
        """Whether anything was not as it has to be."""
        within = self.slowest <= SLOW and self.megabytes <= LARGE
        return bool(self.broken or self.written) or not within


def run(kind: str, inputs: int, folder: Path, seed_: int = 23) -> Outcome:
    """Try so many inputs on the reader of that kind."""
    case = KINDS[kind](folder)
    outcome = Outcome(kind, seed_)
    watch = _Watch(outcome.written)
    sys.addaudithook(watch)
    for first in range(0, inputs, AT_ONCE):
        _batch(outcome, watch, case, seed_=seed_ + first, inputs=min(AT_ONCE, inputs - first))
    return outcome


def _forget_most_memory() -> None:
    """Count from here: making the first input, hypothesis holds 200 MB for all of Unicode."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _most_memory() -> int:
    """In megabytes, of this process alone; `getrusage` counts what started it as well."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (each for each in status.splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) // 1024


def _batch(outcome: Outcome, watch: "_Watch", case: Case, *, seed_: int, inputs: int) -> None:
    strategy, read = case

    @seed(seed_)
    @settings(
        max_examples=inputs,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def one(value: Any) -> None:
        _try(outcome, watch, read, value)

    one()


def _try(outcome: Outcome, watch: "_Watch", read: Read, value: Any) -> None:
    _forget_most_memory()
    started = time.process_time()
    outcome.inputs += 1
    try:
        watch.looks = True
        read(value)
        outcome.read += 1
    except (UserError, DamagedKeys):  # damaged keys are told by whoever asked for them
        outcome.refused += 1
    except Exception as error:  # noqa: BLE001 - whatever is no sentence is what is looked for
        place = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{error!r:.120} at {Path(place.filename).name}:{place.lineno}"
        if told not in outcome.broken and len(outcome.broken) < 20:
            outcome.broken.append(told)
    finally:
        watch.looks = False
    outcome.slowest = max(outcome.slowest, time.process_time() - started)
    outcome.megabytes = max(outcome.megabytes, _most_memory())


class _Watch:
    """Notes what is opened for writing, moved or removed while a reader is at work."""

    def __init__(self, written: list[str]) -> None:
        self.looks = False
        self._written = written

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.looks:
            return
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if arguments and arguments[0] == os.devnull:
            return  # nothing is kept of what is written there
        if writes or event in _ALTERING:
            self._written.append(f"{event} {arguments[0]}")


_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_ALTERING = {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod"}


def _packet_contents(_folder: Path) -> Case:
    return mutations.bytes_like(_content()), from_content


def _packets(_folder: Path) -> Case:
    seal = packet.new_seal(PASSPHRASE, Effort(passes=1, memory=8192))
    whole = packet.sealed(_content(), seal)
    heads = st.builds(mutations.edited, st.just(whole[:64]), mutations.edits).map(
        lambda head: head + whole[64:]
    )
    made = mutations.bytes_like(whole) | heads
    return made, lambda made: packet.opened(made, packet.seal_of(made, PASSPHRASE))


def _key_files(folder: Path) -> Case:
    small = small_college.make(folder / "Keys.lsadesk")
    whole = (small.folder / KEYS).read_bytes()

    def read(made: bytes) -> object:
        """As it is, and again with a checksum that fits: past that stands every field."""
        try:
            return keyfile.from_bytes(made)
        except DamagedKeys:
            body = json.loads(made)
            body["checksum"] = keyfile._checksum(_less(body))
            return keyfile.from_bytes(json.dumps(body).encode())

    return mutations.bytes_like(whole), partial(_json_or_refused, read)


def _less(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key != "checksum"}


def _json_or_refused(read: Read, made: bytes) -> object:
    try:
        json.loads(made)
    except (ValueError, RecursionError):
        return keyfile.from_bytes(made)
    return read(made) if isinstance(json.loads(made), dict) else keyfile.from_bytes(made)


def _backups(folder: Path) -> Case:
    small = small_college.make(folder / "Copied.lsadesk")
    manifest = Manifest(
        college="Copied",
        made=datetime(2026, 11, 24, tzinfo=UTC),
        database_sha256="",
        schema_version=1,
        rows={"person": 2},
        trail_head="",
    )
    database, saved = folder / "database", folder / "copy.lsabackup"
    database.write_bytes(bytes(4096))  # what is in it is not looked at before the keys are
    container.pack(saved, database, vault.read(small.folder), manifest)
    target = folder / "damaged.lsabackup"
    made = mutations.bytes_like(saved.read_bytes()).map(lambda content: _kept(target, content))
    return made, lambda path: (container.read_manifest(path), container.read_keys(path))


def _csv_files(folder: Path) -> Case:
    lines = st.lists(st.lists(mutations.words, max_size=6), max_size=12)
    headed = st.sampled_from(_HEADINGS).flatmap(lambda head: lines.map(lambda rows: [head, *rows]))
    texts = st.builds(
        lambda rows, comma, coding: "\n".join(comma.join(row) for row in rows).encode(
            coding, errors="replace"
        ),
        headed | lines,
        st.sampled_from([",", ";", "\t", "|"]),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"]),
    )
    target = folder / "list.csv"
    return (texts | mutations.junk).map(lambda content: _kept(target, content)), _read_in


_HEADINGS = [
    ["Forename", "Surname", "Contract", "Hours", "Days", "Site"],
    ["Name", "BSL", "Epilepsy", "Braille", "Autism", "Date"],
    ["Day", "Start", "Finish", "Group", "Session", "Ratio"],
    ["Learner", "Group", "Needs", "Hours", "Ratio", "Notes"],
    ["Name", "Course", "Achieved", "Expires", "Provider", "Proof"],
]


def _workbooks(folder: Path) -> Case:
    """The zip as a whole, and each of its parts with a directory that fits again."""
    source, target = _form_book(folder), folder / "damaged.xlsx"
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def with_part(name: str, content: bytes) -> Path:
        with zipfile.ZipFile(target, "w") as archive:
            for each, whole in parts.items():
                archive.writestr(each, content if each == name else whole)
        return target

    inner = st.sampled_from(sorted(parts)).flatmap(
        lambda name: st.tuples(
            st.just(name),
            st.builds(mutations.edited, st.just(parts[name]), mutations.edits) | _sheet_xml,
        )
    )
    outer = st.builds(mutations.edited, st.just(source.read_bytes()), mutations.edits)
    made = inner.map(lambda one: with_part(*one)) | outer.map(lambda one: _kept(target, one))
    return made, _read_in


_attributes = st.sampled_from(["r", "t", "s", "min", "max", "ref", "spans", "numFmtId", "id"])
_strange = st.sampled_from(
    [
        "A1",
        "XFD1048576",
        "ZZZ9999999",
        "-1",
        "1e9",
        "99999999999",
        "inlineStr",
        "s",
        "d",
        "e",
        "",
        "²",
    ]
)
_cells = st.lists(
    st.tuples(
        _attributes, _strange, _attributes, _strange, mutations.words, st.sampled_from("vcf")
    ),
    max_size=12,
)


def _cell_xml(cells: Sequence[tuple[str, ...]]) -> bytes:
    made = "".join(
        f'<row {a}="{b}"><c {c}="{d}"><v>{"".join(x for x in e if x.isalnum() or x in ".-:")}</v>'
        f"<{f}>1</{f}></c></row>"
        for a, b, c, d, e, f in cells
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{made}</sheetData></worksheet>'.encode()


_sheet_xml = _cells.map(_cell_xml)


def _read_in(path: Path) -> object:
    """As the assistant reads a workbook: its sheets, what they are, and what they say."""
    answer = child.answer(path)
    if "refused" in answer:
        raise UserError(answer["refused"])
    told = json.loads(json.dumps(answer))
    sheets = tuple(part for one in told["sheets"] for part in parts_of(unpacked(one)))
    return interpret(sheets, guess(sheets))


def _answer_forms(folder: Path) -> Case:
    framework = library.built_in().framework
    return _sheets_like(_form_book(folder)), lambda sheets: read_form(sheets, framework)


def _audits_back(folder: Path) -> Case:
    small = small_college.make(folder / "Audit.lsadesk")
    desk = small.sit_down()
    for name in ("BSL", "Braille"):
        audit.rate(desk, small.lsa, audit.add_skill(desk, name).result, Level(2))
    audit_export.export_audit(desk, folder / "audit.xlsx")
    desk.close()
    return _sheets_like(folder / "audit.xlsx"), read_audit


def _weeks_back(folder: Path) -> Case:
    small = small_college.make(folder / "Week.lsadesk")
    desk = small.sit_down()
    week = week_book.take_week(desk, plans.plans(desk)[0].id).result
    week_book.write_week_book(week, folder / "week.xlsx", lambda _done: None)
    desk.close()
    return _sheets_like(folder / "week.xlsx"), read_week


def _sheets_like(path: Path) -> st.SearchStrategy[list[Sheet]]:
    """The sheets of a workbook of ours with cells replaced, moved, and rows taken out."""
    whole = [sheet for sheet in child.read_any(path) if sheet.rows]
    edits = st.lists(
        st.tuples(st.integers(0, 2**16), st.integers(0, 3), mutations.values), max_size=6
    )
    return edits.map(partial(_with_cells, whole))


def _with_cells(whole: list[Sheet], edits: Sequence[tuple[int, int, Any]]) -> list[Sheet]:
    sheets = list(whole)
    for at, how, value in edits:
        place = at % len(sheets)
        rows = list(sheets[place].rows)
        if not rows:
            continue
        row = at // 7 % len(rows)
        cells = dict(rows[row].cells)
        column = (sorted(cells) or [0])[at // 3 % max(1, len(cells))]
        match how:
            case 0:
                cells[column] = value if value is not None else ""
            case 1:
                cells.pop(column, None)
            case 2:
                cells = {each + 1: one for each, one in cells.items()}
            case _:
                rows.insert(row, rows[row])
        rows[row] = Row(rows[row].number, cells)
        sheets[place] = replace(sheets[place], rows=tuple(rows))
    return sheets


def _kept(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _content() -> bytes:
    framework = library.built_in().framework
    given_: dict[str, Answer | OwnWords] = {
        one: Answer(statement=one, value=Level(3), example="In cookery")
        for one in list(framework.statements)[:12]
    }
    parts = [parts_for(framework, framework.roles[RoleId("lsa")])[0]]
    return to_content(
        Packet(
            mark=MARK,
            college="Coleg",
            name="Siân",
            parts=tuple(parts),
            questions=tuple(framework.questions_of(parts[0].id)),
            given=given_,
        )
    )


def _form_book(folder: Path) -> Path:
    framework = library.built_in().framework
    role = framework.roles[RoleId("lsa")]
    form = FormSheet(
        college="Bench",
        name="Asha Kaur",
        role=role.name,
        day=small_college.DAY,
        mark=MARK,
        parts=[(part, framework.questions_of(part.id)) for part in parts_for(framework, role)],
    )
    write_form(form, folder / "form.xlsx")
    return folder / "form.xlsx"


KINDS: dict[str, Callable[[Path], Case]] = {
    "contents of packets": _packet_contents,
    "sealed packets": _packets,
    "key files": _key_files,
    "framework files": framework_files.case,
    "backups": _backups,
    "lists as text (CSV)": _csv_files,
    "workbooks (xlsx)": _workbooks,
    "answer forms": _answer_forms,
    "audits that come back": _audits_back,
    "weeks that come back": _weeks_back,
}


def main() -> None:
    """`python -m benchmarks.faults.fuzz KIND INPUTS SEED`: the outcome as JSON."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-fuzz") as made:
        outcome = run(sys.argv[1], int(sys.argv[2]), Path(made), int(sys.argv[3]))
    print(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main()
