"""Asking for a new person: a name is enough, the rest can follow."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.words import folded
from lsadesk.operations.staff.people import Directory
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr


def ask_person(parent: QWidget, directory: Directory) -> PersonDetails | None:
    """The name and job title of somebody new; None where it was cancelled."""
    question = _NewPerson(parent, directory)
    return question.details() if question.answered() else None


class _NewPerson(Question):
    """Says so where somebody of that name is here already; it may still be somebody else."""

    def __init__(self, parent: QWidget, directory: Directory) -> None:
        super().__init__(
            parent,
            tr("Add a person"),
            tr("A name is enough. Everything else can be filled in afterwards."),
            tr("Add"),
        )
        self._here = {folded(person.name): person for person in directory.people}
        form = self.form
        self.forename = form.text(tr("Forename"))
        self.surname = form.text(tr("Surname"))
        self.title = form.text(tr("Job title"))
        self.already = label("", "error")
        self.body.addWidget(self.already)
        for field in (self.forename, self.surname):
            field.textChanged.connect(lambda _text: self._look())
        self._look()
        self.forename.setFocus()

    def details(self) -> PersonDetails:
        """What was typed."""
        forename, surname, title = (
            " ".join(field.text().split()) for field in (self.forename, self.surname, self.title)
        )
        return PersonDetails(forename=forename, surname=surname, title=title)

    def _look(self) -> None:
        name = self.details().name
        same = self._here.get(folded(name)) if name else None
        self.yes.setEnabled(bool(name))
        self.already.setVisible(same is not None)
        if same is not None:
            self.already.setText(
                tr(
                    "! {name} is on the list already{title}. Add only if this is somebody else.",
                    name=same.name,
                    title=f" ({same.title})" if same.title else "",
                )
            )
