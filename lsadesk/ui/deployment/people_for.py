"""Everybody for one place: who could take it, who nearly could, and what keeps the rest out."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.deployment.explain import SHORT, Candidate, Reasons
from lsadesk.domain.deployment.model import SlotId
from lsadesk.ui.deployment.board import Shown
from lsadesk.ui.deployment.verdict import Verdict, verdict
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_EVERYBODY, _NEAR, _FREE = "everybody", "near", "free"
_ROWS = 6


class PeopleFor(QWidget):
    """Emits `wanted(moves)` to place or swap somebody, `refused(slot, person)` to keep one out
    and `admitted(slot, person)` to let one in again.
    """

    wanted = Signal(object)
    refused = Signal(object, object)
    admitted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._reasons: Reasons | None = None
        self._slot: SlotId | None = None
        self._verdict: Verdict | None = None
        self._order: dict[Candidate, int] = {}
        self.title = label("", "label")
        self.which = Choice([])
        self.which.setAccessibleName(tr("Which people"))
        self.which.currentIndexChanged.connect(lambda _at: self._sift())
        self.table: RecordTable[Candidate] = RecordTable(
            tr("People for this place"), _columns(self)
        )
        self.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.table.selected.connect(self._tell)
        self.table.opened.connect(lambda _candidate: self._place())
        self.title.setBuddy(self.table)
        self.said = label("")
        self.place = button(tr("Place here"), self._place)
        self.refuse = button(tr("Keep out"), self._refuse)
        hands = flowing(self.place, self.refuse)
        rows = in_column(on=self, gap=6)
        for widget in (self.title, self.which, self.table, self.said, hands):
            rows.addWidget(widget, 1 if widget is self.table else 0)
        self.measure()

    def show_slot(self, shown: Shown, reasons: Reasons, slot: SlotId, title: str) -> None:
        """Tell of everybody else for *slot* of *shown*."""
        self.title.setText(title)
        before = self.table.current() if slot == self._slot else None
        self._shown, self._reasons, self._slot = shown, reasons, slot
        candidates = reasons.candidates(slot)
        self._order = {each: at for at, each in enumerate(candidates)}
        self.table.show_records(candidates)
        self._offer(candidates)
        same = [each for each in candidates if before and each.person == before.person]
        if same:
            self.table.select(same[0])
        else:
            self.table.scrollToTop()
        self._tell(self.table.current())

    def best(self) -> Candidate | None:
        """Who could take the place as things are, and best."""
        return next((each for each in self._order if not each.rules), None)

    def order(self, candidate: Candidate) -> int:
        """How near *candidate* comes: the best is 0."""
        return self._order.get(candidate, 0)

    def in_the_way(self, candidate: Candidate) -> str:
        """What keeps *candidate* from the place, aloud."""
        if not candidate.rules or self._reasons is None or self._slot is None:
            return tr("nothing")
        return "; ".join(self._reasons.why_not(candidate.person, self._slot))

    def measure(self) -> None:
        """Keep room for some rows in the font of the moment."""
        self.table.setMinimumHeight((_ROWS + 1) * (self.fontMetrics().height() + 10))

    def _offer(self, candidates: tuple[Candidate, ...]) -> None:
        first = Counter(each.rules[0] for each in candidates if each.rules)
        free = sum(not each.rules for each in candidates)
        near = sum(len(each.rules) == 1 for each in candidates)
        options: list[tuple[str, object]] = [(tr("All {n}", n=len(candidates)), _EVERYBODY)]
        if free:
            options.append((tr("{n} could take it", n=free), _FREE))
        if near:
            options.append((tr("{n} with one thing in the way", n=near), _NEAR))
        options += [(f"{first[name]} {SHORT[name]}", name) for name in SHORT if first[name]]
        before = self.which.chosen()
        self.which.blockSignals(True)
        self.which.offer(options, before)
        self.which.blockSignals(False)
        self._sift()

    def _sift(self) -> None:
        chosen = self.which.chosen()
        tests: dict[object, Callable[[Candidate], bool]] = {
            _EVERYBODY: lambda _each: True,
            _FREE: lambda each: not each.rules,
            _NEAR: lambda each: len(each.rules) == 1,
        }
        by_rule = _kept_out_by(str(chosen))
        self.table.rows.keep(tests.get(chosen, by_rule))

    def _tell(self, candidate: Candidate | None) -> None:
        told = candidate is not None and self._shown is not None and self._slot is not None
        self.said.setVisible(told)
        self.place.hide()
        self.refuse.setVisible(told)
        if candidate is None or self._shown is None or self._slot is None or not self._reasons:
            return
        found = verdict(self._reasons, self._shown, self._slot, candidate.person)
        self._verdict = found
        self.said.setText(found.said)
        name = candidate.name.replace("&", "&&")
        self.place.setVisible(bool(found.moves))
        swap = len(found.moves) > 1
        self.place.setText(
            tr("Swap with {name}", name=name) if swap else tr("Place {name}", name=name)
        )
        out = "refusal" in candidate.rules
        self.refuse.setText(tr("Let in again") if out else tr("Keep out of here"))

    def _place(self) -> None:
        if self._verdict is not None and self._verdict.moves and self.table.current() is not None:
            self.wanted.emit(self._verdict.moves)

    def _refuse(self) -> None:
        candidate = self.table.current()
        if candidate is not None:
            out = "refusal" in candidate.rules
            (self.admitted if out else self.refused).emit(self._slot, candidate.person)


def _kept_out_by(rule: str) -> Callable[[Candidate], bool]:
    return lambda each: bool(each.rules) and each.rules[0] == rule


def _columns(people: PeopleFor) -> list[Column[Candidate]]:
    return [
        Column(tr("Name"), lambda each: each.name, width=16),
        Column(
            tr("In the way"),
            people.in_the_way,
            sort=people.order,
            width=8,
        ),
    ]
