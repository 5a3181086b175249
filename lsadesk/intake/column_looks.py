"""What a column holds whose heading no list of words has, by the look of its values."""

import re
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.grid_cells import is_place
from lsadesk.intake.headings import SET_ASIDE_HEADER, is_weekday
from lsadesk.intake.looks import (
    PARSED,
    is_date,
    is_day,
    is_mark,
    is_name,
    is_plain_mark,
    is_running_number,
    is_span,
    is_standing,
    is_status,
    parses_as_ratio,
    says_clock_time,
    says_date,
    share,
)
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.private import is_private
from lsadesk.intake.raters import names_rater
from lsadesk.intake.sheets import Value, written
from lsadesk.intake.support_rows import is_care

_OF_POST = ((Field.STARTED, 100), (Field.LEFT, 100))
_TIMES = ((Field.START, 100), (Field.END, 100))
PERSON_FIELDS = (Field.FULL_NAME, Field.SURNAME, Field.PAYROLL)
SURE = 95
_BOOKKEEPING = re.compile(
    r"(?:done|completed?|returned|received|signed|total|sum|average|mean|count|no|num|number|row|"
    r"s n|sn|id|ref|(?:response|respondent|entry) id|score|overall|percent|checked)$"
)
_COUNTED_OFF = re.compile(
    r"(?:dates?|weeks?|days?|sessions?|meetings?|visits?|attempts?|terms?|half terms?)(?: \d+)?$|"
    r"(?:first|last|next) (?:day|date)$"
)
_FLAG = re.compile(  # ticked of learners, and nothing that staff need to be able to do
    r"^(?:ehcp?s?|idp|lldd?|lldd health problem|fsm|free (?:school )?meals|lac|cla|hns|high needs|"
    r"bursary|looked after|care leaver|safeguarding flag|new|returning|returner|active|enrolled|"
    r"element 3|part time|full time|over 19|taxi|bus|bus pass|transport|cdu|peep)$|"
    r"\brisk assess|\bforms?\b|\b(?:returned|received|signed|invited|attended|reviewed)\b|"
    r"\bconsent\b|\bphoto\b|\bfund(?:ed|ing)\b|\bplan (?:in place|received)\b|\bhas (?:an )?ehcp\b"
)
_MEETING = re.compile(
    r"\bappraisals?\b|\bprobation\b|\bperformance review\b|"
    r"\b(?:last|next) (?:supervision|review|meeting|1 1|1 to 1|one to one)\b"
)
_PAPER = re.compile(  # seen, signed or handed out, and so no skill where it is only yes or no
    r"\brisk assessments?\b|\b(?:policy|policies|handbook|contract|dbs|id|induction|laptop|"
    r"ipad|keys?|badge|lanyard|locker|parking|references?|registered|paid|checks?|checked|seen|"
    r"medical|questionnaire|declaration|prohibition|barred|interview|offer letter|application)\b"
)
_SEEN = re.compile(r"\b(?:seen|sighted|verified|copied|received)(?: by)?$")
_AWARD = re.compile(  # graded, and not in levels of skill
    r"\b(?:gcses?|a levels?|as levels?|o levels?|btec|degree|pgce|ptlls|ctlls|dtlls|nvq|hnc|hnd|"
    r"qts|diploma)\b"
)
_STAMP = re.compile(
    r"\btime(?:stamp)?$|\bbirth\b|^dob$|\b(?:submitted|modified|created|updated|effective)\b"
)


def is_skill(field: Field, score: int, values: list[Value]) -> bool:
    """A heading that only resembles a field, or should be words, over ratings is a skill's."""
    if len(values) < 2 or share(values, is_mark) < 0.8:
        return False
    wordy = (Field.NOTE, Field.TITLE, Field.TEAM, Field.SITE, Field.WISHES, Field.HOBBIES)
    return score < SURE or (field in wordy and share(values, is_plain_mark) >= 0.8)


def skill(index: int, header: str, group: str, confidence: int = 80) -> Column:
    """A column of everybody's marks in the skill that its heading names."""
    return Column(
        index=index,
        header=header,
        field=Field.SKILL,
        name=header,
        group=group,
        confidence=confidence,
    )


