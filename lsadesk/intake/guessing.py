"""A best guess at what each sheet of a workbook is and what its columns mean.

The guess is never silent: each table says what it is unsure of, and a person (or a mapping
file) can overrule it. Headings are compared with the words colleges use; where they say
nothing, the look of the values decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from lsadesk.domain.incoming import PersonRef, SheetKind
from lsadesk.intake.bell_times import are_bell_times, periods_of, with_periods
from lsadesk.intake.column_headings import by_heading
from lsadesk.intake.column_looks import (
    SURE,
    by_looks,
    is_skill,
    like_their_neighbours,
    named_by_looks,
    skill,
    with_total_of_days,
    without_bookkeeping,
    without_other_dates,
)
from lsadesk.intake.course_lists import says_courses_between
from lsadesk.intake.crosswise import crosswise
from lsadesk.intake.date_order import with_date_order
from lsadesk.intake.grids import (
    as_grid,
    at_a_day,
    day_of,
    days_between,
    names_week,
    says_times_in_cells,
    starts_are_dated,
    under_a_day,
)
from lsadesk.intake.groups_named import with_groups
from lsadesk.intake.headings import (
    SET_ASIDE_HEADER,
    Table,
    is_dated,
    is_weekday,
    table_at,
    tables_of,
)
from lsadesk.intake.headless import headless_table, without_made_headings
from lsadesk.intake.keys import is_key, key_beside, key_under, legend_of, legend_row
from lsadesk.intake.kind_hours import with_kind_hours
from lsadesk.intake.likelihood import Around, makes_sense, telling_of
from lsadesk.intake.looks import (
    is_name,
    says_day_and_time,
    share,
)
from lsadesk.intake.mapping import Column, Field, Mapping, SheetMapping
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.named_above import (
    name_above,
    says_names_between,
    with_name_above,
)
from lsadesk.intake.not_ours import (
    CONTACTS,
    says_absence,
    says_bookings,
    says_claims,
    says_contacts,
    says_counts,
    says_meetings,
    why_left_out,
)
from lsadesk.intake.other_names import also_called, other_names
from lsadesk.intake.owners import (
    initials_told,
    names_listed,
    names_one_of,
    without_own_timetables,
    without_staff_as_needs,
)
from lsadesk.intake.parsing.days import parse_weekday
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.private import is_private
from lsadesk.intake.raters import has_last_word
from lsadesk.intake.renewals import with_course_days, with_renewals
from lsadesk.intake.sheets import Row, Sheet, Value
from lsadesk.intake.strangers import why_none_at_all
from lsadesk.intake.superseded import without_superseded
from lsadesk.intake.support_rows import with_support_kinds
from lsadesk.intake.two_in_one import shared_out
from lsadesk.intake.vocabulary import FIELDS, SHEET_NAMES
from lsadesk.intake.whole_tables import (
    heads_learners,
    says_learners,
    with_dated_sessions,
    with_day,
    with_doubts,
    with_people,
    with_scale,
    with_starts_only,
    with_unused,
    with_week,
)

_EMPLOYMENT = (Field.CONTRACT, Field.TITLE, Field.LINE_MANAGER, Field.PAYROLL, Field.STARTED)
_ABOUT_STAFF = (SheetKind.STAFF, SheetKind.SKILLS, SheetKind.TRAINING)
_KEY = "It explains the marks or the periods of the other sheets, and is read for them."
_NO_LIST = "Nothing on it looks like a list: choose what it is, if it is one."
_OF_KEY = 3  # columns, of which a row that explains a mark fills two
_ENOUGH = 5  # the least telling that makes a kind of a sheet


def guess(sheets: Iterable[Sheet], people: Iterable[PersonRef] = ()) -> Mapping:
    """How each sheet is best read. *people* are the college's staff, if it has any yet."""
    sheets, people = tuple(sheets), tuple(people)
    known = frozenset(key(person.name) for person in people)
    legend, periods = legend_of(sheets), periods_of(sheets)
    by_name = {sheet.name: sheet for sheet in sheets}
    found = {name: guess_sheet(sheet, legend, known) for name, sheet in by_name.items()}
    names = known | names_listed(by_name, chain.from_iterable(found.values()))
    for name in found if names != known else ():  # the workbook's own list tells whom others name
        if not any(table.kind is SheetKind.STAFF for table in found[name]):
            found[name] = guess_sheet(by_name[name], legend, names)
    tables = [
        with_periods(each, periods, _rows_of(each, by_name[each.sheet]))
        for own in found.values()
        for each in own
    ]
    tables = with_groups(without_own_timetables(tables, by_name, names), by_name)
    tables = [without_staff_as_needs(each, names) for each in tables]
    tables = without_superseded(tables, by_name, has_staff=bool(known))
    has_list = bool(known) or any(table.kind is SheetKind.STAFF for table in tables)
    tables = tables if has_list else [with_people(table) for table in tables]
    told = also_called(by_name, tables) | initials_told(by_name, tables)
    others = other_names(by_name, tables, people)
    return Mapping(tuple(map(with_unused, tables)), told, others)


