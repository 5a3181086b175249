"""The audit of skills."""

from lsadesk.domain.auditing.audit_asking import Filter
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.rights import (
    CHANGE,
    EXPORT,
    READ,
    Kind,
)
from lsadesk.operations.auditing import audit, audit_export, audit_findings, audit_skills, needs
from tests.operations.duty_operations.kinds import About, Open, Whole, read

OPERATIONS = {
    "audit.matrix": Open(
        READ,
        Kind.RATING,
        lambda d, w, p: audit.matrix(d),
        lambda found: {each.id for each in found.people},
        refuses=False,
    ),
    "audit.matrix_of": Open(
        EXPORT,
        Kind.RATING,
        lambda d, w, p: read(d, audit.matrix_of, EXPORT),
        lambda found: {each.id for each in found.people},
        refuses=False,
    ),
    "audit.cell": About(READ, Kind.RATING, lambda d, w, p: audit.cell(d, p, w.skill)),
    "audit.rate": About(CHANGE, Kind.RATING, lambda d, w, p: audit.rate(d, p, w.skill, Level(2))),
    "audit_export.audit_sheet": Open(
        EXPORT,
        Kind.RATING,
        lambda d, w, p: audit_export.audit_sheet(d, Filter()),
        lambda found: {each.id for each in found.matrix.people},
    ),
    "audit_export.as_text": Open(
        EXPORT, Kind.RATING, lambda d, w, p: audit_export.as_text(d, Filter()).result
    ),
    "audit_export.export_audit": Open(
        EXPORT,
        Kind.RATING,
        lambda d, w, p: audit_export.export_audit(d, w.path("audit.xlsx")).result,
    ),
    "audit.add_skill": Whole(CHANGE, Kind.RATING, lambda d, w, p: audit.add_skill(d, "Sling")),
    "audit.rate_many": About(
        CHANGE, Kind.RATING, lambda d, w, p: audit.rate_many(d, {(p, w.skill): Level(2)})
    ),
    "audit_skills.all_skills": Whole(READ, Kind.RATING, lambda d, w, p: audit_skills.all_skills(d)),
    "audit_skills.arrange_skills": Whole(
        CHANGE,
        Kind.RATING,
        lambda d, w, p: audit_skills.arrange_skills(
            d, seen := audit_skills.all_skills(w.owner), seen
        ),
    ),
    "audit.proofs": About(READ, Kind.CERTIFICATE, lambda d, w, p: audit.proofs(d, p, CourseId(1))),
    "audit.heads": Open(
        EXPORT,
        Kind.RATING,
        lambda d, w, p: read(d, audit.heads, EXPORT, Kind.RATING),
        lambda found: {each.id for each in found},
        refuses=False,
    ),
    "audit_findings.set_stale_after": Whole(
        CHANGE, Kind.RATING, lambda d, w, p: audit_findings.set_stale_after(d, 18)
    ),
    "needs.needs": Open(
        READ,
        Kind.RATING,
        lambda d, w, p: needs.needs(d),
        lambda found: set(found.names),
        refuses=False,
    ),
    "audit_findings.findings": Open(
        READ,
        Kind.RATING,
        lambda d, w, p: audit_findings.findings(d),
        lambda found: set(found.people),
        refuses=False,
    ),
}
