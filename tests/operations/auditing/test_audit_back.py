"""An edited audit workbook comes back in."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lsadesk.domain.auditing.audit_asking import Filter
from lsadesk.domain.auditing.skills import Exempt, Level, NeverAsked, SkillId, Unknown, View
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.errors import NotAllowed, NotOurs, Stale, UserError
from lsadesk.operations.auditing import audit, audit_back, audit_export
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "correct horse"


@pytest.fixture
def asha(desk: Desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


@pytest.fixture
def ben(desk: Desk):
    return people.add_person(desk, PersonDetails(forename="Ben", surname="Xu")).result


@pytest.fixture
def bsl(desk: Desk):
    return audit.add_skill(desk, "BSL", "Communication").result


@pytest.fixture
def hoist(desk: Desk):
    return audit.add_skill(desk, "Hoist", "Care").result


@pytest.fixture
def college_of_two(asha, ben, bsl, hoist) -> tuple[PersonId, PersonId, SkillId, SkillId]:
    return asha, ben, bsl, hoist


@pytest.fixture
def book(desk: Desk, college_of_two, tmp_path: Path):
    """The audit of Asha (BSL 2, Hoist 1) and Ben (BSL exempt), written and open to be edited."""
    asha, ben, bsl, hoist = college_of_two
    audit.rate(desk, asha, bsl, Level(2))
    audit.rate(desk, asha, hoist, Level(1))
    audit.rate(desk, ben, bsl, Exempt("agency"))
    written = _Book(desk, tmp_path / "audit.xlsx")
    later = desk.store.clock() + timedelta(days=1)
    desk.store.clock = lambda: later
    return written


class _Book:
    def __init__(self, desk: Desk, path: Path) -> None:
        self.path = path
        audit_export.export_audit(desk, path)
        self.file = load_workbook(path)
        self.matrix = self.file["Matrix"]

    def cell(self, name: str, skill: str):
        """The cell of a person and a skill, by what stands there."""
        row = next(r for r in self.matrix.iter_rows(min_row=7) if r[1].value == name)
        headings = [cell.value for cell in self.matrix[6]]
        return row[headings.index(skill)]

    def review(self, desk: Desk):
        """Save it and have it read."""
        self.file.save(self.path)
        return audit_back.review(desk, audit_back.read_back(self.path))


def told(review) -> list[str]:
    return [f"{each.place}: {each.sentence}" for each in review.problems]


def test_a_workbook_that_nobody_edited_changes_nothing(desk, book):
    seen = book.review(desk)
    assert (seen.differences, seen.problems) == ((), ())


def test_a_level_typed_over_is_shown_with_what_was_is_and_would_be(desk, book, asha, bsl):
    book.cell("Kaur, Asha", "BSL").value = 4
    (found,) = book.review(desk).differences
    assert (found.key, found.row, found.column) == ((asha, bsl), "Kaur, Asha", "BSL")
    assert (found.was, found.now, found.here, found.place) == (2, 4, 2, "G7")
    assert not found.is_clash


def test_what_the_college_changed_meanwhile_is_a_clash(desk, book, asha, bsl):
    audit.rate(desk, asha, bsl, Level(3))
    book.cell("Kaur, Asha", "BSL").value = 4
    (found,) = book.review(desk).differences
    assert found.is_clash
    assert (found.was, found.now, found.here) == (2, 4, 3)


def test_what_only_the_college_changed_is_left_alone(desk, book, asha, bsl):
    audit.rate(desk, asha, bsl, Level(3))
    assert book.review(desk).differences == ()


def test_what_both_changed_to_the_same_is_no_difference(desk, book, asha, bsl):
    audit.rate(desk, asha, bsl, Level(4))
    book.cell("Kaur, Asha", "BSL").value = 4
    assert book.review(desk).differences == ()


def test_only_what_is_chosen_is_taken_and_undo_takes_it_back_in_one_step(
    desk, book, college_of_two
):
    asha, ben, bsl, hoist = college_of_two
    book.cell("Kaur, Asha", "BSL").value = 4
    book.cell("Kaur, Asha", "Hoist").value = "?"
    book.cell("Xu, Ben", "BSL").value = "3 independently"
    seen = book.review(desk)
    assert len(seen.differences) == 3

    done = audit_back.take(desk, seen, {(asha, hoist), (ben, bsl)})

    assert done.result == 2
    assert audit.cell(desk, asha, bsl).shown.value == Level(2)
    assert audit.cell(desk, asha, hoist).shown.value == Unknown()
    assert audit.cell(desk, ben, bsl).shown.value == Level(3)
    desk.undo()
    assert audit.cell(desk, asha, hoist).shown.value == Level(1)
    assert audit.cell(desk, ben, bsl).shown.value == Exempt("agency")


def test_sorting_moving_and_inserting_change_nothing_of_what_a_cell_is_about(
    desk, book, asha, hoist
):
    book.cell("Kaur, Asha", "Hoist").value = 3
    matrix = book.matrix
    width = matrix.max_column
    first, second = ([matrix.cell(row, c).value for c in range(1, width + 1)] for row in (7, 8))
    for column in range(1, width + 1):
        matrix.cell(7, column).value = second[column - 1]
        matrix.cell(8, column).value = first[column - 1]
    matrix.insert_rows(8)
    matrix.insert_cols(8, 2)
    matrix.insert_rows(1, 3)
    seen = book.review(desk)
    assert [(each.key, each.now) for each in seen.differences] == [((asha, hoist), 3)]
    assert told(seen) == []


def test_a_person_renamed_here_or_there_is_still_the_same_person(desk, book, asha, bsl):
    cell = book.cell("Kaur, Asha", "BSL")
    cell.value = 4
    book.matrix.cell(cell.row, 2).value = "Kaur-Smith, Asha"
    seen = book.review(desk)
    assert [each.key for each in seen.differences] == [(asha, bsl)]
    assert "stands there as \u201cKaur-Smith, Asha\u201d" in told(seen)[0]


def test_names_sorted_apart_from_their_keys_are_not_believed(desk, book):
    book.cell("Kaur, Asha", "BSL").value = 4
    one, other = book.matrix["B7"], book.matrix["B8"]
    one.value, other.value = other.value, one.value
    seen = book.review(desk)
    assert seen.differences == ()
    assert "sorted or pasted apart" in told(seen)[0]


def test_what_is_not_understood_is_said_with_its_cell_and_changes_nothing(desk, book):
    book.cell("Kaur, Asha", "BSL").value = "superb"
    book.cell("Kaur, Asha", "Hoist").value = None
    book.cell("Xu, Ben", "BSL").value = "=1+1"
    book.cell("Xu, Ben", "Hoist").value = "sus"
    seen = book.review(desk)
    assert seen.differences == ()
    said = "\n".join(told(seen))
    assert "Cell G7: \u201csuperb\u201d is not understood" in said
    assert "Kaur, Asha: 1 cell is empty. That changes nothing" in said
    assert "Cell G8: \u201c=1+1\u201d is a formula without a result" in said
    assert "Cell H8: \u201csuspended\u201d needs a reason" in said


def test_new_people_and_skills_are_never_made_silently(desk, book):
    book.matrix.cell(9, 2).value = "New, Nia"
    book.matrix.cell(9, 7).value = 3
    book.matrix.cell(6, 9).value = "Makaton"
    seen = book.review(desk)
    assert seen.differences == ()
    assert told(seen)[0].startswith("Column I: \u201cMakaton\u201d has no hidden key")
    assert told(seen)[1].startswith("Row 9: \u201cNew, Nia\u201d has no hidden key")


def test_a_copied_row_counts_once(desk, book, asha, hoist):
    book.cell("Kaur, Asha", "Hoist").value = 3
    for column in range(1, 9):
        book.matrix.cell(12, column).value = book.matrix.cell(7, column).value
    book.matrix.cell(12, 7).value = 0
    seen = book.review(desk)
    assert [(each.key, each.now) for each in seen.differences] == [((asha, hoist), 3)]
    assert "Row 12: It is a copy of row 7" in told(seen)[0]


def test_who_has_left_is_said_without_a_name(desk, book, ben):
    people.mark_leaver(desk, ben, date(2026, 11, 23))
    book.cell("Xu, Ben", "Hoist").value = 3
    seen = book.review(desk)
    assert seen.differences == ()
    assert told(seen) == [
        "Matrix: 1 row is about people who are not here any more, or not open to you. Left out."
    ]


def test_where_a_value_was_agreed_it_is_said_that_it_goes_on_being_shown(desk, book, asha, bsl):
    audit.rate(desk, asha, bsl, Level(3), view=View.AGREED)
    book.cell("Kaur, Asha", "BSL").value = 4
    (found,) = book.review(desk).differences
    assert found.is_clash
    assert "agreed one is shown" in found.remark


def test_never_asked_can_be_typed_as_any_dash(desk, book, asha, hoist):
    book.cell("Kaur, Asha", "Hoist").value = "-"
    seen = book.review(desk)
    audit_back.take(desk, seen, {(asha, hoist)})
    assert audit.cell(desk, asha, hoist).shown.value == NeverAsked()


def test_only_what_is_theirs_to_rate_is_offered(desk, book, asha, ben):
    people.set_link(desk, ben, Link.LINE_MANAGER, asha)
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    book.cell("Xu, Ben", "Hoist").value = 3
    manager = college.unlock(desk.folder, "asha", SECRET)
    try:
        seen = book.review(manager)
        assert seen.differences == ()
        assert told(seen) == ["Row 8: Xu, Ben: 1 changed, but not yours to rate. Left out."]
        whole = book.review(desk)
        with pytest.raises(NotAllowed):
            audit_back.take(manager, whole, {each.key for each in whole.differences})
    finally:
        manager.close()


def test_what_changed_between_looking_and_taking_is_not_overwritten(desk, book, asha, bsl, hoist):
    book.cell("Kaur, Asha", "BSL").value = 4
    book.cell("Kaur, Asha", "Hoist").value = 4
    seen = book.review(desk)
    audit.rate(desk, asha, bsl, Level(0))
    with pytest.raises(Stale, match="Nothing was taken in"):
        audit_back.take(desk, seen, {each.key for each in seen.differences})
    assert audit.cell(desk, asha, hoist).shown.value == Level(1)


def test_a_workbook_of_another_college_is_refused(desk, book):
    mark = book.matrix["A1"].value
    edition, owner, rest = mark.split("|", 2)[0], mark.split("|")[2], mark.split("|")[3:]
    book.matrix["A1"].value = "|".join([edition, "1", owner[::-1], *rest])
    with pytest.raises(NotOurs, match="another college"):
        book.review(desk)


def test_a_workbook_of_the_past_is_a_record_and_not_taken_in(desk, book, tmp_path):
    path = tmp_path / "past.xlsx"
    audit_export.export_audit(desk, path, Filter(), date(2026, 11, 1))
    with pytest.raises(UserError, match="as it stood on 1 Nov 2026"):
        audit_back.review(desk, audit_back.read_back(path))


def test_another_edition_is_told_to_export_afresh(desk, book):
    book.matrix["A1"].value = book.matrix["A1"].value.replace("|1|", "|9|", 1)
    with pytest.raises(NotOurs, match="another edition"):
        book.review(desk)


def test_a_workbook_without_the_hidden_keys_is_none_of_ours(desk, book):
    book.matrix.delete_cols(1)
    with pytest.raises(NotOurs, match="import assistant"):
        book.review(desk)


def test_a_workbook_whose_row_of_keys_is_gone_is_refused(desk, book):
    book.matrix.delete_rows(5)
    with pytest.raises(NotOurs, match="which skill each column is"):
        book.review(desk)
