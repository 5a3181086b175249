"""Windows that tell of a plan: two side by side, and what was changed since it was published."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from lsadesk.domain.deployment.rules import SOFT
from lsadesk.operations.deploying.plans import Comparison, Difference, RuleCost, ToldChange
from lsadesk.ui.deployment.soft_words import rule_title, times
from lsadesk.ui.deployment.wording import plan_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.readable import Readable
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


class TellDialog(Dialog):
    """A heading, what is told under it, and Close."""

    def __init__(self, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(QSize(1160, 660).boundedTo(self.screen().availableSize()))
        self._page = in_column(label(title, "heading"), on=self, around=24, gap=12)
        if sentence:
            self._page.addWidget(label(sentence))

    def tell(self, *parts: tuple[QWidget, int]) -> None:
        """Put *parts* under the heading, each with its share of the height, and Close last."""
        for widget, share in parts:
            self._page.addWidget(widget, share)
        row = in_row(Fill(), button(tr("Close"), self.accept, "primary"))
        self._page.addLayout(row)


def comparison(parent: QWidget, found: Comparison) -> TellDialog:
    """Two plans side by side: who is where in each, and what each costs by rule."""
    one, other = plan_words(found.one), plan_words(found.other)
    number = len(found.differences)
    places = count(number, "place differs", "places differ") if number else tr("the same people")
    said = tr("{one} beside {other}: {places}.", one=one, other=other, places=places)
    made = TellDialog(parent, tr("Two plans side by side"), said)
    costs: RecordTable[RuleCost] = RecordTable(
        tr("What each costs by rule"),
        [
            Column(
                tr("What counts"),
                lambda each: rule_title(each.rule.name),
                lambda each: SOFT.index(each.rule),
                width=28,
            ),
            Column(one, lambda each: _cost(each.one), lambda each: each.one[1], width=20),
            Column(other, lambda each: _cost(each.other), lambda each: each.other[1], width=20),
            Column(tr("Difference"), _difference, _by_how_much, width=14),
        ],
    )
    costs.show_records(found.costs)
    where: RecordTable[Difference] = RecordTable(
        tr("Places that differ"),
        [
            Column(
                tr("When"),
                lambda each: f"{each.slot.day.short} {each.slot.span}",
                lambda each: (each.slot.day, each.slot.span, each.slot.id),
                width=16,
            ),
            Column(tr("Session"), lambda each: each.slot.title, width=16),
            Column(tr("Group"), lambda each: each.slot.group, width=12),
            Column(one, lambda each: each.one or tr("nobody"), width=20),
            Column(other, lambda each: each.other or tr("nobody"), width=20),
        ],
    )
    where.show_records(found.differences)
    where.setVisible(bool(found.differences))
    made.tell((costs, 1), (where, 1))
    return made


def change_list(parent: QWidget, name: str, found: Sequence[ToldChange]) -> TellDialog:
    """What was changed in a plan since it was published."""
    title = tr("Changes of {name}", name=name)
    said = "" if found else tr("Nothing has been changed since it was published.")
    made = TellDialog(parent, title, said)
    table: RecordTable[ToldChange] = RecordTable(
        title,
        [
            Column(tr("Changed"), lambda each: each.when, lambda _each: 0, width=20),
            Column(tr("By"), lambda each: each.by, width=16),
            Column(tr("Place"), lambda each: each.place, width=32),
            Column(tr("Before"), lambda each: each.before or tr("nobody"), width=20),
            Column(tr("Now"), lambda each: each.after or tr("nobody"), width=20),
            Column(tr("Why"), lambda each: each.why, width=30),
        ],
    )
    whole = Readable(tr("The whole reason"), "muted")  # in the table a long reason is cut off
    table.selected.connect(lambda row: whole.setText(tr("Why: {why}", why=row.why) if row else ""))
    table.show_records(found)
    table.setCurrentIndex(table.rows.index(0, 0))
    table.setVisible(bool(found))
    whole.setVisible(bool(found))
    made.tell((table, 1), (whole, 0))
    return made


def _cost(each: tuple[int, int]) -> str:
    often, cost = each
    return tr("{often}, {cost}", often=times(often), cost=f"{cost:,}") if often else "0"


def _by_how_much(each: RuleCost) -> int:
    return each.other[1] - each.one[1]


def _difference(each: RuleCost) -> str:
    return f"{_by_how_much(each):+,}" if _by_how_much(each) else ""
