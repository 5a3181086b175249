"""Lines on paper for whoever has scissors or a pen: to cut along, and to write on."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from lsadesk.reports.pages import LINE, QUIET
from lsadesk.reports.tagged import artifact

WIDTH = 504.0  # of what is written on a page of A4


class CutLine(Flowable):
    """A dashed line to cut along."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self.height = WIDTH, 10 * mm

    def draw(self) -> None:
        """Draw it for the eye alone."""
        with artifact(self.canv):
            self.canv.setStrokeColor(QUIET)
            self.canv.setDash(4, 3)
            self.canv.line(0, self.height / 2, self.width, self.height / 2)
            self.canv.setDash()


class WriteOn(Flowable):
    """Some lines to write on by hand."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.width, self.height = WIDTH, number * 9 * mm

    def draw(self) -> None:
        """Draw them for the eye alone."""
        with artifact(self.canv):
            self.canv.setStrokeColor(LINE)
            for height in (number * 9 * mm + 1 for number in range(self._number)):
                self.canv.line(0, height, self.width, height)


class TickBox(Flowable):
    """A square to tick by hand, beside what is ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 4 * mm

    def draw(self) -> None:
        """Draw it for the eye alone."""
        with artifact(self.canv):
            self.canv.setStrokeColor(QUIET)
            self.canv.rect(0, 0, self.width, self.height)
