"""The week as lines of blocks, before anything is drawn."""

from dataclasses import replace

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from lsadesk.domain.calendar import Weekday
from lsadesk.ui.deployment.board import Block, Board, Line, Shown, State, people_board, spoken
from lsadesk.ui.deployment.looks import shortened
from lsadesk.ui.deployment.plot import Plot
from lsadesk.ui.deployment.sides import sessions_board


def names(shown: Shown, search: str = "") -> list[str]:
    return [line.name for line in people_board(shown, search).lines]


def test_people_come_by_name_and_what_nobody_covers_last(shown: Shown) -> None:
    board = people_board(shown)
    assert [line.name for line in board.lines] == ["Kaur, Asha", "Xu, Ben", "Not covered"]
    assert board.lines[-1].note == "1 place"
    assert board.blocks[-1].state is State.OPEN


def test_hours_in_the_plan_stand_beside_those_of_the_contract(shown: Shown) -> None:
    assert {line.note for line in people_board(shown).lines[:2]} == {"1.5 of 25 h", "3 of 25 h"}


def test_somebody_with_nothing_to_do_is_still_to_be_found(shown: Shown) -> None:
    board = people_board(replace(shown, plan=replace(shown.plan, assignments=())))
    assert [block.state for block in board.blocks[:2]] == [State.FREE, State.FREE]
    assert spoken(board, 0) == "Kaur, Asha: Nothing this week. 0 of 25 h"


def test_a_block_is_spoken_whole(shown: Shown) -> None:
    board = people_board(shown)
    assert spoken(board, 0) == "Kaur, Asha: Monday 9.15-10.45, Cookery, Blue"
    last = len(board.blocks) - 1
    assert spoken(board, last) == (
        "Not covered: Monday 9.15-10.45, Cookery, Blue, 1 place not covered"
    )


def test_a_session_tells_who_is_in_it_and_how_many_are_missing(shown: Shown) -> None:
    board = sessions_board(shown)
    assert [line.name for line in board.lines] == ["Blue"]
    assert board.blocks[0].below == "1 open, Asha K, Ben X"
    assert board.blocks[0].state is State.OPEN
    assert board.blocks[1].state is State.PLACED


def test_sessions_at_the_same_time_lie_side_by_side(shown: Shown) -> None:
    problem = shown.ahead.problem
    moved = [
        replace(slot, day=problem.slots[0].day, span=problem.slots[0].span)
        for slot in problem.slots
    ]
    ahead = replace(shown.ahead, problem=replace(problem, slots=tuple(moved)))
    board = sessions_board(replace(shown, ahead=ahead))
    assert board.lines[0].lanes == 2
    assert sorted(block.lane for block in board.blocks) == [0, 1]


def test_a_search_keeps_the_lines_that_hold_every_word(shown: Shown) -> None:
    assert names(shown, "ben") == ["Xu, Ben"]
    assert names(shown, "cookery kaur") == ["Kaur, Asha"]
    assert names(shown, "nobody of this name") == []
    ben = next(lsa.id for lsa in shown.ahead.problem.lsas if lsa.name == "Ben Xu")
    pool = replace(shown, ahead=replace(shown.ahead, teams={ben: "Pool"}))
    assert names(pool, "pool") == ["Xu, Ben"]


def test_a_group_is_found_by_its_whole_name_where_blocks_have_only_its_own_part(
    shown: Shown,
) -> None:
    ahead = shown.ahead
    letter = {"Art": "Group A", "Cookery": "Group B"}
    slots = tuple(replace(each, group=letter[each.title]) for each in ahead.problem.slots)
    problem = replace(ahead.problem, slots=slots)
    week = replace(shown, ahead=replace(ahead, problem=problem))
    board = people_board(week, "group a")
    assert [line.name for line in board.lines] == ["Kaur, Asha"]
    assert {block.below for block in board.blocks} == {"A", "B"}


def test_pins_and_what_is_no_longer_possible_are_marked(shown: Shown) -> None:
    first, *others = shown.plan.assignments
    plan = replace(shown.plan, assignments=(replace(first, pinned=True), *others))
    marked = people_board(replace(shown, plan=plan))
    assert "pinned" in spoken(marked, marked.block_of(first.slot))
    broken = people_board(replace(shown, broken={first.slot: "not in on Monday"}))
    assert broken.blocks[broken.block_of(first.slot)].state is State.BROKEN


def test_what_does_not_fit_into_a_block_ends_in_dots_and_never_in_half_a_letter(
    qapp: QApplication,
) -> None:
    metrics = QFontMetrics(qapp.font())
    room = metrics.horizontalAdvance("Asha K., Ben \u2026")
    assert shortened("Asha K.", metrics, room) == "Asha K."
    assert shortened("Asha K., Ben Xu, Cai", metrics, room) == "Asha K., Ben\u2026"
    narrow = metrics.horizontalAdvance("Co")
    assert shortened("Cookery", metrics, narrow) == "Co", "dots alone would say nothing"


def test_an_evening_for_few_leaves_the_rest_of_the_day_its_room(qapp: QApplication) -> None:
    morning, evening = (555, 645), (1320, 1410)
    usual = Block(day=Weekday.MONDAY, start=morning[0], end=morning[1])
    late = usual._replace(start=evening[0], end=evening[1])
    board = Board(
        lines=(Line("Kay", "", 1, 0, 41),),
        blocks=(*[usual] * 40, late),
        days=(Weekday.MONDAY,),
        busy=(morning, evening),
    )
    plot = Plot(board, QFontMetrics(qapp.font()), 1000)
    assert plot.rect(0).width() > 3 * plot.rect(40).width()
    assert plot.rect(40).right() <= plot.day_width
