"""All that is known of one line: its facts, and the evidence that was written down or attached."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.developing.plan_reviews import NoteKind, PlanNote
from lsadesk.operations.developing.development import OpenPlan
from lsadesk.ui.development.files import file_words
from lsadesk.ui.development.words import facts, note_words
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

_LETTERS = 36  # a line in it that is still easy to read


class LinePanel(QScrollArea):
    """Reads out what the table has no room for; long notes scroll, and the arrows move them."""

    def __init__(
        self, add_evidence: Callable[[], None], take_back: Callable[[PlanNote], None]
    ) -> None:
        super().__init__()
        self._add_evidence, self._take_back = add_evidence, take_back
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("About this line"))
        self.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.show_line(None, None)

    def show_line(self, action: PlanAction | None, plan: OpenPlan | None) -> None:
        """Show *action* of *plan*; None: nothing is chosen."""
        page = QWidget()
        self._rows = in_column(on=page, around=(16, 0, 16, 16), gap=4)
        if action is not None and plan is not None:
            self._rows.addWidget(label(action.what, "heading"))
            for heading, text in facts(action, plan):
                self._rows.addWidget(label(heading, "label"))
                self._rows.addWidget(label(text))
                self._rows.addSpacing(4)
            self._show_evidence(action, plan)
        self._rows.addStretch(1)
        self.setWidget(page)

    def _show_evidence(self, action: PlanAction, plan: OpenPlan) -> None:
        self._rows.addSpacing(8)
        self._rows.addWidget(label(tr("Evidence"), "heading"))
        told = [
            note
            for note in plan.notes
            if note.about == action.id and note.kind is NoteKind.EVIDENCE
        ]
        if not told:
            none = tr("Nothing is written down yet. Words are enough: what was seen, and when.")
            self._rows.addWidget(label(none, "muted"))
        for note in told:
            self._rows.addWidget(label(note_words(note)))
            if note.author is not None and note.author == plan.me:
                self._rows.addWidget(self._way_back(note), 0, Qt.AlignmentFlag.AlignLeft)
            self._rows.addSpacing(4)
        for file in plan.files.get(action.id, ()):
            self._rows.addWidget(label(tr("File: {file}", file=file_words(file))))
        ways = flow_of(button(tr("Add ev&idence..."), self._add_evidence))
        self._rows.addLayout(ways)

    def _way_back(self, note: PlanNote) -> QPushButton:
        made = button(tr("Take back"), lambda: self._take_back(note), "link")
        made.setAccessibleName(tr("Take back: {note}", note=note_words(note)))
        return made
