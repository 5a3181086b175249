from lsadesk.domain.audit import (
    PROOF_SEEN,
    TRAINING_BOOKED,
    AuditMatrix,
    AuditPerson,
    skill_counts,
    spoken,
)
from lsadesk.domain.audit_asking import Asked, Filter, narrowed, scope_of
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import EXEMPT, NEVER_ASKED, UNKNOWN, Skill, SkillId

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


def test_holders_are_those_at_the_level_or_above_whatever_marks_they_carry():
    assert [TEAM.holders(0), TEAM.holders(0, 1), TEAM.holders(1), TEAM.holders(1, 4)] == [
        2,
        3,
        1,
        0,
    ]


def test_counts_keep_levels_not_known_and_set_apart_in_their_own_columns():
    bsl, hoist = skill_counts(TEAM)
    assert (bsl.levels, bsl.not_known, bsl.apart) == ((0, 1, 1, 0, 1), 1, 0)
    assert (hoist.levels, hoist.not_known, hoist.apart) == ((1, 0, 0, 1, 0), 1, 1)


def test_a_cell_is_spoken_with_its_marks():
    assert spoken(3 | TRAINING_BOOKED) == "level 3, independently, training booked"
    assert spoken(2 | PROOF_SEEN) == "level 2, with guidance, proof seen"
    assert spoken(EXEMPT) == "exempt"


def test_the_scope_of_an_audit_is_said_in_words():
    wanted = Filter(text="wyn", team="Cookery", skills=(Asked(BSL),))
    assert scope_of(wanted, TEAM.skills) == (
        "Team: Cookery, BSL with guidance or above, matching “wyn”"
    )
    assert scope_of(Filter(skills=(Asked(BSL, 0),)), TEAM.skills) == "Everyone"
