"""Certificates by the day they lapse, the rules they lapse by, and what stands beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
from lsadesk.domain.courses.clocks import CourseRule, last_of_each, notice_of, refresh_by, rule_for
from lsadesk.domain.rights import CHANGE, READ, Kind, allows, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.planning import LearnerSignOff
from lsadesk.errors import Stale, UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.courses import certificates
from lsadesk.store.courses.usual import usual_trainings
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, sign_offs
from lsadesk.store.work import STALE, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One person's latest certificate of a course, as it was *written* and with its end by the
    rule.

    *notice*: 0 lapsed; 30, 60 or 90 within so many days; None: nothing to be said. *refresh*:
    when the refresher or next look is due; *note* is what its rule says. *may_change*: it is the
    asker's to edit.
    """

    name: str
    course: str
    written: Certificate
    certificate: Certificate
    notice: int | None
    refresh: date | None
    note: str
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """Everything that runs out, what is due first on top, of those open to the asker.

    *sign_offs* are those with a last day, with the person's name and the learner's reference;
    empty where learners are not the asker's.
    """

    day: date
    proofs: tuple[Proof, ...]
    sign_offs: tuple[tuple[LearnerSignOff, str, str], ...]
    courses: Mapping[CourseId, str]
    usual: tuple[str, ...]  # trainings that colleges have, to be chosen beside their own
    rules: tuple[CourseRule, ...]
    staff: Mapping[PersonId, str]
    may_rule: bool


def clocks(desk: Desk) -> Clocks:
    """Certificates by the day they lapse; those without a known last day come last."""
    with desk.reading(Kind.TRAINING, desk.person) as reading:
        standing = accounts.standing_of(reading, desk.account)
        here = {each.id: each for each in people.everybody(reading) if each.works_on(desk.today)}
        everybody = frozenset(here)
        seen = people_open_to(standing, READ, Kind.CERTIFICATE, everybody)
        may = people_open_to(standing, CHANGE, Kind.CERTIFICATE, everybody)
        names = {each: here[each].sort_name for each in seen}
        learners_open = allows(standing, READ, Kind.LEARNER)
        return Clocks(
            day=desk.today,
            proofs=tuple(_proofs(reading, names, may)),
            sign_offs=tuple(_sign_offs(reading, everybody)) if learners_open else (),
            courses={each.id: each.name for each in certificates.all_courses(reading)},
            usual=usual_trainings(),
            rules=tuple(certificates.rules(reading)),
            staff={each: names[each] for each in sorted(may, key=names.__getitem__)},
            may_rule=allows(standing, CHANGE, Kind.TRAINING),
        )


def set_rules(desk: Desk, course: CourseId, wanted: Sequence[CourseRule]) -> Done[None]:
    """Make *wanted* the rules of one course; none: its certificates say themselves.

    Raises:
        UserError: two are for the same level and edition, or a time is not one.
    """
    kept = [(each.level.strip().casefold(), each.edition.strip().casefold()) for each in wanted]
    if len(set(kept)) < len(kept):
        raise UserError("Two rules are for the same level and edition. Keep one of them.")
    times = [t for each in wanted for t in (each.lapses_after, each.refresh_after) if t is not None]
    if any(time < 1 for time in times):
        raise UserError("A time has to be a month at least. Leave it empty for none.")
    with desk.writing(Kind.TRAINING) as work:
        certificates.set_rules(work, course, wanted)
        names = {each.id: each.name for each in certificates.all_courses(work)}
        return desk.keep(
            work,
            None,
            f"Changed how long {names[course]} lasts",
            Entry("changed rules of renewal", Kind.TRAINING, course),
            Subject.CERTIFICATES,
            Subject.TRAINING,
        )


def record(desk: Desk, wanted: Certificate, course: str = "") -> Done[None]:
    """Record a certificate; *course* is what it is of, where the college has none such yet.

    Raises:
        UserError: its dates cannot be.
    """
    _check(wanted)
    with desk.writing(Kind.CERTIFICATE, wanted.person) as work:
        if course:
            wanted = replace(wanted, course=certificates.course_named(work, course))
        certificates.add(work, [wanted])
        name = people.get(work, wanted.person).name
        return desk.keep(
            work,
            None,
            f"Recorded a certificate of {name}",
            Entry("recorded a certificate", Kind.CERTIFICATE, wanted.person),
            Subject.CERTIFICATES,
            about=wanted.person,
        )


def change(desk: Desk, written: Certificate, wanted: Certificate | None) -> Done[None]:
    """Write *wanted* (None: nothing) in the place of what was read as *written*.

    Raises:
        Stale: somebody has changed it since.
        UserError: its dates cannot be, or it would be somebody else's.
    """
    if wanted is not None:
        _check(wanted)
        if wanted.person != written.person:
            raise UserError("A certificate cannot change hands. Record a new one instead.")
    with desk.writing(Kind.CERTIFICATE, written.person) as work:
        if not certificates.replace(work, written, wanted):
            raise Stale(STALE)
        name = people.get(work, written.person).name
        verb = "Changed" if wanted is not None else "Removed"
        return desk.keep(
            work,
            None,
            f"{verb} a certificate of {name}",
            Entry("changed a certificate", Kind.CERTIFICATE, written.person),
            Subject.CERTIFICATES,
            about=written.person,
        )


def _check(wanted: Certificate) -> None:
    begun, ends = wanted.achieved, wanted.expires
    if (wanted.lapse is Lapse.ON) != (ends is not None):
        raise UserError("Give the last day of a certificate that lapses on a day, and only then.")
    if begun is not None and ends is not None and ends.day < begun.day:
        raise UserError("It ends before it was achieved. Change one of the dates.")


def _proofs(
    reading: Reading, names: Mapping[PersonId, str], may: frozenset[PersonId]
) -> list[Proof]:
    rules = certificates.rules(reading)
    courses = {each.id: each.name for each in certificates.all_courses(reading)}
    written = certificates.all_certificates(reading)
    ruled = certificates.by_the_rules(reading)
    source = {id(after): before for after, before in zip(ruled, written, strict=True)}
    found = []
    for each in last_of_each(one for one in ruled if one.person in names):
        rule = rule_for(each, rules)
        found.append(
            Proof(
                name=names[each.person],
                course=courses[each.course],
                written=source[id(each)],
                certificate=each,
                notice=notice_of(each, reading.today),
                refresh=refresh_by(each, rules),
                note="" if rule is None else rule.note,
                may_change=each.person in may,
            )
        )
    return sorted(found, key=_due)


def _due(proof: Proof) -> tuple[date, str, str]:
    ends = proof.certificate.expires
    days = [day for day in (None if ends is None else ends.day, proof.refresh) if day is not None]
    return min(days, default=date.max), proof.name, proof.course


def _sign_offs(
    reading: Reading, here: frozenset[PersonId]
) -> list[tuple[LearnerSignOff, str, str]]:
    staff = {each.id: each.sort_name for each in people.everybody(reading)}
    references: dict[LearnerId, str] = {
        each.id: each.reference for each in learners.all_learners(reading)
    }
    found = [
        (each, staff[each.person], references[each.learner])
        for each in sign_offs.standing(reading)
        if each.until is not None and each.person in here and each.learner in references
    ]
    return sorted(found, key=lambda one: (one[0].until or date.max, one[1]))
