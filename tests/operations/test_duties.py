"""Every operation asked by every duty: what the table of rights opens is done, the rest refused.

Each kind of record holds a mark; whoever is handed a mark must have a duty that opens it.
"""

import importlib
import inspect
import pkgutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

import lsadesk.operations
from lsadesk.domain.incoming import SheetKind
from lsadesk.domain.rights import (
    CHANGE,
    READ,
    Kind,
    allows,
    people_open_to,
)
from lsadesk.errors import NotAllowed, UserError
from lsadesk.intake import reading
from lsadesk.intake.sheets import Sheet
from lsadesk.operations.staff import people
from lsadesk.store.rows import TrailRow
from tests.operations.duty_operations import (
    IMPORTS,
    OPERATIONS,
    About,
    Anybody,
    Open,
    Own,
    Whole,
    draft_of,
)
from tests.operations.duty_world import ASKERS, MARKS, NOBODY, World, made_in


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The college, for all questions of this file; what they change is harmless to the others."""
    made = made_in(tmp_path_factory.mktemp("duties"))
    yield made
    for desk in (*made.desks.values(), made.owner):
        desk.close()


@pytest.fixture(scope="module", autouse=True)
def _the_same_workbook_is_read_once() -> Iterator[None]:
    """Each reading is a process of its own; these questions ask a hundred times for one list."""
    known: dict[tuple[str, bytes], list[Sheet]] = {}
    read = reading._from_child

    def once(path: Path) -> list[Sheet]:
        content = (path.name, path.read_bytes())
        if content not in known:
            known[content] = read(path)
        return known[content]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_from_child", once)
        yield


def test_every_operation_at_a_desk_is_asked_here():
    """A new one has to say whose duties cover it before this file is whole again.

    What works within a reading that is open already leaves the asking to whoever opened it,
    and may be asked here beside that. The made-up college is made by its owner alone.
    """
    found, within = set(), set()
    for module in pkgutil.walk_packages(lsadesk.operations.__path__, "lsadesk.operations."):
        room = importlib.import_module(module.name)
        subject = module.name.rpartition(".")[2]
        for name, verb in inspect.getmembers(room, inspect.isfunction):
            takes = list(inspect.signature(verb).parameters)
            ours = verb.__module__ == room.__name__ and not name.startswith("_")
            if not ours or takes[:1] != ["desk"] or ".demo." in module.name:
                continue
            found.add(f"{subject}.{name}")
            if takes[1:2] in (["reading"], ["work"]):
                within.add(f"{subject}.{name}")
    asked = {*OPERATIONS, *IMPORTS}
    assert found - within - asked == set()
    assert asked - found == set()


def _outcome(call: Callable[[], object]) -> tuple[bool, object]:
    """Whether it was allowed, and what it answered."""
    try:
        return True, call()
    except NotAllowed:
        return False, None


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("name", [n for n, o in OPERATIONS.items() if isinstance(o, About)])
def test_of_one_persons_record_a_duty_opens_what_the_table_says(world, asker, name):
    verb, desk = OPERATIONS[name], world.desks[asker]
    for who in (world.asha, world.ben):
        wanted = allows(world.standing(asker), verb.access, verb.kind, who)
        allowed, answer = _outcome(lambda who=who: verb.call(desk, world, who))
        assert allowed == wanted
        _require_no_foreign_marks(world, asker, answer)


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("name", [n for n, o in OPERATIONS.items() if isinstance(o, Whole)])
def test_of_the_college_as_a_whole_a_duty_opens_what_the_table_says(world, asker, name):
    verb = OPERATIONS[name]
    wanted = allows(world.standing(asker), verb.access, verb.kind)
    allowed, answer = _outcome(lambda: verb.call(world.desks[asker], world, world.asha))
    assert allowed == wanted
    _require_no_foreign_marks(world, asker, answer)


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("name", [n for n, o in OPERATIONS.items() if isinstance(o, Open)])
def test_of_everybodys_records_those_are_handed_out_that_a_duty_opens(world, asker, name):
    verb = OPERATIONS[name]
    everybody = frozenset(each.id for each in people.directory(world.owner).people)
    wanted = people_open_to(world.standing(asker), verb.access, verb.kind, everybody)
    try:
        answer = verb.call(world.desks[asker], world, world.asha)
    except UserError:
        assert not wanted
        return
    assert wanted or not verb.refuses
    if verb.whom is not None:
        assert verb.whom(answer) == wanted
    _require_no_foreign_marks(world, asker, answer)


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("name", [n for n, o in OPERATIONS.items() if isinstance(o, Own)])
def test_ones_own_records_need_a_member_of_staff(world, asker, name):
    verb, desk = OPERATIONS[name], world.desks[asker]
    if desk.person is None and verb.refuses:
        with pytest.raises(UserError, match="not linked to a member of staff"):
            verb.call(desk, world, world.asha)
    else:
        answer = verb.call(desk, world, world.asha)
        assert (answer is None) == (desk.person is None)
        _require_no_foreign_marks(world, asker, answer)


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("name", [n for n, o in OPERATIONS.items() if isinstance(o, Anybody)])
def test_what_anybody_may_ask_tells_nothing_that_is_not_theirs(world, asker, name):
    verb = OPERATIONS[name]
    allowed, answer = _outcome(lambda: verb.call(world.desks[asker], world, world.asha))
    assert allowed == (asker != NOBODY or not verb.needs_duty)
    _require_no_foreign_marks(world, asker, answer)


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("name", list(IMPORTS))
def test_a_timetable_is_brought_in_by_those_who_may_change_it(world, asker, name):
    kinds = (Kind.PERSON, Kind.RATING, Kind.CERTIFICATE, Kind.LEARNER, Kind.TIMETABLE)
    standing = world.standing(asker)
    writes = name in ("intake.import_draft", "intake.import_file")
    asked = (Kind.TIMETABLE,) if writes else kinds
    allowed, _ = _outcome(lambda: IMPORTS[name](world.desks[asker], world))
    assert allowed == any(allows(standing, CHANGE, kind) for kind in asked)
    assert draft_of(world).mapping.sheets[0].kind is SheetKind.TIMETABLE


def test_an_account_with_no_duty_learns_nobodys_name(world):
    told = [
        repr(_outcome(lambda verb=verb: verb.call(world.desks[NOBODY], world, world.asha))[1])
        for name, verb in OPERATIONS.items()
        if not isinstance(verb, Own) and name != "accounts.change_own_secret"
    ]
    assert not any("Test" in each or "Holder" in each for each in told)


def test_the_trail_names_nobody_and_repeats_nothing(world):
    with world.owner.store.read() as reading:
        lines = reading.session.execute(select(TrailRow.action, TrailRow.detail)).all()
    told = " ".join(f"{action} {detail}" for action, detail in lines)
    for words in ("Asha", "Ben", "Test", "Holder", "JB02", "BSL", *MARKS.values()):
        assert words not in told


def _require_no_foreign_marks(world: World, asker: str, answer: object) -> None:
    """Refuse an answer that holds what no duty of *asker* opens for anybody."""
    told, standing = _told(answer), world.standing(asker)
    for kind, mark in MARKS.items():
        if mark in told:
            assert any(allows(standing, READ, kind, who) for who in (world.asha, None)), kind


def _told(answer: object) -> str:
    """All the words of an answer, of a written file too."""
    if not isinstance(answer, Path):
        return repr(answer)
    if answer.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(answer).pages)
    if answer.suffix == ".ics":
        return answer.read_text(encoding="utf-8")
    with zipfile.ZipFile(answer) as book:
        return "".join(book.read(part).decode("utf-8", "replace") for part in book.namelist())
