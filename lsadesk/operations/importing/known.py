"""What the college holds, by what imported records are matched on; what is named anew is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.auditing.skills import Rating, SkillId, View
from lsadesk.domain.calendar import Week
from lsadesk.domain.courses.certificates import Certificate, CourseId
from lsadesk.domain.incoming import PersonRef, SessionRecord, StaffRecord
from lsadesk.domain.staff.people import Person, PersonId, SiteId, TeamId
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.timetable import Session, SessionDetails
from lsadesk.intake.parsing.words import key
from lsadesk.intake.staff_list import team_key
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners, timetable
from lsadesk.store.work import Reading, Work


def refs_of(reading: Reading) -> tuple[PersonRef, ...]:
    """The college's staff, as names in a workbook are matched to them."""
    return tuple(_ref(person, reading.today) for person in people.everybody(reading))


@dataclass(slots=True)
class Known:
    """The college as it is before an import, kept in step with what is written."""

    work: Work
    people: dict[PersonId, Person]
    by_payroll: dict[str, PersonId]
    by_name: dict[str, PersonId]
    teams: dict[str, TeamId]
    sites: dict[str, SiteId]
    skills: dict[str, SkillId]
    courses: dict[str, CourseId]
    ratings: dict[tuple[PersonId, SkillId, View], Rating]
    certificates: dict[tuple[object, ...], Certificate]
    learners: dict[str, Learner]
    sessions: dict[tuple[object, ...], Session]

    def team(self, name: str) -> TeamId | None:
        """The team of that name, made if there is none; None for no name."""
        if not name:
            return None
        if team_key(name) not in self.teams:
            self.teams[team_key(name)] = people.team_named(self.work, name)
        return self.teams[team_key(name)]

    def site(self, name: str) -> SiteId | None:
        """The site of that name, made if there is none; None for no name."""
        if not name:
            return None
        if key(name) not in self.sites:
            self.sites[key(name)] = people.site_named(self.work, name)
        return self.sites[key(name)]

    def sites_named(self, names: Iterable[str]) -> frozenset[SiteId]:
        """The sites of those names, made where there are none."""
        found = (self.site(name) for name in names)
        return frozenset(site for site in found if site is not None)

    def skill(self, name: str, group: str = "") -> SkillId:
        """The skill of that name, made as the last column if there is none."""
        if key(name) not in self.skills:
            self.skills[key(name)] = skills.skill_named(self.work, name, group)
        return self.skills[key(name)]

    def course(self, name: str) -> CourseId:
        """The course of that name, made if there is none."""
        if key(name) not in self.courses:
            self.courses[key(name)] = certificates.course_named(self.work, name)
        return self.courses[key(name)]

    def person_of(self, record: StaffRecord) -> Person | None:
        """Who a staff record is about: as a person said, else by payroll number, else by name."""
        if record.known is not None:
            return self.people[self.person(record.known)]
        found = self.by_payroll.get(key(record.payroll)) if record.payroll else None
        if found is None:
            found = self.by_name.get(key(f"{record.forename} {record.surname}"))
            other = self.people[found].payroll if found is not None else ""
            if record.payroll and other:
                found = None
        return None if found is None else self.people[found]

    def person(self, ref: PersonRef) -> PersonId:
        """Whom *ref* means; they are known by now."""
        if ref.id is not None:
            return ref.id
        by_payroll = self.by_payroll.get(key(ref.payroll)) if ref.payroll else None
        return self.by_name[key(ref.name)] if by_payroll is None else by_payroll

    def sessions_at(self, place: tuple[object, ...]) -> list[Session]:
        """Those that a workbook means by *place*: of its weeks, else of others that share one."""
        *where, week = place
        others = [each for each in Week if each is not week and Week.BOTH in (each, week)]
        exact = self.sessions.get(place)
        held = [exact] if exact else [self.sessions.get((*where, other)) for other in others]
        return [session for session in held if session is not None]

    def note_person(self, person: Person) -> None:
        """Know *person*, who was added or changed just now."""
        self.people[person.id] = person
        self.by_name.setdefault(key(person.name), person.id)
        if person.payroll:
            self.by_payroll[key(person.payroll)] = person.id


def known_to(work: Work) -> Known:
    """What the college of *work* holds."""
    everybody = people.everybody(work)
    held = certificates.all_certificates(work)
    return Known(
        work=work,
        people={person.id: person for person in everybody},
        by_payroll={key(p.payroll): p.id for p in everybody if p.payroll},
        by_name={key(p.name): p.id for p in reversed(everybody)},
        teams={team_key(team.name): team.id for team in people.teams(work)},
        sites={key(site.name): site.id for site in people.sites(work)},
        skills={key(skill.name): skill.id for skill in skills.all_skills(work)},
        courses={key(course.name): course.id for course in certificates.all_courses(work)},
        ratings=dict(skills.standing_ratings(work)),
        certificates={(c.person, c.course, c.achieved): c for c in held},
        learners={key(learner.reference): learner for learner in learners.all_learners(work)},
        sessions={place_of(s): s for s in timetable.all_sessions(work)},
    )


def place_of(session: SessionDetails | SessionRecord) -> tuple[object, ...]:
    """What tells one session from another."""
    group, title = key(session.group), key(session.title)
    return session.day, session.span, group, title, session.week


def _ref(person: Person, today: date) -> PersonRef:
    has_left = person.left_on is not None and person.left_on < today
    return PersonRef(
        forename=person.forename,
        surname=person.surname,
        payroll=person.payroll,
        id=person.id,
        left_on=person.left_on if has_left else None,
    )
