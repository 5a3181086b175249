"""The list of statements with the level at which a role asks for each; single keys set it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from lsadesk.domain.careers.framework import Statement, StatementId
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_LINES = 7


@dataclass(frozen=True, slots=True)
class Ask:
    """A statement and the level at which the role asks for it; 0: it does not."""

    statement: Statement
    level: int


class AsksList(RecordTable[Ask]):
    """Keys 1 to 4 set the level of the line that one stands on, 0 and Delete take it away."""

    def __init__(
        self, statements: Mapping[StatementId, Statement], asks: Mapping[str, int]
    ) -> None:
        columns: tuple[Column[Ask], ...] = (
            Column(tr("Skill"), lambda ask: ask.statement.text, spoken=_spoken, width=34),
            Column(tr("Asked at"), _level, width=40),
        )
        super().__init__(tr("What the role asks"), columns)
        self.setSortingEnabled(False)  # a line stays where it is while its level changes
        self.rows.sort(-1)
        self.setFixedHeight(_LINES * (self.fontMetrics().lineSpacing() + 14))
        self._lines = [Ask(one, asks.get(one.id, 0)) for one in statements.values()]
        self.show_records(sorted(self._lines, key=lambda ask: not ask.level))

    def keys(self) -> str:
        """Which keys do what."""
        return tr("Choose a skill; keys 1 to 4 set its level, 0 takes it away.")

    def asks(self) -> dict[str, int]:
        """What the role asks, as the content is written."""
        return {str(one.statement.id): one.level for one in self._lines if one.level}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that set a level; all others move."""
        ask, typed = self.current(), event.text()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            typed = "0"
        if ask is not None and typed and typed in "01234" and not event.modifiers():
            self._set(ask, int(typed))
        else:
            super().keyPressEvent(event)

    def _set(self, ask: Ask, level: int) -> None:
        changed = Ask(ask.statement, level)
        shown = [changed if one is ask else one for one in self.model_.records()]
        self._lines = [changed if one is ask else one for one in self._lines]
        self.show_records(shown)
        self.select(changed)


def _level(ask: Ask) -> str:
    if not ask.level:
        return tr("not asked")
    return f"{ask.level} {ask.statement.levels[ask.level]}"


def _spoken(ask: Ask) -> str:
    return f"{ask.statement.text}: {_level(ask)}"
