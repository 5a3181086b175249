"""A best guess at what each sheet of a workbook is and what its columns mean.

The guess is never silent: each table says what it is unsure of, and a person (or a mapping
file) can overrule it. Headings are compared with the words colleges use; where they say
nothing, the look of the values decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.column_looks import (
    PERSON_FIELDS,
    SURE,
    by_looks,
    is_skill,
    like_their_neighbours,
    named_by_looks,
    skill,
    without_bookkeeping,
)
from lsadesk.intake.crosswise import crosswise
from lsadesk.intake.grids import as_grid, day_of, under_a_day
from lsadesk.intake.headings import SET_ASIDE_HEADER, Table, is_weekday, tables_of
from lsadesk.intake.keys import is_key, is_period, legend_of, periods_of
from lsadesk.intake.looks import (
    DATED,
    PARSED,
    is_date,
    is_mark,
    is_name,
    is_serial_date,
    parses_as_ratio,
    share,
)
from lsadesk.intake.mapping import IN_CELLS, Column, Field, Mapping, SheetMapping
from lsadesk.intake.parsing.days import parse_weekday
from lsadesk.intake.parsing.ratings import TICKS
from lsadesk.intake.parsing.scales import scale_of
from lsadesk.intake.parsing.times import parse_week
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.renewals import with_renewals
from lsadesk.intake.sheets import Sheet, Value, letter, written
from lsadesk.intake.strangers import is_total
from lsadesk.intake.vocabulary import FIELDS, SHEET_NAMES, TELLING, meaning_of, part_of_name

_REPEATABLE = (Field.NOTE, Field.NEEDS)
_WEEK = re.compile(r"\b(?:week|wk|wythnos)\s*([ab12])\b")
_NO_GROUP = re.compile(r"\b(?:timetables?|term|autumn|spring|summer|sheet\s*\d+|table\s*\d+)\b")
_LEARNERS = re.compile(r"\b(?:learner|student|pupil|ehcp|dysgwr)")
_ENOUGH = 5  # the least telling that makes a kind of a sheet


def guess(sheets: Iterable[Sheet], *, has_people: bool = False) -> Mapping:
    """How each sheet is best read. *has_people*: the college already has a staff list."""
    sheets = tuple(sheets)
    legend, periods = legend_of(sheets), periods_of(sheets)
    tables = [
        _with_periods(table, periods) for sheet in sheets for table in guess_sheet(sheet, legend)
    ]
    tables = _with_groups(tables)
    has_list = has_people or any(table.kind is SheetKind.STAFF for table in tables)
    return Mapping(tuple(tables if has_list else (_with_people(table) for table in tables)))


def guess_sheet(sheet: Sheet, legend: str = "") -> list[SheetMapping]:
    """How each table of one sheet is best read; always at least one mapping.

    *legend* is what the workbook says elsewhere of the marks on its sheets.
    """
    found = [_guess_table(sheet, table, legend) for table in tables_of(sheet)]
    return found or [SheetMapping(sheet=sheet.name, kind=SheetKind.UNKNOWN, confidence=0)]


def _with_people(table: SheetMapping) -> SheetMapping:
    """Without a staff list anywhere, the people on an audit or training record are the list."""
    if table.kind not in (SheetKind.SKILLS, SheetKind.TRAINING) or _is_about_learners(table):
        return table
    line = "There is no staff list, so the people named here are added as staff."
    return replace(table, adds_people=True, unsure=(*table.unsure, line))


def _with_periods(table: SheetMapping, periods: dict[str, str]) -> SheetMapping:
    """A timetable with the times of the periods that the workbook tells."""
    if table.kind is not SheetKind.TIMETABLE or not periods:
        return table
    return replace(table, periods=periods)


def _with_groups(tables: list[SheetMapping]) -> list[SheetMapping]:
    """Several timetables of days, a sheet each and none naming groups, are each a group's."""
    grids = [table for table in tables if _is_grid_without_groups(table)]
    if len({table.sheet for table in grids}) < 2:
        return tables
    line = "Its sessions are taken as those of the group that the sheet is named after."
    return [
        replace(table, group=table.sheet.strip(), unsure=(*table.unsure, line))
        if table in grids
        else table
        for table in tables
    ]


def _is_grid_without_groups(table: SheetMapping) -> bool:
    named = plain(table.sheet)
    return (
        table.kind is SheetKind.TIMETABLE
        and table.has(Field.DAY_SESSIONS, Field.TIME_SESSIONS)
        and not table.has(Field.GROUP)
        and not _WEEK.search(named)
        and not _NO_GROUP.search(named)
    )


def _is_about_learners(table: SheetMapping) -> bool:
    """Whether a sheet's name or headings speak of learners, who must never become staff."""
    return _says_learners(table.sheet, table.columns)


