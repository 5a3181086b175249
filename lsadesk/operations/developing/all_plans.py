"""The plans of everybody somebody has a duty for: what waits, who helps whom, what it costs."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.developing.all_plans import GapClosed, PersonsPlan, PlansBook
from lsadesk.domain.developing.development import Mode, PlanAction
from lsadesk.domain.developing.mentors import Load, loads
from lsadesk.domain.developing.plan_years import Year, year_of
from lsadesk.domain.rights import EXPORT, READ, Access, Kind, allows, people_open_to
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing.development import PAIRING_LIMIT, pairing_limit
from lsadesk.store import accounts, settings
from lsadesk.store.auditing import skills
from lsadesk.store.careers import networks
from lsadesk.store.developing import development, plan_gaps, plan_reviews
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

NOBODY = "There is nobody whose development plan you may see."
MOST_PAIRINGS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AllPlans:
    """The plans open to whoever asks, their own left out, as far as they matter this year.

    *is_whole_college* opens what goes beyond one's own people: who helps whom, and the limit.
    """

    today: date
    year: Year
    plans: tuple[PersonsPlan, ...]
    is_whole_college: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Somebody's time given to somebody: no more of the line than both must know."""

    helped: PersonId
    name: str
    mode: Mode
    minutes: int | None
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """A helper and all whom they help now."""

    id: PersonId
    name: str
    load: Load
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentors:
    """Who helps whom now, whoever carries most first; *limit* is the college's."""

    limit: int
    mentors: tuple[Mentor, ...]


def all_plans(desk: Desk) -> AllPlans:
    """Everybody at work whose plan is open to the asker through a duty for them."""
    with desk.store.read() as reading:
        plans = _plans(desk, reading, READ)
        standing = accounts.standing_of(reading, desk.account)
        return AllPlans(
            today=desk.today,
            year=year_of(desk.today),
            plans=tuple(plan for plan in plans if plan.person != standing.person),
            is_whole_college=allows(standing, READ, Kind.DEVELOPMENT),
        )


def to_take(desk: Desk) -> list[PersonsPlan]:
    """The plans that the asker may take out of the program; maybe none."""
    with desk.store.read() as reading:
        return _plans(desk, reading, EXPORT)


def gaps_closed(desk: Desk) -> tuple[GapClosed, ...]:
    """Lines done this year whose skill stands higher now than when they were agreed."""
    year = year_of(desk.today)
    with desk.store.read() as reading:
        plans = {plan.person: plan for plan in _plans(desk, reading, READ)}
        done = [
            action
            for plan in plans.values()
            for action in plan.actions
            if year.covers(action.done_on)
        ]
        levels = plan_gaps.levels_then_and_now(reading, done)
        named = {str(skill.id): skill.name for skill in skills.all_skills(reading)}
    return tuple(
        GapClosed(
            action=action.id,
            person=action.person,
            name=plans[action.person].name,
            skill=named[action.behind.key],
            what=action.what,
            mode=action.mode,
            before=levels[action.id][0],
            after=levels[action.id][1],
        )
        for action in done
        if action.behind is not None
        and action.id in levels
        and levels[action.id][1] > levels[action.id][0]
    )


def mentors(desk: Desk) -> Mentors:
    """Who gives whom their time now, in the whole college."""
    with desk.reading(Kind.DEVELOPMENT) as reading:
        names = {each.id: each.name for each in people.everybody(reading)}
        lines = development.pairings(reading)
        limit = pairing_limit(reading)
    carried = loads(lines)
    pairs: defaultdict[PersonId, list[Pair]] = defaultdict(list)
    for line in lines:
        if line.helper_id is not None:
            pairs[line.helper_id].append(_pair(line, names))
    found = [
        Mentor(id=who, name=names[who], load=carried[who], pairs=tuple(given))
        for who, given in pairs.items()
    ]
    found.sort(key=lambda each: (-each.load.pairings, -each.load.minutes, each.name))
    return Mentors(limit=limit, mentors=tuple(found))


def whom_i_help(desk: Desk) -> tuple[Pair, ...]:
    """Whom the asker gives their time now: with whom, how and by when, not what it is for."""
    me = desk.person
    if me is None:
        raise UserError("This account is not linked to a member of staff, so it helps nobody.")
    with desk.store.read() as reading:
        names = {each.id: each.name for each in people.everybody(reading)}
        lines = [line for line in development.pairings(reading) if line.helper_id == me]
    return tuple(_pair(line, names) for line in lines)


