"""The questions that narrow the matrix: a name, a team, who can do something how well."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lsadesk.domain.audit import AuditMatrix, Filter
from lsadesk.domain.skills import LEVEL_WORDS, SkillId
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.words import tr

_USUAL = 2  # who can do it at all: with guidance or better


class FilterBar(QWidget):
    """Emits `changed(Filter)` as soon as any of the questions has another answer."""

    changed = Signal(object)

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__()
        self.search = SearchField(appearance, tr("Find a person"), page)
        self.team, self.skill, self.also = Choice(), Choice(), Choice()
        self.level = Choice(
            [
                (tr("at level {level} or above", level=level), level)
                for level in range(1, len(LEVEL_WORDS))
            ]
            + [(tr("everybody, the most able first"), 0)],
            _USUAL,
        )
        self.clear = button(tr("Clear"), self.clear_all)
        self.clear.setAccessibleName(tr("Clear the filter"))
        row = Flow(self, gap=12)
        row.addWidget(self.search)
        row.addWidget(_named(tr("Tea&m"), self.team))
        row.addWidget(_named(tr("&Who can do"), self.skill))
        self._and = _named(tr("an&d"), self.also)
        row.addWidget(self._and)
        row.addWidget(self.level)
        self.level.setAccessibleName(tr("How well"))
        row.addWidget(self.clear)
        self.offer((), ())
        self.search.searched.connect(lambda _text: self._tell())
        for choice in (self.team, self.skill, self.also, self.level):
            choice.setMaximumWidth(16777215)
            choice.currentIndexChanged.connect(lambda _index: self._tell())

    def offer_from(self, matrix: AuditMatrix) -> None:
        """Offer the teams and skills of *matrix*; what was chosen stays if it is there."""
        teams = sorted({person.team for person in matrix.people if person.team})
        self.offer(teams, [(skill.name, skill.id) for skill in matrix.skills])

    def offer(self, teams: Sequence[str], skills: Sequence[tuple[str, SkillId]]) -> None:
        """Offer *teams* and *skills*."""
        anyone = [(tr("All teams"), "")]
        self.team.offer([*anyone, *((team, team) for team in teams)], self.team.chosen())
        self.skill.offer([(tr("any skill"), None), *skills], self.skill.chosen())
        self.also.offer([(tr("nothing else"), None), *skills], self.also.chosen())
        self._dress()

    def wanted(self) -> Filter:
        """What is asked for at this moment."""
        team, level = self.team.chosen(), self.level.chosen()
        first, second = self.skill.chosen(), self.also.chosen()
        asked = (first, second if second != first else None) if first is not None else ()
        return Filter(
            text=self.search.text().strip(),
            team=team if isinstance(team, str) else "",
            skills=tuple(SkillId(skill) for skill in asked if isinstance(skill, int)),
            at_least=level if isinstance(level, int) else 0,
        )

    def ask_for(self, skill: SkillId) -> None:
        """Ask who has *skill*; asked twice, it is taken away again."""
        self.skill.choose(None if self.skill.chosen() == skill else skill)

    def clear_all(self) -> None:
        """Ask for everything."""
        self.blockSignals(True)
        self.search.clear()
        self.team.choose("")
        self.skill.choose(None)
        self.also.choose(None)
        self.level.choose(_USUAL)
        self.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self._dress()
        self.changed.emit(self.wanted())

    def _dress(self) -> None:
        wanted = self.wanted()
        asks = wanted != Filter(at_least=wanted.at_least)
        self._and.setVisible(bool(wanted.skills))
        self.level.setVisible(bool(wanted.skills))
        if self.clear.hasFocus() and not asks:
            self.search.setFocus()
        self.clear.setVisible(asks)


def _named(name: str, field: QWidget) -> QWidget:
    tag: QLabel = label(name, "label")
    tag.setBuddy(field)
    field.setAccessibleName(name.replace("&", ""))
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(tag)
    row.addWidget(field)
    return together
