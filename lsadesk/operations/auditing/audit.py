"""The team skills audit: the matrix, one cell's story, changing a rating."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from lsadesk.domain.auditing.audit import (
    AuditMatrix,
    AuditPerson,
    Columns,
    certificate_matrix,
    responsibility_matrix,
)
from lsadesk.domain.auditing.skills import (
    SHOWN_FIRST,
    Rating,
    Skill,
    SkillId,
    SkillValue,
    View,
    why_not_new,
)
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.courses.certificates import Certificate, CourseId
from lsadesk.domain.rights import CHANGE, READ, Access, Kind, allows, people_open_to
from lsadesk.domain.staff.people import Contract, Person, PersonId, SiteId
from lsadesk.domain.staff.specialisms import Area
from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff.people import Colleague, colleague
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.careers import layer
from lsadesk.store.courses import certificates
from lsadesk.store.staff import carrying, people, specialisms
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work


@dataclass(frozen=True, slots=True)
class Version:
    """One rating as it was recorded; *by* names who was at the desk, "" where not known."""

    recorded_at: datetime
    rating: Rating
    by: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one person's skill.

    *views* are those that stand, the one that the audit shows first; *history* is every
    version ever recorded, newest first. *may_change* says whether the asker may rate,
    *may_plan* whether the person's development plan is theirs to change. *as_at* is the day
    that it is shown as at; None: now.
    """

    person: Colleague
    skill: Skill
    views: tuple[Rating, ...]
    history: tuple[Version, ...]
    may_change: bool
    may_plan: bool
    as_at: date | None = None

    @property
    def shown(self) -> Rating | None:
        """The rating that the audit shows; None: nobody was ever asked."""
        return self.views[0] if self.views else None


def matrix(desk: Desk, day: date | None = None, columns: Columns = Columns.SKILLS) -> AuditMatrix:
    """People by skills or courses, for those open to the asker; leavers left out.

    Skills are those of LSAs: who is on a teaching contract is left out of them, and counted.
    Their certificates and responsibilities are shown like anybody's.

    *day* before today: as it all stood on record at the end of that day.
    """
    with desk.store.read() as reading:
        return matrix_of(desk, reading, READ, day, columns)


def matrix_of(
    desk: Desk,
    reading: Reading,
    access: Access,
    day: date | None = None,
    columns: Columns = Columns.SKILLS,
) -> AuditMatrix:
    """The matrix within a reading that is open already."""
    past = end_of(day, desk.today)
    staff = heads(desk, reading, access, _RECORDS[columns], day)
    on = desk.today if past is None else past.date()
    if columns is Columns.CERTIFICATES:
        courses = {course.id: course.name for course in certificates.all_courses(reading)}
        held = certificates.by_the_rules(reading, past)
        return certificate_matrix(staff, courses, held, on)
    if columns is Columns.RESPONSIBILITIES:
        return _responsibilities(reading, staff, on)
    asked = [skill for skill in skills.all_skills(reading) if not skill.hidden]
    lsas = [person for person in staff if not person.teaches]
    wanted = [person.id for person in lsas], [skill.id for skill in asked]
    cells = (
        skills.cells(reading, *wanted)
        if past is None
        else skills.cells_as_at(reading, past, *wanted)
    )
    return AuditMatrix(lsas, asked, cells, teaching=len(staff) - len(lsas))


_RECORDS = {
    Columns.SKILLS: Kind.RATING,
    Columns.CERTIFICATES: Kind.CERTIFICATE,
    Columns.RESPONSIBILITIES: Kind.PERSON,
}


def _responsibilities(reading: Reading, staff: list[AuditPerson], day: date) -> AuditMatrix:
    """Who carried which responsibility on *day*; its history is its own dates."""
    catalogue = layer.library_of(reading).catalogue
    places = {each: at for at, each in enumerate(catalogue.responsibilities)}
    named = [
        (each.text, catalogue.areas[each.area].name) for each in catalogue.responsibilities.values()
    ]
    standing = [
        (each.person, places[each.responsibility])
        for each in carrying.carriers(reading)
        if each.responsibility in places
        and each.carries_on(day)
        and (each.since is None or each.since <= day)
    ]
    return responsibility_matrix(staff, named, standing)


