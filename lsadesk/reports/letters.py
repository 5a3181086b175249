"""Words as the reading font can print them: what it has no letter for is named, never a box."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Any

from lsadesk.reports.fonts import Face

_SCRIPTS = ("ARABIC", "HEBREW", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "DEVANAGARI", "BENGALI")
_LEFT_OUT = {"\u200d", "\ufe0e", "\ufe0f", "\u200e", "\u200f", "\ufeff"}  # they join and turn only


def printable(words: str) -> str:
    """*words* without control characters, and with [what it is] for what the font lacks.

    What stands of one script in a line is named once ("[6 Arabic letters]"), a sign by its name
    ("[thumbs up sign]"); the program itself keeps and shows all of it.
    """
    if words.isascii():
        return words if words.isprintable() else _without_controls(words)
    whole = unicodedata.normalize("NFC", _without_controls(words))
    has = letters()
    if has.issuperset(whole):
        return whole
    runs = groupby(whole, lambda letter: _kind(letter, has))
    joined = _joined((kind, "".join(run)) for kind, run in runs)
    return "".join(run if kind == "" else _named(kind, run) for kind, run in joined)


@cache
def letters() -> frozenset[str]:
    """Every letter of the reading font."""
    from reportlab.pdfbase import pdfmetrics

    font: Any = pdfmetrics.getFont(Face.REGULAR)
    return frozenset({"\n", *map(chr, font.face.charToGlyph)})


def _without_controls(words: str) -> str:
    return "".join(each for each in words if each >= " " or each == "\n").replace("\x7f", "")


def _kind(letter: str, has: frozenset[str]) -> str:
    """ "" for a letter the font has, its script, or "sign"."""
    if letter in has:
        return ""
    if letter in _LEFT_OUT or unicodedata.combining(letter):
        return "joiner"
    name = unicodedata.name(letter, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "sign")


def _joined(runs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words of one script in a line are one run, with no blanks counted."""
    told: list[tuple[str, str]] = []
    for kind, run in runs:
        between = told[-2:]
        if kind in _SCRIPTS and [each for each, _ in between] == [kind, ""]:
            (_, before), (_, blank) = between
            if blank.isspace() and "\n" not in blank:
                told[-2:] = [(kind, before + run)]
                continue
        told.append((kind, run))
    return told


def _named(kind: str, run: str) -> str:
    if kind == "joiner":
        return ""
    if kind == "sign":
        return "".join(f"[{_sign(letter)}]" for letter in run)
    letters = "letter" if len(run) == 1 else "letters"
    return f"[{len(run)} {kind.title() if kind != 'CJK' else 'Chinese'} {letters}]"


def _sign(letter: str) -> str:
    if "\U0001f3fb" <= letter <= "\U0001f3ff":
        return "skin tone"
    return unicodedata.name(letter, "a sign this font lacks").lower()
