"""How the team stands, in words: how many, what nobody can do, what hangs on one person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from lsadesk.domain.auditing.audit import AuditMatrix, Columns, skill_counts
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.staff.people import PersonId
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
        self.teaching = label("", "muted")
        self.teaching.setWordWrap(False)
        for part in (self.heading, self.teaching, self.nobody, self.one, self.unknown):
            row.addWidget(part)

    def show_matrix(self, shown: AuditMatrix, of_people: int) -> None:
        """Tell how *shown* stands, which is the whole of *of_people* people or some of them."""
        people, columns = len(shown.people), len(shown.skills)
        said = count(people, "person", "people")
        if people != of_people:
            said = tr("{some} of {all} people", some=people, all=of_people)
        kinds = {
            Columns.SKILLS: count(columns, "skill", "skills"),
            Columns.CERTIFICATES: count(columns, "course", "courses"),
            Columns.RESPONSIBILITIES: count(columns, "responsibility", "responsibilities"),
        }
        self.heading.setText(f"{said}, {kinds[shown.are]}")
        teaching = tr("{number} on a teaching contract left out", number=shown.teaching)
        self.teaching.setText(teaching if shown.teaching else "")
        self.teaching.setVisible(bool(shown.teaching))
        holders = [shown.holders(at) for at in range(columns)]
        self._list_nobody(shown, holders if people else [], all_shown=people == of_people)
        self._list_one(shown, holders)
        self.unknown.setText(_unknown_words(shown) if shown.are is Columns.SKILLS else "")

    def _list_nobody(self, shown: AuditMatrix, holders: list[int], *, all_shown: bool) -> None:
        menu = _emptied(self.nobody)
        lacking = [shown.skills[at] for at, number in enumerate(holders) if not number]
        for skill in lacking:
            self._offer(menu, skill.name, None, skill.id)
        number = len(lacking)
        words = {
            Columns.SKILLS: tr("{skills} nobody has yet", skills=count(number, "skill", "skills")),
            Columns.CERTIFICATES: tr(
                "{courses} nobody holds", courses=count(number, "course", "courses")
            ),
            Columns.RESPONSIBILITIES: tr("{number} nobody carries", number=number),
        }
        among = tr("{gap} of those shown", gap=words[shown.are])
        self.nobody.setText(words[shown.are] if all_shown else among)
        self.nobody.setVisible(bool(lacking))

    def _list_one(self, shown: AuditMatrix, holders: list[int]) -> None:
        menu, lone = _emptied(self.one), [at for at, number in enumerate(holders) if number == 1]
        for at in lone:
            who = next(
                person
                for person, cell in zip(shown.people, shown.column(at), strict=True)
                if shown.counts(cell)
            )
            skill = shown.skills[at]
            self._offer(menu, f"{skill.name}: {who.sort_name}", who.id, skill.id)
        self.one.setText(tr("{number} on one person alone", number=len(lone)))
        self.one.setVisible(bool(lone))

    def _offer(self, menu: QMenu, said: str, person: PersonId | None, skill: SkillId) -> None:
        action = menu.addAction(said.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: self.sought.emit(person, skill))


def _emptied(opener: QPushButton) -> QMenu:
    menu = opener.menu()
    menu.clear()
    return menu


def _unknown_words(shown: AuditMatrix) -> str:
    unknown = sum(each.not_known for each in skill_counts(shown))
    if not unknown:
        return ""
    share = max(1, round(100 * unknown / len(shown.cells)))
    return tr("{share} % of ratings not known yet", share=share)
