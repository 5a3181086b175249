"""Sheets whose dates stand month first, as forms and programs from elsewhere write them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lsadesk.intake.mapping import SheetMapping
from lsadesk.intake.sheets import Value

_FIGURES = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)\b")


def day_first(text: str) -> str:
    """*text* with each date that is written month first the other way round."""
    return _FIGURES.sub(r"\3\2\1\2\4", text)


def with_date_order(mapping: SheetMapping, values: Iterable[Iterable[Value]]) -> SheetMapping:
    """*mapping* told that its dates stand month first, where one shows it and none denies it.

    "9/22/2026" can only be September: then "9/10/2026" on the same sheet is September too.
    """
    example, is_day_first = "", False
    for cells in values:
        for cell in cells:
            for found in _FIGURES.finditer(cell) if isinstance(cell, str) else ():
                first, second = int(found[1]), int(found[3])
                if first <= 12 < second <= 31:
                    example = example or found[0]
                is_day_first = is_day_first or second <= 12 < first <= 31
    if not example:
        return mapping
    if is_day_first:
        line = f"“{example}” stands month first and others day first: check its dates."
        return replace(mapping, unsure=(*mapping.unsure, line))
    line = f"All its dates are read month first, as “{example}” is."
    return replace(mapping, month_first=True, unsure=(*mapping.unsure, line))
