"""Everybody's plans: whose are shown, who helps whom, what closed gaps, and what is taken away."""

from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.networks import NetworkDetails
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind, Funder, Mode
from lsadesk.domain.developing.plan_years import Fate
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.auditing import audit
from lsadesk.operations.careers import networks
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import all_plans, development, plan_years
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"


@pytest.fixture
def staff(desk: Desk) -> dict[str, PersonId]:
    """Asha with Pat as her appraiser, Ben with nobody, and Kay; by forename."""
    ids = {
        name: people.add_person(desk, PersonDetails(forename=name, surname="Kaur")).result
        for name in ("Asha", "Ben", "Kay", "Pat")
    }
    people.set_link(desk, ids["Asha"], Link.APPRAISER, ids["Pat"])
    return ids


@pytest.fixture
def pat(desk: Desk, staff: dict[str, PersonId]):
    """The appraiser at a desk of her own."""
    accounts.add_account(desk, "Pat", SECRET, person=staff["Pat"], is_own=True)
    hers = college.unlock(desk.folder, "Pat", SECRET, clock=desk.store.clock)
    yield hers
    hers.close()


def pair(desk: Desk, helped: PersonId, helper: PersonId, **more: object) -> None:
    """A line in which *helper* mentors *helped*."""
    line = ActionDetails(
        what="Mentoring for signing", mode=Mode.MENTORING, helper="Kay", helper_id=helper, **more
    )
    development.add_action(desk, helped, line)


def shown(desk: Desk) -> list[str]:
    """The names of the plans that are shown."""
    return [plan.name.split()[0] for plan in all_plans.all_plans(desk).plans]


def test_a_head_sees_every_plan_and_an_appraiser_those_of_her_people(desk, staff, pat):
    assert shown(desk) == ["Asha", "Ben", "Kay", "Pat"]
    assert shown(pat) == ["Asha"]
    assert not all_plans.all_plans(pat).is_whole_college


def test_who_is_in_no_network_of_peers_is_found_among_ones_people(desk, staff, pat):
    def alone(asker: Desk) -> list[str]:
        return [plan.name for plan in all_plans.all_plans(asker).plans if plan.lacks_peers]

    assert (len(alone(desk)), alone(pat)) == (4, ["Asha Kaur"])
    network = networks.add_network(desk, NetworkDetails(name="Autism")).result
    networks.put_in(desk, network, staff["Asha"])
    assert (len(alone(desk)), alone(pat)) == (3, [])


def test_an_outcome_is_listed_until_its_follow_up_is_said_or_waived(desk, staff):
    def waits() -> list[str]:
        plans = all_plans.all_plans(desk).plans
        return [line.what for plan in plans for line in plan.without_follow_up]

    long_ago = ActionDetails(what="BSL 1", done_on=date(2019, 5, 1), outcome="Passed")
    development.add_action(desk, staff["Asha"], long_ago)
    assert waits() == ["BSL 1"]
    (line,) = development.actions(desk, staff["Asha"])
    waived = ActionDetails(
        what="BSL 1",
        done_on=date(2019, 5, 1),
        outcome="Passed",
        no_follow_up_because="The learner has left",
    )
    development.change_action(desk, line, waived)
    assert waits() == []


def test_what_is_past_and_settled_is_left_out_however_many_years_there_were(desk, staff):
    for year in range(2010, 2020):
        done = ActionDetails(what=f"Line of {year}", done_on=date(year, 5, 1))
        development.add_action(desk, staff["Asha"], done)
    assert development.plan(desk, staff["Asha"]).actions == ()
    assert len(development.plan(desk, staff["Asha"], older=True).actions) == 10


def test_how_much_a_helper_carries_is_known_before_another_pairing(desk, staff):
    pair(desk, staff["Asha"], staff["Kay"], helper_minutes=90)
    pair(desk, staff["Pat"], staff["Kay"])
    pair(desk, staff["Ben"], staff["Kay"], done_on=date(2026, 10, 1))
    around = development.around(desk, staff["Ben"])
    (kay,) = [each for each in around.helpers if each.id == staff["Kay"]]
    assert (kay.load.pairings, kay.load.minutes, kay.load.unsaid) == (2, 90, 1)
    (mentor,) = all_plans.mentors(desk).mentors
    assert [each.name for each in mentor.pairs] == ["Asha Kaur", "Pat Kaur"]


