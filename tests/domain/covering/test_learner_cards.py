"""Who stands on a learner's card, and in which order."""

from datetime import date, time

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.covering.cover import CoverDay
from lsadesk.domain.covering.learner_cards import Companion, with_lsas
from lsadesk.domain.deployment.model import Problem, Slot, SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import Session, SessionId

ASHA, BEN, CARYS = PersonId(1), PersonId(2), PersonId(3)
NAMES = {ASHA: "Asha", BEN: "Ben", CARYS: "Carys"}
SPAN = TimeSpan(time(9), time(10))
FIRST, SECOND = (
    Slot(id=SlotId(SessionId(1), index), day=Weekday.TUESDAY, span=SPAN) for index in (0, 1)
)
ART = Session(
    id=SessionId(1), version=1, day=Weekday.TUESDAY, span=SPAN, group="Green", title="Art"
)


def test_who_was_expected_stands_before_who_is_new_and_who_is_not_coming_is_told() -> None:
    day = CoverDay(
        day=date(2026, 11, 24),
        problem=Problem(starts=date(2026, 11, 23), lsas=(), slots=(FIRST, SECOND)),
        planned={FIRST.id: ASHA, SECOND.id: BEN},
        placed={FIRST.id: CARYS, SECOND.id: BEN},
    )
    line = with_lsas(day, [FIRST, SECOND], ART, "Main", NAMES)
    assert [each.name for each in line.people] == ["Ben", "Carys"]
    assert line.new == (Companion(CARYS, "Carys"),)
    assert line.instead_of == (Companion(ASHA, "Asha"),)
    assert not line.is_open
