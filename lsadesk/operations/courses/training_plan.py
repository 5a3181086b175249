"""The college's training plan: suggest it, change it by hand, turn it into people's plans.

Choosing takes seconds and does not touch the college file, so the window gathers and keeps
on the file's own thread and chooses on another.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.courses.training import (
    Choice,
    Hand,
    Limits,
    Option,
    OptionId,
    TrainingCase,
    TrainingLine,
    TrainingPlan,
    share_of,
)
from lsadesk.domain.courses.training_case import reason
from lsadesk.domain.courses.training_dates import Held, best_date
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind
from lsadesk.domain.rights import CHANGE, Kind
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations.courses import training_gathering
from lsadesk.operations.desk import Desk
from lsadesk.planner import training as chooser
from lsadesk.store.courses import training
from lsadesk.store.developing import development
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import STALE, Work


def gather(desk: Desk, limits: Limits) -> TrainingCase:
    """What a choice within *limits* rests on."""
    with desk.reading(Kind.TRAINING_PLAN) as reading:
        return training_gathering.gathered(desk, reading, limits)


def choose(case: TrainingCase, should_stop: Callable[[], bool] = lambda: False) -> Choice | None:
    """The best choice, proved; None where it was stopped. It touches no college file.

    Raises:
        UserError: what is kept by hand does not fit.
    """
    return chooser.choose(case, should_stop=should_stop)


def keep_choice(desk: Desk, case: TrainingCase, choice: Choice) -> Done[int]:
    """Keep what was chosen as the training plan, each line with its reason and its date."""
    held = training_gathering.held_places(desk, {person for person, _ in choice.keys})
    with desk.writing(Kind.TRAINING_PLAN) as work:
        before = training.plan(work)
        known = (
            {} if before is None else {(each.person, each.option): each for each in before.lines}
        )
        kept = [
            replace(
                known.get(key, TrainingLine(person=key[0], option=key[1])), why=reason(case, key)
            )
            for key in choice.keys
        ]
        lines = [
            replace(each, hand=Hand.SUGGESTED) if each.hand is Hand.REFUSED else each
            for each in _dated(work, case.options, kept, held)
        ]
        refused = [each for each in known.values() if each.hand is Hand.REFUSED]
        made = TrainingPlan(
            made_on=work.today,
            limits=case.limits,
            lines=(*lines, *refused),
            worth=choice.worth,
            bound=choice.bound,
        )
        return _keep(desk, work, made, "Suggested a training plan")


def set_hand(
    desk: Desk, read: TrainingPlan, person: PersonId, option: OptionId, hand: Hand | None
) -> Done[int]:
    """Keep somebody's place in an option, keep them out of it, or (None) leave it open.

    The rest of the plan stays as it is until it is suggested again.

    Raises:
        Stale: the plan has changed since it was read.
        UserError: the place is in the person's own plan already.
    """
    held = training_gathering.held_places(desk, {person})
    with desk.writing(Kind.TRAINING_PLAN) as work:
        _require_current(work, read)
        key = (person, option)
        now = next((each for each in read.lines if (each.person, each.option) == key), None)
        if now is not None and now.action is not None:
            raise UserError("This is in their development plan already. Change it there.")
        lines = [each for each in read.lines if each is not now]
        if hand is not None:
            why = "kept by hand" if now is None or not now.why else now.why
            line = TrainingLine(person=person, option=option, why=why, hand=hand)
            lines += _dated(work, training.options(work), [line], held)
        name = people.get(work, person).name
        made = replace(read, made_on=work.today, lines=tuple(lines), worth=None, bound=None)
        return _keep(desk, work, made, f"Changed the training plan for {name}")


def into_plans(desk: Desk, read: TrainingPlan) -> Done[int]:
    """Write every line that is not there yet into its person's development plan; how many.

    Raises:
        Stale: the plan has changed since it was read.
        UserError: there is none to be written.
    """
    with desk.writing(Kind.TRAINING_PLAN) as work:
        _require_current(work, read)
        options = {each.id: each for each in training.options(work)}
        here = {each.id for each in people.everybody(work) if each.works_on(work.today)}
        going = Counter(each.option for each in read.chosen)
        lines = [
            _planned(desk, work, options[each.option], each, going[each.option])
            if each.hand is not Hand.REFUSED
            and each.action is None
            and each.option in options
            and each.person in here
            else each
            for each in read.lines
        ]
        written = sum(new is not old for new, old in zip(lines, read.lines, strict=True))
        if not written:
            raise UserError("Every line is in the people's development plans already.")
        training.keep_plan(work, replace(read, lines=tuple(lines)))
        number = "1 line" if written == 1 else f"{written} lines"
        return desk.keep(
            work,
            written,
            f"Put {number} of training into development plans",
            Entry("turned training into plans", Kind.TRAINING_PLAN),
            Subject.TRAINING,
            Subject.DEVELOPMENT,
        )


def _planned(
    desk: Desk, work: Work, option: Option, line: TrainingLine, people: int
) -> TrainingLine:
    """*line* as it stands in the person's plan, with their share of the cost for *people*."""
    desk.require(work, CHANGE, Kind.DEVELOPMENT, line.person)
    behind = None if option.skill is None else Behind(BehindKind.SKILL, str(option.skill))
    action = development.add(
        work,
        line.person,
        ActionDetails(
            what=f"{option.name} ({option.provider})" if option.provider else option.name,
            why=line.why,
            behind=behind,
            mode=option.mode,
            due=line.on,
            funder=option.funder,
            cost_pence=share_of(option, people),
            release_minutes=option.release_minutes,
        ),
    )
    return replace(line, action=action)


def _dated(
    work: Work,
    options: Sequence[Option],
    lines: Iterable[TrainingLine],
    held: Mapping[PersonId, Sequence[Held]],
) -> list[TrainingLine]:
    """*lines* with the date of each that costs least cover; what is planned keeps its own."""
    offered = {each.id: each for each in options}
    staff = {each.id: each for each in people.everybody(work)}
    return [
        each
        if each.action is not None
        else _on_best_date(
            work, offered[each.option], each, held.get(each.person, ()), staff[each.person]
        )
        for each in lines
    ]


def _on_best_date(
    work: Work, option: Option, line: TrainingLine, held: Sequence[Held], person: Person
) -> TrainingLine:
    ahead = [day for day in option.dates if day >= work.today]
    closed = training_gathering.closed_on(work, ahead)
    best = best_date(ahead, option.span, held, days=person.days, closed=closed)
    if best is None:
        return replace(line, on=None, cover="")
    return replace(line, on=best.on, cover=best.words)


def _require_current(work: Work, read: TrainingPlan) -> None:
    now = training.plan(work)
    if (0 if now is None else now.number) != read.number:
        raise Stale(STALE)


def _keep(desk: Desk, work: Work, made: TrainingPlan, sentence: str) -> Done[int]:
    number = training.keep_plan(work, made)
    entry = Entry("changed the training plan", Kind.TRAINING_PLAN, number)
    return desk.keep(work, number, sentence, entry, Subject.TRAINING)