def by_looks(
    kind: SheetKind,
    index: int,
    header: str,
    group: str,
    values: list[Value],
    *,
    is_first: bool = False,
) -> Column:
    """What a column holds whose heading no list of words has; the first may say when."""
    is_dated = any(map(is_date, values))  # beside other columns of a list, a course's
    rates = kind is SheetKind.SKILLS or (kind is SheetKind.STAFF and not is_dated)
    if (
        rates
        and _names_skill(header)
        and not _AWARD.search(key(header))
        and _holds_marks(values, bool(group))
    ):
        return skill(index, header, group, 80)
    if kind is SheetKind.TRAINING and _names_course(header) and _holds_dates(values):
        return course(index, header, group)
    if kind is SheetKind.TIMETABLE and (is_first or not header):
        return _down_the_side(index, header, values)
    if kind is SheetKind.LEARNERS and values and share(values, parses_as_ratio) >= 0.6:
        field = Field.CARE_RATIO if is_care(header) else Field.RATIO
        return Column(index=index, header=header, field=field, confidence=70)
    is_flag = bool(_FLAG.search(key(header))) or parses_as_ratio(header)
    if kind is SheetKind.LEARNERS and header and not is_flag and values and _only_ticks(values):
        return Column(index=index, header=header, field=Field.NEED, name=header, confidence=60)
    return Column(index=index, header=header, field=Field.NOT_TAKEN, confidence=0)


def _down_the_side(index: int, header: str, values: list[Value]) -> Column:
    """The times, days or rooms down the side of a timetable, which seldom have our headings."""
    span = is_span if header else PARSED[Field.SPAN]  # "No": 1, 2, 3 counts rows, not periods
    looks = {Field.SPAN: span, Field.DAY: is_day, Field.START: says_clock_time}
    looks |= {Field.ROOM: is_place}
    field = next((f for f, test in looks.items() if share(values, test) >= 0.6), Field.NOT_TAKEN)
    return Column(index=index, header=header, field=field, confidence=80 * (field in looks))


def course(index: int, header: str, group: str) -> Column:
    """A column under a course's name, with a date or a yes for each person."""
    return Column(
        index=index, header=header, field=Field.COURSE_DATE, name=header, group=group, confidence=70
    )


def like_their_neighbours(
    kind: SheetKind, columns: list[Column], values: dict[int, list[Value]]
) -> list[Column]:
    """Among two courses or skills or more, the columns that speak as those do are such too."""
    likely = {SheetKind.TRAINING: (Field.COURSE_DATE, Field.COURSE_EXPIRES)}
    fields = likely.get(kind, (Field.SKILL,) if kind is SheetKind.SKILLS else ())
    alike = [[column for column in columns if column.field is field] for field in fields]
    sure = next((found for found in alike if len(found) > 1), [])
    if not sure or sum(map(bool, alike)) > 1:
        return columns
    field = sure[0].field
    said = {plain(written(value)) for column in sure for value in values.get(column.index, [])}

    def speaks_alike(value: Value) -> bool:
        if kind is SheetKind.TRAINING:
            return is_standing(value)
        return is_mark(value) or plain(written(value)) in said

    make = course if kind is SheetKind.TRAINING else skill
    return [
        replace(make(column.index, column.header, column.group), field=field)
        if column.field is Field.NOT_TAKEN
        and (_names_course if kind is SheetKind.TRAINING else _names_skill)(column.header)
        and key(column.header) != key(SET_ASIDE_HEADER)
        and not _BOOKKEEPING.match(key(column.header))
        and not names_rater(column.header)
        and not is_private(column.header)
        and not is_private(column.group)
        and not (_asks(column.header) and not any(_asks(one.header) for one in sure))
        and share(values.get(column.index, []), speaks_alike)
        >= (0.8 if kind is SheetKind.TRAINING else 0.5)
        else column
        for column in columns
    ]


def _asks(header: str) -> bool:
    """Whether a heading is a question, such as "Minibus driver?" beside the courses."""
    return header.rstrip().endswith("?")


def without_other_dates(columns: list[Column]) -> list[Column]:
    """A log's columns, where a date beside a course's own ("Enrolled") is no course itself."""
    fields = {column.field for column in columns}
    if Field.COURSE not in fields or not fields & {Field.ACHIEVED, Field.STATUS}:
        return columns
    return [
        replace(column, field=Field.NOT_TAKEN, name="", confidence=0)
        if column.field is Field.COURSE_DATE
        else column
        for column in columns
    ]


def _names_skill(header: str) -> bool:
    """Whether a heading could be a skill's: one of a day, a time or a turn ("Date 2") never is."""
    if (
        "%" in header
        or _COUNTED_OFF.match(key(header))
        or re.search(r"\b(?:hours|hrs)\b", key(header))
    ):
        return False
    return bool(re.search(r"[^\W\d_]", header)) and not is_day(header) and not is_span(header)


