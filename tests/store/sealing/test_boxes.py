from base64 import b64decode
from collections.abc import Callable

import pytest

from lsadesk.store.sealing import keys
from lsadesk.store.sealing.boxes import Boxes
from lsadesk.store.sealing.keys import WrongSecret

KEY = keys.new_private_key()
PLACE = ("sealed_answer", 7, "independence-goals")
WRITTEN = (  # "I would like to try Braille", under the key of 0 to 31
    "lFsIPVQQkksn7ct/Pnmn7S5mxrpMoOxIDFLoUjpTSFKzq+6YjdYseLu3/g/BmJuLPt304OmDuubY1kMhipQmUelj"
    "yaMkJ7gBuZB9szKl6f/oDp1SYskuBhecQnDiQZn1tiku81izO2LOCpdpY3x8iEk6NgLRQCV8fzGkiAaIT9xZ3bxq"
    "AksEowHBzZDXRQe2EpwsIuHs63iYN4NQdZQMTUuRJ2GeVOvQZm6bATlc7lbAskziUNOElK6MGTto1CDodI3YMUzE"
    "5k/aLld+vtqWfnr9cu81YnlWO2oVsK4h0hyShvEzTth2y6A9hjtMgaojC5567BQ9H4W63fPqb7eRZbvEBp52RP1M"
    "8pIbjBcHii6gktup3Ps7sKM6o5MkdYCEGKqx9osroWU="
)
WORDS = "with Łukasz, in cookery ✓ שלום  "


def test_the_author_opens_their_own_in_every_later_sitting() -> None:
    for words in ("", WORDS, "ends in nothing\0", "x" * 20_000):
        assert Boxes(KEY).opened(Boxes(KEY).sealed(words, *PLACE), *PLACE) == words


def test_a_box_of_an_earlier_version_of_the_program_opens() -> None:
    own = Boxes(bytes(range(32)))
    assert own.opened(b64decode(WRITTEN), *PLACE) == "I would like to try Braille"


@pytest.mark.parametrize(
    "key", [keys.new_private_key, lambda: keys.public_half(KEY), keys.new_key, lambda: bytes(32)]
)
def test_no_other_key_opens_it_not_even_the_authors_public_one(key: Callable[[], bytes]) -> None:
    box = Boxes(KEY).sealed(WORDS, *PLACE)
    with pytest.raises(WrongSecret):
        Boxes(key()).opened(box, *PLACE)


def test_nobody_who_knows_the_public_key_can_slip_a_box_in() -> None:
    slipped = keys.seal(keys.public_half(KEY), b"I asked to leave\0".ljust(256))
    with pytest.raises(WrongSecret):
        Boxes(KEY).opened(slipped, *PLACE)


@pytest.mark.parametrize(
    "place",
    [
        ("sealed_answer", 7, "independence-start"),
        ("sealed_answer", 8, "independence-goals"),
        ("sealed_rating", 7, "independence-goals"),
        ("sealed_answer", 7, ""),
    ],
)
def test_a_box_moved_to_another_place_does_not_open(place: tuple[str, int, str]) -> None:
    with pytest.raises(WrongSecret):
        Boxes(KEY).opened(Boxes(KEY).sealed(WORDS, *PLACE), *place)


def test_a_box_that_was_altered_or_cut_short_does_not_open() -> None:
    box = Boxes(KEY).sealed(WORDS, *PLACE)
    for bad in (b"", box[:10], box[:-1], box[:-1] + bytes([box[-1] ^ 1]), bytes(len(box))):
        with pytest.raises(WrongSecret):
            Boxes(KEY).opened(bad, *PLACE)


def test_neither_length_nor_bytes_tell_what_was_said_or_that_it_was_said_again() -> None:
    boxes = [Boxes(KEY).sealed(words, *PLACE) for words in ("", "no", "no", "x" * 200)]
    assert len({len(box) for box in boxes}) == 1
    assert len({box[:24] for box in boxes}) == 4, "a nonce of its own each time"
    assert len(set(boxes)) == 4
