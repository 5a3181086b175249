"""Kill a process in the middle of each kind of write of the program, as its users make them.

Every write carries a number and says it once the program has called it kept. After each kill
the head signs in, the whole file is checked, and the last number kept must be the last said,
or the one that was under way.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.faults import small_college
from benchmarks.faults.small_college import APPRAISER, LSA, OWNER, SECRET, Small
from lsadesk.domain.appraisals.appraisal import AppraisalId, AppraiserRating
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import UserError
from lsadesk.intake.sheets import Row, Sheet
from lsadesk.operations.appraisals import appraisal, assessment
from lsadesk.operations.covering import cover, cover_board
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.importing import intake
from lsadesk.operations.keeping import accounts, college, copies, earlier, erasing, moving, recovery
from lsadesk.operations.staff import people
from lsadesk.store.backups import shelves
from lsadesk.store.rows import TrailRow
from lsadesk.store.sealing import recovery_key, vault
from lsadesk.store.sealing.keys import WrongSecret

Say = Callable[[int], object]
STATEMENT = StatementId("own-goals")
DRAFTS_CHANGED = ("let the recovery key open drafts", "closed drafts to the recovery key")
IMPORTED, LEFT = "Imported", "Leaver"


@dataclass(slots=True)
class Outcome:
    """What so many kills did in one kind of write. *lost*: said to be kept, and missing."""

    job: str
    kills: int = 0
    writes: int = 0
    repeated: int = 0
    lost: int = 0
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Job:
    """A kind of write: make it from a number on until killed, and the number kept last.

    *lasts*: about how many seconds one takes, so that kills fall everywhere in it.
    """

    write: Callable[[Small, int, Say], None]
    kept: Callable[[Small, int], int]
    lasts: float = 0.05


def run(job: str, kills: int, folder: Path, seed: int = 17) -> Outcome:
    """Kill writes of that kind so often, each at a random moment; look after each."""
    moments, chosen = random.Random(seed), JOBS[job]  # noqa: S311
    small = small_college.make(folder / "Killed.lsadesk")
    outcome, last = Outcome(job), 0
    for _ in range(kills):
        said = _killed(chosen, small, last, moments.uniform(0, chosen.lasts))
        outcome.kills += 1
        try:
            _mend_restore(small, outcome)
            found = chosen.kept(small, said)
            with closing(small.sit_down()) as desk:
                outcome.broken += college.check(desk)
        except UserError as error:
            outcome.broken.append(str(error))
            break
        outcome.lost += found < said
        if not said <= found <= said + 1:
            outcome.broken.append(f"{said} said, {found} kept")
        outcome.writes, last = found, found
    return outcome


def _killed(job: Job, small: Small, last: int, after: float) -> int:
    """Write on from *last* in a process of its own and kill it; the last number it said."""
    heard, mouth = os.pipe()
    writer = os.fork()
    if writer == 0:
        try:
            os.write(mouth, last.to_bytes(8))
            job.write(small, last + 1, lambda number: os.write(mouth, number.to_bytes(8)))
        finally:
            os._exit(1)
    os.close(mouth)
    with os.fdopen(heard, "rb") as pipe:
        said = pipe.read(8) + pipe.read(8)  # the second one: it has signed in and writes
        time.sleep(after)
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        said += pipe.read()
    return int.from_bytes(said[-8:])


def _mend_restore(small: Small, outcome: Outcome) -> None:
    """Do again what a killed restore asks to be done again, as its sentence says."""
    try:
        small.sit_down().close()
    except UserError as error:
        if "Restore the backup again" not in str(error):
            return
        outcome.repeated += 1
        college.restore(_saved(small), small.folder, OWNER, SECRET)


def _answer(small: Small, first: int, say: Say) -> None:
    desk = small.sit_down(LSA)
    for number in count(first):
        answer = Answer(statement=STATEMENT, value=Level(number % 4), example=f"{number}")
        assessment.keep_answer(desk, answer)
        say(number)


def _answered(small: Small, _said: int) -> int:
    with closing(small.sit_down(LSA)) as desk:
        sheet = assessment.my_sheet(desk)
        assert sheet is not None
        return int(sheet.assessment.answers[STATEMENT].example)


def _appraise(small: Small, first: int, say: Say) -> None:
    desk = small.sit_down(APPRAISER)
    begun = _appraisal(desk, small)
    for number in count(first):
        rating = AppraiserRating(statement=STATEMENT, value=Level(number % 4), note=f"{number}")
        appraisal.keep_rating(desk, begun, rating)
        say(number)


def _appraised(small: Small, _said: int) -> int:
    with closing(small.sit_down(APPRAISER)) as desk:
        sheet = appraisal.rating_sheet(desk, _appraisal(desk, small))
        return int(sheet.ratings[STATEMENT].note)


def _appraisal(desk: Desk, small: Small) -> AppraisalId:
    current = appraisal.of_person(desk, small.lsa).current
    assert current is not None
    return current.id


def _plan(small: Small, first: int, say: Say) -> None:
    """A plan anew each time, with every place in it; the ones before are taken away."""
    desk = small.sit_down()
    made = deployment.latest(desk)
    assert made is not None
    ahead = replace(made.ahead, draft=None)
    for number in count(first):
        made_as = deployment.keep_plan(desk, ahead, made.plan).result
        label = next(each for each in plans.plans(desk) if each.id == made_as)
        plans.rename_plan(desk, label, f"Plan {number}")
        say(number)
        for each in plans.plans(desk):
            if each.id < made_as and each.published is None:
                plans.remove_draft(desk, each)


def _planned(small: Small, _said: int) -> int:
    with closing(small.sit_down()) as desk:
        names = [each.name.split() for each in plans.plans(desk)]
        return max(int(name[1]) for name in names if name[0] == "Plan" and name[1].isdigit())


def _publish(small: Small, first: int, say: Say) -> None:
    desk = small.sit_down()
    plan = plans.plans(desk)[0].id
    for number in count(first):
        ends = small.monday + timedelta(weeks=30, days=number)
        plans.publish(desk, plan, starts=small.monday, ends=ends)
        say(number)


def _published(small: Small, _said: int) -> int:
    with closing(small.sit_down()) as desk:
        published = plans.plans(desk)[0].published
        assert published is not None
        return (published.ends - small.monday).days - 30 * 7


def _cover(small: Small, first: int, say: Say) -> None:
    desk = small.sit_down()
    for number in count(first):
        seen = cover_board.board(desk, small.monday)
        assert seen.day is not None
        slot = next(iter(seen.day.covers), None) or seen.day.touched[0].id
        cover.leave_open(desk, seen, slot, f"{number}")
        say(number)


def _covered(small: Small, _said: int) -> int:
    with closing(small.sit_down()) as desk:
        return int(cover_board.board(desk, small.monday).kept[0].why)


def _import(small: Small, first: int, say: Say) -> None:
    """A staff list of ten people, all with the number, after the copy that comes before it."""
    desk = small.sit_down()
    for number in count(first):
        rows = [Row(1, {0: "Forename", 1: "Surname", 2: "Job title"})]
        rows += [
            Row(row, {0: IMPORTED, 1: f"{'ABCDEFGHIJ'[row - 2]}{number}", 2: "LSA"})
            for row in range(2, 12)
        ]
        sheets = (Sheet(name="Staff", rows=tuple(rows)),)
        intake.import_draft(desk, intake.recognise(desk, "staff.csv", sheets))
        say(number)


def _imported(small: Small, _said: int) -> int:
    """The last number, or -1 where only some of its ten people came."""
    with closing(small.sit_down()) as desk:
        every = [each for each in people.directory(desk).people if each.forename == IMPORTED]
    last = max(int(each.surname[1:]) for each in every)
    return last if len(every) == 10 * last else -1


def _secret(number: int) -> str:
    return SECRET if number == 0 else f"secret {number:06}"


def _own_pin(small: Small, first: int, say: Say) -> None:
    desk = small.sit_down(LSA, _secret(first - 1))
    for number in count(first):
        accounts.change_own_secret(desk, _secret(number - 1), _secret(number))
        say(number)


def _pin_in_force(small: Small, said: int) -> int:
    """Which of the two that can be in force opens the college; -1 where neither does."""
    for number in (said, said + 1):
        with suppress(WrongSecret):  # by the keys alone: at the door each slip has to be waited for
            vault.by_secret(LSA, _secret(number))(vault.read(small.folder))
            return number
    return -1


def _paper(number: int) -> bytes:
    return number.to_bytes(recovery_key.BYTES)


def _recovery(small: Small, first: int, say: Say) -> None:
    """Another recovery key, and another key of the whole file at the sign-in after it."""
    for number in count(first):
        with closing(small.sit_down()) as desk:
            recovery.change_recovery_key(desk, SECRET, recovery_key.to_paper(_paper(number)))
        say(number)


def _paper_in_force(small: Small, said: int) -> int:
    for number in (said, said + 1):
        with suppress(UserError):
            vault.unlock_with_recovery(small.folder, recovery_key.to_paper(_paper(number)), OWNER)
            return number
    return -1


def _drafts(small: Small, first: int, say: Say) -> None:
    """The recovery key opens drafts, and no more, and does again: odd numbers open them."""
    desk = small.sit_down()
    for number in count(first):
        recovery.keep_drafts(desk, SECRET, keeps=number % 2 == 1)
        say(number)


def _drafts_told(small: Small, _said: int) -> int:
    """How often it was changed; -1 where the paper opens drafts and people were told otherwise."""
    with closing(small.sit_down()) as desk:
        found = recovery.drafts(desk)
        with desk.store.read() as reading:
            changes = select(func.count()).where(TrailRow.action.in_(DRAFTS_CHANGED))
            times = reading.session.scalar(changes) or 0
    was_told = times % 2 == 1
    if found.keeps and not (was_told and found.covered):
        return -1
    return times


def _note(desk: Desk, small: Small, number: int) -> None:
    record = people.person(desk, small.lsa)
    people.change_person(desk, small.lsa, record.version, replace(record, note=f"{number}"))


def _noted(desk: Desk, small: Small) -> int:
    note = people.person(desk, small.lsa).note
    return int(note) if note else 0


def _second_place(small: Small, first: int, say: Say) -> None:
    desk = small.sit_down()
    place = _place(small, "stick")
    copies.set_second_place(desk, place)
    for number in count(first):
        _note(desk, small, number)
        copies.take_to_second_place(desk)
        say(number)


def _copied(small: Small, said: int) -> int:
    """The number in the newest copy at the second place; every copy there opens."""
    shelf = _place(small, "stick") / f"{small.folder.stem} copies"
    found = [_number_in(small, each) for each in sorted(shelf.glob(f"*{shelves.ENDING}"))]
    for each in sorted(shelf.glob(f"*{shelves.ENDING}"))[:-1]:
        each.unlink()
    with closing(small.sit_down()) as desk:
        here = _noted(desk, small)
    if here not in (said, said + 1):
        return -1
    # Killed between the note and its copy, the next number is in the college and not there yet.
    return here if max(found) in (here, said) else -1


def _move_out(small: Small, first: int, say: Say) -> None:
    desk = small.sit_down()
    for number in count(first):
        if desk.moved is not None:
            moving.take_up_again(desk)
        _note(desk, small, number)
        moving.move_out(desk, _place(small, "van"))
        say(number)


def _moved(small: Small, _said: int) -> int:
    """How often it was moved; where the college says that it is, the copy has what is here."""
    with closing(small.sit_down()) as desk:
        here, moved = _noted(desk, small), desk.moved
        with desk.store.read() as reading:
            moves = select(func.count()).where(TrailRow.action == "moved to another computer")
            times = reading.session.scalar(moves) or 0
    if moved is not None and _number_in(small, _place(small, "van") / moved.copy) != here:
        return -1
    for each in _place(small, "van").glob(f"*{shelves.ENDING}"):
        if moved is None or each.name != moved.copy:
            each.unlink()
    return times


def _go_back(small: Small, first: int, say: Say) -> None:
    """An earlier copy, whole, again and again; the copy says the same each time."""
    if not _saved(small).exists():
        with closing(small.sit_down()) as desk:
            _note(desk, small, 1)
            college.back_up(desk, _saved(small))
    for number in count(first):
        earlier.go_back(_saved(small), small.folder, OWNER, SECRET)
        say(number)


def _gone_back(small: Small, said: int) -> int:
    with closing(small.sit_down()) as desk:
        if _noted(desk, small) != 1:
            return -1
    newest = sorted((small.folder / "backups").glob("*"))
    for each in newest[:-1]:
        each.unlink()
    return said


def _erase(small: Small, first: int, say: Say) -> None:
    """A leaver with a record, erased at once."""
    desk = small.sit_down()
    for number in count(first):
        leaver = PersonDetails(forename=LEFT, surname=f"{number}", left_on=date(2010, 7, 1))
        who = people.add_person(desk, leaver).result
        erasing.erase(desk, who, f"{number}")
        say(number)


def _erased(small: Small, _said: int) -> int:
    """The last erasure; whoever's certificate there is must be gone from the records."""
    with closing(small.sit_down()) as desk:
        done = [int(each.because) for each in erasing.certificates(desk)]
        left = [each for each in people.directory(desk).people if each.forename == LEFT]
        for each in left:  # added and not erased: the kill came between the two
            erasing.erase(desk, each.id, each.surname)
    return -1 if len(left) > 1 or max(done) != len(done) else len(done) + len(left)


