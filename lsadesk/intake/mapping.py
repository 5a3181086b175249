"""What each sheet is and what each column means: guessed, corrected by a person, remembered."""

import json
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.incoming import SheetKind
from lsadesk.errors import UserError
from lsadesk.intake.parsing.hours import FULL_TIME
from lsadesk.intake.parsing.scales import SCALES, Scale
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import column_number, letter


class Field(StrEnum):
    """What a column can hold; the value is its name in a mapping file."""

    SURNAME = "surname"
    FORENAME = "forename"
    KNOWN_AS = "known as"  # the forename that somebody goes by
    FULL_NAME = "full name"
    PAYROLL = "payroll"
    TITLE = "job title"
    LEVEL = "level"
    TEAM = "team"
    LINE_MANAGER = "line manager"
    CONTRACT = "contract"
    HOURS = "hours"
    FTE = "fte"
    DAYS = "days"
    DAY_WORKED = "day worked"  # one column a weekday
    STARTED = "start date"
    LEFT = "leaving date"
    SITE = "site"
    TERM_TIME = "term time"
    NOTE = "note"
    SKILL = "a skill"  # the header names it
    PERSON = "a person"  # the header names whom the cells are about
    SKILL_NAME = "skill"
    SKILL_GROUP = "skill group"
    RATING = "rating"
    RATED_ON = "rated on"
    BOOKED = "training booked"
    HOBBIES = "hobbies"
    WISHES = "wishes"
    COURSE = "course"
    COURSE_DATE = "a course"  # the header names it
    COURSE_EXPIRES = "a course's renewal"  # the heading above names it
    STATUS = "status"
    ACHIEVED = "date done"
    EXPIRES = "renewal due"
    PROVIDER = "provider"
    PROOF = "proof seen"
    REFERENCE = "learner"
    GROUP = "group"
    PRIMARY_NEED = "primary need"
    SUPPORT_KIND = "kind of support"  # one row for each kind that a learner has
    KIND_HOURS = "hours of a kind of support"  # the header names the kind
    NEEDS = "needs"
    NEED = "a need"  # the header names it
    RATIO = "ratio"
    CARE_RATIO = "care ratio"
    MUST_HAVE = "staff must have"
    NOT_WITH = "not with"
    SAME_GENDER = "same gender care"
    DAY = "day"
    DAY_TIME = "day and time"
    START = "start"
    END = "finish"
    SPAN = "time"
    SESSION = "session"
    DURATION = "length"
    DAY_SESSIONS = "sessions of a day"  # one column a weekday
    GROUP_SESSIONS = "sessions of a group"  # the header names it
    TIME_SESSIONS = "sessions at a time"  # the header says when
    WEEK_SESSIONS = "sessions of a week"  # the header says whether week A or B
    TEACHER = "teacher"
    ROOM = "room"
    LSAS = "lsas needed"
    WEEK = "week"
    NOT_TAKEN = "not taken"


