"""Keeping the college safe, and privacy."""

from lsadesk.domain.keeping.erasing import Certificate
from lsadesk.operations.keeping import erasing, notice, retention
from lsadesk.operations.keeping.trail_watch import Altered
from lsadesk.operations.staff import people
from lsadesk.ui.door.new_college import NewCollegeDialog
from lsadesk.ui.keeping.altered_trail import AlteredTrail
from lsadesk.ui.keeping.drafts_part import confirm_drafts
from lsadesk.ui.keeping.earlier import RestoreDialog
from lsadesk.ui.keeping.erasing import EraseQuestion, offer_certificate
from lsadesk.ui.keeping.first_secret import FirstSecretDialog
from lsadesk.ui.keeping.key_pages import KeyPages
from lsadesk.ui.keeping.longer import (
    KeptLongerDialog,
    LongerQuestion,
    ask_longer,
    ask_whose_longer,
)
from lsadesk.ui.keeping.mend_keys import MendKeysDialog
from lsadesk.ui.keeping.moving import BroughtDialog, MoveDialog
from lsadesk.ui.keeping.my_privacy import ask_remark, show_my_privacy
from lsadesk.ui.keeping.periods import PeriodsDialog, ask_how_long
from lsadesk.ui.keeping.privacy import ask_notice, show_notice
from lsadesk.ui.keeping.recovery_key import RecoveryKeyDialog
from lsadesk.ui.keeping.requests_page import ask_request
from lsadesk.ui.keeping.taking_back import UndoList, show_removed
from lsadesk.ui.widgets.scrolled import Scrolled
from tests.ui.every_dialog.stage import TODAY, Dialogs, Stage

CERTIFICATE = Certificate(
    college="Afon Valley College",
    number=7,
    called="Former staff 7",
    erased_on=TODAY,
    because="The period is over",
    parts=(),
)
KEY = "MSRBD-54PTP-P0K0B-71B74-DR5JM-76XCQ-WTD4Z"


def _key_pages(on: Stage, *, asking: bool) -> None:
    dialog = NewCollegeDialog(on.window, on.window.worker)
    keys = KeyPages(KEY, "Afon Valley College", on.window.worker, dialog.accept, done="Start")
    shown = Scrolled(keys)
    dialog._pages.addWidget(shown)
    dialog._pages.setCurrentWidget(shown)
    keys.begin()
    if asking:
        keys.written.click()
    dialog.exec()


DIALOGS: Dialogs = {
    "RemovedList": lambda on: show_removed(on.window, on.context),
    "UndoList": lambda on: UndoList(on.window, on.desk.undo_list()).exec(),
    "FirstSecretDialog": lambda on: FirstSecretDialog(on.window, on.window.worker, on.desk).exec(),
    "BroughtDialog": lambda on: BroughtDialog(on.window, on.window.worker).exec(),
    "MoveDialog": lambda on: MoveDialog(on.window, on.context).exec(),
    "MendKeysDialog": lambda on: MendKeysDialog(on.window, on.window.worker, on.folder).exec(),
    "MyPrivacy": lambda on: show_my_privacy(on.window, on.context),
    "NoticeDialog": lambda on: show_notice(on.window, notice.notice(on.desk), (2, 3)),
    "ask_notice": lambda on: ask_notice(on.window, notice.notice(on.desk)),
    "ask_remark": lambda on: ask_remark(on.window, retention.periods(on.desk)),
    "ask_request": lambda on: ask_request(on.window, tuple(people.colleagues(on.desk)), TODAY),
    "EraseQuestion": lambda on: EraseQuestion(
        on.window, [erasing.plan(on.desk, each.id) for each in people.colleagues(on.desk)[:2]]
    ).exec(),
    "offer_certificate": lambda on: offer_certificate(on.window, on.context, CERTIFICATE),
    "PeriodsDialog": lambda on: PeriodsDialog(
        on.window, on.context, retention.periods(on.desk)
    ).exec(),
    "ask_how_long": lambda on: ask_how_long(on.window, retention.periods(on.desk)[0]),
    "KeptLongerDialog": lambda on: KeptLongerDialog(on.window, on.context, []).exec(),
    "ask_longer": lambda on: ask_longer(on.window, "2 kinds of record", TODAY),
    "LongerQuestion": lambda on: LongerQuestion(on.window, "2 kinds of record", TODAY).exec(),
    "ask_whose_longer": lambda on: ask_whose_longer(
        on.window,
        retention.for_review(on.desk).people,
        retention.periods(on.desk),
        TODAY,
    ),
    "AlteredTrail": lambda on: AlteredTrail(on.window, Altered(812, TODAY)).exec(),
    "confirm_drafts": lambda on: confirm_drafts(on.window, keeps=True),
    "RecoveryKeyDialog": lambda on: RecoveryKeyDialog(on.window, on.context).exec(),
    "RestoreDialog": lambda on: RestoreDialog(
        on.window, on.window.worker, on.folder, lambda _keep: None
    ).exec(),
    "the key": lambda on: _key_pages(on, asking=False),
    "the key asked back": lambda on: _key_pages(on, asking=True),
}
