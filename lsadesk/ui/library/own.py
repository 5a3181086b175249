"""The page of the college's own layer: rename, hide, put back, add."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.changes import Done
from lsadesk.domain.vocabulary import Vocabulary
from lsadesk.operations.careers import layer
from lsadesk.operations.careers.layer import CollegeLayer, OpenEntry
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import vocabulary
from lsadesk.ui.library.own_change import ask_change
from lsadesk.ui.library.own_lines import KINDS, OwnLine, Standing, columns, kind_words, own_lines
from lsadesk.ui.library.own_questions import ask_new
from lsadesk.ui.library.vocabulary import ask_words
from lsadesk.ui.library.words import capital
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_text, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import tr

_INTRO = (
    "Whatever you change here, the built-in words stay underneath: Put back brings them back, "
    "and an update of the program loses nothing of yours."
)


class OwnPage(QWidget):
    """Every entry, what is built in and what is ours, and what can be done with it."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._seen: CollegeLayer | None = None
        self._added = ""
        self.search = SearchField(context.appearance, tr("Find an entry"), self)
        self.kind = Choice(
            [(tr("Every kind"), None), *((capital(kind_words(one)), one) for one in KINDS)]
        )
        self.whose = Choice([(tr("Built in and ours"), False), (tr("What we changed"), True)])
        self.table: RecordTable[OwnLine] = RecordTable(tr("Built in and ours"), columns())
        self.problems = label("", "error")
        self.change = button(tr("&Change..."), self._change)
        self.rename = button(tr("Re&name..."), self._rename)
        self.hide_ = button(tr("H&ide"), self._hide)
        self.put_back = button(tr("Put &back"), self._put_back)
        self.words = button(tr("Our &words..."), self._ask_words)
        self.words.hide()
        self.adding = {kind: button(words, self._adder(kind)) for kind, words in _add_words()}
        self._build()
        self._connect()
        self._dress()

    def reload(self) -> None:
        """Ask whether the college's words are for whoever is signed in to change."""
        self._context.read(vocabulary.may_change_words, self.words.setVisible, owner=self)

    def show_layer(self, seen: CollegeLayer) -> None:
        """Show *seen*; the entry that was chosen, or was just added, is chosen."""
        self._seen = seen
        before = self.table.current()
        kind = None if self._added or before is None else before.kind
        wanted = self._added or (before.entry if before is not None else "")
        self._say_problems(seen)
        lines = own_lines(seen)
        self.table.show_records(lines)
        for line in lines:
            if line.entry == wanted and kind in (None, line.kind):
                self.table.select(line)
        self._dress()

    def write(self, operation: Callable[[Desk], Done[None]]) -> None:
        """Do *operation* on the layer."""
        self._context.write(operation)

    def add(self, operation: Callable[[Desk], Done[str]]) -> None:
        """Add an entry and choose it."""
        self._context.write(operation, self._chose_added, owner=self)

    def _say_problems(self, seen: CollegeLayer) -> None:
        """Say which entries could not be read; the rest is there."""
        left_out = "; ".join(str(one) for one in seen.library.problems)
        self.problems.setText(tr("Left out, because it cannot be read: {what}", what=left_out))
        self.problems.setVisible(bool(left_out))

    def _build(self) -> None:
        self.kind.setAccessibleName(tr("Kind of entry"))
        self.whose.setAccessibleName(tr("Built in or ours"))
        asked, done, added = QWidget(), QWidget(), QWidget()
        for row, parts in (
            (asked, (self.search, self.kind, self.whose, self.words)),
            (done, (self.change, self.rename, self.hide_, self.put_back)),
            (added, tuple(self.adding.values())),
        ):
            flow = Flow(row)
            for part in parts:
                flow.addWidget(part)
        in_column(
            label(tr(_INTRO), "muted"),
            self.problems,
            asked,
            Fill(self.table),
            done,
            added,
            on=self,
            around=(16, 12, 16, 16),
        )

    def _connect(self) -> None:
        self.search.searched.connect(self.table.rows.search)
        for choice in (self.kind, self.whose):
            choice.currentIndexChanged.connect(lambda _at: self._narrow())
        self.table.selected.connect(lambda _line: self._dress())
        self.table.opened.connect(lambda _line: self._change())

    def _narrow(self) -> None:
        kind, ours = self.kind.chosen(), bool(self.whose.chosen())
        self.table.rows.keep(
            lambda line: (
                kind in (None, line.kind) and not (ours and line.standing is Standing.BUILT_IN)
            )
        )

    def _dress(self) -> None:
        line = self.table.current()
        for one in (self.change, self.rename):
            one.setEnabled(line is not None and not line.is_hidden)
        self.hide_.setEnabled(line is not None)
        self.hide_.setText(
            tr("Show aga&in") if line is not None and line.is_hidden else tr("H&ide")
        )
        self.put_back.setEnabled(line is not None and line.standing is not Standing.BUILT_IN)
        ours = line is not None and line.standing in (Standing.OURS, Standing.OURS_HIDDEN)
        self.put_back.setText(tr("Re&move") if ours else tr("Put &back"))

    def _change(self) -> None:
        line = self.table.current()
        if line is not None and not line.is_hidden:
            kind, entry = line.kind, line.entry
            self._context.read(
                lambda desk: layer.opened(desk, kind, entry), self._ask_change, owner=self
            )

    def _ask_change(self, opened: OpenEntry) -> None:
        if self._seen is None or (said := ask_change(self, opened, self._seen)) is None:
            return
        kind, entry, version = opened.kind, opened.entry, opened.version
        self.write(lambda desk: layer.change(desk, kind, entry, said, version=version))

    def _rename(self) -> None:
        line = self.table.current()
        if line is None or line.is_hidden:
            return
        is_route = line.kind is LayerKind.ROUTE
        name = ask_text(
            self,
            tr("What the step asks") if is_route else tr("Rename"),
            tr("In your words") if is_route else tr("Name"),
            value=line.about if is_route else line.name,
            hint=tr("Built in as: {name}", name=line.before) if line.before else "",
            yes=tr("Save"),
        )
        if name is not None:
            self.write(lambda desk: layer.rename(desk, line.kind, line.entry, name))

    def _hide(self) -> None:
        line = self.table.current()
        if line is not None:
            hidden = not line.is_hidden
            self.write(lambda desk: layer.hide(desk, line.kind, line.entry, hidden=hidden))

    def _put_back(self) -> None:
        line = self.table.current()
        if line is None:
            return
        ours = line.standing in (Standing.OURS, Standing.OURS_HIDDEN)
        if not ours or confirm(
            self,
            tr("Remove what you added?"),
            tr("{name} goes off the map and the lists. Undo brings it back.", name=line.name),
            yes=tr("Remove"),
        ):
            self.write(lambda desk: layer.put_back(desk, line.kind, line.entry))

    def _ask_words(self) -> None:
        self._context.read(vocabulary.vocabulary, self._asked_words, owner=self)

    def _asked_words(self, now: Vocabulary) -> None:
        if (said := ask_words(self, now)) is not None:
            self.write(lambda desk: vocabulary.set_vocabulary(desk, said))

    def _adder(self, kind: LayerKind) -> Callable[[], None]:
        def ask() -> None:
            if self._seen is not None and (adding := ask_new(self, kind, self._seen)) is not None:
                self.add(adding)

        return ask

    def _chose_added(self, entry: str) -> None:
        """The list with the new entry is on its way: choose it there."""
        self._added = entry
        self._context.read(layer.college_layer, self._show_added, owner=self)

    def _show_added(self, seen: CollegeLayer) -> None:
        self.show_layer(seen)
        self._added = ""
        self.table.setFocus()


def _add_words() -> tuple[tuple[LayerKind, str], ...]:
    return (
        (LayerKind.ROLE, tr("Add a &role...")),
        (LayerKind.ROUTE, tr("Add a ro&ute...")),
        (LayerKind.TITLE, tr("Add a job &title...")),
        (LayerKind.LEVEL, tr("Add a &level...")),
        (LayerKind.QUALIFICATION, tr("Add a &qualification...")),
        (LayerKind.STORY, tr("Add a &story...")),
        (LayerKind.PROMPT, tr("Add a &prompt for appraisals...")),
    )