def end_of(day: date | None, today: date) -> datetime | None:
    """The last moment of *day* by this computer's clock; None where it has not ended."""
    if day is None or day >= today:
        return None
    return datetime.combine(day, time.max).astimezone()


def heads(
    desk: Desk, reading: Reading, access: Access, kind: Kind, day: date | None = None
) -> list[AuditPerson]:
    """The rows: who was at work on *day* and whose records of *kind* are open to the asker.

    Team, sites and contract are today's: of them no history is kept.
    """
    standing = accounts.standing_of(reading, desk.account)
    on = day or desk.today
    staff = [person for person in people.everybody(reading) if person.is_here_on(on)]
    ids = frozenset(person.id for person in staff)
    visible = people_open_to(standing, access, kind, ids)
    recorded = people_open_to(standing, access, Kind.PERSON, visible)
    teams = {team.id: team.name for team in people.teams(reading)}
    sites = {site.id: site.name for site in people.sites(reading)}
    category = _categories(reading)
    areas = specialisms.all_specialisms(reading)
    return [
        AuditPerson(
            id=person.id,
            sort_name=person.sort_name,
            title=person.title,
            team="" if person.team is None else teams[person.team],
            category=category(person),
            teaches=person.teaches,
            **(_on_record(person, sites, areas) if person.id in recorded else {}),
        )
        for person in staff
        if person.id in visible
    ]


def _on_record(
    person: Person, names: Mapping[SiteId, str], areas: Mapping[PersonId, tuple[Area, ...]]
) -> dict[str, Any]:
    """What only those may see to whom the staff record is open."""
    return {
        "sites": tuple(sorted((names[site] for site in person.sites), key=folded)),
        "contract": "" if person.contract is Contract.NOT_KNOWN else person.contract.value,
        "days": person.days,
        "specialisms": tuple(area.name for area in areas.get(person.id, ())),
    }


def _categories(reading: Reading) -> Callable[[Person], str]:
    """What a person's title, or else their role, counts as (A03); "" where neither says."""
    titles = layer.library_of(reading).catalogue.titles
    by_title = {folded(each.title): each.category for each in titles}
    by_role: dict[str, set[str]] = {}
    for each in titles:
        by_role.setdefault(each.role, set()).add(each.category)

    def category(person: Person) -> str:
        named = by_title.get(folded(person.title))
        return named or " and ".join(sorted(by_role.get(person.role, ())))

    return category


def cell(desk: Desk, person: PersonId, skill: SkillId, day: date | None = None) -> Cell:
    """Everything there is about one person's skill.

    *day* before today: as it stood at the end of it, and then nobody may change it.

    Raises:
        UserError: there is no such skill.
    """
    with desk.reading(Kind.RATING, person) as reading:
        asked = _skill(reading, skill)
        standing = accounts.standing_of(reading, desk.account)
        past = end_of(day, desk.today)
        return Cell(
            colleague(people.get(reading, person), people.teams(reading)),
            asked,
            tuple(_views(reading, person, skill, past)),
            tuple(_versions(reading, person, skill, past)),
            past is None and allows(standing, CHANGE, Kind.RATING, person),
            past is None and allows(standing, CHANGE, Kind.DEVELOPMENT, person),
            None if past is None else day,
        )


@dataclass(frozen=True, slots=True)
class Proofs:
    """What one person holds of one course, the newest first."""

    person: Colleague
    course: str
    held: tuple[Certificate, ...]


