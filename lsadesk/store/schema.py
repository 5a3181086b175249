"""The schema's number, how a new file gets it, and how an older one is brought up to it.

Alembic costs a third of a second to import, so it is loaded only when there is a
migration to run; a new file is made from the tables themselves.
"""

from pathlib import Path

from sqlalchemy import text

from lsadesk.errors import UserError
from lsadesk.store import checks
from lsadesk.store.database import Engines, set_user_version
from lsadesk.store.rows import Row

SCHEMA_VERSION = 1
MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0001"


def initialise(engines: Engines) -> None:
    """Make every table in a new, empty database."""
    with engines.writer.begin() as connection:
        Row.metadata.create_all(connection)
        connection.execute(
            text("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
        )
        connection.execute(
            text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD}
        )
        set_user_version(connection, SCHEMA_VERSION)


def require_own_tables(engines: Engines) -> None:
    """Refuse a file whose number is ours and whose tables are not: one made by a trial edition.

    Raises:
        UserError: what to do with it.
    """
    with engines.reader.begin() as connection:
        there = checks.columns(connection)
    own = {(each.name, column.name) for each in Row.metadata.tables.values() for column in each.c}
    if not own <= there:
        raise UserError(
            "This college was made by another edition of LSA Desk, and this one cannot read it. "
            "Open it with the edition it was made with, take your records out of it as workbooks, "
            "and import them into a new college here. Nothing was changed."
        )


def migrate(engines: Engines, _from_version: int) -> None:
    """Bring an older file up to `SCHEMA_VERSION`, whole or not at all."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engines.writer.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        set_user_version(connection, SCHEMA_VERSION)
