from pathlib import Path

import pytest

from lsadesk.store.checks import look
from lsadesk.store.database import Damaged, commit, connect
from lsadesk.store.sealing.keys import new_key

KEY = new_key()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "college.lsadb"
    engines = connect(path, KEY)
    with engines.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE need (words TEXT)")
        connection.exec_driver_sql("INSERT INTO need VALUES (zeroblob(40000))")
        commit(connection)
    with engines.writing() as connection:  # leaves pages that belong to nothing
        connection.exec_driver_sql("DELETE FROM need")
        commit(connection)
    engines.dispose()
    return path


def test_every_page_is_proven_where_nobody_else_is_at_it(path: Path) -> None:
    assert look(path, KEY).has_every_page
    engines = connect(path, KEY)
    with engines.writing():
        assert not look(path, KEY).has_every_page
    with engines.writing() as connection:
        connection.exec_driver_sql("INSERT INTO need VALUES ('large print')")
        commit(connection)
    assert not look(path, KEY).has_every_page
    engines.dispose()
    assert look(path, KEY).has_every_page


def test_a_spoilt_page_shows_at_once_though_nothing_is_on_it(path: Path) -> None:
    spoilt = bytearray(path.read_bytes())
    spoilt[-100] ^= 1
    path.write_bytes(bytes(spoilt))
    with pytest.raises(Damaged):
        look(path, KEY)
