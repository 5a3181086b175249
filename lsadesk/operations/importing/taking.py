"""Imported records against the college: what is new is written, what is known is passed over.

A field that the workbook did not fill never overwrites what the college knows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

from lsadesk.domain.auditing.skills import Rating, SkillId, View
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
from lsadesk.domain.incoming import (
    InterestRecord,
    LearnerRecord,
    PersonRef,
    Record,
    SessionRecord,
    SkillRecord,
    Source,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.domain.staff.people import Link, Person, PersonDetails, PersonId, SiteId, TeamId
from lsadesk.domain.weeks.learners import Learner, LearnerDetails
from lsadesk.domain.weeks.timetable import Session, SessionDetails
from lsadesk.intake.matching import Directory, NoSuchPerson
from lsadesk.intake.needs_match import skills_asked_for
from lsadesk.intake.parsing.words import key
from lsadesk.intake.staff_list import team_key
from lsadesk.operations.importing.told_changes import NEW, RowChanges, differences, rated
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners, timetable
from lsadesk.store.work import Reading, Work

_AT_A_TIME = 200  # records, between two looks at whether to go on
_BEFORE_RATINGS = 0.7  # of the time, in a workbook that is mostly an audit: they come last

D = TypeVar("D", PersonDetails, LearnerDetails, SessionDetails, Certificate)


def refs_of(reading: Reading) -> tuple[PersonRef, ...]:
    """The college's staff, as names in a workbook are matched to them."""
    return tuple(_ref(person, reading.today) for person in people.everybody(reading))


def take(
    work: Work,
    records: Iterable[Record],
    chosen: Mapping[str, str],
    progress: Callable[[float], None],
) -> dict[Source, RowChanges]:
    """Write *records*, staff first; the rows of which something was new, and what that was.

    *chosen* are the matches that a person made: a name as written -> payroll or full name.
    *progress* is told how far it is, from 0 to 1, and may raise to have none of it written.
    """
    taking = _Taking(work, chosen)
    ordered = sorted(records, key=lambda record: not isinstance(record, StaffRecord))
    for rating in _by_column(record for record in ordered if isinstance(record, SkillRecord)):
        taking.skill_id(rating.skill, rating.group)
    changed: dict[Source, RowChanges] = {}
    for done, record in enumerate(ordered):
        if not done % _AT_A_TIME:
            progress(_BEFORE_RATINGS * done / len(ordered))
        if what := taking.take(record):
            changed.setdefault(record.source, RowChanges()).add(record, what)
    for staff in taking.set_managers():
        changed.setdefault(staff.source, RowChanges()).add(staff, f"{NEW} line manager")
    skills.rate(work, taking.ratings)
    timetable.add_all(work, taking.sessions.values())
    return changed


def _by_column(records: Iterable[SkillRecord]) -> list[SkillRecord]:
    """One record of each skill, in the order of the sheet's columns.

    No single person's cells need show the order, since blanks yield no record: a new skill
    goes behind the one before it in the same person's, or else before a later one of theirs.
    """
    first: dict[str, SkillRecord] = {}
    order: list[str] = []
    for _, theirs in groupby(records, lambda record: (record.source.sheet, record.person)):
        cells = {key(record.skill): record for record in theirs}
        names = list(cells)
        for at, name in enumerate(names):
            if name in order:
                continue
            later = (order.index(one) for one in names[at + 1 :] if one in order)
            behind = order.index(names[at - 1]) + 1 if at else next(later, len(order))
            order.insert(behind, name)
            first[name] = cells[name]
    return [first[name] for name in order]


@dataclass
class _Known:
    """What the college holds, by what records are matched on."""

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


def _known(work: Work) -> _Known:
    everybody = people.everybody(work)
    held = certificates.all_certificates(work)
    return _Known(
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
        sessions={_place(s): s for s in timetable.all_sessions(work)},
    )


def _place(session: SessionDetails | SessionRecord) -> tuple[object, ...]:
    """What tells one session from another."""
    group, title = key(session.group), key(session.title)
    return session.day, session.span, group, title, session.week


