"""What a table's name, its title and the other sheets say of all its rows."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.grid_rows import lasts_to_next
from lsadesk.intake.grids import day_of, starts_are_dated
from lsadesk.intake.headings import Table
from lsadesk.intake.looks import is_date, share
from lsadesk.intake.mapping import Column, Field, SheetMapping
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.parsing.ratings import TICKS
from lsadesk.intake.parsing.scales import scale_of
from lsadesk.intake.parsing.times import parse_week
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.private import is_private
from lsadesk.intake.renewals import says_terms
from lsadesk.intake.sheets import Sheet, Value, letter, written

_ONLY_ON_STAFF_LISTS = frozenset(
    {Field.TITLE, Field.TEAM, Field.LINE_MANAGER, Field.CONTRACT, Field.HOURS, Field.FTE}
    | {Field.DAYS, Field.STARTED, Field.LEFT, Field.SITE, Field.TERM_TIME, Field.STATUS}
)
_NOTHING = "Nothing is taken from"
WEEK_SAID = re.compile(r"\b(?:week|wk|wythnos)\s*([ab12])\b")
_LEARNERS = re.compile(r"\b(?:learner|student|pupil|ehcp|dysgwr)")


def with_people(table: SheetMapping) -> SheetMapping:
    """Without a staff list anywhere, the people on an audit or training record are the list."""
    if table.kind not in (SheetKind.SKILLS, SheetKind.TRAINING) or _is_about_learners(table):
        return table
    line = "There is no staff list, so the people named here are added as staff."
    return replace(table, adds_people=True, unsure=(line, *table.unsure))


def _is_about_learners(table: SheetMapping) -> bool:
    """Whether a sheet's name or a heading of names is of learners, who must never become staff."""
    heads = any(heads_learners(column.header) for column in table.columns)
    return heads or bool(_LEARNERS.search(plain(table.sheet)))


def says_learners(title: str, columns: Iterable[Column]) -> bool:
    said = " ".join((title, *(column.header for column in columns))).replace("_", " ")
    return bool(_LEARNERS.search(plain(said)))


def heads_learners(header: str) -> bool:
    """Whether a column's heading is that of learners' names or references."""
    meant = meaning_of(header, SheetKind.LEARNERS)
    is_reference = bool(meant) and meant[0] == (Field.REFERENCE, 100)
    return is_reference and bool(_LEARNERS.search(plain(header)))


def with_scale(
    mapping: SheetMapping, legends: tuple[str, ...], values: dict[int, list[Value]]
) -> SheetMapping:
    if mapping.kind not in (SheetKind.SKILLS, SheetKind.STAFF):
        return mapping
    rated = [c for c in mapping.columns if c.field in (Field.SKILL, Field.RATING, Field.PERSON)]
    if not rated:
        return mapping
    marks = [written(value) for column in rated for value in values.get(column.index, [])]
    scale, is_sure = scale_of(marks, *legends)
    unsure = [] if is_sure else [scale.sentence()]
    if scale.tick is None and any(mark in TICKS for mark in marks):
        unsure.append(
            "A tick says no level, and is only noted until you say which under “Ratings”."
        )
    return replace(mapping, scale=scale, unsure=(*mapping.unsure, *unsure))


def with_week(mapping: SheetMapping, sheet: Sheet, table: Table) -> SheetMapping:
    """A timetable that is headed "Week A" with that week, where no column says one."""
    found = WEEK_SAID.search(plain(sheet.name)) or WEEK_SAID.search(plain(table.above))
    if mapping.kind is not SheetKind.TIMETABLE or mapping.has(Field.WEEK) or found is None:
        return mapping
    week = parse_week(found[1])
    line = f"Its sessions are taken for week {week}, as the heading says."
    return replace(mapping, week=week, unsure=(*mapping.unsure, line))


