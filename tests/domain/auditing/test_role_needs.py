from types import SimpleNamespace

from lsadesk.domain.auditing.role_needs import role_needs
from lsadesk.domain.auditing.skills import Exempt, Level, Skill, SkillId, Unknown
from lsadesk.domain.careers.framework import RoleId, StatementId
from lsadesk.domain.staff.people import PersonId

ASHA, BEN, SIAN = PersonId(1), PersonId(2), PersonId(3)
SENIOR, MENTORS = RoleId("senior-lsa"), StatementId("mentors")
FRAMEWORK = SimpleNamespace(
    roles={
        SENIOR: SimpleNamespace(name="Senior LSA", asks={MENTORS: 3, StatementId("gone"): 2}),
        RoleId("lsa"): SimpleNamespace(name="LSA", asks={MENTORS: 1}),
    },
    statements={MENTORS: SimpleNamespace(text="I help others learn.")},
)


def test_a_level_below_is_not_yet_and_anything_but_a_level_is_not_known():
    known = {
        ASHA: {MENTORS: Level(3)},
        BEN: {MENTORS: Level(2)},
        SIAN: {MENTORS: Unknown()},
        PersonId(4): {MENTORS: Exempt("by agreement")},
    }
    holders = {SENIOR: [ASHA, BEN, SIAN, PersonId(4), PersonId(5)]}
    (need,) = role_needs(FRAMEWORK, holders, known, {MENTORS: Skill(SkillId(9), "Mentoring")})
    assert (need.role, need.asks, need.level) == ("Senior LSA", "I help others learn.", 3)
    assert (need.has, need.not_yet) == ((ASHA,), (BEN,))
    assert need.not_known == (SIAN, PersonId(4), PersonId(5))
    assert need.skill is not None


def test_a_role_that_nobody_holds_asks_nothing_of_anybody():
    assert role_needs(FRAMEWORK, {}, {}, {}) == ()
