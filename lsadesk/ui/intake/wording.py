"""The assistant's words: for kinds of sheets, fields of columns, levels and places."""

from collections.abc import Iterable, Sequence

from lsadesk.domain.auditing.skills import LEVEL_WORDS
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.incoming import PersonRef, SheetKind, Source
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.ui.words import count, tr

KINDS = {
    SheetKind.STAFF: "Staff list",
    SheetKind.SKILLS: "Skills audit",
    SheetKind.TRAINING: "Training record",
    SheetKind.LEARNERS: "Learners and their support",
    SheetKind.TIMETABLE: "Weekly timetable",
    SheetKind.UNKNOWN: "Not imported",
}
_FIELDS = {
    Field.FTE: "Hours as a part of full time (FTE)",
    Field.HOURS: "Hours a week",
    Field.DAYS: "Days worked",
    Field.DAY_WORKED: "One day of the week",
    Field.KNOWN_AS: "Forename they go by",
    Field.STATUS: "Whether it is done, or whether they have left",
    Field.TERM_TIME: "Term time only",
    Field.PAYROLL: "Payroll or staff number",
    Field.SKILL: "A skill (the heading)",
    Field.SKILL_NAME: "Name of the skill",
    Field.COURSE: "Name of the course",
    Field.COURSE_DATE: "A course (the heading)",
    Field.COURSE_EXPIRES: "When a course runs out (the heading)",
    Field.PERSON: "A person (the heading)",
    Field.NEED: "A need (the heading)",
    Field.KIND_HOURS: "Hours of one kind of support (the heading)",
    Field.WISHES: "What they would like to do",
    Field.HOBBIES: "Other skills and hobbies",
    Field.LSAS: "How many LSAs",
    Field.PROOF: "Certificate seen",
    Field.REFERENCE: "Learner (reference or initials)",
    Field.DAY_SESSIONS: "Sessions of one day",
    Field.GROUP_SESSIONS: "Sessions of one group (the heading)",
    Field.TIME_SESSIONS: "Sessions at one time (the heading)",
    Field.WEEK_SESSIONS: "Sessions of one week (the heading)",
    Field.DAY_TIME: "Day and time together",
    Field.DURATION: "How long it lasts",
    Field.NOT_WITH: "Staff to keep apart",
    Field.WEEK: "Week A or B",
    Field.NOT_TAKEN: "Not imported",
}


def kind_words(kind: SheetKind) -> str:
    """The kind as a person chooses it."""
    return tr(KINDS[kind])


def table_words(table: SheetMapping, tables: Sequence[SheetMapping]) -> str:
    """The sheet's name; of several tables on it, with the first row or the kind as well."""
    here = [other for other in tables if other.sheet == table.sheet]
    if len(here) < 2:
        return table.sheet
    if sum(other.header_rows == table.header_rows for other in here) > 1:
        return tr("{sheet}, as {kind}", sheet=table.sheet, kind=kind_words(table.kind).lower())
    first = min(table.header_rows, default=1)
    return tr("{sheet}, from row {row}", sheet=table.sheet, row=first)


def field_words(field: Field) -> str:
    """What a column holds, as a person chooses it."""
    return tr(_FIELDS.get(field, field.value[:1].upper() + field.value[1:]))


def sure_words(confidence: int) -> str:
    """How sure the guess is, in a word."""
    if confidence >= 80:
        return tr("Sure")
    return tr("Fairly sure") if confidence >= 60 else tr("Please check")


def level_words(level: int) -> str:
    """A level with its meaning: "3 independently"."""
    return f"{level} {tr(LEVEL_WORDS[level])}"


def person_words(person: PersonRef) -> str:
    """A person with what tells them from a namesake."""
    words = f"{person.name} ({person.payroll})" if person.payroll else person.name
    if person.left_on is None:
        return words
    return tr("{person}, left {day}", person=words, day=uk_date(person.left_on))


def places_words(places: Iterable[Source]) -> str:
    """Where something stands: "Learners, rows 39, 52 and 59"."""
    rows: dict[str, list[int]] = {}
    for place in places:
        rows.setdefault(place.sheet, []).append(place.row)
    return "; ".join(f"{sheet}, {rows_words(numbers)}" for sheet, numbers in rows.items())


def rows_words(rows: list[int], most: int = 12) -> str:
    """ "row 5" or "rows 5, 7 and 9"; long lists are cut with the number of the rest."""
    if len(rows) == 1:
        return tr("row {number}", number=rows[0])
    shown = [str(row) for row in rows[:most]]
    is_cut = len(rows) > most
    last = tr("{number} more", number=len(rows) - most) if is_cut else shown.pop()
    return tr("rows {some} and {last}", some=", ".join(shown), last=last)


def row_count(number: int) -> str:
    """ "1 row", "46 rows"."""
    return count(number, "row", "rows")
