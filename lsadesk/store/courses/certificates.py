"""Courses and certificates."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, case, func, or_, select

from lsadesk.domain.courses.certificates import Certificate, Course, CourseId, Lapse
from lsadesk.domain.courses.clocks import CourseRule, by_the_rule
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.mapping import by_name, day_of, precision_of, rough
from lsadesk.store.named import number_of
from lsadesk.store.rows import CertificateRow, CourseRow, CourseRuleRow, table_of
from lsadesk.store.work import Reading, Work

# Thousands after some years: read as plain rows.
_TABLE = table_of(CertificateRow)


def all_courses(reading: Reading) -> list[Course]:
    """Every course by name."""
    rows = reading.session.scalars(select(CourseRow))
    return by_name(Course(CourseId(row.id), row.name) for row in rows)


def course_named(work: Work, name: str) -> CourseId:
    """The course of that name, made if there is none."""
    return CourseId(number_of(work, CourseRow, name))


def all_certificates(reading: Reading, as_at: datetime | None = None) -> list[Certificate]:
    """Everybody's certificates that stand now, or that stood on record at the moment *as_at*."""
    return list(reading.once(_certificates, as_at))


def _certificates(reading: Reading, as_at: datetime | None) -> list[Certificate]:
    stands = _TABLE.c["superseded_at"].is_(None)
    query = select(_TABLE).order_by(_TABLE.c["id"])
    if as_at is None:
        query = query.where(stands)
    else:
        closed_since = _TABLE.c["superseded_at"] > as_at
        query = query.where(_TABLE.c["recorded_at"] <= as_at, or_(stands, closed_since))
    return [_certificate(row) for row in reading.session.execute(query)]


def running_out(reading: Reading, by: date, of: PersonId | None = None) -> list[Certificate]:
    """Everybody's certificates, or those *of* one person, that *by* that day may have lapsed.

    Left out is each course (and level) of which somebody has a proof that holds longer: so the
    notices to give are the same as from `by_the_rules`, out of far fewer.
    """
    kept = _TABLE.c
    lasts = or_(
        kept["lapse"] == Lapse.NEVER.value,
        and_(kept["lapse"] == Lapse.ON.value, kept["expires"] > by),
    )
    same = [kept["person_id"], kept["course_id"], kept["level"]]
    lasting = func.max(case((lasts, 1), else_=0)).over(partition_by=same)
    standing = select(_TABLE, lasting.label("lasting")).where(kept["superseded_at"].is_(None))
    if of is not None:
        standing = standing.where(kept["person_id"] == of)
    found = standing.subquery()
    query = select(found).where(found.c["lasting"] == 0).order_by(found.c["id"])
    known = rules(reading)
    return [by_the_rule(_certificate(row), known) for row in reading.session.execute(query)]


def by_the_rules(reading: Reading, as_at: datetime | None = None) -> list[Certificate]:
    """The same, each with its end worked out from its course's rule where nobody wrote one."""
    known = rules(reading)
    return [by_the_rule(each, known) for each in all_certificates(reading, as_at)]


def rules(reading: Reading) -> list[CourseRule]:
    """The college's rules of renewal, by course."""
    rows = reading.session.scalars(
        select(CourseRuleRow)
        .where(CourseRuleRow.superseded_at.is_(None))
        .order_by(CourseRuleRow.course_id, CourseRuleRow.level, CourseRuleRow.edition)
    )
    return [_rule(row) for row in rows]


def set_rules(work: Work, course: CourseId, wanted: Iterable[CourseRule]) -> None:
    """Make *wanted* the rules of a course; what stood before is history."""
    missing = list(wanted)
    standing = select(CourseRuleRow).where(
        CourseRuleRow.course_id == course, CourseRuleRow.superseded_at.is_(None)
    )
    for row in work.session.scalars(standing):
        if (rule := _rule(row)) in missing:
            missing.remove(rule)
        else:
            row.superseded_at = work.now
    work.session.add_all(
        CourseRuleRow(
            course_id=course,
            level=each.level,
            edition=each.edition,
            lapses_after=each.lapses_after,
            refresh_after=each.refresh_after,
            note=each.note,
            recorded_at=work.now,
        )
        for each in missing
    )


def add(work: Work, certificates: Iterable[Certificate]) -> None:
    """Record certificates."""
    work.session.add_all(
        CertificateRow(
            person_id=certificate.person,
            course_id=certificate.course,
            achieved=day_of(certificate.achieved),
            achieved_precision=precision_of(certificate.achieved),
            lapse=certificate.lapse.value,
            expires=day_of(certificate.expires),
            expires_precision=precision_of(certificate.expires),
            provider=certificate.provider,
            proof_seen=certificate.proof_seen,
            level=certificate.level,
            edition=certificate.edition,
            refreshed_on=certificate.refreshed_on,
            recorded_at=work.now,
        )
        for certificate in certificates
    )


def replace(work: Work, old: Certificate, new: Certificate | None) -> bool:
    """Record *new* (None: nothing) in the place of *old*, which stays in the history.

    Says whether *old* still stood.
    """
    found = False
    rows = work.session.scalars(
        select(CertificateRow).where(
            CertificateRow.person_id == old.person,
            CertificateRow.course_id == old.course,
            CertificateRow.superseded_at.is_(None),
        )
    )
    for row in rows:
        if _certificate(row) == old:
            row.superseded_at = work.now
            found = True
    add(work, [] if new is None else [new])
    return found


def _rule(row: CourseRuleRow) -> CourseRule:
    return CourseRule(
        course=CourseId(row.course_id),
        level=row.level,
        edition=row.edition,
        lapses_after=row.lapses_after,
        refresh_after=row.refresh_after,
        note=row.note,
    )


def _certificate(row: Any) -> Certificate:
    """The domain's value of an entity or a plain row."""
    return Certificate(
        person=PersonId(row.person_id),
        course=CourseId(row.course_id),
        achieved=rough(row.achieved, row.achieved_precision),
        lapse=Lapse(row.lapse),
        expires=rough(row.expires, row.expires_precision),
        provider=row.provider,
        proof_seen=row.proof_seen,
        level=row.level,
        edition=row.edition,
        refreshed_on=row.refreshed_on,
    )
