"""Photos of people on a page: each is written into the file once, however often it is shown."""

from hashlib import sha256
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from lsadesk.reports.tagged import tagged

_UNIT = 100.0


def draw_photo(canvas: Canvas, jpeg: bytes, side: float) -> None:
    """Draw *jpeg* as a square with round corners, its foot at the origin of *canvas*."""
    name = f"photo-{sha256(jpeg).hexdigest()[:16]}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, _UNIT, _UNIT)
        within = canvas.beginPath()
        within.roundRect(0, 0, _UNIT, _UNIT, _UNIT / 8)
        canvas.clipPath(within, stroke=0)
        canvas.drawImage(ImageReader(BytesIO(jpeg)), 0, 0, _UNIT, _UNIT)
        canvas.endForm()
    canvas.saveState()
    canvas.scale(side / _UNIT, side / _UNIT)
    canvas.doForm(name)
    canvas.restoreState()


class PictureOf(Flowable):
    """A photo; *words* are what whoever hears the page is told."""

    def __init__(self, jpeg: bytes, side: float, words: str) -> None:
        super().__init__()
        self._jpeg, self._words = jpeg, words
        self.width = self.height = side

    def draw(self) -> None:
        """Draw it as a figure."""
        with tagged(self.canv, "Figure", self._words):
            draw_photo(self.canv, self._jpeg, self.width)
