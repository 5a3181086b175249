"""Asking for a document that people are to read and understand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.documents import Document, DocumentDetails
from lsadesk.domain.staff.people import Team, TeamId
from lsadesk.operations.typed import read_day
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.several import Several
from lsadesk.ui.words import tr


def ask_document(
    parent: QWidget, read: Document | None, teams: Sequence[Team]
) -> DocumentDetails | None:
    """A document as it was typed over *read* (None: a new one); None if cancelled."""
    question = DocumentQuestion(parent, read, teams)
    return question.wanted if question.answered() else None


class DocumentQuestion(Question):
    """Its name and edition have to be said; no team ticked is everybody."""

    def __init__(self, parent: QWidget, read: Document | None, teams: Sequence[Team]) -> None:
        title = tr("Ask for a document") if read is None else tr("Change what is to be read")
        sentence = tr("Another edition asks everybody again; who read an earlier one stays.")
        super().__init__(parent, title, sentence, tr("Ask") if read is None else tr("Change"))
        self.wanted: DocumentDetails | None = None
        old = read or DocumentDetails(name="", edition="")
        self.name = self.form.text(tr("Document"), old.name, long=True)
        self.edition = self.form.text(
            tr("Edition"), old.edition, hint=tr("A number, a month or a year, as it says itself.")
        )
        self.where = self.form.text(tr("Where it is to be found"), old.where, long=True)
        self.by = self.form.text(
            tr("To be read by"), uk_date(old.by) if old.by else "", hint=tr("May be empty.")
        )
        offered = [(each.name, str(each.id)) for each in teams]
        ticked = [str(each) for each in old.teams]
        self.teams = self.form.add(
            tr("Teams that read it"),
            Several(offered, ticked),
            hint=tr("None ticked: everybody who works here."),
        )
        self.ready = self._read

    def _read(self) -> bool:
        self.form.clear_wrong()
        for field in (self.name, self.edition):
            if not field.text().strip():
                self.form.wrong(field, tr("This has to be said."))
        by = self.form.read(self.by, read_day)
        if self.form.first_wrong() is not None:
            return False
        self.wanted = DocumentDetails(
            name=self.name.text(),
            edition=self.edition.text(),
            where=self.where.text(),
            by=by,
            teams=frozenset(TeamId(int(each)) for each in self.teams.ticked()),
        )
        return True
