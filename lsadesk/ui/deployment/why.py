"""Why a place is as it is: what its person brings, or who comes nearest, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from lsadesk.domain.deployment.explain import Reasons, WhyHere
from lsadesk.domain.deployment.model import Assignment, SlotId
from lsadesk.domain.deployment.remedies import Remedy
from lsadesk.domain.staff.people import PersonId
from lsadesk.ui.deployment.board import Shown
from lsadesk.ui.deployment.people_for import PeopleFor
from lsadesk.ui.deployment.remedy_list import RemedyList
from lsadesk.ui.deployment.soft_words import hours_lines, soft_lines
from lsadesk.ui.deployment.wording import need_words, place_words
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

_WIDTH = 44  # in letters
_READ_ALOUD = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class WhyPanel(QScrollArea):
    """Emits `cleared(slot)`, `pinned(slot, bool)`, `puzzled(slot)` when a gap is told of, whose
    remedies are to be shown, `to_tell(SessionId)` where it is asked what is to be known, and
    `left()` on Esc. *people* and *remedies* have their own.
    """

    cleared = Signal(object)
    puzzled = Signal(object)
    pinned = Signal(object, bool)
    to_tell = Signal(int)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._reasons: Reasons | None = None
        self._slot: SlotId | None = None
        self._slots: tuple[SlotId, ...] = ()
        self._here: Assignment | None = None
        self._person: PersonId | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = QFrame()
        card.setProperty("role", "card")
        self._rows = in_column(on=card, around=16, gap=6)
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
        self._show(chosen if chosen in slots else slots[0])

    def show_person(self, person: PersonId) -> None:
        """Tell why *person* has the hours they have."""
        self._slot, self._slots, self._here, self._person = None, (), None, person
        self.title.setText(_name(self._week(), person))
        self.hours.setText(self._hours_of(person))
        self._set_visible(slot=False, held=False)

    def show_remedies(self, slot: SlotId, found: Sequence[Remedy]) -> None:
        """Tell what would fill *slot*, if it is still the one that is told of."""
        if slot == self._slot:
            self.remedies.show_remedies(found, self.people.best())

    @property
    def person(self) -> PersonId | None:
        """Whose hours are told of, where it is not a place."""
        return self._person

    @property
    def reasons(self) -> Reasons:
        """Answers about the week that is shown."""
        return self._answers()

    def tell_again(self) -> None:
        """Tell of the same place in the week shown now; it must be in it."""
        slots = self._week().ahead.slots
        self.show_slots(tuple(slot for slot in self._slots if slot in slots), self._slot)

    def forget(self) -> None:
        """Tell of no place any more."""
        self._slot, self._slots, self._person = None, (), None

    def enter(self) -> None:
        """Put the focus where reading begins."""
        self.story.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the board."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as a line that is easy to read."""
        return QSize(self.width(), 200)

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
        self._hands = QWidget()
        row = Flow(self._hands, gap=8)
        row.addWidget(self.pin)
        row.addWidget(self.clear)
        self.hours = label("", "muted")
        self.know = button(tr("What to &know..."), self._ask_to_tell, "link")
        self.know.setAccessibleName(tr("What the LSAs of this session need to know"))
        self.remedies, self.people = RemedyList(self.know), PeopleFor()
        self._rows.addWidget(self._hands)
        self._rows.addWidget(self.know)
        self._rows.addWidget(self.hours)
        self._rows.addWidget(self.remedies)
        self._rows.addWidget(line())
        self._rows.addWidget(self.people, 1)
        self._rows.addStretch()

    def _show_chosen(self) -> None:
        chosen = self.places.chosen()
        if isinstance(chosen, SlotId):
            self._show(chosen)

    def _show(self, at: SlotId) -> None:
        shown, slot = self._week(), self._week().ahead.slots[at]
        self._slot, self._person = at, None
        self._here = next((each for each in shown.plan.assignments if each.slot == at), None)
        self.title.setText(slot.title or slot.group)
        self.where.setText(place_words(shown.ahead, slot))
        needs = need_words(shown.ahead.problem, slot)
        self.needs.setText(needs)
        self.broken.setText(shown.broken.get(at, ""))
        if self._here is None:
            self._tell_open(at)
        else:
            self._tell_here(self._here)
        title = tr("Who comes nearest") if self._here is None else tr("Who else could")
        self.people.show_slot(shown, self._answers(), at, title)
        self._set_visible(slot=True, held=self._here is not None)
        self.needs.setVisible(bool(needs))
        self.broken.setVisible(at in shown.broken)

    def _set_visible(self, *, slot: bool, held: bool) -> None:
        """Show what belongs to a place (that somebody holds or nobody), or to a person."""
        focus = QApplication.focusWidget()
        loses_focus = held and focus is not None and self.remedies.isAncestorOf(focus)
        parts = (self.where, self.needs, self.broken, self.who, self.story, self.know, self.people)
        for widget in parts:
            widget.setVisible(slot)
        self.places.setVisible(len(self._slots) > 1)
        self._hands.setVisible(held)
        self.hours.setVisible(held or not slot)
        self.remedies.setVisible(slot and not held)
        if loses_focus:
            self.enter()

    def _tell_open(self, at: SlotId) -> None:
        self.who.setText(tr("Nobody is in this place"))
        self.story.setText(self._answers().headline(at))
        self.remedies.wait()
        self.puzzled.emit(at)

    def _tell_here(self, here: Assignment) -> None:
        why, name = self._answers().why_here(here.slot), _name(self._week(), here.person)
        pinned = tr("{name}, pinned: the next plan keeps it", name=name)
        self.who.setText(pinned if here.pinned else name)
        self.story.setText("\n".join(_story(why)))
        self.hours.setText(self._hours_of(here.person))
        self.pin.setText(tr("&Release the pin") if here.pinned else tr("Pi&n"))

    def _hours_of(self, person: PersonId) -> str:
        why = self._answers().why_hours(person)
        return "\n".join(hours_lines(_name(self._week(), person), why))

    def _clear(self) -> None:
        self.cleared.emit(self._slot)

    def _ask_to_tell(self) -> None:
        if self._slot is not None:
            self.to_tell.emit(self._slot.session)

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
        self.people.measure()


def _story(why: WhyHere) -> list[str]:
    """What they meet and miss, what the soft rules say, and who would be next."""
    lines = [f"\u2713 {each}" for each in why.meets] + [f"\u2013 {each}" for each in why.misses]
    lines = lines or [tr("Is there at that time; nothing in particular is asked for.")]
    lines += soft_lines(why.soft)
    if why.runner_up is None:
        return [*lines, tr("Nobody else could take it as things are.")]
    next_best, own = why.runner_up, sum(each.cost for each in why.soft)
    more = next_best.cost - own
    beside = tr("{n} more", n=f"{more:,}") if more >= 0 else tr("{n} less", n=f"{-more:,}")
    lines.append(tr("Next best: {name}, who costs {beside}.", name=next_best.name, beside=beside))
    return [*lines, *(f"   {each}" for each in soft_lines(why.instead))]


def _name(shown: Shown, person: PersonId) -> str:
    return next(lsa.name for lsa in shown.ahead.problem.lsas if lsa.id == person)
