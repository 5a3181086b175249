"""What a page shows while it has nothing to show: what it is for and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.icons import picture
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row

SIZE = 48
WIDTH = 560  # a line that is easy to read, at 100 % text


class EmptyState(QWidget):
    """A drawing, a heading, a sentence, and the one thing to do next, or another way to begin."""

    def __init__(
        self,
        appearance: Appearance,
        drawing: str,
        title: str,
        sentence: str,
        *,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        other: str = "",
        on_other: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self._appearance, self._drawing = appearance, drawing
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = in_column(Fill(share=2), self._picture, on=self, around=32, gap=12)
        self.title, self.sentence = label(title, "heading"), label(sentence, "muted")
        for text in (self.title, self.sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            # A row of its own: aligned in the column it would be cut after its first line.
            layout.addLayout(in_row(Fill(), Fill(text, share=100), Fill()))
        if action and on_action is not None:
            layout.addSpacing(4)
            self.action = button(action, on_action, "primary")
            layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        if other and on_other is not None:
            self.other = button(other, on_other)
            layout.addWidget(self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        appearance.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        ratio = self.devicePixelRatioF()
        colour = self._appearance.theme.colours.accent
        drawn = picture(self._drawing, colour, round(SIZE * ratio))
        drawn.setDevicePixelRatio(ratio)
        self._picture.setPixmap(drawn)
        for text in (self.title, self.sentence):
            text.setMaximumWidth(WIDTH * self._appearance.percent // 100)
