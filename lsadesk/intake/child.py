"""The process that opens an untrusted file; prints its sheets, or one sentence, as JSON.

Started as `python -m lsadesk.intake.child PATH` by `reading`, under limits of its own, so
that whatever a file does to it is done to nobody else.
"""

import json
import sys
import zlib
from pathlib import Path
from typing import Any
from xml.sax import SAXException
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException

from lsadesk.errors import UserError
from lsadesk.intake.apart import limit_memory
from lsadesk.intake.delimited import read_delimited
from lsadesk.intake.ods import is_open_document, read_ods
from lsadesk.intake.sheets import Sheet, packed
from lsadesk.intake.web_table import is_web_page, read_web_tables
from lsadesk.intake.xls import is_xls, read_xls
from lsadesk.intake.xlsx import read_xlsx

_DAMAGED = (
    "This workbook is damaged and cannot be read. Open it in your spreadsheet program, "
    "save it again and try that copy."
)
_UNSAFE = (
    "This workbook holds instructions that no spreadsheet program writes, so it was not read. "
    "Ask whoever sent it for a fresh copy."
)


def answer(path: Path) -> dict[str, Any]:
    """What to print for *path*: its sheets, or the sentence that says why not."""
    try:
        return {"sheets": [packed(sheet) for sheet in read_any(path)]}
    except UserError as refusal:
        return {"refused": str(refusal)}
    except DefusedXmlException:
        return {"refused": _UNSAFE}
    except (SAXException, BadZipFile, zlib.error, ValueError, KeyError, EOFError, RuntimeError):
        return {"refused": _DAMAGED}
    except (MemoryError, RecursionError):
        return {"refused": "This workbook needs far more memory than a staff workbook should."}


def read_any(path: Path) -> list[Sheet]:
    """The sheets of *path* by what it is, not by its ending."""
    with path.open("rb") as stream:
        start = stream.read(4096)
    if start.startswith(b"PK\x03\x04"):
        return read_ods(path) if is_open_document(path) else read_xlsx(path)
    if is_xls(start):
        return read_xls(path)
    if is_web_page(start):
        return read_web_tables(path, path.stem)
    return read_delimited(path, path.stem)


if __name__ == "__main__":
    limit_memory()
    json.dump(answer(Path(sys.argv[1])), sys.stdout)
