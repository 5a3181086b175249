from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select, update

from lsadesk.domain.rights import AccountId, Kind
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import college
from lsadesk.store import accounts, settings
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import SkillRow, TrailRow, table_of
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.trail import Entry

SKILL, TRAIL = table_of(SkillRow), table_of(TrailRow)
NAMED = Prepared(select(SKILL).where(SKILL.c["name"] == bindparam("name")))
ADD = Prepared(
    insert(SKILL).values(
        {name: bindparam(name) for name in ("name", "group_name", "position", "hidden")}
    )
)
HIDE = Prepared(
    update(SKILL).where(SKILL.c["name"] == bindparam("wanted")).values(hidden=bindparam("hidden"))
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("room") / "Harbour Lane.lsadesk"
    made = college.new_college(
        folder,
        college="Harbour Lane",
        owner="pat",
        secret="harbour-7",
        effort=Effort(passes=1, memory=8192),
    )
    yield made.desk
    made.desk.close()


def test_what_goes_in_comes_out_as_the_column_has_it(desk: Desk) -> None:
    london = timezone(timedelta(hours=1))
    at = datetime(2026, 6, 1, 9, 30, tzinfo=london)
    move = Prepared(update(TRAIL).where(TRAIL.c["seq"] == 1).values(at=bindparam("at")))
    first = Prepared(select(TRAIL.c["at"], TRAIL.c["subject_id"]).order_by(TRAIL.c["seq"]).limit(1))
    with desk.store.begin() as work:
        assert move.first(work.connection, at=at) is None
        told = first.first(work.connection)
        assert (told.at, told.at.tzinfo) == (at, UTC)
        assert work.session.get_one(TrailRow, 1).at == told.at


def test_many_rows_are_written_in_one_go_and_counted_where_that_is_asked(desk: Desk) -> None:
    skills = [
        {"name": name, "group_name": "Care", "position": place, "hidden": place == 2}
        for place, name in enumerate(("BSL", "Makaton", "Hoist"), 1)
    ]
    with desk.store.begin() as work:
        ADD.many(work.connection, skills)
        found = [NAMED.first(work.connection, name=each["name"]) for each in skills]
        assert [(row.position, row.hidden) for row in found] == [(1, False), (2, True), (3, False)]
        wanted = [{"wanted": name, "hidden": True} for name in ("BSL", "nobody's", "Hoist")]
        assert HIDE.counted(work.connection, wanted) == [1, 0, 1]
        assert NAMED.first(work.connection, name="Hoist").hidden
        assert HIDE.counted(work.connection, []) == []


def test_rows_added_in_one_go_are_known_by_the_numbers_that_they_got(desk: Desk) -> None:
    with desk.store.begin() as work:
        for names in (("Hoist", "Signing"), (), ("Braille",)):
            work.insert_all(SkillRow, [{"name": name} for name in names])
        added = [change.after or {} for change in work.row_changes]
        noted = {row["name"]: row["id"] for row in added}
        assert noted.keys() == {"Hoist", "Signing", "Braille"}
        for name, number in noted.items():
            assert NAMED.first(work.connection, name=name).id == number


def test_a_value_that_is_missing_is_our_own_mistake(desk: Desk) -> None:
    with desk.store.read() as reading:
        assert NAMED.all(reading.connection, name="nobody's") == []
        with pytest.raises(KeyError):
            NAMED.all(reading.connection)


def test_plain_rows_are_read_with_what_was_just_done_to_objects(desk: Desk) -> None:
    with desk.store.begin() as work:
        row = SkillRow(name="Braille")
        work.session.add(row)
        assert NAMED.first(work.connection, name="Braille").id == row.id
        row.hidden = True
        assert NAMED.first(work.connection, name="Braille").hidden
        assert [change.after["hidden"] for change in work.row_changes if change.after] == [0, 1]


def test_leaving_without_a_commit_keeps_neither_plain_rows_nor_objects(desk: Desk) -> None:
    with desk.store.begin() as work:
        work.session.add(SkillRow(name="Braille"))
        work.insert_all(SkillRow, [{"name": "Signing"}])
    with desk.store.read() as reading:
        assert NAMED.all(reading.connection, name="Braille") == []
        assert NAMED.all(reading.connection, name="Signing") == []


def test_an_account_is_asked_for_once_until_the_work_writes(desk: Desk) -> None:
    owner = AccountId(1)
    with desk.store.begin() as work:
        before = accounts.get(work, owner)
        assert accounts.get(work, owner) is before
        settings.set_setting(work, "anything", 1)
        accounts.change(work, before, person=None, is_head=False, is_administrator=True)
        assert not accounts.get(work, owner).is_head
        work.commit(Entry("changed", Kind.ACCOUNT, owner))
