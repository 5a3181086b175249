"""Files that somebody attaches to an appraisal or to a line of a plan, and which may be.

Both sides can attach something to what they talk about, and both see it (requirement C11).
"""

import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from typing import NewType

from lsadesk.domain.appraisals.appraisal import Appraisal
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.rights import AccountId
from lsadesk.domain.staff.people import PersonId

FileId = NewType("FileId", int)

LARGEST = 5 * 1024 * 1024  # bytes: a certificate scanned well needs a tenth of it
MOST = 10  # files of one appraisal, or of one line
_LONGEST_NAME = 120
_MARK_BEGINS = 12  # letters of a mark that people compare by eye
_UNSEEN = re.compile("[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class FileKind(StrEnum):
    """What a file is; a kind that could run something by itself is not among them."""

    PDF = "PDF"
    PICTURE = "picture"
    TEXT = "text"
    WORD = "Word document"
    EXCEL = "Excel workbook"
    SLIDES = "PowerPoint slides"
    OPEN_TEXT = "OpenDocument text"

    @property
    def shows_here(self) -> bool:
        """Whether the program shows it by itself, so that no copy has to leave the college file."""
        return self in (FileKind.PICTURE, FileKind.TEXT)


KIND_OF = {
    ".pdf": FileKind.PDF,
    ".png": FileKind.PICTURE,
    ".jpg": FileKind.PICTURE,
    ".jpeg": FileKind.PICTURE,
    ".txt": FileKind.TEXT,
    ".docx": FileKind.WORD,
    ".xlsx": FileKind.EXCEL,
    ".pptx": FileKind.SLIDES,
    ".odt": FileKind.OPEN_TEXT,
}
_BEGINS = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8",
    ".jpeg": b"\xff\xd8",
}
_PART = {  # what has to be inside what is packed
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
    ".odt": "content.xml",
}
ACCEPTED = (
    "Attach a PDF, a picture (PNG or JPEG), a plain text, a Word, Excel or PowerPoint file "
    "without macros, or an OpenDocument text."
)


class Where(StrEnum):
    """What files are attached to."""

    APPRAISAL = "appraisal"
    PLAN = "line of the plan"


@dataclass(frozen=True, slots=True)
class About:
    """An appraisal, all its versions together, or a line of a plan; *number* is its id."""

    where: Where
    number: int
    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file as it is to be attached; *what* says in a few words what it is, "" for nothing."""

    name: str
    content: bytes
    what: str = ""

    @property
    def mark(self) -> str:
        """What tells this content from every other."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """An attached file without its content.

    *signed* names who brought it, *author* is who was signed in then.
    """

    id: FileId
    about: About
    name: str
    size: int
    mark: str
    what: str
    author: AccountId
    signed: str
    attached_at: datetime

    @property
    def kind(self) -> FileKind:
        """What it is."""
        return KIND_OF[_ending(self.name)]


def of_appraisal(found: Appraisal) -> About:
    """The files of *found* stay with it through every version."""
    return About(Where.APPRAISAL, found.first, found.person)


def of_line(action: PlanAction) -> About:
    """The files of a line of a plan."""
    return About(Where.PLAN, action.id, action.person)


def plain_name(name: str) -> str:
    """A file's name without folders, and without signs that make it read otherwise."""
    last = _UNSEEN.sub("", name.replace("\\", "/").rpartition("/")[2]).strip()
    ending = _ending(last)
    return last[: len(last) - len(ending)][: _LONGEST_NAME - len(ending)] + ending


def problem_of(name: str, size: int, already: int) -> str:
    """Why a file of that name and *size* in bytes cannot be attached to *already* others.

    It can be asked before the file is read; "" for nothing.
    """
    if already >= MOST:
        return (
            f"There are {MOST} files here already, and there is room for no more. Take one off "
            "first, or attach it where it belongs more closely."
        )
    if _ending(name) not in KIND_OF:
        return f"{name} cannot be attached. {ACCEPTED}"
    if not size:
        return f"{name} is empty. Look whether it was saved, then attach it again."
    if size > LARGEST:
        return (
            f"{name} has {size_words(size)}, and a file may have up to {size_words(LARGEST)}. "
            "Save it smaller, as a PDF for example, or attach the pages that matter."
        )
    return ""


def problem_in(name: str, content: bytes) -> str:
    """Why *content* is not what *name* says; "" where it is."""
    if _is_what_it_says(_ending(name), content):
        return ""
    return (
        f"{name} is not what its name says: no {KIND_OF[_ending(name)].value} is inside. Save it "
        "anew in the program it comes from, then attach it again."
    )


def size_words(size: int) -> str:
    """A number of bytes as people say it."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".0 ", " ")


def in_words(file: AttachedFile) -> str:
    """A file in a record or a plan on paper: its mark tells its content from every other."""
    what = f": {file.what}" if file.what else ""
    day = uk_date(file.attached_at.astimezone().date())
    return (
        f"{file.name}{what} ({file.kind.value}, {size_words(file.size)}, brought by {file.signed}, "
        f"attached {day}, mark {file.mark[:_MARK_BEGINS]})"
    )


def _ending(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def _is_what_it_says(ending: str, content: bytes) -> bool:
    if ending in _BEGINS:
        return content.startswith(_BEGINS[ending])
    if ending in _PART:
        return _has_part(content, _PART[ending])
    return _is_text(content)


def _has_part(content: bytes, part: str) -> bool:
    """Whether *part* is packed inside, and no macro is; nothing is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return part in names and not any(each.lower().endswith("vbaproject.bin") for each in names)


def _is_text(content: bytes) -> bool:
    return b"\x00" not in content


def as_text(content: bytes) -> str:
    """The words of a plain text, whichever of the two usual ways it was saved in."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
