"""Two programs on one college file: each is told of the other, and both may read and work."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import Stale
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure
from lsadesk.store.sealing import guesses

SECRET, THEIRS = "correct horse", "a long enough secret"

SECOND = """
import sys
from pathlib import Path
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure

desk = college.unlock(Path(sys.argv[1]), "pat", sys.argv[2])
read = next(each for each in accounts.all_accounts(desk) if each.login == "asha")
print("inside", flush=True)
input()  # until the first has changed something
names = ",".join(team.name for team, _ in structure.structure(desk).teams)
print(names, flush=True)
structure.add_team(desk, "Made by the second")
print("made", flush=True)
input()
accounts.change_account(desk, read, person=None, is_head=True, is_administrator=False)
print("changed", flush=True)
input()
desk.close()
"""


@pytest.fixture
def second(desk) -> Iterator[subprocess.Popen]:
    """Pat in a program of their own, inside."""
    person = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    accounts.add_account(
        desk, "pat", THEIRS, person=person, is_head=True, is_administrator=True, is_own=True
    )
    accounts.add_account(desk, "asha", THEIRS, is_own=True)
    with subprocess.Popen(
        [sys.executable, "-c", SECOND, str(desk.folder), THEIRS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout.readline() == "inside\n"
        yield running
        running.stdin.close()


def answer(second):
    """Let the other program go on; what it says next."""
    second.stdin.write("\n")
    second.stdin.flush()
    return second.stdout.readline().strip()


def test_both_read_and_work_and_a_change_on_a_change_is_refused(desk, second):
    (other,) = college.others(desk.folder)
    assert other.login == "pat"
    assert other.user
    assert other.since.tzinfo is not None
    read = next(each for each in accounts.all_accounts(desk) if each.login == "asha")
    structure.add_team(desk, "Made by the first")
    assert answer(second) == "Made by the first", "the second reads what the first has saved"
    assert second.stdout.readline() == "made\n"
    names = {team.name for team, _ in structure.structure(desk).teams}
    assert names == {"Made by the first", "Made by the second"}
    assert answer(second) == "changed"
    with pytest.raises(Stale, match="Somebody else has changed this"):
        accounts.change_account(desk, read, person=None, is_head=False, is_administrator=False)
    answer(second)
    second.wait()
    assert college.others(desk.folder) == ()
    assert college.check(desk) == []


WRONG = """
import sys
from pathlib import Path
from lsadesk.errors import UserError
from lsadesk.operations.keeping import college

try:
    college.unlock(Path(sys.argv[1]), "owner", "a wrong guess")
except UserError as error:
    print(error)
"""


def test_a_wrong_guess_is_waited_for_after_the_program_was_started_again(desk):
    folder = desk.folder
    desk.close()
    asked = [sys.executable, "-c", WRONG, str(folder)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert told == "Wrong password. Try again in 1 second.\n"
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    still_waits = told.endswith("before. Try again in 1 second.\n")
    assert still_waits or told == "Wrong password. Try again in 2 seconds.\n"
    assert guesses.read(folder, "owner").wrong == (1 if still_waits else 2)
