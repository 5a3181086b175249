"""Development plans."""

from lsadesk.domain.developing.attached import About, Where, of_line
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.developing import development
from lsadesk.operations.developing.attaching import Attached
from lsadesk.operations.developing.development import Around
from lsadesk.operations.staff import people
from lsadesk.ui.development.file_view import FileView
from lsadesk.ui.development.files import AttachQuestion, FilesDialog
from lsadesk.ui.development.helpers_page import ask_limit
from lsadesk.ui.development.line_form import BLANK, ask_line
from lsadesk.ui.development.note_form import ask_note
from lsadesk.ui.development.progress_form import ask_progress
from lsadesk.ui.development.review_form import ask_review
from lsadesk.ui.development.saving import plans
from lsadesk.ui.development.seen_form import ask_seen
from lsadesk.ui.taking.batch import BatchDialog
from tests.ui.every_dialog.stage import TODAY, Dialogs, Stage

NOTHING_YET = Attached(
    about=About(Where.PLAN, 1, PersonId(1)),
    files=(),
    closed="",
    mine=frozenset(),
    brings=((None, "owner"), (PersonId(1), "Asha Kaur")),
    may_save=True,
)


def _files(on: Stage) -> None:
    who = people.colleagues(on.desk)[0].id
    development.add_action(on.desk, who, ActionDetails(what="Hoist"))
    line = development.actions(on.desk, who)[0]
    FilesDialog(on.window, on.context, of_line(line)).exec()


DIALOGS: Dialogs = {
    "FilesDialog": _files,
    "AttachQuestion": lambda on: AttachQuestion(on.window, "scan.pdf", NOTHING_YET).answered(),
    "FileView": lambda on: FileView(on.window, "notes.txt", "What was seen").exec(),
    "BatchDialog": lambda on: BatchDialog(
        on.context, on.window, on.folder, plans(frozenset({people.colleagues(on.desk)[0].id}))
    ).exec(),
    "LineQuestion": lambda on: ask_line(
        on.window, "Add a line", BLANK, around=Around(today=TODAY), yes="Add"
    ),
    "SeenQuestion": lambda on: ask_seen(on.window, "Asha Kaur", (), TODAY),
    "NoteQuestion": lambda on: ask_note(on.window, "Write a note", "Both of you read it.", TODAY),
    "ProgressQuestion": lambda on: ask_progress(on.window, ActionDetails(what="Hoist"), TODAY),
    "ReviewQuestion": lambda on: ask_review(on.window, [], TODAY),
    "ask_limit": lambda on: ask_limit(on.window, 3),
}
