"""The fields of a person's record: filled from it, and read back as typed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.staff.people import Contract, Person, PersonDetails, SiteId, TeamId, Welsh
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_hours, read_rough_date
from lsadesk.ui.people.lines import hours_text
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.words import tr

T = TypeVar("T")
K = TypeVar("K")


class PersonFields(Form):
    """Everything of a record that is typed or ticked; emits `left` as each field is left."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.forename = self._line(tr("Forename"))
        self.surname = self._line(tr("Surname"))
        self.title = self._line(tr("Job title"), tr("In the college's own words."))
        self.payroll = self._line(tr("Payroll number"))
        self.team = self._choice(tr("Team"))
        self.sites: Ticks[SiteId] = self._ticks(tr("Sites"), 2)
        self.level = self._choice(tr("LSA level"))
        self.level.offer([(tr("Not known"), None), *((str(step), step) for step in range(1, 5))])
        self.heading(tr("Contract and hours"))
        self.contract = self._choice(tr("Contract"))
        self.contract.offer([(tr(each.value.capitalize()), each) for each in Contract])
        self.teaches = self.tick(
            tr("On a teaching contract"),
            hint=tr(
                "An LSA works directly with learners, guided by somebody else, and is not paid "
                "to teach. Whoever is ticked here is left out where LSAs are counted or planned; "
                "who directs an LSA is their line manager."
            ),
        )
        self.teaches.clicked.connect(lambda _ticked: self.left.emit())
        self.hours = self._line(
            tr("Hours a week"), tr("22.5 or 22:30. Write “as required” where none are fixed.")
        )
        self.term_time = self._tick(tr("Term time only"))
        self.days: Ticks[Weekday] = self._ticks(
            tr("Days"), 4, tr("Tick none where the days are not known.")
        )
        self.days.offer({day: tr(day.short) for day in Weekday})
        self.started = self._line(tr("Started"), tr("3 Sep 2019, Sep 2019 or 2019."))
        self._ask_welsh()
        self.note = self.paragraph(
            tr("Note"), hint=tr("Everyone who may see this record reads it.")
        )
        self.note.setMaximumHeight(2 * self.note.minimumHeight())
        self.note.installEventFilter(self)

    def _ask_welsh(self) -> None:
        self.wales = self.add_part(Form())
        options = [(tr(each.value.capitalize()), each) for each in Welsh]
        self.welsh = self.wales.choice(tr("Welsh"), options)
        self.welsh.activated.connect(lambda _at: self.left.emit())
        self.ewc = self.wales.text(
            tr("EWC number"), hint=tr("Of the registration with the Education Workforce Council.")
        )
        self.ewc.editingFinished.connect(self.left)

    def offer(
        self, teams: Mapping[TeamId, str], sites: Mapping[SiteId, str], *, in_wales: bool
    ) -> None:
        """Let a person be in one of *teams* and at any of *sites*; what is shown stays."""
        self.wales.setVisible(in_wales)
        options: list[tuple[str, object]] = [(tr("No team"), None)]
        self.team.offer(
            [*options, *((name, team) for team, name in teams.items())], self.team.chosen()
        )
        self.sites.offer(sites, after=self.team)

    def fill(self, person: PersonDetails) -> None:
        """Show *person*; a field that says the same already is left alone, cursor and all."""
        for field, text in (
            (self.forename, person.forename),
            (self.surname, person.surname),
            (self.title, person.title),
            (self.payroll, person.payroll),
            (
                self.hours,
                tr("as required") if person.as_required else hours_text(person.weekly_minutes),
            ),
            (self.started, "" if person.started is None else str(person.started)),
            (self.ewc, person.ewc),
        ):
            if field.text() != text:
                field.setText(text)
        self.team.choose(person.team)
        self.sites.choose(person.sites)
        self.level.choose(person.level)
        self.contract.choose(person.contract)
        self.teaches.setChecked(person.teaches)
        self.term_time.setChecked(person.term_time_only)
        self.days.choose(person.days or frozenset())
        self.welsh.choose(person.welsh)
        if self.note.toPlainText() != person.note:
            self.note.setPlainText(person.note)
        self.clear_wrong()

    def typed(self, base: Person) -> Person:
        """*base* with what the fields say.

        A field that still shows what *base* says keeps its value to the letter. One that
        cannot be read keeps it too, and says beside it what is wrong; the focus stays with
        whoever went on to another field, or nobody could leave this one.
        """
        self.clear_wrong()
        minutes, as_required = self._read(
            self.hours, _hours_shown(base), read_hours, (base.weekly_minutes, base.as_required)
        )
        forename, surname = self._names(base)
        ticked = self.days.chosen()
        return replace(
            base,
            forename=forename,
            surname=surname,
            title=_words(self.title, base.title),
            payroll=_words(self.payroll, base.payroll),
            team=cast("TeamId | None", self.team.chosen()),
            sites=self.sites.chosen(),
            level=cast("int | None", self.level.chosen()),
            contract=self.contract.chosen_as(Contract),
            weekly_minutes=minutes,
            as_required=as_required,
            teaches=self.teaches.isChecked(),
            term_time_only=self.term_time.isChecked(),
            days=base.days if ticked == (base.days or frozenset()) else ticked or None,
            started=self._read(self.started, _started_shown(base), read_rough_date, base.started),
            welsh=self.welsh.chosen_as(Welsh),
            ewc=_words(self.ewc, base.ewc),
            note=self._note(base),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The note has no signal of its own for being left."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _names(self, base: Person) -> tuple[str, str]:
        forename, surname = _words(self.forename, base.forename), _words(self.surname, base.surname)
        if forename or surname:
            return forename, surname
        self.mark(self.surname, tr("A person needs at least a forename or a surname."))
        return base.forename, base.surname

    def _note(self, base: Person) -> str:
        text = self.note.toPlainText()
        return base.note if text == base.note else text.strip()

    def _read(self, field: QLineEdit, shown: str, reader: Callable[[str], T], otherwise: T) -> T:
        if field.text() == shown:
            return otherwise
        try:
            return reader(field.text())
        except UserError as error:
            self.mark(field, str(error))
            return otherwise

    def _line(self, name: str, hint: str = "") -> QLineEdit:
        field = self.text(name, hint=hint)
        field.editingFinished.connect(self.left)
        return field

    def _choice(self, name: str) -> Choice:
        field = self.choice(name, ())
        field.activated.connect(lambda _at: self.left.emit())
        return field

    def _tick(self, name: str) -> QCheckBox:
        field = self.tick(name)
        field.clicked.connect(lambda _ticked: self.left.emit())
        return field

    def _ticks(self, name: str, columns: int, hint: str = "") -> "Ticks[Any]":
        field: Ticks[Any] = Ticks(columns)
        field.clicked.connect(self.left)
        return self.add(name, field, hint=hint)


class Ticks(QWidget, Generic[K]):
    """Boxes to tick, any number of them; emits `clicked` as one is ticked or cleared."""

    clicked = Signal()

    def __init__(self, columns: int) -> None:
        super().__init__()
        self._columns = columns
        self._boxes: dict[K, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(columns, 1)

    def offer(self, options: Mapping[K, str], after: QWidget | None = None) -> None:
        """Offer *options* (what each stands for, what is shown); what is ticked stays.

        *after* is what Tab comes from where the form below stands already: boxes that are
        made late would be its end.
        """
        if {key: box.text() for key, box in self._boxes.items()} == dict(options):
            return
        ticked = self.chosen()
        for box in self._boxes.values():
            box.deleteLater()
        self._boxes = {key: self._box(shown) for key, shown in options.items()}
        for at, box in enumerate(self._boxes.values()):
            self._grid.addWidget(box, at // self._columns, at % self._columns)
            if after is not None:
                QWidget.setTabOrder(after, box)
                after = box
        self.choose(ticked)

    def choose(self, ticked: frozenset[K]) -> None:
        """Tick exactly *ticked*; nothing is signalled."""
        for key, box in self._boxes.items():
            box.setChecked(key in ticked)

    def chosen(self) -> frozenset[K]:
        """What is ticked."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def setAccessibleName(self, name: str) -> None:
        """The heading of the group, spoken with each box."""
        super().setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleName(tr("{group}: {option}", group=name, option=box.text()))

    def _box(self, shown: str) -> QCheckBox:
        box = QCheckBox(shown.replace("&", "&&"))
        box.setAccessibleName(tr("{group}: {option}", group=self.accessibleName(), option=shown))
        box.clicked.connect(lambda _ticked: self.clicked.emit())
        return box


def _words(field: QLineEdit, base: str) -> str:
    text = field.text()
    return base if text == base else " ".join(text.split())


def _hours_shown(person: PersonDetails) -> str:
    return tr("as required") if person.as_required else hours_text(person.weekly_minutes)


def _started_shown(person: PersonDetails) -> str:
    return "" if person.started is None else str(person.started)
