"""Names that stand once for several rows: merged down beside them, or left blank below."""

from collections.abc import Sequence
from itertools import pairwise

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.mapping import IN_CELLS, Field, SheetMapping
from lsadesk.intake.sheets import Row, Sheet, Value
from lsadesk.intake.strangers import why_none_at_all

_WHO = (Field.FULL_NAME, Field.SURNAME, Field.FORENAME, Field.KNOWN_AS, Field.PAYROLL)
_WHOSE = (*_WHO, Field.REFERENCE)
_SHARED = (
    *_WHOSE,
    *(Field.TEAM, Field.SITE, Field.LINE_MANAGER, Field.GROUP, Field.PRIMARY_NEED),
    *(Field.SKILL_GROUP, Field.COURSE, Field.WEEK, Field.PROVIDER, Field.ACHIEVED, Field.EXPIRES),
)


def carried_down(
    sheet: Sheet, mapping: SheetMapping, rows: Sequence[Row]
) -> tuple[tuple[Row, ...], str]:
    """*rows* with what stands once for several of them, and a sentence where that was assumed."""
    if mapping.kind is SheetKind.UNKNOWN or mapping.has(*IN_CELLS):
        return tuple(rows), ""
    filled = _merged_down(sheet, mapping, rows)
    if not _stand_once(mapping, filled):
        return filled, ""
    about = {column.index for field in _WHOSE for column in mapping.of(field)}
    first = min(column.index for column in mapping.columns)
    last: dict[int, Value] = {}
    carried = []
    for row in filled:
        if why_none_at_all(row, first):
            carried.append(row)
            continue
        own = {index: cell for index, cell in row.cells.items() if index in about}
        last = own or last
        carried.append(row if own else Row(row.number, {**last, **row.cells}))
    return tuple(carried), "Where a row names nobody, it is taken as about whom a row above names."


def _merged_down(sheet: Sheet, mapping: SheetMapping, rows: Sequence[Row]) -> tuple[Row, ...]:
    """*rows* with a name or a place that is merged over several of them on each."""
    shared = {column.index for field in _SHARED for column in mapping.of(field)}
    tall = [m for m in sheet.merged if m.bottom > m.top and m.left == m.right and m.left in shared]
    if not tall:
        return tuple(rows)
    said = {(row.number, index): cell for row in rows for index, cell in row.cells.items()}
    filled = []
    for row in rows:
        over = {
            m.left: said[m.top, m.left]
            for m in tall
            if m.top < row.number <= m.bottom and (m.top, m.left) in said
        }
        filled.append(Row(row.number, {**over, **row.cells}) if over else row)
    return tuple(filled)


def _stand_once(mapping: SheetMapping, rows: Sequence[Row]) -> bool:
    """Whether a list with several rows a person or learner names each on their first row only."""
    if not _has_several_rows_each(mapping):
        return False
    about = {column.index for field in _WHOSE for column in mapping.of(field)}
    says = [tuple(row.cells.get(index) for index in sorted(about)) for row in rows]
    blank = [not any(cell is not None for cell in one) for one in says]
    whole = [len(row.cells) for row in rows]
    if not rows or blank[0] or sum(blank) < 0.25 * len(rows):
        return False
    if any(is_blank and cells < 2 for is_blank, cells in zip(blank, whole, strict=True)):
        return False
    return not any(one == other for one, other in pairwise(says) if any(one))


def _has_several_rows_each(mapping: SheetMapping) -> bool:
    return mapping.has(Field.COURSE, Field.SUPPORT_KIND) or mapping.has(Field.SKILL_NAME)
