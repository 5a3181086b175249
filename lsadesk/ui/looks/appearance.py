"""The theme and text size that the window has at this moment."""

import sys
from collections.abc import Iterable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from lsadesk.ui.looks.icons import coloured_file, icon
from lsadesk.ui.looks.theme import BODY_PT, load_theme, palette_of, slider_palette, style_sheet
from lsadesk.ui.looks.typeface import Typeface

SYSTEM = "system"
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
# What Windows gives fonts of their own, which the application's font leaves alone.
FONTS_OF_WINDOWS = (
    *("QAbstractItemView", "QDockWidgetTitle", "QMdiSubWindowTitleBar", "QMenu", "QMenuBar"),
    *("QMessageBox", "QStatusBar", "QTipLabel"),
)


def make_application() -> QApplication:
    """This process's one application, drawn in the Fusion style on every system.

    The style is named as an argument: given as an object, Python would first learn every
    enum of QStyle, which takes a tenth of the time to the first paint.
    """
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    return QApplication(["lsadesk", "-style", "fusion"])


class Appearance(QObject):
    """Applies a theme and a text size to what it dresses; `changed` says when either moved.

    A widget that paints for itself takes its colours from `theme.colours` while painting
    and connects `changed` to its `update`; all others follow by themselves.
    """

    changed = Signal()

    def __init__(self, application: QApplication, chosen: str, percent: int) -> None:
        super().__init__(application)
        self._application = application
        self._chosen = chosen
        self._percent = percent
        self._typeface = Typeface()
        self._windows: list[QWidget] = []
        self.theme = load_theme(self._wanted())
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._follow)

    def dress(self, window: QWidget) -> None:
        """Draw *window*, and whatever opens over it, in this look from now on.

        The sheet is the window's and not the application's: else Qt would style a page with
        all that is in it at every step of its building, before it ever is in a window.
        """
        self._windows.append(window)
        window.setStyleSheet(self._sheet)

    @property
    def chosen(self) -> str:
        """What the person chose: a theme's name, or `SYSTEM`."""
        return self._chosen

    @property
    def percent(self) -> int:
        """The text size, 100 to 200."""
        return self._percent

    def choose(self, name: str) -> None:
        """Change to the theme *name*, or follow the system."""
        self._chosen = name
        self._follow()

    def set_text_size(self, percent: int) -> None:
        """Change the text size."""
        self._percent = min(max(percent, TEXT_SIZES[0]), TEXT_SIZES[-1])
        self._apply()

    def step_text_size(self, steps: int) -> None:
        """Go *steps* up or down the ladder of text sizes."""
        nearest = min(range(len(TEXT_SIZES)), key=lambda at: abs(TEXT_SIZES[at] - self._percent))
        self.set_text_size(TEXT_SIZES[min(max(nearest + steps, 0), len(TEXT_SIZES) - 1)])

    @property
    def needs_faces(self) -> bool:
        """Whether the reading font's faces have still to be cut on this computer."""
        return not self._typeface.is_cut

    def take_faces(self, faces: Iterable[Path]) -> None:
        """Draw with the static *faces* of the reading font from now on."""
        self._typeface.take(faces)
        self._apply()

    def icon(self, name: str) -> QIcon:
        """The drawing *name* in the text colour of the theme."""
        return icon(name, self.theme.colours.text)

    def _follow(self) -> None:
        self.theme = load_theme(self._wanted())
        self._apply()

    def _wanted(self) -> str:
        if self._chosen != SYSTEM:
            return self._chosen
        hints = self._application.styleHints()
        accessibility = hints.accessibility()  # kept in a name: Qt frees a chained temporary
        if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _apply(self) -> None:
        colours = self.theme.colours
        self._windows = list(filter(shiboken6.isValid, self._windows))
        for window in self._windows:  # Qt goes from sheet to sheet five times slower than over none
            window.setStyleSheet("")
        self._application.setPalette(palette_of(self.theme))
        self._application.setPalette(slider_palette(self.theme), "QSlider")  # type: ignore[arg-type]  # the stub says bytes
        font = self._typeface.font(BODY_PT * self._percent / 100)
        self._application.setFont(font)
        # Told now, or the sheet below would keep the old size. The windows' own font would not do:
        # pages that are not on screen would stay one change behind.
        self._application.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)
        pictures = {
            "chevron_down": coloured_file("chevron-down", colours.text),
            "chevron_left": coloured_file("chevron-left", colours.text),
            "chevron_right": coloured_file("chevron-right", colours.text),
            "chevron_up": coloured_file("chevron-up", colours.text),
            "tick": coloured_file("tick", colours.on_accent),
            "menu_tick": coloured_file("tick", colours.text),
            "dot": coloured_file("dot", colours.accent),
            "dot_disabled": coloured_file("dot", colours.disabled),
        }
        self._sheet = style_sheet(self.theme, self._percent, pictures, self._typeface.strong)
        for window in self._windows:
            window.setStyleSheet(self._sheet)
        if sys.platform == "win32":  # after the sheet, which brings the system's own back
            for name in FONTS_OF_WINDOWS:
                self._application.setFont(font, name)
        self.changed.emit()
