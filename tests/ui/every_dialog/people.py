"""People and accounts."""

from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.on_cards import OnCards
from lsadesk.operations.keeping import accounts
from lsadesk.operations.staff import people
from lsadesk.ui.people.account_questions import NewAccount, ask_duties, ask_secret
from lsadesk.ui.people.add_person import ask_person
from lsadesk.ui.people.health import ask_health
from lsadesk.ui.people.leaving import ask_last_day
from lsadesk.ui.people.on_cards import OnCardsDialog, Shown
from lsadesk.ui.people.photo_frame import ask_frame
from tests.photos import A_PHOTO
from tests.ui.every_dialog.stage import TODAY, Dialogs

DIALOGS: Dialogs = {
    "NewAccount": lambda on: NewAccount(on.window, people.colleagues(on.desk), ["asha"]).exec(),
    "OnCardsDialog": lambda on: OnCardsDialog(
        on.window,
        on.context,
        Shown(people.colleagues(on.desk)[0].id, OnCards(called="Ash", portrait=A_PHOTO), own=False),
    ).exec(),
    "FrameQuestion": lambda on: ask_frame(on.window, A_PHOTO, own=True),
    "ask_health": lambda on: ask_health(on.window, HealthNote("No lifting until June")),
    "_NewPerson": lambda on: ask_person(on.window, people.directory(on.desk)),
    "ask_duties": lambda on: ask_duties(
        on.window, accounts.all_accounts(on.desk)[0], people.colleagues(on.desk), "Asha Kaur"
    ),
    "ask_last_day": lambda on: ask_last_day(on.window, "Asha Kaur", TODAY),
    "ask_secret": lambda on: ask_secret(on.window, "asha"),
}
