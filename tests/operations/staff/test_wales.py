"""What a college in Wales notes of its staff, and what it can report of it."""

from openpyxl import load_workbook

from lsadesk.domain.staff.people import PersonDetails, Welsh
from lsadesk.operations.staff import people, structure, wales


def test_welsh_and_registration_are_kept_counted_and_told_by_name(desk, tmp_path):
    people.add_person(
        desk, PersonDetails(forename="Siân", surname="Ŵyn", welsh=Welsh.WORK, ewc="12/34567")
    )
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur"))
    people.add_person(
        desk, PersonDetails(forename="Tom", surname="Bell", teaches=True, welsh=Welsh.NONE)
    )
    assert wales.export_welsh(desk, tmp_path / "welsh.xlsx").result == 3
    book = load_workbook(tmp_path / "welsh.xlsx")
    numbers = list(book["Numbers"].iter_rows(min_row=5, values_only=True))
    assert numbers[:5] == [
        ("not known", 1, 0),
        ("none", 0, 1),
        ("some words", 0, 0),
        ("everyday talk", 0, 0),
        ("can work in Welsh", 1, 0),
    ]
    told = list(book["People"].iter_rows(min_row=5, values_only=True))
    assert ("Ŵyn, Siân", None, None, "can work in Welsh", "12/34567") in told


def test_a_college_elsewhere_is_not_asked(desk):
    assert not people.directory(desk).in_wales
    wales.set_in_wales(desk, True)
    assert people.directory(desk).in_wales
    assert structure.structure(desk).in_wales
