"""The heads of the matrix: names of skills under their groups, names of people, the corner.

Each paints what is visible in one loop; `Measures` says how large everything is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from lsadesk.domain.auditing.audit import AuditMatrix, Columns
from lsadesk.domain.auditing.skills import Skill
from lsadesk.ui.audit.looks import cell_size
from lsadesk.ui.looks.theme import Colours
from lsadesk.ui.words import count, tr

if TYPE_CHECKING:
    from lsadesk.ui.audit.view import MatrixView

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDED = Qt.TextElideMode.ElideRight
_PAD = 8


@dataclass(frozen=True, slots=True)
class Measures:
    """The sizes of a matrix drawn in one font, in pixels."""

    cell: QSize
    band: int  # the groups, on top
    names: int  # the names of skills, standing
    strip: int  # how many have the skill
    person: int  # names of people
    team: int  # beside them, or what they are grouped by; 0: nobody needs telling

    @property
    def across(self) -> int:
        """The height of the headings."""
        return self.band + self.names + self.strip

    @property
    def down(self) -> int:
        """The width of the frozen names."""
        return self.person + self.team


def measured(matrix: AuditMatrix, tags: Sequence[str], font: QFont) -> Measures:
    """The sizes that *matrix* asks for; long names are cut, not given all the room.

    *tags* are what stands beside the names: teams, or what rows are grouped by.
    """
    metrics, bold = QFontMetrics(font), QFontMetrics(_bold(font))
    em = metrics.height()
    names = max((_length(two_lines(each.name, metrics), bold) for each in matrix.skills), default=0)
    people = max((bold.horizontalAdvance(each.sort_name) for each in matrix.people), default=0)
    kinds = set(tags)
    team = max((bold.horizontalAdvance(name) for name in kinds), default=0)
    return Measures(
        cell_size(font),
        em + 4 if any(skill.group for skill in matrix.skills) else 0,
        min(max(names + _PAD + 4, 4 * em), 11 * em),
        em + 4,
        min(max(people, 8 * em) + 2 * _PAD, 14 * em),
        min(team, 8 * em) + 2 * _PAD if len(kinds) > 1 else 0,
    )


def fitted(wanted: Measures, room: QSize) -> Measures:
    """*wanted* in *room*: heads never take more than a share of it, and teams go first."""
    em = wanted.strip
    return replace(
        wanted,
        names=min(wanted.names, max(room.height() // 4, 9 * em // 2)),
        person=min(wanted.person, max(room.width() // 3, 6 * em)),
        team=wanted.team if room.width() > 30 * em else 0,
    )


def two_lines(name: str, metrics: QFontMetrics) -> list[str]:
    """*name* in one line or two of about the same length."""
    words = name.split()
    splits = [
        [" ".join(words[:at]), " ".join(words[at:])] if at else [name] for at in range(len(words))
    ]
    return min(splits or [[name]], key=lambda lines: _length(lines, metrics))


def _length(lines: list[str], metrics: QFontMetrics) -> int:
    return max(metrics.horizontalAdvance(line) for line in lines)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


class SkillHeader(QHeaderView):
    """Groups in a band, names of skills standing below, and how many have each."""

    def __init__(self, view: "MatrixView") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._names: dict[tuple[int, bool], QPixmap] = {}
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)
        self.setAccessibleName(tr("Skills"))

    def sizeHint(self) -> QSize:
        """As fixed: Qt would measure two hundred headings at each turn, and not use it."""
        return self.minimumSize()

    def forget(self) -> None:
        """Draw everything afresh: skills or looks are others."""
        self._names.clear()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headings within the area asked for."""
        view, area = self._view, event.rect()
        matrix, wide = view.shown, view.measures.cell.width()
        painter = QPainter(self.viewport())
        painter.fillRect(area, view.colours.raised)
        painter.setFont(self.font())
        first = max((area.left() + self.offset()) // wide, 0)
        last = min((area.right() + self.offset()) // wide + 1, len(matrix.skills))
        for column in range(first, last):
            self._paint_skill(painter, column, column * wide - self.offset())
        self._paint_groups(painter, matrix.skills)
        painter.fillRect(0, self.height() - 1, self.width(), 1, view.colours.edge)

    def _paint_skill(self, painter: QPainter, column: int, left: int) -> None:
        view, sizes, c = self._view, self._view.measures, self._view.colours
        wide, holders = sizes.cell.width(), view.holders[column]
        here = QRect(left, sizes.band, wide, sizes.names)
        chosen = column in view.chosen_columns
        if chosen or column == view.currentIndex().column():
            painter.fillRect(here, c.accent if chosen else c.accent_soft)
        painter.drawPixmap(left, sizes.band, self._standing(column, chosen=chosen))
        strip = QRect(left, sizes.band + sizes.names, wide, sizes.strip)
        ground, ink = {0: (c.danger_soft, c.danger), 1: (c.warning_soft, c.warning)}.get(
            holders, (c.raised, c.text)
        )
        painter.fillRect(strip, ground)
        painter.setPen(ink)
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, str(holders))
        painter.fillRect(left + wide - 1, sizes.band, 1, sizes.names + sizes.strip, c.line)

    def _standing(self, column: int, *, chosen: bool) -> QPixmap:
        """The name of a skill reading upwards, drawn once."""
        if (column, chosen) not in self._names:
            c, name = self._view.colours, self._view.shown.skills[column].name
            self._names[column, chosen] = self._drawn(name, c.on_accent if chosen else c.text)
        return self._names[column, chosen]

    def _drawn(self, name: str, ink: QColor) -> QPixmap:
        sizes, ratio = self._view.measures, self.devicePixelRatioF()
        picture = QPixmap(QSize(sizes.cell.width(), sizes.names) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(_bold(self.font()))
        painter.setPen(ink)
        painter.translate(0, sizes.names)
        painter.rotate(-90)
        metrics = painter.fontMetrics()
        lines = two_lines(name, metrics)
        high = min(metrics.height(), (sizes.cell.width() - 2) // len(lines))
        top = (sizes.cell.width() - high * len(lines)) / 2
        for at, line in enumerate(lines):
            fitted = metrics.elidedText(line, _ELIDED, sizes.names - _PAD)
            middle = QRectF(_PAD, top + at * high, sizes.names, high)
            painter.drawText(middle, _LEFT | Qt.TextFlag.TextDontClip, fitted)
        painter.end()
        return picture

    def _paint_groups(self, painter: QPainter, skills: Sequence[Skill]) -> None:
        sizes, c, left = self._view.measures, self._view.colours, -self.offset()
        painter.setFont(_bold(self.font()))
        for name, members in groupby(skills, key=lambda skill: skill.group):
            right = left + sizes.cell.width() * len(list(members))
            if right > 0 and left < self.width() and sizes.band:
                band = QRect(left, 0, right - left, sizes.band)
                painter.fillRect(band, c.surface)
                painter.fillRect(right - 1, 0, 1, self.height(), c.edge)
                painter.setPen(c.accent)
                seen = band.adjusted(max(-left, 0) + _PAD, 0, -4, 0)
                fitted = painter.fontMetrics().elidedText(name, _ELIDED, seen.width())
                painter.drawText(seen, _LEFT, fitted)
            left = right
        painter.fillRect(0, max(sizes.band - 1, 0), left, 1 if sizes.band else 0, c.line)


class PersonHeader(QHeaderView):
    """Names of people, with their teams where there are several; they stay while skills scroll."""

    def __init__(self, view: "MatrixView") -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setAccessibleName(tr("People"))

    def sizeHint(self) -> QSize:
        """As fixed: Qt would measure two hundred names at each turn, and not use it."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names within the area asked for."""
        view, area = self._view, event.rect()
        high, people = view.measures.cell.height(), view.shown.people
        painter = QPainter(self.viewport())
        painter.fillRect(area, view.colours.surface)
        first = max((area.top() + self.offset()) // high, 0)
        last = min((area.bottom() + self.offset()) // high + 1, len(people))
        for row in range(first, last):
            self._paint_person(painter, row, row * high - self.offset())
        painter.fillRect(self.width() - 1, area.top(), 1, area.height(), view.colours.edge)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the name of a group closes it."""
        place = event.position().toPoint()
        if place.x() > self._view.measures.person and self._view.starts:
            self._view.close_group(self.logicalIndexAt(place))
        else:
            super().mousePressEvent(event)

    def _paint_person(self, painter: QPainter, row: int, top: int) -> None:
        sizes, c, who = self._view.measures, self._view.colours, self._view.shown.people[row]
        here = QRect(0, top, sizes.down, sizes.cell.height())
        current = row == self._view.currentIndex().row()
        if current:
            painter.fillRect(here, c.accent_soft)
        painter.fillRect(0, here.bottom(), sizes.down, 1, c.line)
        painter.setFont(_bold(self.font()) if current else self.font())
        painter.setPen(c.text)
        name = here.adjusted(_PAD, 0, -sizes.team - _PAD, 0)
        metrics = painter.fontMetrics()
        painter.drawText(name, _LEFT, metrics.elidedText(who.sort_name, _ELIDED, name.width()))
        if sizes.team:
            self._paint_tag(painter, row, here.adjusted(sizes.person, 0, -_PAD, 0))
        if row in self._view.starts:
            painter.fillRect(0, top - 1, sizes.down, 2, c.edge)

    def _paint_tag(self, painter: QPainter, row: int, place: QRect) -> None:
        """The team; where rows are grouped, the group's name at its first row on screen."""
        view, c = self._view, self._view.colours
        if not view.starts:
            painter.setFont(self.font())
            painter.setPen(c.text if row == view.currentIndex().row() else c.muted)
        elif row in view.starts or place.top() <= 0:
            painter.setFont(_bold(self.font()))
            painter.setPen(c.accent)
        else:
            return
        fitted = painter.fontMetrics().elidedText(view.tags[row], _ELIDED, place.width())
        painter.drawText(place, _RIGHT, fitted)


class Corner(QWidget):
    """Where the heads meet: how many people are shown, and what the strip counts."""

    def __init__(self, view: "MatrixView") -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both sentences."""
        view, c = self._view, self._view.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.raised)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), c.edge)
        painter.fillRect(0, self.height() - 1, self.width(), 1, c.edge)
        strip = QRect(_PAD, self.height() - view.measures.strip, self.width() - 2 * _PAD, 0)
        strip.setHeight(view.measures.strip)
        counted = {
            Columns.SKILLS: tr("At level 2 or above"),
            Columns.CERTIFICATES: tr("Hold it now"),
            Columns.RESPONSIBILITIES: tr("Carry it"),
        }[view.shown.are]
        _say(painter, c, strip, counted, muted=True)
        above = strip.translated(0, -view.measures.strip)
        painter.setFont(_bold(self.font()))
        _say(painter, c, above, count(len(view.shown.people), "person", "people"), muted=False)


def _say(painter: QPainter, colours: Colours, place: QRect, text: str, *, muted: bool) -> None:
    painter.setPen(colours.muted if muted else colours.text)
    fitted = painter.fontMetrics().elidedText(text, _ELIDED, place.width())
    painter.drawText(
        QPointF(place.left(), place.bottom() - painter.fontMetrics().descent()), fitted
    )
