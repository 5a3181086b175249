"""Development plans."""

from lsadesk.domain.developing.development import ActionDetails
from lsadesk.operations.developing.development import Around
from lsadesk.ui.development.all_plans import AllPlansDialog
from lsadesk.ui.development.helpers_page import ask_limit
from lsadesk.ui.development.line_form import BLANK, ask_line
from lsadesk.ui.development.note_form import ask_note
from lsadesk.ui.development.progress_form import ask_progress
from lsadesk.ui.development.review_form import ask_review
from lsadesk.ui.development.seen_form import ask_seen
from tests.ui.every_dialog.stage import TODAY, Dialogs

DIALOGS: Dialogs = {
    "AllPlansDialog": lambda on: AllPlansDialog(on.context, on.window, on.folder).exec(),
    "LineQuestion": lambda on: ask_line(
        on.window, "Add a line", BLANK, around=Around(today=TODAY), yes="Add"
    ),
    "SeenQuestion": lambda on: ask_seen(on.window, "Asha Kaur", (), TODAY),
    "NoteQuestion": lambda on: ask_note(on.window, "Write a note", "Both of you read it.", TODAY),
    "ProgressQuestion": lambda on: ask_progress(on.window, ActionDetails(what="Hoist"), TODAY),
    "ReviewQuestion": lambda on: ask_review(on.window, [], TODAY),
    "ask_limit": lambda on: ask_limit(on.window, 3),
}
