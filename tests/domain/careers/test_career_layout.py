"""The map's geometry: nothing overlaps, height is responsibility, arrows go where they point."""

from itertools import combinations

import pytest

from lsadesk.domain.careers.career_layout import Box, curve, lay_out, neighbour, reading_order
from lsadesk.domain.careers.framework import RoleId
from lsadesk.store.careers.library import built_in

FRAMEWORK = built_in().framework
LAYOUT = lay_out(FRAMEWORK)


def overlap(a, b):
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


def test_every_role_is_on_the_map_and_none_covers_another():
    assert set(LAYOUT.roles) == set(FRAMEWORK.roles)
    assert not any(overlap(a, b) for a, b in combinations(LAYOUT.roles.values(), 2))


def test_every_role_stands_in_its_lane_and_band():
    lanes = {lane.id: box for lane, box in LAYOUT.lanes}
    bands = {level.number: box for level, box in LAYOUT.bands}
    for role in FRAMEWORK.roles.values():
        x, y = LAYOUT.roles[role.id].middle
        lane, band = lanes[role.lane], bands[role.level]
        assert lane.x < x < lane.x + lane.width
        assert band.y < y < band.y + band.height


def test_more_responsibility_stands_higher():
    tops = [box.y for _, box in LAYOUT.bands]
    assert tops == sorted(tops)
    assert LAYOUT.bands[0][0].number == 7


@pytest.mark.parametrize("shape", [0.5, 1.0, 2.0])
def test_the_map_is_as_wide_as_it_was_asked_to_be_and_no_wider_than_needed(shape):
    layout = lay_out(FRAMEWORK, wider_than_high=shape)
    assert layout.width / layout.height >= shape or shape > 1.5
    assert len(layout.roles) == len(FRAMEWORK.roles)


def test_up_goes_to_more_responsibility_and_down_back_again():
    lsa = RoleId("lsa")
    up = neighbour(LAYOUT, lsa, 0, -1)
    assert FRAMEWORK.roles[up].level > FRAMEWORK.roles[lsa].level
    assert neighbour(LAYOUT, up, 0, 1) == lsa


def test_arrows_alone_reach_every_role():
    start = reading_order(LAYOUT)[0]
    reached, waiting = {start}, [start]
    while waiting:
        role = waiting.pop()
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            found = neighbour(LAYOUT, role, across, down)
            if found is not None and found not in reached:
                reached.add(found)
                waiting.append(found)
    assert reached == set(LAYOUT.roles)


def test_the_screen_readers_order_begins_with_those_coming_in():
    order = reading_order(LAYOUT)
    assert FRAMEWORK.roles[order[0]].level == 0
    assert FRAMEWORK.roles[order[-1]].level == 7


@pytest.mark.parametrize(
    ("end", "leaves", "arrives"),
    [
        (Box(0, 200, 100, 40), (50, 40), (50, 200)),  # below: from the bottom to the top
        (Box(0, -200, 100, 40), (50, 0), (50, -160)),
        (Box(300, 0, 100, 40), (100, 20), (300, 20)),  # beside: from side to side
        (Box(-300, 0, 100, 40), (0, 20), (-200, 20)),
    ],
)
def test_a_route_leaves_and_arrives_at_the_facing_edges(end, leaves, arrives):
    points = curve(Box(0, 0, 100, 40), end)
    assert points[0] == leaves
    assert points[3] == arrives
