"""Training, certificates' clocks, and documents to read."""

from datetime import date

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.courses.clocks import CourseRule
from lsadesk.domain.courses.documents import DocumentDetails
from lsadesk.domain.courses.training import (
    Choice,
    Hand,
    Limits,
    OptionDetails,
    TrainingPlan,
    TrainingWish,
)
from lsadesk.domain.courses.update_service import UpdateService
from lsadesk.domain.rights import CHANGE, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.courses import (
    clocks,
    documents,
    training,
    training_gathering,
    training_plan,
    update_service,
)
from lsadesk.operations.desk import Desk
from lsadesk.store.courses import training as rows
from lsadesk.store.trail import Entry
from tests.operations.duty_operations.kinds import About, Open, Own, Whole
from tests.operations.duty_world import World

NOTHING = Choice(keys=(), worth=0, bound=0)
ACHIEVED = RoughDate(date(2026, 3, 1))


def _course(world: World):
    return min(clocks.clocks(world.owner).courses)


def _details(world: World) -> OptionDetails:
    return OptionDetails(name="A course", course=_course(world))


def _option(world: World):
    training.add_option(world.owner, _details(world))
    return training.board(world.owner).options[-1]


def _plan(world: World) -> TrainingPlan:
    case = training_plan.gather(world.owner, Limits())
    training_plan.keep_choice(world.owner, case, NOTHING)
    return training.board(world.owner).plan


def _planned(desk: Desk, world: World, person: PersonId):
    option, plan = _option(world), _plan(world)
    return training_plan.set_hand(desk, plan, person, option.id, None)


def _written(desk: Desk, world: World, person: PersonId):
    plan = _plan(world)
    option = _option(world)
    training_plan.set_hand(world.owner, plan, person, option.id, Hand.PINNED)
    return training_plan.into_plans(desk, training.board(world.owner).plan)


def _certificate(world: World, person: PersonId) -> Certificate:
    return Certificate(
        person=person, course=_course(world), achieved=ACHIEVED, lapse=Lapse.NOT_KNOWN
    )


def _changed(desk: Desk, world: World, person: PersonId):
    written = _certificate(world, person)
    clocks.record(world.owner, written)
    return clocks.change(desk, written, None)


def _document(world: World):
    name = f"Lone working {len(documents.readings(world.owner).lists)}"
    documents.add_document(world.owner, DocumentDetails(name=name, edition="3"))
    return documents.readings(world.owner).lists[-1].document


def _wish(world: World, person: PersonId) -> TrainingWish:
    with world.owner.store.begin() as work:
        wish = rows.add_wish(work, person, "Sign better", None)
        work.commit(Entry("asked for training", Kind.TRAINING_WISH))
        return next(each for each in rows.wishes(work, person) if each.id == wish)


def _kept(desk: Desk, world: World):
    case = training_plan.gather(world.owner, Limits())
    return training_plan.keep_choice(desk, case, NOTHING)


def _gathered(desk: Desk):
    with desk.store.read() as reading:
        return training_gathering.gathered(desk, reading, Limits())


OPERATIONS = {
    "update_service.subscribers": Open(
        READ, Kind.CERTIFICATE, lambda d, w, p: update_service.subscribers(d), refuses=False
    ),
    "update_service.record_status": About(
        CHANGE,
        Kind.CERTIFICATE,
        lambda d, w, p: update_service.record_status(d, UpdateService(person=p, is_in=True)),
    ),
    "training.board": Open(READ, Kind.TRAINING, lambda d, w, p: training.board(d)),
    "training.add_option": Whole(
        CHANGE, Kind.TRAINING, lambda d, w, p: training.add_option(d, _details(w))
    ),
    "training.change_option": Whole(
        CHANGE, Kind.TRAINING, lambda d, w, p: training.change_option(d, _option(w), _details(w))
    ),
    "training.withdraw_option": Whole(
        CHANGE, Kind.TRAINING, lambda d, w, p: training.withdraw_option(d, _option(w))
    ),
    "training.ask_for": Own(lambda d, w, p: training.ask_for(d, "Sign better")),
    "training.withdraw_wish": About(
        CHANGE, Kind.TRAINING_WISH, lambda d, w, p: training.withdraw_wish(d, _wish(w, p))
    ),
    "training_gathering.held_places": Whole(
        READ, Kind.DEPLOYMENT, lambda d, w, p: training_gathering.held_places(d, {p})
    ),
    "training_gathering.gathered": Whole(READ, Kind.TRAINING_PLAN, lambda d, w, p: _gathered(d)),
    "training_plan.gather": Whole(
        READ, Kind.TRAINING_PLAN, lambda d, w, p: training_plan.gather(d, Limits())
    ),
    "training_plan.keep_choice": Whole(CHANGE, Kind.TRAINING_PLAN, lambda d, w, p: _kept(d, w)),
    "training_plan.set_hand": Whole(CHANGE, Kind.TRAINING_PLAN, _planned),
    "training_plan.into_plans": Whole(CHANGE, Kind.TRAINING_PLAN, _written),
    "clocks.clocks": Open(READ, Kind.TRAINING, lambda d, w, p: clocks.clocks(d)),
    "clocks.set_rules": Whole(
        CHANGE,
        Kind.TRAINING,
        lambda d, w, p: clocks.set_rules(
            d, _course(w), [CourseRule(course=_course(w), lapses_after=12)]
        ),
    ),
    "clocks.record": About(
        CHANGE, Kind.CERTIFICATE, lambda d, w, p: clocks.record(d, _certificate(w, p))
    ),
    "clocks.change": About(CHANGE, Kind.CERTIFICATE, _changed),
    "documents.readings": Open(READ, Kind.TRAINING, lambda d, w, p: documents.readings(d)),
    "documents.add_document": Whole(
        CHANGE,
        Kind.TRAINING,
        lambda d, w, p: documents.add_document(d, DocumentDetails(name="Trips", edition="1")),
    ),
    "documents.change_document": Whole(
        CHANGE,
        Kind.TRAINING,
        lambda d, w, p: documents.change_document(
            d, _document(w), DocumentDetails(name="Trips", edition="2")
        ),
    ),
    "documents.withdraw_document": Whole(
        CHANGE, Kind.TRAINING, lambda d, w, p: documents.withdraw_document(d, _document(w))
    ),
    "documents.confirm": Own(lambda d, w, p: documents.confirm(d, _document(w))),
}
