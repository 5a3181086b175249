"""Everything that is held on a person, on paper and for another program to read."""

import base64
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.platypus import Flowable

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.held import HeldRecords, HeldSheet
from lsadesk.errors import UserError
from lsadesk.reports.files import written_whole
from lsadesk.reports.pages import BODY, NOTE, STRONG, TITLE, headed, text, write_pdf
from lsadesk.reports.photos import PictureOf

_ROOM, _PHOTO = 60.0, 113.0
ABOUT_IT = (
    "All that the college's file holds on this person. Other people are masked where the file "
    "names them in a field of their own; read what was written freely before you hand this over, "
    "since it may name somebody. What is sealed can be opened in the program by who wrote it, "
    "and by nobody else."
)
FILES = (
    "Files that were attached to appraisals and plans are in the folder beside this paper, as they "
    "are: look through them before you hand them over, since they may name somebody else."
)
RIGHTS = (
    "The person may ask the college to correct or erase what is here, to limit its use, or object "
    "to a use, and may complain to the Information Commissioner (ico.org.uk). The program makes no "
    "decision about anybody by itself. What is here came from the person, from those who look "
    "after them, and from the college's own lists."
)


def write_held(sheet: HeldSheet, path: Path) -> None:
    """Write the sheet to *path*. Raises `UserError` where it cannot be; an older one then stays."""
    footer = f"{sheet.college}: what is held on {sheet.name}, {uk_date(sheet.day)}."
    write_pdf(path, list(_story(sheet)), title="What is held on a person", footer=footer)


def write_held_json(sheet: HeldSheet, path: Path) -> None:
    """The same facts for another program: a list of records by table."""
    facts = {
        "college": sheet.college,
        "person": sheet.name,
        "day": sheet.day.isoformat(),
        "records": {
            each.table: {
                "title": each.title,
                "kept": next((p.purpose for p in sheet.parts if each.table in p.tables), ""),
                "sealed": each.sealed,
                "unopened": each.unopened,
                "rows": list(each.rows),
                "photos": [base64.b64encode(photo).decode("ascii") for photo in each.photos],
            }
            for each in sheet.records
        },
    }
    with written_whole(path) as draft:
        draft.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")


def write_held_files(sheet: HeldSheet, folder: Path) -> None:
    """The attached files as they are, into *folder*, which is made where there are any."""
    for number, (name, content) in enumerate(sheet.files, 1):
        try:
            folder.mkdir(exist_ok=True)
        except OSError as failure:
            raise UserError(
                f"The folder {folder} could not be made. Choose another place, then try again."
            ) from failure
        with written_whole(folder / f"{number} {name}") as draft:
            draft.write_bytes(content)


def _story(sheet: HeldSheet) -> Iterator[Flowable]:
    yield text(f"What is held on {sheet.name}", TITLE)
    yield text(f"{sheet.college} \u00b7 {uk_date(sheet.day)}", NOTE)
    yield text(ABOUT_IT, BODY)
    yield text(RIGHTS, BODY)
    if sheet.files:
        yield text(FILES, BODY)
    told: set[str] = set()
    for part in sheet.parts:
        within = [each for each in sheet.records if each.table in part.tables]
        if within:
            yield from headed(part.name, _ROOM)
            yield text(part.purpose, NOTE)
            yield from _records(within)
            told |= part.tables
    rest = [each for each in sheet.records if each.table not in told]
    if rest:
        yield from headed("What happened to these records", _ROOM)
        yield from _records(rest)


def _records(found: Sequence[HeldRecords]) -> Iterator[Flowable]:
    for records in found:
        yield text(records.title, STRONG)
        for row in records.rows:
            yield text("; ".join(f"{field}: {value}" for field, value in row.items()), BODY)
        for photo in records.photos:
            yield PictureOf(photo, _PHOTO, "The photo that is kept")
        if records.sealed:
            yield text(f"{records.sealed} sealed: only who wrote them can read them.", NOTE)
        if records.unopened:
            yield text(
                f"{records.unopened} not opened yet: what each side says there can be had once "
                "both have handed in and the meeting is open.",
                NOTE,
            )
