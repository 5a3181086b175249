"""An edited audit workbook on its way back in."""

from lsadesk.domain.auditing.audit_asking import Filter
from lsadesk.domain.auditing.audit_back import AuditMark, BroughtAudit, BroughtColumn, BroughtRow
from lsadesk.domain.rights import CHANGE, EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing import audit_back, audit_export, six_fields
from lsadesk.operations.auditing.audit import matrix_of
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import all_plans
from tests.operations.duty_operations.kinds import About, Open, read
from tests.operations.duty_world import World


def _brought(world: World, code: int) -> BroughtAudit:
    """A workbook in which Asha and Ben both have *code*."""
    with world.owner.store.read() as reading:
        college = world.owner.store.college_mark(reading)
        moment = reading.now
        heads = matrix_of(world.owner, reading, EXPORT).people
    return BroughtAudit(
        mark=AuditMark(college=college, written_at=moment),
        rows=tuple(
            BroughtRow(at, person.id, person.sort_name, {world.skill: code})
            for at, person in enumerate(heads, 7)
        ),
        columns=(BroughtColumn("G", world.skill, _name(world)),),
    )


def _name(world: World) -> str:
    with world.owner.store.read() as reading:
        skills = matrix_of(world.owner, reading, EXPORT).skills
    return next(skill.name for skill in skills if skill.id == world.skill)


def _take(desk: Desk, world: World, person: PersonId) -> object:
    seen = audit_back.review(world.owner, _brought(world, 4))
    return audit_back.take(desk, seen, {(person, world.skill)})


OPERATIONS = {
    "audit_export.take_audit": Open(
        EXPORT,
        Kind.RATING,
        lambda d, w, p: audit_export.take_audit(d, Filter()).result,
        lambda found: {each.id for each in found.matrix.people},
    ),
    "all_plans.to_take": Open(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: all_plans.to_take(d),
        lambda found: {plan.person for plan in found},
        refuses=False,
    ),
    "six_fields.six_fields": Open(
        EXPORT,
        Kind.RATING,
        lambda d, w, p: read(d, _six_fields),
        lambda found: {fields.person for fields in found},
        refuses=False,
    ),
    "audit_back.review": Open(
        CHANGE,
        Kind.RATING,
        lambda d, w, p: audit_back.review(d, _brought(w, 1)),
        lambda found: {person for person, _ in (each.key for each in found.differences)},
        refuses=False,
    ),
    "audit_back.take": About(CHANGE, Kind.RATING, _take),
}


def _six_fields(desk: Desk, reading: object) -> object:
    return six_fields.six_fields(desk, reading, matrix_of(desk, reading, EXPORT), [])
