"""What is said about a plan: signed by name, never rewritten, taken back by its writer alone."""

from dataclasses import replace
from datetime import date

import pytest

from lsadesk.domain.developing.development import ActionDetails, Progress
from lsadesk.domain.developing.plan_reviews import NoteKind, ReviewDetails, as_it_stands
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development, plan_reviews
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"


@pytest.fixture
def staff(desk: Desk) -> dict[str, PersonId]:
    """Asha, and Pat, who appraises her; by forename."""
    ids = {
        name: people.add_person(desk, PersonDetails(forename=name, surname="Kaur")).result
        for name in ("Asha", "Pat")
    }
    people.set_link(desk, ids["Asha"], Link.APPRAISER, ids["Pat"])
    return ids


@pytest.fixture
def sit(desk: Desk, staff: dict[str, PersonId]):
    """Sits down as one of *staff*."""
    desks = []

    def sat(name: str) -> Desk:
        accounts.add_account(desk, name, SECRET, person=staff[name], is_own=True)
        desks.append(college.unlock(desk.folder, name, SECRET, clock=desk.store.clock))
        return desks[-1]

    yield sat
    for each in desks:
        each.close()


@pytest.fixture
def line(desk, staff):
    """A line of Asha's plan."""
    due = date(2027, 2, 1)
    development.add_action(desk, staff["Asha"], ActionDetails(what="Makaton 2", due=due))
    return development.actions(desk, staff["Asha"])[0]


def test_both_sides_read_a_note_with_the_name_of_whoever_wrote_it(staff, sit):
    asha, pat = sit("Asha"), sit("Pat")
    plan_reviews.add_note(asha, staff["Asha"], " I liked it ")
    plan_reviews.add_note(pat, staff["Asha"], "So did the group")
    for desk in (asha, pat):
        notes = development.plan(desk, staff["Asha"]).notes
        assert [(each.signed, each.text) for each in notes] == [
            ("Pat Kaur", "So did the group"),
            ("Asha Kaur", "I liked it"),
        ]


def test_nobody_takes_back_what_somebody_else_signed(desk, staff, sit):
    asha, pat = sit("Asha"), sit("Pat")
    plan_reviews.add_note(asha, staff["Asha"], "I liked it")
    (note,) = development.plan(pat, staff["Asha"]).notes
    for other in (pat, desk):
        with pytest.raises(NotAllowed, match="whoever signed"):
            plan_reviews.take_back_note(other, note)
    plan_reviews.take_back_note(asha, note)
    assert development.plan(asha, staff["Asha"]).notes == ()
    asha.undo()
    assert development.plan(asha, staff["Asha"]).notes == (note,)


def test_a_note_that_is_gone_or_empty_says_so(desk, staff):
    with pytest.raises(UserError, match="Write something"):
        plan_reviews.add_note(desk, staff["Asha"], "  ")
    plan_reviews.add_note(desk, staff["Asha"], "A visit")
    (note,) = development.plan(desk, staff["Asha"]).notes
    plan_reviews.take_back_note(desk, note)
    with pytest.raises(UserError, match="no longer there"):
        plan_reviews.take_back_note(desk, note)


def test_evidence_belongs_to_a_line_of_the_same_plan_and_goes_and_comes_with_it(desk, staff, line):
    def write(who: PersonId):
        return plan_reviews.add_note(
            desk, who, "Seen in cookery", kind=NoteKind.EVIDENCE, about=line.id
        )

    with pytest.raises(UserError, match="no longer in the plan"):
        write(staff["Pat"])
    write(staff["Asha"])
    before = development.plan(desk, staff["Asha"])
    development.remove_action(desk, line)
    assert development.plan(desk, staff["Asha"]).notes == ()
    desk.undo()
    assert development.plan(desk, staff["Asha"]) == before


def test_a_review_keeps_each_line_as_it_stood_and_agrees_the_next(desk, staff, line):
    details = ReviewDetails(
        held_on=desk.today,
        said="A good term",
        next_on=date(2099, 3, 1),
        lines=(as_it_stands(line, "booked"),),
    )
    plan_reviews.review(desk, staff["Asha"], details)
    development.mark_done(desk, line, desk.today)
    plan = development.plan(desk, staff["Asha"])
    assert plan.next_review == date(2099, 3, 1)
    (kept,) = plan.reviews[0].lines
    assert (kept.words, kept.progress) == ("booked", Progress.NOT_STARTED)


def test_a_review_keeps_what_was_said_of_a_line_that_was_taken_out(desk, staff, line):
    lines = (as_it_stands(line, "not for me"),)
    plan_reviews.review(desk, staff["Asha"], ReviewDetails(held_on=desk.today, lines=lines))
    development.remove_action(desk, line)
    (kept,) = development.plan(desk, staff["Asha"]).reviews[0].lines
    assert kept == replace(lines[0], action=None)
    desk.undo()
    assert development.plan(desk, staff["Asha"]).reviews[0].lines == lines


def test_a_review_is_undone_whole_with_the_day_it_agreed(desk, staff):
    plan_reviews.set_next_review(desk, staff["Asha"], date(2099, 1, 5))
    details = ReviewDetails(held_on=desk.today, next_on=date(2099, 3, 1))
    plan_reviews.review(desk, staff["Asha"], details)
    desk.undo()
    plan = development.plan(desk, staff["Asha"])
    assert plan.reviews == ()
    assert plan.next_review == date(2099, 1, 5)


def test_a_review_has_days_in_their_order(desk, staff):
    for held_on, next_on in ((date(2099, 1, 1), None), (desk.today, desk.today)):
        with pytest.raises(UserError):
            plan_reviews.review(
                desk, staff["Asha"], ReviewDetails(held_on=held_on, next_on=next_on)
            )
    assert development.plan(desk, staff["Asha"]).reviews == ()
