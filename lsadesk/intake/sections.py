"""Rows that head a part of a table: "Blue team" above its people, "Class 3" above its learners."""

import re
from dataclasses import dataclass

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.looks import has_left, is_name
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Row, Sheet, written

_PART = re.compile(
    r"\b(?:team|group|gp|dept|department|campus|site|house|faculty|unit|pod|hub|area|cohort|year|"
    r"class|form|staff|lsas?|tas?|directorate|division|provision|centre|pathway|section|base|"
    r"programme|course|school|college|bank|agency|tim|grwp|dosbarth)\b"
)
_PLACE = re.compile(r"\b(?:campus|site|centre)\b")
_HEADED = (SheetKind.STAFF, SheetKind.LEARNERS, SheetKind.SKILLS)


@dataclass
class Section:
    """The part of a table that is being read; "" before the first heading of a part."""

    heading: str = ""

    def is_told_by(
        self, row: Row, following: Row | None, sheet: Sheet, mapping: SheetMapping
    ) -> bool:
        """Take the heading from a row that names the part of the rows below it."""
        if mapping.kind not in _HEADED or len(row.cells) != 1:
            return False
        if following is None or len(following.cells) < 2 or len(mapping.columns) < 2:
            return False
        column, cell = next(iter(row.cells.items()))
        text = written(cell)
        if not isinstance(cell, str) or len(text) > 40 or text[-1] in ".!?":
            return False
        heads = has_left(text) or bool(_PART.search(plain(text))) or text.endswith(":")
        if not (heads or _is_wide(row, sheet)):
            named = column in {c.index for c in mapping.of(Field.FULL_NAME)}
            # Where people stand across, a skill would have marks; on a form it may have none.
            across = mapping.has(Field.PERSON)
            by_skill = across and column in {c.index for c in mapping.of(Field.SKILL_NAME)}
            if not by_skill and (not named or is_name(cell) or "," in text):
                return False
        self.heading = text.rstrip(": ")
        return True

    @property
    def of_leavers(self) -> bool:
        """Whether it is headed as one of people who have left."""
        return has_left(self.heading)

    def field(self, mapping: SheetMapping) -> Field:
        """What the heading says of each row below it."""
        kind = mapping.kind
        if kind is SheetKind.LEARNERS:
            return Field.GROUP
        if kind is SheetKind.STAFF and _PLACE.search(plain(self.heading)):
            return Field.SITE
        by_skill = mapping.has(Field.SKILL_NAME)
        return Field.SKILL_GROUP if by_skill else Field.TEAM


def _is_wide(row: Row, sheet: Sheet) -> bool:
    """Whether the row's one cell is merged over several columns."""
    return any(m.top == m.bottom == row.number and m.right - m.left >= 2 for m in sheet.merged)