def _rows_of(table: SheetMapping, sheet: Sheet) -> tuple[Row, ...]:
    return table_at(sheet, table.header_rows, table.last_row).rows


def guess_sheet(
    sheet: Sheet, legend: str = "", names: frozenset[str] = frozenset()
) -> list[SheetMapping]:
    """How each table of one sheet is best read; always at least one mapping.

    *legend* is what the workbook says elsewhere of the marks on its sheets, *names* are those
    of the staff, as `key` writes them.
    """
    tables = tables_of(sheet)
    found = [each for table in tables for each in _guess_table(sheet, table, legend, names)]
    if not found and (table := headless_table(sheet)) is not None:
        guessed = _guess_table(sheet, table, legend, names)
        found = [without_made_headings(each, sheet) for each in guessed]
    return found or [_without_table(sheet)]


def _without_table(sheet: Sheet) -> SheetMapping:
    """What is said of a sheet on which no table begins: a key, a cover, an index."""
    explains = is_key(sheet.rows)
    is_list = 2 * sum(len(row.cells) > 1 for row in sheet.rows) > len(sheet.rows)
    reason = _KEY if explains else "" if is_list else _NO_LIST
    return SheetMapping(
        sheet=sheet.name,
        kind=SheetKind.UNKNOWN,
        is_key=explains,
        left_out=reason,
        confidence=0,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    kind: SheetKind
    columns: tuple[Column, ...]
    telling: int


def _guess_table(
    sheet: Sheet, table: Table, legend: str, names: frozenset[str]
) -> list[SheetMapping]:
    """One mapping, or two for a staff list that is a training record as well."""
    values = _values_by_column(table)
    readings = {kind: _as_kind(kind, sheet, table, values, names) for kind in FIELDS}
    best = max(readings.values(), key=lambda reading: reading.telling)
    second = sorted(reading.telling for reading in readings.values())[-2]
    base = SheetMapping(
        sheet=sheet.name,
        kind=SheetKind.UNKNOWN,
        header_rows=table.header_rows,
        last_row=table.last_row,
        confidence=0,
    )
    if are_bell_times(table.rows):
        return [replace(base, columns=_untaken(table), is_key=True, left_out=_KEY)]
    is_clear = best.telling >= _ENOUGH
    timetable = readings[SheetKind.TIMETABLE].columns
    reason = says_absence(sheet.name, table.headers.values())
    title = f"{sheet.name} {table.above}"
    if not reason and not _employs(readings[SheetKind.STAFF].columns):
        reason = says_meetings(title, table.headers.values())
        reason = reason or says_claims(title, table.headers.values())
    reason = reason or says_counts(title, table.headers.values())
    if not reason and best.kind is SheetKind.TRAINING:
        reason = says_bookings(title, table.headers.values())
    if not reason and (not is_clear or best.kind is SheetKind.TIMETABLE):
        reason = why_left_out(timetable, values)
    if reason:
        return [replace(base, columns=_untaken(table), left_out=reason, unsure=(reason,))]
    if not is_clear:
        if is_key(table.rows):
            return [replace(base, columns=_untaken(table), is_key=True, left_out=_KEY)]
        reason = CONTACTS if says_contacts(title, table.headers.values()) else ""
        unsure = (reason,) if reason else ()
        return [replace(base, columns=_untaken(table), left_out=reason, unsure=unsure)]
    sure = round(min(100, 100 * (best.telling - second) / best.telling + 30))
    found = []
    for kind, columns in _kinds_in(best, readings):
        mapping = replace(base, kind=kind, columns=columns, confidence=sure)
        mapping = _told(mapping, sheet, table, values, legend)
        found.append(with_doubts(mapping, sheet, second))
    return found


def read_as(kind: SheetKind, sheet: Sheet, table: Table, legend: str = "") -> SheetMapping:
    """A table as one of *kind*, as a person says it is, however little else speaks for it."""
    values = _values_by_column(table)
    columns = tuple(_columns_as(kind, sheet, table, values, fewest=1))
    base = SheetMapping(
        sheet=sheet.name,
        kind=kind,
        header_rows=table.header_rows,
        last_row=table.last_row,
        columns=columns,
    )
    return with_doubts(_told(base, sheet, table, values, legend), sheet, 0)


def _told(
    mapping: SheetMapping, sheet: Sheet, table: Table, values: dict[int, list[Value]], legend: str
) -> SheetMapping:
    """*mapping* with what its title, its values and the keys say of all its rows."""
    rates = (*mapping.of(Field.SKILL), *mapping.of(Field.PERSON))
    rated = [cell for column in rates for cell in values.get(column.index, [])]
    legends = (table.above, key_under(table.rows, rated), legend, key_beside(sheet))
    mapping = with_scale(mapping, legends, values)
    mapping = with_starts_only(with_day(with_week(mapping, sheet, table), sheet, table))
    mapping = with_name_above(with_dated_sessions(mapping, values), sheet)
    mapping = with_course_days(mapping, table.rows)
    return with_support_kinds(with_date_order(mapping, values.values()), values)


def _kinds_in(
    best: _Reading, readings: dict[SheetKind, _Reading]
) -> list[tuple[SheetKind, tuple[Column, ...]]]:
    """What a table is: the likeliest kind, or two of them that share its columns."""
    both = (SheetKind.STAFF, SheetKind.TRAINING)
    if best.kind in both and all(readings[kind].telling for kind in both):
        columns = shared_out(*(readings[kind].columns for kind in both))
        if columns is not None:
            return list(zip(both, columns, strict=True))
    return [(best.kind, best.columns)]


def _untaken(table: Table) -> tuple[Column, ...]:
    return tuple(
        Column(index=index, header=header, field=Field.NOT_TAKEN, confidence=0)
        for index, header in sorted(table.headers.items())
    )


def _values_by_column(table: Table) -> dict[int, list[Value]]:
    values: dict[int, list[Value]] = {index: [] for index in table.headers}
    for row in table.rows[:400]:
        if why_none_at_all(row, min(table.headers, default=0)):
            continue
        if len(table.headers) > _OF_KEY and legend_row(row):
            continue
        for index, cell in row.cells.items():
            values.setdefault(index, []).append(cell)
    return values


def _as_kind(
    kind: SheetKind,
    sheet: Sheet,
    table: Table,
    values: dict[int, list[Value]],
    names: frozenset[str],
) -> _Reading:
    """The columns read as *kind*, and how much they tell for it (0: it cannot be)."""
    by_name, by_title = (
        bool(re.search(SHEET_NAMES[kind], plain(text.replace("_", " "))))
        for text in (sheet.name, table.above)
    )
    fewest = 1 if by_name and kind is SheetKind.SKILLS else 2
    columns = _columns_as(kind, sheet, table, values, fewest=fewest, names=names)
    around = Around(
        fewest_skills=fewest,
        has_day=day_of(sheet.name, table.above) is not None
        or starts_are_dated(columns, values)
        or days_between(table.rows),
        has_times=says_times_in_cells(columns, values),
        has_name=bool(name_above(sheet, table.header_rows))
        or says_names_between(table.rows, names),
        has_courses=says_courses_between(sheet, table.rows, columns, names),
    )
    if not makes_sense(kind, columns, around):
        return _Reading(kind, tuple(columns), 0)
    telling = telling_of(kind, columns) + (4 if by_name else 2 if by_title else 0)
    if kind is SheetKind.STAFF and _lists_whole_names(columns, values):
        telling += 2
    if kind is SheetKind.LEARNERS and not says_learners(f"{sheet.name} {table.above}", columns):
        telling -= 2
    if kind in _ABOUT_STAFF and _lists_learners(table, values, names):
        # What a learner needs must never be taken for what their LSA can do; but a staff
        # list may say whom somebody supports.
        telling = telling if kind is SheetKind.STAFF and _employs(columns) else 0
    return _Reading(kind, tuple(columns), telling)


def _lists_learners(table: Table, values: dict[int, list[Value]], names: frozenset[str]) -> bool:
    """Whether a column is of learners: a course's "Learner" may be one of the staff."""
    headed = [index for index, header in table.headers.items() if heads_learners(header)]
    return any(share(values.get(i, []), partial(names_one_of, names)) < 0.6 for i in headed)


def _columns_as(
    kind: SheetKind,
    sheet: Sheet,
    table: Table,
    values: dict[int, list[Value]],
    *,
    fewest: int,
    names: frozenset[str] = frozenset(),
) -> list[Column]:
    """The columns of a table of *kind*; fewer skills than *fewest* are none."""
    chosen = by_heading(kind, table, values)
    columns = [
        _column(kind, index, table, values.get(index, []), chosen) for index in sorted(values)
    ]
    if kind is SheetKind.TRAINING:
        columns = with_renewals(columns, f"{sheet.name} {table.above}", values)
        columns = without_other_dates(columns)
    if kind is SheetKind.LEARNERS:
        columns = with_kind_hours(columns, values)
    if kind is SheetKind.TIMETABLE:
        columns = as_grid(columns, values, day_of(sheet.name, table.above))
    columns = crosswise(kind, table, values, names) or like_their_neighbours(kind, columns, values)
    columns = with_total_of_days(kind, named_by_looks(kind, columns, values), values)
    return without_bookkeeping(columns, values, least=fewest)


def _employs(columns: Iterable[Column]) -> bool:
    """Whether columns say on what terms people are employed, as those of a staff list do."""
    return sum(column.field in _EMPLOYMENT for column in columns) >= 2


def _lists_whole_names(columns: list[Column], values: dict[int, list[Value]]) -> bool:
    """Whether a column headed as a name's holds forenames with surnames, as staff lists do."""
    named = next((column for column in columns if column.field is Field.FULL_NAME), None)
    if named is None or named.confidence < SURE:
        return False
    return share(values.get(named.index, []), is_name) >= 0.8


def _column(
    kind: SheetKind,
    index: int,
    table: Table,
    values: list[Value],
    chosen: dict[int, tuple[Field, int]],
) -> Column:
    header = table.headers.get(index, "")
    group = table.groups.get(index, "")
    if key(header) == key(SET_ASIDE_HEADER) or is_private(header) or is_private(group):
        return Column(index=index, header=header, field=Field.NOT_TAKEN, group=group)
    known = (
        at_a_day(kind, index, table)
        or _of_a_day(kind, index, header, group)
        or _paired_course(kind, index, table)
        or _paired_skill(kind, index, table)
        or under_a_day(kind, index, table)
    )
    if known is not None:
        return known
    if kind is SheetKind.TIMETABLE and share(values, says_day_and_time) >= 0.6:
        meant = chosen.get(index, (Field.NOT_TAKEN, 0))[0]
        if meant not in (Field.START, Field.END):
            return Column(index=index, header=header, field=Field.DAY_TIME, confidence=85)
    if index in chosen:
        field, score = chosen[index]
        if kind is SheetKind.SKILLS and is_skill(field, score, values):
            return skill(index, header, group, 80)
        return Column(index=index, header=header, field=field, confidence=score, group=group)
    is_first = index == min(table.headers)
    return by_looks(kind, index, header, group, values, is_first=is_first)


def _of_a_day(kind: SheetKind, index: int, header: str, group: str) -> Column | None:
    """A column headed by a weekday, or on a timetable by the date of one, perhaps under a week.

    Who worked on the Monday of one week does not say who works on Mondays.
    """
    if kind is SheetKind.STAFF and is_weekday(header) and not re.search(r"\d", header):
        return Column(index=index, header=header, field=Field.DAY_WORKED, day=parse_weekday(header))
    if kind is SheetKind.TIMETABLE and (is_weekday(header) or is_dated(header)):
        week = group if names_week(group) else ""
        day = parse_weekday(header)
        return Column(index=index, header=header, field=Field.DAY_SESSIONS, day=day, group=week)
    return None


def _paired_skill(kind: SheetKind, index: int, table: Table) -> Column | None:
    """A "Level" under the name of each skill; what else stands so, "Wants training?", is none."""
    header, group = table.headers.get(index, ""), table.groups.get(index, "")
    alike = [at for at, other in table.headers.items() if key(other) == key(header)]
    if kind is not SheetKind.SKILLS or len({table.groups.get(at) for at in alike}) < 2 or not group:
        return None
    beside = [table.headers[at] for at, over in table.groups.items() if over == group]
    if (Field.RATING, 100) in meaning_of(header, kind) or has_last_word(header, beside):
        return replace(skill(index, header, ""), name=group)
    return Column(index=index, header=header, field=Field.NOT_TAKEN, confidence=0)


def _paired_course(kind: SheetKind, index: int, table: Table) -> Column | None:
    """A "Done" or "Expires" column under the name of one course of several."""
    header, group = table.headers.get(index, ""), table.groups.get(index, "")
    if kind is not SheetKind.TRAINING or not group or len(set(table.groups.values())) < 2:
        return None
    if re.search(r"\bdetails?$", plain(group)):  # "Staff details" are no course
        return None
    fields = [field for field, _ in meaning_of(header, kind)]
    pairs = {Field.ACHIEVED: Field.COURSE_DATE, Field.EXPIRES: Field.COURSE_EXPIRES}
    field = next((pairs[field] for field in fields if field in pairs), None)
    if field is None:
        return None
    return Column(index=index, header=header, field=field, name=group, group=group, confidence=90)
