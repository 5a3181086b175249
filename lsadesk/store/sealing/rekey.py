"""Changing the key of the whole file, once somebody who knew it has left.

It happens when the college is next opened with nobody else inside. Both keys are in the key
file before the database is touched, and the old one goes from it last: killed anywhere in
between, the next opening finishes what was begun. Nobody's secret is needed, because the new
key is sealed to each account's own key pair, and to the paper.
"""

import json
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from lsadesk.store import chain
from lsadesk.store.database import InUse, alone, change_key, raw_connection
from lsadesk.store.layout import DATABASE
from lsadesk.store.sealing import keys, vault
from lsadesk.store.sealing.keys import Opened
from lsadesk.store.trail import KEPT_KEY


def finished(folder: Path, opened: Opened) -> Opened:
    """*opened* with the one key that the database is under, after a change that was cut short.

    Raises:
        UserError: somebody else is inside, the database is damaged, or the disk is in the way.
    """
    if opened.former_key is None:
        return opened
    database = folder / DATABASE
    if not _opens(database, opened.database_key):
        with alone(database, opened.former_key) as connection:
            change_key(connection, opened.database_key)
    return _ended(folder, opened)


def changed_if_due(folder: Path, opened: Opened) -> Opened:
    """*opened* with a new key of the database, if one is due and nobody else is inside.

    It waits while a slot is not proven: the new key would go to whoever altered that slot.
    """
    found = vault.read(folder)
    if not found.is_rekey_due or not all(
        keys.is_proven(slot, opened.database_key) for slot in found.slots
    ):
        return opened
    with ExitStack() as inside:
        try:
            connection = inside.enter_context(alone(folder / DATABASE, opened.database_key))
        except InUse:
            return opened
        new = keys.new_key()
        _keep_trail_key(connection, opened.database_key)
        vault.write(folder, keys.with_new_key(found, opened.database_key, new), new)
        change_key(connection, new)
        return _ended(folder, replace(opened, database_key=new))


def _ended(folder: Path, opened: Opened) -> Opened:
    vault.write(folder, keys.without_former(vault.read(folder)), opened.database_key)
    return replace(opened, former_key=None)


def _keep_trail_key(connection: Any, database_key: bytes) -> None:
    """Let the trail's marks be told by the key that they were begun with."""
    kept = json.dumps(chain.chain_key(database_key).hex())
    connection.execute(
        "INSERT INTO setting (key, value) SELECT ?, ? "
        "WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = ?)",
        (KEPT_KEY, kept, KEPT_KEY),
    )


def _opens(database: Path, key: bytes) -> bool:
    connection = raw_connection(database, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        if error.sqlite_errorcode != dbapi2.SQLITE_NOTADB:
            raise
        return False
    finally:
        connection.close()
    return True
