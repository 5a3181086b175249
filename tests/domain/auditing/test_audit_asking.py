from lsadesk.domain.auditing.audit import (
    PROOF_SEEN,
    TRAINING_BOOKED,
    AuditMatrix,
    AuditPerson,
)
from lsadesk.domain.auditing.audit_asking import Asked, Filter, Grouping, Order, narrowed, scope_of
from lsadesk.domain.auditing.skills import EXEMPT, NEVER_ASKED, UNKNOWN, Skill, SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.staff.people import PersonId

BSL, HOIST = SkillId(7), SkillId(9)


def a_matrix(*rows: tuple[str, str, int, int]) -> AuditMatrix:
    """Rows of name, team, BSL and Hoist."""
    people = [
        AuditPerson(id=PersonId(at), sort_name=name, team=team, title="LSA")
        for at, (name, team, _, _) in enumerate(rows, 1)
    ]
    cells = bytes(code for _, _, bsl, hoist in rows for code in (bsl, hoist))
    return AuditMatrix(people, [Skill(BSL, "BSL"), Skill(HOIST, "Hoist")], cells)


TEAM = a_matrix(
    ("Kaur, Asha", "Cookery", 2, 0),
    ("Xu, Ben", "Art", 4 | TRAINING_BOOKED, UNKNOWN),
    ("Ŵyn, Siân", "Cookery", NEVER_ASKED, EXEMPT),
    ("Price, Tom", "", 1, 3 | PROOF_SEEN),
)


def names(wanted: Filter) -> list[str]:
    return [person.sort_name.split(",")[0] for person in narrowed(TEAM, wanted).people]


def test_asking_for_nothing_shows_everybody_as_they_stood():
    assert narrowed(TEAM, Filter()) == TEAM


def test_the_most_able_come_first_of_those_at_a_level_or_above():
    assert names(Filter(skills=(Asked(BSL, 2),))) == ["Xu", "Kaur"]
    assert names(Filter(skills=(Asked(BSL, 1),))) == ["Xu", "Kaur", "Price"]


def test_two_skills_keep_only_those_who_have_both():
    assert names(Filter(skills=(Asked(BSL, 1), Asked(HOIST, 1)))) == ["Price"]
    assert names(Filter(skills=(Asked(BSL, 0), Asked(HOIST, 0)))) == ["Xu", "Kaur", "Price", "Ŵyn"]


def test_a_skill_without_a_level_puts_everybody_in_order_and_drops_nobody():
    assert names(Filter(skills=(Asked(HOIST, 0),))) == ["Price", "Kaur", "Xu", "Ŵyn"]


def test_each_person_keeps_their_own_cells_when_others_go():
    left = narrowed(TEAM, Filter(skills=(Asked(BSL, 1),)))
    assert [left.row(at) for at in range(3)] == [TEAM.row(at) for at in (1, 0, 3)]


def test_people_are_found_by_any_words_whatever_case_and_accents():
    assert names(Filter(text="sian wyn")) == ["Ŵyn"]
    assert names(Filter(text="COOKERY")) == ["Kaur", "Ŵyn"]
    assert names(Filter(text="nobody")) == []


def test_a_team_is_asked_for_by_its_whole_name():
    assert names(Filter(team="Cookery")) == ["Kaur", "Ŵyn"]
    assert names(Filter(team="Cook")) == []


def test_the_scope_of_an_audit_is_said_in_words():
    wanted = Filter(text="wyn", team="Cookery", skills=(Asked(BSL),))
    assert scope_of(wanted, TEAM.skills) == (
        "Team: Cookery, BSL with guidance or above, matching “wyn”"
    )
    assert scope_of(Filter(skills=(Asked(BSL, 0),)), TEAM.skills) == "Everyone"


def placed(*people: AuditPerson) -> AuditMatrix:
    return AuditMatrix(people, [Skill(BSL, "BSL")], bytes([2] * len(people)))


def a_person(number: int, **more) -> AuditPerson:
    return AuditPerson(id=PersonId(number), sort_name=f"Person {number}", **more)


def shown(matrix: AuditMatrix, wanted: Filter) -> list[int]:
    return [person.id for person in narrowed(matrix, wanted).people]


def test_who_may_be_in_is_not_taken_for_away():
    thursday, friday = frozenset({Weekday.THURSDAY}), frozenset({Weekday.FRIDAY})
    matrix = placed(a_person(1, days=thursday), a_person(2, days=friday), a_person(3))
    assert shown(matrix, Filter(day=Weekday.THURSDAY)) == [1, 3]


def test_who_has_no_site_works_anywhere():
    matrix = placed(a_person(1, sites=("North",)), a_person(2, sites=("South",)), a_person(3))
    assert shown(matrix, Filter(site="North")) == [1, 3]


def test_two_categories_narrow_alike():
    matrix = placed(a_person(1, category="learner support"), a_person(2, category="x"))
    assert shown(matrix, Filter(category="learner support")) == [1]
    assert shown(matrix, Filter(contract="bank")) == []


def test_words_that_name_no_person_find_the_skills_of_that_name():
    left = narrowed(TEAM, Filter(text="hoist"))
    assert ([each.name for each in left.skills], len(left.people)) == (["Hoist"], 4)
    assert left.cells == bytes([0, UNKNOWN, EXEMPT, 3 | PROOF_SEEN])


def test_groups_stand_together_and_those_of_none_come_last():
    assert names(Filter(group=Grouping.TEAM)) == ["Xu", "Kaur", "Ŵyn", "Price"]
    by_bsl = Filter(group=Grouping.TEAM, by=BSL, order=Order.LEAST)
    assert names(by_bsl) == ["Xu", "Ŵyn", "Kaur", "Price"]


def test_an_order_by_a_skill_that_is_not_there_is_by_name():
    assert names(Filter(by=SkillId(99), order=Order.MOST)) == ["Kaur", "Xu", "Ŵyn", "Price"]


def test_just_these_people_and_skills_can_be_asked_for():
    left = narrowed(TEAM, Filter(people=frozenset({PersonId(4)}), columns=frozenset({HOIST})))
    assert left.cells == bytes([3 | PROOF_SEEN])


def test_an_order_or_a_grouping_leaves_nothing_out():
    assert not Filter(group=Grouping.TEAM, by=BSL, order=Order.MOST).narrows
    assert Filter(day=Weekday.MONDAY).narrows
