"""What the roles of the career map ask, beside the people who hold them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.audit import Columns
from lsadesk.domain.auditing.role_needs import RoleNeed
from lsadesk.domain.auditing.skills import LEVEL_WORDS
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing.needs import Needs
from lsadesk.ui.audit.in_full import InFull
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import named
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


class RoleNeedsPage(QWidget):
    """A line for each thing that a role asks. Emits `sought(people, skills, columns)` on Enter
    and `taught(skill)` where somebody looks for who could learn it."""

    sought = Signal(object, object, object)
    taught = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[PersonId, str] = {}
        self.role = Choice([(tr("every role"), None)])
        self.sentence = label("", "heading")
        self.how = label(
            tr(
                "What a role asks is a map, not a test. A statement that is tied to a skill "
                "counts as the audit shows it; of the others counts what people handed in."
            ),
            "muted",
        )
        self.table: RecordTable[RoleNeed] = RecordTable(tr("What roles ask"), _columns())
        self.below = InFull(self.table, tr("What is asked, in full"), self._open, self._teach)
        self._lay_out()
        self.role.currentIndexChanged.connect(lambda _index: self._narrow())
        self.table.selected.connect(self._tell)
        self.table.opened.connect(lambda _need: self._open())

    def show_needs(self, needs: Needs) -> None:
        """List what the roles of those at work ask."""
        self._names = needs.names
        roles = dict.fromkeys(each.role for each in needs.roles)
        everything: list[tuple[str, object]] = [(tr("every role"), None)]
        self.role.offer([*everything, *((name, name) for name in roles)], self.role.chosen())
        self.table.show_records(needs.roles)
        self.sentence.setText(
            tr(
                "{roles} that people here hold ask {things}",
                roles=count(len(roles), "role", "roles"),
                things=count(len(needs.roles), "thing", "things"),
            )
            if roles
            else tr("No job title stands for a role of the career map yet; see People.")
        )
        self._narrow()

    def _lay_out(self) -> None:
        asked = QWidget()
        Flow(asked, gap=12).addWidget(named(tr("Sho&w"), self.role))
        in_column(self.sentence, self.how, asked, Fill(self.below), on=self, around=(0, 8, 0, 0))

    def _narrow(self) -> None:
        role = self.role.chosen()
        self.table.rows.keep(None if role is None else lambda each: each.role == role)
        self.below.begin()
        self._tell(self.table.current())

    def _tell(self, need: RoleNeed | None) -> None:
        self.below.tell(
            [] if need is None else [asked_words(need), *self._people_said(need)],
            opens=need is not None,
            teaches=need is not None and need.skill is not None,
        )

    def _people_said(self, need: RoleNeed) -> list[str]:
        said = (
            (tr("There: {names}."), need.has),
            (tr("Not yet: {names}."), need.not_yet),
            (tr("Not known, so to be asked: {names}."), need.not_known),
        )
        return [
            words.format(names="; ".join(self._names[person] for person in whose))
            for words, whose in said
            if whose
        ]

    def _open(self) -> None:
        if (need := self.table.current()) is not None:
            skills = frozenset() if need.skill is None else frozenset({need.skill.id})
            self.sought.emit(frozenset(need.holders), skills, Columns.SKILLS)

    def _teach(self) -> None:
        need = self.table.current()
        if need is not None and need.skill is not None:
            self.taught.emit(need.skill.id)


def asked_words(need: RoleNeed) -> str:
    """What is asked, at which level, in words."""
    return tr(
        "{role}: {asks} At level {level}, {words}.",
        role=need.role,
        asks=need.asks,
        level=need.level,
        words=tr(LEVEL_WORDS[need.level]),
    )


def _columns() -> tuple[Column[RoleNeed], ...]:
    return (
        Column(tr("Role"), lambda each: each.role, width=22),
        Column(tr("What it asks"), lambda each: each.asks, width=58),
        Column(
            tr("At level"),
            lambda each: f"{each.level}, {tr(LEVEL_WORDS[each.level])}",
            sort=lambda each: each.level,
            width=20,
        ),
        Column(tr("There"), lambda each: str(len(each.has)), sort=lambda e: len(e.has), width=8),
        Column(
            tr("Not yet"),
            lambda each: str(len(each.not_yet)),
            sort=lambda each: len(each.not_yet),
            width=9,
        ),
        Column(
            tr("Not known"),
            lambda each: str(len(each.not_known)),
            sort=lambda each: len(each.not_known),
            width=11,
        ),
        Column(
            tr("Skill in the audit"),
            lambda each: tr("none tied") if each.skill is None else each.skill.name,
            width=20,
        ),
    )
