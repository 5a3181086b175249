"""The college's own skills: their names, groups and order, and which of them are shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.skills import Skill, SkillId, why_not_new
from lsadesk.ui.audit.grading import WIDEST
from lsadesk.ui.audit.new_skill import ask_new_skill
from lsadesk.ui.widgets.ask import Question, ask_text
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


class Arranging(Question):
    """A list of skills with what can be done to the current one; nothing is kept before Keep."""

    def __init__(self, parent: QWidget, skills: Sequence[Skill]) -> None:
        super().__init__(
            parent,
            tr("Arrange the skills"),
            tr("A skill that is hidden leaves the audit; what was recorded of it stays."),
            tr("Save"),
        )
        self.skills = list(skills)
        self.table: RecordTable[Skill] = RecordTable(
            tr("Skills"),
            (
                Column(tr("Place"), self._place, sort=self._at, width=6, right=True),
                Column(tr("Group"), lambda skill: skill.group, width=22),
                Column(tr("Skill"), lambda skill: skill.name, width=30),
                Column(tr("Shown"), lambda each: tr("hidden") if each.hidden else tr("shown")),
            ),
        )
        self.table.setSortingEnabled(False)
        high = self.fontMetrics().height()
        self.table.setMinimumHeight(12 * high)
        self.setMinimumWidth(min(48 * high, WIDEST))
        self.body.addWidget(self.table, 1)
        self._offer()
        self.table.selected.connect(self._dress)
        self._show(self.skills[0] if self.skills else None)

    def _offer(self) -> None:
        row = QWidget()
        flow = Flow(row)
        self.add = button(tr("&Add a skill..."), self._add)
        self.up = button(tr("Move &up"), lambda: self._move(-1))
        self.down = button(tr("Move &down"), lambda: self._move(1))
        self.rename = button(tr("&Rename..."), self._rename)
        self.regroup = button(tr("&Group..."), self._regroup)
        self.hide_ = button(tr("&Hide"), self._hide)
        for made in (self.add, self.up, self.down, self.rename, self.regroup, self.hide_):
            flow.addWidget(made)
        self.body.addWidget(row)

    def _add(self) -> None:
        new = ask_new_skill(self, self.skills)
        if new is not None:
            mine = sum(each.id < 0 for each in self.skills)
            skill = replace(new, id=SkillId(-1 - mine))
            self.skills.append(skill)
            self._show(skill)

    def _place(self, skill: Skill) -> str:
        return str(self._at(skill) + 1)

    def _at(self, skill: Skill) -> int:
        return self.skills.index(skill)

    def _move(self, by: int) -> None:
        if (skill := self.table.current()) is not None:
            at = self._at(skill)
            to = min(max(at + by, 0), len(self.skills) - 1)
            self.skills.insert(to, self.skills.pop(at))
            self._show(skill)

    def _rename(self) -> None:
        if (skill := self.table.current()) is None:
            return
        others = [each for each in self.skills if each.id != skill.id]
        name = ask_text(
            self,
            tr("Rename the skill"),
            tr("Name"),
            value=skill.name,
            yes=tr("Change"),
            why_not=lambda text: why_not_new(text, others),
        )
        if name is not None:
            self._put(skill, replace(skill, name=name))

    def _regroup(self) -> None:
        if (skill := self.table.current()) is None:
            return
        group = ask_text(
            self, tr("Group of the skill"), tr("Group"), value=skill.group, yes=tr("Change")
        )
        if group is not None:
            self._put(skill, replace(skill, group=group))

    def _hide(self) -> None:
        if (skill := self.table.current()) is not None:
            self._put(skill, replace(skill, hidden=not skill.hidden))

    def _put(self, before: Skill, after: Skill) -> None:
        self.skills[self._at(before)] = after
        self._show(after)

    def _show(self, current: Skill | None) -> None:
        self.table.show_records(self.skills)
        if current is not None:
            self.table.select(current)
        self._dress(current)

    def _dress(self, skill: Skill | None) -> None:
        at = -1 if skill is None else self._at(skill)
        for made in (self.rename, self.regroup, self.hide_):
            made.setEnabled(at >= 0)
        for made, possible in ((self.up, at > 0), (self.down, 0 <= at < len(self.skills) - 1)):
            if not possible and made.hasFocus():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            made.setEnabled(possible)
        hidden = skill is not None and skill.hidden
        self.hide_.setText(tr("S&how again") if hidden else tr("&Hide"))


def ask_arrangement(parent: QWidget, skills: Sequence[Skill]) -> Sequence[Skill] | None:
    """The skills as they are to be; None where nothing is to change."""
    dialog = Arranging(parent, skills)
    wanted = list(dialog.skills) if dialog.answered() else None
    return None if wanted == list(skills) else wanted
