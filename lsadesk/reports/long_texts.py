"""Texts too long for a table's cell: the cell points to them, and they follow below, full width."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer

from lsadesk.reports.pages import BODY, SMALL, STRONG, text

LONGEST = 500  # letters in a cell; a row of such cells still fits a page
_SHORT = 120
_ROOM = 80  # points for a note's heading and its first lines


class LongTexts:
    """Numbers the long texts of one table as its cells are made, row by row."""

    def __init__(self) -> None:
        self._kept: list[tuple[str, str]] = []

    def cell(self, words: str, about: str, style: ParagraphStyle = SMALL) -> Paragraph:
        """*words* for a cell, or where they stand; *about* says there what they belong to."""
        if len(words) <= LONGEST and words.count("\n") < 25:
            return text(words, style)
        self._kept.append((about, words))
        return text(f"{in_short(words)} (all of it in note {len(self._kept)} below)", style)

    def below(self) -> Iterator[Flowable]:
        """Every long text with its number."""
        for number, (about, words) in enumerate(self._kept, 1):
            yield CondPageBreak(_ROOM)
            yield Spacer(1, 6)
            yield text(f"Note {number}: {in_short(about)}", STRONG)
            yield text(words, BODY)


def in_short(words: str) -> str:
    """*words* in one line, and no more than their beginning where they are long."""
    line = " ".join(words.split())
    if len(line) <= _SHORT:
        return line
    return f"{line[:_SHORT].rsplit(' ', 1)[0]} \u2026"
