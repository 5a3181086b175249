"""Development plans: who may agree them, two who change one at once, and taking it back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from lsadesk.domain.developing.development import (
    ActionDetails,
    ActionId,
    Mode,
    PlanAction,
    in_order,
)
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development, exports
from lsadesk.operations.files import write_files
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure
from lsadesk.operations.typed import read_day, read_due
from lsadesk.store.rows import TrailRow

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
SECRET = "a long enough secret"


@pytest.fixture
def staff(desk: Desk) -> dict[str, PersonId]:
    """Asha with one of each duty beside her, and Tom, who is nothing to her; by forename."""
    team = structure.add_team(desk, "Cookery").result
    found = {
        name: people.add_person(desk, PersonDetails(forename=name, surname="Kaur", team=team))
        for name in ("Asha", "Lou", "Pat", "Dee", "Tom")
    }
    ids = {name: done.result for name, done in found.items()}
    people.set_link(desk, ids["Asha"], Link.LINE_MANAGER, ids["Lou"])
    people.set_link(desk, ids["Asha"], Link.APPRAISER, ids["Pat"])
    people.set_link(desk, ids["Asha"], Link.DEPLOYER, ids["Dee"])
    return ids


@pytest.fixture
def sign_in(desk: Desk) -> Iterator[Callable[[PersonId], Desk]]:
    """Gives a person an account and sits down with it."""
    desks: list[Desk] = []

    def sign(person: PersonId) -> Desk:
        login = f"login {len(desks)}"
        accounts.add_account(desk, login, SECRET, person=person, is_own=True)
        desks.append(college.unlock(desk.folder, login, SECRET, clock=lambda: NOW))
        return desks[-1]

    yield sign
    for each in desks:
        each.close()


def agreed(desk: Desk, person: PersonId, what: str = "Makaton 2") -> PlanAction:
    """The line just agreed with a person."""
    number = development.add_action(
        desk, person, ActionDetails(what=what, due=date(2027, 2, 1))
    ).result
    return next(each for each in development.actions(desk, person) if each.id == number)


@pytest.mark.parametrize("who", ["Asha", "Lou", "Pat"])
def test_the_person_the_line_manager_and_the_appraiser_keep_the_plan(desk, staff, sign_in, who):
    theirs = sign_in(staff[who])
    line = agreed(theirs, staff["Asha"])
    changed = development.change_action(theirs, line, replace(line, helper="Kay Lewis")).result
    done = development.mark_done(theirs, changed, date(2026, 11, 20)).result
    assert development.plan(theirs, staff["Asha"]).actions == (done,)
    development.remove_action(theirs, done)
    assert development.plan(theirs, staff["Asha"]).actions == ()


@pytest.mark.parametrize("who", ["Dee", "Tom"])
def test_the_deployer_and_other_colleagues_neither_see_nor_change_the_plan(
    desk, staff, sign_in, who
):
    line = agreed(desk, staff["Asha"])
    theirs = sign_in(staff[who])
    refused = (
        lambda: development.plan(theirs, staff["Asha"]),
        lambda: development.add_action(theirs, staff["Asha"], ActionDetails(what="Hoist")),
        lambda: development.change_action(theirs, line, replace(line, what="Hoist")),
        lambda: development.mark_done(theirs, line, date(2026, 11, 20)),
        lambda: development.remove_action(theirs, line),
    )
    for attempt in refused:
        with pytest.raises(NotAllowed):
            attempt()
    assert development.plan(desk, staff["Asha"]).actions == (line,)


def test_a_line_cannot_be_reached_through_another_persons_plan(desk, staff, sign_in):
    line = agreed(desk, staff["Tom"])
    lou = sign_in(staff["Lou"])
    with pytest.raises(UserError):
        development.remove_action(lou, replace(line, person=staff["Asha"]))
    assert development.actions(desk, staff["Tom"]) == [line]


def test_what_somebody_else_changed_meanwhile_is_not_written_over(desk, staff, sign_in):
    line = agreed(desk, staff["Asha"])
    pat = sign_in(staff["Pat"])
    newest = development.change_action(pat, line, replace(line, due=date(2027, 3, 1))).result
    for attempt in (
        lambda: development.change_action(desk, line, replace(line, helper="Kay")),
        lambda: development.mark_done(desk, line, date(2026, 11, 20)),
        lambda: development.remove_action(desk, line),
    ):
        with pytest.raises(Stale):
            attempt()
    assert development.actions(desk, staff["Asha"]) == [newest]


def test_a_new_line_in_the_place_of_a_removed_one_is_not_taken_for_it(desk, staff, sign_in):
    line = agreed(desk, staff["Asha"])
    pat = sign_in(staff["Pat"])
    development.remove_action(pat, line)
    with pytest.raises(UserError, match="no longer in the plan"):
        development.mark_done(desk, line, date(2026, 11, 20))
    fresh = agreed(pat, staff["Asha"], "Hoist")
    with pytest.raises(UserError):
        development.remove_action(desk, line)
    assert development.actions(desk, staff["Asha"]) == [fresh]


def test_every_change_is_undone_and_done_again(desk, staff):
    line = agreed(desk, staff["Asha"])
    development.mark_done(desk, line, date(2026, 11, 20))
    assert desk.undo_sentence() == "Marked a line done in the plan of Asha Kaur"
    desk.undo()
    assert development.actions(desk, staff["Asha"]) == [line]
    development.remove_action(desk, line)
    assert desk.undo_sentence() == "Removed from the plan of Asha Kaur"
    desk.undo()
    assert development.actions(desk, staff["Asha"]) == [line]
    desk.redo()
    assert development.actions(desk, staff["Asha"]) == []


def test_a_line_changed_twice_is_taken_back_step_by_step(desk, staff):
    line = agreed(desk, staff["Asha"])
    changed = development.change_action(desk, line, replace(line, helper="Kay")).result
    done = development.mark_done(desk, changed, date(2026, 11, 20)).result
    development.remove_action(desk, done)
    told = []
    for _ in range(4):
        desk.undo()
        told.append(development.actions(desk, staff["Asha"]))
    assert told == [[done], [changed], [line], []]
    for _ in range(3):
        desk.redo()
    assert development.actions(desk, staff["Asha"]) == [done]


def test_each_change_is_on_the_trail(desk, staff):
    line = agreed(desk, staff["Asha"])
    changed = development.change_action(desk, line, replace(line, why="a wish")).result
    done = development.mark_done(desk, changed, date(2026, 11, 20)).result
    development.remove_action(desk, done)
    with desk.store.read() as reading:
        wanted = select(TrailRow.action).where(TrailRow.action != "saw").order_by(TrailRow.seq)
        rows = reading.session.scalars(wanted).all()
    assert rows[-4:] == [
        "added plan line",
        "changed plan line",
        "marked plan line",
        "removed plan line",
    ]


def test_a_line_has_to_say_what_will_be_done(desk, staff):
    line = agreed(desk, staff["Asha"])
    with pytest.raises(UserError, match="Say what"):
        development.add_action(desk, staff["Asha"], ActionDetails(what="  "))
    with pytest.raises(UserError, match="Say what"):
        development.change_action(desk, line, replace(line, what=" "))
    assert development.actions(desk, staff["Asha"]) == [line]


def test_the_plan_names_the_team_and_offers_colleagues_as_helpers(desk, staff):
    plan = development.plan(desk, staff["Asha"])
    assert (plan.name, plan.team) == ("Asha Kaur", "Cookery")
    assert "Pat Kaur" in [each.name for each in plan.around.helpers]
    assert "Asha Kaur" not in [each.name for each in plan.around.helpers]


def test_a_line_is_not_overdue_on_its_last_day_nor_once_it_is_done():
    line = PlanAction(id=ActionId(1), person=PersonId(1), what="Makaton 2", due=date(2026, 11, 24))
    assert not line.is_overdue_on(date(2026, 11, 24))
    assert line.is_overdue_on(date(2026, 11, 25))
    assert not replace(line, done_on=date(2026, 11, 30)).is_overdue_on(date(2026, 12, 1))
    assert not replace(line, due=None).is_overdue_on(date(2026, 12, 1))


def test_what_is_due_first_comes_first_and_what_is_done_last():
    def line(number: int, due: date | None, done: date | None = None) -> PlanAction:
        return PlanAction(id=ActionId(number), person=PersonId(1), what="x", due=due, done_on=done)

    undated, late, soon = line(1, None), line(2, date(2027, 3, 1)), line(3, date(2026, 12, 1))
    first, last = line(4, None, date(2026, 9, 1)), line(5, None, date(2026, 10, 1))
    assert in_order([undated, first, late, last, soon]) == [soon, late, undated, last, first]


def test_a_month_is_a_date_to_its_last_day():
    assert read_due("Feb 2027") == date(2027, 2, 28)
    assert read_due("3 Feb 2027") == date(2027, 2, 3)
    assert read_due(" ") is None
    with pytest.raises(UserError, match="or leave it empty"):
        read_due("soon")


def test_a_day_that_something_was_done_is_a_day():
    assert read_day("3 Feb 2026") == date(2026, 2, 3)
    assert read_day("") is None
    with pytest.raises(UserError, match="the day too"):
        read_day("Feb 2026")


def test_a_gap_that_became_a_plan_line_shows_in_the_persons_pdf(desk, staff, tmp_path):
    development.add_action(
        desk,
        staff["Asha"],
        ActionDetails(
            what="Makaton level 2",
            why="Makaton: not yet",
            mode=Mode.COURSE,
            helper="Kay Lewis",
            due=date(2027, 2, 28),
        ),
    )
    exports.export_plan(desk, staff["Asha"], tmp_path / "plan.pdf")
    words = " ".join(page.extract_text() for page in PdfReader(tmp_path / "plan.pdf").pages).split()
    for said in ("Makaton level 2", "Makaton: not yet", "course", "Kay Lewis", "28 Feb 2027"):
        assert said in " ".join(words)


def test_all_plans_are_those_open_to_the_asker_each_in_a_file_of_its_own(
    desk, staff, sign_in, tmp_path
):
    sheets = exports.take_plans(sign_in(staff["Lou"])).result
    assert [sheet.name for sheet in sheets] == ["Asha Kaur", "Lou Kaur"]
    told: list[tuple[int, int]] = []
    written = write_files(
        exports.plan_files(sheets),
        tmp_path / "plans",
        progress=lambda done, of: told.append((done, of)),
        should_stop=lambda: False,
    )
    assert written == 2
    assert told[-1] == (2, 2)
    assert sorted(path.name for path in (tmp_path / "plans").iterdir()) == [
        "Development plan, Asha Kaur.pdf",
        "Development plan, Lou Kaur.pdf",
    ]


def test_whoever_may_export_no_plan_is_told_so(make_college):
    with pytest.raises(NotAllowed, match="nobody whose development plan"):
        exports.take_plans(make_college("Empty"))


@pytest.mark.parametrize("field", ["what", "why", "outcome"])
def test_a_million_letters_are_refused_in_a_sentence_and_nothing_is_lost(desk, staff, field):
    details = replace(ActionDetails(what="Shadow Kay"), **{field: "x" * 1_000_000})
    with pytest.raises(UserError, match="can hold 20,000 letters, and this has 1,000,000"):
        development.add_action(desk, staff["Asha"], details)
    assert development.actions(desk, staff["Asha"]) == []


def test_other_scripts_and_pictures_stay_and_marks_that_turn_a_text_round_go(desk, staff):
    what = "\u05e9\u05dc\u05d5\u05dd \U0001f44d \u202egnorw\u202c"
    development.add_action(desk, staff["Asha"], ActionDetails(what=what))
    (line,) = development.actions(desk, staff["Asha"])
    assert line.what == "\u05e9\u05dc\u05d5\u05dd \U0001f44d gnorw"
