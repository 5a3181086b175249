"""Forms of one person, forms of many, registers with dates, and grids below one another."""

from datetime import date, datetime, time

from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.incoming import (
    InterestRecord,
    PersonRef,
    SessionRecord,
    SkillRecord,
    StaffRecord,
)
from lsadesk.intake.sheets import Merge

ASHA, TOM = PersonRef(forename="Asha", surname="Kaur"), PersonRef(forename="Tom", surname="Lee")


def of(read, kind):
    return [record for record in read.records if isinstance(record, kind)]


def at(day, hour, minute):
    return datetime.combine(date(2026, 9, day), time(hour, minute))


def when(session):
    return session.day.short, str(session.span), session.group, session.title


def test_a_form_of_one_person_is_about_whom_its_top_names(taken):
    def form(name, *marks):
        top = [["LSA skills self-assessment"], ["Name:", name], ["Date:", date(2026, 9, 10)]]
        skills = zip(("Autism", "Hoisting", "Makaton"), marks, strict=True)
        return [*top, ["Skill", "Rating (0-4)", "Evidence"], *[[s, mark] for s, mark in skills]]

    read = taken(
        {"AK": form("Asha Kaur", 3, None, 2), "T": form("Tom Lee", 1, "T", 4)}, [ASHA, TOM]
    )
    assert {(r.person.forename, r.skill) for r in of(read, SkillRecord)} == {
        *(("Asha", skill) for skill in ("Autism", "Makaton")),
        *(("Tom", skill) for skill in ("Autism", "Makaton", "Hoisting")),
    }
    assert {record.group for record in of(read, SkillRecord)} == {""}  # "Hoisting" heads nothing


def test_a_question_that_a_form_repeats_is_left_out_of_each_skill(taken):
    asked = "How confident are you in supporting learners with the following? "
    rows = [
        [
            "Timestamp",
            "Your name",
            f"{asked}[Autism]",
            f"{asked}[BSL]",
            "What would you like to do",
        ],
        [at(3, 10, 0), "asha kaur", "4 - Confident", "1 - Not at all", "BSL"],
        [
            at(3, 11, 0),
            "Tom L",
            "5 - Very confident, could help others",
            "2 - A little",
            None,
        ],
    ]
    read = taken({"Form Responses 1": rows}, [ASHA, TOM])
    levels = {(r.person.forename, r.skill): int(r.value.value) for r in of(read, SkillRecord)}
    assert levels == {
        ("Asha", "Autism"): 3,
        ("Asha", "BSL"): 0,
        ("Tom", "Autism"): 4,
        ("Tom", "BSL"): 1,
    }
    assert [wish.wishes for wish in of(read, InterestRecord)] == ["BSL"]


def test_dated_events_are_one_session_of_every_week(taken):
    rows = [["Event Title", "Start", "End", "Location", "Instructor", "Section"]]
    for week in range(2):
        monday = 7 + 7 * week
        rows += [
            [
                "Cookery",
                at(monday, 9, 15),
                at(monday, 10, 45),
                "K1",
                "Hughes, R",
                "F1",
            ],
            [
                "Maths",
                f"{monday + 1:02}/09/2026 13:00",
                f"{monday + 1:02}/09/2026 14:30",
                "G4",
                "Cole, M",
                "E2",
            ],
        ]
    read = taken({"Events": rows}, [ASHA])
    assert [when(s) for s in of(read, SessionRecord)] == [
        ("Mon", "9.15-10.45", "F1", "Cookery"),
        ("Tue", "13.00-14.30", "E2", "Maths"),
    ]
    assert not of(read, StaffRecord)


def test_a_day_and_a_time_in_one_cell(taken):
    rows = [
        ["Register", "Day/Time", "Group", "Tutor", "LSAs req'd"],
        ["Cookery", "Mon 09:15 - 10:45", "F1", "Ms R Hughes", "2"],
        ["Maths", "Tuesday, 1.15-2.45", "E2", None, None],
    ]
    sessions = of(taken({"Registers": rows}), SessionRecord)
    assert [when(s) for s in sessions] == [
        ("Mon", "9.15-10.45", "F1", "Cookery"),
        ("Tue", "13.15-14.45", "E2", "Maths"),
    ]
    assert sessions[0].lsas_needed == 2


def test_grids_below_one_another_are_each_of_the_group_in_their_title(taken):
    def grid(group):
        heads = ["Time", "Monday", "Tuesday"]
        return [
            [f"{group} – Autumn Term 2026"],
            heads,
            ["9-10.30", "English", "Art"],
            ["11-12", "Sport"],
            [],
        ]

    read = taken({"TT": [*grid("Foundation 1"), *grid("Entry 2")]})
    assert [when(s)[2:] for s in of(read, SessionRecord)] == [
        *(("Foundation 1", title) for title in ("English", "Art", "Sport")),
        *(("Entry 2", title) for title in ("English", "Art", "Sport")),
    ]


def test_a_column_for_each_week_of_two(taken):
    rows = [
        ["P1 9:00-10:00, P2 10:15-11:15"],
        ["Day", "Period", "Week A", "Week B"],
        ["Mon", "P1", "Swimming", "Maths"],
        [None, "P2", "Art", None],
    ]
    sessions = of(taken({"Foundation 1": rows}), SessionRecord)
    assert [(s.title, s.week, s.group) for s in sessions] == [
        ("Swimming", Week.A, "Foundation 1"),
        ("Maths", Week.B, "Foundation 1"),
        ("Art", Week.A, "Foundation 1"),
    ]


def test_the_total_beside_the_days_is_the_hours_and_a_headcount_is_nobody(taken):
    rows = [
        ["Name", "Post", "Mon", "Tue", "Wed", "Total"],
        ["Asha Kaur", "LSA", "9-3", "OFF", "9-3", 12],
        ["Tom Lee", "LSA", "8.30-4", "8.30-4", None, 14.5],
        ["Headcount", 2, None, None, None, 26.5],
    ]
    asha, tom = of(taken({"Availability": rows}), StaffRecord)
    assert (asha.weekly_minutes, asha.days) == (720, {Weekday.MONDAY, Weekday.WEDNESDAY})
    assert tom.weekly_minutes == 870


def test_staff_across_the_top_are_read_as_rows(workbook, read):
    rows = [
        [None, "Asha Kaur", "Tom Lee"],
        ["Job title", "LSA", "Senior LSA"],
        ["Contracted hours", "30", "22:30"],
        ["Start date", date(2021, 9, 1), "April 2014"],
        ["Mobile", "07700 900111", None],
    ]
    asha, tom = of(read(workbook({"Team profile": rows})), StaffRecord)
    assert (asha.title, asha.weekly_minutes, asha.started.day) == ("LSA", 1800, date(2021, 9, 1))
    assert (tom.title, tom.weekly_minutes) == ("Senior LSA", 1350)


def test_a_merged_double_ends_where_the_merged_cell_does(taken):
    rows = [
        ["Time", "Monday", "Tuesday"],
        [time(9), "English", "Work skills"],
        [time(10), "Art", None],
        [time(11), "Sport", "Art"],
        [time(12), "LUNCH", None],
    ]
    read = taken({"F1": rows}, merged=[Merge(2, 2, 3, 2), Merge(5, 1, 5, 2)])
    assert "LUNCH" not in {s.title for s in of(read, SessionRecord)}
