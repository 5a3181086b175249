"""A pin that cannot stand is let go and told of; the others are kept."""

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.deployment.model import Assignment, SkillNeed
from lsadesk.domain.deployment.pins import standing
from lsadesk.domain.deployment.remarks import About


def test_of_two_pins_that_overlap_the_first_is_kept_and_the_other_told_of(
    a_problem, a_slot, an_lsa
):
    art, maths, later = (
        a_slot(title="Art"),
        a_slot("10:00-11:00", title="Maths"),
        a_slot("13:00-14:00"),
    )
    asha = an_lsa(name="Asha")
    pins = [Assignment(slot.id, asha.id, pinned=True) for slot in (art, maths, later)]
    kept, (told,) = standing(a_problem([asha], [art, maths, later]), pins)
    assert kept == (pins[0], pins[2])
    assert str(told).startswith(
        "Asha was pinned and cannot be kept in Maths, Mon 10.00-11.00: busy 9.15-10.45"
    )
    assert [(record.kind, record.id) for record in told.about] == [
        (About.SESSION, maths.id.session)
    ]


def test_a_pin_against_a_need_that_came_later_is_let_go(a_problem, a_slot, an_lsa):
    slot, asha = a_slot(skills=(SkillNeed(SkillId(1), 2),)), an_lsa()
    kept, told = standing(a_problem([asha], [slot]), [Assignment(slot.id, asha.id, pinned=True)])
    assert kept == ()
    assert "BSL not known" in str(told[0])
