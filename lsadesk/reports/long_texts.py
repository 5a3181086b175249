"""Texts too long for a table's cell: the cell points to them, and they follow below, full width."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer

from lsadesk.reports.pages import BODY, SMALL, STRONG, text

LONGEST = 500  # letters in a cell; a row of such cells still fits a page


class LongTexts:
    """Numbers the long texts of one table as its cells are made, row by row."""

    def __init__(self) -> None:
        self._kept: list[tuple[str, str]] = []

    def cell(self, words: str, about: str, style: ParagraphStyle = SMALL) -> Paragraph:
        """*words* for a cell, or where they stand; *about* says there what they belong to."""
        if len(words) <= LONGEST and words.count("\n") < 25:
            return text(words, style)
        self._kept.append((about, words))
        start = words[:120].rsplit(" ", 1)[0]
        return text(f"{start} \u2026 (all of it in note {len(self._kept)} below)", style)

    def below(self) -> Iterator[Flowable]:
        """Every long text with its number."""
        for number, (about, words) in enumerate(self._kept, 1):
            yield Spacer(1, 6)
            yield text(f"Note {number}: {about}", STRONG)
            yield text(words, BODY)
