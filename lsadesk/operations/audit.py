"""The team skills audit: the matrix, one cell's story, changing a rating."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lsadesk.domain.audit import (
    AuditMatrix,
    AuditPerson,
    AuditSheet,
    Filter,
    HeldCertificate,
    SixFields,
    narrowed,
    scope_of,
)
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.people import Person, PersonId, SiteId
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Access, Kind, allows, people_open_to
from lsadesk.domain.skills import SHOWN_FIRST, Rating, Skill, SkillId, SkillValue, View
from lsadesk.domain.words import folded
from lsadesk.errors import NotAllowed
from lsadesk.operations.desk import Desk
from lsadesk.operations.people import Colleague, colleague
from lsadesk.store import accounts, certificates, people, skills
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one person's skill.

    *views* are those that stand, the one that the audit shows first; *history* is every
    version ever recorded, newest first. *may_change* says whether the asker may rate,
    *may_plan* whether the person's development plan is theirs to change.
    """

    person: Colleague
    skill: Skill
    views: tuple[Rating, ...]
    history: tuple[tuple[datetime, Rating], ...]
    may_change: bool
    may_plan: bool

    @property
    def shown(self) -> Rating | None:
        """The rating that the audit shows; None: nobody was ever asked."""
        return self.views[0] if self.views else None


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
    recorded = people_open_to(standing, access, Kind.PERSON, visible)
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
                sites=_sites(person, sites) if person.id in recorded else "",
                contract=person.contract.value if person.id in recorded else "",
            )
            for person in shown
        ],
        columns,
        skills.cells(reading, [person.id for person in shown], [skill.id for skill in columns]),
    )


def _sites(person: Person, names: Mapping[SiteId, str]) -> str:
    return ", ".join(sorted((names[site] for site in person.sites), key=folded))


def cell(desk: Desk, person: PersonId, skill: SkillId) -> Cell:
    """Everything there is about one person's skill."""
    with desk.reading(Kind.RATING, person) as reading:
        standing = accounts.standing_of(reading, desk.account)
        return Cell(
            colleague(people.get(reading, person), people.teams(reading)),
            _skill(reading, skill),
            tuple(_views(reading, person, skill)),
            tuple(skills.history_of(reading, person, skill)),
            allows(standing, CHANGE, Kind.RATING, person),
            allows(standing, CHANGE, Kind.DEVELOPMENT, person),
        )


def rate(
    desk: Desk,
    person: PersonId,
    skill: SkillId,
    value: SkillValue,
    *,
    view: View = View.APPRAISER,
    proof: str | None = None,
    note: str | None = None,
    training_booked: bool | None = None,
) -> Done[None]:
    """Record a view of one person's skill; the version before stays in the history.

    *proof*, *note* and *training_booked* left out are as the audit shows them; but proof
    and note belong to a value, so a new value starts without.
    """
    with desk.writing(Kind.RATING, person) as work:
        shown = next(iter(_views(work, person, skill)), None)
        same = shown if shown is not None and shown.value == value else None
        booked = shown is not None and shown.training_booked
        rating = Rating(
            person=person,
            skill=skill,
            value=value,
            view=view,
            rated_on=desk.today,
            proof=(same.proof if same else "") if proof is None else proof,
            note=(same.note if same else "") if note is None else note,
            training_booked=booked if training_booked is None else training_booked,
        )
        skills.rate(work, [rating])
        name = people.get(work, person).name
        return desk.keep(
            work,
            None,
            f"Rated {name} in {_skill(work, skill).name}",
            Entry("rated", Kind.RATING, person),
            Subject.SKILLS,
            about=person,
        )


def _skill(reading: Reading, skill: SkillId) -> Skill:
    return next(each for each in skills.all_skills(reading) if each.id == skill)


def _views(reading: Reading, person: PersonId, skill: SkillId) -> list[Rating]:
    """The ratings of one cell that stand, the shown one first."""
    standing = [each for each in skills.ratings_of(reading, person) if each.skill == skill]
    return sorted(standing, key=lambda rating: SHOWN_FIRST.index(rating.view))


def export_audit(desk: Desk, path: Path, wanted: Filter | None = None) -> Done[Path]:
    """Write the skills audit as a workbook to *path*: what *wanted* shows, or everybody.

    Raises:
        NotAllowed: there is nobody whose ratings the asker may take out of the program.
        UserError: the file cannot be written; an older one then stays as it was.
    """
    from lsadesk.reports.audit_workbook import write_audit  # openpyxl is slow to import

    sheet = audit_sheet(desk, wanted or Filter())
    write_audit(sheet, path)
    with desk.store.begin() as work:
        detail = f"audit workbook, people: {len(sheet.matrix.people)}"
        work.commit(Entry("exported", Kind.RATING, detail=detail))
    return Done(path, NOTHING)


def audit_sheet(desk: Desk, wanted: Filter) -> AuditSheet:
    """Everything a written audit tells today of those whose ratings the asker may export."""
    with desk.store.read() as reading:
        whole = matrix_of(desk, reading, EXPORT)
        if not whole.people:
            raise NotAllowed(
                "Your duties do not let you take anybody's skill ratings out of the program. "
                "Ask the head of learning support for the audit."
            )
        matrix = narrowed(whole, wanted)
        return AuditSheet(
            college=desk.college,
            day=desk.today,
            matrix=matrix,
            scope=scope_of(wanted, matrix.skills),
            certificates=_held(desk, reading, matrix),
            fields=_told(reading, matrix),
        )


def _held(desk: Desk, reading: Reading, matrix: AuditMatrix) -> list[HeldCertificate]:
    shown = {person.id: person for person in matrix.people}
    standing = accounts.standing_of(reading, desk.account)
    may = people_open_to(standing, EXPORT, Kind.CERTIFICATE, frozenset(shown))
    courses = {course.id: course.name for course in certificates.all_courses(reading)}
    return [
        HeldCertificate(
            shown[each.person].sort_name, shown[each.person].team, courses[each.course], each
        )
        for each in certificates.all_certificates(reading)
        if each.person in may
    ]


def _told(reading: Reading, matrix: AuditMatrix) -> list[SixFields]:
    said: dict[tuple[PersonId, str], list[str]] = {}
    for person, kind, text in skills.all_interests(reading):
        said.setdefault((person, kind), []).append(text)
    return [
        SixFields(
            person=person.id,
            talents="; ".join(said.get((person.id, "talent"), ())),
            wishes="; ".join(said.get((person.id, "wish"), ())),
        )
        for person in matrix.people
    ]


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
