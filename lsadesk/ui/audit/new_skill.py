"""The question behind "Add a skill": its name and its group."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.skills import Skill, SkillId, why_not_new
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.words import tr

NOT_KEPT = SkillId(-1)  # the college has not numbered it yet


class NewSkill(Question):
    """A name that no skill of *seen* has, and a group of theirs or another."""

    def __init__(self, parent: QWidget, seen: Sequence[Skill]) -> None:
        super().__init__(parent, tr("Add a skill"), "", tr("Add"))
        self._seen = seen
        self.name = self.form.text(tr("Name"), hint=tr("As people say it: BSL, hoist, Braille."))
        self.group = self.form.add(
            tr("Group"), _groups(seen), hint=tr("Choose one, or type another. It may be empty.")
        )
        self.ready = self._is_new

    def skill(self) -> Skill:
        """What was typed."""
        return Skill(NOT_KEPT, self.name.text().strip(), self.group.currentText().strip())

    def _is_new(self) -> bool:
        self.form.clear_wrong()
        why = why_not_new(self.name.text(), self._seen)
        if why:
            self.form.wrong(self.name, why)
        return not why


def _groups(seen: Sequence[Skill]) -> Choice:
    groups = dict.fromkeys(["", *(each.group for each in seen)])
    field = Choice([(group, group) for group in groups])
    field.setEditable(True)
    field.setInsertPolicy(Choice.InsertPolicy.NoInsert)
    return field


def ask_new_skill(parent: QWidget, seen: Sequence[Skill]) -> Skill | None:
    """A skill that is not among *seen*; it has no number of the college's yet."""
    question = NewSkill(parent, seen)
    return question.skill() if question.answered() else None
