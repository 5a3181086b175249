"""Appraisals by the program's own verbs: a rating kept, 150 handed in, and ten years behind one.

Each is measured for somebody with one appraisal behind them and for somebody with ten: no
work may grow with the years, so the last rows take one year as the floor of ten.
"""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from benchmarks.store import in_turn, write_4k
from lsadesk.domain.appraisals.appraisal import AppraisalId, AppraiserRating
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.operations.appraisals import appraisal, appraising, meetings, preparing
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.appraisals import appraisal as kept
from lsadesk.store.appraisals import appraiser_ratings
from lsadesk.store.staff import people as rows
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

SECRET = "correct horse"
RATINGS, ROUNDS, STAFF = 150, 30, 400
STATEMENTS = [StatementId(f"statement-{number}") for number in range(RATINGS)]


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds, floor's seconds and the budgeted ratio."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name) / "Bench.lsadesk"
        desk = college.new_college(folder, college="Bench", owner="owner", secret=SECRET).desk
        appraiser = _appraiser(desk)
        young = _staff(desk, appraiser, years=1)
        yield from _kept(desk, Path(name), young)
        old = _staff(desk, appraiser, years=10)
        yield from _years(desk, young, old)
        yield _prepared(desk)
        desk.close()


def _kept(
    desk: Desk, room: Path, waiting: list[AppraisalId]
) -> Iterator[tuple[str, float, float, float]]:
    turns = count()
    floor, ours = in_turn(
        lambda: write_4k(room), lambda: _rate(desk, waiting[-1], next(turns)), 100
    )
    yield "a rating kept, sealed to the appraiser", ours, floor, 5.0
    for each in waiting:
        appraisal.mark_rest(desk, each)  # what the college's own questionnaire asks beside
    read, left = iter(waiting), iter(waiting)
    floor, ours = in_turn(
        lambda: write_4k(room),
        lambda: appraisal.hand_in(desk, next(left)),
        ROUNDS,
        before=lambda: appraisal.rating_sheet(desk, next(read)),  # it is on the screen
    )
    yield f"an appraisal of {RATINGS} ratings handed in", ours, floor, 30.0


def _years(
    desk: Desk, young: list[AppraisalId], old: list[AppraisalId]
) -> Iterator[tuple[str, float, float, float]]:
    turns = count()
    floor, ours = in_turn(
        lambda: _rate(desk, young[-1], next(turns)), lambda: _rate(desk, old[-1], next(turns)), 50
    )
    yield "a rating kept, ten years behind it against one", ours, floor, 1.3
    for found in (young[0], old[0]):
        if found is old[0]:
            appraisal.mark_rest(desk, found)
            appraisal.hand_in(desk, found)
        appraising.open_meeting(desk, found, without_self="Measured.")
    floor, ours = in_turn(
        lambda: meetings.meeting(desk, young[0]), lambda: meetings.meeting(desk, old[0]), 50
    )
    yield "a meeting read, ten years behind it against one", ours, floor, 1.3


def _prepared(desk: Desk) -> tuple[str, float, float, float]:
    floor, ours = in_turn(
        lambda: people.directory(desk), lambda: preparing.preparation(desk), ROUNDS
    )
    return "the preparation list of everybody against the staff list", ours, floor, 2.0


def _rate(desk: Desk, found: AppraisalId, turn: int) -> None:
    statement = STATEMENTS[turn % RATINGS]
    appraisal.keep_rating(
        desk, found, AppraiserRating(statement=statement, value=Level(turn % 5), note="as seen")
    )


def _appraiser(desk: Desk) -> PersonId:
    """The owner of the college, who appraises everybody."""
    person = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    account = accounts.all_accounts(desk)[0]
    accounts.change_account(desk, account, person=person, is_head=True, is_administrator=True)
    return person


def _staff(desk: Desk, appraiser: PersonId, *, years: int) -> list[AppraisalId]:
    """As many people as are measured, with signed *years* behind them and all rated this year."""
    with desk.store.begin() as work:
        begun = [_with_years(desk, work, appraiser, years) for _ in range(ROUNDS + 1)]
        for number in range(STAFF // 2 - len(begun)):
            rows.add(work, PersonDetails(forename="Person", surname=f"{years} {number}"))
        work.row_changes.clear()
        work.commit(Entry("filled", Kind.APPRAISAL))
    return begun


def _with_years(desk: Desk, work: Work, appraiser: PersonId, years: int) -> AppraisalId:
    person = rows.add(work, PersonDetails(forename="Measured", surname=f"{years}"))
    ratings = [AppraiserRating(statement=each, value=Level(2)) for each in STATEMENTS]
    for year in range(years):
        found = _begin(work, person, appraiser, 2025 - years + year)
        appraiser_ratings.hand_in(work, found, ratings)
        row = kept.row_of(work, found)
        row.opened_at = row.agreed_at = row.signed_at = datetime(2026, 1, 1, tzinfo=UTC)
    now = _begin(work, person, appraiser, 2026)
    appraiser_ratings.keep_sealed(work, now, desk.unlocked.boxes, ratings)
    return now


def _begin(work: Work, person: PersonId, appraiser: PersonId, year: int) -> AppraisalId:
    return kept.begin(work, person, appraiser=appraiser, cycle=date(year, 11, 24), role=None)
