"""What the look of an .xlsx workbook's cells says. Source: ECMA-376 part 1, section 18.8."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # the type only

from lsadesk.intake.hues import fills_of

STYLED = frozenset({"numFmt", "fonts", "fills", "cellXfs"})  # the elements that say it
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
_NOT_A_DATE = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What the look of a cell says: that it is a date, a colour, that it holds no more."""

    is_date: bool = False
    hue: str = ""
    is_struck: bool = False


PLAIN = Style()


def styles_of(elements: Iterable[Element], theme: Sequence[str]) -> list[Style]:
    """The styles of a workbook in the order that its cells count them in."""
    own: dict[str, str] = {}
    fills: dict[int, str] = {}
    struck: set[int] = set()
    looks: list[Element] = []
    for element in elements:
        match element.tag:
            case "numFmt":
                own[element.get("numFmtId", "")] = element.get("formatCode", "")
            case "fonts":
                struck = {at for at, font in enumerate(element) if is_struck(font)}
            case "fills":
                fills = dict(enumerate(fills_of(element, theme)))
            case _:
                looks = list(element)
    return [
        Style(
            _is_date(look.get("numFmtId", "0"), own),
            fills.get(int(look.get("fillId", 0)), ""),
            int(look.get("fontId", 0)) in struck,
        )
        for look in looks
    ]


def is_struck(font: Element) -> bool:
    """Whether a font, or the look of a run of words, crosses them out."""
    return any(
        child.tag == "strike" and child.get("val", "1") not in ("0", "false") for child in font
    )


def _is_date(number: str, own: dict[str, str]) -> bool:
    if number in own:
        code = _NOT_A_DATE.sub("", own[number].split(";")[0])
        return bool(re.search(r"[dmhys]", code, re.IGNORECASE)) and "General" not in code
    return number.isdecimal() and int(number) in _BUILT_IN_DATES