class _Taking:
    """One import in progress."""

    def __init__(self, work: Work, chosen: Mapping[str, str]) -> None:
        self.work = work
        self.chosen = chosen
        self.known = _known(work)
        self.ratings: list[Rating] = []
        self.sessions: dict[tuple[object, ...], SessionDetails] = {}  # new ones, written at the end
        self.managers: list[tuple[StaffRecord, PersonId]] = []

    def take(self, record: Record) -> str:
        """Write one record; what it said that was new, or ""."""
        match record:
            case StaffRecord():
                return self._staff(record)
            case SkillRecord():
                return self._skill(record)
            case InterestRecord():
                return self._interest(record)
            case TrainingRecord():
                return self._training(record)
            case LearnerRecord():
                return self._learner(record)
            case SessionRecord():
                return self._session(record)

    def set_managers(self) -> list[StaffRecord]:
        """Set each line manager whose name means one person; the records that changed a link."""
        directory = Directory(refs_of(self.work), self.chosen)
        changed = []
        for record, person in self.managers:
            try:
                holder = directory.find(record.line_manager).id
            except NoSuchPerson:
                continue
            if holder in (None, person):
                continue
            if people.set_link(self.work, person, Link.LINE_MANAGER, holder):
                changed.append(record)
        return changed

    def _staff(self, record: StaffRecord) -> str:
        current, what = self._person_of(record), NEW
        details = _details(record, self._team(record.team), self._sites(record.sites))
        if current is None:
            person = people.add(self.work, details)
        else:
            person = current.id
            details = _combined(current, details, PersonDetails)
            what = differences(_only(current, PersonDetails), details)
            if not what:
                self._manager(record, person)
                return ""
            people.change(self.work, person, current.version, details)
        self.work.session.flush()
        self._note_person(people.get(self.work, person))
        self._manager(record, person)
        return what

    def _manager(self, record: StaffRecord, person: PersonId) -> None:
        if record.line_manager:
            self.managers.append((record, person))

    def _team(self, name: str) -> TeamId | None:
        if not name:
            return None
        known = self.known.teams
        if team_key(name) not in known:
            known[team_key(name)] = people.team_named(self.work, name)
        return known[team_key(name)]

    def _site(self, name: str) -> SiteId | None:
        if not name:
            return None
        known = self.known.sites
        if key(name) not in known:
            known[key(name)] = people.site_named(self.work, name)
        return known[key(name)]

    def _sites(self, names: Iterable[str]) -> frozenset[SiteId]:
        found = (self._site(name) for name in names)
        return frozenset(site for site in found if site is not None)

    def skill_id(self, name: str, group: str = "") -> SkillId:
        """The skill of that name, made as the last column if there is none."""
        known = self.known.skills
        if key(name) not in known:
            known[key(name)] = skills.skill_named(self.work, name, group)
        return known[key(name)]

    def _person_of(self, record: StaffRecord) -> Person | None:
        """Who a staff record is about: as a person said, else by payroll number, else by name."""
        known = self.known
        if record.known is not None:
            return known.people[self._id_of(record.known)]
        found = known.by_payroll.get(key(record.payroll)) if record.payroll else None
        if found is None:
            found = known.by_name.get(key(f"{record.forename} {record.surname}"))
            other = known.people[found].payroll if found is not None else ""
            if record.payroll and other:
                found = None
        return None if found is None else known.people[found]

    def _note_person(self, person: Person) -> None:
        self.known.people[person.id] = person
        self.known.by_name.setdefault(key(person.name), person.id)
        if person.payroll:
            self.known.by_payroll[key(person.payroll)] = person.id

    def _id_of(self, ref: PersonRef) -> PersonId:
        if ref.id is not None:
            return ref.id
        by_payroll = self.known.by_payroll.get(key(ref.payroll)) if ref.payroll else None
        return self.known.by_name[key(ref.name)] if by_payroll is None else by_payroll

    def _skill(self, record: SkillRecord) -> str:
        person, skill = self._id_of(record.person), self.skill_id(record.skill, record.group)
        rating = Rating(
            person=person,
            skill=skill,
            value=record.value,
            view=View.IMPORTED,
            rated_on=record.rated_on,
            note=record.note,
            training_booked=record.training_booked,
        )
        place = (person, skill, View.IMPORTED)
        before = self.known.ratings.get(place)
        if before == rating:
            return ""
        self.known.ratings[place] = rating
        self.ratings.append(rating)
        return rated(record.skill, before, rating)

    def _interest(self, record: InterestRecord) -> str:
        person = self._id_of(record.person)
        said = (("talent", record.hobbies), ("wish", record.wishes))
        added = [skills.add_interest(self.work, person, kind, text) for kind, text in said if text]
        return f"{NEW} hobbies or wishes" if any(added) else ""

    def _training(self, record: TrainingRecord) -> str:
        known, what = self.known, f"{NEW} {record.course}"
        if key(record.course) not in known.courses:
            course = certificates.course_named(self.work, record.course)
            known.courses[key(record.course)] = course
        said = Certificate(
            person=self._id_of(record.person),
            course=known.courses[key(record.course)],
            achieved=record.achieved,
            lapse=record.lapse,
            expires=record.expires,
            provider=record.provider,
            proof_seen=record.proof_seen,
        )
        place = (said.person, said.course, said.achieved)
        current = known.certificates.get(place)
        if current is None:
            certificates.add(self.work, [said])
        else:
            said = _renewed(current, said)
            if said == current:
                return ""
            what = f"{record.course}: {differences(current, said)}"
            certificates.replace(self.work, current, said)
        known.certificates[place] = said
        return what

    def _learner(self, record: LearnerRecord) -> str:
        details, what = self._learner_details(record), NEW
        current = self.known.learners.get(key(record.reference))
        if current is None:
            learner = learners.add(self.work, details)
        else:
            learner = current.id
            merged = _combined(current, details, LearnerDetails)
            what = differences(_only(current, LearnerDetails), merged)
            if not what:
                return ""
            learners.change(self.work, learner, current.version, merged)
        self.work.session.flush()
        self.known.learners[key(record.reference)] = learners.get(self.work, learner)
        return what

    def _learner_details(self, record: LearnerRecord) -> LearnerDetails:
        asked = skills_asked_for(record.must_have, self.known.skills)
        needs = {self.skill_id(need) for need in record.needs}
        return LearnerDetails(
            reference=record.reference,
            group=record.group,
            primary_need=record.primary_need,
            needs=frozenset(needs | {self.known.skills[skill] for skill in asked}),
            weekly_minutes=record.weekly_minutes,
            hours_said=record.hours_said,
            ratio=record.ratio,
            care_ratio=record.care_ratio,
            ratio_said=record.ratio_said,
            must_have=record.must_have,
            not_with=frozenset(self._id_of(person) for person in record.not_with),
            same_gender_care=record.same_gender_care,
            note=record.note,
        )

    def _session(self, record: SessionRecord) -> str:
        details = SessionDetails(
            day=record.day,
            span=record.span,
            group=record.group,
            title=record.title,
            teacher=record.teacher,
            room=record.room,
            site=self._site(record.site),
            lsas_needed=record.lsas_needed,
            lsas_wanted=record.lsas_wanted,
            week=record.week,
            overnight=record.overnight,
            note=record.note,
        )
        place = _place(record)
        current = self.known.sessions.get(place) or self.sessions.get(place)
        merged = details if current is None else _combined(current, details, SessionDetails)
        before = None if current is None else _only(current, SessionDetails)
        what = NEW if before is None else differences(before, merged)
        if not what:
            return ""
        if isinstance(current, Session):
            timetable.change(self.work, current.id, current.version, merged)
            self.work.session.flush()
            self.known.sessions[place] = timetable.get(self.work, current.id)
        else:
            self.sessions[place] = merged
        return what


