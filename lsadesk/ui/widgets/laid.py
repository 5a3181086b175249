"""Widgets laid under each other or beside each other, told in one expression."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

GAP = 8  # pixels between two things, where nothing else is said


@dataclass(frozen=True, slots=True)
class Fill:
    """What takes the room that is left: *part*, or nothing at all, which pushes the rest aside.

    *share* is against the other fills; 0 takes what none of them wants.
    """

    part: QWidget | QLayout | None = None
    share: int = 1


Part = QWidget | QLayout | Fill | int | tuple[QWidget, Qt.AlignmentFlag]
Around = int | tuple[int, int, int, int]
_Box = TypeVar("_Box", bound=QBoxLayout)


def in_column(
    *parts: Part, on: QWidget | None = None, around: Around = 0, gap: int = GAP
) -> QVBoxLayout:
    """*parts* under each other, as the layout of *on* or to be put into another one.

    A number is so many pixels left free; a pair is a widget that is no larger than it needs to
    be, and where it stands. *around* is the margin: on every side, or left, top, right, bottom.
    """
    return _laid(QVBoxLayout(), parts, on, around, gap)


def in_row(
    *parts: Part, on: QWidget | None = None, around: Around = 0, gap: int = GAP
) -> QHBoxLayout:
    """*parts* beside each other; the rest as for `in_column`."""
    return _laid(QHBoxLayout(), parts, on, around, gap)


def _laid(
    layout: _Box, parts: tuple[Part, ...], on: QWidget | None, around: Around, gap: int
) -> _Box:
    if on is not None:
        on.setLayout(layout)
    sides = (around,) * 4 if isinstance(around, int) else around
    layout.setContentsMargins(*sides)
    layout.setSpacing(gap)
    for part in parts:
        _put(layout, part)
    return layout


def _put(layout: QBoxLayout, part: Part) -> None:
    match part:
        case int():
            layout.addSpacing(part)
        case Fill(None, share):
            layout.addStretch(share)
        case Fill(QLayout() as inner, share):
            layout.addLayout(inner, share)
        case Fill(QWidget() as widget, share):
            layout.addWidget(widget, share)
        case QLayout():
            layout.addLayout(part)
        case QWidget():
            layout.addWidget(part)
        case widget, where:
            layout.addWidget(widget, 0, where)
