"""A leaver: the last day, and what is still to be handed over."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.operations.staff import people
from lsadesk.operations.staff.people import Directory
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import count, tr


class LeavingSection(QWidget):
    """Says whether and when somebody leaves, and whom they still look after."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._person: Person | None = None
        self.said = label("")
        self.leave = button(tr("Leaving..."), self._ask)
        self.stay = button(tr("Not leaving after all"), lambda: self._write(None))
        in_column(
            label(tr("Leaving"), "heading"),
            self.said,
            (self.leave, Qt.AlignmentFlag.AlignLeft),
            (self.stay, Qt.AlignmentFlag.AlignLeft),
            on=self,
        )

    def show_person(self, person: Person, directory: Directory) -> None:
        """Show *person*'s last day."""
        self._person = person
        self.leave.setText(
            tr("Leaving...") if person.left_on is None else tr("Change the last day...")
        )
        self.stay.setVisible(person.left_on is not None)
        self.said.setText(leaving_sentence(person, directory, self._context.desk.today))

    def _ask(self) -> None:
        if self._person is None:
            return
        suggested = self._person.left_on or self._context.desk.today
        day = ask_last_day(self, self._person.name, suggested)
        if day is not None:
            self._write(day)

    def _write(self, day: date | None) -> None:
        if self._person is not None:
            who = self._person.id
            self._context.write(lambda desk: people.mark_leaver(desk, who, day))


def ask_last_day(parent: QWidget, name: str, suggested: date) -> date | None:
    """The last day *name* works; None where it was cancelled."""
    question = Question(
        parent,
        tr("Last day"),
        tr(
            "{name} leaves. Their record and its history stay. Their account, if any, is ended "
            "apart.",
            name=name,
        ),
        tr("Set the last day"),
    )
    form = question.form
    field = form.day(tr("Last day at work"), QDate(suggested.year, suggested.month, suggested.day))
    field.setFocus()
    answered = question.answered()
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day()) if answered else None


def leaving_sentence(person: Person, directory: Directory, today: date) -> str:
    """When *person* leaves or left, and whom they still look after then."""
    if person.left_on is None:
        return tr("No last day is set.")
    day = uk_date(person.left_on)
    is_here = person.left_on >= today
    said = tr("Last day {day}.", day=day) if is_here else tr("Left on {day}.", day=day)
    after = _looked_after(person.id, directory)
    if after:
        others = count(after, "person", "people")
        said += " " + tr(
            "Still looks after {others}: choose somebody else for them.", others=others
        )
    return said


def _looked_after(holder: PersonId, directory: Directory) -> int:
    at_work = {person.id for person in directory.people if person.left_on is None}
    return sum(holder in directory.links[person].values() for person in at_work)