def proofs(desk: Desk, person: PersonId, course: CourseId, day: date | None = None) -> Proofs:
    """One person's certificates of *course*, as on record now or at the end of *day*.

    Raises:
        UserError: there is no such course.
    """
    with desk.reading(Kind.CERTIFICATE, person) as reading:
        names = {each.id: each.name for each in certificates.all_courses(reading)}
        if course not in names:
            raise UserError("This course is not on record. Look at the audit again.")
        recorded = certificates.all_certificates(reading, end_of(day, desk.today))
        held = [each for each in recorded if (each.person, each.course) == (person, course)]
        return Proofs(
            colleague(people.get(reading, person), people.teams(reading)),
            names[course],
            tuple(reversed(held)),
        )


def _versions(
    reading: Reading, person: PersonId, skill: SkillId, past: datetime | None
) -> list[Version]:
    versions = [
        (when, rating)
        for when, rating in skills.history_of(reading, person, skill)
        if past is None or when <= past
    ]
    wrote = skills.who_wrote(reading, {when for when, _ in versions})
    return [Version(when, rating, wrote.get(when, "")) for when, rating in versions]


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
        named = _skill(work, skill)
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
            f"Rated {name} in {named.name}",
            Entry("rated", Kind.RATING, person),
            Subject.SKILLS,
            about=person,
        )


def _skill(reading: Reading, skill: SkillId) -> Skill:
    """The skill.

    Raises:
        UserError: there is no such skill.
    """
    found = next((each for each in skills.all_skills(reading) if each.id == skill), None)
    if found is None:
        raise UserError("This skill is not in the audit. Look at the audit again.")
    return found


def _views(
    reading: Reading, person: PersonId, skill: SkillId, past: datetime | None = None
) -> list[Rating]:
    """The ratings of one cell that stand, the shown one first."""
    standing = skills.views_of(reading, person, skill, past)
    return sorted(standing, key=lambda rating: SHOWN_FIRST.index(rating.view))


def rate_many(desk: Desk, values: Mapping[tuple[PersonId, SkillId], SkillValue]) -> Done[int]:
    """Record the appraiser's view of several cells in one step, which Undo takes back whole.

    Returns how many were changed. One person's or one skill's cells, usually: a whole list
    that was graded in one go.

    Raises:
        NotAllowed: somebody among them is not the asker's to rate; then nothing is recorded.
    """
    with desk.beginning() as work:
        for person in {person for person, _ in values}:
            desk.require(work, CHANGE, Kind.RATING, person)
        graded = [_skill(work, skill) for skill in {skill for _, skill in values}]
        changed = skills.rate(work, appraised(work, values))
        return desk.keep(
            work,
            changed,
            _rated(changed, graded),
            Entry("rated", Kind.RATING, detail=f"cells: {changed}"),
            Subject.SKILLS,
        )


def _rated(changed: int, graded: Sequence[Skill]) -> str:
    """What was graded in one go, as Undo names it."""
    if len(graded) != 1:
        return f"Rated {changed} skills"
    return f"Rated {changed} {'person' if changed == 1 else 'people'} in {graded[0].name}"


def appraised(work: Work, values: Mapping[tuple[PersonId, SkillId], SkillValue]) -> list[Rating]:
    """*values* as ratings; who has training booked goes on having it booked."""
    standing = skills.ratings_among(work, {person for person, _ in values})
    booked = {(each.person, each.skill) for each in standing if each.training_booked}
    return [
        Rating(
            person=person,
            skill=skill,
            value=value,
            view=View.APPRAISER,
            rated_on=work.today,
            training_booked=(person, skill) in booked,
        )
        for (person, skill), value in values.items()
    ]


def add_skill(desk: Desk, name: str, group: str = "") -> Done[SkillId]:
    """Add a skill as the last column.

    Raises:
        UserError: the name is empty, or a skill has it already.
    """
    with desk.writing(Kind.RATING) as work:
        if why := why_not_new(name, skills.all_skills(work)):
            raise UserError(why)
        skill = skills.skill_named(work, name.strip(), group.strip())
        return desk.keep(
            work,
            skill,
            f"Added the skill {name.strip()}",
            Entry("added skill", Kind.RATING),
            Subject.SKILLS,
        )
