"""Matrices that tell when courses run out."""

from datetime import date

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.incoming import TrainingRecord


def held(interpretation):
    return {
        (record.person.forename, record.course): (record.achieved, record.expires)
        for record in interpretation.records
        if isinstance(record, TrainingRecord)
    }


def test_dates_under_a_title_of_expiry_are_no_days_of_training(workbook, read):
    rows = [
        ["Training expiry dates"],
        ["Staff", "First aid", "Midas"],
        ["Amy Dorr", "31/03/2027", "n/a"],
        ["Bill Este", None, "31/08/2029"],
    ]
    assert held(read(workbook({"Sheet1": rows}))) == {
        ("Amy", "First aid"): (None, RoughDate(date(2027, 3, 31))),
        ("Bill", "Midas"): (None, RoughDate(date(2029, 8, 31))),
    }


def test_a_course_with_its_expiry_in_the_next_column_is_one_certificate(workbook, read):
    rows = [
        ["Name", "First aid date", "First aid expiry", "Midas (completed)", "Midas (expires)"],
        ["Amy Dorr", "01/04/2024", "31/03/2027", date(2022, 7, 1), "30/06/2026"],
        ["Bill Este", None, None, "01/09/2024", "31/08/2029"],
    ]
    result = held(read(workbook({"Compliance": rows})))
    assert result["Amy", "First aid"] == (
        RoughDate(date(2024, 4, 1)),
        RoughDate(date(2027, 3, 31)),
    )
    assert result["Bill", "Midas"][1] == RoughDate(date(2029, 8, 31))
    assert len(result) == 3


def test_a_column_of_yes_and_no_among_dated_courses_is_a_course_too(workbook, read):
    rows = [
        ["Name", "Prevent", "Safeguarding", "First Aid at Work", "Fire safety"],
        ["Amy Dorr", "01/04/2024", "02/04/2024", "booked 12/10/26", "Yes"],
        ["Bill Este", "01/04/2024", "02/04/2024", "12/11/2023", "No"],
        ["% compliant", "100%", "100%", "50%", "50%"],
    ]
    result = read(workbook({"Mandatory": rows}))
    assert ("Amy", "Fire safety") in held(result)
    assert ("Bill", "Fire safety") not in held(result)
    assert held(result)["Bill", "First Aid at Work"][0] == RoughDate(date(2023, 11, 12))
    assert [aside.row for aside in result.sheets[0].set_aside] == [4]
