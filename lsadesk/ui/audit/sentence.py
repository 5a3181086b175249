"""The question "who can do BSL and personal care on Thursday at North site", as a sentence."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.audit_asking import Asked, Filter
from lsadesk.domain.auditing.skills import LEVEL_WORDS, SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.rows import named
from lsadesk.ui.words import tr

USUAL = 2  # who can do it at all: with guidance or better
_SKILLS_AT_MOST = 4
_LETTERS = 16  # of a skill, while the list is shut


class Term(QWidget):
    """One skill of the sentence, and how well; empty until a skill is chosen."""

    changed = Signal()

    def __init__(self, before: str, number: int) -> None:
        super().__init__()
        self.skill, self.level = Choice(), Choice(_levels(), USUAL)
        self.skill.keep_to(_LETTERS)
        row = Flow(self, gap=8)
        row.addWidget(named(before, self.skill))
        row.addWidget(self.level)
        self.level.setAccessibleName(tr("How well, skill {number}", number=number))
        if number > 1:
            self.skill.setAccessibleName(tr("and skill {number}", number=number))
        for choice in (self.skill, self.level):
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def asked(self) -> Asked | None:
        """The skill and level; None while no skill is chosen."""
        skill, level = self.skill.chosen(), self.level.chosen()
        if not isinstance(skill, int) or not isinstance(level, int):
            return None
        return Asked(SkillId(skill), level)

    def ask_for(self, asked: Asked | None) -> None:
        """Show *asked*, or no skill."""
        self.skill.choose(None if asked is None else asked.skill)
        self.level.choose(USUAL if asked is None else asked.at_least)


class Sentence(QObject):
    """Emits `changed()` as any of its words is chosen; its `parts` read from left to right.

    The next "and" appears as soon as the skill before it is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.terms = [
            Term(tr("&Who can do") if number == 1 else tr("and"), number)
            for number in range(1, _SKILLS_AT_MOST + 1)
        ]
        self.day, self.site = Choice(), Choice()
        self._on, self._at = named(tr("o&n"), self.day), named(tr("at"), self.site)
        self.parts: tuple[QWidget, ...] = (*self.terms, self._on, self._at)
        self._shown = True
        self.day.setAccessibleName(tr("On which day"))
        self.site.setAccessibleName(tr("At which site"))
        self.offer((), ())
        for term in self.terms:
            term.changed.connect(self._tell)
        for choice in (self.day, self.site):
            choice.currentIndexChanged.connect(lambda _index: self._tell())

    def offer(self, skills: Sequence[tuple[str, SkillId]], sites: Sequence[str]) -> None:
        """Offer *skills* and *sites*; what was chosen stays if it is there."""
        for number, term in enumerate(self.terms):
            nothing = tr("anything") if number == 0 else tr("nothing else")
            term.skill.offer([(nothing, None), *skills], term.skill.chosen())
        days = [(day.name.title(), day) for day in Weekday]
        self.day.offer([(tr("any day"), None), *days], self.day.chosen())
        everywhere = [(tr("any site"), ""), *((site, site) for site in sites)]
        self.site.offer(everywhere, self.site.chosen())
        self._dress()

    def show_parts(self, shown: bool) -> None:
        """Show the sentence, or nothing of it."""
        self._shown = shown
        self._dress()

    def put_into(self, wanted: Filter) -> Filter:
        """*wanted*, asking for what the sentence asks for."""
        asked = [each for term in self.terms if (each := term.asked()) is not None]
        day, site = self.day.chosen(), self.site.chosen()
        return replace(
            wanted,
            skills=tuple({each.skill: each for each in reversed(asked)}.values())[::-1],
            day=Weekday(day) if isinstance(day, int) else None,
            site=site if isinstance(site, str) else "",
        )

    def ask_for(self, skills: Sequence[Asked]) -> None:
        """Ask for *skills* on any day anywhere."""
        self.blockSignals(True)
        for at, term in enumerate(self.terms):
            term.ask_for(skills[at] if at < len(skills) else None)
        self.day.choose(None)
        self.site.choose("")
        self.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        shown = self._shown
        for term in self.terms:
            term.setVisible(shown)
            asked = term.asked()
            term.level.setVisible(asked is not None)
            shown = shown and asked is not None
        self._on.setVisible(self._shown)
        self._at.setVisible(self._shown and self.site.count() > 2)


def _levels() -> list[tuple[str, object]]:
    levels: list[tuple[str, object]] = [
        (tr("{level}, {words}, or above", level=level, words=tr(words)), level)
        for level, words in enumerate(LEVEL_WORDS)
        if level
    ]
    return [*levels, (tr("everybody, the most able first"), 0)]
