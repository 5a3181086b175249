"""Asking what somebody saw in a session: short, and about practice, never about a person."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.framework import Statement
from lsadesk.domain.staff.practice import SeenDetails, SeenKind
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_day
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr


def ask_seen(
    parent: QWidget, name: str, behaviours: Sequence[Statement], today: date
) -> SeenDetails | None:
    """What was seen of *name*, "" for nobody in particular; None where it was cancelled."""
    question = SeenQuestion(parent, name, behaviours, today)
    return question.details if question.answered() else None


class SeenQuestion(Question):
    """Two or three sentences, and which of the six behaviours were there."""

    def __init__(
        self, parent: QWidget, name: str, behaviours: Sequence[Statement], today: date
    ) -> None:
        sentence = (
            tr("{name} reads it first. Say what you saw, as you would say it.", name=name)
            if name
            else tr("Nobody is named. Say what you saw, and leave names out.")
        )
        super().__init__(parent, tr("What I saw in a session"), sentence, tr("Sign and keep"))
        self.details: SeenDetails | None = None
        self._today = today
        form = self.form
        kinds = [(kind_words(kind).capitalize(), kind) for kind in SeenKind]
        self.kind = form.choice(tr("What it was"), kinds) if name else None
        self.session = form.text(tr("Session"), hint=tr("Cookery, Tuesday 9.15, say."))
        self.day = form.text(tr("Day"), uk_date(today), hint=tr("As 3 Feb 2027."))
        self.helped = form.paragraph(tr("What helped the learners"))
        self.hindered = form.paragraph(tr("What was in the way"))
        form.heading(tr("Seen there, if you like"))
        self.behaviours = {each.id: form.tick(each.text) for each in behaviours}
        self.yes.setDefault(False)  # Enter in a line would sign what nobody can change
        self.session.setFocus()

    def accept(self) -> None:
        """Close where something is said of a session and the day can be read."""
        form = self.form
        form.clear_wrong()
        if not self.session.text().strip():
            form.wrong(self.session, tr("Say which session it was."))
            return
        try:
            day = read_day(self.day.text())
        except UserError as error:
            form.wrong(self.day, str(error))
            return
        if day is None or day > self._today:
            form.wrong(self.day, tr("Write the day, which is today or before it."))
            return
        seen = tuple(name for name, tick in self.behaviours.items() if tick.isChecked())
        helped, hindered = self.helped.toPlainText(), self.hindered.toPlainText()
        if not (seen or helped.strip() or hindered.strip()):
            form.wrong(self.helped, tr("Say what helped, or what was in the way."))
            return
        self.details = SeenDetails(
            kind=SeenKind.WALK if self.kind is None else self.kind.chosen_as(SeenKind),
            day=day,
            session=self.session.text(),
            helped=helped,
            hindered=hindered,
            behaviours=seen,
        )
        super().accept()


def kind_words(kind: SeenKind) -> str:
    """Why somebody looked, in words."""
    return {
        SeenKind.FEEDBACK: tr("feedback after a session"),
        SeenKind.WALK: tr("learning walk"),
    }[kind]
