"""The college's review of its learning support."""

from lsadesk.domain.reviewing.lines import LineDetails, LineKind
from lsadesk.domain.reviewing.review import ReviewDetails
from lsadesk.store.reviewing.questions import questions
from lsadesk.ui.review.learner_sheet import LearnerSheet
from lsadesk.ui.review.line_form import ask_line
from lsadesk.ui.review.review_form import ask_judgement, ask_review, ask_voice
from lsadesk.ui.review.view_form import ViewQuestion
from tests.ui.every_dialog.stage import TODAY, Dialogs, Stage


def _lines(on: Stage) -> None:
    for kind in LineKind:
        details = LineDetails(kind=kind, words="", begun=TODAY)
        ask_line(on.window, details, questions(), TODAY, is_new=True)


DIALOGS: Dialogs = {
    "ReviewLineQuestion": _lines,
    "LearnerSheet": lambda on: LearnerSheet(on.window, questions()).exec(),
    "ViewQuestion": lambda on: ViewQuestion(on.window, questions(), own=False).exec(),
    "ask_judgement": lambda on: ask_judgement(on.window, questions().points[0], None),
    "ask_review": lambda on: ask_review(on.window, ReviewDetails(name=""), is_new=True),
    "ask_voice": lambda on: ask_voice(on.window),
}
