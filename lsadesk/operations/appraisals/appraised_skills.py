"""From an appraisal to the audit: statements that the college has tied to its skills.

Which skill a statement asks about is for the college to say; nothing is tied by a likeness
of names. What each said alone reaches the audit when the meeting is opened, never before
(A53), and what both agreed when both have signed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.appraisals.appraisal import Appraisal, Line
from lsadesk.domain.auditing.skills import (
    NeverAsked,
    Rating,
    Skill,
    SkillId,
    SkillValue,
    Unknown,
    View,
)
from lsadesk.domain.careers.framework import Statement, StatementId
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.appraisals import meeting as left
from lsadesk.store.auditing import skills
from lsadesk.store.careers import layer, library
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

NOTE = "From an appraisal"


@dataclass(frozen=True, slots=True)
class Tying:
    """What it takes to say which skill a statement asks about."""

    statements: tuple[Statement, ...]
    skills: tuple[Skill, ...]
    ties: Mapping[StatementId, Skill]


def tying(desk: Desk) -> Tying:
    """Every statement and every skill, and how they are tied now."""
    with desk.reading(Kind.RATING) as reading:
        framework = layer.library_of(reading).framework
        return Tying(
            statements=tuple(framework.statements.values()),
            skills=tuple(skills.all_skills(reading)),
            ties=left.ties(reading),
        )


def ties(desk: Desk) -> Mapping[StatementId, Skill]:
    """Which of the college's skills each statement asks about, where somebody said so."""
    with desk.reading(Kind.RATING) as reading:
        return left.ties(reading)


def tie(desk: Desk, statement: StatementId, skill: SkillId | None) -> Done[None]:
    """Say which skill a statement asks about; None: none.

    Raises:
        UserError: there is no such statement or skill, or another statement asks about it.
    """
    _require_statement(statement)
    with desk.writing(Kind.RATING) as work:
        if skill is not None and all(each.id != skill for each in skills.all_skills(work)):
            raise UserError("This skill is no longer there. Look at the list again.")
        _require_free(work, statement, skill)
        left.tie(work, statement, skill)
        return desk.keep(
            work,
            None,
            "Changed which skill a statement asks about",
            Entry("tied statement", Kind.RATING, detail=f"skill {skill}: {statement}"),
            Subject.SKILLS,
            Subject.APPRAISAL,
        )


def record_views(work: Work, found: Appraisal, lines: Iterable[Line]) -> None:
    """Bring what each said alone into the audit, as their view."""
    talked = list(lines)
    day = work.today
    own = {line.statement.id: line.own.value for line in talked}
    # What the appraiser does not know says nothing, and hides nothing that the person said.
    theirs = {
        line.statement.id: line.theirs.value
        for line in talked
        if not isinstance(line.theirs.value, Unknown)
    }
    _rate(work, found.person, own, View.SELF, day)
    _rate(work, found.person, theirs, View.APPRAISER, day)


def record_agreed(work: Work, found: Appraisal, lines: Iterable[Line]) -> None:
    """Bring what both agreed into the audit; a recorded difference leaves it as it is."""
    agreed = {
        line.statement.id: line.settled.agreed
        for line in lines
        if line.settled is not None and line.settled.agreed is not None
    }
    _rate(work, found.person, agreed, View.AGREED, found.cycle)


def _rate(
    work: Work,
    person: PersonId,
    values: Mapping[StatementId, SkillValue],
    view: View,
    day: date,
) -> None:
    """Record *values* of tied statements; proof and booked training of before still stand."""
    tied = left.ties(work)
    before = {each.skill: each for each in skills.ratings_of(work, person) if each.view is view}
    ratings = []
    for statement, value in values.items():
        if statement not in tied or isinstance(value, NeverAsked):
            continue
        skill = tied[statement].id
        standing = before.get(skill, Rating(person=person, skill=skill, value=value, view=view))
        ratings.append(replace(standing, value=value, rated_on=day, note=NOTE))
    skills.rate(work, ratings)


def _require_free(work: Work, statement: StatementId, skill: SkillId | None) -> None:
    """Refuse a skill that another statement asks about: two answers could not both be shown."""
    for other, tied in left.ties(work).items():
        if tied.id == skill and other != statement:
            framework = layer.library_of(work).framework
            asks = framework.statements[other].text if other in framework.statements else other
            raise UserError(f"“{tied.name}” is asked about by another statement: {asks}")


def _require_statement(statement: StatementId) -> None:
    if statement not in library.built_in().framework.statements:
        raise UserError("This question is no longer asked. Nothing was changed.")