def _says_learners(title: str, columns: Iterable[Column]) -> bool:
    said = " ".join((title, *(column.header for column in columns)))
    return bool(_LEARNERS.search(plain(said)))


@dataclass(frozen=True, slots=True)
class _Reading:
    kind: SheetKind
    columns: tuple[Column, ...]
    telling: float


def _guess_table(sheet: Sheet, table: Table, legend: str) -> SheetMapping:
    values = _values_by_column(table)
    readings = [_as_kind(kind, sheet, table, values) for kind in FIELDS]
    best = max(readings, key=lambda reading: reading.telling)
    second = sorted(reading.telling for reading in readings)[-2]
    if best.telling < _ENOUGH:
        return SheetMapping(
            sheet=sheet.name,
            kind=SheetKind.UNKNOWN,
            header_rows=table.header_rows,
            last_row=table.last_row,
            columns=_untaken(table),
            is_key=is_key(table.rows),
            confidence=0,
        )
    mapping = SheetMapping(
        sheet=sheet.name,
        kind=best.kind,
        header_rows=table.header_rows,
        last_row=table.last_row,
        columns=best.columns,
        confidence=round(min(100, 100 * (best.telling - second) / best.telling + 30)),
    )
    mapping = _with_scale(mapping, (table.above, legend), values)
    mapping = _with_day(_with_week(mapping, sheet, table), sheet, table)
    return _with_doubts(mapping, sheet, second)


def _untaken(table: Table) -> tuple[Column, ...]:
    return tuple(
        Column(index=index, header=header, field=Field.NOT_TAKEN, confidence=0)
        for index, header in sorted(table.headers.items())
    )


def _values_by_column(table: Table) -> dict[int, list[Value]]:
    values: dict[int, list[Value]] = {index: [] for index in table.headers}
    for row in table.rows[:400]:
        if is_total(row):
            continue
        for index, cell in row.cells.items():
            values.setdefault(index, []).append(cell)
    return values


def _as_kind(
    kind: SheetKind, sheet: Sheet, table: Table, values: dict[int, list[Value]]
) -> _Reading:
    """The columns read as *kind*, and how much they tell for it (0: it cannot be)."""
    chosen = _by_heading(kind, table, values)
    columns = [
        _column(kind, index, table, values.get(index, []), chosen) for index in sorted(values)
    ]
    by_name, by_title = (
        bool(re.search(SHEET_NAMES[kind], plain(text))) for text in (sheet.name, table.above)
    )
    if kind is SheetKind.TRAINING:
        columns = with_renewals(columns, f"{sheet.name} {table.above}", values)
    day = day_of(sheet.name, table.above)
    if kind is SheetKind.TIMETABLE:
        columns = as_grid(columns, values, day)
    columns = crosswise(kind, table, values) or like_their_neighbours(kind, columns, values)
    columns = without_bookkeeping(
        named_by_looks(kind, columns, values), values, least=1 if by_name else 2
    )
    has_day = day is not None and kind is SheetKind.TIMETABLE
    if not _makes_sense(kind, columns, least=1 if by_name else 2, has_day=has_day):
        return _Reading(kind, tuple(columns), 0)
    telling = float(_telling(kind, columns)) + (4 if by_name else 2 if by_title else 0)
    if kind is SheetKind.STAFF and _lists_whole_names(columns, values):
        telling += 2
    if kind is SheetKind.LEARNERS and not _says_learners(f"{sheet.name} {table.above}", columns):
        telling -= 2
    return _Reading(kind, tuple(columns), telling)


def _lists_whole_names(columns: list[Column], values: dict[int, list[Value]]) -> bool:
    """Whether a column headed as a name's holds forenames with surnames, as staff lists do."""
    named = next((column for column in columns if column.field is Field.FULL_NAME), None)
    if named is None or named.confidence < SURE:
        return False
    return share(values.get(named.index, []), is_name) >= 0.8


def _by_heading(
    kind: SheetKind, table: Table, values: dict[int, list[Value]]
) -> dict[int, tuple[Field, int]]:
    """The field of each column whose heading says it; the closest heading keeps a field."""
    claims = [
        (score - _ranks_below(field, header, values.get(index, [])), -index, field)
        for index, header in table.headers.items()
        for field, score in meaning_of(header, kind)
        if _could_be(field, values.get(index, []))
    ]
    chosen: dict[int, tuple[Field, int]] = {}
    taken: set[Field] = set()
    for score, negative, claimed in sorted(claims, reverse=True, key=lambda claim: claim[:2]):
        index = -negative
        is_area = claimed is Field.SKILL_NAME and _is_area(table.headers[index])
        field = Field.SKILL_GROUP if is_area and claimed in taken else claimed
        other_part = field is Field.REFERENCE and _is_other_part(index, chosen, table)
        if index in chosen or (field in taken and field not in _REPEATABLE and not other_part):
            continue
        chosen[index] = field, score
        taken.add(field)
    if kind is SheetKind.TIMETABLE and Field.SESSION not in taken:
        return _course_beside_class(chosen, table, values)
    return chosen


