"""Private notes and pathway interviews."""

from datetime import date

from lsadesk.domain.appraisals.interview import PromptId
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.appraisals import interviews, reflections
from lsadesk.operations.desk import Desk
from tests.operations.duty_operations.kinds import About, Own, Whole
from tests.operations.duty_world import World

WHY = PromptId("why")


def _begun(desk: Desk) -> object:
    return interviews.begin_group(
        desk, held_on=date(2026, 11, 24), led_by="A manager", taking_part=8
    )


def _in_group(desk: Desk, world: World, _who: PersonId) -> object:
    return interviews.keep_in_group(desk, _begun(world.owner).result, WHY, "To be of use")


def _removed(desk: Desk) -> object:
    begun = reflections.keep_note(desk, None, "Today I waited.")
    return reflections.remove_note(desk, begun.result)


def _shared(desk: Desk) -> object:
    interviews.keep_own(desk, WHY, "My aunt did it")
    return interviews.share_own(desk)


def _unshared(desk: Desk) -> object:
    if desk.person is not None and interviews.my_interview(desk).interview.shared_at is None:
        interviews.share_own(desk)
    return interviews.unshare_own(desk)


def _own_file(desk: Desk, world: World) -> object:
    if desk.person is not None and interviews.my_interview(desk).interview is None:
        interviews.keep_own(desk, WHY, "To help")
    interviews.export_own(desk, world.path("own.pdf"))
    return world.path("own.pdf")


def _group_file(desk: Desk, world: World, _who: PersonId) -> object:
    interviews.export_group(desk, _begun(world.owner).result, world.path("group.pdf"))
    return world.path("group.pdf")


def _meeting_file(desk: Desk, world: World, who: PersonId) -> object:
    interviews.keep_in_meeting(world.owner, who, WHY, "To be of use")
    interviews.export_in_meeting(desk, who, world.path("meeting.pdf"))
    return world.path("meeting.pdf")


OPERATIONS = {
    "reflections.my_notes": Own(lambda d, w, p: reflections.my_notes(d), refuses=False),
    "reflections.keep_note": Own(lambda d, w, p: reflections.keep_note(d, None, "Today")),
    "reflections.remove_note": Own(lambda d, w, p: _removed(d)),
    "interviews.my_interview": Own(lambda d, w, p: interviews.my_interview(d), refuses=False),
    "interviews.keep_own": Own(lambda d, w, p: interviews.keep_own(d, WHY, "To help")),
    "interviews.share_own": Own(lambda d, w, p: _shared(d)),
    "interviews.unshare_own": Own(lambda d, w, p: _unshared(d)),
    "interviews.shared_interview": About(
        READ, Kind.ASSESSMENT, lambda d, w, p: interviews.shared_interview(d, p)
    ),
    "interviews.meeting_interview": About(
        READ, Kind.APPRAISAL, lambda d, w, p: interviews.meeting_interview(d, p)
    ),
    "interviews.keep_in_meeting": About(
        CHANGE, Kind.APPRAISAL, lambda d, w, p: interviews.keep_in_meeting(d, p, WHY, "To help")
    ),
    "interviews.export_in_meeting": About(EXPORT, Kind.APPRAISAL, _meeting_file),
    "interviews.group_interviews": Whole(
        READ, Kind.GROUP_INTERVIEW, lambda d, w, p: interviews.group_interviews(d)
    ),
    "interviews.begin_group": Whole(CHANGE, Kind.GROUP_INTERVIEW, lambda d, w, p: _begun(d)),
    "interviews.export_own": Own(lambda d, w, p: _own_file(d, w)),
    "interviews.export_group": Whole(EXPORT, Kind.GROUP_INTERVIEW, _group_file),
    "interviews.keep_in_group": Whole(CHANGE, Kind.GROUP_INTERVIEW, _in_group),
}
