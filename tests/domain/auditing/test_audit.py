from datetime import date, timedelta

from lsadesk.domain.auditing.audit import (
    LAPSED,
    LAPSING,
    NONE_RECORDED,
    PROOF_SEEN,
    TRAINING_BOOKED,
    VALID,
    AuditMatrix,
    AuditPerson,
    certificate_matrix,
    skill_counts,
    spoken,
)
from lsadesk.domain.auditing.skills import EXEMPT, NEVER_ASKED, UNKNOWN, Skill, SkillId
from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
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


def test_a_certificate_lapses_soon_from_ninety_days_before_its_last_day():
    today, kind = date(2026, 11, 24), CourseId(1)
    people = [
        AuditPerson(id=PersonId(at), sort_name="", team="", title="LSA") for at in range(1, 5)
    ]
    held = [
        Certificate(
            person=PersonId(at),
            course=kind,
            achieved=None,
            lapse=Lapse.ON,
            expires=RoughDate(today + timedelta(days=days)),
        )
        for at, days in enumerate((91, 90, -1), 1)
    ]
    shown = certificate_matrix(people, {kind: "First aid"}, held, today)
    assert list(shown.cells) == [VALID, LAPSING, LAPSED, NONE_RECORDED]
