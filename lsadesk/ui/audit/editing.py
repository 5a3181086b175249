"""What the audit's page changes: one rating, a whole list of them, the skills themselves."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.audit import CODE_MASK, AuditMatrix
from lsadesk.domain.auditing.skills import Skill, SkillId, SkillValue, View, code_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing import audit, audit_skills
from lsadesk.operations.auditing.audit import Cell
from lsadesk.ui.audit.arranging import ask_arrangement
from lsadesk.ui.audit.grading import Line, ask_grades
from lsadesk.ui.audit.new_skill import ask_new_skill
from lsadesk.ui.audit.wording import value_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.words import count, tr


class Editing(QObject):
    """Writes through *context*; its questions stand over *page*."""

    def __init__(self, context: TabContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page

    def record(self, person: PersonId, skill: SkillId, value: SkillValue) -> None:
        """Record the appraiser's view of one cell."""
        self._context.write(
            lambda desk: audit.rate(desk, person, skill, value),
            lambda _done: self._check_shown(person, skill, value),
            owner=self,
        )

    def detail(self, cell: Cell, proof: str, note: str, booked: bool) -> None:
        """Record proof, note and booked training beside the value that stands."""
        if (rating := cell.shown) is None:
            return
        person, skill = cell.person.id, cell.skill.id
        self._context.write(
            lambda desk: audit.rate(
                desk, person, skill, rating.value, proof=proof, note=note, training_booked=booked
            ),
            owner=self,
        )

    def grade_skill(self, matrix: AuditMatrix, skill: SkillId, may: frozenset[PersonId]) -> None:
        """Grade everybody of *matrix* who is theirs to rate (*may*) in one skill."""
        at = next(at for at, each in enumerate(matrix.skills) if each.id == skill)
        lines = [
            Line((person.id, skill), person.sort_name, cell)
            for person, cell in zip(matrix.people, matrix.column(at), strict=True)
            if person.id in may
        ]
        title = tr("Grade everybody in {skill}", skill=matrix.skills[at].name)
        self._keep(ask_grades(self._page, title, lines, tr("Name")) if lines else None)

    def grade_person(self, matrix: AuditMatrix, person: PersonId) -> None:
        """Grade one person in every skill of *matrix*."""
        at = next(at for at, each in enumerate(matrix.people) if each.id == person)
        lines = [
            Line((person, skill.id), _full_name(skill), cell)
            for skill, cell in zip(matrix.skills, matrix.row(at), strict=True)
        ]
        title = tr("Grade every skill of {name}", name=matrix.people[at].sort_name)
        self._keep(ask_grades(self._page, title, lines, tr("Skill")))

    def arrange(self) -> None:
        """Ask for the skills' names, groups and order, and which are shown."""
        self._context.read(audit_skills.all_skills, self._arrange, owner=self)

    def add(self) -> None:
        """Ask for a first skill; or for the arrangement, where all that there are are hidden."""
        self._context.read(audit_skills.all_skills, self._add, owner=self)

    def hide(self, skill: SkillId) -> None:
        """Take one skill out of the audit; what was recorded of it stays."""
        self._context.read(
            audit_skills.all_skills, lambda all_: self._hide(all_, skill), owner=self
        )

    def _add(self, seen: list[Skill]) -> None:
        if seen:
            self._arrange(seen)
        elif (new := ask_new_skill(self._page, seen)) is not None:
            self._context.write(lambda desk: audit.add_skill(desk, new.name, new.group), owner=self)

    def _hide(self, seen: list[Skill], skill: SkillId) -> None:
        wanted = [
            Skill(each.id, each.name, each.group, hidden=each.hidden or each.id == skill)
            for each in seen
        ]
        self._context.write(
            lambda desk: audit_skills.arrange_skills(desk, seen, wanted), owner=self
        )

    def _arrange(self, seen: list[Skill]) -> None:
        wanted = ask_arrangement(self._page, seen)
        if wanted is not None:
            self._context.write(
                lambda desk: audit_skills.arrange_skills(desk, seen, wanted), owner=self
            )

    def _keep(self, given: Mapping[Hashable, SkillValue] | None) -> None:
        if given is None:
            return
        values = {key: value for key, value in given.items() if isinstance(key, tuple)}
        self._context.write(
            lambda desk: audit.rate_many(desk, values),
            lambda _done: self._check_all_shown(values),
            owner=self,
        )

    def _check_all_shown(self, values: Mapping[tuple[PersonId, SkillId], SkillValue]) -> None:
        """Say so where agreed ratings go before some of those just given."""
        self._context.read(
            audit.matrix, lambda matrix: self._say_how_many_agreed(matrix, values), owner=self
        )

    def _say_how_many_agreed(
        self, matrix: AuditMatrix, values: Mapping[tuple[PersonId, SkillId], SkillValue]
    ) -> None:
        shown = {
            (person.id, skill.id): cell & CODE_MASK
            for at, person in enumerate(matrix.people)
            for skill, cell in zip(matrix.skills, matrix.row(at), strict=True)
        }
        agreed = sum(
            shown.get(key, code_of(given)) != code_of(given) for key, given in values.items()
        )
        if agreed:
            self._context.say(
                tr(
                    "Kept as the appraiser's view. Of {given} the audit goes on showing what "
                    "was agreed together in {agreed}.",
                    given=count(len(values), "rating", "ratings"),
                    agreed=agreed,
                ),
                "info",
            )

    def _check_shown(self, person: PersonId, skill: SkillId, value: SkillValue) -> None:
        """Say so where an agreed rating goes before the one just given."""
        self._context.read(
            lambda desk: audit.cell(desk, person, skill),
            lambda cell: self._say_if_agreed(cell, value),
            owner=self,
        )

    def _say_if_agreed(self, cell: Cell, value: SkillValue) -> None:
        shown = cell.shown
        if shown is None or shown.view is not View.AGREED or code_of(shown.value) == code_of(value):
            return
        self._context.say(
            tr(
                "Noted as the appraiser's view. The audit goes on showing what was agreed "
                "together: {value}.",
                value=value_words(shown),
            ),
            "info",
        )


def _full_name(skill: Skill) -> str:
    return f"{skill.group}: {skill.name}" if skill.group else skill.name