def with_dated_sessions(mapping: SheetMapping, values: dict[int, list[Value]]) -> SheetMapping:
    """A timetable whose days are dates, told that each session counts for every week."""
    if mapping.kind is not SheetKind.TIMETABLE:
        return mapping
    days = [cell for c in mapping.of(Field.DAY) for cell in values.get(c.index, [])]
    if share(days, is_date) < 0.6 and not starts_are_dated(mapping.columns, values):
        return mapping
    line = "Its days are dates: each session is taken as one of every week."
    return replace(mapping, unsure=(*mapping.unsure, line))


def with_starts_only(mapping: SheetMapping) -> SheetMapping:
    """A grid that says no ends, told how long its sessions are taken to last."""
    if mapping.kind is not SheetKind.TIMETABLE or not lasts_to_next(mapping):
        return mapping
    line = "Each session is taken to last until the next time below it."
    return replace(mapping, unsure=(*mapping.unsure, line))


def with_day(mapping: SheetMapping, sheet: Sheet, table: Table) -> SheetMapping:
    """A timetable that is headed "Monday" with that day, where no column says one."""
    day = day_of(sheet.name, table.above)
    says_day = mapping.has(Field.DAY, Field.DAY_SESSIONS)
    if mapping.kind is not SheetKind.TIMETABLE or says_day or day is None:
        return mapping
    line = f"Its sessions are taken for {day.name.title()}, as the heading says."
    return replace(mapping, day=day, unsure=(*mapping.unsure, line))


def with_unused(table: SheetMapping) -> SheetMapping:
    """A skills audit told that it is not read for what a staff list says."""
    if table.kind is not SheetKind.SKILLS or table.adds_people:
        return table
    unused = [column for column in table.columns if column.field in _ONLY_ON_STAFF_LISTS]
    lines = [
        f"{_NOTHING} column {letter(column.index)}, “{column.header}”: "
        f"a staff list says the {column.field}."
        for column in unused
    ]
    return replace(table, unsure=(*table.unsure, *lines))


def with_doubts(mapping: SheetMapping, sheet: Sheet, second: float) -> SheetMapping:
    lines = list(mapping.unsure)
    if mapping.confidence < 60 and second > 0:
        lines.insert(0, f"It looks like a {mapping.kind} sheet, but could be another kind.")
    lines += column_doubts(mapping, sheet)
    private = [c for c in mapping.columns if is_private(c.header) or is_private(c.group)]
    left = [f"“{c.header}”" for c in private if c.field is Field.NOT_TAKEN and c.header]
    if left:
        lines.append(f"Not taken, as nothing here needs it: {', '.join(left)}.")
    if mapping.has(Field.PERSON):
        lines.append("The headings are read as people, each row as one skill or course.")
    if mapping.kind is SheetKind.TRAINING and says_terms(mapping.columns):
        lines.append("How long a course holds is not taken from its heading: say it in its rule.")
    if mapping.has(Field.FTE) and not mapping.has(Field.HOURS):
        lines.append(f"A full-time week is taken as {mapping.full_time_hours:g} hours.")
    return replace(mapping, unsure=tuple(lines))


def says_nothing_taken(doubt: str) -> bool:
    """Whether a doubt only tells that a column is left out."""
    return doubt.startswith((_NOTHING, "Not taken"))


def column_doubts(mapping: SheetMapping, sheet: Sheet) -> list[str]:
    """What of each column, called by its heading, is not taken or is only taken by its look."""
    lines = []
    for column in mapping.columns:
        where = f"column {letter(column.index)}"
        where += f", “{column.header}”," if column.header else ""
        if column.field is Field.NOT_TAKEN:
            hidden = " (a hidden column)" if column.index in sheet.hidden_columns else ""
            if column.header and column.confidence == 0:
                lines.append(f"{_NOTHING} {where.rstrip(',')}{hidden}.")
        elif column.confidence < 90 and column.field not in (Field.SKILL, Field.PERSON):
            lines.append(f"From its look, {where} holds: {column.field}.")
        elif column.index in sheet.hidden_columns:
            lines.append(f"The hidden {where} is read as: {column.field}.")
    return lines
