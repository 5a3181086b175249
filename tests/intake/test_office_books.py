"""Books that a learning support office keeps or is sent: exports, logs, forms filled in."""

from datetime import date

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.incoming import (
    LearnerRecord,
    PersonRef,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.domain.staff.people import Contract

PEOPLE = tuple(
    PersonRef(forename=forename, surname=surname)
    for forename, surname in (("Nia", "Orr"), ("Otis", "Pym"), ("Pia", "Quill"))
)


def of(result, kind):
    return [record for record in result.records if isinstance(record, kind)]


def test_a_personnel_export_is_no_training_record_for_its_forms_of_address_and_dates(taken):
    headings = (
        "Person ID,Title,First name,Last name,Job Profile,Cost centre,Worker type,Hire date,"
        "Termination date,Scheduled weekly hours"
    )
    rows = [
        headings.split(","),
        ["P1", "Ms", "Nia", "Orr", "LSA", "4410", "Regular", date(2019, 9, 1), None, 37],
        ["P2", "Mr", "Otis", "Pym", "LSA", "4410", "Fixed", date(2025, 1, 6), date(2027, 8, 31), 9],
    ]
    nia, otis = taken({"Export": rows}).records
    assert isinstance(nia, StaffRecord)
    assert (nia.title, nia.contract, nia.weekly_minutes) == ("LSA", Contract.PERMANENT, 2220)
    assert (nia.team, otis.left_on) == ("", date(2027, 8, 31))


def test_the_numbers_that_a_form_gives_its_answers_are_no_payroll_numbers(taken):
    rows = [["Id", "Name", "Role", "Hours"], [1, "Nia Orr", "LSA", 30], [2, "Otis Pym", "LSA", 20]]
    assert [record.payroll for record in taken({"Form1": rows}).records] == ["", ""]


def test_a_tick_under_the_words_of_a_level_rates_the_skill_beside_it(workbook, read):
    rows = [
        ["Name: Nia Orr", None, None, None, "Date: 10/09/2026"],
        ["Area", "No experience", "Some experience", "Confident", "Can train others"],
        ["Communication"],
        ["Makaton", None, "X"],
        ["PECS", "X"],
        ["PEG feeding", None, None, None, "X"],
        ["Hoisting", "X", None, "X"],
    ]
    result = read(workbook({"Table 1": rows}), PEOPLE)
    found = {record.skill: record.value for record in of(result, SkillRecord)}
    assert (found["Makaton"], found["PECS"]) == (Level(1), Level(0))
    assert found["PEG feeding"] == Level(4)
    assert found.get("Hoisting") not in [Level(0), Level(3)], "two ticks say no level"


def test_answers_in_sentences_are_read_by_their_words(taken):
    rows = [
        ["Id", "Start time", "Name", "Using Makaton", "Moving and handling"],
        [1, "10/09/2026 09:00", "Nia Orr", "I am confident", "I have no experience"],
        [2, "10/09/2026 10:00", "Otis Pym", "I could train others", "I have some experience"],
    ]
    result = taken({"Form1": rows}, PEOPLE)
    found = {(r.person.forename, r.skill): r.value for r in of(result, SkillRecord)}
    assert found == {
        ("Nia", "Using Makaton"): Level(3),
        ("Nia", "Moving and handling"): Level(0),
        ("Otis", "Using Makaton"): Level(4),
        ("Otis", "Moving and handling"): Level(1),
    }


def test_everybody_in_the_cell_of_a_log_was_there_and_whoever_is_not_known_is_told(taken):
    rows = [
        ["Date", "Training", "Provider", "Attendees"],
        [date(2026, 9, 1), "Safeguarding", "In house", "Nia Orr, Otis Pym, Pia Quill"],
        [date(2026, 9, 15), "Makaton", "Nurse", "Nia Orr\nPYM, Otis"],
        [date(2026, 9, 22), "Hoisting", "Nurse", "Pia Quill; Rae Stone & Otis"],
        [date(2026, 9, 29), "Autism", "Nurse", "Quill, Pia"],
    ]
    result = taken({"CPD log": rows}, PEOPLE)
    was_there = {}
    for record in of(result, TrainingRecord):
        was_there.setdefault(record.course, []).append(record.person.forename)
    assert was_there == {
        "Safeguarding": ["Nia", "Otis", "Pia"],
        "Makaton": ["Nia", "Otis"],
        "Hoisting": ["Pia"],
        "Autism": ["Pia"],
    }
    told = [problem.reason for problem in result.sheets[0].problems]
    assert ["“Rae Stone” is nobody" in told[0], "is it Otis Pym?" in told[1]] == [True, True]
    assert len(told) == 2


def test_whom_a_log_contradicts_is_told_and_the_others_of_the_cell_keep_their_certificate(taken):
    done, ends = date(2026, 9, 1), date(2029, 9, 1)
    rows = [
        ["Date", "Training", "Attendees", "Expiry date"],
        [done, "First aid", "Nia Orr", ends],
        [done, "First aid", "Otis Pym and Nia Orr", date(2028, 9, 1)],
        [done, "First aid", "Pia Quill; Nia Orr", ends],
        [done, "First aid", "Pia Quill; Nia Orr; Rae Stone", ends],
    ]
    result = taken({"CPD log": rows}, PEOPLE)
    held = [(r.person.forename, r.source.row) for r in of(result, TrainingRecord)]
    assert held == [("Nia", 2), ("Otis", 3), ("Pia", 4)]
    (sheet,) = result.sheets
    contradicted, unknown = sheet.problems
    assert contradicted.row == 3
    assert contradicted.reason == (
        "“Nia Orr” was left out. It is about the same as row 2 but disagrees: "
        "Expiry date is 01/09/2028 here and 01/09/2029 there."
    )
    assert (unknown.row, "“Rae Stone” is nobody" in unknown.reason) == (5, True)
    again = [(row.row, row.reason) for row in sheet.merged]
    assert (again, sheet.set_aside) == ([(5, "It says the same as row 4.")], ())


def test_a_renewal_said_as_a_term_counts_from_the_day_it_was_done(taken):
    rows = [
        ["Name", "Course", "Date attended", "Renewal"],
        ["Nia Orr", "Safeguarding", date(2025, 9, 3), "Annual"],
        ["Nia Orr", "Epilepsy", "Jan 2026", "2 yrs"],
        ["Otis Pym", "MHFA", "2023", "none"],
        ["Otis Pym", "Hoisting", None, "3 years"],
    ]
    result = taken({"Training": rows}, PEOPLE)
    ends = {record.course: str(record.expires) for record in of(result, TrainingRecord)}
    assert ends["Safeguarding"] == "2 Sep 2026"
    assert (ends["Epilepsy"], ends["MHFA"], ends["Hoisting"]) == ("Jan 2028", "None", "None")
    assert [problem.row for problem in result.sheets[0].problems] == [5]


def test_the_hours_of_every_provision_of_a_learner_are_added_up(taken):
    rows = [
        ["Student", "Primary need", "Outcome", "Provision", "Hrs/wk"],
        ["J.B.", "ASD", "Travels alone", "Travel training 1:1", 3],
        ["J.B.", "ASD", "Uses AAC", "1:1 communication", 5],
        ["L.M.", "MLD", "Reads at E2", "Small group", 4],
    ]
    first, second = of(taken({"EHCP": rows}), LearnerRecord)
    assert (first.weekly_minutes, second.weekly_minutes) == (480, 240)


def test_a_record_of_appraisals_or_supervision_gives_no_certificates_and_no_managers(taken):
    appraisals = [
        ["Name", "Appraiser", "Date of last appraisal", "Next due"],
        ["Nia Orr", "Pia Quill", date(2025, 10, 1), date(2026, 10, 1)],
        ["Otis Pym", "Pia Quill", date(2025, 10, 2), date(2026, 10, 2)],
    ]
    supervision = [
        ["Staff", "Supervisor", "Date 1", "Date 2"],
        ["Nia Orr", "Pia Quill", date(2026, 9, 14), date(2026, 10, 14)],
    ]
    result = taken({"Appraisals": appraisals, "Supervision": supervision}, PEOPLE)
    assert not result.records
    assert {aside.reason for aside in result.set_aside} == {
        "It is a record of meetings, such as appraisals or reviews, which is not imported."
    }


def test_a_staff_list_with_the_last_appraisal_is_still_a_staff_list(taken):
    rows = [
        ["LSA appraisals and hours"],
        ["Name", "Job title", "Contract", "Hours", "Appraiser", "Last appraisal"],
        ["Nia Orr", "LSA", "Permanent", 30, "Pia Quill", date(2025, 10, 1)],
        ["Otis Pym", "LSA", "Permanent", 25, "Pia Quill", date(2025, 10, 2)],
    ]
    assert [r.weekly_minutes for r in taken({"Appraisals": rows}).records] == [1800, 1500]


def test_a_rota_of_dated_days_is_told_row_by_row_and_says_nobody_s_days(taken):
    rows = [
        ["Rota w/c 14 September   Red = sick"],
        ["Name", "Mon 14/9", "Tue 15/9", "Wed 16/9", "Thu 17/9"],
        ["Nia Orr", "8.45-3.45", "8.45-3.45", "8.45-3.45", "8.45-3.45"],
        ["Otis Pym", "9-4", "9-4", None, None],
    ]
    result = taken({"Rota": rows})
    assert not result.records
    assert [aside.row for aside in result.set_aside] == [3, 4]
    assert all("rota" in aside.reason for aside in result.set_aside)


def test_what_is_ticked_of_learners_on_a_funding_list_is_no_need(taken):
    rows = [
        ["Student No", "Course", "LLDD", "EHCP", "Hoist", "Support hours"],
        ["40012345", "E2", "Y", "Y", "Y", 18],
        ["40012346", "E3", "Y", "N", "N", 9],
    ]
    first, second = of(taken({"Students": rows}), LearnerRecord)
    assert (first.needs, second.needs) == (("Hoist",), ())
