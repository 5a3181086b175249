"""How the team stands, in words: how many, what nobody can do, what hangs on one person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from lsadesk.domain.audit import CODE_MASK, AuditMatrix, SkillCount, skill_counts
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import Skill, SkillId
from lsadesk.ui.widgets.buttons import list_button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import count, tr


class Summary(QWidget):
    """A heading and two lists to open; `sought(person, skill)` asks to be shown a cell.

    The person is None where nobody has the skill.
    """

    sought = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "heading")
        self.heading.setWordWrap(False)
        self.nobody, self.one = list_button(), list_button()
        self.unknown = label("", "muted")
        self.unknown.setWordWrap(False)
        row = Flow(self, gap=16)
        for part in (self.heading, self.nobody, self.one, self.unknown):
            row.addWidget(part)

    def show_matrix(self, shown: AuditMatrix, of_people: int) -> None:
        """Tell how *shown* stands, which is the whole of *of_people* people or some of them."""
        people, counts = len(shown.people), skill_counts(shown)
        said = count(people, "person", "people")
        if people != of_people:
            said = tr("{some} of {all} people", some=people, all=of_people)
        self.heading.setText(f"{said}, {count(len(counts), 'skill', 'skills')}")
        self._list_nobody([each.skill for each in counts if not each.holders] if people else [])
        self._list_one(shown, counts)
        self.unknown.setText(_unknown_words(counts, people))

    def _list_nobody(self, skills: list[Skill]) -> None:
        menu = _emptied(self.nobody)
        for skill in skills:
            self._offer(menu, skill.name, None, skill.id)
        self.nobody.setText(
            tr("{skills} nobody has yet", skills=count(len(skills), "skill", "skills"))
        )
        self.nobody.setVisible(bool(skills))

    def _list_one(self, shown: AuditMatrix, counts: list[SkillCount]) -> None:
        menu, lone = _emptied(self.one), [at for at, each in enumerate(counts) if each.holders == 1]
        for at in lone:
            who = next(
                person
                for person, cell in zip(shown.people, shown.column(at), strict=True)
                if 2 <= cell & CODE_MASK <= 4
            )
            skill = shown.skills[at]
            self._offer(menu, f"{skill.name}: {who.sort_name}", who.id, skill.id)
        self.one.setText(tr("{skills} only one person has", skills=len(lone)))
        self.one.setVisible(bool(lone))

    def _offer(self, menu: QMenu, said: str, person: PersonId | None, skill: SkillId) -> None:
        action = menu.addAction(said.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: self.sought.emit(person, skill))


def _emptied(opener: QPushButton) -> QMenu:
    menu = opener.menu()
    menu.clear()
    return menu


def _unknown_words(counts: list[SkillCount], people: int) -> str:
    unknown, all_cells = sum(each.not_known for each in counts), people * len(counts)
    if not all_cells or not unknown:
        return ""
    return tr("{share} % of ratings not known yet", share=max(1, round(100 * unknown / all_cells)))
