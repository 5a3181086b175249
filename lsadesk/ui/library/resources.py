"""Resources: the page of all of them, and the box beside one skill, statement or entry (A51)."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.resources import About, Resource, ResourceDetails, ResourceKind
from lsadesk.domain.changes import Done
from lsadesk.operations.careers import resources
from lsadesk.operations.careers.resources import Place, Shelf
from lsadesk.operations.desk import Desk
from lsadesk.ui.library.words import capital
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.ask import Question, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_EMPTY = (
    "Nothing is here yet. A resource is a thing that helped somebody here: an example from "
    "practice, a document, a video, or a colleague to ask. It stands beside its skill."
)


class ResourcesPage(QWidget):
    """Every resource with what it stands beside."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._places: Sequence[Place] = ()
        self._names: Mapping[About, str] = {}
        self.search = SearchField(context.appearance, tr("Find a resource"), self)
        self.empty = label(tr(_EMPTY), "muted")
        self.table: RecordTable[Resource] = RecordTable(tr("Resources"), self._columns())
        self.add = button(tr("&Add a resource..."), self._add, "primary")
        self.change = button(tr("&Change..."), self._change)
        self.remove = button(tr("&Remove"), self._remove)
        self._changing = QWidget()
        self._changing.hide()
        flow = Flow(self._changing)
        for one in (self.add, self.change, self.remove):
            flow.addWidget(one)
        in_column(
            self.search,
            self.empty,
            Fill(self.table),
            self._changing,
            on=self,
            around=(16, 12, 16, 16),
        )
        self.search.searched.connect(self.table.rows.search)
        self.table.selected.connect(lambda _one: self._dress())
        self.table.opened.connect(lambda _one: self._change())

    def reload(self) -> None:
        """Ask again."""
        self._context.read(_question, self._show, owner=self)

    def write(self, operation: Callable[[Desk], Done[None]]) -> None:
        """Do *operation* on the resources."""
        self._context.write(operation)

    def _show(self, answer: tuple[Shelf, Sequence[Place]]) -> None:
        shelf, self._places = answer
        self._names = {place.about: place.name for place in self._places}
        self.table.show_records(shelf.resources)
        self.empty.setVisible(not shelf.resources)
        self._changing.setVisible(shelf.may_change)
        self._dress()

    def _columns(self) -> tuple[Column[Resource], ...]:
        return (
            Column(tr("Resource"), lambda one: one.title, spoken=_spoken, width=28),
            Column(tr("What it is"), lambda one: capital(tr(one.kind.value)), width=20),
            Column(tr("Where to find it"), lambda one: one.where, width=28),
            Column(tr("Stands beside"), lambda one: self._names.get(one.about, ""), width=34),
            Column(tr("Note"), lambda one: one.note, width=24),
        )

    def _dress(self) -> None:
        chosen = self.table.current() is not None
        for one in (self.change, self.remove):
            one.setEnabled(chosen)

    def _add(self) -> None:
        if (said := ask_resource(self, self._places, None)) is not None:
            self._context.write(lambda desk: resources.add_resource(desk, said))

    def _change(self) -> None:
        read = self.table.current()
        if read is None or not self._changing.isVisible():
            return
        if (said := ask_resource(self, self._places, read)) is not None:
            self.write(lambda desk: resources.change_resource(desk, read, said))

    def _remove(self) -> None:
        read = self.table.current()
        if read is not None and confirm(
            self,
            tr("Remove the resource?"),
            tr("{title} goes off the list. Undo brings it back.", title=read.title),
            yes=tr("Remove"),
        ):
            self.write(lambda desk: resources.remove_resource(desk, read))


class ResourcesBox(QWidget):
    """What stands beside one thing, as text; nothing where there is nothing."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._asked = Ticket()
        self._heading, self._told = label(tr("Resources"), "label"), label("")
        self._told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._told.setAccessibleName(tr("Resources"))
        in_column(self._heading, self._told, on=self, gap=4)
        self.hide()

    def show_for(self, about: About | None) -> None:
        """Show what stands beside *about*; None: nothing is chosen."""
        self._asked.cancel()
        if about is None:
            self.hide()
            return
        self._asked = self._context.read(
            lambda desk: resources.resources_for(desk, about), self._show, owner=self
        )

    def _show(self, shelf: Shelf) -> None:
        self._told.setText("\n".join(_line(one) for one in shelf.resources))
        self._told.setAccessibleDescription(self._told.text())
        self.setVisible(bool(shelf.resources))


def ask_resource(
    parent: QWidget, places: Sequence[Place], read: Resource | None
) -> ResourceDetails | None:
    """Ask for a resource, or for what is to change of the one that was *read*."""
    title = tr("Change a resource") if read else tr("Add a resource")
    question = Question(parent, title, "", tr("Save") if read else tr("Add"))
    form = question.form
    name = form.text(tr("Title"), read.title if read else "")
    kinds: list[tuple[str, object]] = [(capital(tr(one.value)), one) for one in ResourceKind]
    kind = form.choice(tr("What it is"), kinds, read.kind if read else None)
    where = form.text(
        tr("Where to find it"),
        read.where if read else "",
        hint=tr("An address, a folder, a shelf, a room, a name."),
    )
    about = form.choice(
        tr("Stands beside"),
        [(_named(place), place.about) for place in places],
        read.about if read else None,
    )
    note = form.paragraph(tr("Note"), read.note if read else "")

    def ready(_text: str) -> None:
        question.yes.setEnabled(bool(name.text().strip() and where.text().strip()))

    name.textChanged.connect(ready)
    where.textChanged.connect(ready)
    ready("")
    answer = None
    if question.answered():
        answer = ResourceDetails(
            title=name.text().strip(),
            kind=kind.chosen_as(ResourceKind),
            where=where.text().strip(),
            about=about.chosen_as(About),
            note=note.toPlainText().strip(),
        )
    return answer


def _named(place: Place) -> str:
    return f"{place.name} ({tr(place.about.kind.value)})"


def _line(one: Resource) -> str:
    said = f"• {one.title}, {tr(one.kind.value)}: {one.where}"
    return f"{said}. {one.note}" if one.note else said


def _spoken(one: Resource) -> str:
    return f"{one.title}, {tr(one.kind.value)}, {one.where}"


def _question(desk: Desk) -> tuple[Shelf, Sequence[Place]]:
    return resources.resources_for(desk), resources.places(desk)
