"""Forms that somebody sent more than once: the last answers hold, as their time stamps say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.date_order import day_first
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.matching import in_order
from lsadesk.intake.owners import name_on
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.times import parse_time
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Row, Value

_STAMP = re.compile(r"(?:time ?stamp|completion time|(?:date |time )?submitted(?: at| on)?)$")


def with_last_answers(
    mapping: SheetMapping, rows: Sequence[Row]
) -> tuple[tuple[Row, ...], Mapping[int, int]]:
    """*rows* with each person's last answers over their earlier ones, in the place of the last.

    And which row took the place of which earlier one. Only on a form of one row a person,
    where every row that somebody sent says when.
    """
    stamps = [c.index for c in mapping.columns if _STAMP.match(key(c.header))]
    is_form = mapping.kind in (SheetKind.SKILLS, SheetKind.STAFF)
    if not stamps or not is_form or mapping.has(Field.SKILL_NAME, Field.PERSON):
        return tuple(rows), {}
    sent: dict[str, list[Row]] = {}
    for row in rows:
        if name := in_order(name_on(row.cells, mapping)):
            sent.setdefault(name, []).append(row)
    last: dict[int, Row] = {}
    instead: dict[int, int] = {}
    for own in sent.values():
        *earlier, final = _in_turn(own, stamps[-1], mapping) or own[:1]
        answers = {index: cell for row in (*earlier, final) for index, cell in row.cells.items()}
        last[final.number] = replace(final, cells=answers)
        instead |= {row.number: final.number for row in earlier}
    return tuple(last.get(row.number, row) for row in rows), instead


def _in_turn(own: Sequence[Row], stamp: int, mapping: SheetMapping) -> list[Row]:
    """One person's rows, the earliest first; empty where that is not said of each."""
    sent = [(_moment(row.cells.get(stamp), mapping), row) for row in own]
    known = [(moment, row) for moment, row in sent if moment is not None]
    if len(own) < 2 or len({moment for moment, _ in known}) < len(own):
        return []
    return [row for _, row in sorted(known, key=lambda each: each[0])]


def _moment(value: Value | None, mapping: SheetMapping) -> datetime | None:
    """When a row was sent; None where its time stamp cannot be read."""
    if isinstance(value, datetime):
        return value
    said = value if isinstance(value, str) else ""
    day, _, clock = (day_first(said) if mapping.month_first else said).strip().partition(" ")
    figures = re.match(
        r"(\d{1,2}:\d\d)(?::(\d\d))?( ?[apAP][mM])?(?: (?:GMT|BST|UTC)\S*)?$", clock.strip()
    )
    try:
        begun = parse_date(day).day
        at = parse_time(f"{figures[1]}{figures[3] or ''}").moment if figures else time()
    except Unreadable:
        return None
    return datetime.combine(begun, at.replace(second=int(figures[2] or 0) if figures else 0))
