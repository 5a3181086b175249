"""What the person would like, as they said it in other places."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from lsadesk.operations.developing.development import OpenPlan
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.words import tr

_WIDTH = 760


class WishesPage(QScrollArea):
    """The wishes that stand on the printed plan too; they are changed where they were said."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Wishes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_plan(self, plan: OpenPlan) -> None:
        """Show the wishes of whoever the plan is for."""
        page = QWidget()
        page.setMaximumWidth(_WIDTH)
        in_column(
            *(label(said) for said in wish_lines(plan)),
            label(_whence(is_mine=plan.me == plan.person), "muted"),
            Fill(),
            on=page,
            around=8,
        )
        self.setWidget(page)


def wish_lines(plan: OpenPlan) -> list[str]:
    """A line for each wish."""
    wishes = plan.wishes
    stays = tr("Wants to stay in the present role. That is a full answer.")
    lines = [*([stays] if wishes.stays else []), *(f"\u2022 {said}" for said in wishes.said)]
    return lines or [tr("No wish was told for this plan.")]


def _whence(*, is_mine: bool) -> str:
    if is_mine:
        return tr(
            "From your wishes on the career map, from what you last handed in as your "
            "self-assessment, and from the skills audit. You change them there. Who appraises you "
            "sees your self-assessment's once it was opened for your meeting, and not before."
        )
    return tr(
        "From the career map, from the self-assessment that was last opened for a meeting, and "
        "from the skills audit, as far as your duties show them."
    )
