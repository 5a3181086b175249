"""What people bring that no level says: the six fields of the audit, interests and wishes.

Source: E R3, skills audit; requirements A14.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from lsadesk.domain.auditing.audit import CODE_MASK, AuditMatrix
from lsadesk.domain.auditing.audit_sheet import HeldCertificate, SixFields
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.catalogue import Catalogue
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.domain.rights import EXPORT, READ, Kind, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import CareerRecord, Holding, PastRole
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.careers import layer
from lsadesk.store.staff import record
from lsadesk.store.work import Reading

_LEADS = 4


def six_fields(
    desk: Desk, reading: Reading, matrix: AuditMatrix, held: Sequence[HeldCertificate]
) -> list[SixFields]:
    """The fields of everybody in *matrix*; *held* are the certificates that may be told.

    Qualifications and earlier work are what `open_records` says; wishes for roles, which stand
    in the same career record, are never told here.
    """
    shown = frozenset(person.id for person in matrix.people)
    known = layer.library_of(reading).catalogue
    records = record.records_among(reading, open_records(desk, reading, matrix))
    said = _said(reading, shown)
    proofs: defaultdict[PersonId, list[HeldCertificate]] = defaultdict(list)
    for each in held:
        proofs[each.certificate.person].append(each)
    return [
        SixFields(
            person=person.id,
            qualifications=_qualifications(records.get(person.id), known),
            certifications=_listed(_proof(each) for each in proofs[person.id] if _lapses(each)),
            training=_listed(_proof(each) for each in proofs[person.id] if not _lapses(each)),
            experience=_experience(records.get(person.id)),
            specialisms=_listed([*person.specialisms, *_leads_in(matrix, at)]),
            talents=_listed(said[person.id, "talent"]),
            wishes=_listed(said[person.id, "wish"]),
        )
        for at, person in enumerate(matrix.people)
    ]


def open_records(desk: Desk, reading: Reading, matrix: AuditMatrix) -> frozenset[PersonId]:
    """Whose qualifications and earlier work may go into an audit that is taken away.

    Those whose career record the asker may see and whose staff record they may take out, or
    who let their career record be taken out: qualifications are what the audit is asked for.
    """
    standing = accounts.standing_of(reading, desk.account)
    shown = frozenset(person.id for person in matrix.people)
    staff = people_open_to(standing, EXPORT, Kind.PERSON, shown)
    seen = people_open_to(standing, READ, Kind.CAREER, staff)
    return seen | people_open_to(standing, EXPORT, Kind.CAREER, shown)


def _said(
    reading: Reading, shown: Collection[PersonId]
) -> defaultdict[tuple[PersonId, str], list[str]]:
    said: defaultdict[tuple[PersonId, str], list[str]] = defaultdict(list)
    for person, kind, text in skills.all_interests(reading):
        if person in shown:
            said[person, kind].append(text)
    return said


def _qualifications(told: CareerRecord | None, known: Catalogue) -> str:
    if told is None:
        return ""
    return _listed(
        each.as_written or known.qualifications[each.qualification].name
        for each in told.qualifications
        if each.state is Holding.HELD
        and (each.as_written or each.qualification in known.qualifications)
    )


def _experience(told: CareerRecord | None) -> str:
    return "" if told is None else _listed(_past(each) for each in told.past)


def _past(past: PastRole) -> str:
    years = "\u2013".join(str(year) for year in (past.began, past.ended) if year is not None)
    title = f"{past.title} ({years})" if years else past.title
    return f"{title}: {past.brings}" if past.brings else title


def _leads_in(matrix: AuditMatrix, row: int) -> list[str]:
    """The skills in which somebody leads or trains others, beside their areas."""
    cells = zip(matrix.skills, matrix.row(row), strict=True)
    return [skill.name for skill, cell in cells if cell & CODE_MASK == _LEADS]


def _lapses(held: HeldCertificate) -> bool:
    """Whether it is a proof that runs out; the rest is training that was done once."""
    return held.certificate.lapse is Lapse.ON


def _proof(held: HeldCertificate) -> str:
    ends = held.certificate.expires
    return held.course if ends is None else f"{held.course} (to {uk_date(ends.day)})"


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)
