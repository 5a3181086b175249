"""My private notes: a notebook of one's own, kept word by word in sealed boxes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.reflection import Reflection, ReflectionId
from lsadesk.errors import UserError
from lsadesk.operations import reflections
from lsadesk.operations.reflections import Notebook
from lsadesk.ui.assessment.frame import SavedLabel
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.long_text import LongText
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_ROOM = (8, 200)  # lines


class NotesPage(QWidget):
    """Emits `left()`. `open` reads the notebook; `settle` keeps what is half typed."""

    left = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._note: ReflectionId | None = None
        self._kept = ""  # the words that were last handed to the file
        self._beginning = False  # a first save is on its way: the note has no number yet
        self.table: RecordTable[Reflection] = RecordTable(tr("My private notes"), _columns())
        self.text = LongText(tr("Private note"), _ROOM)
        self.saved = SavedLabel()
        self._lost = label("", "muted")
        self.remove = button(tr("Remove this note"), self._remove)
        self._build()
        self.table.selected.connect(self._show)
        self.text.typed.connect(self.settle)

    def open(self) -> None:
        """Read the notebook and begin with an empty page."""
        self.new()
        self.read()

    def read(self) -> None:
        """Read the notebook again; what is being written stays as it is."""
        self._context.read(reflections.my_notes, self._list, owner=self)

    def new(self) -> None:
        """An empty page."""
        self.settle()
        self._note, self._kept = None, ""
        self._unselect()
        self.text.fill("")
        self.remove.setEnabled(False)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Keep what is on the page, if it is not kept yet."""
        words = self.text.toPlainText()
        if words == self._kept or self._beginning or (self._note is None and not words.strip()):
            return
        self._kept = words
        self._beginning = self._note is None
        self.saved.saving()
        note = self._note
        self._context.write(
            lambda desk: reflections.keep_note(desk, note, words),
            self._is_kept,
            on_error=self._not_kept,
            owner=self,
        )

    def _is_kept(self, note: ReflectionId) -> None:
        self.saved.saved(self._context.desk.store.clock())
        if self._beginning:
            self._beginning = False
            self._note = note
            self.remove.setEnabled(True)
            self.settle()  # what was typed while the first words were on their way

    def _not_kept(self, error: UserError) -> None:
        self._beginning = False
        self._kept = ""
        self.saved.not_saved()
        self._context.say(str(error), "danger")

    def _list(self, notebook: Notebook | None) -> None:
        if notebook is None:
            return
        self.table.blockSignals(True)
        self.table.show_records(notebook.notes)
        current = next((one for one in notebook.notes if one.id == self._note), None)
        if current is not None:
            self.table.select(current)
        self.table.blockSignals(False)
        self._lost.setVisible(bool(notebook.unreadable))
        self._lost.setText(
            tr(
                "{number} notes were sealed with a PIN or password you no longer have. Nobody "
                "can open them.",
                number=notebook.unreadable,
            )
        )

    def _show(self, note: Reflection | None) -> None:
        if note is None or note.id == self._note:
            return
        self.settle()
        self._note, self._kept = note.id, note.text
        self.text.fill(note.text)
        self.remove.setEnabled(True)
        self.read()  # the words shown in the list may be older than those just kept

    def _remove(self) -> None:
        if self._note is None:
            return
        note = self._note
        self._note, self._kept = None, self.text.toPlainText()
        self._context.write(
            lambda desk: reflections.remove_note(desk, note),
            lambda _none: self._removed(),
            owner=self,
        )

    def _removed(self) -> None:
        self.text.fill("")
        self._kept = ""
        self.new()
        self._context.say(tr("Note removed. Undo brings it back."))

    def _unselect(self) -> None:
        self.table.blockSignals(True)
        self.table.selectionModel().clear()
        self.table.blockSignals(False)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 16, 24, 16)
        rows.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(button(tr("Back"), self.left.emit, "link"))
        top.addWidget(label(tr("My private notes"), "heading"), 1)
        top.addWidget(self.saved)
        rows.addLayout(top)
        rows.addWidget(
            label(
                tr(
                    "For you alone: no manager, administrator, printout, export or backup shows "
                    "them. They cannot be shared from here."
                ),
                "muted",
            )
        )
        self._lost.hide()
        rows.addWidget(self._lost)
        rows.addWidget(self._beside_each_other(), 1)
        ways = QHBoxLayout()
        ways.addWidget(button(tr("New note"), self.new, "primary"))
        ways.addStretch(1)
        ways.addWidget(self.remove)
        rows.addLayout(ways)

    def _beside_each_other(self) -> QSplitter:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(12, 0, 0, 0)
        inside.addWidget(self.text, 1)
        inside.addWidget(self.text.trouble)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.table)
        beside.addWidget(page)
        beside.setStretchFactor(0, 2)
        beside.setStretchFactor(1, 3)
        return beside


def _columns() -> tuple[Column[Reflection], ...]:
    return (
        Column(
            tr("Begun"),
            lambda note: uk_date(note.begun_at.astimezone().date()),
            sort=lambda note: -note.id,
            width=14,
        ),
        Column(tr("Note"), lambda note: note.title or tr("(empty)"), width=30),
    )
