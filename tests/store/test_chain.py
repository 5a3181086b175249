from hypothesis import given
from hypothesis import strategies as st

from lsadesk.store import chain

KEY = chain.chain_key(bytes(32))
lines = st.lists(st.binary(max_size=40), min_size=1, max_size=12)


def chained(canonicals: list[bytes]) -> list[tuple[bytes, bytes]]:
    previous, rows = chain.START, []
    for canonical in canonicals:
        previous = chain.next_mac(KEY, previous, canonical)
        rows.append((canonical, previous))
    return rows


@given(lines)
def test_an_untouched_trail_is_whole(canonicals: list[bytes]) -> None:
    assert chain.verify(KEY, chained(canonicals)) is None


@given(lines, st.data())
def test_an_altered_line_is_named(canonicals: list[bytes], data: st.DataObject) -> None:
    rows = chained(canonicals)
    index = data.draw(st.integers(0, len(rows) - 1))
    rows[index] = (rows[index][0] + b"!", rows[index][1])
    assert chain.verify(KEY, rows) == index


def test_a_line_taken_out_or_moved_is_named() -> None:
    rows = chained([b"added", b"changed", b"signed", b"left"])
    assert chain.verify(KEY, [*rows[:1], *rows[2:]]) == 1
    assert chain.verify(KEY, [rows[0], rows[2], rows[1], rows[3]]) == 1


def test_nobody_without_the_key_can_add_a_line() -> None:
    rows = chained([b"added"])
    forged = chain.next_mac(chain.chain_key(b"x" * 32), rows[-1][1], b"signed")
    assert chain.verify(KEY, [*rows, (b"signed", forged)]) == 1
