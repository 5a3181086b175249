"""The skills that the college asks about: their names, groups and order."""

from collections.abc import Sequence
from dataclasses import replace

from lsadesk.domain.auditing.skills import Skill, why_not_new
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.errors import Stale, UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.auditing import skills
from lsadesk.store.trail import Entry
from lsadesk.store.work import STALE, Work


def arrange_skills(desk: Desk, seen: Sequence[Skill], wanted: Sequence[Skill]) -> Done[None]:
    """Rename, regroup, hide and order skills as *wanted*; *seen* is what was looked at.

    A group's skills always stand together. Nothing recorded of a skill is lost. One whose id
    is below 0 is new, and made.

    Raises:
        Stale: somebody has changed a skill since.
        UserError: a name is empty, or two skills have the same.
    """
    named = [replace(each, name=each.name.strip()) for each in wanted]
    for at, each in enumerate(named):
        if why := why_not_new(each.name, named[:at]):
            raise UserError(why)
    with desk.writing(Kind.RATING) as work:
        if skills.all_skills(work) != list(seen):
            raise Stale(STALE)
        skills.arrange(work, _made(work, named))
        return desk.keep(
            work,
            None,
            "Arranged the skills",
            Entry("arranged skills", Kind.RATING),
            Subject.SKILLS,
        )


def _made(work: Work, wanted: Sequence[Skill]) -> list[Skill]:
    """*wanted*, the new ones with the ids that they have in the college from now on."""
    skills.arrange(work, [each for each in wanted if each.id > 0])  # frees the names given up
    return [
        each if each.id > 0 else replace(each, id=skills.skill_named(work, each.name, each.group))
        for each in wanted
    ]


def all_skills(desk: Desk) -> list[Skill]:
    """Every skill of the college, hidden ones too, in the audit's order."""
    with desk.reading(Kind.RATING) as reading:
        return skills.all_skills(reading)
