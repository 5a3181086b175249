"""A packet opens to its passphrase alone, and a hostile one costs nothing."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsadesk.errors import UserError
from lsadesk.store.sealing import packet
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.sealing.packet import BadPacket, WrongPassphrase

PASSPHRASE = "river ladder button"
CHEAP = Effort(passes=1, memory=8192)


@pytest.fixture(scope="module")
def seal():
    return packet.new_seal(PASSPHRASE, CHEAP)


@pytest.fixture(scope="module")
def sealed(seal):
    return packet.sealed(b'{"format": 1}', seal)


def opened(content: bytes, passphrase: str) -> bytes:
    return packet.opened(content, packet.seal_of(content, passphrase))


def test_what_was_sealed_comes_out_again(sealed):
    assert opened(sealed, PASSPHRASE) == b'{"format": 1}'


def test_another_passphrase_does_not_open_it(sealed):
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        opened(sealed, PASSPHRASE + "s")


def test_its_size_does_not_tell_how_much_was_written(sealed, seal):
    longer = packet.sealed(b"x" * 9_000, seal)
    assert len(longer) == len(sealed)
    assert b"format" not in sealed


def test_a_short_passphrase_is_refused_with_the_reason():
    with pytest.raises(UserError, match="a stick can be lost"):
        packet.new_seal("river", CHEAP)


@pytest.mark.parametrize(
    ("passes", "kib"), [(255, 64), (1, 2**32 - 1), (16, 262_145), (0, 64), (1, 0)]
)
def test_a_packet_that_asks_for_too_much_work_is_not_opened(passes, kib):
    head = struct.pack(">9s1sBI32s", b"LSAPACKET", b"1", passes, kib, bytes(32))
    with pytest.raises(BadPacket, match="far more work"):
        opened(head + bytes(100), PASSPHRASE)


def test_a_newer_packet_asks_for_a_newer_program(sealed):
    with pytest.raises(BadPacket, match="newer LSA Desk"):
        opened(b"LSAPACKET2" + sealed[10:], PASSPHRASE)


def test_a_file_far_too_large_is_not_read(tmp_path):
    path = tmp_path / "big.lsapacket"
    with path.open("wb") as file:
        file.truncate(packet.LARGEST + 1)
    with pytest.raises(BadPacket, match="far larger"):
        packet.read(path)


def test_a_packet_altered_on_its_way_is_told_from_a_wrong_passphrase(sealed):
    with pytest.raises(BadPacket, match="damaged or changed"):
        opened(sealed[:-1] + bytes([sealed[-1] ^ 1]), PASSPHRASE)


def test_an_answered_packet_takes_the_place_of_the_one_that_was_opened(tmp_path, sealed, seal):
    path = tmp_path / "mine.lsapacket"
    packet.write(path, sealed)
    answered = packet.sealed(b'{"format": 1, "more": 1}', seal)
    packet.write_over(path, sealed, answered)
    assert path.read_bytes() == answered
    with pytest.raises(UserError, match="changed by another window"):
        packet.write_over(path, sealed, sealed)
    assert path.read_bytes() == answered
    path.unlink()
    with pytest.raises(UserError, match="Put the stick back in"):
        packet.write_over(path, answered, answered)
    assert not path.exists()  # nothing is left in a folder that a stick was mounted on


def test_a_stick_that_is_gone_is_said_plainly(tmp_path):
    with pytest.raises(UserError, match="stick"):
        packet.read(tmp_path / "none.lsapacket")


@given(st.integers(0), st.integers(1, 255))
@settings(max_examples=40, deadline=None)
def test_a_packet_changed_anywhere_does_not_open(sealed, place, change):
    # The work it asks for may be changed to more than a test should wait for: leave that be.
    place = place % len(sealed)
    if 10 <= place < 15:
        return
    bad = bytearray(sealed)
    bad[place] ^= change
    with pytest.raises(UserError):
        opened(bytes(bad), PASSPHRASE)


@given(st.binary(max_size=200))
@settings(max_examples=40)
def test_any_other_bytes_are_refused_as_no_packet(content):
    with pytest.raises(BadPacket):
        opened(content, PASSPHRASE)
