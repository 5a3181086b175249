"""What was seen in sessions: read by the LSA first, then talked about; it may name nobody."""

from dataclasses import replace

import pytest

from lsadesk.domain.staff.practice import BEHAVIOURS, SeenDetails, SeenKind
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.developing import development
from lsadesk.operations.staff import practice
from tests.operations.appraisal_world import DAY, NOW, two

SEEN = SeenDetails(
    kind=SeenKind.FEEDBACK, day=DAY, session="Cookery", helped="She waited before she stepped in."
)


@pytest.fixture
def pair(make_college):
    """Asha and Pat."""
    made = two(make_college(clock=lambda: NOW), lambda: NOW)
    yield made
    made.close()


def told(desk, person):
    return [each.helped for each in practice.seen_of(desk, person).seen]


def test_feedback_is_read_by_the_lsa_before_anybody_but_its_writer(pair):
    asha, pats = pair.sit_down("asha"), pair.sit_down("pat")
    practice.write_seen(pair.owner, pair.asha, SEEN)
    assert told(pair.owner, pair.asha) == [SEEN.helped]
    assert told(pats, pair.asha) == []
    assert told(asha, pair.asha) == [SEEN.helped]
    assert told(pats, pair.asha) == []
    assert development.waiting(asha, pair.asha).unread == 1
    assert practice.mark_read(asha).result == 1
    assert development.waiting(asha, pair.asha).unread == 0
    (seen,) = practice.seen_of(pats, pair.asha).seen
    assert (seen.helped, seen.read_on, seen.is_mine) == (SEEN.helped, DAY, False)


def test_the_six_behaviours_may_be_named_in_it(pair):
    pats = pair.sit_down("pat")
    six = [each.id for each in practice.seen_of(pats, pair.asha).behaviours]
    assert len(six) == 6
    practice.write_seen(pats, pair.asha, replace(SEEN, helped="", behaviours=tuple(six[:2])))
    (seen,) = practice.seen_of(pats, pair.asha).seen
    assert seen.behaviours == tuple(six[:2])
    assert BEHAVIOURS == "independence"


def test_a_learning_walk_may_name_nobody_and_is_in_nobodys_plan(pair):
    pats = pair.sit_down("pat")
    practice.write_seen(pair.owner, None, replace(SEEN, kind=SeenKind.WALK))
    (seen,) = practice.unnamed_walks(pair.owner).seen
    assert (seen.person, seen.kind) == (None, SeenKind.WALK)
    assert told(pair.owner, pair.asha) == []
    with pytest.raises(NotAllowed):
        practice.unnamed_walks(pats)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(SEEN, helped=" "), "Say what helped"),
        (replace(SEEN, session=" "), "session"),
        (replace(SEEN, day=DAY.replace(year=2027)), "still to come"),
    ],
)
def test_what_says_nothing_is_refused_in_a_sentence(pair, wrong, said):
    with pytest.raises(UserError, match=said):
        practice.write_seen(pair.owner, pair.asha, wrong)


def test_nobody_gives_feedback_to_themselves(pair):
    asha = pair.sit_down("asha")
    with pytest.raises(UserError, match="somebody else"):
        practice.write_seen(asha, pair.asha, SEEN)
