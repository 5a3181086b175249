"""Managers' notes about a person, on a page of their own with what they are on its face."""

from PySide6.QtCore import Qt

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.manager_notes import ON_ITS_FACE, ManagerNote
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.staff import manager_notes
from lsadesk.ui.appraisal.asking import ask_reason
from lsadesk.ui.appraisal.sub_page import SubPage
from lsadesk.ui.purpose import PurposeLine
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.words import tr


class NotesPage(SubPage):
    """Never to be open while the person sits at the same screen: it says so."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._person: PersonId | None = None
        self.face = label(tr(ON_ITS_FACE))
        self.nothing = label(tr("No notes yet."), "heading")
        self.list: EntryList[ManagerNote] = EntryList(tr("Managers' notes"), note_words)
        self.add = button(tr("&Write a note..."), self._add, "primary")
        self.change = button(tr("&Change..."), self._change)
        self.remove = button(tr("&Remove"), self._remove)
        verbs = from_left(self.add, self.change, self.remove)
        self.why = PurposeLine(context, Kind.MANAGER_NOTE)
        for each in (self.face, self.why, self.nothing):
            self.rows.addWidget(each)
        self.rows.addWidget(self.list, 1)
        self.rows.addLayout(verbs)
        self.rows.addStretch()  # takes the room only while there is no list
        self.list.chosen.connect(lambda _place: self._dress())

    def open(self, person: PersonId, name: str) -> None:
        """Show the notes about *person*."""
        self._person = person
        self.title.setText(tr("Managers' notes about {name}", name=name))
        self.refresh()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the notes again."""
        if (person := self._person) is not None:
            self._context.read(
                lambda desk: manager_notes.notes(desk, person),
                self._show,
                on_error=self._refused,
                owner=self,
            )

    def _show(self, found: tuple[ManagerNote, ...]) -> None:
        self.list.show_records(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._dress()

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "refused")
        self.left.emit()

    def _dress(self) -> None:
        note = self.list.current()
        for verb in (self.change, self.remove):
            verb.setEnabled(note is not None and note.is_mine)

    def _asked(self, title: str, text: str = "") -> str | None:
        return ask_reason(self, title, tr(ON_ITS_FACE), tr("Note"), value=text, yes=tr("Save"))

    def _add(self) -> None:
        person, text = self._person, self._asked(tr("A note"))
        if person is not None and text is not None:
            self._context.write(lambda desk: manager_notes.add_note(desk, person, text))

    def _change(self) -> None:
        note = self.list.current()
        if note is None or (text := self._asked(tr("Change the note"), note.text)) is None:
            return
        self._context.write(lambda desk: manager_notes.change_note(desk, note, text))

    def _remove(self) -> None:
        note = self.list.current()
        if note is not None and confirm(
            self, tr("Remove this note?"), tr("Undo puts it back."), yes=tr("Remove"), danger=True
        ):
            self._context.write(lambda desk: manager_notes.remove_note(desk, note))


def note_words(note: ManagerNote) -> str:
    """A note with who wrote it, and when."""
    written = note.written_at.astimezone()
    return f"{uk_date(written.date())}, {note.author}\n{note.text}"
