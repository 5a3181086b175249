"""A person's corrections to a timetable: what its cells hold, and when its periods are."""

from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.bell_times import NOT_TOLD, periods_named
from lsadesk.intake.groups_named import ABOUT_CELLS
from lsadesk.intake.mapping import Field
from lsadesk.operations.importing.correcting import table_of, with_sheet
from lsadesk.operations.importing.intake import Draft


def with_cells(draft: Draft, at: int, *, order: tuple[Field, ...], brackets: bool) -> Draft:
    """Say what the parts of a timetable's cells are, and whether brackets name the teacher."""
    sheet = draft.mapping.sheets[at]
    unsure = tuple(line for line in sheet.unsure if not line.startswith(ABOUT_CELLS))
    changed = replace(sheet, cell_order=order, teacher_in_brackets=brackets, unsure=unsure)
    return with_sheet(draft, at, changed)


def periods_asked(draft: Draft, at: int) -> tuple[str, ...]:
    """The periods that a timetable names in place of times."""
    return periods_named(draft.mapping.sheets[at], table_of(draft, at).rows)


def with_period(draft: Draft, at: int, period: str, times: str) -> Draft:
    """Say when a period is, on this timetable and on those of the workbook that do not say it."""
    for place, sheet in enumerate(draft.mapping.sheets):
        if place == at or (sheet.kind is SheetKind.TIMETABLE and period not in sheet.periods):
            periods = {**sheet.periods, period: times}
            periods = {name: said for name, said in periods.items() if said}
            is_told = set(periods_asked(draft, place)) <= set(periods)
            unsure = tuple(line for line in sheet.unsure if not (is_told and line == NOT_TOLD))
            draft = with_sheet(draft, place, replace(sheet, periods=periods, unsure=unsure))
    return draft
