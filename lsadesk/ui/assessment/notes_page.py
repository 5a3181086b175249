"""My private notes: a notebook of one's own, kept word by word in sealed boxes."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.appraisals.reflection import Reflection, ReflectionId
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.rights import Kind
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import reflections
from lsadesk.operations.appraisals.reflections import Notebook
from lsadesk.operations.developing import plan_reviews
from lsadesk.ui.development.note_form import ask_note
from lsadesk.ui.purpose import PurposeLine
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.long_text import LongText
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(slots=True)
class _Page:
    """What is written on one page: *words* now, *kept* in the file or on the way there.

    *note* None: it has no number yet; while it is *beginning* the first words are on
    their way, and whatever comes after waits for the number.
    """

    note: ReflectionId | None = None
    words: str = ""
    kept: str = ""
    beginning: bool = False


class NotesPage(QWidget):
    """Emits `left()`. `open` reads the notebook; `settle` keeps what is half typed."""

    left = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._page = _Page()
        self._pages: dict[ReflectionId, _Page] = {}  # the list may lag behind what was typed
        self.table: RecordTable[Reflection] = RecordTable(tr("My private notes"), _columns())
        self.text = LongText(tr("Private note"), None)
        self.saved = SavedLabel()
        self._lost = label("", "muted")
        self.remove = button(tr("Remove this note"), self._remove)
        self.share = button(tr("Put some of it into my plan..."), self._share)
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
        self._turn_to(_Page())
        self._unselect()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Keep what is on the page, if it is not kept yet."""
        self._page.words = self.text.toPlainText()
        self._keep(self._page)

    def _turn_to(self, page: _Page) -> None:
        self.settle()
        self._page = page
        self.text.fill(page.words)
        self.remove.setEnabled(page.note is not None)

    def _keep(self, page: _Page) -> None:
        is_nothing = page.note is None and not page.words.strip()
        if page.words == page.kept or page.beginning or is_nothing:
            return
        note, words = page.note, page.words
        page.kept, page.beginning = words, note is None
        self.saved.saving()
        self._context.write(
            lambda desk: reflections.keep_note(desk, note, words),
            lambda kept: self._is_kept(page, kept),
            on_error=lambda error: self._not_kept(page, error),
            owner=self,
        )

    def _is_kept(self, page: _Page, note: ReflectionId) -> None:
        self.saved.saved(self._context.desk.store.clock())
        if page.beginning:
            page.note, page.beginning = note, False
            self._pages[note] = page
            self._keep(page)  # what was typed while the first words were on their way
            self.remove.setEnabled(self._page.note is not None)
            self.read()

    def _not_kept(self, page: _Page, error: UserError) -> None:
        page.kept, page.beginning = "", False
        self.saved.not_saved()
        self._context.say(str(error), "danger")

    def _list(self, notebook: Notebook | None) -> None:
        if notebook is None:
            return
        self.table.blockSignals(True)
        self.table.show_records(notebook.notes)
        current = next((one for one in notebook.notes if one.id == self._page.note), None)
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
        if note is None or note.id == self._page.note:
            return
        written = _Page(note=note.id, words=note.text, kept=note.text)
        self._turn_to(self._pages.setdefault(note.id, written))
        self.read()  # the list tells of what was just left, too

    def _remove(self) -> None:
        note = self._page.note
        if note is None:
            return
        self._pages.pop(note, None)
        self._page = _Page()
        self.text.fill("")
        self.remove.setEnabled(False)
        self._context.write(
            lambda desk: reflections.remove_note(desk, note),
            lambda _none: self._removed(),
            owner=self,
        )

    def _removed(self) -> None:
        self.read()
        self._context.say(tr("Note removed. Undo brings it back."))

    def _share(self) -> None:
        """Put what its writer leaves of the words into their plan; the note itself stays sealed."""
        me = self._context.desk.person
        if me is None:
            return
        sentence = tr(
            "Take out what is for you alone. Whoever sees your plan reads the rest, signed with "
            "your name; the private note stays as it is."
        )
        words, today = self.text.toPlainText(), self._context.desk.today
        noted = ask_note(self, tr("Put some of it into my plan"), sentence, today, words)
        if noted is not None:
            self._context.write(
                lambda desk: plan_reviews.add_note(desk, me, noted.text, day=noted.day),
                lambda _note: self._context.say(tr("Your plan has it as a note.")),
                on_error=lambda error: self._context.say(str(error), "danger"),
                owner=self,
            )

    def _unselect(self) -> None:
        self.table.blockSignals(True)
        self.table.selectionModel().clear()
        self.table.blockSignals(False)

    def _build(self) -> None:
        top = in_row(
            button(tr("Back"), self.left.emit, "link"),
            Fill(label(tr("My private notes"), "heading")),
            self.saved,
            gap=16,
        )
        about = label(
            tr(
                "For you alone: no manager, administrator, printout, export or backup shows "
                "them. What you want others to know, you put into your plan yourself."
            ),
            "muted",
        )
        self._lost.hide()
        ways = in_row(
            button(tr("New note"), self.new, "primary"), self.share, Fill(), self.remove, gap=10
        )
        in_column(
            top,
            about,
            PurposeLine(self._context, Kind.REFLECTION),
            self._lost,
            Fill(self._beside_each_other()),
            ways,
            on=self,
            around=(24, 16, 24, 16),
            gap=10,
        )

    def _beside_each_other(self) -> QSplitter:
        page = QWidget()
        in_column(Fill(self.text), self.text.trouble, on=page, around=(12, 0, 0, 0))
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
