"""Imported records against the college: what is new is written, what is known is passed over.

A field that the workbook did not fill never overwrites what the college knows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from lsadesk.domain.auditing.skills import Rating, View
from lsadesk.domain.courses.certificates import Certificate
from lsadesk.domain.incoming import (
    InterestRecord,
    LearnerRecord,
    Record,
    SessionRecord,
    SkillRecord,
    Source,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.timetable import Session, SessionDetails
from lsadesk.intake.matching import Directory, NoSuchPerson
from lsadesk.intake.needs_match import skills_asked_for
from lsadesk.intake.parsing.words import key
from lsadesk.operations.importing.known import Known, known_to, place_of, refs_of
from lsadesk.operations.importing.merging import combined, details_in, renewed
from lsadesk.operations.importing.told_changes import NEW, RowChanges, differences, rated
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners, timetable
from lsadesk.store.work import Work

_AT_A_TIME = 200  # records, between two looks at whether to go on
_BEFORE_RATINGS = 0.7  # of the time, in a workbook that is mostly an audit: they come last


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
        taking.known.skill(rating.skill, rating.group)
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


class _Taking:
    """One import in progress."""

    def __init__(self, work: Work, chosen: Mapping[str, str]) -> None:
        self.work = work
        self.chosen = chosen
        self.known = known_to(work)
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
        current, what = self.known.person_of(record), NEW
        details = _details(record, self.known)
        if current is None:
            person = people.add(self.work, details)
        else:
            person = current.id
            details = combined(current, details, PersonDetails)
            what = differences(details_in(current, PersonDetails), details)
            if not what:
                self._manager(record, person)
                return ""
            people.change(self.work, person, current.version, details)
        self.work.session.flush()
        self.known.note_person(people.get(self.work, person))
        self._manager(record, person)
        return what

    def _manager(self, record: StaffRecord, person: PersonId) -> None:
        if record.line_manager:
            self.managers.append((record, person))

    def _skill(self, record: SkillRecord) -> str:
        person = self.known.person(record.person)
        skill = self.known.skill(record.skill, record.group)
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
        person = self.known.person(record.person)
        said = (("talent", record.hobbies), ("wish", record.wishes))
        added = [skills.add_interest(self.work, person, kind, text) for kind, text in said if text]
        return f"{NEW} hobbies or wishes" if any(added) else ""

    def _training(self, record: TrainingRecord) -> str:
        known, what = self.known, f"{NEW} {record.course}"
        said = Certificate(
            person=self.known.person(record.person),
            course=known.course(record.course),
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
            said = renewed(current, said)
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
            merged = combined(current, details, LearnerDetails)
            what = differences(details_in(current, LearnerDetails), merged)
            if not what:
                return ""
            learners.change(self.work, learner, current.version, merged)
        self.work.session.flush()
        self.known.learners[key(record.reference)] = learners.get(self.work, learner)
        return what

    def _learner_details(self, record: LearnerRecord) -> LearnerDetails:
        asked = skills_asked_for(record.must_have, self.known.skills)
        needs = {self.known.skill(need) for need in record.needs}
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
            not_with=frozenset(self.known.person(person) for person in record.not_with),
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
            site=self.known.site(record.site),
            lsas_needed=record.lsas_needed,
            lsas_wanted=record.lsas_wanted,
            week=record.week,
            overnight=record.overnight,
            note=record.note,
        )
        place = place_of(record)
        pending = self.sessions.get(place)
        if pending is not None:
            self.sessions[place] = merged = combined(pending, details, SessionDetails)
            return differences(details_in(pending, SessionDetails), merged)
        held = self.known.sessions_at(place)
        if not held:
            self.sessions[place] = details
            return NEW
        told = [self._said_again(session, details, widen=len(held) == 1) for session in held]
        return ", ".join(dict.fromkeys(filter(None, told)))

    def _said_again(self, current: Session, details: SessionDetails, *, widen: bool) -> str:
        """Lay what a row says over a session that is held; *widen* gives it the row's weeks too."""
        merged = combined(current, details, SessionDetails)
        merged = replace(merged, week=details.week if widen else current.week)
        what = differences(details_in(current, SessionDetails), merged)
        if what:
            del self.known.sessions[place_of(current)]
            timetable.change(self.work, current.id, current.version, merged)
            self.work.session.flush()
            self.known.sessions[place_of(merged)] = timetable.get(self.work, current.id)
        return what


def _details(record: StaffRecord, known: Known) -> PersonDetails:
    return PersonDetails(
        forename=record.forename,
        surname=record.surname,
        payroll=record.payroll,
        title=record.title,
        level=record.level,
        team=known.team(record.team),
        sites=known.sites_named(record.sites),
        contract=record.contract,
        weekly_minutes=record.weekly_minutes,
        as_required=record.as_required,
        term_time_only=record.term_time_only,
        days=record.days,
        started=record.started,
        left_on=record.left_on,
        note=record.note,
    )
