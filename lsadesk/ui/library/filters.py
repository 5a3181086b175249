"""The questions that narrow the library: words, what it is, level, for whom, how, my marks."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.catalogue import Audience
from lsadesk.domain.careers.opportunities import Filters, Item, Shelf
from lsadesk.domain.developing.development import Mode
from lsadesk.domain.staff.record import Holding
from lsadesk.ui.library.words import capital, holding_words
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.rows import named
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.words import tr

_WIDE = 16777215


class LibraryFilters(QWidget):
    """Emits `changed()` as soon as any of the questions has another answer."""

    changed = Signal()

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__()
        self.search = SearchField(appearance, tr("Find in the library"), page)
        self.shelf = Choice([(tr("Everything"), None), *_named(Shelf)])
        self.kind, self.level = Choice(), Choice()
        self.audience = Choice([(tr("Anybody"), None), *_named(Audience)[1:]])
        self.mode = Choice([(tr("Every way"), None), *_named(Mode)])
        self.state = Choice(
            [(tr("Whatever I said"), None), *((holding_words(one), one) for one in Holding)]
        )
        self.clear = button(tr("Clear"), self.clear_all)
        self.clear.setAccessibleName(tr("Clear the search and the filters"))
        row = Flow(self, gap=12)
        row.addWidget(self.search)
        self._tagged: dict[Choice, QWidget] = {}
        for name, choice in self._choices():
            choice.setMaximumWidth(_WIDE)
            choice.currentIndexChanged.connect(lambda _index: self._tell())
            self._tagged[choice] = named(name, choice)
            row.addWidget(self._tagged[choice])
        row.addWidget(self.clear)
        self.search.searched.connect(lambda _text: self._tell())
        self.offer((), has_marks=False)

    def offer(self, items: Sequence[Item], *, has_marks: bool) -> None:
        """Offer the kinds and levels that there are; *has_marks*: the account has a person."""
        kinds = dict.fromkeys(item.kind for item in items)
        levels = sorted({item.level for item in items if item.level is not None})
        self.kind.offer(
            [(tr("Every kind"), ""), *((capital(tr(one)), one) for one in kinds)],
            self.kind.chosen(),
        )
        self.level.offer(
            [(tr("Any"), None), *((str(one), one) for one in levels)], self.level.chosen()
        )
        self._tagged[self.state].setVisible(has_marks)
        self._dress()

    def wanted(self) -> Filters:
        """What the list is narrowed to at this moment."""
        shelf, audience, level = self.shelf.chosen(), self.audience.chosen(), self.level.chosen()
        mode, state = self.mode.chosen(), self.state.chosen()
        return Filters(
            shelf=shelf if isinstance(shelf, Shelf) else None,
            kind=str(self.kind.chosen() or ""),
            level=level if isinstance(level, int) else None,
            audience=audience if isinstance(audience, Audience) else None,
            mode=mode if isinstance(mode, Mode) else None,
            state=state if isinstance(state, Holding) else None,
        )

    def clear_all(self) -> None:
        """Ask for everything."""
        self.blockSignals(True)
        self.search.clear()
        for _, choice in self._choices():
            choice.setCurrentIndex(0)
        self.blockSignals(False)
        self._tell()

    def _choices(self) -> Sequence[tuple[str, Choice]]:
        return (
            (tr("&What"), self.shelf),
            (tr("&Kind"), self.kind),
            (tr("&Level"), self.level),
            (tr("Fo&r"), self.audience),
            (tr("H&ow"), self.mode),
            (tr("&My mark"), self.state),
        )

    def _tell(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        asks = self.wanted() != Filters() or bool(self.search.text().strip())
        if self.clear.hasFocus() and not asks:
            self.search.setFocus()
        self.clear.setVisible(asks)


def _named(kind: type[Shelf] | type[Audience] | type[Mode]) -> list[tuple[str, object]]:
    return [(capital(tr(one.value)), one) for one in kind]
