"""A review from its beginning to its PDF, and what it keeps to itself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from lsadesk.domain.reviewing.lines import LineDetails, LineKind
from lsadesk.domain.reviewing.points import PointId, Voice
from lsadesk.domain.reviewing.review import Judgement, ReviewDetails, moved
from lsadesk.domain.reviewing.views import Confidence, Sheet
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations import home
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.reviewing import lines, review
from lsadesk.operations.reviewing.on_record import on_record
from lsadesk.operations.staff import people, teacher_induction
from lsadesk.store.reviewing.questions import questions

POINT = PointId("r2-5")
AUTUMN = ReviewDetails(name="Autumn", want="Learners who need us less", success="Seen in lessons")
SECRET = "a long enough secret"


@pytest.fixture
def asha(desk):
    person = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "asha", SECRET, person=person, is_own=True)
    with_desk = college.unlock(desk.folder, "asha", SECRET)
    yield with_desk
    with_desk.close()


def begun(desk, details=AUTUMN):
    return review.begin_review(desk, details).result


def text_of(path):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_the_questions_are_the_forty_points_of_the_guidance():
    asked = questions()
    counts = [sum(p.recommendation == n for p in asked.points) for n in range(1, 6)]
    assert counts == [11, 6, 6, 6, 11]
    assert all(p.asks(voice) for voice in Voice for p in asked.asked_of(voice))
    ids = {point.id for point in asked.points}
    assert len(asked.conditions) == 5
    assert ids.issuperset(each.point for each in asked.conditions)
    assert len(asked.themes) == 4
    assert set(asked.themes) == {p.theme for p in asked.points if p.theme}
    assert len(asked.teachers) == 6


def test_views_are_told_once_the_review_is_closed_and_none_comes_in_after(desk, asha):
    this = begun(desk)
    found, asked = review.asked_of_me(asha)
    assert (found.name, asked) == ("Autumn", questions())
    mine = Sheet(Voice.LSAS, {POINT: Confidence.A_LITTLE})
    review.hand_in(asha, this, mine)
    assert review.asked_of_me(asha) is None
    with pytest.raises(UserError, match="already"):
        review.hand_in(asha, this, mine)
    for _ in range(4):
        review.key_in(desk, this, Sheet(Voice.LSAS, {POINT: None}))
    opened = review.open_review(desk, this)
    assert (opened.sheets, opened.told) == ({Voice.LSAS: 5}, {})
    review.close_review(desk, opened.review)
    told = review.open_review(desk, this).told[POINT][frozenset({Voice.LSAS})]
    assert (told.confident, told.number, told.cannot_say) == (0, 1, 4)
    assert review.asked_of_me(asha) is None
    with pytest.raises(UserError, match="closed"):
        review.key_in(desk, this, Sheet(Voice.LSAS, {POINT: None}))
    assert "Closed" not in desk.undo_sentence()


def test_the_file_itself_does_not_tell_in_which_order_sheets_came_in(desk):
    with desk.store.read() as reading:
        wanted = "SELECT sql FROM sqlite_master WHERE name = 'review_view'"
        made = reading.connection.exec_driver_sql(wanted).scalar_one()
    assert made.rstrip().endswith("WITHOUT ROWID")


def test_a_sheet_answers_only_what_its_group_is_asked(desk):
    this = begun(desk)
    for answers in ({}, {PointId("r1-5"): Confidence.FULLY}):
        with pytest.raises(UserError, match="answers nothing"):
            review.key_in(desk, this, Sheet(Voice.LEARNERS, answers))


def test_an_lsa_gives_a_view_and_sees_no_review(desk, asha):
    this = begun(desk)
    for refused in (
        lambda: review.open_review(asha, this),
        lambda: lines.lines(asha),
        lambda: review.key_in(asha, this, Sheet(Voice.LSAS, {POINT: None})),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_what_the_college_wants_is_read_by_everybody_on_home(desk, asha):
    begun(desk)
    told = home.today(asha).review
    assert (told.want, told.success, told.to_look_at) == (AUTUMN.want, AUTUMN.success, 0)


def test_the_second_review_shows_what_moved_since_the_first(desk):
    first = begun(desk)
    with pytest.raises(UserError, match="open still"):
        begun(desk, replace(AUTUMN, name="Another"))
    review.judge(desk, first, POINT, Judgement(Confidence.A_LITTLE, "The timetable"))
    review.judge(desk, first, POINT, Judgement(Confidence.NOT_AT_ALL, "The new timetable"))
    review.close_review(desk, review.open_review(desk, first).review)
    second = begun(desk, replace(AUTUMN, name="Spring"))
    review.judge(desk, second, POINT, Judgement(Confidence.MOSTLY))
    opened = review.open_review(desk, second)
    assert opened.previous.name == "Autumn"
    assert opened.before[POINT].evidence == "The new timetable"
    assert moved(opened.judgements[POINT], opened.before[POINT]) == 2
    desk.undo()
    assert POINT not in review.open_review(desk, second).judgements


def test_the_pdf_has_the_aims_all_points_the_actions_and_the_edition(desk, tmp_path):
    this = begun(desk)
    review.judge(desk, this, POINT, Judgement(Confidence.MOSTLY, "Wednesday hour"))
    due = desk.today - timedelta(days=3)
    action = LineDetails(
        kind=LineKind.ACTION,
        words="Pay for the hour",
        topic=POINT,
        owner="Principal",
        begun=due,
        due=due,
    )
    lines.add_line(desk, action)
    review.close_review(desk, review.open_review(desk, this).review)
    review.print_review(desk, this, tmp_path / "review.pdf")
    told = text_of(tmp_path / "review.pdf")
    for words in ("Learners who need us less", "Wednesday hour", "EEF edition of 2018"):
        assert words in told
    assert "Pay for the hour" in told
    assert "was to be done by" in told
    assert all(point.code in told for point in questions().points)


def test_the_workbook_has_each_groups_share_and_how_far_views_part(desk, tmp_path):
    this = begun(desk)
    for voice, answer in ((Voice.LEADERS, Confidence.FULLY), (Voice.LSAS, Confidence.A_LITTLE)):
        for _ in range(5):
            review.key_in(desk, this, Sheet(voice, {POINT: answer}))
    review.close_review(desk, review.open_review(desk, this).review)
    review.export_review(desk, this, tmp_path / "review.xlsx")
    sheet = load_workbook(tmp_path / "review.xlsx")["Points"]
    heads, *rows = sheet.iter_rows(min_row=4, values_only=True)
    (row,) = (dict(zip(heads, row, strict=True)) for row in rows if row[0] == "R2.5")
    assert (row["Leaders and managers"], row["LSAs"], row["Views part by"]) == (1, 0, 1)
    assert len(rows) == 40


def test_a_sheet_on_paper_asks_a_group_its_own_points_and_no_name(desk, tmp_path):
    review.print_sheet(desk, Voice.LEARNERS, tmp_path / "sheet.pdf")
    told = text_of(tmp_path / "sheet.pdf")
    assert "No names, please" in told
    assert "I don't understand" in told
    assert all(p.to_learners in told for p in questions().asked_of(Voice.LEARNERS))
    assert questions().points[0].text not in told


def test_lines_are_added_changed_taken_off_and_taken_back(desk):
    details = LineDetails(kind=LineKind.MEASURE, words="Attendance", begun=desk.today)
    with pytest.raises(UserError, match="cannot show"):
        lines.add_line(desk, details)
    lines.add_line(desk, replace(details, limits="Why they came"))
    (kept,) = lines.lines(desk)
    lines.change_line(desk, kept, replace(kept, found="Up by a tenth"))
    (kept,) = lines.lines(desk)
    assert (kept.found, kept.limits) == ("Up by a tenth", "Why they came")
    lines.remove_line(desk, kept)
    assert not lines.lines(desk)
    desk.undo()
    assert lines.lines(desk)[0].words == "Attendance"


def test_what_is_on_record_stands_beside_the_points_it_bears_on(desk):
    assert on_record(desk) == {}
    details = PersonDetails(forename="Gwen", surname="Rees", teaches=True)
    for covered_on in (desk.today, None):
        teacher = people.add_person(desk, details).result
        teacher_induction.record_teacher_induction(desk, teacher, covered_on)
    told = on_record(desk)
    assert "1 of 2 teachers (50 %)" in told[PointId("r5-1")]
