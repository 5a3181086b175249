"""What others saw in sessions: the LSA reads it first, and it is at hand at the appraisal."""

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.practice import Seen
from lsadesk.operations.developing.development import OpenPlan
from lsadesk.operations.staff import practice
from lsadesk.operations.staff.practice import Practice
from lsadesk.ui.development.seen_form import ask_seen, kind_words
from lsadesk.ui.development.writes import Writes
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.words import tr


class SeenPage(QWidget):
    """What was seen, the newest first. That one looked at one's own is noted as it is shown."""

    def __init__(self, context: TabContext, write: Writes) -> None:
        super().__init__()
        self._context, self._write = context, write
        self._plan: OpenPlan | None = None
        self._practice: Practice | None = None
        self.told = label("", "muted")
        self.nothing = label(tr("Nothing has been written down yet."), "heading")
        self.list: EntryList[Seen] = EntryList(tr("Seen in sessions"), self._words)
        self.add = button(tr("&Write what I saw..."), self._add, "primary")
        ways = flow_of(self.add)
        in_column(
            self.told,
            self.nothing,
            Fill(self.list),
            Fill(share=0),
            ways,
            on=self,
            around=(8, 8, 8, 0),
        )

    def show_plan(self, plan: OpenPlan) -> None:
        """Show what was seen of the person whose *plan* it is."""
        self._plan = plan
        is_own = plan.me == plan.person
        self.add.setVisible(not is_own)
        self.told.setText(
            tr(
                "You read it first. From now on your appraiser can, too, as something to talk "
                "about. It is no rating."
            )
            if is_own
            else tr(
                "{name} reads it first; until then only its writer sees it here. It is no rating.",
                name=plan.name,
            )
        )
        if self.isVisible():
            self._read(plan.person)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what there is."""
        super().showEvent(event)
        if self._plan is not None:
            self._read(self._plan.person)

    def _read(self, person: PersonId) -> None:
        self._context.read(
            lambda desk: practice.seen_of(desk, person),
            self._show,
            on_error=lambda error: self._context.say(str(error), "refused"),
            owner=self,
        )

    def _show(self, found: Practice) -> None:
        self._practice = found
        self.list.show_records(found.seen)
        self.list.setVisible(bool(found.seen))
        self.nothing.setVisible(not found.seen)
        plan = self._plan
        if plan is not None and plan.me == plan.person and _unread(found):
            self._context.write(practice.mark_read, owner=self)

    def _add(self) -> None:
        plan, found = self._plan, self._practice
        if plan is None or found is None:
            return
        details = ask_seen(self, plan.name, found.behaviours, plan.today)
        if details is not None:
            self._write(
                lambda desk: practice.write_seen(desk, plan.person, details),
                tr("Kept. {name} reads it first.", name=plan.name),
            )

    def _words(self, seen: Seen) -> str:
        found = self._practice
        named = {} if found is None else {each.id: each.text for each in found.behaviours}
        return seen_words(seen, named)


def seen_words(seen: Seen, behaviours: Mapping[StatementId, str]) -> str:
    """What was seen as it is read: where and by whom, then what helped and what did not."""
    when = f"{uk_date(seen.day)}, {seen.session}"
    lines = [
        tr("{when}: {kind} by {name}", when=when, kind=kind_words(seen.kind), name=seen.signed)
    ]
    if seen.helped:
        lines.append(tr("What helped: {words}", words=seen.helped))
    if seen.hindered:
        lines.append(tr("What was in the way: {words}", words=seen.hindered))
    lines += [f"\u2713 {behaviours[name]}" for name in seen.behaviours if name in behaviours]
    if seen.person is not None and seen.read_on is None and seen.is_mine:
        lines.append(tr("Not read yet"))
    return "\n".join(lines)


def _unread(found: Practice) -> bool:
    return any(each.read_on is None for each in found.seen)
