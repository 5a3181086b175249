"""The library as a person finds it, and the map's questions about ways and stories."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lsadesk.domain.careers.catalogue import (
    Catalogue,
    Cpd,
    LsaLevel,
    Qualification,
    QualificationId,
    Story,
)
from lsadesk.domain.careers.coverage import Coverage, coverage
from lsadesk.domain.careers.framework import Framework, RoleId
from lsadesk.domain.careers.opportunities import Item, items
from lsadesk.domain.careers.pathways import PathStep
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.developing.development import ActionDetails, ActionId, Behind, BehindKind, Mode
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import CareerRecord
from lsadesk.errors import UserError
from lsadesk.operations.careers.finding import Index
from lsadesk.operations.careers.layer import responsibilities_grid
from lsadesk.operations.desk import Desk
from lsadesk.store.careers import layer, library
from lsadesk.store.careers.entries import Problem
from lsadesk.store.developing import development
from lsadesk.store.staff import people, record
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """The library with the person's own marks in it; *index* finds in it at every key.

    *record* is None for an account without a person; *level* is the LSA level they work at,
    where it is on record. *problems* are entries left out.
    *renamed* are the built-in names of qualifications that the college calls otherwise.
    """

    framework: Framework
    catalogue: Catalogue
    items: tuple[Item, ...]
    index: Index[Item]
    record: CareerRecord | None
    level: LsaLevel | None
    problems: tuple[Problem, ...]
    renamed: Mapping[QualificationId, str]


def open_library(desk: Desk) -> OpenLibrary:
    """The library for whoever is signed in."""
    person = desk.person
    if person is None:
        with desk.store.read() as reading:
            return _opened(reading, None, None)
    with desk.reading(Kind.CAREER, person) as reading:
        level = people.get(reading, person).level
        return _opened(reading, record.record_of(reading, person), level)


def _opened(reading: Reading, mine: CareerRecord | None, level: int | None) -> OpenLibrary:
    found = layer.library_of(reading)
    renamed = _renamed(found.catalogue)
    listed = tuple(
        replace(one, names=(*one.names, renamed[one.entry.id]))
        if isinstance(one.entry, Qualification) and one.entry.id in renamed
        else one
        for one in items(found.catalogue, mine.qualifications if mine else ())
    )
    return OpenLibrary(
        framework=found.framework,
        catalogue=found.catalogue,
        items=listed,
        index=Index(listed),
        record=mine,
        level=next((each for each in found.catalogue.levels if each.number == level), None),
        problems=found.problems,
        renamed=renamed,
    )


def _renamed(catalogue: Catalogue) -> dict[QualificationId, str]:
    """Built-in names that still have to be found and told beside the college's own."""
    now = catalogue.qualifications
    return {
        one.id: one.name
        for one in library.built_in().catalogue.qualifications.values()
        if one.id in now and now[one.id].name != one.name
    }


def qualification_coverage(desk: Desk) -> Coverage:
    """Every qualification against the standards (A08)."""
    with desk.store.read() as reading:
        found = layer.library_of(reading)
        return coverage(found.framework, found.catalogue)


def export_coverage(desk: Desk, path: Path) -> Done[int]:
    """Write that table as a workbook; how many qualifications it has."""
    from lsadesk.reports.library_workbook import write_coverage

    table = qualification_coverage(desk)
    write_coverage(table, path, desk.college)
    return Done(len(table.lines), NOTHING)


def export_grid(desk: Desk, path: Path, roles: tuple[RoleId, ...] | None = None) -> Done[int]:
    """Write the grid of responsibilities as it is on the screen; how many lines it has."""
    from lsadesk.reports.library_workbook import write_grid

    shown = responsibilities_grid(desk, roles)
    with desk.store.read() as reading:
        areas = tuple(layer.library_of(reading).catalogue.areas.values())
    write_grid(shown, areas, path, desk.college)
    return Done(len(shown.lines), NOTHING)


def plan_entry(desk: Desk, person: PersonId, entry: Qualification | Cpd) -> Done[ActionId]:
    """Put a qualification or a development activity into a person's plan (A42)."""
    mode = entry.mode if isinstance(entry, Cpd) else Mode.COURSE
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        line = ActionDetails(what=entry.name, why=entry.summary, mode=mode)
        action = development.add(work, person, line)
        return Done(action, _keep(desk, work, person, f"Planned {entry.name}").changes)


def plan_step(desk: Desk, person: PersonId, step: PathStep) -> Done[tuple[ActionId, ...]]:
    """Put a step of a way into a person's plan: what to do, and what helps most with it.

    One change, so that Undo takes back the whole step.
    """
    towards = ActionDetails(
        what=step.route.step,
        why=f"Towards {step.role.name}",
        behind=Behind(BehindKind.ROLE, step.role.id),
    )
    lines = [towards]
    lines += [replace(towards, what=one.name, mode=one.mode) for one in step.cpd[:1]]
    lines += [
        replace(towards, what=each.name, mode=Mode.COURSE) for each in step.qualifications[:1]
    ]
    return _plan(desk, person, lines, f"Planned a step towards {step.role.name}")


def plan_from_story(
    desk: Desk, person: PersonId, story: Story, *, after: int = -1
) -> Done[tuple[ActionId, ...]]:
    """Start a plan from a story: one line for each step after place *after* (A24).

    Raises:
        UserError: the story has no further step.
    """
    behind = Behind(BehindKind.STORY, story.id)
    why = f"As in the story of {story.name}"
    lines = [
        ActionDetails(what=step.title, why=why, behind=behind) for step in story.steps[after + 1 :]
    ]
    if not lines:
        raise UserError("The story ends here, so there is nothing to plan from it.")
    return _plan(desk, person, lines, f"Planned from the story of {story.name}")


def _plan(
    desk: Desk, person: PersonId, lines: list[ActionDetails], sentence: str
) -> Done[tuple[ActionId, ...]]:
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        added = tuple(development.add(work, person, line) for line in lines)
        return Done(added, _keep(desk, work, person, sentence).changes)


def _keep(desk: Desk, work: Work, person: PersonId, sentence: str) -> Done[None]:
    entry = Entry("planned from the library", Kind.DEVELOPMENT, person)
    return desk.keep(work, None, sentence, entry, Subject.DEVELOPMENT, about=person)
