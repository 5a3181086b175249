"""What can be done with a row, a column or a cell of the matrix, as a menu."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu

from lsadesk.domain.auditing.audit import AuditMatrix, Columns
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.staff.people import PersonId
from lsadesk.ui.audit.editing import Editing
from lsadesk.ui.audit.filters import FilterBar
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Where the menu is asked for: *person* None for a whole column, *skill* for a whole row.

    *may_rate* are the people who are the asker's to rate; nobody is, where the past is shown.
    """

    matrix: AuditMatrix
    person: PersonId | None
    skill: SkillId | None
    may_rate: frozenset[PersonId]
    may_arrange: bool


def fill(
    menu: QMenu, chosen: Chosen, editing: Editing, filters: FilterBar, copy: Callable[[], None]
) -> None:
    """Put into *menu*, afresh, what can be done there."""
    menu.clear()
    if chosen.matrix.are is Columns.SKILLS:
        _add_column(menu, chosen, editing, filters)
        _add_row(menu, chosen, editing)
    _add(menu, tr("Copy what is shown as text\tCtrl+C"), copy)
    if chosen.may_arrange:
        menu.addSeparator()
        _add(menu, tr("Arrange the skills..."), editing.arrange)


def _add_column(menu: QMenu, chosen: Chosen, editing: Editing, filters: FilterBar) -> None:
    if (skill := chosen.skill) is None:
        return
    name = next(each.name for each in chosen.matrix.skills if each.id == skill)
    _add(menu, tr("Who can do {skill}", skill=name), lambda: filters.ask_for(skill))
    _add(menu, tr("Order by {skill}", skill=name), lambda: filters.order_by(skill))
    if chosen.may_rate:
        _add(
            menu,
            tr("Grade everybody shown in {skill}...", skill=name),
            lambda: editing.grade_skill(chosen.matrix, skill, chosen.may_rate),
        )
    if chosen.may_arrange:
        _add(menu, tr("Hide {skill}", skill=name), lambda: editing.hide(skill))
    menu.addSeparator()


def _add_row(menu: QMenu, chosen: Chosen, editing: Editing) -> None:
    person = chosen.person
    if person is None or person not in chosen.may_rate:
        return
    name = next(each.sort_name for each in chosen.matrix.people if each.id == person)
    _add(
        menu,
        tr("Grade every skill of {name}...", name=name),
        lambda: editing.grade_person(chosen.matrix, person),
    )
    menu.addSeparator()


def _add(menu: QMenu, words: str, do: Callable[[], None]) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.triggered.connect(lambda _checked=False: do())
