"""Files attached to an appraisal or to a line of a plan: attached, looked at, taken away."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.attached import (
    KIND_OF,
    LARGEST,
    MOST,
    About,
    AttachedFile,
    Where,
    size_words,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.developing import attaching
from lsadesk.operations.developing.attaching import Attached
from lsadesk.ui.development.file_view import FileView, opened
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.ask import Question, ask_file
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.message import MessageBar
from lsadesk.ui.words import tr

_LETTERS, _LINES = 84, 6


def show_files(parent: QWidget, context: TabContext, about: About) -> None:
    """Show what is attached to *about*, until it is closed."""
    FilesDialog(parent, context, about).exec()


def files_words(number: int) -> str:
    """The button that leads to what is attached."""
    return tr("Fi&les: {number}...", number=number) if number else tr("Attach a fi&le...")


def file_words(file: AttachedFile) -> str:
    """A file in the list: its name, what it is, and who brought it when."""
    day = uk_date(file.attached_at.astimezone().date())
    brought = tr(
        "{kind}, {size}, brought by {name}, {day}",
        kind=tr(file.kind.value[0].upper() + file.kind.value[1:]),
        size=size_words(file.size),
        name=file.signed,
        day=day,
    )
    return "\n".join(part for part in (file.name, file.what, brought) if part)


def _saved_words(path: Path) -> str:
    return tr(
        "Saved as {name}. That copy is outside the college file: whoever uses this computer "
        "may open it.",
        name=path.name,
    )


class FilesDialog(Question):
    """The files of one appraisal or line; all that is done here is kept at once."""

    def __init__(self, parent: QWidget, context: TabContext, about: About) -> None:
        super().__init__(parent, tr("Attached files"), _who_reads(about.where), tr("Close"))
        at_least(self, _LETTERS)
        self._context, self._about = context, about
        self.found: Attached | None = None
        self.message = MessageBar(context.appearance)
        self.saved = Saving(context, self, self.message.say, told=_saved_words)
        self.files: EntryList[AttachedFile] = EntryList(tr("Attached files"), file_words)
        self.files.setMinimumHeight(_LINES * self.files.fontMetrics().lineSpacing())
        self.none = label(tr("Nothing is attached yet."), "muted")
        self.closed = label("", "muted")
        self.adding = button(tr("&Attach a file..."), self.attach)
        self.looking = button(tr("&Look at it"), self.look)
        self.saving = button(tr("&Save a copy..."), self.save)
        self.taking = button(tr("&Take it off"), self.take_off)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read what is attached anew; the chosen file stays."""
        about = self._about
        self._context.read(
            lambda desk: attaching.attached_to(desk, about),
            self._show,
            on_error=self._refused,
            owner=self,
        )

    def attach(self) -> None:
        """Ask for a file and what it is, and keep a copy of it."""
        endings = " ".join(f"*{each}" for each in KIND_OF)
        kinds = tr("Files that can be attached ({endings})", endings=endings)
        path = ask_file(self, tr("Attach a file"), kinds)
        if path is not None and self.found is not None:
            self.attach_from(path)

    def attach_from(self, path: Path) -> None:
        """Ask what the file at *path* is, and keep a copy of it."""
        if self.found is None:
            return
        question = AttachQuestion(self, path.name, self.found)
        if question.answered():
            about, what, by = self._about, question.what.text(), question.brought_by()
            self._context.write(
                lambda desk: attaching.attach(desk, about, path, what=what, brought_by=by),
                lambda _id: self._done(tr("A copy is kept in the college file.")),
                on_error=self._refused,
                owner=self,
            )

    def look(self) -> None:
        """Show a picture or a text here, so that no copy leaves the college file."""
        if (file := self.files.current()) is None or not file.kind.shows_here:
            self.save()
            return
        self._context.read(
            lambda desk: attaching.content_of(desk, file),
            lambda content: self._open_here(file, content),
            on_error=self._refused,
            owner=self,
        )

    def save(self) -> None:
        """Ask where to, and write a copy there."""
        file = self.files.current()
        if file is not None and self.saving.isEnabled():
            name = Path(file.name)
            self.saved.write(
                name.stem,
                lambda desk, path: attaching.save_copy(desk, file, path),
                back=self.saving,
                ending=name.suffix,
            )

    def take_off(self) -> None:
        """Take the chosen file off; Undo puts it back."""
        if (file := self.files.current()) is not None:
            self._context.write(
                lambda desk: attaching.take_off(desk, file),
                lambda _none: self._done(tr("Taken off. Undo in the window puts it back.")),
                on_error=self._refused,
                owner=self,
            )

    def _show(self, found: Attached) -> None:
        first, self.found = self.found is None, found
        self.files.show_records(found.files)
        self.files.setVisible(bool(found.files))
        self.none.setVisible(not found.files)
        self.closed.setText(found.closed)
        self.closed.setVisible(bool(found.closed))
        self._dress()
        if first:
            begin = self.files if found.files else self.adding
            (begin if begin.isEnabled() else self.yes).setFocus()

    def _dress(self) -> None:
        found, file = self.found, self.files.current()
        self.adding.setEnabled(found is not None and not found.closed)
        self.looking.setEnabled(file is not None and file.kind.shows_here)
        self.saving.setEnabled(file is not None and found is not None and found.may_save)
        self.taking.setEnabled(file is not None and found is not None and file.id in found.mine)

    def _done(self, said: str) -> None:
        self.message.say(said, "said")
        self.refresh()

    def _refused(self, error: UserError) -> None:
        self.message.say(str(error), "warning")

    def _open_here(self, file: AttachedFile, content: bytes) -> None:
        """Away from the college file, which others of this program wait for meanwhile."""
        self._context.compute(
            lambda _progress: opened(file, content),
            lambda found: self._look_at(file, found),
            on_error=self._refused,
            owner=self,
        )

    def _look_at(self, file: AttachedFile, found: QImage | str) -> None:
        FileView(self, file.name, found).exec()

    def _build(self) -> None:
        verbs = flowing(self.adding, self.looking, self.saving, self.taking)
        rows = in_column(
            self.saved.notice,
            self.none,
            self.files,
            self.closed,
            self.message,
            verbs,
            label(_limits(), "muted"),
        )
        self.body.addLayout(rows)
        self.no.hide()
        self.files.hide()
        self.files.chosen.connect(lambda _place: self._dress())
        self.files.entered.connect(self.look)
        self._dress()


