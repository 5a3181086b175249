"""Timetables and calendars that are taken away: the college's, and one's own."""

from datetime import timedelta

from lsadesk.domain.calendar import monday_of
from lsadesk.domain.rights import EXPORT, READ, Kind
from lsadesk.domain.weeks.timetables import Whose
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.weeks import taking_calendars, taking_weeks
from tests.operations.duty_operations.kinds import About, Whole
from tests.operations.duty_world import World


def _plan(world: World) -> int:
    return deployment.latest(world.owner).number


def _published(world: World) -> int:
    number = _plan(world)
    monday = monday_of(world.owner.today)
    plans.publish(world.owner, number, starts=monday, ends=monday + timedelta(weeks=8))
    return number


def _published_here(world: World) -> None:
    if all(each.published is None for each in plans.plans(world.owner)):
        _published(world)


def _own_timetable(desk, world, person):
    _published_here(world)
    path = world.path("mine.pdf")
    return taking_weeks.export_timetable_of(desk, person, path) and path


def _looked_at(desk, world, person):
    _published_here(world)
    return taking_weeks.timetable_of(desk, person)


def _own_calendar(desk, world, person):
    _published_here(world)
    path = world.path("mine.ics")
    return taking_calendars.export_calendar_of(desk, person, path) and path


def _calendars(desk, world, person):
    _published_here(world)
    return taking_calendars.take_calendars(desk, Whose.LSA).result


OPERATIONS = {
    "taking_weeks.choices": Whole(
        EXPORT, Kind.DEPLOYMENT, lambda d, w, p: taking_weeks.choices(d, _plan(w))
    ),
    "taking_weeks.take_timetables": Whole(
        EXPORT,
        Kind.DEPLOYMENT,
        lambda d, w, p: taking_weeks.take_timetables(d, _plan(w), Whose.LSA).result,
    ),
    "taking_weeks.timetable_of": About(READ, Kind.DEPLOYMENT, _looked_at),
    "taking_weeks.export_timetable_of": About(EXPORT, Kind.DEPLOYMENT, _own_timetable),
    "taking_calendars.take_calendars": Whole(EXPORT, Kind.DEPLOYMENT, _calendars),
    "taking_calendars.export_calendar_of": About(EXPORT, Kind.DEPLOYMENT, _own_calendar),
}
