"""The reading font: static faces of Source Sans 3, for PDF and screen alike.

The font comes as a variable one, which reportlab cannot set; each face is cut once for
this computer's user and kept in the cache.
"""

import os
import tempfile
from enum import StrEnum
from functools import cache
from importlib.metadata import version
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib import instancer  # type: ignore[import-untyped]

from lsadesk import paths

FAMILY = "Source Sans 3"
_PACKAGE = "fontpkg_source_sans_3"
_RECIPE = 1  # raise it when the way faces are cut changes


class Face(StrEnum):
    """A static face; its value is the name reportlab knows it by."""

    REGULAR = "SourceSans3-Regular"
    SEMIBOLD = "SourceSans3-Semibold"
    BOLD = "SourceSans3-Bold"
    ITALIC = "SourceSans3-Italic"


_WEIGHTS = {Face.REGULAR: 400, Face.SEMIBOLD: 600, Face.BOLD: 700, Face.ITALIC: 400}


def font_files() -> dict[Face, Path]:
    """The file of every face, cut if it is not in the cache yet.

    Two processes may do this at once: each writes a file of its own and renames it.
    """
    folder = paths.user_cache() / "fonts"
    folder.mkdir(exist_ok=True)
    mark = f"{version(_PACKAGE)}-{_RECIPE}"
    files = {face: folder / f"{face}-{mark}.ttf" for face in Face}
    for face, file in files.items():
        if not file.exists():
            _cut(face, file)
    return files


def _cut(face: Face, target: Path) -> None:
    handle, draft = tempfile.mkstemp(suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        with TTFont(_variable(face), recalcTimestamp=False) as font:
            del font[
                "GPOS"
            ]  # kerning: reportlab reads none, and cutting it takes ten times as long
            instancer.instantiateVariableFont(
                font, {"wght": _WEIGHTS[face]}, inplace=True, updateFontNames=True
            )
            font.save(draft)
        Path(draft).replace(target)
    finally:
        Path(draft).unlink(missing_ok=True)


def _variable(face: Face) -> Path:
    from fontpkg_source_sans_3 import ROOT

    slope = "-Italic" if face is Face.ITALIC else ""
    return Path(ROOT) / "files" / f"SourceSans3{slope}[wght].ttf"


@cache
def register() -> None:
    """Make the faces known to reportlab, once a process."""
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics, ttfonts

    for face, file in font_files().items():
        pdfmetrics.registerFont(ttfonts.TTFont(str(face), str(file)))
        addMapping(str(face), 0, 0, str(face))  # a paragraph's style must be one it can look up
