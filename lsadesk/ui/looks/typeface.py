"""The reading font on screen: the faces that PDFs use too, as soon as they have been cut."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from lsadesk.paths import user_cache

FAMILY = "Source Sans 3"
_WEIGHT_AXIS = "wght"
_REGULAR = 400.0
_FACES = 4  # regular, semibold, bold, italic


def cut_faces() -> list[Path]:
    """The static faces that were cut on this computer before; empty on its first day.

    Empty too where the program was closed while they were cut: without all of them headings
    would stay light.
    """
    faces = sorted((user_cache() / "fonts").glob("*.ttf"))
    return faces if len(faces) >= _FACES else []


class Typeface:
    """The static faces where there are some, or else the variable font at its regular weight.

    Qt draws a variable font file at one weight only, so until the faces are cut what is bold
    is the regular face, thickened; without the font's package Qt's own font serves.
    """

    def __init__(self) -> None:
        self._variable = -1
        faces = cut_faces()
        if faces:
            self.take(faces)
        else:
            self._load_variable()

    @property
    def is_cut(self) -> bool:
        """Whether all weights are there."""
        return self._variable == -1

    @property
    def strong(self) -> int:
        """The weight of headings: semibold, or as long as there is no such face the weight
        from which Qt thickens the one that it has."""
        return QFont.Weight.DemiBold if self.is_cut else QFont.Weight.Bold

    def take(self, faces: Iterable[Path]) -> None:
        """Draw with static *faces* from now on."""
        if self._variable != -1:
            QFontDatabase.removeApplicationFont(self._variable)
            self._variable = -1
        for face in faces:
            QFontDatabase.addApplicationFont(str(face))

    def font(self, points: float) -> QFont:
        """The font for body text."""
        font = QFont(FAMILY)
        font.setPointSizeF(points)
        if not self.is_cut:
            font.setVariableAxis(QFont.Tag.fromString(_WEIGHT_AXIS), _REGULAR)
        return font

    def _load_variable(self) -> None:
        from importlib.util import find_spec

        spec = find_spec("fontpkg_source_sans_3")
        if spec is not None and spec.origin is not None:
            file = Path(spec.origin).parent / "files" / "SourceSans3[wght].ttf"
            self._variable = QFontDatabase.addApplicationFont(str(file))
