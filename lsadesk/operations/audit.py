"""The team skills audit: the matrix, one cell's story, changing a rating."""

from dataclasses import dataclass
from datetime import datetime

from lsadesk.domain.audit import AuditMatrix, AuditPerson
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.people import Person, PersonId
from lsadesk.domain.rights import READ, Access, Kind, people_open_to
from lsadesk.domain.skills import Rating, Skill, SkillId, SkillValue, View
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts, people, skills
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one person's skill: every view that stands, and what was before."""

    person: Person
    skill: Skill
    history: tuple[tuple[datetime, Rating], ...]


def matrix(desk: Desk) -> AuditMatrix:
    """People by skills, for those whose ratings are open to the asker; leavers left out."""
    with desk.store.read() as reading:
        return matrix_of(desk, reading, READ)


def matrix_of(desk: Desk, reading: Reading, access: Access) -> AuditMatrix:
    """The matrix within a reading that is open already."""
    standing = accounts.standing_of(reading, desk.account)
    staff = [person for person in people.everybody(reading) if person.works_on(desk.today)]
    ids = frozenset(person.id for person in staff)
    visible = people_open_to(standing, access, Kind.RATING, ids)
    shown = [person for person in staff if person.id in visible]
    teams = {team.id: team.name for team in people.teams(reading)}
    sites = {site.id: site.name for site in people.sites(reading)}
    columns = skills.all_skills(reading)
    return AuditMatrix(
        [
            AuditPerson(
                id=person.id,
                sort_name=person.sort_name,
                title=person.title,
                team="" if person.team is None else teams[person.team],
                sites=", ".join(sorted(sites[site] for site in person.sites)),
                contract=person.contract.value,
            )
            for person in shown
        ],
        columns,
        skills.cells(reading, [person.id for person in shown], [skill.id for skill in columns]),
    )


def cell(desk: Desk, person: PersonId, skill: SkillId) -> Cell:
    """Everything there is about one person's skill."""
    with desk.reading(Kind.RATING, person) as reading:
        found = next(each for each in skills.all_skills(reading) if each.id == skill)
        history = tuple(skills.history_of(reading, person, skill))
        return Cell(people.get(reading, person), found, history)


def rate(
    desk: Desk,
    person: PersonId,
    skill: SkillId,
    value: SkillValue,
    *,
    view: View = View.APPRAISER,
    proof: str = "",
    note: str = "",
) -> Done[None]:
    """Record a view of one person's skill; the version before stays in the history."""
    rating = Rating(
        person=person,
        skill=skill,
        value=value,
        view=view,
        rated_on=desk.today,
        proof=proof,
        note=note,
    )
    with desk.writing(Kind.RATING, person) as work:
        skills.rate(work, [rating])
        name = people.get(work, person).name
        what = next(each.name for each in skills.all_skills(work) if each.id == skill)
        return desk.keep(
            work,
            None,
            f"Rated {name} in {what}",
            Entry("rated", Kind.RATING, person),
            Subject.SKILLS,
            about=person,
        )


def add_skill(desk: Desk, name: str, group: str = "") -> Done[SkillId]:
    """The skill of that name, made as the last column if there is none."""
    with desk.writing(Kind.RATING) as work:
        skill = skills.skill_named(work, name, group)
        return desk.keep(
            work,
            skill,
            f"Added the skill {name}",
            Entry("added skill", Kind.RATING),
            Subject.SKILLS,
        )
