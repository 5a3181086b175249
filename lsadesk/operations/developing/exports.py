"""Development plans to take away, one or a whole team's."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import partial
from itertools import product
from pathlib import Path

from lsadesk.domain.auditing.audit import CODE_MASK
from lsadesk.domain.auditing.skills import Level, SkillId, SkillValue, View
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.developing.attached import Where
from lsadesk.domain.developing.development import ProfileLine
from lsadesk.domain.developing.plan_sheet import DevelopmentPlanSheet
from lsadesk.domain.developing.plan_years import year_of
from lsadesk.domain.rights import EXPORT, Kind, people_open_to
from lsadesk.domain.staff.people import Link, Person, PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing.wishes import wishes_among
from lsadesk.operations.files import FileToWrite
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.developing import attached, development, plan_reviews
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


def export_plans(desk: Desk, path: Path, name: str | None = None) -> Done[int]:
    """Write development plans as one PDF; how many people it covers.

    *name* left out: everybody whose plan the asker may export.

    Raises:
        NotAllowed: there is nobody.
        UserError: nobody fits *name*, more than one person does, or the file cannot be
            written.
    """
    from lsadesk.reports.plan_pdf import write_plan_book

    with desk.store.read() as reading:
        wanted = _open_plans(desk, reading)
        if name is not None:
            wanted = [_the_one(wanted, name)]
        if not wanted:
            raise NotAllowed("There is nobody whose development plan you may export.")
        sheets = _sheets(desk, reading, wanted)
    write_plan_book(sheets, path)
    desk.note(Entry("exported plans", Kind.DEVELOPMENT, detail=str(len(sheets))))
    return Done(len(sheets), NOTHING)


def export_plan(desk: Desk, who: PersonId, path: Path) -> Done[None]:
    """Write one person's development plan as PDF."""
    from lsadesk.reports.plan_pdf import write_plan

    with desk.reading(Kind.DEVELOPMENT, who, EXPORT) as reading:
        (sheet,) = _sheets(desk, reading, [people.get(reading, who)])
    write_plan(sheet, path)
    desk.note(Entry("exported plan", Kind.DEVELOPMENT, who))
    return Done(None, NOTHING)


def take_plans(
    desk: Desk, only: Collection[PersonId] | None = None
) -> Done[list[DevelopmentPlanSheet]]:
    """The plans of everybody at work whose plan the asker may export, to be written as files.

    *only* leaves out the others. They are on the trail as taken away before the first is
    written.

    Raises:
        NotAllowed: there is nobody.
    """
    with desk.store.read() as reading:
        wanted = [
            person for person in _open_plans(desk, reading) if only is None or person.id in only
        ]
        if not wanted:
            raise NotAllowed("There is nobody whose development plan you may export.")
        sheets = _sheets(desk, reading, wanted)
    desk.note(Entry("exported plans", Kind.DEVELOPMENT, detail=str(len(sheets))))
    return Done(sheets, NOTHING)


def plan_files(sheets: Sequence[DevelopmentPlanSheet]) -> list[FileToWrite]:
    """A PDF for each of *sheets*, for `files.write_files`."""
    from lsadesk.reports.plan_pdf import write_plan

    return [
        FileToWrite(f"Development plan, {sheet.name}", partial(write_plan, sheet))
        for sheet in sheets
    ]


def _open_plans(desk: Desk, reading: Reading) -> list[Person]:
    standing = accounts.standing_of(reading, desk.account)
    staff = [person for person in people.everybody(reading) if person.works_on(desk.today)]
    ids = frozenset(person.id for person in staff)
    visible = people_open_to(standing, EXPORT, Kind.DEVELOPMENT, ids)
    return [person for person in staff if person.id in visible]


def _the_one(found: list[Person], name: str) -> Person:
    wanted = " ".join(name.casefold().split())
    exact = [person for person in found if wanted in _names(person)]
    if len(exact) == 1:
        return exact[0]
    if not exact:
        raise UserError(f"Nobody called {name} is on the staff list that you may see.")
    raise UserError(f"{len(exact)} people are called {name}. Give the payroll number instead.")


def _names(person: Person) -> set[str]:
    known = (person.name, person.sort_name, person.payroll)
    return {" ".join(name.casefold().split()) for name in known if name}


def _sheets(desk: Desk, reading: Reading, wanted: Sequence[Person]) -> list[DevelopmentPlanSheet]:
    """The plans of *wanted*, in as many questions to the college file as for one."""
    ids = {person.id for person in wanted}
    teams = {team.id: team.name for team in people.teams(reading)}
    names = {person.id: person.name for person in people.everybody(reading)}
    links = people.all_links(reading)
    profiles = _profiles(reading, ids)
    actions, notes = defaultdict(list), defaultdict(list)
    wishes = wishes_among(desk, reading, ids)
    for action in development.actions_among(reading, ids):
        actions[action.person].append(action)
    since = year_of(desk.today).before.starts
    for note in plan_reviews.notes_among(reading, ids, since=since):
        notes[note.person].append(note)
    reviews = plan_reviews.newest_reviews(reading, ids)
    next_on = plan_reviews.next_among(reading, ids)
    lines = [action.id for each in actions.values() for action in each]
    files = attached.files_among(reading, Where.PLAN, lines)

    def sheet(person: Person) -> DevelopmentPlanSheet:
        appraiser = links.get(person.id, {}).get(Link.APPRAISER)
        return DevelopmentPlanSheet(
            college=desk.college,
            name=person.name,
            title=person.title,
            team="" if person.team is None else teams[person.team],
            day=desk.today,
            profile=profiles.get(person.id, []),
            wishes=wishes[person.id].said,
            staying_put=wishes[person.id].stays,
            actions=actions[person.id],
            signers=[f"{names[appraiser]}, appraiser"] if appraiser else [],
            notes=notes[person.id],
            review=reviews.get(person.id),
            next_review=next_on.get(person.id),
            files=files,
        )

    return [sheet(person) for person in wanted]


def _profiles(reading: Reading, wanted: Collection[PersonId]) -> dict[PersonId, list[ProfileLine]]:
    values: defaultdict[tuple[PersonId, SkillId], dict[View, SkillValue]] = defaultdict(dict)
    for rating in skills.ratings_among(reading, wanted):
        values[rating.person, rating.skill][rating.view] = rating.value
    asked = skills.all_skills(reading)
    before = _a_year_before(reading, list(wanted), [skill.id for skill in asked])
    return {
        person: [
            ProfileLine(skill, values[person, skill.id], before.get((person, skill.id)))
            for skill in asked
            if (person, skill.id) in values
        ]
        for person in wanted
    }


def _a_year_before(
    reading: Reading, wanted: Sequence[PersonId], asked: Sequence[SkillId]
) -> dict[tuple[PersonId, SkillId], SkillValue]:
    """The levels that stood a year ago; other values say nothing in a picture."""
    moment = reading.now - timedelta(days=365)
    cells = skills.cells_as_at(reading, moment, wanted, asked)
    codes = zip(product(wanted, asked), cells, strict=True)
    return {key: Level(cell & CODE_MASK) for key, cell in codes if cell & CODE_MASK <= 4}