def test_a_helper_reads_whom_they_help_but_not_what_for(desk, staff):
    accounts.add_account(desk, "Kay", SECRET, person=staff["Kay"], is_own=True)
    pair(desk, staff["Asha"], staff["Kay"], due=date(2027, 2, 1))
    kay = college.unlock(desk.folder, "Kay", SECRET, clock=desk.store.clock)
    try:
        (helped,) = all_plans.whom_i_help(kay)
        assert helped.name == "Asha Kaur"
        assert "signing" not in repr(helped)
        with pytest.raises(NotAllowed):
            development.plan(kay, staff["Asha"])
    finally:
        kay.close()


def test_the_college_says_how_many_pairings_are_enough(desk, staff):
    all_plans.set_pairing_limit(desk, 5)
    assert all_plans.mentors(desk).limit == 5
    with pytest.raises(UserError, match="from 1 to"):
        all_plans.set_pairing_limit(desk, 0)
    desk.undo()
    assert all_plans.mentors(desk).limit == 3


def test_a_gap_is_closed_where_the_skill_behind_a_done_line_stands_higher(desk, staff):
    skill = audit.add_skill(desk, "BSL").result
    audit.rate(desk, staff["Asha"], skill, Level(1))
    behind = Behind(BehindKind.SKILL, str(skill))
    done = ActionDetails(what="BSL 2", behind=behind, done_on=desk.today, mode=Mode.COURSE)
    development.add_action(desk, staff["Asha"], done)
    assert all_plans.gaps_closed(desk) == ()
    later = desk.store.clock() + timedelta(days=2)
    desk.store.clock = lambda: later
    audit.rate(desk, staff["Asha"], skill, Level(3))
    (gap,) = all_plans.gaps_closed(desk)
    assert (gap.name, gap.skill, gap.before, gap.after) == ("Asha Kaur", "BSL", 1, 3)


def test_this_year_stands_beside_the_last(desk, staff):
    skill = audit.add_skill(desk, "BSL").result
    audit.rate(desk, staff["Asha"], skill, Level(2))
    reason = "No cover"
    dropped = ActionDetails(what="Makaton", not_now_on=desk.today, not_now_because=reason)
    for line in (ActionDetails(what="BSL 2", done_on=desk.today), dropped):
        development.add_action(desk, staff["Asha"], line)
    told = plan_years.this_year_beside_last(desk, staff["Asha"])
    assert {each.action.what: each.this for each in told.lines} == {
        "BSL 2": Fate.DONE,
        "Makaton": Fate.DROPPED,
    }
    (bsl,) = told.skills
    assert (bsl.before, bsl.now, bsl.is_changed) == (None, 2, True)


def test_the_workbook_has_every_line_and_the_figures_for_governors_name_nobody(
    desk, staff, tmp_path
):
    line = ActionDetails(
        what="=BSL 2", why="a wish", funder=Funder.COLLEGE, cost_pence=4550, release_minutes=90
    )
    development.add_action(desk, staff["Asha"], line)
    all_plans.export_all_plans(desk, tmp_path / "all.xlsx")
    book = load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == [
        "Lines", "People", "By way", "By funder", "By contract", "Gaps closed",
    ]  # fmt: skip
    cells = [cell.value for row in book["Lines"].iter_rows() for cell in row]
    assert {"Asha Kaur", "=BSL 2", "the college", 45.5, 1.5} <= set(cells)
    all_plans.export_totals(desk, tmp_path / "few.xlsx")
    told = load_workbook(tmp_path / "few.xlsx")
    words = {cell.value for sheet in told for row in sheet.iter_rows() for cell in row}
    assert "fewer than 5 people" in words
    assert not words & {"Asha Kaur", 45.5, 1.5}


def test_whoever_looks_after_nobody_takes_nothing_away(desk, staff, tmp_path):
    accounts.add_account(desk, "Plain", SECRET, is_own=True)
    plain = college.unlock(desk.folder, "Plain", SECRET, clock=desk.store.clock)
    try:
        with pytest.raises(NotAllowed, match="nobody whose development plan"):
            all_plans.export_totals(plain, tmp_path / "few.xlsx")
        with pytest.raises(UserError, match="not linked to a member of staff"):
            all_plans.whom_i_help(plain)
    finally:
        plain.close()
