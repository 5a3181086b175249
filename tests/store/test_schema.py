import os
from pathlib import Path

from sqlalchemy import inspect

from lsadesk.store import database, schema
from lsadesk.store.database import Engines


def tables_of(engines: Engines) -> dict[str, object]:
    with engines.reader.begin() as connection:
        looked = inspect(connection)
        return {
            table: (
                sorted(
                    (column["name"], str(column["type"])) for column in looked.get_columns(table)
                ),
                sorted(str(index["name"]) for index in looked.get_indexes(table)),
                sorted(str(key["constrained_columns"]) for key in looked.get_foreign_keys(table)),
            )
            for table in looked.get_table_names()
        }


def test_the_migrations_lead_to_the_same_tables_as_a_new_file(tmp_path: Path):
    new = database.connect(tmp_path / "new.db", os.urandom(32))
    schema.initialise(new)
    migrated = database.connect(tmp_path / "migrated.db", os.urandom(32))
    schema.migrate(migrated, 0)

    assert tables_of(migrated) == tables_of(new)
    with migrated.reader.begin() as connection:
        assert database.user_version(connection) == schema.SCHEMA_VERSION
    new.dispose()
    migrated.dispose()
