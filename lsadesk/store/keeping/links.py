"""Which rows are about a person or a learner, by the links between the tables.

A row is about whoever its column `person_id` names, or whoever the row that it belongs to is
about. Other columns that lead to a person are third parties. Of a learner it is `learner_id`.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Table, or_, select

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.store.rows import Row
from lsadesk.store.work import Reading

ABOUT = "person_id"
OF_LEARNER = "learner_id"
# What an account did with others' records is not about its person.
NEVER_OWN = frozenset({"account"})
Owned = Mapping[str, Collection[int]]


def conditions(
    table: Table, who: PersonId | LearnerId, owned: Owned, by: str = ABOUT
) -> Iterator[Any]:
    """What makes a row of *table* one about *who*; *owned* are such rows of tables before."""
    names = by.removesuffix("_id")
    if table.name == names:
        yield table.c["id"] == who
    for column in table.columns:
        for key in column.foreign_keys:
            leads_to = key.column.table.name
            if leads_to == names and column.name == by:
                yield column == who
            elif leads_to != names and owned.get(leads_to):
                yield column.in_(owned[leads_to])


def rows_about(
    reading: Reading, who: PersonId | LearnerId, by: str = ABOUT
) -> dict[str, list[Mapping[str, Any]]]:
    """Every row about *who*, table by table; those without any are left out.

    *by* is the column that names them: `OF_LEARNER` for a learner.
    """
    owned: dict[str, list[int]] = {}
    found: dict[str, list[Mapping[str, Any]]] = {}
    for table in Row.metadata.sorted_tables:
        wanted = list(conditions(table, who, owned, by))
        if not wanted:
            continue
        rows = [
            dict(row)
            for row in reading.session.execute(select(table).where(or_(*wanted))).mappings()
        ]
        if rows:
            found[table.name] = list(rows)
        if "id" in table.c and table.name not in NEVER_OWN:
            owned[table.name] = [row["id"] for row in rows]
    return found


def about_people() -> frozenset[str]:
    """The names of all tables that can hold a row about a person."""
    found = {"person"}
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                target = key.column.table.name
                names_them = target == "person" and column.name == ABOUT
                if names_them or target in found - NEVER_OWN - {"person"}:
                    found.add(table.name)
    return frozenset(found)
