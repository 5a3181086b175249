"""The colours of a workbook's cells, as far as they are a traffic light's or blue."""

import colorsys
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element  # the type only

_INDEXED = {
    2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 10: "FF0000", 11: "00FF00",
    12: "0000FF", 13: "FFFF00", 17: "008000", 42: "CCFFCC", 43: "FFFF99", 45: "FF99CC",
    50: "99CC00", 51: "FFCC00", 52: "FF9900", 53: "FF6600", 57: "339966",
}  # fmt: skip
_RANGES = ((20, "Red"), (70, "Amber"), (170, "Green"), (260, "Blue"), (330, ""), (361, "Red"))
PALEST = 0.12  # of saturation: Excel's own pale red and green have more, its banding less


def hue_of(rgb: str) -> str:
    """Red, Amber, Green or Blue, or "" for what no legend would call so: "FFC6EFCE"."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6,8}", rgb):
        return ""
    red, green, blue = (int(rgb[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < PALEST or value < 0.3:
        return ""
    return next(name for limit, name in _RANGES if hue * 360 < limit)


def fills_of(fills: Element, theme: Sequence[str]) -> list[str]:
    """The hue of each fill of a workbook's styles; *theme* are its theme's colours."""
    return [_fill(fill, theme) for fill in fills]


def _fill(fill: Element, theme: Sequence[str]) -> str:
    for pattern in fill:
        if pattern.tag != "patternFill" or pattern.get("patternType") != "solid":
            continue
        for colour in pattern:
            if colour.tag == "fgColor":
                return hue_of(_rgb(colour, theme))
    return ""


def _rgb(colour: Element, theme: Sequence[str]) -> str:
    number = colour.get("theme") or colour.get("indexed") or ""
    if colour.get("theme") is not None and number.isdecimal() and int(number) < len(theme):
        return theme[int(number)]
    if colour.get("indexed") is not None and number.isdecimal():
        return _INDEXED.get(int(number), "")
    return colour.get("rgb", "")
