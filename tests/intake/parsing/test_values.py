"""Each kind of cell in the forms that colleges write, and what must be refused."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsadesk.domain.auditing.skills import Level, NotApplicable, Unknown
from lsadesk.domain.calendar import Precision, RoughDate, TimeSpan, Week, Weekday, clock
from lsadesk.domain.staff.people import Contract
from lsadesk.domain.weeks.learners import Ratio
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.contracts import parse_contract, says_term_time
from lsadesk.intake.parsing.dates import last_day, parse_date
from lsadesk.intake.parsing.days import parse_days, parse_weekday
from lsadesk.intake.parsing.hours import parse_fraction, parse_hours
from lsadesk.intake.parsing.levels import CountRead, parse_count, parse_level, parse_yes
from lsadesk.intake.parsing.names import Name, parse_name, same_forename
from lsadesk.intake.parsing.needs import asks_same_gender, names_to_keep_apart, parse_needs
from lsadesk.intake.parsing.ratings import parse_rating
from lsadesk.intake.parsing.ratios import parse_ratio
from lsadesk.intake.parsing.scales import (
    ONE_TO_FIVE,
    ONE_TO_TEN,
    RAG,
    YES_NO,
    ZERO_TO_FOUR,
    Scale,
    scale_of,
)
from lsadesk.intake.parsing.times import parse_span, parse_time, parse_week

MON, TUE, WED, THU, FRI = (Weekday(number) for number in range(5))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (datetime(2023, 3, 24), date(2023, 3, 24)),  # noqa: DTZ001
        ("21 April 2007", date(2007, 4, 21)),
        ("03.09.23", date(2023, 9, 3)),
        ("10/01/2017", date(2017, 1, 10)),
        ("1st Sept 24", date(2024, 9, 1)),
        ("2024-09-01", date(2024, 9, 1)),
        ("Mon 3rd March 2025", date(2025, 3, 3)),
        ("12-Feb-19", date(2019, 2, 12)),
        ("March 3, 2025", date(2025, 3, 3)),
        ("12/25/2020", date(2020, 12, 25)),
        ("3/9/98", date(1998, 9, 3)),
        (44927, date(2023, 1, 1)),
        ("44927", date(2023, 1, 1)),
    ],
)
def test_a_date_is_read_day_first(said, meant):
    assert parse_date(said) == RoughDate(meant)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Mar 2011", RoughDate(date(2011, 3, 1), Precision.MONTH)),
        ("Sept-21", RoughDate(date(2021, 9, 1), Precision.MONTH)),
        ("09/2021", RoughDate(date(2021, 9, 1), Precision.MONTH)),
        ("2019", RoughDate(date(2019, 1, 1), Precision.YEAR)),
        (2019, RoughDate(date(2019, 1, 1), Precision.YEAR)),
    ],
)
def test_a_rough_date_stays_rough(said, meant):
    assert parse_date(said) == meant


@pytest.mark.parametrize("said", ["31/02/2020", "soon", "Marchember 2020", 7, "1/2", True, "1850"])
def test_what_is_no_date_is_refused(said):
    with pytest.raises(Unreadable):
        parse_date(said)


def test_the_last_day_of_a_rough_date_is_its_latest():
    assert last_day(parse_date("Feb 2024")) == date(2024, 2, 29)
    assert last_day(parse_date("Dec 2024")) == date(2024, 12, 31)
    assert last_day(parse_date("2024")) == date(2024, 12, 31)


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_common_way_to_write_a_day_means_that_day(day):
    forms = [f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day:%Y-%m-%d}", f"{day.day} {day:%B %Y}"]
    assert {parse_date(form) for form in forms} == {RoughDate(day)}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("9.15", time(9, 15)),
        ("9:15am", time(9, 15)),
        ("1:15pm", time(13, 15)),
        ("12:30pm", time(12, 30)),
        ("0915", time(9, 15)),
        ("13.15", time(13, 15)),
        (9.3, time(9, 30)),
        (0.5, time(12)),
        (time(9, 15), time(9, 15)),
        ("noon", time(12)),
        ("2 pm", time(14)),
    ],
)
def test_a_time_is_read_in_every_form(said, meant):
    assert parse_time(said).moment == meant
    assert not parse_time(said).assumed


def test_a_bare_early_hour_is_an_afternoon_and_is_said_to_be_assumed():
    assert parse_time("1.15").moment == time(13, 15)
    assert parse_time("1.15").assumed


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("9.15-10.45", "9.15-10.45"),
        ("9-10.30", "9.00-10.30"),
        ("1 to 2.30pm", "13.00-14.30"),
        ("11-1pm", "11.00-13.00"),
        ("09:00 – 10:30", "9.00-10.30"),
        ("0900-1030", "9.00-10.30"),
    ],
)
def test_a_span_in_one_cell_is_read(said, meant):
    assert str(parse_span(said).span) == meant


@pytest.mark.parametrize("said", ["10.30-9.15", "9.15", "half nine", "25:00-26:00", "9-9"])
def test_what_is_no_span_is_refused(said):
    with pytest.raises(Unreadable):
        parse_span(said)


@given(st.times(min_value=time(7)))
def test_the_clock_that_the_product_prints_reads_back(moment):
    moment = moment.replace(second=0, microsecond=0)
    assert parse_time(clock(moment)).moment == moment


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("37 hrs", 37 * 60),
        ("37:00", 37 * 60),
        ("18.5", 1110),
        (22.5, 1350),
        ("22½", 1350),
        ("18h 30m", 1110),
        ("30 hours per week", 1800),
        ("0.6 FTE", 1332),
    ],
)
def test_hours_are_read_in_every_form(said, minutes):
    assert parse_hours(said).minutes == minutes


@pytest.mark.parametrize("said", ["as req'd", "as and when", "zero hours", "casual", "variable", 0])
def test_as_required_is_no_number_of_hours(said):
    assert parse_hours(said).minutes is None
    assert parse_hours(said).as_required


def test_more_than_a_figure_keeps_its_words():
    assert (parse_hours("25+").minutes, parse_hours("25+").said) == (1500, "25+")
    assert (parse_hours("full").minutes, parse_hours("full").said) == (None, "full")


@pytest.mark.parametrize("said", ["lots", 400, "-3", True, "Monday"])
def test_what_is_no_number_of_hours_is_refused(said):
    with pytest.raises(Unreadable):
        parse_hours(said)


def test_a_fraction_is_of_the_full_time_that_is_chosen():
    assert parse_fraction("0.5", 40).minutes == 1200
    assert parse_fraction("60%", 35).minutes == 1260
    with pytest.raises(Unreadable):
        parse_fraction("37", 37)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("M T W", {MON, TUE, WED}),
        ("Tu W Th", {TUE, WED, THU}),
        ("Mon-Fri", set(Weekday) - {Weekday.SATURDAY, Weekday.SUNDAY}),
        ("Mon - Thurs", {MON, TUE, WED, THU}),
        ("Mon,Wed,Fri", {MON, WED, FRI}),
        ("MTWThF", {MON, TUE, WED, THU, FRI}),
        ("MTWTF", {MON, TUE, WED, THU, FRI}),
        ("M T W T", {MON, TUE, WED, THU}),
        ("T F", {TUE, Weekday.FRIDAY}),
        ("every day", {MON, TUE, WED, THU, FRI}),
        ("not Fri", {MON, TUE, WED, THU}),
        ("Mon to Weds and Fri", {MON, TUE, WED, FRI}),
    ],
)
def test_working_days_are_read_in_every_form(said, days):
    assert parse_days(said).days == days


def test_term_time_only_is_told_apart_from_the_days():
    read = parse_days("term time only, Mon-Fri")
    assert (read.term_time_only, len(read.days or ())) == (True, 5)
    assert parse_days("TTO").days is None


def test_half_days_keep_their_words():
    assert parse_days("Mon am, Tues").said == "Mon am, Tues"


@pytest.mark.parametrize("said", ["varies", "3 days", "", "Fri-Mon"])
def test_what_names_no_days_is_refused(said):
    with pytest.raises(Unreadable):
        parse_days(said)


@pytest.mark.parametrize("said", ["Monday", "Mondays", "Mon.", "MON", "dydd Llun"])
def test_a_weekday_is_read(said):
    assert parse_weekday(said) is MON


@pytest.mark.parametrize(
    ("said", "contract"),
    [
        ("Perm PT", Contract.PERMANENT),
        ("Bank", Contract.BANK),
        ("Agency", Contract.AGENCY),
        ("TTO", Contract.TERM_TIME),
        ("Fixed term", Contract.FIXED_TERM),
        ("Sessional", Contract.SESSIONAL),
        ("Zero hours", Contract.BANK),
        ("FT", Contract.NOT_KNOWN),
    ],
)
def test_contracts_are_known_by_their_abbreviations(said, contract):
    assert parse_contract(said) is contract


def test_a_permanent_post_may_be_term_time_only_too():
    assert says_term_time("Perm, term-time")
    assert not says_term_time("terminated")


@pytest.mark.parametrize(
    ("said", "level"), [("L2", 2), ("Level 3", 3), (2, 2), ("4", 4), ("II", 2)]
)
def test_levels_are_read(said, level):
    assert parse_level(said) == level


@pytest.mark.parametrize("said", [0, 5, "HLTA", "L9"])
def test_what_is_no_level_is_refused(said):
    with pytest.raises(Unreadable):
        parse_level(said)


def test_yes_and_no_and_neither():
    assert parse_yes("Y")
    assert parse_yes("✓")
    assert not parse_yes("not seen")
    with pytest.raises(Unreadable):
        parse_yes("perhaps")


def test_counts_of_staff():
    assert parse_count("2-3") == CountRead(2, 3)
    assert parse_count(4) == CountRead(4, 4)
    assert parse_count("none") == CountRead(0, 0)
    assert parse_count("2 LSAs") == CountRead(2, 2)
    assert parse_count("1:1 x2") == CountRead(2, 2)
    assert parse_count("2:1") == CountRead(2, 2)
    with pytest.raises(Unreadable):
        parse_count("some")


def test_weeks_of_two():
    weeks = [parse_week(said) for said in ("A", "Wk B", "1", "both", "A/B")]
    assert weeks == [Week.A, Week.B, Week.A, Week.BOTH, Week.BOTH]
    with pytest.raises(Unreadable):
        parse_week("C")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Surname, F.", Name("F", "Surname")),
        ("Bevan S", Name("S", "Bevan")),
        ("Asha Kaur", Name("Asha", "Kaur")),
        ("KAUR Asha", Name("Asha", "Kaur")),
        ("Mrs  Jo   O'Brien ", Name("Jo", "O'Brien")),
        ("MCDONALD, jean", Name("Jean", "McDonald")),
        ("Lorraine van der Berg", Name("Lorraine", "van der Berg")),
        ("siân ap hywel", Name("Siân", "ap Hywel")),
        ("Smith (agency), Jo", Name("Jo", "Smith")),
        ("SMITH-JONES, Mary Ann", Name("Mary Ann", "Smith-Jones")),
        ("Sue T", Name("Sue", "T")),
    ],
)
def test_names_are_read_whichever_way_round(said, name):
    assert parse_name(said) == name


@pytest.mark.parametrize("said", ["TBC", "Vacancy", "123", "--", "agency"])
def test_what_is_no_name_is_refused(said):
    with pytest.raises(Unreadable):
        parse_name(said)


def test_short_forms_belong_to_one_name():
    assert same_forename("Tom", "Thomas")
    assert same_forename("Siân", "sian")
    assert not same_forename("Tom", "Tim")


@pytest.mark.parametrize(
    ("said", "usual", "care"),
    [
        ("1:1", Ratio(1, 1), None),
        ("2:1 PC, 1:1 other", Ratio(1, 1), Ratio(2, 1)),
        ("1 to 1 in community", Ratio(1, 1), None),
        ("one to three", Ratio(1, 3), None),
        ("shared", None, None),
    ],
)
def test_ratios_are_read(said, usual, care):
    read = parse_ratio(said)
    assert (read.ratio, read.care) == (usual, care)


def test_a_time_of_day_is_no_ratio():
    with pytest.raises(Unreadable):
        parse_ratio("plenty")


def test_needs_keep_the_slashes_in_their_names():
    said = "Autism, ADHD / MLD; Moving & handling\n autism"
    assert parse_needs(said) == ("Autism", "ADHD / MLD", "Moving & handling")


def test_conditions_on_staff_are_heard():
    assert names_to_keep_apart("not Lorraine or Tom Begum") == ("Lorraine", "Tom Begum")
    assert names_to_keep_apart("not in the pool") == ()
    assert asks_same_gender("same gender for PC")
    assert not asks_same_gender("epilepsy trained")


@pytest.mark.parametrize(
    ("said", "scale", "value"),
    [
        (3, ZERO_TO_FOUR, Level(3)),
        ("1", ONE_TO_FIVE, Level(0)),
        (10, ONE_TO_TEN, Level(4)),
        ("Amber", RAG, Level(2)),
        ("N", YES_NO, Level(0)),
        ("competent", ZERO_TO_FOUR, Level(3)),
        ("2-3", ZERO_TO_FOUR, Level(2)),
        ("3+", ZERO_TO_FOUR, Level(3)),
        (2.5, ZERO_TO_FOUR, Level(2)),
        ("n/a", ZERO_TO_FOUR, NotApplicable()),
        ("✓", ZERO_TO_FOUR, Unknown()),
        ("T", ZERO_TO_FOUR, Unknown()),
        ("x", ZERO_TO_FOUR, Unknown()),
    ],
)
def test_marks_are_read_on_their_scale(said, scale, value):
    read = parse_rating(said, scale)
    assert read is not None
    assert read.value == value


def test_a_dash_says_nothing_and_a_mark_off_the_scale_is_refused():
    assert parse_rating("-", ZERO_TO_FOUR) is None
    with pytest.raises(Unreadable, match="not a mark on the scale 0-4"):
        parse_rating(7, ZERO_TO_FOUR)


def test_a_tick_is_a_level_only_where_the_scale_says_so():
    chosen = Scale("ticks", {}, tick=2)
    read = parse_rating("✓", chosen)
    assert read is not None
    assert read.value == Level(2)


@pytest.mark.parametrize(
    ("marks", "legend", "name", "sure"),
    [
        (["0", "4", "2"], "", "0-4", True),
        (["1", "5"], "", "1-5", False),
        (["1", "4"], "1 = none 2 = basic 3 = good 4 = very good 5 = expert", "1-5", True),
        (["7", "2"], "", "1-10", False),
        (["R", "A", "G"], "", "RAG", False),
        (["Y", "N"], "", "Yes/No", False),
        (["basic", "expert"], "", "words", False),
    ],
)
def test_the_scale_is_told_by_the_marks_and_the_legend(marks, legend, name, sure):
    scale, is_sure = scale_of(marks, legend)
    assert (scale.name, is_sure) == (name, sure)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_with_a_reason(text):
    parsers = [parse_date, parse_time, parse_span, parse_hours, parse_days, parse_contract]
    parsers += [parse_level, parse_yes, parse_count, parse_name, parse_ratio, parse_week]
    assert all(_is_read_or_refused(parse, text) for parse in parsers)


def _is_read_or_refused(parse, text):
    try:
        parse(text)
    except Unreadable as reason:
        return bool(str(reason))
    return True


@given(st.sets(st.sampled_from([MON, TUE, WED, THU, FRI]), min_size=1))
def test_days_written_by_their_short_names_read_back(days):
    assert parse_days(", ".join(day.short for day in days)).days == days


@given(st.times(time(7), time(12)), st.integers(30, 180))
def test_a_span_that_the_product_prints_reads_back(start, minutes):
    start = start.replace(second=0, microsecond=0)
    total = start.hour * 60 + start.minute + minutes
    span = TimeSpan(start, time(total // 60, total % 60))
    assert parse_span(str(span)).span == span