def _names_course(header: str) -> bool:
    """Whether a heading over dates could be a course's, and not a form's own time stamp."""
    is_time = any(m in _TIMES for m in meaning_of(header, SheetKind.TIMETABLE)[:1])
    of_post = any(m in _OF_POST for m in meaning_of(header, SheetKind.STAFF)[:1])
    return (
        _names_skill(header)
        and not is_time
        and not of_post
        and not _MEETING.search(key(header))
        and not _STAMP.search(plain(header))
        and not _SEEN.search(key(header))
        and not is_private(header)
    )


def _holds_dates(values: list[Value]) -> bool:
    """Dates, with words such as "booked" or "due" among them, as on a training matrix."""
    dates = share(values, says_date)
    return dates >= 0.5 or (dates > 0 and dates + share(values, is_status) >= 0.8)


def _holds_marks(values: list[Value], grouped: bool) -> bool:
    """Marks, perhaps with a few that a spreadsheet took for dates; blank under a group counts."""
    if not values:
        return grouped
    marks = share(values, is_mark)
    changed = marks >= 0.5 and marks + share(values, is_date) >= 0.9
    return marks >= (0.5 if grouped else 0.7) or changed


def _only_ticks(values: list[Value]) -> bool:
    said = [plain(written(value)) for value in values]
    ticks = sum(mark in ("y", "yes", "x", "✓", "✔", "true", "1") for mark in said)
    others = sum(mark in ("n", "no", "false", "0", "-", "✗") for mark in said)
    return ticks > 0 and ticks + others >= 0.9 * len(said)


def named_by_looks(
    kind: SheetKind, columns: list[Column], values: dict[int, list[Value]]
) -> list[Column]:
    """The first column of names, where no heading says who the rows are about."""
    people = (SheetKind.STAFF, SheetKind.SKILLS, SheetKind.TRAINING)
    if kind not in people or any(c.field in (*PERSON_FIELDS, Field.PERSON) for c in columns):
        return columns
    for place, column in enumerate(columns):
        cells = values.get(column.index, [])
        is_teacher = (Field.TEACHER, 100) in meaning_of(column.header, SheetKind.TIMETABLE)
        if column.field is not Field.NOT_TAKEN or is_teacher:
            continue
        if len(cells) > 1 and share(cells, is_name) >= 0.7:
            named = replace(column, field=Field.FULL_NAME, confidence=60)
            return [*columns[:place], named, *columns[place + 1 :]]
    return columns


def with_total_of_days(
    kind: SheetKind, columns: list[Column], values: dict[int, list[Value]]
) -> list[Column]:
    """A "Total" beside the hours of single days is the hours of the week, where nothing else is."""
    is_of_people = kind in (SheetKind.STAFF, SheetKind.LEARNERS)
    days = sum(is_weekday(column.header) for column in columns)
    if not is_of_people or days < 3 or any(c.field is Field.HOURS for c in columns):
        return columns
    return [
        replace(column, field=Field.HOURS, confidence=80)
        if re.match(r"(?:(?:weekly )?tot(?:al)?|weekly)\b", key(column.header))
        and share(values.get(column.index, []), PARSED[Field.HOURS]) >= 0.6
        else column
        for column in columns
    ]


def without_bookkeeping(
    columns: list[Column], values: dict[int, list[Value]], *, least: int
) -> list[Column]:
    """The columns without "Done?", "Total" and "#" among the skills: they rate nobody.

    Fewer skills than *least* are none: a single column of marks may be about anything.
    """
    rated = [column for column in columns if column.field is Field.SKILL]
    named = [column.index for column in columns if column.field in PERSON_FIELDS]
    yes_no = {c.index for c in rated if _only_yes_no(values.get(c.index, []))}
    if len(yes_no) > len(rated) / 2:
        yes_no = set()
    skills = {
        column.index
        for column in rated
        if column.index not in yes_no
        and not (_PAPER.search(key(column.header)) and _only_yes_no(values.get(column.index, [])))
        and not _BOOKKEEPING.match(key(column.header))
        and not (_stands_before(named, column) and is_running_number(values.get(column.index, [])))
    }
    if len(skills) < least:
        skills = set()
    return [column if column.index in skills else _not_taken(column) for column in columns]


def _stands_before(named: list[int], column: Column) -> bool:
    """Whether a column is not behind the names, where no number of the rows would be."""
    return not named or column.index < min(named)


def _not_taken(column: Column) -> Column:
    if column.field is not Field.SKILL:
        return column
    return replace(column, field=Field.NOT_TAKEN, name="", confidence=0)


def _only_yes_no(values: list[Value]) -> bool:
    words = {"y", "yes", "n", "no", "done", "true", "false", "n/a", "na"}
    return bool(values) and all(plain(written(value)) in words for value in values)
