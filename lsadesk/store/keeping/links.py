"""Which rows are about a person, by the links between the tables.

A row is about whoever its column `person_id` names, or whoever the row that it belongs to is
about. Other columns that lead to a person are third parties.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Table, or_, select

from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import Row
from lsadesk.store.work import Reading

ABOUT = "person_id"
# What an account did with others' records is not about its person.
NEVER_OWN = frozenset({"account"})
Owned = Mapping[str, Collection[int]]


def conditions(table: Table, person: PersonId, owned: Owned) -> Iterator[Any]:
    """What makes a row of *table* one about *person*; *owned* are such rows of tables before."""
    if table.name == "person":
        yield table.c["id"] == person
    for column in table.columns:
        for key in column.foreign_keys:
            leads_to = key.column.table.name
            if leads_to == "person" and column.name == ABOUT:
                yield column == person
            elif leads_to != "person" and owned.get(leads_to):
                yield column.in_(owned[leads_to])


def rows_about(reading: Reading, person: PersonId) -> dict[str, list[Mapping[str, Any]]]:
    """Every row about *person*, table by table; those without any are left out."""
    owned: dict[str, list[int]] = {}
    found: dict[str, list[Mapping[str, Any]]] = {}
    for table in Row.metadata.sorted_tables:
        wanted = list(conditions(table, person, owned))
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
