"""Training with teachers, counted term by term."""

from datetime import date

from lsadesk.domain.courses.training import Option, OptionId, joint_events
from lsadesk.domain.weeks.terms import Period

AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 18), "Autumn")
SPRING = Period(date(2027, 1, 4), date(2027, 3, 26), "Spring")


def test_each_date_of_a_joint_training_is_an_event_of_its_term():
    together = Option(
        id=OptionId(1),
        name="Planning together",
        joint=True,
        dates=(date(2026, 9, 7), date(2026, 11, 2), date(2027, 4, 1)),
    )
    alone = Option(id=OptionId(2), name="BSL", dates=(date(2026, 9, 8),))
    events = joint_events([together, alone], [AUTUMN, SPRING])
    assert events == {"Autumn": 2, "Spring": 0, "": 1}
