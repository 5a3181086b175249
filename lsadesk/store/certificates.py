"""Courses and certificates."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import or_, select

from lsadesk.domain.certificates import Certificate, Course, CourseId, Lapse
from lsadesk.domain.people import PersonId
from lsadesk.store.mapping import by_name, day_of, precision_of, rough
from lsadesk.store.rows import CertificateRow, CourseRow
from lsadesk.store.work import Reading, Work


def all_courses(reading: Reading) -> list[Course]:
    """Every course by name."""
    rows = reading.session.scalars(select(CourseRow))
    return by_name(Course(CourseId(row.id), row.name) for row in rows)


def course_named(work: Work, name: str) -> CourseId:
    """The course of that name, made if there is none."""
    row = work.session.scalar(select(CourseRow).where(CourseRow.name == name))
    if row is None:
        row = CourseRow(name=name)
        work.session.add(row)
        work.session.flush()
    return CourseId(row.id)


def all_certificates(reading: Reading, as_at: datetime | None = None) -> list[Certificate]:
    """Everybody's certificates that stand now, or that stood on record at the moment *as_at*."""
    stands = CertificateRow.superseded_at.is_(None)
    query = select(CertificateRow).order_by(CertificateRow.id)
    if as_at is None:
        query = query.where(stands)
    else:
        closed_since = CertificateRow.superseded_at > as_at
        query = query.where(CertificateRow.recorded_at <= as_at, or_(stands, closed_since))
    return [_certificate(row) for row in reading.session.scalars(query)]


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
            recorded_at=work.now,
        )
        for certificate in certificates
    )


def replace(work: Work, old: Certificate, new: Certificate) -> None:
    """Record *new* in the place of *old*, which stays in the history."""
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
    add(work, [new])


def _certificate(row: CertificateRow) -> Certificate:
    return Certificate(
        person=PersonId(row.person_id),
        course=CourseId(row.course_id),
        achieved=rough(row.achieved, row.achieved_precision),
        lapse=Lapse(row.lapse),
        expires=rough(row.expires, row.expires_precision),
        provider=row.provider,
        proof_seen=row.proof_seen,
    )
