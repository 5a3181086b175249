"""One's own view, given from the home page."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.reviewing.points import Questions
from lsadesk.domain.reviewing.review import Review
from lsadesk.operations.reviewing import review
from lsadesk.ui.review.view_form import ask_view
from lsadesk.ui.tab import TabContext
from lsadesk.ui.words import tr


def give_my_view(context: TabContext, parent: QWidget) -> None:
    """Ask what the open review asks everybody, and hand it in."""

    def ask(found: tuple[Review, Questions] | None) -> None:
        if found is None:
            context.say(tr("No review asks for your view now."), "info")
            return
        asked, questions = found
        sheet = ask_view(parent, questions, own=True)
        if sheet is not None:
            context.write(
                lambda desk: review.hand_in(desk, asked.id, sheet),
                lambda _done: context.say(tr("Thank you. Your view is handed in, without a name.")),
            )

    context.read(review.asked_of_me, ask, owner=parent)
