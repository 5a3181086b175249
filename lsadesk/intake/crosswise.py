"""Audits and training records lying on their side: skills or courses down, people across."""

import re

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.headings import SET_ASIDE_HEADER, Table
from lsadesk.intake.looks import is_mark, is_name, is_standing, is_written_name, says_date, share
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.meanings import is_heading, meaning_of
from lsadesk.intake.owners import are_called
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Value

_WHAT = {SheetKind.SKILLS: Field.SKILL_NAME, SheetKind.TRAINING: Field.COURSE}
_PERSON = (Field.FULL_NAME, Field.SURNAME, Field.FORENAME)
_COUNTS = re.compile(r"\b(?:no|number|how many|count|total|score|sum|average|percent|mean)\b|[%#]")
_WORD = re.compile(r"^[^\W\d_][^\W\d_A-Z]*(?:['’-][^\W\d_]+)*$")


def crosswise(
    kind: SheetKind,
    table: Table,
    values: dict[int, list[Value]],
    names: frozenset[str] = frozenset(),
) -> list[Column] | None:
    """The columns of a table whose headings are people, or None where they are not.

    *names* are those of the staff: a heading may be one of their forenames alone.
    """
    people = [index for index in sorted(values) if _is_about(kind, values[index], table, index)]
    if kind not in _WHAT or len(people) < 2:
        return None
    before = [index for index in sorted(values) if index < people[0] and _is_text(values[index])]
    if not before or _names_somebody(table, values):
        return None
    headed = table.headers.get(before[-1], "")
    says_what = any(field is _WHAT[kind] for field, _ in meaning_of(headed, kind))
    heads = [table.headers[index] for index in people]
    if not are_called(heads, names) and not _names_people(
        heads, values[before[-1]], headed, says_what
    ):
        return None
    what = Column(index=before[-1], header=headed, field=_WHAT[kind], confidence=80)
    across = [_person(index, table.headers[index]) for index in people]
    others = [
        Column(index=i, header=table.headers.get(i, ""), field=_beside(kind, i, what), confidence=0)
        for i in sorted(values)
        if i not in people and i != what.index
    ]
    return sorted([what, *across, *others], key=lambda column: column.index)


def _names_somebody(table: Table, values: dict[int, list[Value]]) -> bool:
    """Whether a column of its own says whom each row is about."""
    return any(
        (Field.FULL_NAME, 100) in meaning_of(header, SheetKind.STAFF)
        and share(values.get(index, []), is_name) >= 0.6
        for index, header in table.headers.items()
    )


def _person(index: int, header: str) -> Column:
    return Column(index=index, header=header, field=Field.PERSON, name=header, confidence=80)


def _beside(kind: SheetKind, index: int, what: Column) -> Field:
    """A column of words before the names of skills groups them."""
    grouped = kind is SheetKind.SKILLS and index == what.index - 1
    return Field.SKILL_GROUP if grouped else Field.NOT_TAKEN


def _is_about(kind: SheetKind, cells: list[Value], table: Table, index: int) -> bool:
    """Whether a column could be one person's marks or dates."""
    header = table.headers.get(index, "")
    if not header or is_heading(header) or key(header) == key(SET_ASIDE_HEADER):
        return False
    if _COUNTS.search(header.casefold()):  # what the others come to
        return False
    if kind is SheetKind.TRAINING:
        return share(cells, says_date) > 0 and share(cells, is_standing) >= 0.6
    return share(cells, is_mark) >= 0.6


def _is_text(cells: list[Value]) -> bool:
    return share(cells, lambda cell: isinstance(cell, str) and not is_mark(cell)) >= 0.7


def _is_word(head: str) -> bool:
    """Whether a heading is one word with a capital, as a forename alone is."""
    return head[:1].isupper() and bool(_WORD.match(head))


def _names_people(heads: list[str], down: list[Value], headed: str, says_what: bool) -> bool:
    """Whether the headings are people's names, and more so than the words down the side."""
    if any(field in _PERSON for field, _ in meaning_of(headed, SheetKind.STAFF)):
        return False
    if says_what:
        called = share(heads, lambda head: is_written_name(head) or _is_word(str(head)))
        return called >= 0.7
    return share(heads, is_written_name) >= 0.7 and share(heads, is_written_name) > share(
        down, is_written_name
    )
