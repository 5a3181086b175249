"""Learning walks and inductions of the whole college, with nobody named."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.staff.induction_review import YearOfInductions
from lsadesk.domain.staff.practice import Seen
from lsadesk.operations.staff import induction_review, practice
from lsadesk.operations.staff.practice import Practice
from lsadesk.ui.development.seen_form import ask_seen
from lsadesk.ui.development.seen_page import seen_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr


class WalksPage(QWidget):
    """A list, and the way to add to it."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._practice: Practice | None = None
        self.nothing = label(tr("No learning walk has been written down yet."), "heading")
        self.list: EntryList[Seen] = EntryList(tr("Learning walks"), self._words)
        self.add = button(tr("&Write what I saw..."), self._add, "primary")
        self.add.setEnabled(False)
        self.no_themes = label(
            tr("New starters say it under My own, My induction and points. Nobody has yet."),
            "muted",
        )
        self.themes: EntryList[YearOfInductions] = EntryList(
            tr("How inductions went, by year"), year_words
        )
        ways = flow_of(self.add)
        rows = in_column(on=self, around=(24, 16, 24, 16))
        told = tr(
            "These name nobody. What was seen of one person goes into their plan, under Seen in "
            "sessions, and they read it first."
        )
        rows.addWidget(label(told, "muted"))
        rows.addWidget(self.nothing)
        rows.addWidget(self.list, 1)
        rows.addLayout(ways)
        rows.addSpacing(8)
        rows.addWidget(label(tr("How inductions went"), "heading"))
        rows.addWidget(self.no_themes)
        rows.addWidget(self.themes, 1)
        rows.addStretch(0)

    def load(self) -> None:
        """Ask for the walks as they are now."""
        self._context.read(practice.unnamed_walks, self._show, owner=self)
        self._context.read(induction_review.themes, self._show_themes, owner=self)

    def _show(self, found: Practice) -> None:
        self._practice = found
        self.list.show_records(found.seen)
        self.list.setVisible(bool(found.seen))
        self.nothing.setVisible(not found.seen)
        self.add.setEnabled(True)

    def _show_themes(self, themes: tuple[YearOfInductions, ...]) -> None:
        self.themes.show_records(themes)
        self.themes.setVisible(bool(themes))
        self.no_themes.setVisible(not themes)

    def _add(self) -> None:
        if self._practice is None:
            return
        details = ask_seen(self, "", self._practice.behaviours, self._context.desk.today)
        if details is not None:
            self._context.write(
                lambda desk: practice.write_seen(desk, None, details),
                lambda _id: self._context.say(tr("Kept. It names nobody.")),
                owner=self,
            )

    def _words(self, seen: Seen) -> str:
        found = self._practice
        return seen_words(
            seen, {} if found is None else {each.id: each.text for each in found.behaviours}
        )


def year_words(year: YearOfInductions) -> str:
    """A year, with what helped and what hindered."""
    helped = (tr("Helped: {words}", words=each) for each in year.helped)
    hindered = (tr("Made it harder: {words}", words=each) for each in year.hindered)
    return "\n".join((str(year.year), *helped, *hindered))
