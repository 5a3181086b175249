"""The lines of a development plan as a table."""

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lsadesk.domain.developing.development import PlanAction, Progress, in_order
from lsadesk.operations.developing.development import OpenPlan
from lsadesk.ui.development.words import mode_words, spoken_line, when_words
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_WHY, _WITH, _BY_WHEN = 1, 3, 4
_LETTERS_WHEN_WIDE = 80  # a line of the table, with room to read in each of its columns
_AFTER_ALL_DUE = date.max.toordinal() + 1


_PADDING = 16  # beside the text of a cell, in window.qss


class PlanTable(RecordTable[PlanAction]):
    """Shows every word: rows are as high as their text, which wraps.

    Where it is narrow, why and with whose help are left to what is told beside the table.
    """

    def __init__(self, today: date) -> None:
        super().__init__(tr("What was agreed"), _columns(today))
        self.setWordWrap(True)
        self.setItemDelegate(_FromTheTop(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.sortByColumn(_BY_WHEN, Qt.SortOrder.AscendingOrder)
        heads = self.horizontalHeader()
        heads.setStretchLastSection(False)
        for at in range(len(self.model_.columns)):
            kind = QHeaderView.ResizeMode.Stretch if at < 2 else QHeaderView.ResizeMode.Interactive
            heads.setSectionResizeMode(at, kind)
        heads.geometriesChanged.connect(self.resizeRowsToContents)
        heads.sectionResized.connect(lambda *_: self.resizeRowsToContents())

    def show_plan(self, plan: OpenPlan) -> None:
        """Show the lines of *plan*, what is to be done first on top."""
        self.show_records(in_order(plan.actions))
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was agreed keeps room enough for its words."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Nor is it squeezed by larger text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._make_room()

    def _make_room(self) -> None:
        wide = self.width() >= _LETTERS_WHEN_WIDE * self.fontMetrics().averageCharWidth()
        if self.isColumnHidden(_WHY) == wide:
            for at in (_WHY, _WITH):
                self.setColumnHidden(at, not wide)


class _FromTheTop(QStyledItemDelegate):
    """Cells of one row begin on one line, however long each is."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Measured as it is drawn: Qt forgets the padding of the style where it wraps."""
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(inside, index)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The text begins at the top."""
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def _columns(today: date) -> list[Column[PlanAction]]:
    return [
        Column(
            tr("What"),
            lambda action: action.what,
            spoken=lambda action: spoken_line(action, today),
        ),
        Column(tr("Why"), lambda action: action.why),
        Column(tr("How"), lambda action: mode_words(action.mode), width=11),
        Column(tr("With whose help"), lambda action: action.helper, width=14),
        Column(
            tr("By when"),
            lambda action: _marked(action, today),
            sort=_turn,
            spoken=lambda action: tr("By when: {when}", when=when_words(action, today)),
            width=18,
        ),
    ]


def _marked(action: PlanAction, today: date) -> str:
    """The date with a sign before it, so that no colour is needed; what else is said, below."""
    mark = "\u2713 " if action.done_on else "! " if action.is_overdue_on(today) else ""
    told = [mark + when_words(action, today)]
    if action.progress is Progress.UNDER_WAY:
        told.append(tr("under way"))
    if action.lacks_follow_up:
        told.append(tr("follow-up?"))
    return "\n".join(told)


def _turn(action: PlanAction) -> int:
    """The place in order: by date, undated after that, then what was closed last."""
    if action.closed_on is not None:
        return 2 * _AFTER_ALL_DUE - action.closed_on.toordinal()
    return (action.due or date.max).toordinal()
