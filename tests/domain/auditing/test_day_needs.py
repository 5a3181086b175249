from datetime import date, time

from lsadesk.domain.auditing.day_needs import Asks, DayNeed, day_needs, tighter_of
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment.model import (
    CertificateNeed,
    Lsa,
    Names,
    Problem,
    SignOff,
    SkillNeed,
    Slot,
    SlotId,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.timetable import SessionId

BSL = SkillId(1)
ASHA, BEN = PersonId(1), PersonId(2)
FIRST_AID = CourseId(7)
MORNING, LATER = TimeSpan(time(9, 15), time(10, 45)), TimeSpan(time(10, 45), time(12, 15))
ALL_DAY = TimeSpan(time(8, 30), time(17, 30))
MEDICATION = SignOff(LearnerId(3), "medication", "Medication with JB02")


def a_slot(session: int = 1, span: TimeSpan = MORNING, index: int = 0, **asks: object) -> Slot:
    return Slot(id=SlotId(SessionId(session), index), day=Weekday.THURSDAY, span=span, **asks)


def an_lsa(who: PersonId, hours: TimeSpan = ALL_DAY, **brings: object) -> Lsa:
    return Lsa(id=who, name=f"Person {who}", available={Weekday.THURSDAY: hours}, **brings)


def needs_of(
    *slots: Slot, lsas: tuple[Lsa, ...] = (), unknown: tuple[PersonId, ...] = ()
) -> list[DayNeed]:
    problem = Problem(
        starts=date(2026, 11, 23), lsas=lsas, slots=slots, names=Names(skills={BSL: "BSL"})
    )
    return list(day_needs(problem, {BSL: unknown}))


def bsl(level: int = 2) -> dict[str, object]:
    return {"skills": (SkillNeed(BSL, level),)}


def test_two_places_at_one_time_ask_for_two_people_and_one_after_the_other_for_one():
    (together,) = needs_of(a_slot(1, **bsl()), a_slot(2, **bsl()))
    assert (together.places, together.at_once, together.short) == (2, 2, 2)
    (after,) = needs_of(a_slot(1, **bsl()), a_slot(2, LATER, **bsl()))
    assert (after.places, after.at_once, after.short) == (2, 1, 1)


def test_who_has_gone_home_by_then_is_able_that_day_but_not_there():
    asha = an_lsa(ASHA, TimeSpan(time(8), time(10, 45)), levels={BSL: 3})
    (need,) = needs_of(a_slot(1, **bsl()), a_slot(2, LATER, **bsl()), lsas=(asha,))
    assert (need.able, need.there, need.short) == ((ASHA,), 0, 1)
    assert need.moment == time(10, 45)


def test_a_level_below_what_is_asked_is_not_enough_and_what_is_not_known_is_told_apart():
    lsas = an_lsa(ASHA, levels={BSL: 2}), an_lsa(BEN)
    (need,) = needs_of(a_slot(**bsl(3)), lsas=lsas, unknown=(BEN,))
    assert (need.able, need.not_known, need.short) == ((), (BEN,), 1)


def test_who_must_not_be_given_the_work_is_not_counted():
    (need,) = needs_of(a_slot(**bsl()), lsas=(an_lsa(ASHA, levels={BSL: 4}, barred={BSL}),))
    assert need.able == ()


def test_a_proof_counts_on_the_days_on_which_it_is_valid():
    slot = a_slot(certificates=(CertificateNeed(frozenset({FIRST_AID}), "first aid training"),))
    thursday = frozenset({Weekday.THURSDAY})
    valid = an_lsa(ASHA, valid={FIRST_AID: thursday})
    lapsed = an_lsa(BEN, valid={FIRST_AID: frozenset()})
    (need,) = needs_of(slot, lsas=(valid, lapsed, an_lsa(PersonId(3))))
    assert (need.need.asks, need.able) == (Asks.CERTIFICATE, (ASHA,))
    assert need.not_known == (PersonId(3),)  # a proof may be in a drawer


def test_a_sign_off_is_for_that_learner_and_never_unknown():
    other = SignOff(LearnerId(4), "medication")
    thursday = frozenset({Weekday.THURSDAY})
    lsas = an_lsa(ASHA, signed={MEDICATION: thursday}), an_lsa(BEN, signed={other: thursday})
    (need,) = needs_of(a_slot(sign_offs=(MEDICATION,)), lsas=lsas)
    assert (need.able, need.not_known, need.need.name) == ((ASHA,), (), "Medication with JB02")


def test_what_only_fits_better_is_asked_once_a_session_whatever_its_places():
    helpful = frozenset({BSL})
    (need,) = needs_of(a_slot(index=0, helpful=helpful), a_slot(index=1, helpful=helpful))
    assert (need.need.must, need.places, need.at_once) == (False, 1, 1)


def test_where_most_is_lacking_comes_first():
    slots = a_slot(1, **bsl()), a_slot(2, **bsl(3)), a_slot(3, **bsl(3))
    found = needs_of(*slots, lsas=(an_lsa(ASHA, levels={BSL: 2}),))
    assert [(each.need.level, each.short) for each in found] == [(3, 2), (2, 0)]


def test_of_weeks_a_and_b_the_tighter_one_counts():
    one, two = needs_of(a_slot(**bsl())), needs_of(a_slot(1, **bsl()), a_slot(2, **bsl()))
    (need,) = tighter_of([tuple(one), tuple(two)])
    assert need.at_once == 2
    assert need.week is Week.BOTH
