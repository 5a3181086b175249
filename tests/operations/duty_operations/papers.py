"""Self-assessments and appraisal records taken away as PDF."""

from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.appraisals import papers
from lsadesk.operations.desk import Desk
from tests.operations.duty_operations import appraisal as appraised
from tests.operations.duty_operations.kinds import About, Open
from tests.operations.duty_world import World


def _save_assessment(desk: Desk, world: World, who: PersonId) -> object:
    path = world.path("self-assessment.pdf")
    papers.save_assessment(desk, who, path)
    return path


def _save_record(desk: Desk, world: World, who: PersonId) -> object:
    path = world.path("record.pdf")
    papers.save_record(desk, appraised._written(world, who), path)
    return path


OPERATIONS = {
    "papers.save_assessment": About(
        EXPORT,
        Kind.ASSESSMENT,
        lambda d, w, p: appraised._or_sentence(lambda: _save_assessment(d, w, p)),
    ),
    "papers.save_record": About(EXPORT, Kind.APPRAISAL, _save_record),
    "papers.take_assessments": Open(
        EXPORT, Kind.ASSESSMENT, lambda d, w, p: papers.take_assessments(d).result
    ),
    "papers.take_records": Open(
        EXPORT, Kind.APPRAISAL, lambda d, w, p: papers.take_records(d).result
    ),
}
