"""How much of a sheet is read, whatever kind of file holds it, and what is told of the rest."""

from collections.abc import Sequence

from lsadesk.errors import UserError

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 400_000

READ_ALIKE = "read like the others"  # what is said of hidden rows


def on_hidden_rows(numbers: Sequence[int]) -> list[str]:
    """What is told of rows that a filter or somebody has hidden: they are rows all the same."""
    if not numbers:
        return []
    shown = ", ".join(map(str, numbers[:5])) + (" and others" if len(numbers) > 5 else "")
    rows = "row is" if len(numbers) == 1 else "rows are"
    return [f"{len(numbers)} hidden {rows} {READ_ALIKE}: {shown}."]


def on_crossed_out(places: Sequence[str]) -> list[str]:
    """What is told of rows and cells whose words are crossed out: they hold no more."""
    if not places:
        return []
    shown = ", ".join(places[:8]) + (" and others" if len(places) > 8 else "")
    return [f"Crossed out, and so not read: {shown}."]


def beyond(number: int) -> list[str]:
    """What is told where row *number* is the first with cells too far right; nothing for 0."""
    said = f"Row {number} has cells beyond the {MAX_COLUMNS}th column; they were not read."
    return [said] if number else []


def refuse_too_much(sheet: str, rows: int, cells: int) -> None:
    """Raise UserError where a sheet's rows or filled cells so far are more than a college has."""
    if rows > MAX_ROWS or cells > MAX_CELLS:
        raise UserError(
            f"The sheet {sheet} has more than {MAX_ROWS:,} rows or {MAX_CELLS:,} filled cells. "
            "Split it into smaller sheets and import them one by one."
        )
