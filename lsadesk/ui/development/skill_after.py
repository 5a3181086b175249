"""Where a line was done for a skill, the way on to what the skills audit says of it (C16)."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.skills import LEVEL_WORDS, SPOKEN, Level, NeverAsked, SkillId, code_of
from lsadesk.domain.developing.development import BehindKind, PlanAction
from lsadesk.errors import UserError
from lsadesk.operations.auditing import audit
from lsadesk.operations.auditing.audit import Cell
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import ask_choice
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.words import tr


def offer_level(page: QWidget, context: TabContext, told: Notice, done: PlanAction) -> None:
    """Ask in *told* whether the skill behind *done* is still as it stands, if one is behind it.

    Nothing is asked of whoever may not rate the person.
    """
    behind = done.behind
    if behind is None or behind.kind is not BehindKind.SKILL:
        return
    skill = SkillId(int(behind.key))

    def ask(cell: Cell) -> None:
        if cell.may_change:
            _ask(page, context, told, cell)

    context.read(
        lambda desk: audit.cell(desk, done.person, skill), ask, on_error=_not_theirs, owner=page
    )


def _not_theirs(_error: UserError) -> None:
    """The skill has gone, or its levels are not for whoever marked the line."""


def _ask(page: QWidget, context: TabContext, told: Notice, cell: Cell) -> None:
    value = NeverAsked() if cell.shown is None else cell.shown.value
    now = tr(SPOKEN[code_of(value)])
    told.ask(
        tr(
            "{skill} stands in the skills audit as: {now}. Has it changed?",
            skill=cell.skill.name,
            now=now,
        ),
        (tr("Write the le&vel..."), lambda: _write(page, context, told, cell)),
        (tr("Leave it so"), told.settle),
    )


def _write(page: QWidget, context: TabContext, told: Notice, cell: Cell) -> None:
    levels = [(tr(SPOKEN[number]), number) for number in range(len(LEVEL_WORDS))]
    title = tr("{skill} now", skill=cell.skill.name)
    hint = tr("What you have seen at work, as well as the course.")
    chosen = ask_choice(page, title, tr("How able they are"), levels, hint=hint, yes=tr("Write"))
    if not isinstance(chosen, int):
        return
    told.settle()
    person, skill = cell.person.id, cell.skill.id
    context.write(
        lambda desk: audit.rate(desk, person, skill, Level(chosen)),
        lambda _done: context.say(tr("The skills audit shows it now.")),
        owner=page,
    )