def _details(record: StaffRecord, team: TeamId | None, sites: frozenset[SiteId]) -> PersonDetails:
    return PersonDetails(
        forename=record.forename,
        surname=record.surname,
        payroll=record.payroll,
        title=record.title,
        level=record.level,
        team=team,
        sites=sites,
        contract=record.contract,
        weekly_minutes=record.weekly_minutes,
        as_required=record.as_required,
        term_time_only=record.term_time_only,
        days=record.days,
        started=record.started,
        left_on=record.left_on,
        note=record.note,
    )


def _combined(current: Any, said: D, kind: type[D]) -> D:
    """*current* with all that *said* fills in; a note is added to, never replaced."""
    changes: dict[str, Any] = {}
    for field in fields(kind):
        value, before = getattr(said, field.name), getattr(current, field.name)
        if value in (field.default, frozenset()):
            continue
        if field.name == "note" and before:
            value = before if value in before else f"{before}; {value}"
        changes[field.name] = value
    return replace(_only(current, kind), **changes)


def _only(record: Any, kind: type[D]) -> D:
    """The details of a record, without its number and version."""
    return kind(**{field.name: getattr(record, field.name) for field in fields(kind)})


def _renewed(current: Certificate, said: Certificate) -> Certificate:
    """*current* with what *said* knows more of."""
    lapses = {} if said.lapse is Lapse.NOT_KNOWN else {"lapse": said.lapse, "expires": said.expires}
    seen = current.proof_seen if said.proof_seen is None else said.proof_seen
    provider = said.provider or current.provider
    changes: dict[str, Any] = {**lapses, "provider": provider, "proof_seen": seen}
    return replace(current, **changes)


def _ref(person: Person, today: date) -> PersonRef:
    has_left = person.left_on is not None and person.left_on < today
    return PersonRef(
        forename=person.forename,
        surname=person.surname,
        payroll=person.payroll,
        id=person.id,
        left_on=person.left_on if has_left else None,
    )
