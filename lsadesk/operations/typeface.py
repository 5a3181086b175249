"""The reading font for the screen, the same that the PDFs embed."""

from pathlib import Path


def reading_faces() -> list[Path]:
    """The files of the reading font's static faces; cut now if this computer has none yet."""
    from lsadesk.reports.fonts import font_files

    return list(font_files().values())
