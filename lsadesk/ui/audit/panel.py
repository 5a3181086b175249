"""Everything about the current cell, beside the matrix: what stands, why, what was before."""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from lsadesk.domain.auditing.audit import AuditPerson
from lsadesk.domain.auditing.skills import NEVER_ASKED, SPOKEN, SYMBOLS, SkillId, code_of, value_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing.audit import Cell, Proofs
from lsadesk.ui.audit.asking import ask_exempt, ask_suspended
from lsadesk.ui.audit.wording import (
    about_words,
    history_lines,
    other_views,
    proof_words,
    value_words,
)
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

W = TypeVar("W", bound=QWidget)
_WIDTH = 38  # in letters
_BY_BUTTON = (0, 1, 2, 3, 4, 5, 7)
_READ_ALOUD = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class CellPanel(QScrollArea):
    """Emits `rated(value)`, `detailed(proof, note, booked)`, `left()` on Esc, `planned(cell)` where
    the skill is to go into the person's plan, and `sought(person)` where their record is
    asked for."""

    rated = Signal(object)
    planned = Signal(object)
    sought = Signal(object)
    detailed = Signal(str, str, bool)
    left = Signal()

    def __init__(self, appearance: Appearance, resources: QWidget) -> None:
        """*resources*: the place of what helps with the skill."""
        super().__init__()
        self.cell: Cell | None = None
        self.has_something = False
        self._whose: PersonId | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card = card = QFrame()
        card.setProperty("role", "card")
        self._rows = in_column(on=card, around=16, gap=6)
        self.setWidget(card)
        self._tell_story()
        self._offer_values()
        self._offer_details()
        self.plan = self._add(button(tr("Add to their plan..."), self._plan, "link"))
        self._add(button(tr("Go to the person's record"), self._seek, "link"))
        self._add(resources)
        self._rows.addWidget(line())
        self.history = self._add(label("", "muted"))
        self.history.setTextInteractionFlags(_READ_ALOUD)
        self.history.setAccessibleName(tr("What was recorded before"))
        self._rows.addStretch(1)
        appearance.changed.connect(self._measure)
        self._measure()
        self.show_nothing()

    def show_cell(self, cell: Cell) -> None:
        """Tell everything about *cell*; the fields hold what stands."""
        same = self.cell is not None and _place(self.cell) == _place(cell)
        self.cell, shown = cell, cell.shown
        self._whose, self.has_something = cell.person.id, True
        self.skill.setText(cell.skill.name)
        who = ", ".join(part for part in (cell.person.name, cell.person.title) if part)
        self.person.setText(who)
        words = tr(SPOKEN[NEVER_ASKED]) if shown is None else value_words(shown)
        self.value.setText(words[0].upper() + words[1:])
        about = [] if shown is None else about_words(shown)
        self.about.setText("\n".join(about + other_views(cell)))
        self.history.setText("\n".join([tr("Recorded so far"), *history_lines(cell)]))
        self.history.setVisible(bool(cell.history))
        self._mark(NEVER_ASKED if shown is None else code_of(shown.value))
        for field, text in (
            (self.proof, "" if shown is None else shown.proof),
            (self.note, "" if shown is None else shown.note),
        ):
            if not (same and field.hasFocus() and field.isModified()):  # being typed in
                field.setText(text)
        self.booked.setChecked(shown is not None and shown.training_booked)
        self._values.setVisible(cell.may_change)
        self._details.setVisible(cell.may_change and shown is not None)
        self.refusal.setVisible(not cell.may_change and cell.as_at is None)
        self.plan.setVisible(cell.may_plan)
        self._card.show()

    def show_proofs(self, proofs: Proofs) -> None:
        """Tell of somebody's certificates of one course; they are changed with the person."""
        self._tell_apart(proofs.person.id, proofs.course, proofs.person.name)
        self.value.setText(tr("On record") if proofs.held else tr("None on record"))
        self.about.setText("\n\n".join(proof_words(each) for each in proofs.held))

    def show_carried(self, person: AuditPerson, responsibility: str, words: str) -> None:
        """Tell whether somebody carries a responsibility; that is changed in the library."""
        self._tell_apart(person.id, responsibility, person.sort_name)
        self.value.setText(words)
        self.about.setText(tr("Who carries what, and since when, is kept in the library."))

    def _tell_apart(self, person: PersonId, heading: str, name: str) -> None:
        """What is not a rating: nothing of it is changed here."""
        self.cell, self.has_something, self._whose = None, True, person
        self.skill.setText(heading)
        self.person.setText(name)
        for each in (self.history, self._values, self._details, self.refusal, self.plan):
            each.hide()
        self._card.show()

    def show_nothing(self) -> None:
        """There is no current cell."""
        self.cell, self.has_something = None, False
        self._card.hide()

    def settle(self) -> None:
        """Hand over proof and note as they are typed."""
        if self.cell is None or (shown := self.cell.shown) is None:
            return
        proof, note = self.proof.text().strip(), self.note.text().strip()
        booked = self.booked.isChecked()
        if (proof, note, booked) != (shown.proof, shown.note, shown.training_booked):
            self.detailed.emit(proof, note, booked)

    def enter(self) -> None:
        """Put the focus on what can be done here first."""
        first = next((each for each in self._buttons.values() if each.isChecked()), None)
        can_rate = self._values.isVisible()
        target = (first or self._buttons[0]) if can_rate else self.about
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the matrix."""
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as a line that is easy to read."""
        return QSize(self.width(), 400)

    def _tell_story(self) -> None:
        self.skill = self._add(label("", "heading"))
        self.person = self._add(label("", "muted"))
        self._rows.addSpacing(6)
        self.value = self._add(label("", "label"))
        self.value.setWordWrap(True)
        self.about = self._add(label(""))
        self.about.setTextInteractionFlags(_READ_ALOUD)
        self.about.setAccessibleName(tr("About this rating"))
        self.refusal = self._add(
            label(
                tr(
                    "Ratings are changed by the person's appraiser or the head of learning support."
                ),
                "muted",
            )
        )

    def _offer_values(self) -> None:
        self._values = self._add(QWidget())
        row = Flow(self._values, gap=4)
        self._buttons: dict[int, QPushButton] = {}
        for code in _BY_BUTTON:
            self._buttons[code] = self._value_button(code)
            row.addWidget(self._buttons[code])
        self.exempt = button(tr("Exempt..."), lambda: self._ask(ask_exempt(self)))
        self.suspend = button(tr("Suspend..."), lambda: self._ask(ask_suspended(self)))
        row.addWidget(self.exempt)
        row.addWidget(self.suspend)

    def _value_button(self, code: int) -> QPushButton:
        made = button(SYMBOLS[code], lambda: self._rate(code))
        made.setCheckable(True)
        made.setProperty("role", "value")
        made.setAccessibleName(tr(SPOKEN[code]))
        made.setToolTip(tr(SPOKEN[code]))
        return made

    def _offer_details(self) -> None:
        self._details = Form()
        self.proof = self._details.text(tr("Proof seen"))
        self.note = self._details.text(tr("Note"))
        self.booked = self._details.tick(tr("Training is booked"))
        self.proof.editingFinished.connect(self.settle)
        self.note.editingFinished.connect(self.settle)
        self.booked.clicked.connect(lambda _ticked: self.settle())
        self._rows.addSpacing(8)
        self._rows.addWidget(self._details)

    def _add(self, widget: W) -> W:
        self._rows.addWidget(widget)
        return widget

    def _rate(self, code: int) -> None:
        self._mark(code)
        self.rated.emit(value_of(code))

    def _ask(self, value: object) -> None:
        if value is not None:
            self.rated.emit(value)

    def _seek(self) -> None:
        if self._whose is not None:
            self.sought.emit(self._whose)

    def _plan(self) -> None:
        if self.cell is not None:
            self.planned.emit(self.cell)

    def _mark(self, code: int) -> None:
        for each, made in self._buttons.items():
            made.setChecked(each == code)

    def _measure(self) -> None:
        self.setFixedWidth(_WIDTH * self.fontMetrics().averageCharWidth() + 64)


def _place(cell: Cell) -> tuple[PersonId, SkillId]:
    return cell.person.id, cell.skill.id
