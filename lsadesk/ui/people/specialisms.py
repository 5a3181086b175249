"""What the chosen person specialises in: several areas, each with its kind (A06)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.specialisms import KIND_WORDS, Area, SpecialismKind
from lsadesk.operations.staff import specialisms
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr


class SpecialismsSection(QWidget):
    """Lists a person's areas, each with a way to take it off, and adds one more."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._person: PersonId | None = None
        self._kinds: dict[str, SpecialismKind] = {}
        self.held = QWidget()
        self._lines = in_column(on=self.held)
        form = Form()
        self.area = form.add(tr("Specialises in"), _own_words(), hint=tr("Or in your own words."))
        kinds = [(tr(words), kind) for kind, words in KIND_WORDS.items()]
        self.kind = form.add(tr("What it is about"), Choice(kinds))
        self.add = button(tr("Add this specialism"), self._add)
        self.area.currentTextChanged.connect(self._named)
        in_column(
            label(tr("Specialisms"), "heading"),
            self.held,
            form,
            (self.add, Qt.AlignmentFlag.AlignLeft),
            on=self,
        )

    def show_areas(self, person: PersonId, areas: Sequence[Area]) -> None:
        """Show what *person* specialises in; a new person starts with an empty field."""
        if not self._kinds:
            self._context.read(specialisms.offered, self._offer, owner=self)
        if person != self._person:
            self.area.setCurrentText("")
        self._person = person
        while (item := self._lines.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.deleteLater()
        if not areas:
            self._lines.addWidget(label(tr("None is noted yet."), "muted"))
        for area in areas:
            words = tr("{area} ({kind})", area=area.name, kind=tr(KIND_WORDS[area.kind]))
            self._lines.addWidget(label(words))
            off = button(tr("Take off {area}", area=area.name), partial(self._remove, area), "link")
            self._lines.addWidget(off, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer(self, areas: Sequence[Area]) -> None:
        typed = self.area.currentText()
        self._kinds = {area.name: area.kind for area in areas}
        self.area.blockSignals(True)  # the first that is offered is not chosen by being there
        self.area.addItems(list(self._kinds))
        self.area.setCurrentText(typed)
        self.area.blockSignals(False)

    def _named(self, name: str) -> None:
        if name in self._kinds:
            self.kind.choose(self._kinds[name])

    def _add(self) -> None:
        if self._person is None:
            return
        who = self._person
        area = Area(self.area.currentText(), self.kind.chosen_as(SpecialismKind))
        self._context.write(
            lambda desk: specialisms.add_specialism(desk, who, area), self._added, owner=self
        )

    def _added(self, _done: object) -> None:
        self.area.setCurrentText("")
        self.area.setFocus()

    def _remove(self, area: Area) -> None:
        if self._person is None:
            return
        who = self._person
        self._context.write(
            lambda desk: specialisms.remove_specialism(desk, who, area.name), owner=self
        )
        self.area.setFocus()


def _own_words() -> QComboBox:
    field = Choice()
    field.setEditable(True)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return field
