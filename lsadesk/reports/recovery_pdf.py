"""The recovery key on one sheet of A4: the key in large groups, what it opens, where it is kept."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.recovery import CHECKS, IN_A_ROW, SECTIONS, RecoverySheet
from lsadesk.domain.keeping.recovery import TITLE as NAME
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import (
    BODY,
    NOTE,
    TITLE,
    headed,
    plain_table,
    signature_lines,
    text,
    write_pdf,
)

_KEY = ParagraphStyle("key", BODY, fontName=Face.SEMIBOLD, fontSize=20, leading=30)
_GROUP_WIDTH = 123.0


def write_recovery_sheet(sheet: RecoverySheet, path: Path) -> None:
    """Write *sheet* to *path*; the same sheet gives the same bytes.

    Raises:
        UserError: the file cannot be written.
    """
    footer = f"{sheet.college}: keep this locked away."
    write_pdf(path, list(_story(sheet)), title=f"{NAME}, {sheet.college}", footer=footer)


def _story(sheet: RecoverySheet) -> Iterator[Flowable]:
    yield text(NAME, TITLE)
    yield text(f"{sheet.college} \u00b7 made on {uk_date(sheet.made_on)}")
    yield Spacer(0, 14)
    for at, row in enumerate(sheet.rows()):
        cells = [
            [text(f"Group {at * IN_A_ROW + place}", NOTE), text(group, _KEY)]
            for place, group in enumerate(row, 1)
        ]
        yield plain_table([cells], [_GROUP_WIDTH] * len(row))
    for title, words in SECTIONS:
        yield from headed(title)
        yield text(words)
    yield from headed("Initials and dates")
    yield signature_lines(CHECKS)