def _place(small: Small, name: str) -> Path:
    place = small.folder.parent / name
    place.mkdir(exist_ok=True)
    return place


def _saved(small: Small) -> Path:
    return small.folder.parent / f"saved{shelves.ENDING}"


def _number_in(small: Small, saved: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="lsadesk-drill") as made:
        restored = replace(small, folder=Path(made) / small.folder.name)
        college.restore(saved, restored.folder, OWNER, SECRET)
        with closing(restored.sit_down()) as desk:
            return _noted(desk, small)


JOBS = {
    "answer": Job(_answer, _answered),
    "appraisal": Job(_appraise, _appraised),
    "plan": Job(_plan, _planned, 0.1),
    "publish": Job(_publish, _published),
    "cover": Job(_cover, _covered, 0.1),
    "import": Job(_import, _imported, 0.3),
    "own PIN": Job(_own_pin, _pin_in_force, 0.1),
    "recovery key": Job(_recovery, _paper_in_force, 0.2),
    "drafts by paper": Job(_drafts, _drafts_told, 0.15),
    "second place": Job(_second_place, _copied, 0.3),
    "move out": Job(_move_out, _moved, 0.3),
    "going back": Job(_go_back, _gone_back, 0.6),
    "erasure": Job(_erase, _erased, 0.1),
}


def main() -> None:
    """`python -m benchmarks.faults.writes JOB KILLS SEED`: the outcome as JSON."""
    with tempfile.TemporaryDirectory(prefix="lsadesk-writes") as made:
        print(json.dumps(asdict(run(sys.argv[1], int(sys.argv[2]), Path(made), int(sys.argv[3])))))


if __name__ == "__main__":
    main()