IN_CELLS = frozenset(
    {Field.DAY_SESSIONS, Field.GROUP_SESSIONS, Field.TIME_SESSIONS, Field.WEEK_SESSIONS}
)
NAMED_BY_HEADER = frozenset(
    {Field.SKILL, Field.COURSE_DATE, Field.COURSE_EXPIRES, Field.NEED, Field.PERSON}
    | {Field.KIND_HOURS}
    | {Field.GROUP_SESSIONS, Field.TIME_SESSIONS, Field.WEEK_SESSIONS}
)
BY_WEEKDAY = frozenset({Field.DAY_WORKED, Field.DAY_SESSIONS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's meaning; *index* 0 is A. *name* and *group* are a skill's, course's or need's.

    *confidence* is 0-100; a column that a person chose has 100.
    """

    index: int
    header: str
    field: Field
    name: str = ""
    group: str = ""
    day: Weekday | None = None
    confidence: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMapping:
    """How one table of a sheet is read: rows after *header_rows* up to *last_row*.

    *adds_people* says that a name which fits nobody is a new member of staff. *week* is that
    of a timetable's sessions which name none, *day* and *group* likewise, *periods* the times
    of "P1", "P2"..., *told* is what else the sheet says of every row. *is_key*: the table only
    explains the others. *month_first*: its dates that are written in figures begin with the
    month. *left_out* is why a table that was recognised is not imported. *about* is whom a form
    without names in its rows is about. *cell_order* is what the parts of a timetable's cells
    are, such as "Oak - Maths": the group and then the session; () where their words tell.
    *teacher_in_brackets*: what stands in brackets behind a session is who teaches it.
    """

    sheet: str
    kind: SheetKind
    header_rows: tuple[int, ...] = ()
    last_row: int | None = None
    columns: tuple[Column, ...] = ()
    scale: Scale | None = None
    full_time_hours: float = FULL_TIME
    week: Week = Week.BOTH
    day: Weekday | None = None
    group: str = ""
    periods: MappingOf[str, str] = field(default_factory=dict)
    told: MappingOf[Field, str] = field(default_factory=dict)
    is_key: bool = False
    adds_people: bool = False
    month_first: bool = False
    cell_order: tuple[Field, ...] = ()
    teacher_in_brackets: bool = False
    left_out: str = ""
    about: str = ""
    confidence: int = 100
    unsure: tuple[str, ...] = ()
    _of: dict[Field, tuple[Column, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @property
    def signature(self) -> str:
        """The same for sheets with the same headings, whatever their name or rows."""
        return " | ".join(key(column.header) for column in self.columns if column.header)

    def of(self, wanted: Field) -> tuple[Column, ...]:
        """The columns of a field, left to right."""
        if wanted not in self._of:  # asked again for every row
            self._of[wanted] = tuple(c for c in self.columns if c.field is wanted)
        return self._of[wanted]

    def has(self, *wanted: Field) -> bool:
        """Whether some column holds one of these fields."""
        return any(column.field in wanted for column in self.columns)


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a whole workbook is read. *name_matches*: a name as written -> payroll or full name.

    *other_names* are pairs of names that may be one person's, which is asked about.
    """

    sheets: tuple[SheetMapping, ...]
    name_matches: MappingOf[str, str] = field(default_factory=dict)
    other_names: MappingOf[str, str] = field(default_factory=dict)

    @property
    def unsure(self) -> tuple[str, ...]:
        """A sentence for each guess that a person should look at."""
        return tuple(f"{sheet.sheet}: {line}" for sheet in self.sheets for line in sheet.unsure)


def to_json(mapping: Mapping) -> str:
    """The mapping as text to keep and to hand to `--mapping`; columns by their letters."""
    sheets = [_sheet_out(sheet) for sheet in mapping.sheets]
    whole = {"sheets": sheets, "name_matches": dict(mapping.name_matches)}
    return json.dumps(whole, indent=2, ensure_ascii=False)


def from_json(text: str) -> Mapping:
    """The inverse of `to_json`. Raises UserError for text that is not such a mapping."""
    return overridden(Mapping(()), text)


def overridden(guess: Mapping, text: str) -> Mapping:
    """*guess* with what a person's mapping file says in its place.

    A sheet in the file needs only its name and what differs: {"sheets": [{"sheet": "Team",
    "kind": "staff", "columns": {"C": "payroll"}}], "name_matches": {"Bevan S": "HL1012"}}.
    Raises UserError.
    """
    try:
        data = json.loads(text)
        sheets = list(guess.sheets)
        for said in data.get("sheets", []):
            _put(sheets, said)
        matches = {**guess.name_matches, **data.get("name_matches", {})}
        matches = {key(said): str(who) for said, who in matches.items()}
        return replace(guess, sheets=tuple(sheets), name_matches=matches)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(f"The mapping file cannot be read: {error}.") from error


def remembered(guess: Mapping, kept: tuple[SheetMapping, ...]) -> Mapping:
    """*guess* with the mapping kept from an earlier import for each sheet with its headings."""
    by_signature = {sheet.signature: sheet for sheet in kept if sheet.signature}
    sheets = []
    for sheet in guess.sheets:
        known = by_signature.get(sheet.signature)
        sheets.append(sheet if known is None else _moved(known, sheet))
    return replace(guess, sheets=tuple(sheets))


def _moved(known: SheetMapping, here: SheetMapping) -> SheetMapping:
    return replace(
        known,
        sheet=here.sheet,
        header_rows=here.header_rows,
        last_row=here.last_row,
        week=here.week,
        day=here.day,
        group=here.group,
        periods=here.periods or known.periods,
        told=here.told,
        adds_people=here.adds_people,
        month_first=here.month_first,
        about=here.about,
        cell_order=here.cell_order,
        teacher_in_brackets=here.teacher_in_brackets,
        confidence=100,
        unsure=here.unsure if _reads_alike(known, here) else (),
    )


def _reads_alike(known: SheetMapping, here: SheetMapping) -> bool:
    """Whether nobody had corrected the guess when the mapping was kept."""
    fields = [column.field for column in known.columns]
    return fields == [column.field for column in here.columns] and known.scale == here.scale


def _sheet_out(sheet: SheetMapping) -> dict[str, Any]:
    return {
        "sheet": sheet.sheet,
        "kind": sheet.kind.value,
        "header_rows": list(sheet.header_rows),
        "last_row": sheet.last_row,
        "columns": {letter(column.index): _column_out(column) for column in sheet.columns},
        "scale": None if sheet.scale is None else _scale_out(sheet.scale),
        "full_time_hours": sheet.full_time_hours,
        "week": sheet.week.value,
        "day": sheet.day.name.lower() if sheet.day is not None else None,
        "group": sheet.group,
        "periods": dict(sheet.periods),
        "told": {field.value: text for field, text in sheet.told.items()},
        "adds_people": sheet.adds_people,
        "month_first": sheet.month_first,
        "about": sheet.about,
        "cell_order": [field.value for field in sheet.cell_order],
        "teacher_in_brackets": sheet.teacher_in_brackets,
        "confidence": sheet.confidence,
        "unsure": list(sheet.unsure),
    }


def _column_out(column: Column) -> dict[str, Any]:
    out: dict[str, Any] = {"field": column.field.value, "header": column.header}
    if column.name:
        out["name"] = column.name
    if column.group:
        out["group"] = column.group
    if column.day is not None:
        out["day"] = column.day.name.lower()
    out["confidence"] = column.confidence
    return out


def _scale_out(scale: Scale) -> dict[str, Any]:
    return {
        "name": scale.name,
        "levels": dict(scale.levels),
        "tick": scale.tick,
        "top": scale.top,
        "booked": sorted(scale.booked),
    }


def _put(sheets: list[SheetMapping], said: dict[str, Any]) -> None:
    """Put what a mapping file says of a sheet over the guess for the same table."""
    rows = tuple(said["header_rows"]) if "header_rows" in said else None
    same = [i for i, sheet in enumerate(sheets) if sheet.sheet == said["sheet"]]
    exact = [i for i in same if rows is not None and sheets[i].header_rows == rows]
    alike = [i for i in exact or same if sheets[i].kind == said.get("kind")]
    place = next(iter(alike or exact or same), None)
    base = SheetMapping(sheet=said["sheet"], kind=SheetKind.UNKNOWN)
    if place is None:
        sheets.append(_sheet_in(base, said))
    else:
        sheets[place] = _sheet_in(sheets[place], said)


def _sheet_in(base: SheetMapping, said: dict[str, Any]) -> SheetMapping:
    columns = {column.index: column for column in base.columns}
    for letters, meaning in said.get("columns", {}).items():
        index = column_number(letters)
        columns[index] = _column_in(columns.get(index), index, meaning)
    return replace(
        base,
        kind=SheetKind(said.get("kind", base.kind)),
        header_rows=tuple(said.get("header_rows", base.header_rows)),
        last_row=said.get("last_row", base.last_row),
        columns=tuple(columns[index] for index in sorted(columns)),
        scale=_scale_in(said["scale"]) if "scale" in said else base.scale,
        full_time_hours=float(said.get("full_time_hours", base.full_time_hours)),
        week=Week(said.get("week", base.week)),
        day=_day_in(said["day"]) if "day" in said else base.day,
        group=str(said.get("group", base.group)),
        periods=dict(said.get("periods", base.periods)),
        told={Field(field): text for field, text in said.get("told", base.told).items()},
        adds_people=bool(said.get("adds_people", base.adds_people)),
        month_first=bool(said.get("month_first", base.month_first)),
        about=str(said.get("about", base.about)),
        cell_order=tuple(map(Field, said.get("cell_order", base.cell_order))),
        teacher_in_brackets=bool(said.get("teacher_in_brackets", base.teacher_in_brackets)),
        confidence=said.get("confidence", 100),
        unsure=tuple(said.get("unsure", ())),
    )


def _column_in(base: Column | None, index: int, said: str | dict[str, Any]) -> Column:
    meaning: dict[str, Any] = {"field": said} if isinstance(said, str) else said
    wanted = Field(meaning["field"])
    header = str(meaning.get("header", base.header if base else ""))
    name = str(meaning.get("name", base.name if base else ""))
    day = meaning.get("day")
    return Column(
        index=index,
        header=header,
        field=wanted,
        name=name or (header if wanted in NAMED_BY_HEADER else ""),
        group=str(meaning.get("group", base.group if base else "")),
        day=_day_in(day) if day else (base.day if base else None),
        confidence=int(meaning.get("confidence", 100)),
    )


def _day_in(said: str | None) -> Weekday | None:
    return Weekday[said.upper()] if said else None


def _scale_in(said: str | dict[str, Any] | None) -> Scale | None:
    if said is None:
        return None
    if isinstance(said, str):
        return SCALES[said]
    base = SCALES.get(said.get("name", ""))
    levels = {str(k): int(v) for k, v in said.get("levels", base.levels if base else {}).items()}
    if any(not 0 <= level <= 4 for level in levels.values()):
        raise ValueError("a scale's levels are from 0 to 4")
    top = said.get("top", base.top if base else None)
    booked = frozenset(map(str, said.get("booked", ())))
    return Scale(said.get("name", "chosen"), levels, said.get("tick"), top, booked)
