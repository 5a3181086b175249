"""Which field each column's heading says, where several could be meant."""

import re

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.column_looks import SURE
from lsadesk.intake.headings import Table
from lsadesk.intake.keys import is_period
from lsadesk.intake.kind_hours import is_of_one_kind
from lsadesk.intake.looks import (
    DATED,
    PARSED,
    is_date,
    is_form_of_address,
    is_mark,
    is_running_number,
    is_serial_date,
    is_span,
    parses_as_ratio,
    says_in_post,
    says_yes_or_no,
    share,
)
from lsadesk.intake.mapping import Field
from lsadesk.intake.meanings import meaning_of, part_of_name
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.levels import parse_level
from lsadesk.intake.parsing.terms import says_term
from lsadesk.intake.parsing.words import key, says_unknown
from lsadesk.intake.private import is_private
from lsadesk.intake.sheets import Value, written

_LONGEST_RATIO = 12  # "2:1 for care"; longer is a kind of support that says its ratio too
_REPEATABLE = (Field.NOTE, Field.NEEDS, Field.WISHES)
_INITIALS = re.compile(r"(?:learner |student )?init(?:ial)?s?$")
_TITLED = (Field.COURSE, Field.TITLE, Field.SESSION)  # what a "Title" may be the title of
_COURSE = re.compile(r"(?:course|programme|study programme|cwrs|rhaglen)(?: |$)")
_COUNTS_ROWS = ("id", "no", "ref", "ref no")  # a form's "Id" is no payroll number


def by_heading(
    kind: SheetKind, table: Table, values: dict[int, list[Value]]
) -> dict[int, tuple[Field, int]]:
    """The field of each column whose heading says it; the closest heading keeps a field."""
    has_initials = any(_INITIALS.match(key(header)) for header in table.headers.values())
    claims = [
        (
            score
            - _ranks_below(field, header, values.get(index, []))
            - 5 * (has_initials and share(values.get(index, []), _is_long_number) > 0.8),
            -index,
            field,
        )
        for index, header in table.headers.items()
        if not is_private(header) and not is_private(table.groups.get(index, ""))
        for said, score in meaning_of(header, kind)
        or _under(table.groups.get(index, ""), header, kind)
        for field in (_as_it_says(said, values.get(index, [])),)
        if _could_be(field, header, values.get(index, []))
        and not (field is Field.SPAN and _counts_hours(header, values.get(index, [])))
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


def _under(group: str, header: str, kind: SheetKind) -> tuple[tuple[Field, int], ...]:
    """What "Per week" surely means under "Hours": together they are one of our headings."""
    both = meaning_of(f"{group} {header}", kind) if group else ()
    return tuple((field, score) for field, score in both if score >= SURE)


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
    """What a column ranks below another of its field: "3 yrs", a course."""
    if not values or (field is Field.SKILL_NAME and _is_area(header)):
        return 5
    if field is Field.EXPIRES and share(values, says_term) > 0.5:
        return 5
    if field in _TITLED and share(values, _is_code) > 0.6:
        return 5
    if field is Field.HOURS and is_of_one_kind(header):
        return 5
    if field is Field.GROUP and _COURSE.match(key(header)):
        return 5
    return 5 if field is Field.SPAN and share(values, is_period) > 0.5 else 0


def _is_code(value: Value) -> bool:
    """Whether a cell is the code of something, as its own words seldom are: "TR-118"."""
    return bool(re.fullmatch(r"[A-Za-z]{0,4}[-/ ]?\d+(?:[-/]\w{1,3})?", written(value)))


def _is_long_number(value: Value) -> bool:
    """Whether a cell is the number of a learner in some records, as nobody calls them."""
    return bool(re.fullmatch(r"\d{8,}", written(value)))


def _as_it_says(field: Field, values: list[Value]) -> Field:
    """A "Status" of contracts, or a "Leaver?", that only says who is still there is a status."""
    is_status = field is Field.CONTRACT and share(values, says_in_post) >= 0.6
    is_flag = field is Field.LEFT and share(values, says_yes_or_no) >= 0.6
    return Field.STATUS if is_status or is_flag else field


def _counts_hours(header: str, values: list[Value]) -> bool:
    """Whether a heading speaks of hours and its cells of no times, as they are then lengths."""
    says_hours = bool({"hours", "hrs"} & set(key(header).split()))
    return says_hours and share(values, is_span) < 0.5


def _dates(value: Value) -> bool:
    """Whether a cell dates something, if only to a year, under a heading that asks for a date.

    A payroll's "31.12.9999" dates nothing, and is a date all the same.
    """
    year = written(value)
    if year.endswith("9999") or year.startswith("9999"):
        return True
    is_year = year.isdecimal() and len(year) == 4 and 1950 <= int(year) <= 2099
    return is_year or is_date(value) or is_serial_date(value)


def _is_level(value: Value) -> bool:
    try:
        parse_level(value)
    except Unreadable:
        return says_unknown(written(value))
    return True


def _is_bare_ratio(value: Value) -> bool:
    return parses_as_ratio(value) and len(written(value)) <= _LONGEST_RATIO


def _could_be(  # noqa: PLR0911 - one line a kind of value
    field: Field, header: str, values: list[Value]
) -> bool:
    """Whether the values allow what the heading says ("Start" of people is a date)."""
    if not values:
        return True
    if field in DATED:
        ends = field is Field.EXPIRES and share(values, says_term) >= 0.3
        return ends or share(values, _dates) >= 0.3
    if field in PARSED:
        return share(values, PARSED[field]) >= 0.3
    if field is Field.LEVEL:  # "Role / grade" may be either
        return share(values, _is_level) >= 0.3
    if field is Field.PAYROLL:
        return not (key(header) in _COUNTS_ROWS and is_running_number(values, fewest=2))
    if field in _TITLED and share(values, is_form_of_address) >= 0.7:
        return False
    if field in (Field.COURSE, Field.SKILL_NAME, Field.SESSION):
        return share(values, lambda value: is_mark(value) or is_date(value)) < 0.7
    if field is Field.GROUP and (is_of_one_kind(header) or share(values, _is_bare_ratio) >= 0.5):
        return False
    if field is Field.TEAM and share(values, lambda value: written(value).isdigit()) > 0.5:
        return False
    if field in (Field.FULL_NAME, Field.NEEDS, Field.TEAM, Field.TEACHER):
        is_ratio = field is Field.NEEDS and share(values, _is_bare_ratio) >= 0.5
        return not is_ratio and share(values, lambda v: not isinstance(v, int | float)) >= 0.7
    return True
