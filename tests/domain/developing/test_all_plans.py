"""What all plans come to, and what of it may be told to those who may not see them."""

from dataclasses import replace
from datetime import date

from lsadesk.domain.developing.all_plans import PersonsPlan, by_funder, for_others, totals, whole
from lsadesk.domain.developing.development import ActionId, Funder, PlanAction
from lsadesk.domain.developing.plan_years import year_of
from lsadesk.domain.staff.people import PersonId

YEAR = year_of(date(2026, 11, 24))


def plans(*funders: Funder) -> list[PersonsPlan]:
    """A plan a person, each with one line that costs ten pounds."""
    return [
        PersonsPlan(
            person=PersonId(at),
            name=f"Person {at}",
            sort_name=f"{at}",
            actions=(
                PlanAction(
                    id=ActionId(at),
                    person=PersonId(at),
                    what="x",
                    funder=funder,
                    cost_pence=1000,
                    release_minutes=60,
                ),
            ),
        )
        for at, funder in enumerate(funders)
    ]


def test_sums_count_people_lines_money_and_hours():
    (total,) = totals(plans(*[Funder.COLLEGE] * 6), YEAR, by_funder)
    assert (total.heading, total.people, total.lines) == ("the college", 6, 6)
    assert (total.cost_pence, total.unpriced, total.release_minutes) == (6000, 0, 360)


def test_a_cost_that_nobody_stated_is_not_said_to_be_nought():
    (plan,) = plans(Funder.COLLEGE)
    (line,) = plan.actions
    silent = replace(plan, actions=(replace(line, cost_pence=None, release_minutes=None),))
    free = replace(plan, actions=(replace(line, cost_pence=0),))
    assert (whole([silent], YEAR).cost_pence, whole([silent], YEAR).release_minutes) == (None, None)
    assert whole([silent, free], YEAR).cost_pence == 0


def test_a_small_group_is_not_told_and_neither_is_the_one_that_would_give_it_away():
    asked = plans(*[Funder.COLLEGE] * 9, *[Funder.SELF] * 6, *[Funder.OTHER] * 2)
    found = [*totals(asked, YEAR, by_funder), whole(asked, YEAR)]
    told = {total.heading: total.people for total in for_others(found)}
    assert told == {
        "the college": 9,
        "the person themselves": None,
        "somebody else": None,
        "all lines": 17,
    }


def test_large_groups_are_told_as_they_are():
    found = totals(plans(*[Funder.COLLEGE] * 5, *[Funder.SELF] * 5), YEAR, by_funder)
    assert for_others(found) == found


def test_what_was_closed_in_another_year_is_no_part_of_the_sums():
    (plan,) = plans(Funder.SELF)
    closed = PlanAction(
        id=ActionId(9), person=plan.person, what="y", done_on=date(2025, 3, 1), outcome="passed"
    )
    asked = [PersonsPlan(person=plan.person, name="", sort_name="", actions=(closed,))]
    assert totals(asked, YEAR, by_funder) == []
    assert whole(asked, YEAR).lines == 0