def _course_beside_class(
    chosen: dict[int, tuple[Field, int]], table: Table, values: dict[int, list[Value]]
) -> dict[int, tuple[Field, int]]:
    """Of two columns that could name the learners, "Course" or "Programme" is the session."""
    groups = [
        index
        for index, header in table.headers.items()
        if chosen.get(index, (Field.GROUP, 0))[0] is Field.GROUP
        and (Field.GROUP, 100) in meaning_of(header, SheetKind.TIMETABLE)
        and values.get(index)
    ]
    courses = [i for i in groups if key(table.headers[i]) in ("course", "programme", "module")]
    others = [index for index in groups if index not in courses]
    if len(courses) != 1 or not others:
        return chosen
    return {**chosen, courses[0]: (Field.SESSION, SURE), others[0]: (Field.GROUP, SURE)}


def _is_other_part(index: int, chosen: dict[int, tuple[Field, int]], table: Table) -> bool:
    """Whether a learner's reference is a name in two columns, this being the other part."""
    parts = [at for at, (field, _) in chosen.items() if field is Field.REFERENCE]
    named = [part_of_name(table.headers[at]) for at in (*parts, index)]
    return len(set(named)) == len(named) and None not in named


def _is_area(header: str) -> bool:
    """Whether a heading may be of a group of skills, where another column names the skill."""
    return "area" in key(header).split()


def _ranks_below(field: Field, header: str, values: list[Value]) -> int:
    """What a column ranks below another of its field: a blank one, "P1" below times, an area."""
    if not values or (field is Field.SKILL_NAME and _is_area(header)):
        return 5
    return 5 if field is Field.SPAN and share(values, is_period) > 0.5 else 0


def _could_be(field: Field, values: list[Value]) -> bool:
    """Whether the values allow what the heading says ("Start" of people is a date)."""
    if not values:
        return True
    if field in DATED:
        return share(values, lambda value: is_date(value) or is_serial_date(value)) >= 0.3
    if field in PARSED:
        return share(values, PARSED[field]) >= 0.3
    if field in (Field.COURSE, Field.SKILL_NAME, Field.SESSION):
        return share(values, lambda value: is_mark(value) or is_date(value)) < 0.7
    if field in (Field.FULL_NAME, Field.NEEDS, Field.TEAM):
        is_ratio = field is Field.NEEDS and share(values, parses_as_ratio) >= 0.5
        return not is_ratio and share(values, lambda v: not isinstance(v, int | float)) >= 0.7
    return True


def _column(
    kind: SheetKind,
    index: int,
    table: Table,
    values: list[Value],
    chosen: dict[int, tuple[Field, int]],
) -> Column:
    header = table.headers.get(index, "")
    group = table.groups.get(index, "")
    if key(header) == key(SET_ASIDE_HEADER):
        return Column(index=index, header=header, field=Field.NOT_TAKEN)
    if kind in (SheetKind.STAFF, SheetKind.TIMETABLE) and is_weekday(header):
        field = Field.DAY_WORKED if kind is SheetKind.STAFF else Field.DAY_SESSIONS
        return Column(index=index, header=header, field=field, day=parse_weekday(header))
    paired = _paired_course(kind, index, table) or under_a_day(kind, index, table)
    if paired is not None:
        return paired
    if index in chosen:
        field, score = chosen[index]
        if kind is SheetKind.SKILLS and is_skill(field, score, values):
            return skill(index, header, group, 80)
        return Column(index=index, header=header, field=field, confidence=score, group=group)
    return by_looks(kind, index, header, group, values)


def _paired_course(kind: SheetKind, index: int, table: Table) -> Column | None:
    """A "Done" or "Expires" column under the name of one course of several."""
    header, group = table.headers.get(index, ""), table.groups.get(index, "")
    if kind is not SheetKind.TRAINING or not group or len(set(table.groups.values())) < 2:
        return None
    fields = [field for field, _ in meaning_of(header, kind)]
    pairs = {Field.ACHIEVED: Field.COURSE_DATE, Field.EXPIRES: Field.COURSE_EXPIRES}
    field = next((pairs[field] for field in fields if field in pairs), None)
    if field is None:
        return None
    return Column(index=index, header=header, field=field, name=group, group=group, confidence=90)


