"""Training and certificates."""

from lsadesk.domain.courses.training import OptionDetails
from lsadesk.operations.courses import clocks, documents, training, update_service
from lsadesk.ui.training.certificate_form import ask_certificate
from lsadesk.ui.training.document_form import ask_document
from lsadesk.ui.training.mine import show_mine
from lsadesk.ui.training.option_form import ask_option
from lsadesk.ui.training.rules_form import ask_rules
from lsadesk.ui.training.update_service import ask_status, show_update_service
from tests.ui.every_dialog.stage import TODAY, Dialogs

DIALOGS: Dialogs = {
    "StatusQuestion": lambda on: ask_status(
        on.window, update_service.subscribers(on.desk)[0], TODAY
    ),
    "UpdateServiceList": lambda on: show_update_service(on.context, on.window),
    "CertificateQuestion": lambda on: ask_certificate(on.window, clocks.clocks(on.desk), None),
    "DocumentQuestion": lambda on: ask_document(on.window, None, documents.readings(on.desk).teams),
    "MyTraining": lambda on: show_mine(on.context, on.window),
    "OptionQuestion": lambda on: ask_option(
        on.window,
        "Add training",
        OptionDetails(name="Makaton"),
        training.board(on.desk),
        yes="Add",
    ),
    "RulesQuestion": lambda on: ask_rules(
        on.window, clocks.clocks(on.desk), min(clocks.clocks(on.desk).courses)
    ),
}
