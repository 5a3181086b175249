"""A plan out as a workbook and back in: what was changed, what is odd, what is refused."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.errors import NotOurs, Stale, UserError
from lsadesk.operations.deploying import deployment, placing, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import week_book
from lsadesk.operations.weeks.week_book import WeekReview


@pytest.fixture
def plan(desk: Desk, small_timetable: Callable[[Desk], None]) -> int:
    """Week A of Asha and Ben: three places on Monday, of which one is open, one on Tuesday."""
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A)
    return deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20)).result


@pytest.fixture
def book(desk: Desk, plan: int, tmp_path: Path) -> Path:
    path = tmp_path / "week.xlsx"
    week_book.write_week_book(week_book.take_week(desk, plan).result, path, lambda _done: None)
    return path


def edited(book: Path, change: Callable[[dict[str, str]], None]) -> Path:
    """The workbook after *change* of the LSA of each row, by its session and place."""
    made = openpyxl.load_workbook(book)
    page = made["Week"]
    rows = {f"{row[3].value} {row[8].value}": row[9] for row in page.iter_rows(min_row=5)}
    names = {place: cell.value or "" for place, cell in rows.items()}
    change(names)
    for place, cell in rows.items():
        cell.value = names[place]
    made.save(book)
    return book


def reviewed(desk: Desk, book: Path) -> WeekReview:
    return week_book.review(desk, week_book.read_back(book))


def who_has_art(desk: Desk) -> str:
    made = deployment.latest(desk)
    assert made is not None
    names = {lsa.id: lsa.name for lsa in made.ahead.problem.lsas}
    slots = made.ahead.slots
    return next(names[who] for at, who in made.plan.by_slot().items() if slots[at].title == "Art")


def swapped(names: dict[str, str]) -> None:
    names["Art 1 of 1"] = "Ben Xu" if names["Art 1 of 1"] == "Asha Kaur" else "Asha Kaur"


def test_what_was_not_changed_is_no_difference(desk: Desk, book: Path) -> None:
    review = reviewed(desk, book)
    assert not review.differences
    assert not review.problems


def test_a_changed_name_is_taken_and_stays_when_the_week_is_planned_anew(
    desk: Desk, book: Path
) -> None:
    before = who_has_art(desk)
    review = reviewed(desk, edited(book, swapped))
    (difference,) = review.differences
    assert difference.row == "Tue 11.15-12.45 Art, Blue"
    assert not difference.is_clash
    week_book.take(desk, review, {difference.key})
    assert who_has_art(desk) != before
    made = deployment.latest(desk)
    assert made is not None
    assert any(each.pinned for each in made.plan.assignments)
    desk.undo()
    assert who_has_art(desk) == before


def test_an_emptied_cell_leaves_the_place_open(desk: Desk, book: Path) -> None:
    review = reviewed(desk, edited(book, lambda names: names.update({"Art 1 of 1": ""})))
    assert [(each.now, each.remark) for each in review.differences] == [(None, "")]
    made = deployment.latest(desk)
    assert made is not None
    art = review.differences[0].key
    here = {art: made.plan.by_slot()[art]}
    placing.rearrange(desk, made.number, here, seen=here, pinned=True)
    (again,) = reviewed(desk, book).differences
    assert "pinned" in again.remark
    assert again.is_clash, "so it is not taken unless somebody says so"
    week_book.write_week_book(
        week_book.take_week(desk, made.number).result, book, lambda _done: None
    )
    emptied = edited(book, lambda names: names.update({"Art 1 of 1": ""}))
    (known,) = reviewed(desk, emptied).differences
    assert not known.is_clash, "the pin was there for the editor to see"


def test_a_name_of_nobody_is_said_and_changes_nothing(desk: Desk, book: Path) -> None:
    review = reviewed(desk, edited(book, lambda names: names.update({"Art 1 of 1": "=Zoë"})))
    assert not review.differences
    assert len(review.problems) == 1


def test_what_a_rule_forbids_is_told_of_its_cell_and_the_rest_can_be_taken(
    desk: Desk, book: Path
) -> None:
    everywhere = dict.fromkeys((f"Cookery {at} of 3" for at in (1, 2, 3)), "Asha Kaur")
    emptied = {**everywhere, "Art 1 of 1": ""}
    review = reviewed(desk, edited(book, lambda names: names.update(emptied)))
    assert all("Asha Kaur cannot take Cookery, Mon" in each.sentence for each in review.problems)
    assert [each.now for each in review.differences] == [None]
    week_book.take(desk, review, {each.key for each in review.differences})


def test_what_changed_since_the_review_is_not_written_over(
    desk: Desk, plan: int, book: Path
) -> None:
    review = reviewed(desk, edited(book, swapped))
    (difference,) = review.differences
    seen = {difference.key: difference.here}
    placing.rearrange(desk, plan, {difference.key: None}, seen=seen, pinned=False)
    with pytest.raises(Stale):
        week_book.take(desk, review, {difference.key})


def test_a_published_plan_asks_for_a_reason(desk: Desk, plan: int, book: Path) -> None:
    plans.publish(desk, plan, starts=desk.today, ends=desk.today)
    review = reviewed(desk, edited(book, swapped))
    assert review.published
    with pytest.raises(UserError, match="Say in a few words why"):
        week_book.take(desk, review, {review.differences[0].key})


def test_rows_may_be_sorted_and_left_out(desk: Desk, book: Path) -> None:
    made = openpyxl.load_workbook(book)
    made["Week"].delete_rows(6)
    made["Week"].move_range("A5:L5", rows=3)
    made.save(book)
    assert not reviewed(desk, book).differences


def test_another_workbook_is_none_of_ours(tmp_path: Path) -> None:
    other = openpyxl.Workbook()
    other["Sheet"]["A1"] = "Name"
    other.save(tmp_path / "other.xlsx")
    with pytest.raises(NotOurs):
        week_book.read_back(tmp_path / "other.xlsx")


def test_no_cell_is_a_formula(book: Path) -> None:
    cells = [cell for page in openpyxl.load_workbook(book) for row in page for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
