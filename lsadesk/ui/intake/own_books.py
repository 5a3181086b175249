"""Workbooks of LSA Desk's own, given to the import assistant: the way back that each has."""

from PySide6.QtWidgets import QWidget

from lsadesk.operations.importing.own_books import OwnBook
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr

_PLACES = {OwnBook.AUDIT: "audit", OwnBook.WEEK: "deployment"}
_TITLES = {
    OwnBook.AUDIT: "LSA Desk wrote this audit",
    OwnBook.WEEK: "LSA Desk wrote this week's plan",
}
_WORDS = {
    OwnBook.AUDIT: "What was changed in it can be shown cell by cell, beside what the college has "
    "now, and taken one by one. The assistant would guess at it afresh.",
    OwnBook.WEEK: "Whose sessions were changed in it can be shown place by place, beside the plan "
    "as it is now, and taken one by one. The assistant would guess at it afresh.",
}


def ask_way_back(parent: QWidget, own: OwnBook) -> str | None:
    """Ask whether a workbook of ours is to be read for what was changed in it.

    The tab where that is done; None where it is to be imported afresh, or has no such tab.
    """
    if own not in _PLACES:
        return None
    question = Question(parent, tr(_TITLES[own]), tr(_WORDS[own]), tr("See changes"))
    question.no.setText(tr("Import it afresh"))
    wanted = question.answered()
    return _PLACES[own] if wanted else None


def form_words(workbook: str) -> str:
    """Why a self-assessment form is not imported, and who reads it back where."""
    return tr(
        "{workbook} is a self-assessment form that LSA Desk made. Whoever it is about reads it "
        "back, signed in, under Self-assessment, Other ways to answer.",
        workbook=workbook,
    )
