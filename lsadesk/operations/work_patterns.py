"""How people can be deployed: their hours, limits, sign-offs and hopes."""

from dataclasses import dataclass

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.people import PersonId
from lsadesk.domain.planning import WorkPattern
from lsadesk.domain.rights import Kind
from lsadesk.domain.skills import Skill
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import learners, people, planning, skills
from lsadesk.store.trail import Entry

LONGEST_DAY = 14 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPattern:
    """A person's work pattern with what a form about it offers."""

    person: PersonId
    name: str
    pattern: WorkPattern
    skills: tuple[Skill, ...]
    groups: tuple[str, ...]


def work_pattern(desk: Desk, person: PersonId) -> OpenPattern:
    """How *person* can be deployed; groups are named for those who may see learners."""
    with desk.reading(Kind.WORK_PATTERN, person) as reading:
        groups = {each.group for each in learners.all_learners(reading) if each.group}
        return OpenPattern(
            person=person,
            name=people.get(reading, person).name,
            pattern=planning.pattern(reading, person),
            skills=tuple(skills.all_skills(reading)),
            groups=tuple(sorted(groups)),
        )


def set_work_pattern(desk: Desk, person: PersonId, wanted: WorkPattern) -> Done[None]:
    """Write how *person* can be deployed over what was read at *wanted*'s version.

    Raises:
        Stale: somebody has changed it since.
        UserError: a limit cannot be right.
    """
    if not 0 < wanted.day_minutes <= LONGEST_DAY:
        raise UserError("A day's work is more than nothing and at most 14 hours.")
    if wanted.most_in_a_row is not None and wanted.most_in_a_row < 30:
        raise UserError("The longest time without a pause is at least half an hour.")
    with desk.writing(Kind.WORK_PATTERN, person) as work:
        planning.set_pattern(work, person, wanted)
        return desk.keep(
            work,
            None,
            f"Changed when and how {people.get(work, person).name} can be deployed",
            Entry("changed work pattern", Kind.WORK_PATTERN, person),
            Subject.PEOPLE,
            Subject.DEPLOYMENT,
            about=person,
        )
