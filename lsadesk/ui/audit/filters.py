"""The questions that narrow the matrix, and what its rows stand together by."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.audit import AuditMatrix, Columns
from lsadesk.domain.auditing.audit_asking import Asked, Filter, Grouping, Order, groups_in
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.ui.audit.sentence import Sentence
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.rows import named
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.words import tr

_WIDEST = 16777215
_NEXT = {Order.NAME: Order.MOST, Order.MOST: Order.LEAST, Order.LEAST: Order.NAME}
_LIMITS = {"team": Grouping.TEAM, "contract": Grouping.CONTRACT, "category": Grouping.CATEGORY}


class FilterBar(QWidget):
    """Emits `changed(Filter)` as soon as a question has another answer, and
    `columns_chosen(Columns)` where other columns are to be shown."""

    changed = Signal(object)
    columns_chosen = Signal(object)

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__()
        self._order: tuple[SkillId | None, Order] = None, Order.NAME
        self._by_skill = True
        self._about: tuple[frozenset[PersonId], frozenset[SkillId]] = frozenset(), frozenset()
        self.search = SearchField(appearance, tr("Find a person or a skill"), page)
        self.columns = Choice(
            [
                (tr("skills"), Columns.SKILLS),
                (tr("certificates"), Columns.CERTIFICATES),
                (tr("responsibilities"), Columns.RESPONSIBILITIES),
            ]
        )
        self.only, self.group = Choice(), Choice(_groupings())
        self.sentence = Sentence(self)
        self.clear = button(tr("C&lear"), self.clear_all)
        self.clear.setAccessibleName(tr("Clear the filter"))
        self.more = button("", self._turn, "link")
        self._has_room, self._unfolded = True, False
        self._folding = (
            named(tr("&Show"), self.columns),
            named(tr("Onl&y"), self.only),
            named(tr("&Grouped"), self.group),
        )
        row = Flow(self, gap=10)
        for part in (self.search, *self.sentence.parts, self.more, *self._folding, self.clear):
            row.addWidget(part)
        self._connect()
        self.only.offer([(tr("everybody"), None)])
        self._dress()

    def offer_from(self, matrix: AuditMatrix) -> None:
        """Offer what the people and columns of *matrix* have; what was chosen stays if there."""
        limits = [
            (tr("{kind}: {name}", kind=tr(kind.title()), name=name), (kind, name))
            for kind, grouping in _LIMITS.items()
            for name in groups_in(matrix.people, grouping)
        ]
        self.only.offer([(tr("everybody"), None), *limits], self.only.chosen())
        sites = sorted({site for each in matrix.people for site in each.sites}, key=folded)
        by_skill = matrix.are is Columns.SKILLS
        skills = [(skill.name, skill.id) for skill in matrix.skills] if by_skill else []
        self.sentence.offer(skills, sites)
        self.sentence.show_parts(by_skill)
        self._by_skill = by_skill
        self._dress()

    def place(self, has_room: bool) -> None:
        """Show everything where there *has_room*; else what is asked less often folds away."""
        self._has_room = has_room
        self._fold()

    def wanted(self) -> Filter:
        """What is asked for at this moment."""
        people, columns = self._about
        by, order = self._order
        wanted = Filter(
            text=self.search.text().strip(),
            group=Grouping(str(self.group.chosen())),
            people=people,
            columns=columns,
            by=by,
            order=order,
        )
        limit = self.only.chosen()
        if isinstance(limit, tuple):
            wanted = replace(wanted, **dict([limit]))
        return self.sentence.put_into(wanted)

    def ask_for(self, skill: SkillId) -> None:
        """Ask who has *skill*."""
        self.sentence.ask_for([Asked(skill)])

    def order_by(self, skill: SkillId) -> None:
        """Order by *skill*: the most able first; asked again the least; again, by name."""
        before = self._order[1] if self._order[0] == skill else Order.NAME
        self._order = skill, _NEXT[before]
        self._tell()

    def show_only(self, people: frozenset[PersonId], columns: frozenset[SkillId]) -> None:
        """Show just these rows and columns; an empty set stands for all."""
        self._ask_for_everything()
        self._about = people, columns
        self._tell()

    def clear_all(self) -> None:
        """Ask for everything; grouping and order stay."""
        self._ask_for_everything()
        self._tell()

    def _ask_for_everything(self) -> None:
        self.blockSignals(True)
        self._about = frozenset(), frozenset()
        self.search.clear()
        self.only.choose(None)
        self.sentence.ask_for(())
        self.blockSignals(False)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._tell())
        self.sentence.changed.connect(self._tell)
        self.columns.currentIndexChanged.connect(
            lambda _index: self.columns_chosen.emit(self.columns.chosen())
        )
        for choice in (self.only, self.group):
            choice.setMaximumWidth(_WIDEST)
            choice.currentIndexChanged.connect(lambda _index: self._tell())

    def _tell(self) -> None:
        self._dress()
        self.changed.emit(self.wanted())

    def _dress(self) -> None:
        narrows = self.wanted().narrows
        if self.clear.hasFocus() and not narrows:
            self.search.setFocus()
        self.clear.setVisible(narrows)
        self._fold()

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()
        if self._unfolded:
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        """Without the sentence there is room; what is set while folded is told on the button."""
        folds = self._by_skill and not self._has_room
        for part in self._folding:
            part.setVisible(self._unfolded or not folds)
        self.more.setVisible(folds)
        used = sum(choice.currentIndex() > 0 for choice in (self.columns, self.only, self.group))
        words = tr("&More filters, {number} in use", number=used) if used else tr("&More filters")
        self.more.setText(tr("Fewer f&ilters") if self._unfolded else words)


def _groupings() -> list[tuple[str, object]]:
    return [
        (tr("not at all"), Grouping.NONE.value),
        (tr("by team"), Grouping.TEAM.value),
        (tr("by site"), Grouping.SITE.value),
        (tr("by contract"), Grouping.CONTRACT.value),
        (tr("by category"), Grouping.CATEGORY.value),
    ]
