"""Rows that head a part of a table: "Blue team" above its people, "Class 3" above its learners."""

import re
from dataclasses import dataclass

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.column_looks import PERSON_FIELDS
from lsadesk.intake.looks import has_left, is_name
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.named_above import name_between
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Row, Sheet, written

_PART = re.compile(
    r"\b(?:team|group|gp|dept|department|campus|site|house|faculty|unit|pod|hub|area|cohort|year|"
    r"class|form|staff|lsas?|tas?|directorate|division|provision|centre|pathway|section|base|"
    r"programme|course|school|college|bank|agency|tim|grwp|dosbarth)\b"
)
_LABEL = re.compile(r"^[A-Za-z ]{3,20}:\s+(?=\S)")  # "Group: Rowan"
_PLACE = re.compile(r"\b(?:campus|site|centre)\b")
_NO_STAFF = re.compile(
    r"(?:governors?|trustees?|(?:sub )?contractors?|volunteers?|visitors?|external\b.*|parents?|"
    r"students? on placement|placement students?|work experience)(?: and \w+)?$"
)
_HEADED = (SheetKind.STAFF, SheetKind.LEARNERS, SheetKind.SKILLS, SheetKind.TRAINING)


@dataclass
class Section:
    """The part of a table that is being read; "" before the first heading of a part."""

    heading: str = ""
    person: str = ""  # whom the rows are about, where they name nobody themselves

    def is_told_by(
        self, row: Row, following: Row | None, sheet: Sheet, mapping: SheetMapping
    ) -> bool:
        """Take the heading from a row that names the part of the rows below it."""
        if following is not None and _names_nobody(mapping) and (person := name_between(row)):
            self.person, self.heading = person, ""
            return True
        if len(row.cells) != 1 or mapping.kind not in _HEADED:
            return False
        if following is None or len(following.cells) < 2 or len(mapping.columns) < 2:
            return False
        cell = next(iter(row.cells.values()))
        text = written(cell)
        if not isinstance(cell, str) or len(text) > 40 or text[-1] in ".!?":
            return False
        heads = _of_whom(text) or bool(_PART.search(plain(text))) or text.endswith(":")
        heads = heads or _names_no_course(mapping)
        if not (heads or _is_wide(row, sheet) or _is_no_record(row, following, mapping)):
            return False
        self.heading = _LABEL.sub("", text).rstrip(": ")
        return True

    @property
    def of_whom(self) -> str:
        """Whom it heads who are not the college's staff; "" for anybody else."""
        return _of_whom(self.heading)

    def field(self, mapping: SheetMapping) -> Field:
        """What the heading says of each row below it."""
        kind = mapping.kind
        if kind is SheetKind.LEARNERS:
            return Field.GROUP
        if kind is SheetKind.STAFF and _PLACE.search(plain(self.heading)):
            return Field.SITE
        if _names_no_course(mapping):
            return Field.COURSE
        by_skill = mapping.has(Field.SKILL_NAME)
        return Field.SKILL_GROUP if by_skill else Field.TEAM


def _names_no_course(mapping: SheetMapping) -> bool:
    courses = (Field.COURSE, Field.COURSE_DATE, Field.COURSE_EXPIRES)
    return mapping.kind is SheetKind.TRAINING and not mapping.has(*courses)


def _names_nobody(mapping: SheetMapping) -> bool:
    is_about = mapping.kind in (SheetKind.SKILLS, SheetKind.TRAINING)
    return is_about and not mapping.has(*PERSON_FIELDS, Field.PERSON)


def _of_whom(heading: str) -> str:
    if has_left(heading):
        return "people who have left"
    return "people who are not staff" if _NO_STAFF.match(key(heading)) else ""


def _is_no_record(row: Row, following: Row, mapping: SheetMapping) -> bool:
    """Whether a row's one cell stands where names do and is none, or where a skill has no mark."""
    column, cell = next(iter(row.cells.items()))
    text = written(cell)
    fields = {each.field for each in mapping.columns if each.index == column}
    if Field.SKILL_NAME in fields:  # where people stand across; on a form one may have no mark
        return mapping.has(Field.PERSON)
    if Field.SURNAME in fields:
        return mapping.has(Field.FORENAME)
    is_shouted = text.isupper() and not written(following.cells.get(column)).isupper()
    return Field.FULL_NAME in fields and (is_shouted or not (is_name(cell) or "," in text))


def _is_wide(row: Row, sheet: Sheet) -> bool:
    """Whether the row's one cell is merged over several columns."""
    return any(m.top == m.bottom == row.number and m.right - m.left >= 2 for m in sheet.merged)
