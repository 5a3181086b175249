"""The lines of a development plan as a table says them, to the eye and to the ear."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.development import Mode, PlanAction, in_order
from lsadesk.operations.development import OpenPlan
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_BY_WHEN = 4
_AFTER_ALL_DUE = date.max.toordinal() + 1


def mode_words(mode: Mode) -> str:
    """Course, Shadowing, Peer network."""
    return tr(mode.value.capitalize())


def when_words(action: PlanAction, today: date) -> str:
    """By when it is to be done, that its date is over, or when it was done."""
    if action.done_on is not None:
        return tr("done {day}", day=uk_date(action.done_on))
    if action.due is None:
        return tr("no date yet")
    day = uk_date(action.due)
    return tr("was for {day}", day=day) if action.is_overdue_on(today) else day


def spoken_line(action: PlanAction, today: date) -> str:
    """A whole line in one breath; parts that nobody filled in are left out."""
    helper = tr("with {helper}", helper=action.helper) if action.helper else ""
    why = tr("because: {why}", why=action.why) if action.why else ""
    parts = (action.what, why, mode_words(action.mode), helper, when_words(action, today))
    return ", ".join(part for part in parts if part)


def summary(plan: OpenPlan) -> str:
    """How many lines are to be done, how many of those are past their date, how many done."""
    waiting = [each for each in plan.actions if each.done_on is None]
    overdue = sum(each.is_overdue_on(plan.today) for each in waiting)
    done = len(plan.actions) - len(waiting)
    said = [tr("{number} to do", number=len(waiting))]
    if overdue:
        said.append(count(overdue, "past its date", "past their date"))
    if done:
        said.append(tr("{number} done", number=done))
    return ", ".join(said)


_PADDING = 16  # beside the text of a cell, in window.qss


class PlanTable(RecordTable[PlanAction]):
    """Shows every word: rows are as high as their text, which wraps."""

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
            width=14,
        ),
    ]


def _marked(action: PlanAction, today: date) -> str:
    mark = "\u2713 " if action.done_on else "! " if action.is_overdue_on(today) else ""
    return mark + when_words(action, today)


def _turn(action: PlanAction) -> int:
    """The place in order: by date, undated after that, then what was done last."""
    if action.done_on is not None:
        return 2 * _AFTER_ALL_DUE - action.done_on.toordinal()
    return (action.due or date.max).toordinal()
