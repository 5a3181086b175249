"""Development plans: their lines, what is said about them, and all of them together."""

from datetime import date

from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.developing.plan_reviews import ReviewDetails
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import all_plans, development, plan_reviews, plan_years
from tests.operations.duty_operations.kinds import About, Open, Own, Whole
from tests.operations.duty_world import World

DAY = date(2026, 11, 23)


def _line(world: World, who: PersonId):
    development.add_action(world.owner, who, ActionDetails(what="Shadowing"))
    return development.actions(world.owner, who)[-1]


def _note(desk: Desk, who: PersonId):
    note = plan_reviews.add_note(desk, who, "Going well").result
    return next(each for each in development.plan(desk, who).notes if each.id == note)


OPERATIONS = {
    "development.plan": About(READ, Kind.DEVELOPMENT, lambda d, w, p: development.plan(d, p)),
    "development.around": About(READ, Kind.DEVELOPMENT, lambda d, w, p: development.around(d, p)),
    "development.waiting": About(READ, Kind.DEVELOPMENT, lambda d, w, p: development.waiting(d, p)),
    "development.actions": About(READ, Kind.DEVELOPMENT, lambda d, w, p: development.actions(d, p)),
    "development.add_action": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: development.add_action(d, p, ActionDetails(what="A visit")),
    ),
    "development.change_action": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: development.change_action(d, _line(w, p), ActionDetails(what="Other")),
    ),
    "development.tell_of_action": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: development.tell_of_action(d, _line(w, p), ActionDetails(what="Other")),
    ),
    "development.mark_done": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: development.mark_done(d, _line(w, p), date(2026, 11, 24)),
    ),
    "development.remove_action": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: development.remove_action(d, _line(w, p))
    ),
    "all_plans.all_plans": Open(
        READ,
        Kind.DEVELOPMENT,
        lambda d, w, p: all_plans.all_plans(d),
        refuses=False,
    ),
    "all_plans.gaps_closed": Open(
        READ, Kind.DEVELOPMENT, lambda d, w, p: all_plans.gaps_closed(d), refuses=False
    ),
    "all_plans.mentors": Whole(READ, Kind.DEVELOPMENT, lambda d, w, p: all_plans.mentors(d)),
    "all_plans.whom_i_help": Own(lambda d, w, p: all_plans.whom_i_help(d)),
    "all_plans.set_pairing_limit": Whole(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: all_plans.set_pairing_limit(d, 4)
    ),
    "all_plans.export_all_plans": Open(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: (
            all_plans.export_all_plans(d, w.path("plans.xlsx")) and w.path("plans.xlsx")
        ),
    ),
    "all_plans.export_totals": Open(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: all_plans.export_totals(d, w.path("totals.xlsx")) and w.path("totals.xlsx"),
    ),
    "plan_years.this_year_beside_last": About(
        READ, Kind.DEVELOPMENT, lambda d, w, p: plan_years.this_year_beside_last(d, p)
    ),
    "plan_reviews.add_note": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: plan_reviews.add_note(d, p, "Going well")
    ),
    "plan_reviews.take_back_note": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: plan_reviews.take_back_note(d, _note(d, p))
    ),
    "plan_reviews.review": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: plan_reviews.review(d, p, ReviewDetails(held_on=DAY)),
    ),
    "plan_reviews.set_next_review": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: plan_reviews.set_next_review(d, p, DAY)
    ),
}
