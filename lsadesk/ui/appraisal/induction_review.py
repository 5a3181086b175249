"""What helped and what hindered in my induction, on the page where it stands."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.staff.induction_review import InductionReview
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.staff import induction_review
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.widgets.writing import Writing
from lsadesk.ui.words import tr


class InductionReviewBox(QWidget):
    """Two fields, kept as one leaves them; there on one's own page alone."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self.helped = Writing(tr("What helped you to begin here"), lines=3)
        self.hindered = Writing(tr("What made it harder"), lines=3)
        self.saved = SavedLabel()
        rows = in_column(
            label(tr("How was it for you?"), "heading"), on=self, around=(0, 16, 0, 0), gap=4
        )
        told = tr(
            "What you say is listed by year, without names, for whoever plans inductions. Where "
            "few began in a year, it may be guessed who said it."
        )
        rows.addWidget(label(told, "muted"))
        for field in (self.helped, self.hindered):
            name = label(field.accessibleName(), "label")
            name.setBuddy(field)
            rows.addWidget(name)
            rows.addWidget(field)
            field.written.connect(lambda _words: self._keep())
        rows.addWidget(self.saved)
        self.hide()

    def show_for(self, person: PersonId) -> None:
        """Be there where *person* is whoever is signed in."""
        self.setVisible(person == self._context.desk.person)
        if not self.isHidden():
            self._context.read(induction_review.my_review, self._show, owner=self)

    def flush(self) -> None:
        """Keep what is half typed."""
        self.helped.flush()
        self.hindered.flush()

    def _show(self, review: InductionReview | None) -> None:
        self.helped.fill("" if review is None else review.helped)
        self.hindered.fill("" if review is None else review.hindered)

    def _keep(self) -> None:
        helped, hindered = self.helped.toPlainText(), self.hindered.toPlainText()
        self.saved.saving()
        self._context.write(
            lambda desk: induction_review.say(desk, helped=helped, hindered=hindered),
            lambda _none: self.saved.saved(self._context.desk.store.clock()),
            owner=self,
        )
