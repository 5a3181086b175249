"""The papers of a day of cover: asks where, writes, and says where they are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.domain.covering.cover_sheet import BriefPart
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.covering import cover_papers, learner_cards
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.desk import Desk
from lsadesk.ui.cover.cards_question import ask_cards, cards_title
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import menu_button
from lsadesk.ui.words import tr

BriefChoice = tuple[PersonId, frozenset[BriefPart], str]


class Printing(QObject):
    """The button with its menu (to be placed by the page) and the notice of what was written."""

    def __init__(self, context: TabContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._page = context, parent
        self._seen: CoverBoard | None = None
        menu = QMenu()
        menu.addAction(tr("Change &slips for LSAs and teachers..."), self.slips)
        menu.addAction(tr("Cards for learners: &who is with me today..."), self.cards)
        menu.addAction(tr("&Briefing for a newcomer..."), self.brief)
        menu.addAction(tr("&Copy a message to staff"), self.copy_message)
        self.button = menu_button(tr("&Print and tell"), menu)
        self.button.setIcon(context.icon("print"))
        self.button.setAccessibleName(tr("Print and tell"))
        self._paper = Saving(context, parent)
        self.notice = self._paper.notice

    def show_day(self, seen: CoverBoard) -> None:
        """Print *seen* from now on."""
        self._seen = seen
        self.button.setEnabled(seen.day is not None)

    def slips(self) -> None:
        """Slips for everybody whose day changed."""
        seen = self._seen
        if seen is not None:
            self._write(
                tr("Change slips"), lambda desk, path: cover_papers.export_slips(desk, seen, path)
            )

    def cards(self) -> None:
        """Ask which cards learners get, then write them."""
        seen = self._seen
        wanted = None if seen is None else ask_cards(self._page, seen)
        if seen is not None and wanted is not None:
            self._paper.write_long(
                cards_title(wanted),
                lambda desk: learner_cards.take_learner_cards(desk, wanted),
                learner_cards.write_learner_cards,
                back=self.button,
            )

    def brief(self) -> None:
        """Ask for whom and what of it, then write a briefing."""
        seen = self._seen
        chosen = None if seen is None else ask_brief(self._page, seen)
        if seen is not None and chosen is not None:
            person, parts, ask = chosen
            self._write(
                tr("Briefing"),
                lambda desk, path: cover_papers.export_brief(
                    desk, seen, person, path, parts=parts, ask=ask
                ),
            )

    def copy_message(self) -> None:
        """Put the day's changes on the clipboard; no learner is named in them."""
        if self._seen is not None:
            QGuiApplication.clipboard().setText(cover_papers.message(self._seen))
            self._context.say(tr("Copied. It names no learner: paste it where staff read it."))

    def _write(self, title: str, write: Callable[[Desk, Path], Done[Any]]) -> None:
        seen = self._seen
        if seen is not None:
            self._paper.write(f"{title}, {uk_date(seen.on)}", write, back=self.button)


def ask_brief(parent: QWidget | None, seen: CoverBoard) -> BriefChoice | None:
    """Ask who is briefed, what of the learners is told, and whom they may ask."""
    question = Question(
        parent,
        tr("Briefing for a newcomer"),
        tr("It tells of the learners only what is ticked, by their references."),
        tr("Write it"),
    )
    form = question.form
    options: list[tuple[str, object]] = [(seen.names[who], who) for who in _to_brief(seen)]
    person = form.choice(tr("Who is briefed"), options)
    hint = tr("A name, and where to find them. No briefing goes without one.")
    ask = form.text(tr("Whom they may ask"), hint=hint)
    ticks = {
        BriefPart.AIMS: form.tick(tr("What the learner works on"), ticked=True),
        BriefPart.HOW: form.tick(tr("How to support them"), ticked=True),
        BriefPart.SAID: form.tick(tr("What the learner says of their support")),
        BriefPart.TASKS: form.tick(tr("Tasks that need a sign-off"), ticked=True),
    }
    question.yes.setEnabled(False)
    ask.textChanged.connect(
        lambda words: question.yes.setEnabled(bool(words.strip()) and bool(options))
    )
    answer = None
    if question.answered():
        parts = frozenset(part for part, tick in ticks.items() if tick.isChecked())
        answer = PersonId(person.chosen_as(int)), parts, ask.text().strip()
    return answer


def _to_brief(seen: CoverBoard) -> list[PersonId]:
    """Whoever is there on the day: who has no place in the week's plan, who stands in, the rest."""
    if (day := seen.day) is None:
        return []
    there = {day.placed[slot.id] for slot in day.today if slot.id in day.placed}
    planned = set(day.planned.values())
    changed = {day.placed.get(slot.id) for slot in day.touched}
    return sorted(there, key=lambda who: (who in planned, who not in changed, seen.names[who]))
