"""The recovery key on paper: 128 bits as seven groups of five letters that check themselves.

Each group is four letters of the key and one check letter; the last letters of the seventh
group also check the key as a whole. Any single slip in a group is found and the group named.
The alphabet leaves out I, L, O and U, and reads them as the signs they are taken for.
"""

import hashlib
import secrets

from lsadesk.errors import UserError

BYTES = 16
GROUPS = 7
PER_GROUP = 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_DATA_LETTERS = GROUPS * (PER_GROUP - 1)
_CHECK_BITS = 5 * _DATA_LETTERS - 8 * BYTES
_EXAMPLE = f"{GROUPS} groups of {PER_GROUP} letters and figures"


def new() -> bytes:
    """A fresh recovery key."""
    return secrets.token_bytes(BYTES)


def to_paper(key: bytes) -> str:
    """*key* as it is printed: groups with dashes between them."""
    number = int.from_bytes(key) << _CHECK_BITS | _whole_check(key)
    values = [number >> 5 * place & 31 for place in reversed(range(_DATA_LETTERS))]
    size = PER_GROUP - 1
    groups = [values[start : start + size] for start in range(0, _DATA_LETTERS, size)]
    return "-".join(
        "".join(_ALPHABET[value] for value in [*group, _check(place, group)])
        for place, group in enumerate(groups)
    )


def from_paper(typed: str) -> bytes:
    """The recovery key that somebody typed; case, spaces and dashes do not matter.

    Raises:
        UserError: names the first group that cannot be right, or says what is missing.
    """
    data: list[int] = []
    for place, group in enumerate(_groups(typed)):
        values = [_VALUES.get(letter, -1) for letter in group]
        if len(values) != PER_GROUP or -1 in values or values[-1] != _check(place, values[:-1]):
            raise UserError(
                f"Group {place + 1} of the recovery key has a slip. Compare it with the paper, "
                "letter by letter."
            )
        data += values[:-1]
    number = 0
    for value in data:
        number = number << 5 | value
    key = (number >> _CHECK_BITS).to_bytes(BYTES)
    if number & (1 << _CHECK_BITS) - 1 != _whole_check(key):
        raise UserError("This recovery key is not right. Compare every group with the paper.")
    return key


def _groups(typed: str) -> list[str]:
    """The groups as typed; where they were run together, cut by length."""
    parts = "".join(" " if sign in "-–—_." else sign for sign in typed.upper()).split()
    if len(parts) == GROUPS:
        return parts
    letters = "".join(parts)
    if len(letters) != GROUPS * PER_GROUP:
        raise UserError(
            f"The recovery key is {_EXAMPLE}, {GROUPS * PER_GROUP} in all; "
            f"{len(letters)} were typed."
        )
    return [letters[start : start + PER_GROUP] for start in range(0, len(letters), PER_GROUP)]


def _check(place: int, values: list[int]) -> int:
    """A sign that changes with any one letter, with two neighbours swapped and with the place.

    A sum over the field of 32 elements in which every letter has a weight of its own.
    """
    total = place + 1
    for value in values:
        total = _doubled(total) ^ value
    return _doubled(total)


def _doubled(value: int) -> int:
    return value << 1 ^ (0b100101 if value & 16 else 0)


def _whole_check(key: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"recovery key" + key).digest()[:2]) & (
        (1 << _CHECK_BITS) - 1
    )
