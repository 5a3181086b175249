from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from lsadesk.store import database
from lsadesk.store.database import Engines, InUse, Locked, connect, plain_sentences
from lsadesk.store.sealing.keys import new_key

KEY = new_key()


@pytest.fixture
def engines(tmp_path: Path) -> Iterator[Engines]:
    engines = connect(tmp_path / "college.lsadb", KEY)
    with engines.writer.begin() as connection:
        connection.execute(text("CREATE TABLE need (id INTEGER PRIMARY KEY, words TEXT UNIQUE)"))
    yield engines
    engines.dispose()


def rows(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM need")).scalar_one())


def insert(connection: Connection, words: str) -> None:
    connection.execute(text("INSERT INTO need (words) VALUES (:words)"), {"words": words})


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("cache_size", -64000),
    ],
)
def test_every_connection_is_set_up_to_the_recipe(
    engines: Engines, pragma: str, value: object
) -> None:
    for engine in (engines.writer, engines.reader):
        with engine.connect() as connection:
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_rollback_really_rolls_back_on_both_engines(engines: Engines) -> None:
    for engine in (engines.writer, engines.reader):
        with engine.connect() as connection:
            insert(connection, "quiet room")
            connection.rollback()
        with engine.connect() as connection:
            insert(connection, "leaving without a commit")
        assert rows(engines.reader) == 0


def test_the_transaction_is_begun_by_us_on_every_engine(engines: Engines) -> None:
    begun: list[str] = []
    for engine, expected in ((engines.writer, "BEGIN IMMEDIATE"), (engines.reader, "BEGIN")):
        with engine.connect() as connection:
            connection.connection.driver_connection.set_trace_callback(begun.append)
            connection.exec_driver_sql("SELECT 1")
            assert begun[0] == expected
            connection.connection.driver_connection.set_trace_callback(None)
        begun.clear()


def test_a_schema_change_is_rolled_back_with_its_transaction(engines: Engines) -> None:
    with engines.writer.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        database.set_user_version(connection, 9)
        connection.rollback()
    with engines.reader.connect() as connection:
        assert database.user_version(connection) == 0
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'half'")
        assert found.first() is None


def test_reading_goes_on_while_somebody_writes(engines: Engines) -> None:
    with engines.writer.begin() as writing:
        insert(writing, "large print")
        assert rows(engines.reader) == 0
    assert rows(engines.reader) == 1


def test_a_second_writer_is_told_in_a_sentence(
    engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    second = connect(tmp_path / "college.lsadb", KEY)
    with engines.writer.begin() as writing:
        insert(writing, "large print")
        with (
            pytest.raises(InUse, match="Another program"),
            plain_sentences(),
            second.writer.begin(),
        ):
            pass
    second.dispose()


def test_one_writes_at_a_time_and_what_is_not_committed_is_gone(
    engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with engines.writing() as first:
        insert(first, "large print")
        with pytest.raises(InUse, match="Another program"), engines.writing():
            pass
        assert not engines.settle()
        first.commit()
        insert(first, "quiet room")
    assert rows(engines.reader) == 1
    assert engines.settle()
    engines.dispose()
    with pytest.raises(Locked), engines.writing():
        pass


def test_an_error_does_not_show_what_was_being_saved(engines: Engines) -> None:
    with engines.writer.begin() as connection:
        insert(connection, "has epilepsy")
    with pytest.raises(IntegrityError) as refused, engines.writer.begin() as connection:
        insert(connection, "has epilepsy")
    assert "epilepsy" not in str(refused.value)


def test_nothing_readable_lies_on_the_disk_and_the_key_is_in_no_url(
    engines: Engines, tmp_path: Path
) -> None:
    with engines.writer.begin() as connection:
        insert(connection, "needs to know about Asha" * 200)
    engines.dispose()
    assert [path.name for path in tmp_path.iterdir()] == ["college.lsadb"]
    content = (tmp_path / "college.lsadb").read_bytes()
    assert b"Asha" not in content
    assert b"SQLite format" not in content
    shown = engines.writer.url.render_as_string(hide_password=False) + repr(engines)
    assert KEY.hex() not in shown


def test_our_own_mistakes_are_not_turned_into_sentences(engines: Engines) -> None:
    with (
        pytest.raises(OperationalError, match="no such table"),
        plain_sentences(),
        engines.reader.connect() as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_file_that_vanished_is_not_made_again_empty(engines: Engines, tmp_path: Path) -> None:
    engines.dispose()
    path = tmp_path / "college.lsadb"
    again = connect(path, KEY)
    path.unlink()
    with pytest.raises(OperationalError):
        again.reader.connect()
    again.dispose()
    assert not path.exists()


def test_what_was_closed_does_not_open_the_file_again(engines: Engines) -> None:
    engines.dispose()
    for engine in (engines.writer, engines.reader):
        with pytest.raises(Locked, match="locked"):
            rows(engine)


def test_closing_twice_is_closing_once(engines: Engines, tmp_path: Path) -> None:
    engines.dispose()
    engines.dispose()
    assert [file.name for file in tmp_path.iterdir()] == ["college.lsadb"]


def test_no_key_is_left_in_closed_engines(engines: Engines) -> None:
    assert KEY.hex() not in repr(engines)
    engines.dispose()
    assert engines.held.key is None
