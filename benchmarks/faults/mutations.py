"""What the fuzzer changes: bytes of whole files, and the values that stand in cells."""

from collections.abc import Sequence

from hypothesis import strategies as st

from lsadesk.intake.sheets import CellError, Formula

edits = st.lists(
    st.tuples(st.integers(0, 2**24), st.integers(0, 3), st.binary(min_size=1, max_size=12)),
    min_size=1,
    max_size=4,
)
junk = st.binary(max_size=600)
words = st.text(max_size=24) | st.sampled_from(
    ["=1+1", "9:15-10:45", "1:1", "Mon", "31/02/2026", "4", "-1", "1e309", "n/a", "ŵ", "\x00", "£"]
)
values = (
    words
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.none()
    | st.datetimes()
    | st.dates()
    | st.times()
    | st.builds(Formula, words)
    | st.builds(CellError, words)
)


def edited(whole: bytes, changes: Sequence[tuple[int, int, bytes]]) -> bytes:
    """*whole* with bytes overwritten, cut out, doubled or put in."""
    bad = bytearray(whole)
    for at, how, some in changes:
        place = at % (len(bad) + 1)
        match how:
            case 0:
                bad[place : place + len(some)] = some
            case 1:
                del bad[place : place + len(some)]
            case 2:
                bad[place:place] = bad[place : place + 8 * len(some)]
            case _:
                bad[place:place] = some
    return bytes(bad)


def bytes_like(*whole: bytes) -> st.SearchStrategy[bytes]:
    """Bytes like one of those in *whole*, or of no kind at all."""
    return junk | st.builds(edited, st.sampled_from(whole), edits)
