import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsadesk.errors import UserError
from lsadesk.store.sealing import recovery_key

keys = st.binary(min_size=recovery_key.BYTES, max_size=recovery_key.BYTES)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(keys)
def test_what_is_printed_reads_back(key: bytes) -> None:
    paper = recovery_key.to_paper(key)
    assert [len(group) for group in paper.split("-")] == [5] * 7
    assert recovery_key.from_paper(paper) == key


@given(keys)
def test_case_spaces_and_dashes_do_not_matter(key: bytes) -> None:
    paper = recovery_key.to_paper(key)
    for typed in (paper.lower(), paper.replace("-", " "), paper.replace("-", ""), f" {paper} "):
        assert recovery_key.from_paper(typed) == key


def test_letters_taken_for_figures_are_read_as_the_figures() -> None:
    paper = recovery_key.to_paper(bytes(16))
    assert "0" in paper
    assert recovery_key.from_paper(paper.replace("0", "O").replace("1", "l")) == bytes(16)


@given(keys, st.data())
def test_any_one_letter_mistyped_is_found_and_its_group_named(
    key: bytes, data: st.DataObject
) -> None:
    paper = recovery_key.to_paper(key)
    place = data.draw(st.sampled_from([i for i, sign in enumerate(paper) if sign != "-"]))
    wrong = data.draw(st.sampled_from([one for one in ALPHABET if one != paper[place]]))
    with pytest.raises(UserError, match=f"Group {place // 6 + 1} of the recovery key"):
        recovery_key.from_paper(paper[:place] + wrong + paper[place + 1 :])


@given(keys, st.integers(0, 6), st.integers(0, 3))
def test_two_neighbours_swapped_are_found(key: bytes, group: int, place: int) -> None:
    groups = recovery_key.to_paper(key).split("-")
    one = groups[group]
    swapped = one[:place] + one[place + 1] + one[place] + one[place + 2 :]
    groups[group] = swapped
    if swapped == one:
        return
    with pytest.raises(UserError, match=f"Group {group + 1} of"):
        recovery_key.from_paper("-".join(groups))


@given(keys, st.integers(0, 5))
def test_groups_in_the_wrong_order_are_found(key: bytes, first: int) -> None:
    groups = recovery_key.to_paper(key).split("-")
    groups[first], groups[first + 1] = groups[first + 1], groups[first]
    with pytest.raises(UserError, match=f"Group {first + 1} of"):
        recovery_key.from_paper("-".join(groups))


def test_a_letter_left_out_names_its_group() -> None:
    paper = recovery_key.to_paper(recovery_key.new())
    with pytest.raises(UserError, match="Group 3 of"):
        recovery_key.from_paper(paper[:13] + paper[14:])


def test_half_the_key_is_told_apart_from_a_slip() -> None:
    paper = recovery_key.to_paper(recovery_key.new())
    with pytest.raises(UserError, match="7 groups of 5 letters and figures, 35 in all; 15 were"):
        recovery_key.from_paper(paper[:17])


def test_a_key_whose_groups_all_check_but_not_the_whole_is_refused() -> None:
    groups = recovery_key.to_paper(bytes(16)).split("-")
    said = set()
    for check in ALPHABET:
        with pytest.raises(UserError) as refused:
            recovery_key.from_paper("-".join([*groups[:6], "0001" + check]))
        said.add(str(refused.value))
    assert "This recovery key is not right. Compare every group with the paper." in said
