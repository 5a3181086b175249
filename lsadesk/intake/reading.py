"""Reads somebody's workbook in a process of its own, or says in a sentence why not."""

import zipfile
from pathlib import Path

from lsadesk.errors import UserError
from lsadesk.intake.apart import answer_of
from lsadesk.intake.dittos import with_dittos
from lsadesk.intake.filled_forms import with_forms_listed
from lsadesk.intake.ods import is_open_document
from lsadesk.intake.sheets import Sheet, unpacked
from lsadesk.intake.side_by_side import parts_of
from lsadesk.intake.sideways import upright
from lsadesk.intake.ticked import with_ticked_levels
from lsadesk.intake.web_table import is_web_page
from lsadesk.intake.xls import is_xls

_SAVE_AS = "Open it in your spreadsheet program, choose Save As, pick Excel workbook (.xlsx)"


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook or .csv file that hold anything.

    The file is only read. Raises UserError with one plain sentence for whatever is not a
    workbook of a reasonable size.
    """
    sheets = [part for sheet in read_sheets(path) for part in parts_of(with_dittos(sheet))]
    return tuple(with_ticked_levels(upright(sheet)) for sheet in with_forms_listed(sheets))


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """`read_workbook`, with every sheet as it is laid out: lists side by side stay together."""
    _refuse_by_sight(path)
    sheets = tuple(sheet for sheet in _from_child(path) if sheet.rows)
    if not sheets:
        raise UserError(f"{path.name} holds no filled cells, so there is nothing to import.")
    return sheets


def _refuse_by_sight(path: Path) -> None:
    """Raise UserError for what is plainly no workbook; looks at the first bytes only."""
    if path.is_dir():
        raise UserError(f"{path.name} is a folder; choose the workbook inside it.")
    if path.name.startswith("~$"):
        whole = path.name.removeprefix("~$")
        raise UserError(f"{path.name} only marks that {whole} is open in Excel; choose {whole}.")
    try:
        with path.open("rb") as stream:
            start = stream.read(4096)
    except FileNotFoundError as error:
        raise UserError(f"There is no file {path.name} at that place.") from error
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be opened. Close it in other programs, check that you may "
            "read it, and try again."
        ) from error
    if not start.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise UserError(f"{path.name} is empty.")
    refusal = _other_kind(path, start)
    if refusal:
        raise UserError(refusal)


def _other_kind(path: Path, start: bytes) -> str:
    """A sentence for a kind of file that is neither a workbook nor a table of text, or ""."""
    if is_xls(start):
        return ""
    if start.startswith(b"%PDF"):
        return f"{path.name} is a PDF. Ask for the spreadsheet it was made from."
    if start.startswith(b"PK\x03\x04"):
        return _zip_sentence(path)
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"{path.name} is not a spreadsheet, whatever its name says."
    return "" if is_web_page(start) else _text_sentence(path, start)


def _text_sentence(path: Path, start: bytes) -> str:
    """A sentence for text that is no table, or ""."""
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return f"{path.name} is XML inside, not a workbook. {_SAVE_AS}."
    is_table = max(start.count(sign) for sign in (b",", b";", b"\t", b"|")) > 1
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods") and not is_table:
        return f"{path.name} is plain text inside, and no table."
    return ""


def _zip_sentence(path: Path) -> str:
    """A sentence for a zip that is no workbook of ours, or ""."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return f"{path.name} is damaged or cut short. Ask for it again or save it again."
    names = {member.filename for member in members}
    if is_open_document(path):
        return ""
    signs = (
        (
            any(member.flag_bits & 1 for member in members),
            "is password-protected. Save a copy without the password and try that.",
        ),
        ("content.xml" in names, f"is an OpenDocument file of another kind. {_SAVE_AS}."),
        (
            any(name.startswith(("word/", "ppt/")) for name in names),
            "is a document, not a workbook. Copy its table into a spreadsheet.",
        ),
        ("xl/workbook.bin" in names, f"is a binary workbook. {_SAVE_AS}, and import that."),
        ("[Content_Types].xml" not in names, "is not a spreadsheet, whatever its name says."),
    )
    return next((f"{path.name} {sentence}" for holds, sentence in signs if holds), "")


def _from_child(path: Path) -> list[Sheet]:
    answer = answer_of(
        "lsadesk.intake.child",
        [str(path.resolve())],
        too_long=f"{path.name} takes too long to read. Copy the sheets you need into a new "
        "workbook.",
        too_much=f"{path.name} could not be read within the memory that a staff workbook should "
        "need.",
    )
    return [unpacked(sheet) for sheet in answer["sheets"]]
