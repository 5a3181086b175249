"""Training on offer and what people ask for: the board that the training page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.courses.training import (
    Limits,
    Option,
    OptionDetails,
    OptionId,
    TrainingCase,
    TrainingPlan,
    TrainingWish,
    WishId,
    joint_events,
)
from lsadesk.domain.details import details_in
from lsadesk.domain.rights import CHANGE, READ, Kind, Standing, allows, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.courses import training_gathering
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates, training
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingBoard:
    """What is on offer with the names for it, and the plan where it is the asker's to see.

    *case* is what a choice would rest on; it and *plan* are None for whoever may not see the
    training plan, and *plan* before the first. *wishes* are those open to the asker. *joint*
    counts the events with teachers by term, as `joint_events` does.
    """

    options: tuple[Option, ...]
    skills: Mapping[SkillId, str]
    courses: Mapping[CourseId, str]
    names: Mapping[PersonId, str]
    wishes: tuple[TrainingWish, ...]
    own: PersonId | None
    may_change: bool
    may_plan: bool
    joint: Mapping[str, int]
    case: TrainingCase | None = None
    plan: TrainingPlan | None = None


def board(desk: Desk) -> TrainingBoard:
    """Everything that the training page shows, in one read."""
    with desk.reading(Kind.TRAINING, desk.person) as reading:
        standing = accounts.standing_of(reading, desk.account)
        may_plan = allows(standing, READ, Kind.TRAINING_PLAN)
        plan = training.plan(reading) if may_plan else None
        limits = Limits() if plan is None else plan.limits
        everybody = {each.id: each.name for each in people.everybody(reading)}
        wishes = _open_wishes(reading, standing, frozenset(everybody))
        seen = {each.person for each in wishes}
        options = training.options(reading)
        return TrainingBoard(
            options=tuple(options),
            joint=joint_events(options, planning.year(reading).terms),
            skills={each.id: each.name for each in skills.all_skills(reading)},
            courses={each.id: each.name for each in certificates.all_courses(reading)},
            names={each: name for each, name in everybody.items() if may_plan or each in seen},
            wishes=wishes,
            own=standing.person,
            may_change=allows(standing, CHANGE, Kind.TRAINING),
            may_plan=may_plan,
            case=training_gathering.gathered(desk, reading, limits) if may_plan else None,
            plan=plan,
        )


def add_option(desk: Desk, wanted: OptionDetails) -> Done[OptionId]:
    """Offer a course or an activity. Raises UserError where it says too little."""
    told = checked(wanted)
    with desk.writing(Kind.TRAINING) as work:
        option = training.add_option(work, told)
        entry = Entry("added training", Kind.TRAINING, option)
        return desk.keep(work, option, f"Added {told.name}", entry, Subject.TRAINING)


def change_option(desk: Desk, read: Option, wanted: OptionDetails) -> Done[None]:
    """Write *wanted* over the option that was read.

    Raises:
        Stale: somebody has changed it since.
        UserError: it says too little.
    """
    told = checked(wanted)
    with desk.writing(Kind.TRAINING) as work:
        training.change_option(work, read, told)
        entry = Entry("changed training", Kind.TRAINING, read.id)
        return desk.keep(work, None, f"Changed {told.name}", entry, Subject.TRAINING)


def withdraw_option(desk: Desk, read: Option) -> Done[None]:
    """Offer it no more. Raises Stale where somebody has changed it since."""
    with desk.writing(Kind.TRAINING) as work:
        training.withdraw_option(work, read)
        entry = Entry("withdrew training", Kind.TRAINING, read.id)
        return desk.keep(work, None, f"Took {read.name} off the list", entry, Subject.TRAINING)


def ask_for(desk: Desk, words: str, skill: SkillId | None = None) -> Done[WishId]:
    """Say what training would help oneself (A46). Raises UserError where nothing is said."""
    said = words.strip()
    if not said:
        raise UserError("Say what would help you.")
    person = own_person(desk)
    with desk.writing(Kind.TRAINING_WISH, person) as work:
        wish = training.add_wish(work, person, said, skill)
        entry = Entry("asked for training", Kind.TRAINING_WISH, person)
        sentence = f"Asked for: {said}"
        return desk.keep(work, wish, sentence, entry, Subject.TRAINING, about=person)


def withdraw_wish(desk: Desk, wish: TrainingWish) -> Done[None]:
    """Ask for it no more. Raises Stale where it stands no more."""
    with desk.writing(Kind.TRAINING_WISH, wish.person) as work:
        training.withdraw_wish(work, wish)
        entry = Entry("withdrew a training wish", Kind.TRAINING_WISH, wish.person)
        sentence = f"No longer asked for: {wish.words}"
        return desk.keep(work, None, sentence, entry, Subject.TRAINING, about=wish.person)


def details_of(option: Option) -> OptionDetails:
    """An option without number and version, to be changed and written back."""
    return details_in(OptionDetails, option)


def checked(wanted: OptionDetails) -> OptionDetails:
    """*wanted* as it is written down.

    Raises:
        UserError: it has no name, or closes no gap, or its figures cannot be.
    """
    name = wanted.name.strip()
    if not name:
        raise UserError("Say what the training is called.")
    if wanted.skill is None and wanted.course is None:
        raise UserError("Say which skill it raises or which certificate it renews.")
    if wanted.skill is not None and wanted.from_level >= wanted.to_level:
        raise UserError("It should lead to a higher level than it starts from.")
    if wanted.span is not None and wanted.span.start >= wanted.span.end:
        raise UserError("It ends before it begins. Change one of the times.")
    return replace(wanted, name=name, provider=wanted.provider.strip())


def _open_wishes(
    reading: Reading, standing: Standing, everybody: frozenset[PersonId]
) -> tuple[TrainingWish, ...]:
    whose = people_open_to(standing, READ, Kind.TRAINING_WISH, everybody)
    return tuple(each for each in training.wishes(reading) if each.person in whose)