def _makes_sense(
    kind: SheetKind, columns: list[Column], *, least: int, has_day: bool = False
) -> bool:
    """Whether the columns are enough to read a row of *kind* at all."""
    have = {column.field for column in columns}
    skills = sum(column.field is Field.SKILL for column in columns)
    by_name = Field.FULL_NAME in have or Field.SURNAME in have
    match kind:
        case SheetKind.STAFF:
            return by_name
        case SheetKind.SKILLS:
            long = {Field.SKILL_NAME, Field.RATING} <= have
            lying = {Field.SKILL_NAME, Field.PERSON} <= have
            return lying or (bool(have & set(PERSON_FIELDS)) and (long or skills >= least))
        case SheetKind.TRAINING:
            courses = have & {Field.COURSE, Field.COURSE_DATE, Field.COURSE_EXPIRES}
            return bool(courses and have & {*PERSON_FIELDS, Field.PERSON})
        case SheetKind.LEARNERS:
            return Field.REFERENCE in have
        case _:
            timed = bool(have & {Field.SPAN, Field.START, Field.TIME_SESSIONS})
            by_day = bool(have & {Field.DAY, Field.DAY_SESSIONS}) or (
                has_day and bool(have & {*IN_CELLS, Field.SESSION, Field.GROUP})
            )
            told_above = {Field.START, Field.END} <= have and Field.SESSION in have
            return timed and (by_day or told_above)


def _telling(kind: SheetKind, columns: list[Column]) -> int:
    """How much the columns speak for *kind*: each field once, exact headings in full."""
    weights = TELLING[kind]
    best: dict[Field, int] = {}
    for column in columns:
        weight = weights.get(column.field, 0) * (column.confidence >= 60)
        best[column.field] = max(best.get(column.field, 0), weight)
    lone = sum(column.field is Field.COURSE_DATE for column in columns) == 1
    return sum(best.values()) - (6 if lone and kind is SheetKind.TRAINING else 0)


def _with_scale(
    mapping: SheetMapping, legends: tuple[str, str], values: dict[int, list[Value]]
) -> SheetMapping:
    if mapping.kind not in (SheetKind.SKILLS, SheetKind.STAFF):
        return mapping
    rated = [c for c in mapping.columns if c.field in (Field.SKILL, Field.RATING, Field.PERSON)]
    if not rated:
        return mapping
    marks = [written(value) for column in rated for value in values.get(column.index, [])]
    scale, is_sure = scale_of(marks, *legends)
    unsure = [] if is_sure else [f"Ratings are read on the {scale.sentence()}."]
    if any(mark in TICKS for mark in marks):
        unsure.append("A tick says no level here: it is kept as a note until you say which.")
    return replace(mapping, scale=scale, unsure=(*mapping.unsure, *unsure))


def _with_week(mapping: SheetMapping, sheet: Sheet, table: Table) -> SheetMapping:
    """A timetable that is headed "Week A" with that week, where no column says one."""
    found = _WEEK.search(plain(sheet.name)) or _WEEK.search(plain(table.above))
    if mapping.kind is not SheetKind.TIMETABLE or mapping.has(Field.WEEK) or found is None:
        return mapping
    week = parse_week(found[1])
    line = f"Its sessions are taken for week {week}, as the heading says."
    return replace(mapping, week=week, unsure=(*mapping.unsure, line))


def _with_day(mapping: SheetMapping, sheet: Sheet, table: Table) -> SheetMapping:
    """A timetable that is headed "Monday" with that day, where no column says one."""
    day = day_of(sheet.name, table.above)
    says_day = mapping.has(Field.DAY, Field.DAY_SESSIONS)
    if mapping.kind is not SheetKind.TIMETABLE or says_day or day is None:
        return mapping
    line = f"Its sessions are taken for {day.name.title()}, as the heading says."
    return replace(mapping, day=day, unsure=(*mapping.unsure, line))


def _with_doubts(mapping: SheetMapping, sheet: Sheet, second: float) -> SheetMapping:
    lines = list(mapping.unsure)
    if mapping.confidence < 60 and second > 0:
        lines.insert(0, f"It looks like a {mapping.kind} sheet, but could be another kind.")
    for column in mapping.columns:
        where = f"column {letter(column.index)}, “{column.header}”,"
        if column.field is Field.NOT_TAKEN:
            hidden = " (a hidden column)" if column.index in sheet.hidden_columns else ""
            if column.header and column.confidence == 0:
                lines.append(f"Nothing is taken from {where[:-1]}{hidden}.")
        elif column.confidence < 90 and column.field not in (Field.SKILL, Field.PERSON):
            lines.append(f"From its look, {where} holds: {column.field}.")
        elif column.index in sheet.hidden_columns:
            lines.append(f"The hidden {where} is read as: {column.field}.")
    if mapping.has(Field.PERSON):
        lines.append("The headings are read as people, each row as one skill or course.")
    if mapping.has(Field.FTE) and not mapping.has(Field.HOURS):
        lines.append(f"A full-time week is taken as {mapping.full_time_hours:g} hours.")
    return replace(mapping, unsure=tuple(lines))
