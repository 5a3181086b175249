"""What was seen in sessions since the appraisal before, offered as something to talk about."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.staff.practice import Seen
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.development.seen_page import seen_words
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.words import tr

_LETTERS, _LINES = 84, 14


def show_seen(parent: QWidget, meeting: Meeting) -> None:
    """Show what the person has read of what others saw, until it is closed."""
    question = SeenHere(parent, meeting)
    question.answered()
    question.deleteLater()


class SeenHere(Question):
    """The list, the newest first; nothing is changed here."""

    def __init__(self, parent: QWidget, meeting: Meeting) -> None:
        sentence = tr(
            "{name} has read all of this. It is something to talk about, and no rating.",
            name=meeting.name,
        )
        super().__init__(parent, tr("Seen in sessions"), sentence, tr("Close"))
        at_least(self, _LETTERS)
        self.no.hide()
        named = {key: each.text for key, each in meeting.framework.statements.items()}
        self.list: EntryList[Seen] = EntryList(
            tr("Seen in sessions"), lambda seen: seen_words(seen, named)
        )
        self.list.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.list.show_records(meeting.seen)
        self.body.addWidget(self.list)


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
