"""Beside the staff table: the person who is chosen, to change or only to read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.staff.people import Colleague, Directory
from lsadesk.ui.deployment.one_week import look_at_timetable
from lsadesk.ui.keeping.handing_over import hand_over
from lsadesk.ui.people.duties import DutyFields
from lsadesk.ui.people.facts import facts, looked_after
from lsadesk.ui.people.health import change_health
from lsadesk.ui.people.leaving import LeavingSection
from lsadesk.ui.people.lines import StaffLine
from lsadesk.ui.people.on_cards import show_on_cards
from lsadesk.ui.people.record import RecordForm
from lsadesk.ui.people.specialisms import SpecialismsSection
from lsadesk.ui.planned_for.people_page import change_pattern
from lsadesk.ui.purpose import PurposeLine
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr

_NOBODY, _READ, _CHANGE = range(3)


class PersonPanel(QStackedWidget):
    """A form where the record may be changed, a text to read where it may only be seen."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._shown: PersonId | None = None
        self.setMinimumWidth(320)
        self.record = RecordForm(context)
        self.duties = DutyFields(context)
        self.looked_after = label("", "muted")
        self.specialisms = SpecialismsSection(context)
        self.leaving = LeavingSection(context)
        self.name = label("", "title")
        self.facts = QPlainTextEdit()
        self.facts.setReadOnly(True)
        self.facts.setTabChangesFocus(True)
        self.facts.setAccessibleName(tr("Staff record, to read"))
        self.facts_name = label("", "title")
        why = [PurposeLine(context, Kind.PERSON) for _ in range(2)]
        self.addWidget(_page(label(tr("Choose a person to see their record."), "muted")))
        self.plans = [button(tr("Development &plan..."), self._open_plan) for _ in range(2)]
        self.hours = [
            button(tr("When they can be &deployed..."), self._open_hours) for _ in range(2)
        ]
        self.weeks = [button(tr("&Timetable..."), self._open_week) for _ in range(2)]
        ways = [flowing(*each) for each in zip(self.plans, self.hours, self.weeks, strict=True)]
        self.addWidget(_page(self.facts_name, why[0], ways[0], self.facts))
        self.health = button(tr("Why kept from some &work..."), self._open_health, "link")
        self.on_cards = button(
            tr("Name and photo on learners' &cards..."), self._open_cards, "link"
        )
        self.held = button(tr("Everything held on this person..."), self._take_held, "link")
        how = label(tr("Each field is saved as you leave it. Undo takes it back."), "muted")
        parts: list[QWidget] = [self.name, why[1], ways[1], how, self.record]
        parts += [self.specialisms, self.looked_after, self.duties, self.leaving]
        parts += [self.on_cards, self.health, self.held]
        self.addWidget(scrolling(_page(*parts), sideways=False))

    def offer(self, colleagues: Sequence[Colleague]) -> None:
        """Let one of *colleagues* be chosen for each duty."""
        self.duties.offer(colleagues)

    def show_line(self, line: StaffLine | None, directory: Directory) -> None:
        """Show the person of *line*; what is half typed for another is saved first."""
        record = None if line is None else line.record
        self._shown = None if line is None else line.id
        self.held.setVisible(self._shown in directory.held_open)
        self.health.setVisible(self._shown in directory.health)
        self.on_cards.setVisible(self._shown in directory.on_cards)
        for each in self.plans:
            each.setVisible(self._shown in directory.plans)
        for each in self.hours:
            each.setVisible(self._shown in directory.hours)
        for each in self.weeks:
            each.setVisible(self._shown in directory.timetables)
        if record is None or record.id not in directory.changeable:
            self.settle()
        if line is None:
            self.setCurrentIndex(_NOBODY)
        elif record is None or record.id not in directory.changeable:
            self.facts_name.setText(line.sort_name if record is None else record.name)
            self.facts.setPlainText(facts(line, directory))
            self.setCurrentIndex(_READ)
        else:
            self.name.setText(record.name)
            self.record.show_person(record, directory)
            self.duties.fill(record.id, directory.links[record.id], directory.names)
            self.duties.setVisible(directory.may_give_duties)
            self.looked_after.setText(looked_after(record.id, directory))
            self.looked_after.setVisible(not directory.may_give_duties)
            self.specialisms.show_areas(record.id, directory.specialisms.get(record.id, ()))
            self.leaving.show_person(record, directory)
            self.setCurrentIndex(_CHANGE)

    def enter(self) -> None:
        """Put the focus on the first field."""
        field = self.facts if self.currentIndex() == _READ else self.record.fields.forename
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Save what is half typed."""
        self.record.settle()

    def _open_hours(self) -> None:
        if self._shown is not None:
            self.settle()
            change_pattern(self._context, self, self._shown)

    def _open_week(self) -> None:
        if self._shown is not None:
            self.settle()
            look_at_timetable(self._context, self, self._shown)

    def _open_health(self) -> None:
        if self._shown is not None:
            self.settle()
            change_health(self._context, self, self._shown)

    def _open_cards(self) -> None:
        if self._shown is not None:
            self.settle()
            show_on_cards(self._context, self, self._shown)

    def _open_plan(self) -> None:
        if self._shown is not None:
            self.settle()
            self._context.go("development", self._shown)

    def _take_held(self) -> None:
        if self._shown is not None:
            hand_over(self._context, self, self._shown)


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    layout = in_column(on=page, around=(16, 16, 24, 16), gap=12)
    for widget in widgets:
        alike = (
            Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
        )
        layout.addWidget(widget, 0, alike)
    if not isinstance(widgets[-1], QPlainTextEdit):
        layout.addStretch(1)
    return page
