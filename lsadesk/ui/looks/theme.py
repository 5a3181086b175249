"""A theme: names for colours that say what they are for, and the style made from them."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from lsadesk.paths import RESOURCES

THEMES = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}
BODY_PT = 11.0
_FOLDER = RESOURCES / "themes"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme; `resources/themes/light.toml` says what each is for."""

    window: QColor
    surface: QColor
    raised: QColor
    text: QColor
    muted: QColor
    disabled: QColor
    line: QColor
    edge: QColor
    accent: QColor
    accent_hover: QColor
    accent_soft: QColor
    on_accent: QColor
    focus: QColor
    link: QColor
    good: QColor
    good_soft: QColor
    warning: QColor
    warning_soft: QColor
    danger: QColor
    danger_soft: QColor
    on_danger: QColor
    level_0: QColor
    level_1: QColor
    level_2: QColor
    level_3: QColor
    level_4: QColor
    on_level_0: QColor
    on_level_1: QColor
    on_level_2: QColor
    on_level_3: QColor
    on_level_4: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the whole program."""

    name: str
    dark: bool
    colours: Colours


def load_theme(name: str) -> Theme:
    """The theme in `resources/themes/NAME.toml`; a missing or unknown colour is an error."""
    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    colours = Colours(**{key: QColor(value) for key, value in table["colours"].items()})
    return Theme(name, table["dark"], colours)


def palette_of(theme: Theme) -> QPalette:
    """What Qt's own drawing takes its colours from."""
    c, palette, role = theme.colours, QPalette(), QPalette.ColorRole
    for which, colour in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.surface),
        (role.AlternateBase, c.window),
        (role.Text, c.text),
        (role.PlaceholderText, c.muted),
        (role.Button, c.surface),
        (role.ButtonText, c.text),
        (role.BrightText, c.danger),
        (role.ToolTipBase, c.surface),
        (role.ToolTipText, c.text),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.on_accent),
        (role.Accent, c.accent),
        (role.Link, c.link),
        (role.LinkVisited, c.link),
        (role.Mid, c.line),
        (role.Dark, c.edge),
        (role.Light, c.raised),
    ):
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, c.disabled)
    return palette


def slider_palette(theme: Theme) -> QPalette:
    """Likewise for sliders, whose frame and ticks Qt makes from the colour behind them."""
    c, palette = theme.colours, palette_of(theme)
    for which in (QPalette.ColorRole.Window, QPalette.ColorRole.Button):
        palette.setColor(which, c.edge)
        palette.setColor(QPalette.ColorGroup.Disabled, which, c.line)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, c.disabled)
    return palette


def style_sheet(theme: Theme, percent: int, pictures: dict[str, Path], strong: int = 600) -> str:
    """`window.qss` with its @names@ filled for *theme* at a text size of *percent*.

    *pictures* are the recoloured marks (tick, chevrons) that a style sheet can only take
    from files; *strong* is the weight of headings and of whatever else stands out.
    """
    filled = {field.name: getattr(theme.colours, field.name).name() for field in fields(Colours)}
    filled |= {name: path.as_posix() for name, path in pictures.items()} | _sizes(percent)
    filled["strong"] = str(strong)
    sheet = (_FOLDER / "window.qss").read_text(encoding="utf-8")
    for name, value in filled.items():
        sheet = sheet.replace(f"@{name}@", value)
    return sheet


def _sizes(percent: int) -> dict[str, str]:
    scale = percent / 100
    return {
        "title_pt": f"{BODY_PT * 1.7 * scale:.1f}",
        "heading_pt": f"{BODY_PT * 1.25 * scale:.1f}",
        "inside": f"{round(24 * scale)}",
        "inside_framed": f"{round(24 * scale) - 2}",  # within a frame a pixel wider
        "indicator": f"{2 * round(9 * scale)}",
        "scroller": f"{round(64 * scale)}",  # room for the menu of all titles
        "indicator_half": f"{round(9 * scale)}",
    }
