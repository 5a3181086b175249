"""The audit matrix as Qt asks for it: people down, skills across.

The view paints from the bytes directly; what is here serves the screen reader, tool tips
and everything else that goes by indexes, so it is complete.
"""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lsadesk.domain.auditing.audit import CODE_MASK, SIGNS, AuditMatrix, Columns, spoken
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.staff.people import PersonId
from lsadesk.ui.widgets.labels import inert
from lsadesk.ui.widgets.tables import ALIGNMENT, DISPLAY, SPOKEN, TOOL_TIP
from lsadesk.ui.words import count, tr

Index = QModelIndex | QPersistentModelIndex
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_ACROSS = Qt.Orientation.Horizontal
_NOWHERE = QModelIndex()
NO_MATRIX = AuditMatrix((), (), b"")


class MatrixModel(QAbstractTableModel):
    """An `AuditMatrix` to look at; it is changed only by showing another one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = NO_MATRIX
        self.holders: tuple[int, ...] = ()

    def show(self, matrix: AuditMatrix, holders: tuple[int, ...]) -> None:
        """Show *matrix*; *holders* says for each skill how many have it at all.

        Where people and skills are those shown already, only cells that differ change,
        so that focus and the screen reader stay where they are.
        """
        before = self.matrix
        if (before.people, before.skills) == (matrix.people, matrix.skills) and matrix.cells:
            self.matrix, self.holders = matrix, holders
            self._tell_cells(before.cells)
            return
        self.beginResetModel()
        self.matrix, self.holders = matrix, holders
        self.endResetModel()

    def place_of(self, person: PersonId | None, skill: SkillId | None) -> QModelIndex:
        """The cell of *person* and *skill*; None stands for the first of either."""
        people, skills = self.matrix.people, self.matrix.skills
        row = next((at for at, one in enumerate(people) if person in (None, one.id)), -1)
        column = next((at for at, one in enumerate(skills) if skill in (None, one.id)), -1)
        return self.index(row, column)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of people."""
        return 0 if parent.isValid() else len(self.matrix.people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number of skills."""
        return 0 if parent.isValid() else len(self.matrix.skills)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """A cell's sign, or all of it in words."""
        if not index.isValid():
            return None
        if role == ALIGNMENT:
            return _CENTRE
        if role not in (DISPLAY, SPOKEN, TOOL_TIP):
            return None
        row, column = index.row(), index.column()
        cell = self.matrix.cells[row * len(self.matrix.skills) + column]
        if role == DISPLAY:
            return SIGNS[cell & CODE_MASK]
        name, skill = self.matrix.people[row].sort_name, self.matrix.skills[column].name
        words = f"{name}, {skill}: {spoken(cell)}"
        return inert(words) if role == TOOL_TIP else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """A person's or a skill's name; spoken, with what stands around it."""
        across = orientation == _ACROSS
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        if role == DISPLAY:
            matrix = self.matrix
            return matrix.skills[section].name if across else matrix.people[section].sort_name
        if role in (SPOKEN, TOOL_TIP):
            words = self.skill_words(section) if across else self.person_words(section)
            return inert(words) if role == TOOL_TIP else words
        return None

    def skill_words(self, column: int) -> str:
        """A heading with its group and how many have the skill."""
        skill, holders = self.matrix.skills[column], self.holders[column]
        people = count(holders, "person", "people") if holders else tr("nobody")
        have = {
            Columns.SKILLS: tr("{people} at level 2 or above", people=people),
            Columns.CERTIFICATES: tr("held by {people}", people=people),
            Columns.RESPONSIBILITIES: tr("carried by {people}", people=people),
        }[self.matrix.are]
        return ", ".join(part for part in (skill.name, skill.group, have) if part)

    def person_words(self, row: int) -> str:
        """A name with title, team, sites and contract."""
        who = self.matrix.people[row]
        team = tr("team {team}", team=who.team) if who.team else ""
        return ", ".join(
            part
            for part in (who.sort_name, who.title, team, ", ".join(who.sites), who.contract)
            if part
        )

    def _tell_cells(self, before: bytes) -> None:
        width = len(self.matrix.skills)
        changed = [
            at
            for at, (old, new) in enumerate(zip(before, self.matrix.cells, strict=True))
            if old != new
        ]
        if changed:
            columns = [at % width for at in changed]
            first = self.index(changed[0] // width, min(columns))
            self.dataChanged.emit(first, self.index(changed[-1] // width, max(columns)))
