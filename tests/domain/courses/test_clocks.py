"""How long a proof holds where nobody wrote its last day."""

from dataclasses import replace
from datetime import date

import pytest

from lsadesk.domain.calendar import RoughDate, months_after
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse, Standing
from lsadesk.domain.courses.clocks import (
    CourseRule,
    by_the_rule,
    last_of_each,
    notice_of,
    notices,
    refresh_by,
)
from lsadesk.domain.staff.people import PersonId

TODAY = date(2026, 11, 24)
FIRST_AID = CourseId(1)
HELD = Certificate(
    person=PersonId(1),
    course=FIRST_AID,
    achieved=RoughDate(date(2024, 2, 29)),
    lapse=Lapse.NOT_KNOWN,
)
THREE_YEARS = CourseRule(course=FIRST_AID, lapses_after=36, refresh_after=12)


def test_the_last_day_follows_from_the_rule_and_says_so():
    ruled = by_the_rule(HELD, [THREE_YEARS])
    assert ruled.expires == RoughDate(date(2027, 2, 27))
    assert ruled.worked_out
    assert ruled.standing_on(TODAY) is Standing.VALID


@pytest.mark.parametrize(
    "written",
    [
        replace(HELD, lapse=Lapse.NEVER),
        replace(HELD, lapse=Lapse.ON, expires=RoughDate(date(2025, 1, 1))),
    ],
)
def test_what_was_written_is_never_changed(written):
    assert by_the_rule(written, [THREE_YEARS]) == written


def test_without_a_rule_or_a_date_nothing_is_made_up():
    assert by_the_rule(HELD, []) == HELD
    undated = replace(HELD, achieved=None)
    assert by_the_rule(undated, [THREE_YEARS]) == undated


def test_a_check_that_does_not_lapse_is_only_looked_at_again():
    rule = CourseRule(course=FIRST_AID, refresh_after=12)
    ruled = by_the_rule(HELD, [rule])
    assert ruled.lapse is Lapse.NEVER
    assert ruled.standing_on(date(2060, 1, 1)) is Standing.VALID
    assert refresh_by(HELD, [rule]) == date(2025, 2, 28)
    assert refresh_by(replace(HELD, refreshed_on=date(2026, 9, 1)), [rule]) == date(2027, 9, 1)


@pytest.mark.parametrize(
    ("level", "edition", "months"), [("1", "", 36), ("2", "", 24), ("2", "2026", 6), ("9", "", 48)]
)
def test_the_rule_that_says_most_about_a_certificate_holds(level, edition, months):
    rules = [
        CourseRule(course=FIRST_AID, lapses_after=48),
        CourseRule(course=FIRST_AID, level="1", lapses_after=36),
        CourseRule(course=FIRST_AID, level="2", lapses_after=24),
        CourseRule(course=FIRST_AID, level="2", edition="2026", lapses_after=6),
    ]
    ruled = by_the_rule(replace(HELD, level=level, edition=edition), rules)
    assert ruled.expires.day.toordinal() + 1 == months_after(HELD.achieved.day, months).toordinal()


@pytest.mark.parametrize(
    ("ends", "notice"),
    [
        (date(2026, 11, 23), 0),
        (date(2026, 11, 24), 30),
        (date(2026, 12, 24), 30),
        (date(2026, 12, 25), 60),
        (date(2027, 2, 22), 90),
        (date(2027, 2, 23), None),
    ],
)
def test_notice_is_given_thirty_sixty_and_ninety_days_before(ends, notice):
    written = replace(HELD, lapse=Lapse.ON, expires=RoughDate(ends))
    assert notice_of(written, TODAY) == notice


def test_a_proof_that_was_renewed_counts_no_more():
    old = replace(HELD, lapse=Lapse.ON, expires=RoughDate(date(2026, 1, 1)))
    new = replace(HELD, lapse=Lapse.ON, expires=RoughDate(date(2026, 12, 1)))
    assert last_of_each([new, old]) == [new]
    assert notices([old, new], TODAY) == {0: 0, 30: 1, 60: 0, 90: 0}