class AttachQuestion(Question):
    """What a file is, and who brings it where two sit at one screen."""

    def __init__(self, parent: QWidget, name: str, found: Attached) -> None:
        super().__init__(parent, tr("Attach a file"), name, tr("Attach"))
        at_least(self, _LETTERS * 2 // 3)
        form = self.form
        self.what = form.text(
            tr("What it is"), hint=tr("A few words, as “certificate of the Makaton course”.")
        )
        offered = [(each, person) for person, each in found.brings]
        self._by = form.choice(tr("Brought by"), offered) if len(offered) > 1 else None

    def brought_by(self) -> PersonId | None:
        """Who brings it, where two may; None: whoever is signed in."""
        chosen = None if self._by is None else self._by.chosen()
        return PersonId(chosen) if isinstance(chosen, int) else None


def _who_reads(where: Where) -> str:
    if where is Where.APPRAISAL:
        return tr(
            "What is attached here is seen at once by the person, their appraiser, their line "
            "manager and the head. The record names it, with a mark that tells it from any other."
        )
    return tr("Whoever sees the plan sees what is attached to its lines. The PDF names it.")


def _limits() -> str:
    return tr(
        "Up to {number} files of {size} each: PDF, pictures, plain text, Word, Excel and "
        "PowerPoint without macros. A copy is kept encrypted with everything else.",
        number=MOST,
        size=size_words(LARGEST),
    )
