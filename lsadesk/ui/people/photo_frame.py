"""Which part of a photo goes on cards, and that its owner agrees to it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPixmap, QWheelEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSlider, QWidget

from lsadesk.domain.staff.on_cards import Frame, Portrait
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.words import tr

_SIDE = 220
_STEPS, _STEP = 100, 5
_CLOSEST = 0.25  # of the shorter side: closer, a face has too few dots to be printed


class _Slider(QSlider):
    """From none to all of something by its arrow keys; the wheel scrolls and sets nothing."""

    def __init__(self, share: float) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, _STEPS)
        self.setSingleStep(_STEP)
        self.setPageStep(4 * _STEP)
        self.setValue(round(_STEPS * share))
        self.setProperty("role", "smooth")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class FrameQuestion(Question):
    """A photo with what of it is printed, moved by three sliders; every step is a key press."""

    def __init__(self, parent: QWidget | None, photo: Portrait, *, own: bool) -> None:
        super().__init__(
            parent,
            tr("What of it is printed"),
            tr("Move the photo until the face fills the square."),
            tr("Keep this photo"),
        )
        self.setMinimumWidth(580)
        self._whole = QImage.fromData(photo.jpeg)
        self.shown = QLabel()
        self.shown.setFixedSize(_SIDE, _SIDE)
        self.shown.setAccessibleName(tr("The photo as it is printed"))
        form = Form()
        usual = Frame()
        self.across = form.add(tr("Left or &right"), _Slider(usual.across))
        self.down = form.add(tr("&Up or down"), _Slider(usual.down))
        self.closer = form.add(tr("&Closer"), _Slider(0.0))
        self._how: QLineEdit | None = None
        self._ask_agreed(form, own=own)
        for slider in (self.across, self.down, self.closer):
            slider.valueChanged.connect(self._show)
        beside = in_row((self.shown, Qt.AlignmentFlag.AlignTop), Fill(form), gap=24)
        self.body.addLayout(beside)
        self._show()

    @property
    def how(self) -> str:
        """How its owner agreed, where somebody else says so."""
        return "" if self._how is None else self._how.text().strip()

    def frame(self) -> Frame:
        """What of the photo is wanted."""
        closer = self.closer.value() / _STEPS
        return Frame(
            self.across.value() / _STEPS,
            self.down.value() / _STEPS,
            1 - (1 - _CLOSEST) * closer,
        )

    def _show(self) -> None:
        left, top, right, bottom = self.frame().box(self._whole.width(), self._whole.height())
        cut = self._whole.copy(QRect(left, top, right - left, bottom - top))
        smooth = Qt.TransformationMode.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        self.shown.setPixmap(QPixmap.fromImage(cut).scaled(_SIDE, _SIDE, keep, smooth))

    def _ask_agreed(self, form: Form, *, own: bool) -> None:
        """Without a word that its owner agrees, no photo is kept."""
        self.yes.setEnabled(False)
        if own:
            agrees = form.tick(
                tr("I &agree to this"),
                hint=tr(
                    "It is printed on the cards of the learners I work with, and nowhere else, "
                    "until I take it back."
                ),
            )
            agrees.toggled.connect(self.yes.setEnabled)
            return
        self._how = form.text(
            tr("How and when they &agreed"),
            hint=tr("As: told me on 3 Nov. Without it no photo is kept."),
        )
        self._how.textChanged.connect(lambda words: self.yes.setEnabled(bool(words.strip())))


def ask_frame(parent: QWidget | None, photo: Portrait, *, own: bool) -> tuple[Frame, str] | None:
    """What of *photo* is kept, and how its owner agreed ("" for one's own); None: cancelled."""
    question = FrameQuestion(parent, photo, own=own)
    return (question.frame(), question.how) if question.answered() else None
