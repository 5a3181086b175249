"""What groups said is told so that nobody can be picked out of it."""

from hypothesis import given
from hypothesis import strategies as st

from lsadesk.domain.reviewing.points import PointId, Voice
from lsadesk.domain.reviewing.views import SMALLEST, Confidence, Sheet, gap, groups, told

POINT = PointId("r2-5")
FULLY, A_LITTLE = Confidence.FULLY, Confidence.A_LITTLE


def sheets(voice, number, answer=FULLY):
    return [Sheet(voice, {POINT: answer})] * number


def test_a_group_too_small_to_hide_a_person_is_laid_together_with_others():
    handed_in = sheets(Voice.LSAS, 9) + sheets(Voice.TEACHERS, 3) + sheets(Voice.GOVERNORS, 2)
    assert groups(handed_in) == ({Voice.LSAS}, {Voice.TEACHERS, Voice.GOVERNORS})


def test_where_the_small_ones_together_are_too_few_a_large_group_hides_them():
    handed_in = sheets(Voice.LSAS, 9) + sheets(Voice.TEACHERS, 6) + sheets(Voice.GOVERNORS, 1)
    assert groups(handed_in) == ({Voice.LSAS}, {Voice.TEACHERS, Voice.GOVERNORS})
    assert groups(sheets(Voice.LSAS, 4)) == ()


@given(st.lists(st.sampled_from(list(Voice))))
def test_no_group_is_told_of_fewer_people_than_hide_each_other(voices):
    handed_in = [Sheet(voice, {POINT: None}) for voice in voices]
    apart = groups(handed_in)
    assert all(sum(s.voice in group for s in handed_in) >= SMALLEST for group in apart)
    assert len(frozenset().union(*apart)) == sum(map(len, apart))
    assert not apart or frozenset(voices) == frozenset().union(*apart)


def test_a_point_that_few_of_a_group_answered_is_not_told_of_it():
    handed_in = sheets(Voice.LSAS, 4) + [Sheet(Voice.LSAS, {PointId("r3-1"): FULLY})] * 5
    assert set(told(handed_in, [POINT, PointId("r3-1")])) == {"r3-1"}


def test_who_cannot_say_is_counted_apart_and_views_that_part_are_seen():
    handed_in = [
        *sheets(Voice.LEADERS, 5),
        *sheets(Voice.LSAS, 4, A_LITTLE),
        *sheets(Voice.LSAS, 2, None),
    ]
    seen = told(handed_in, [POINT])[POINT]
    lsas = seen[frozenset({Voice.LSAS})]
    assert (lsas.confident, lsas.number, lsas.cannot_say) == (0, 4, 2)
    assert gap(seen.values()) == 1.0
    assert gap([lsas]) is None
