"""One sheet that is a staff list and a training record: its columns shared out between both."""

from collections.abc import Sequence

from lsadesk.intake.column_looks import PERSON_FIELDS
from lsadesk.intake.mapping import Column, Field

_WHO = (*PERSON_FIELDS, Field.FORENAME, Field.KNOWN_AS)
_COURSES = (Field.COURSE_DATE, Field.COURSE_EXPIRES)
_EMPLOYED = frozenset(
    {Field.CONTRACT, Field.HOURS, Field.FTE, Field.DAYS, Field.DAY_WORKED, Field.TITLE}
    | {Field.TEAM, Field.LINE_MANAGER, Field.STARTED, Field.SKILL}
)


def shared_out(
    staff: Sequence[Column], training: Sequence[Column]
) -> tuple[tuple[Column, ...], tuple[Column, ...]] | None:
    """The columns of the staff list, and those of the training record with who it is about.

    *staff* and *training* are all columns of one table read each way. None where the table
    is one of the two only.
    """
    read = {column.index: column.field for column in staff}
    courses = [c for c in training if c.field in _COURSES and _is_left(c, read[c.index])]
    places = {column.index for column in courses}
    employed = [c for c in staff if c.field in _EMPLOYED and c.index not in places]
    who = [column for column in staff if column.field in _WHO]
    is_list = any(column.field is not Field.SKILL for column in employed)
    if len(employed) < 2 or not is_list or not courses or not who:
        return None
    return tuple(c for c in staff if c.index not in places), (*who, *courses)


def _is_left(course: Column, as_staff: Field) -> bool:
    """Whether a staff list makes nothing of a course's column, or takes its "n/a" for a mark."""
    is_end = course.field is Field.COURSE_EXPIRES
    return as_staff is Field.NOT_TAKEN or (is_end and as_staff is Field.SKILL)