def set_pairing_limit(desk: Desk, limit: int) -> Done[None]:
    """Say how many pairings at once the college thinks enough for one person.

    Raises:
        UserError: it is not between 1 and `MOST_PAIRINGS`.
    """
    if not 1 <= limit <= MOST_PAIRINGS:
        raise UserError(f"Choose a number from 1 to {MOST_PAIRINGS}.")
    with desk.writing(Kind.DEVELOPMENT) as work:
        settings.set_setting(work, PAIRING_LIMIT, limit)
        entry = Entry("set how many pairings are enough", Kind.DEVELOPMENT)
        sentence = f"Set {limit} pairings as enough for one person"
        return desk.keep(work, None, sentence, entry, Subject.DEVELOPMENT)


def export_all_plans(desk: Desk, path: Path, only: Collection[PersonId] | None = None) -> Done[int]:
    """Write every line of every plan open to the asker as a workbook; how many people.

    *only* leaves out the others.

    Raises:
        NotAllowed: there is nobody.
        UserError: the file cannot be written.
    """
    from lsadesk.reports.development_workbook import write_plans_workbook

    with _taken(desk, only) as (reading, plans):
        wanted = {plan.person for plan in plans}
        evidence = plan_reviews.notes_among(reading, wanted, since=year_of(desk.today).starts)
    gaps = [gap for gap in gaps_closed(desk) if gap.person in wanted]
    book = PlansBook(college=desk.college, day=desk.today, plans=plans, notes=evidence, gaps=gaps)
    write_plans_workbook(book, path)
    desk.note(Entry("exported all plans", Kind.DEVELOPMENT, detail=str(len(plans))))
    return Done(len(plans), NOTHING)


def export_totals(desk: Desk, path: Path) -> Done[int]:
    """Write the sums alone, for readers who may not see the plans; how many people they cover.

    Groups of fewer people than `all_plans.FEWEST` keep their figures to themselves.

    Raises:
        NotAllowed: there is nobody.
        UserError: the file cannot be written.
    """
    from lsadesk.reports.development_workbook import write_totals_workbook

    with _taken(desk) as (_, plans):
        pass
    write_totals_workbook(plans, desk.college, desk.today, path)
    desk.note(Entry("exported totals of plans", Kind.DEVELOPMENT, detail=str(len(plans))))
    return Done(len(plans), NOTHING)


@contextmanager
def _taken(
    desk: Desk, only: Collection[PersonId] | None = None
) -> Iterator[tuple[Reading, list[PersonsPlan]]]:
    with desk.store.read() as reading:
        plans = _plans(desk, reading, EXPORT)
        if only is not None:
            plans = [plan for plan in plans if plan.person in only]
        if not plans:
            raise NotAllowed(NOBODY)
        yield reading, plans


def _plans(desk: Desk, reading: Reading, access: Access) -> list[PersonsPlan]:
    """The plans open to the asker, in a handful of questions however many they are."""
    standing = accounts.standing_of(reading, desk.account)
    staff = [person for person in people.everybody(reading) if person.works_on(desk.today)]
    ids = frozenset(person.id for person in staff)
    wanted = people_open_to(standing, access, Kind.DEVELOPMENT, ids)
    teams = {team.id: team.name for team in people.teams(reading)}
    lines: defaultdict[PersonId, list[PlanAction]] = defaultdict(list)
    since = year_of(desk.today).starts
    for action in development.actions_among(reading, wanted, since=since):
        lines[action.person].append(action)
    reviews = plan_reviews.last_reviews(reading, wanted)
    next_on = plan_reviews.next_among(reading, wanted)
    have_peers = networks.in_any(reading)

    def plan(person: Person) -> PersonsPlan:
        return PersonsPlan(
            person=person.id,
            name=person.name,
            sort_name=person.sort_name,
            title=person.title,
            team="" if person.team is None else teams[person.team],
            contract=person.contract,
            actions=tuple(lines[person.id]),
            last_review=reviews.get(person.id),
            next_review=next_on.get(person.id),
            lacks_peers=person.id not in have_peers,
        )

    return [plan(person) for person in staff if person.id in wanted]


def _pair(line: PlanAction, names: dict[PersonId, str]) -> Pair:
    return Pair(
        helped=line.person,
        name=names[line.person],
        mode=line.mode,
        minutes=line.helper_minutes,
        due=line.due,
    )
