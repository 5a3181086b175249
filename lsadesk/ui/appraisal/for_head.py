"""What the head settles for every appraisal: how often one is due, and what feeds the audit."""

from PySide6.QtWidgets import QSpinBox, QWidget

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.careers.framework import StatementId
from lsadesk.operations.appraisals import appraised_skills, preparing
from lsadesk.operations.appraisals.appraised_skills import Tying
from lsadesk.ui.appraisal.teachers import show_teachers
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.words import tr

LONGEST = 60  # months


class ForHead(QWidget):
    """Buttons below the preparation list, for whoever leads the whole college."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context, self._months = context, 12
        in_row(
            button(tr("How often one is due..."), self._interval, "link"),
            button(tr("Statements and skills..."), self._ties, "link"),
            button(tr("Teachers' induction..."), lambda: show_teachers(self, context), "link"),
            Fill(),
            on=self,
        )

    def show_months(self, months: int, *, may_set: bool) -> None:
        """Show the buttons where they may be used; *months* stand between two appraisals."""
        self._months = months
        self.setVisible(may_set)

    def _interval(self) -> None:
        wanted = ask_interval(self, self._months)
        if wanted is not None:
            self._context.write(lambda desk: preparing.set_interval(desk, wanted), owner=self)

    def _ties(self) -> None:
        self._context.read(appraised_skills.tying, self._ask_tie, owner=self)

    def _ask_tie(self, seen: Tying) -> None:
        wanted = ask_tie(self, seen)
        if wanted is not None:
            self._context.write(lambda desk: appraised_skills.tie(desk, *wanted), owner=self)


def ask_interval(parent: QWidget, months: int) -> int | None:
    """How many months lie between two appraisals; None: left as it is."""
    question = Question(parent, tr("How often an appraisal is due"), "", tr("Save"))
    form = question.form
    field: QSpinBox = form.number(tr("Months from one to the next"), months, 1, LONGEST)
    return field.value() if question.answered() else None


def ask_tie(parent: QWidget, seen: Tying) -> tuple[StatementId, SkillId | None] | None:
    """Which skill of the audit a statement asks about; (statement, None): none."""
    question = Question(
        parent,
        tr("Statements and skills"),
        tr(
            "What each side says of a statement reaches the skill in the audit when the meeting "
            "is opened; what both agree, when both have signed."
        ),
        tr("Save"),
    )
    form = question.form
    none: tuple[str, object] = (tr("No skill of the audit"), None)
    statement = Choice([(one.text, one.id) for one in seen.statements])
    skill = Choice([none, *((one.name, one.id) for one in seen.skills)])
    for each in (statement, skill):
        each.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        each.setMinimumContentsLength(40)

    def show_tied() -> None:
        tied = seen.ties.get(StatementId(statement.chosen_as(str)))
        skill.choose(None if tied is None else tied.id)

    statement.currentIndexChanged.connect(lambda _at: show_tied())
    form.add(tr("Statement"), statement)
    form.add(tr("Skill"), skill)
    show_tied()
    answer = None
    if question.answered():
        chosen = skill.chosen()
        answer = (
            StatementId(statement.chosen_as(str)),
            SkillId(chosen) if isinstance(chosen, int) else None,
        )
    return answer
