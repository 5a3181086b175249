"""Tables that look like a timetable and are none: who was away, who works which shift."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.looks import is_date, is_name, is_span, share
from lsadesk.intake.mapping import IN_CELLS, Column, Field
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Value, written

_COVER = re.compile(
    r"\babsen|\bcover(?:ed|ing)? by\b|\bcovering\b|\bcovered\b|\bcover (?:staff|lsa)\b"
)
_AWAY_HEADINGS = re.compile(
    r"^(?:first|last) day(?: (?:of absence|away|off))?$|\bdays (?:lost|absent|off|sick)\b|"
    r"\breason (?:for )?absence\b|\bself cert|\bfit note\b|\brtw\b|\breturn(?:ed)? to work\b|"
    r"\bbradford\b|^(?:sickness|absence)\b|\bentitlement\b|\bcarried (?:over|forward)\b|"
    r"^(?:leave )?(?:taken|remaining|balance)$"
)
_MEETINGS = re.compile(
    r"\bappraisals?\b|\bsupervisions?\b|\bprobation\b|\b(?:1 1|1 to 1|one to one|121)s?\b|"
    r"\bperformance (?:review|management)\b|"
    r"\b(?:review|parents|annual|tac|multi agency) (?:meetings?|reviews?|evenings?)\b|"
    r"\b(?:ehcp?|annual|learner|progress) reviews?\b"
)
_MEETING_HEADINGS = re.compile(
    r"\bappraise[re]\b|\bsupervis(?:or|ed by|ion)\b|\bappraisal\b|^date \d$|"
    r"\bnext (?:due|meeting)\b|^chair(?:ed by|person)?$|\battend(?:ing|ees?)\b|\binvited\b|"
    r"\bconfirmed\b|^minutes (?:sent|taken|by)\b|\bprobation\b|\bpaperwork\b|\bobjectives\b|"
    r"\b(?:meeting|review) \d$"
)
_CLAIMS = re.compile(
    r"\b(?:overtime|toil|time ?sheets?|mileage|expenses?|claims?|invoic\w*|payments?)\b"
)
_CLAIM_HEADINGS = re.compile(
    r"\b(?:toil|overtime|claim(?:ed)?|invoice(?: no| number)?|hourly rate|mileage|miles|pence|"
    r"amount|payable)\b|^(?:authorised(?: by)?|paid|rate|week ending|w e)$|^(?:pay|day) rate$"
)
_AWAY = frozenset(
    "off do al sick leave hol holiday rest rdo lieu toil training trg bh out in ns".split()  # noqa: SIM905
)
_BOOKINGS = re.compile(r"\b(?:bookings?|waiting list|nominations?|enrolments?)\b")
_BOOKED_FOR = re.compile(r"\b(?:booked (?:for|on)|booking date|date booked)\b")
_ATTENDED = re.compile(r"\b(?:complet\w*|attended|achieved|done|passed|expir\w*|renewal)\b")
_COUNT_OF = re.compile(r"(?:count|sum|average|max|min) of\b")
_DIFFERENCE = re.compile(
    r"^(?:changes?|differences?|variance|targets?|movement|progress since|gap analysis)\b"
)
_WANTED = re.compile(
    r"\b(?:training|development|cpd) (?:needs?|wanted|requests?|requested|required|wishes)\b"
)
_CONTACT = re.compile(
    r"\b(?:(?:tele)?phone|tel|mobile|mob|ext(?:ension)?|e ?mail|address|post ?code|emergency|"
    r"next of kin|nok|ffon|ebost)\b"
)
_CONTACTS = re.compile(r"\b(?:contacts?|phone|telephone|address|emergency|next of kin)\b")
CONTACTS = (
    "It says how people are reached, which is not imported: who works here is taken from a "
    "staff list."
)
_WHEN = (Field.DAY, Field.START)
_SHIFT = re.compile(r"[a-z]{1,3}\d?$|\d{1,2}$")


def says_absence(name: str, headings: Iterable[str]) -> str:
    """A sentence where a sheet of any look records who was away, or "" where it does not.

    Its "last day" is none of employment. One such column alone is only left out itself.
    """
    told = sum(bool(_AWAY_HEADINGS.search(key(heading))) for heading in headings)
    is_named = bool(re.search(r"\babsen|\bsick|\bleave\b", key(name)))
    return (
        "It is a record of absence or leave, which is not imported." if told + is_named > 1 else ""
    )


def says_meetings(title: str, headings: Iterable[str]) -> str:
    """A sentence where a sheet records appraisals, supervision or reviews, or "" where it does not.

    Its dates are no training's, and whoever holds such a meeting need be nobody's manager.
    """
    told = sum(bool(_MEETING_HEADINGS.search(key(heading))) for heading in headings)
    if told < 2 or not _MEETINGS.search(key(title)):
        return ""
    return "It is a record of meetings, such as appraisals or reviews, which is not imported."


def says_claims(title: str, headings: Iterable[str]) -> str:
    """A sentence where a sheet claims pay or hours that were worked, or "" where it does not."""
    told = sum(bool(_CLAIM_HEADINGS.search(key(heading))) for heading in headings)
    if told + bool(_CLAIMS.search(key(title))) < 2 or not told:
        return ""
    return "It is a record of claims, timesheets or payments, which is not imported."


def says_counts(title: str, headings: Iterable[str]) -> str:
    """A sentence where a sheet only counts, or says what changed or what is wanted, else ""."""
    said = [key(heading) for heading in headings]
    if any(heading in ("row labels", "column labels") for heading in said) or (
        "grand total" in said and any(_COUNT_OF.match(text) for text in (*said, key(title)))
    ):
        return "It is a pivot table, which only counts what other sheets say."
    if _WANTED.search(key(title)) and not {"level", "rating", "score"} & set(said):
        return "It says what training is wanted or needed, which nobody holds yet."
    if _DIFFERENCE.search(key(title)):
        return "It says what changed or what is aimed at, not how things are."
    return ""


def says_contacts(title: str, headings: Iterable[str]) -> bool:
    """Whether a sheet is there to say how people are reached."""
    told = sum(bool(_CONTACT.search(key(heading))) for heading in headings)
    return told + bool(_CONTACTS.search(key(title))) > 1


def says_bookings(title: str, headings: Iterable[str]) -> str:
    """A sentence where a sheet says who is to go on a course, or "" where it does not."""
    said = [key(heading) for heading in headings]
    is_booking = _BOOKINGS.search(key(title)) or any(map(_BOOKED_FOR.search, said))
    if not is_booking or any(map(_ATTENDED.search, said)):
        return ""
    return "It is a list of bookings, which says of nobody that the course is done."


def why_left_out(columns: Iterable[Column], values: Mapping[int, list[Value]]) -> str:
    """A sentence on why a timetable of these columns is not imported, or "" where it may be."""
    columns = tuple(columns)
    if any(_COVER.search(key(column.header)) for column in columns):
        return "It is a record of absence or cover on single days, which is not imported."
    if _is_rota(columns, values):
        return (
            "It is a rota of who works which shift, which is not imported: "
            "days and hours are taken from a staff list."
        )
    if _is_by_person(columns):
        return (
            "It says where each member of staff is, which is not imported: who supports whom is "
            "planned here."
        )
    if any(_are_single_days(values.get(c.index, [])) for c in columns if c.field in _WHEN):
        return "Its dates are single days and no weeks that repeat: it is a list of events."
    return ""


def _are_single_days(cells: Sequence[Value]) -> bool:
    """Whether dates over more than two weeks seldom come again a week or two later."""
    if share(cells, is_date) < 0.6:
        return False
    days = {cell.toordinal() for cell in cells if isinstance(cell, date)}
    again = sum(bool({day - 14, day - 7, day + 7, day + 14} & days) for day in days)
    return bool(days) and max(days) - min(days) > 13 and again < len(days) / 2


def _is_rota(columns: tuple[Column, ...], values: Mapping[int, list[Value]]) -> bool:
    """Whether names stand down the side and short marks for shifts under the days."""
    days = [column for column in columns if column.field is Field.DAY_SESSIONS]
    cells = [cell for column in days for cell in values.get(column.index, [])]
    is_dated = sum(bool(re.search(r"\d", column.header)) for column in days) > len(days) / 2
    if len(days) < 3 or share(cells, _is_worked if is_dated else _is_shift) < 0.7:
        return False
    others = [column for column in columns if column not in days]
    return any(share(values.get(column.index, []), is_name) >= 0.7 for column in others)


def _is_by_person(columns: tuple[Column, ...]) -> bool:
    """Whether staff stand down the side of a grid whose rows say no times."""
    if not any(column.field in IN_CELLS for column in columns):
        return False
    said = any(column.field in (Field.SPAN, Field.START, Field.DAY_TIME) for column in columns)
    others = (column for column in columns if column.field not in IN_CELLS)
    return not said and any(map(_heads_staff, (column.header for column in others)))


def _heads_staff(header: str) -> bool:
    return (Field.FULL_NAME, 100) in meaning_of(header, SheetKind.STAFF)


def _is_worked(cell: Value) -> bool:
    """Whether a cell says a shift, or from when to when somebody worked on that date."""
    return _is_shift(cell) or is_span(cell)


def _is_shift(cell: Value) -> bool:
    words = key(written(cell))
    return words in _AWAY or bool(_SHIFT.match(words))
