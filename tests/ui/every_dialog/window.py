"""The window itself, its widgets and the import."""

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.differences import Difference
from lsadesk.operations.importing.own_books import OwnBook
from lsadesk.ui.door.new_college import NewCollegeDialog
from lsadesk.ui.door.own_secret import OwnSecretDialog
from lsadesk.ui.door.recovery import RecoveryDialog
from lsadesk.ui.intake.assistant import import_workbook
from lsadesk.ui.intake.own_books import ask_way_back
from lsadesk.ui.keeping.checking import show_loose_ends, show_wrong
from lsadesk.ui.keeping.happenings import show_who_saw_me
from lsadesk.ui.keeping.second_place import show_copies
from lsadesk.ui.shell.about import show_about
from lsadesk.ui.shell.crash import CrashDialog
from lsadesk.ui.shell.help import HelpWindow
from lsadesk.ui.shell.report import report_on
from lsadesk.ui.shell.unfinished import Typed, UnfinishedDialog
from lsadesk.ui.taking.differences import DifferencesReview
from lsadesk.ui.taking.differences import Kind as DifferenceKind
from lsadesk.ui.widgets.ask import ask_choice, ask_text, confirm, tell
from tests.ui.every_dialog.stage import Dialogs

DIFFERENCES = DifferenceKind(row="Person", column="Skill", words=str, since="24 Nov 2026, 10:42")
SOME_DIFFERENCES = [
    Difference(key=1, row="Kaur, Asha", column="BSL", place="G7", was=2, now=3, here=2),
    Difference(key=2, row="Xu, Ben", column="BSL", place="G8", was=2, now=3, here=4),
]


DIALOGS: Dialogs = {
    "Assistant": lambda on: import_workbook(on.context, on.window),
    "CrashDialog": lambda on: CrashDialog(on.window, report_on(KeyError("asha"))).exec(),
    "DifferencesReview": lambda on: DifferencesReview(
        on.window, DIFFERENCES, SOME_DIFFERENCES, [Problem("Cell H7", "It is not understood.")]
    ).exec(),
    "HelpWindow": lambda on: (opened := HelpWindow(on.window)).open_at("audit") or opened.exec(),
    "NewCollegeDialog": lambda on: NewCollegeDialog(on.window, on.window.worker).exec(),
    "_listed": lambda on: show_loose_ends(
        on.window, ["The account asha is of somebody who has left. End it (People, Accounts)."]
    ),
    "show_wrong": lambda on: show_wrong(on.window, ["The tables are broken: page 4."]),
    "CopiesDialog": lambda on: show_copies(on.window, on.context),
    "WhoSawMe": lambda on: show_who_saw_me(on.window, on.context),
    "OwnSecretDialog": lambda on: OwnSecretDialog(on.window, on.context).exec(),
    "RecoveryDialog": lambda on: RecoveryDialog(
        on.window, on.window.worker, on.folder, "asha"
    ).exec(),
    "UnfinishedDialog": lambda on: UnfinishedDialog(
        on.window, [Typed("What happens", "Shadow Kay on Thursday, " * 9)]
    ).exec(),
    "ask_choice": lambda on: ask_choice(on.window, "Why?", "Reason", [("Ill", 1)], yes="Set"),
    "ask_way_back": lambda on: ask_way_back(on.window, OwnBook.WEEK),
    "ask_text": lambda on: ask_text(on.window, "Rename", "Name of the team", yes="Rename"),
    "confirm": lambda on: confirm(on.window, "Remove?", "It is empty.", yes="Remove", danger=True),
    "show_about": lambda on: show_about(on.window),
    "tell": lambda on: tell(on.window, "Done", "Everything is in the file."),
}
