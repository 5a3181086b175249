"""The Harbour Lane workbook: every row accounted for, every doubt one a secretary shares."""

from datetime import date, time

from lsadesk.domain.auditing.skills import Level, NotApplicable, Unknown
from lsadesk.domain.calendar import Precision, RoughDate, TimeSpan, Week, Weekday
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.domain.incoming import (
    InterestRecord,
    LearnerRecord,
    SessionRecord,
    SheetReading,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.domain.staff.people import Contract
from lsadesk.domain.weeks.learners import Ratio
from lsadesk.intake.interpreting import Interpretation


def sheet(harbour: Interpretation, name: str) -> SheetReading:
    return next(reading for reading in harbour.sheets if reading.sheet.startswith(name))


def staff(harbour: Interpretation, payroll: str) -> StaffRecord:
    found = [r for r in harbour.records if isinstance(r, StaffRecord) and r.payroll == payroll]
    assert len(found) == 1
    return found[0]


def skill(harbour: Interpretation, row: int, name: str) -> SkillRecord:
    records = sheet(harbour, "Skills").records
    found = [r for r in records if isinstance(r, SkillRecord) and r.skill == name]
    return next(record for record in found if record.source.row == row)


def learner(harbour: Interpretation, reference: str) -> LearnerRecord:
    records = sheet(harbour, "Learners").records
    found = (r for r in records if isinstance(r, LearnerRecord) and r.reference == reference)
    return next(found)


def test_every_row_of_every_sheet_is_taken_but_a_total_and_a_contradiction(harbour, counts):
    assert {reading.sheet: counts(reading) for reading in harbour.sheets} == {
        "STAFF LIST": ("staff", 48, 46, 0, 2),
        "Skills audit 25-26": ("skills", 42, 42, 0, 0),
        "Training record": ("training", 267, 267, 0, 0),
        "Learners": ("learners", 62, 62, 0, 0),
        "Timetable": ("timetable", 146, 146, 0, 0),
    }


def test_the_rows_set_aside_say_why_and_where(harbour):
    asides = {(aside.row, aside.column): aside.reason for aside in harbour.set_aside}
    assert asides == {
        (54, ""): "It is a total or a count, not a record.",
        (55, "I"): (
            "It is about the same as row 8 but disagrees: Hrs pw is 10 here and 22.5 there."
        ),
    }


def test_no_cell_is_doubted_but_those_a_secretary_would_doubt(harbour):
    doubts = {reading.sheet: len(reading.problems) for reading in harbour.sheets}
    assert doubts == {
        "STAFF LIST": 15,  # 8 formulas, 2 rows aside, 2 teams spelt twice, 3 unknown managers
        "Skills audit 25-26": 1,  # what "x" means
        "Training record": 0,
        "Learners": 7,  # names to keep apart that fit several people
        "Timetable": 0,
    }


def test_hours_days_and_dates_are_read_however_they_are_written(harbour):
    lewis, roberts, jones = (staff(harbour, number) for number in ("HL1030", "HL1048", "HL1078"))
    assert (lewis.surname, lewis.weekly_minutes) == ("Lewis", 37 * 60)
    assert lewis.days == {Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY}
    assert (roberts.weekly_minutes, roberts.as_required) == (None, True)
    assert roberts.contract is Contract.BANK
    assert (jones.term_time_only, jones.contract) == (True, Contract.FIXED_TERM)
    assert staff(harbour, "HL1009").started == RoughDate(date(2023, 9, 3))
    assert staff(harbour, "HL1021").started == RoughDate(date(2011, 3, 1), Precision.MONTH)
    assert staff(harbour, "HL1015").started == RoughDate(date(2023, 3, 24))


def test_a_formula_where_a_note_should_be_is_kept_as_its_text(harbour):
    assert staff(harbour, "HL1006").note == "=leaver?"


def test_levels_and_sites_are_read_in_all_their_forms(harbour):
    levels = [staff(harbour, number).level for number in ("HL1003", "HL1006", "HL1015", "HL1042")]
    assert levels == [3, 2, 2, 4]
    assert staff(harbour, "HL1000").level is None
    assert staff(harbour, "HL1027").sites == ("Main", "Quay")


def test_marks_that_are_not_levels_keep_what_they_say(harbour):
    assert skill(harbour, 5, "Autism").value == Level(2)
    booked = skill(harbour, 5, "AAC / eye gaze")
    assert (booked.value, booked.training_booked) == (Unknown(), True)
    assert skill(harbour, 4, "Art & design").value == Level(2)
    assert skill(harbour, 4, "Art & design").note == "2-3"
    assert skill(harbour, 6, "Job coaching").value == NotApplicable()
    assert skill(harbour, 5, "Dyslexia").note == "ticked, level not said"
    assert skill(harbour, 4, "Lip speaking").value == Unknown()


def test_a_blank_cell_says_nothing_and_never_no(harbour):
    row_4 = [r for r in sheet(harbour, "Skills").records if r.source.row == 4]
    named = {r.skill for r in row_4 if isinstance(r, SkillRecord)}
    assert "Autism" not in named
    assert "ICT" not in named


def test_skills_stand_under_the_merged_headings_above_them(harbour):
    assert skill(harbour, 5, "Medication").group == "Care"
    assert skill(harbour, 5, "Job coaching").group == "Practice"


def test_the_hidden_done_column_is_no_skill(harbour):
    names = {r.skill for r in harbour.records if isinstance(r, SkillRecord)}
    assert len(names) == 32
    assert "Done?" not in names


def test_every_name_form_on_the_audit_finds_its_person(harbour):
    by_row = {r.source.row: r.person.payroll for r in sheet(harbour, "Skills").records}
    assert by_row[4] == "HL1000"  # Imran Islam
    assert by_row[6] == "HL1006"  # Smith, Rhys
    assert by_row[8] == "HL1012"  # Bevan S
    assert by_row[28] == "HL1084"  # Begum T
    assert by_row[27] == "HL1081"  # van der Berg, Lorraine
    assert len(set(by_row.values())) == 42


def test_wishes_and_hobbies_stay_in_the_persons_own_words(harbour):
    said = [r for r in sheet(harbour, "Skills").records if isinstance(r, InterestRecord)]
    assert said[0].hobbies == "football coach L1"
    assert said[1].wishes == "happy as I am"


def test_a_course_without_renewal_never_lapses_and_a_blank_is_not_known(harbour):
    records = [r for r in harbour.records if isinstance(r, TrainingRecord)]
    lapses = [record.lapse for record in records]
    assert lapses.count(Lapse.NEVER) == 49
    assert lapses.count(Lapse.NOT_KNOWN) == 101
    assert lapses.count(Lapse.ON) == 267 - 150
    assert records[0].achieved == RoughDate(date(2024, 5, 6))
    assert [r.proof_seen for r in records[3:6]] == [True, False, False]


def test_learners_keep_the_plans_own_words_beside_the_figures(harbour):
    assert learner(harbour, "UA02").weekly_minutes == 25 * 60
    assert learner(harbour, "UA02").hours_said == "25+"
    assert (learner(harbour, "UA03").weekly_minutes, learner(harbour, "UA03").hours_said) == (
        None,
        "full",
    )
    cared = learner(harbour, "SA04")
    assert (cared.ratio, cared.care_ratio) == (Ratio(1, 1), Ratio(2, 1))
    assert cared.needs == ("Personal care", "Moving & handling", "AAC / eye gaze")
    assert learner(harbour, "VY06").same_gender_care
    assert learner(harbour, "VY06").ratio is None
    assert learner(harbour, "OR13").ratio == Ratio(1, 1)


def test_a_learner_is_kept_apart_from_everybody_a_bare_forename_fits(harbour):
    apart = learner(harbour, "PS08").not_with
    assert {person.name for person in apart} == {
        "Lorraine Begum",
        "Lorraine Xu",
        "Lorraine Roberts",
        "Lorraine van der Berg",
    }
    assert [person.name for person in learner(harbour, "WD53").not_with] == ["Derek Williams"]


def test_the_day_reaches_down_and_times_are_read_in_every_form(harbour):
    sessions = [r for r in harbour.records if isinstance(r, SessionRecord)]
    assert {s.span.start for s in sessions} == {time(9, 15), time(11), time(13, 15), time(14, 45)}
    first, last = sessions[0], sessions[-1]
    assert (first.day, first.span) == (Weekday.MONDAY, TimeSpan(time(9, 15), time(10, 45)))
    assert (first.lsas_needed, first.lsas_wanted) == (2, 3)
    assert (last.day, last.group, last.site) == (Weekday.FRIDAY, "Group H", "Quay")
    assert sessions[2].week is Week.A
    assert sum(session.teacher == "" for session in sessions) == 19
    assert sum(session.lsas_needed is None for session in sessions) == 23
