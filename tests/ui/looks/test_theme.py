"""The themes, held to WCAG 2.2 from their files."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from lsadesk.ui.looks.theme import THEMES, Colours, load_theme, palette_of, style_sheet

# (what is drawn, what it is drawn on): text to 4.5, in high contrast to 7.
TEXT = (
    *((text, on) for text in ("text", "muted") for on in ("window", "surface", "raised")),
    *((text, on) for text in ("link", "danger", "warning", "good") for on in ("window", "surface")),
    *(("text", f"{kind}_soft") for kind in ("accent", "good", "warning", "danger")),
    *((kind, f"{kind}_soft") for kind in ("good", "warning", "danger")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_danger", "danger"),
    *((f"on_level_{level}", f"level_{level}") for level in range(5)),
)
# What cannot be used now is fainter, but still read: to 3, in high contrast to 7.
DISABLED = tuple(("disabled", on) for on in ("window", "surface", "raised"))
# Edges of fields, focus and marks: 3 to 1 (1.4.11).
MARKS = tuple((mark, on) for mark in ("edge", "focus", "accent") for on in ("window", "surface"))


@pytest.mark.parametrize("name", THEMES)
def test_all_text_can_be_read(name: str) -> None:
    needed = 7 if name == "contrast" else 4.5
    assert _faint(load_theme(name).colours, TEXT, needed) == []


@pytest.mark.parametrize("name", THEMES)
def test_what_cannot_be_used_now_can_be_read(name: str) -> None:
    needed = 7 if name == "contrast" else 3
    assert _faint(load_theme(name).colours, DISABLED, needed) == []


@pytest.mark.parametrize("name", THEMES)
def test_every_field_and_the_focus_can_be_seen(name: str) -> None:
    assert _faint(load_theme(name).colours, MARKS, 3) == []


@pytest.mark.parametrize("name", THEMES)
def test_no_colour_of_the_style_sheet_is_left_without_a_name(name: str) -> None:
    ways = (f"chevron_{way}" for way in ("down", "up", "left", "right"))
    pictures = {key: Path("x.svg") for key in ("tick", "menu_tick", "dot", "dot_disabled", *ways)}
    sheet = style_sheet(load_theme(name), 100, pictures)
    assert "@" not in sheet


@pytest.mark.parametrize("name", THEMES)
def test_selected_text_can_be_read_where_qt_draws_it(name: str) -> None:
    palette = palette_of(load_theme(name))
    assert _contrast(palette.highlightedText().color(), palette.highlight().color()) >= 4.5


def _faint(colours: Colours, pairs: tuple[tuple[str, str], ...], needed: float) -> list[str]:
    return [
        f"{front} on {back}: {ratio:.2f}"
        for front, back in pairs
        if (ratio := _contrast(getattr(colours, front), getattr(colours, back))) < needed
    ]


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
