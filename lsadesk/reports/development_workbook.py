"""All development plans as a workbook: every line for those who may see it, or the sums alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.auditing.skills import SPOKEN
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.all_plans import (
    FEWEST,
    GapClosed,
    Heading,
    PersonsPlan,
    PlansBook,
    Total,
    by_contract,
    by_funder,
    by_mode,
    for_others,
    totals,
    whole,
)
from lsadesk.domain.developing.development import ActionId, PlanAction, in_order
from lsadesk.domain.developing.plan_reviews import NoteKind, PlanNote
from lsadesk.domain.developing.plan_years import Year, year_of
from lsadesk.reports.books import save_book
from lsadesk.reports.sheets import (
    Value,
    clean,
    filter_and_freeze,
    fit_to_page,
    put_table,
    put_title,
)

_TABLE_ROW = 4
_ACROSS = 12  # columns that can still be read on one page
_TOO_FEW = f"fewer than {FEWEST} people"
_HEADINGS: tuple[tuple[str, Heading], ...] = (
    ("By way", by_mode),
    ("By funder", by_funder),
    ("By contract", by_contract),
)
_LINES = [
    ("Name", 24.0),
    ("Team", 16.0),
    ("Contract", 12.0),
    ("What", 36.0),
    ("Why", 30.0),
    ("How", 16.0),
    ("With whose help", 20.0),
    ("Agreed on", 13.0),
    ("By when", 13.0),
    ("Progress", 13.0),
    ("Since", 13.0),
    ("Why not now", 22.0),
    ("Who pays", 16.0),
    ("Cost, £", 10.0),
    ("Hours off timetable", 11.0),
    ("What came of it", 30.0),
    ("What changed at work", 30.0),
    ("Evidence this year", 30.0),
]
_PEOPLE = [
    ("Name", 26.0),
    ("Team", 18.0),
    ("Contract", 14.0),
    ("Lines to do", 10.0),
    ("Past their date", 10.0),
    ("Done this year", 10.0),
    ("Without follow-up", 12.0),
    ("Last review", 14.0),
    ("Next review", 14.0),
]
_TOTALS = [
    ("", 34.0),
    ("People", 12.0),
    ("Lines", 10.0),
    ("Done", 10.0),
    ("Cost, £", 12.0),
    ("Lines whose cost nobody said", 16.0),
    ("Hours off timetable", 14.0),
]
_GAPS = [
    ("Name", 26.0),
    ("Skill", 26.0),
    ("When it was agreed", 28.0),
    ("Now", 28.0),
    ("What was done", 40.0),
    ("How", 18.0),
]


def write_plans_workbook(told: PlansBook, path: Path) -> None:
    """Write every line, a line a person, the sums and the gaps closed. Raises `UserError`."""
    year, day = year_of(told.day), uk_date(told.day)
    book = Workbook()
    book.properties.title = clean(f"Development plans, {told.college}")
    footer = f"{told.college} \u00b7 Confidential: names people \u00b7 {day}"
    evidence = _evidence(told.notes)
    lines = [
        _line(plan, action, evidence[action.id])
        for plan in told.plans
        for action in in_order(plan.actions)
    ]
    said = f"Every line open or closed in {year.words}, as at {day}."
    _sheet(book, "Lines", ("Development plans, line by line", said), _LINES, lines, footer)
    people = [_person(plan, year, told.day) for plan in told.plans]
    title = "Development plans, one line a person", "An empty date: none was agreed."
    _sheet(book, "People", title, _PEOPLE, people, footer)
    _put_totals(book, told.plans, year, footer, shared=False)
    said = f"Lines done in {year.words} whose skill stands higher than when they were agreed."
    closed = [_gap(gap) for gap in told.gaps]
    _sheet(book, "Gaps closed", ("What closed gaps", said), _GAPS, closed, footer)
    _save(book, path)


def write_totals_workbook(
    plans: Sequence[PersonsPlan], college: str, day: date, path: Path
) -> None:
    """Write the sums as they may be told to anybody. Raises `UserError`."""
    book = Workbook()
    book.properties.title = clean(f"Development in figures, {college}")
    footer = f"{college} \u00b7 {uk_date(day)}"
    _put_totals(book, plans, year_of(day), footer, shared=True)
    _save(book, path)


def _put_totals(
    book: Workbook, plans: Sequence[PersonsPlan], year: Year, footer: str, *, shared: bool
) -> None:
    told = f"Lines open or closed in {year.words}. Hours and cost are of those lines that say them."
    if shared:
        told += f" Small groups are not told apart ({_TOO_FEW})."
    for name, heading in _HEADINGS:
        found = totals(plans, year, heading)
        lines = for_others([*found, whole(plans, year)]) if shared else [*found, whole(plans, year)]
        rows = [_total(each) for each in lines]
        _sheet(book, name, (f"Development {name.lower()}", told), _TOTALS, rows, footer)


def _sheet(  # noqa: PLR0917  what a sheet is made of, once
    book: Workbook,
    name: str,
    title: tuple[str, str],
    columns: Sequence[tuple[str, float]],
    records: Iterable[Sequence[Value]],
    footer: str,
) -> None:
    sheet: Worksheet = book.worksheets[0]
    if sheet.title != "Sheet":
        sheet = book.create_sheet()
    sheet.title = name
    put_title(sheet, *title)
    last = put_table(sheet, _TABLE_ROW, columns, records)
    filter_and_freeze(sheet, _TABLE_ROW, len(columns), last - 1)
    fit_to_page(sheet, footer, pages_across=2 if len(columns) > _ACROSS else 1)


def _evidence(notes: Iterable[PlanNote]) -> Mapping[ActionId, list[str]]:
    found: defaultdict[ActionId, list[str]] = defaultdict(list)
    for note in notes:
        if note.kind is NoteKind.EVIDENCE and note.about is not None:
            found[note.about].append(f"{uk_date(note.day)}, {note.signed}: {note.text}")
    return found


def _line(plan: PersonsPlan, action: PlanAction, evidence: Sequence[str]) -> tuple[Value, ...]:
    return (
        plan.name,
        plan.team,
        plan.contract.value,
        action.what,
        action.why,
        action.mode.value,
        action.helper,
        action.agreed_on,
        action.due,
        action.progress.value,
        action.closed_on or action.begun_on,
        action.not_now_because,
        action.funder.value,
        _pounds(action.cost_pence),
        _hours(action.release_minutes),
        action.outcome,
        action.follow_up or action.no_follow_up_because,
        "\n".join(evidence),
    )


def _person(plan: PersonsPlan, year: Year, day: date) -> tuple[Value, ...]:
    return (
        plan.name,
        plan.team,
        plan.contract.value,
        len(plan.waiting),
        len(plan.past_date(day)),
        sum(year.covers(each.done_on) for each in plan.actions),
        len(plan.without_follow_up),
        plan.last_review,
        plan.next_review,
    )


def _total(total: Total) -> tuple[Value, ...]:
    if total.people is None:
        return total.heading, _TOO_FEW, None, None, None, None, None
    return (
        total.heading,
        total.people,
        total.lines,
        total.done,
        _pounds(total.cost_pence),
        total.unpriced,
        _hours(total.release_minutes),
    )


def _gap(gap: GapClosed) -> tuple[Value, ...]:
    before, after = SPOKEN[gap.before], SPOKEN[gap.after]
    return gap.name, gap.skill, before, after, gap.what, gap.mode.value


def _pounds(pence: int | None) -> float | None:
    return None if pence is None else pence / 100


def _hours(minutes: int | None) -> float | None:
    return None if minutes is None else round(minutes / 60, 2)


def _save(book: Workbook, path: Path) -> None:
    save_book(book, path)
