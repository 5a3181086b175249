"""One person's development plan: to look at together, to change, and to take away."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lsadesk.domain.changes import Done
from lsadesk.domain.development import ActionDetails, PlanAction, in_order
from lsadesk.domain.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations import development, exports
from lsadesk.operations.desk import Desk
from lsadesk.operations.development import OpenPlan
from lsadesk.ui.development.line_form import BLANK, ask_line
from lsadesk.ui.development.lines import PlanTable, summary
from lsadesk.ui.development.told import Told
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

T = TypeVar("T")
USUAL = (1120, 680)


def open_plan(
    context: TabContext, parent: QWidget, person: PersonId, *, adding: ActionDetails | None = None
) -> None:
    """Show the plan of *person* until it is closed; *adding* begins with that as a new line."""
    dialog = PlanDialog(context, parent, person, adding)
    dialog.exec()
    dialog.deleteLater()


class PlanDialog(QDialog):
    """Everything said and undone here is said here too; its title names nobody."""

    def __init__(
        self,
        context: TabContext,
        parent: QWidget,
        person: PersonId,
        adding: ActionDetails | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._person, self._adding = context, person, adding
        self.plan: OpenPlan | None = None
        self._changes, self._undone = 0, 0  # made here: others' are not taken back from here
        self.setWindowTitle(tr("Development plan"))
        self._build()
        self._wire()
        self._dress()
        room = parent.window().size()
        self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))
        self._load()

    def add(self) -> None:
        """Ask for a new line and add it."""
        self._ask_new(BLANK)

    def change(self) -> None:
        """Ask what the current line is to say and write it."""
        if (line := self.table.current()) is not None:
            self._ask_change(line, line)

    def mark(self) -> None:
        """Say that the current line is done today, or that it is not after all."""
        line = self.table.current()
        if line is not None and self.plan is not None:
            done_on = self.plan.today if line.done_on is None else None
            said = tr("Marked as done today.") if done_on else tr("It is to be done again.")
            self._write(lambda desk: development.mark_done(desk, line, done_on), said)

    def remove(self) -> None:
        """Take the current line out; Undo puts it back."""
        if (line := self.table.current()) is not None:
            said = tr("Removed: {what}. Undo puts it back.", what=line.what)
            self._write(lambda desk: development.remove_action(desk, line), said)

    def save_pdf(self) -> None:
        """Ask where to, and write the plan there."""
        if self.plan is None:
            return
        name = exports.file_name(tr("Development plan, {name}", name=self.plan.name))
        path = ask_where(self, tr("Save the plan"), f"{name}.pdf", tr("PDF (*.pdf)"))
        if path is not None:
            self.save_to(path if path.suffix == ".pdf" else Path(f"{path}.pdf"))

    def save_to(self, path: Path) -> None:
        """Write the plan as PDF to *path*, and say where it is."""
        self.save.setEnabled(False)
        self._context.write(
            lambda desk: exports.export_plan(desk, self._person, path),
            lambda _done: self._saved(path),
            on_error=self._not_saved,
            owner=self,
        )

    def undo(self) -> None:
        """Take back what was changed last in this plan since it was opened."""
        if self._changes:
            self._changes, self._undone = self._changes - 1, self._undone + 1
            self._reverse(lambda desk: desk.undo(), tr("Undone: {sentence}"))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone:
            self._changes, self._undone = self._changes + 1, self._undone - 1
            self._reverse(lambda desk: desk.redo(), tr("Done again: {sentence}"))

    def _build(self) -> None:
        look = self._context.appearance
        self.name, self.about = label("", "title"), label("", "muted")
        self.counted = label("", "label")
        self.told = Told(look)
        self.table = PlanTable(self._context.desk.today)
        self.empty = EmptyState(
            look,
            "tick",
            tr("Nothing agreed yet"),
            tr(
                "Shadowing, mentoring, a course or anything else that was agreed goes here. "
                "A plan may also stay empty: staying put is a full answer."
            ),
            action=tr("&Add the first line..."),
            on_action=self.add,
        )
        self.pages = QStackedWidget()
        for page in (QWidget(), self._lines(), self.empty):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        for widget in (self.name, self.about, self.told):
            layout.addWidget(widget)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._last_row())

    def _lines(self) -> QWidget:
        self.adding = button(tr("&Add a line..."), self.add, "primary")
        self.changing = button(tr("&Change..."), self.change)
        self.marking = button(tr("&Mark as done"), self.mark)
        self.removing = button(tr("&Remove"), self.remove)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        verbs = Flow(gap=8)
        for each in (self.adding, self.changing, self.marking, self.removing):
            verbs.addWidget(each)
        rows.addWidget(self.counted)
        rows.addWidget(self.table, 1)
        rows.addLayout(verbs)
        return page

    def _last_row(self) -> QHBoxLayout:
        self.save = button(tr("&Save as PDF..."), self.save_pdf)
        self.undoing = button(tr("&Undo"), self.undo)
        self.closing = button(tr("C&lose"), self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.undoing)
        row.addStretch(1)
        row.addWidget(self.closing)
        return row

    def _wire(self) -> None:
        self.table.opened.connect(lambda _line: self.change())
        self.table.selected.connect(lambda _line: self._dress())
        for keys, call in (  # the keys of the window's own menu
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(call)
        taking = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        taking.setContext(Qt.ShortcutContext.WidgetShortcut)
        taking.activated.connect(self.remove)

    def _load(self) -> None:
        self._context.read(
            lambda desk: development.plan(desk, self._person),
            self._show,
            on_error=self._refused,
            owner=self,
        )

    def _show(self, plan: OpenPlan) -> None:
        first = self.plan is None
        current = self.table.current()
        self.plan = plan
        self.name.setText(plan.name)
        self.about.setText(", ".join(part for part in (plan.title, plan.team) if part))
        self.counted.setText(summary(plan))
        self.table.show_plan(plan)
        same = [each for each in plan.actions if current is not None and each.id == current.id]
        if same:
            self.table.select(same[0])
        self.pages.setCurrentIndex(1 if plan.actions else 2)
        self._dress()
        if first:
            self._enter(plan)

    def _enter(self, plan: OpenPlan) -> None:
        """Begin at what is due first, or at the way to the first line."""
        if plan.actions:
            self.table.select(in_order(plan.actions)[0])
        (self.table if plan.actions else self.empty.action).setFocus()
        adding, self._adding = self._adding, None
        if adding is not None:
            self._ask_new(adding)

    def _dress(self) -> None:
        line = self.table.current()
        for each in (self.changing, self.marking, self.removing):
            each.setEnabled(line is not None)
        done = line is not None and line.done_on is not None
        self.marking.setText(tr("&Not done after all") if done else tr("&Mark as done"))
        self.save.setEnabled(self.plan is not None)
        self.undoing.setEnabled(self._changes > 0)

    def _ask_new(self, filled: ActionDetails) -> None:
        if self.plan is None:
            return
        typed = ask_line(
            self,
            tr("Add a line"),
            filled,
            helpers=[each.name for each in self.plan.helpers],
            today=self.plan.today,
            yes=tr("Add"),
        )
        if typed is not None:
            self._write(
                lambda desk: development.add_action(desk, self._person, typed),
                tr("Added: {what}", what=typed.what),
            )

    def _ask_change(self, line: PlanAction, filled: ActionDetails, sentence: str = "") -> None:
        if self.plan is None:
            return
        typed = ask_line(
            self,
            tr("Change a line"),
            filled,
            helpers=[each.name for each in self.plan.helpers],
            today=self.plan.today,
            yes=tr("Change"),
            sentence=sentence,
        )
        if typed is not None and development.merged(line, typed, line) != line:
            self._write(
                lambda desk: development.change_action(desk, line, typed),
                tr("Changed: {what}", what=typed.what),
                lambda error: self._clashed(line, typed, error),
            )

    def _write(
        self,
        operation: Callable[[Desk], Done[T]],
        said: str,
        on_error: Callable[[UserError], None] | None = None,
    ) -> None:
        def written(_result: T) -> None:
            self._changes, self._undone = self._changes + 1, 0
            self.told.say(said)
            self._load()

        self._context.write(operation, written, on_error=on_error or self._refused, owner=self)

    def _reverse(self, call: Callable[[Desk], Done[None]], words: str) -> None:
        def reverse(desk: Desk) -> Done[str]:
            changes = call(desk).changes
            return Done(changes.sentence, changes)

        def reversed_(sentence: str) -> None:
            self.told.say(words.format(sentence=sentence))
            self._load()

        self._context.write(reverse, reversed_, on_error=self._refused, owner=self)

    def _refused(self, error: UserError) -> None:
        self.told.say(str(error), "warning")
        if self.plan is not None:
            self._load()

    def _clashed(self, read: PlanAction, typed: ActionDetails, error: UserError) -> None:
        """Keep what was typed where somebody else was faster."""
        self._load()
        look = tr("Put it into the newest line..."), lambda: self._ask_again(read, typed)
        new = tr("Add it as a new line..."), lambda: self._add_again(typed)
        self.told.keep(
            tr("{sentence} What you typed is kept: {what}", sentence=error, what=typed.what),
            look if isinstance(error, Stale) else new,
            (tr("Drop it"), self.told.settle),
        )

    def _ask_again(self, read: PlanAction, typed: ActionDetails) -> None:
        lines = () if self.plan is None else self.plan.actions
        latest = next((each for each in lines if each.id == read.id), None)
        if latest is None:
            self._add_again(typed)
            return
        self.told.settle()
        self._ask_change(
            latest,
            development.merged(read, typed, latest),
            tr("This is the newest line, with what you typed put in."),
        )

    def _add_again(self, typed: ActionDetails) -> None:
        self.told.settle()
        self._ask_new(typed)

    def _saved(self, path: Path) -> None:
        self._dress()
        self.told.ask(
            tr("The plan is saved as {name} in {folder}.", name=path.name, folder=path.parent),
            (tr("Open the plan"), lambda: self._open(path)),
            (tr("Open the folder"), lambda: self._open(path.parent)),
            (tr("Hide"), self.told.settle),
        )

    def _not_saved(self, error: UserError) -> None:
        self._dress()
        self.told.say(str(error), "danger")

    def _open(self, path: Path) -> None:
        self.told.settle()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.say(tr("This computer has nothing to open it with: {path}", path=path))
