"""Why a place is as it is: what its person brings, or who comes nearest, and what to do."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lsadesk.domain.deployment.explain import Candidate, Reasons
from lsadesk.domain.deployment.model import Assignment, SlotId
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.deployment.board import Shown
from lsadesk.ui.deployment.wording import need_words, place_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_WIDTH = 44  # in letters
_ROWS = 7
_READ_ALOUD = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class WhyPanel(QScrollArea):
    """Emits `placed(slot, person)`, `cleared(slot)`, `pinned(slot, bool)`, `left()` on Esc."""

    placed = Signal(object, object)
    cleared = Signal(object)
    pinned = Signal(object, bool)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._reasons: Reasons | None = None
        self._slot: SlotId | None = None
        self._slots: tuple[SlotId, ...] = ()
        self._here: Assignment | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = QFrame()
        card.setProperty("role", "card")
        self._rows = QVBoxLayout(card)
        self._rows.setContentsMargins(16, 16, 16, 16)
        self._rows.setSpacing(6)
        self.setWidget(card)
        self._tell()
        self._offer()
        appearance.changed.connect(self._measure)
        self._measure()

    @property
    def slot(self) -> SlotId | None:
        """The place that is told of."""
        return self._slot

    def show_week(self, shown: Shown) -> None:
        """Answer about *shown* from now on."""
        self._shown, self._reasons = shown, None

    def show_slots(self, slots: tuple[SlotId, ...], chosen: SlotId | None = None) -> None:
        """Tell about *chosen*, or the first of *slots* (those of one block, at least one)."""
        self._slots = slots
        names = {lsa.id: lsa.name for lsa in self._week().ahead.problem.lsas}
        placed = self._week().plan.by_slot()
        self.places.offer(
            [
                (
                    f"{at}. {names[placed[slot]]}" if slot in placed else tr("{at}. open", at=at),
                    slot,
                )
                for at, slot in enumerate(slots, 1)
            ],
            chosen,
        )
        self.places.setVisible(len(slots) > 1)
        self._show(chosen if chosen in slots else slots[0])

    def tell_again(self) -> None:
        """Tell of the same place in the week shown now; it must be in it."""
        slots = self._week().ahead.slots
        self.show_slots(tuple(slot for slot in self._slots if slot in slots), self._slot)

    def forget(self) -> None:
        """Tell of no place any more."""
        self._slot, self._slots = None, ()

    def enter(self) -> None:
        """Put the focus where reading begins."""
        self.story.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the board."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as a line that is easy to read."""
        return QSize(self.width(), 400)

    def _tell(self) -> None:
        self.title = label("", "heading")
        self.where, self.needs = label("", "muted"), label("")
        self.places = Choice()
        self.places.setAccessibleName(tr("Which place of the session"))
        self.places.currentIndexChanged.connect(lambda _at: self._show_chosen())
        self.who, self.story, self.broken = label("", "label"), label(""), label("", "error")
        self.who.setWordWrap(True)
        self.story.setTextInteractionFlags(_READ_ALOUD)
        self.story.setAccessibleName(tr("Why"))
        self.story.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for widget in (self.title, self.where, self.needs, self.places):
            self._rows.addWidget(widget)
        self._rows.addSpacing(6)
        for widget in (self.who, self.broken, self.story):
            self._rows.addWidget(widget)

    def _offer(self) -> None:
        self.pin = button("", self._pin)
        self.clear = button(tr("Leave open"), self._clear)
        hands = QWidget()
        row = Flow(hands, gap=8)
        row.addWidget(self.pin)
        row.addWidget(self.clear)
        self._hands = hands
        self.others = label("", "label")
        self.table: RecordTable[Candidate] = RecordTable(tr("People for this place"), _columns())
        self.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.table.selected.connect(self._tell_candidate)
        self.table.opened.connect(lambda _candidate: self._place())
        self.others.setBuddy(self.table)
        self.candidate = label("")
        self.place = button(tr("Place here"), self._place)
        self._rows.addWidget(hands)
        self._rows.addWidget(line())
        self._rows.addWidget(self.others)
        self._rows.addWidget(self.table, 1)
        self._rows.addWidget(self.candidate)
        self._rows.addWidget(self.place)

    def _show_chosen(self) -> None:
        chosen = self.places.chosen()
        if isinstance(chosen, SlotId):
            self._show(chosen)

    def _show(self, at: SlotId) -> None:
        shown, slot = self._week(), self._week().ahead.slots[at]
        self._slot = at
        self._here = next((each for each in shown.plan.assignments if each.slot == at), None)
        self.title.setText(slot.title or slot.group)
        self.where.setText(place_words(shown.ahead, slot))
        needs = need_words(shown.ahead.problem, slot)
        self.needs.setText(needs)
        self.needs.setVisible(bool(needs))
        self.broken.setText(shown.broken.get(at, ""))
        self.broken.setVisible(at in shown.broken)
        candidates = self._answers().candidates(at)
        if self._here is None:
            self._tell_open(at)
        else:
            self._tell_here(self._here)
        self.table.show_records(candidates)
        self.table.scrollToTop()
        self._tell_candidate(self.table.current())

    def _tell_open(self, at: SlotId) -> None:
        self.who.setText(tr("Nobody is in this place"))
        self.story.setText(self._answers().why_open(at).headline)
        self._hands.hide()
        self.others.setText(tr("Who comes nearest"))

    def _tell_here(self, here: Assignment) -> None:
        problem, why = self._week().ahead.problem, self._answers().why_here(here.slot)
        name = next(lsa.name for lsa in problem.lsas if lsa.id == here.person)
        pinned = tr("{name}, pinned: the next plan keeps it", name=name)
        self.who.setText(pinned if here.pinned else name)
        lines = [f"\u2713 {each}" for each in why.meets] + [f"\u2013 {each}" for each in why.misses]
        nothing = tr("Is there at that time; nothing in particular is asked for.")
        self.story.setText("\n".join(lines) or nothing)
        self.pin.setText(tr("&Release the pin") if here.pinned else tr("Pi&n"))
        self._hands.show()
        self.others.setText(tr("Who else could"))

    def _tell_candidate(self, candidate: Candidate | None) -> None:
        free = candidate is not None and not candidate.rules
        self.candidate.setVisible(candidate is not None)
        self.place.setVisible(free)
        if candidate is None:
            return
        reasons = "; ".join(candidate.reasons) or tr("nothing is in the way")
        self.candidate.setText(f"{candidate.name}: {reasons}.")
        self.place.setText(tr("Place {name} here", name=candidate.name.replace("&", "&&")))

    def _place(self) -> None:
        candidate = self.table.current()
        if candidate is not None and not candidate.rules:
            self.placed.emit(self._slot, candidate.person)

    def _clear(self) -> None:
        self.cleared.emit(self._slot)

    def _pin(self) -> None:
        if self._here is not None:
            self.pinned.emit(self._slot, not self._here.pinned)

    def _week(self) -> Shown:
        if self._shown is None:
            raise RuntimeError("no week is shown yet")
        return self._shown

    def _answers(self) -> Reasons:
        if self._reasons is None:
            self._reasons = Reasons(self._week().ahead.problem, self._week().plan)
        return self._reasons

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self.setFixedWidth(_WIDTH * metrics.averageCharWidth() + 64)
        self.table.setMinimumHeight((_ROWS + 1) * (metrics.height() + 10))


def _columns() -> list[Column[Candidate]]:
    return [
        Column(tr("Name"), lambda each: each.name, width=16),
        Column(
            tr("In the way"),
            lambda each: "; ".join(each.reasons) or tr("nothing"),
            sort=lambda each: len(each.rules),
            width=8,
        ),
    ]
