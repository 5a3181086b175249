"""What was written since the appraisal before, gathered as something to talk about."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.developing.plan_reviews import PlanNote
from lsadesk.domain.staff.practice import Seen
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.development.seen_page import seen_words
from lsadesk.ui.development.words import note_words
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

T = TypeVar("T")
_LETTERS, _LINES = 84, 8


def show_since(parent: QWidget, meeting: Meeting) -> None:
    """Show what both wrote, and what others saw in sessions, until it is closed."""
    question = SinceLast(parent, meeting)
    question.answered()


class SinceLast(Question):
    """Two lists, the newest first; nothing is changed here."""

    def __init__(self, parent: QWidget, meeting: Meeting) -> None:
        sentence = tr(
            "{name} reads all of this, too. It is something to talk about, and no rating.",
            name=meeting.name,
        )
        super().__init__(parent, tr("Written since last time"), sentence, tr("Close"))
        at_least(self, _LETTERS)
        self.no.hide()
        named = {key: each.text for key, each in meeting.framework.statements.items()}
        self.seen: EntryList[Seen] = EntryList(
            tr("Seen in sessions"), lambda seen: seen_words(seen, named), self
        )
        self.notes: EntryList[PlanNote] = EntryList(tr("Notes on the plan"), note_words, self)
        self._add(self.seen, meeting.seen)
        self._add(self.notes, meeting.notes)

    def _add(self, entries: EntryList[T], records: Sequence[T]) -> None:
        if not records:
            entries.hide()
            return
        entries.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        entries.show_records(records)
        self.body.addWidget(label(entries.accessibleName(), "heading"))
        self.body.addWidget(entries)


def seen_of(statement: StatementId, every: Sequence[Seen]) -> str:
    """Where *statement* was seen, a line each; "" for nowhere."""
    return "\n".join(
        tr(
            "Seen in {session}, {day}, by {name}",
            session=each.session,
            day=uk_date(each.day),
            name=each.signed,
        )
        for each in every
        if statement in each.behaviours
    )
