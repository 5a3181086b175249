"""A sealed packet on disk: one person's content under a passphrase, for a memory stick.

    LSAPACKET | 1 | passes (1 byte) | KiB of memory (4) | salt (16) | check (16) | SecretBox

The check tells a wrong passphrase from a file that was altered; it is derived from the key and
tells nothing of it. Whoever made a packet may be an enemy: its length and the work that it asks
for are limited before anything is done. How long the content is is rounded up, so that the
file's size tells neither how many questions were answered nor whether an example was written.
"""

import hmac
import secrets
import struct
from dataclasses import dataclass, field
from pathlib import Path

from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from lsadesk.errors import UserError
from lsadesk.store.durable import replace_file
from lsadesk.store.sealing import keys
from lsadesk.store.sealing.keyfile import Effort

ENDING = ".lsapacket"
LARGEST = 8 * 1024**2
MOST_PASSES = 16
SHORTEST_PASSPHRASE = 10

_MAGIC = b"LSAPACKET"
_FORMAT = b"1"
_CHECK_BYTES = 16
_HEAD = struct.Struct(f">9s1sBI{pwhash.argon2id.SALTBYTES}s{_CHECK_BYTES}s")
_ROUNDED_TO = 16 * 1024
_KIB = 1024


class BadPacket(UserError):
    """The file is no packet, is damaged, or was made to do harm."""


class WrongPassphrase(UserError):
    """The passphrase does not open the packet."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What one packet is sealed with, so that a passphrase is stretched once a sitting."""

    head: bytes
    key: bytes = field(repr=False)


def new_seal(passphrase: str, effort: Effort) -> Seal:
    """The seal of a packet that is about to be made.

    Raises:
        UserError: the passphrase is too short.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserError(
            f"A passphrase needs at least {SHORTEST_PASSPHRASE} letters: a stick can be lost. "
            "Three or four words that have nothing to do with each other are good."
        )
    salt = secrets.token_bytes(pwhash.argon2id.SALTBYTES)
    key = keys.stretched(passphrase, salt, effort)
    kib = effort.memory // _KIB
    return Seal(_HEAD.pack(_MAGIC, _FORMAT, effort.passes, kib, salt, _check(key)), key)


def seal_of(packet: bytes, passphrase: str) -> Seal:
    """What *packet* is sealed with, for whoever knows its passphrase.

    Raises:
        BadPacket: it is none, or asks for more work than a packet may.
        WrongPassphrase: the passphrase is not right.
    """
    salt, effort, check = _head(packet)
    try:
        key = keys.stretched(passphrase, salt, effort)
    except (CryptoError, ValueError, MemoryError) as error:
        raise BadPacket(
            "This computer has too little memory free to open the packet. Close other programs, "
            "then try again."
        ) from error
    if not hmac.compare_digest(check, _check(key)):
        raise WrongPassphrase("That is not the passphrase of this packet. Nothing was opened.")
    return Seal(packet[: _HEAD.size], key)


def sealed(content: bytes, seal: Seal) -> bytes:
    """*content* as a packet's bytes.

    Raises:
        UserError: it is too long.
    """
    whole = seal.head + bytes(SecretBox(seal.key).encrypt(_rounded(content)))
    if len(whole) > LARGEST:
        raise UserError("These answers are too long for a packet. Shorten the longest examples.")
    return whole


def opened(packet: bytes, seal: Seal) -> bytes:
    """The content of a packet.

    Raises:
        BadPacket: it was altered since it was sealed.
    """
    try:
        return SecretBox(seal.key).decrypt(packet[_HEAD.size :]).rstrip(b" ")
    except (CryptoError, ValueError) as error:
        raise BadPacket(
            "The passphrase is right, but the file was damaged or changed on its way. Nothing was "
            "read. Ask for the packet again, or use another copy of it."
        ) from error


def write(path: Path, packet: bytes) -> None:
    """Put a packet on disk, whole or not at all; an older file of the name stays until then.

    Raises:
        UserError: the place does not take it.
    """
    try:
        _replace(path, packet)
    except OSError as error:
        raise UserError(
            f"{path.name} could not be saved there. Choose another place, then try again."
        ) from error


def write_over(path: Path, before: bytes, packet: bytes) -> None:
    """Put *packet* where *before* still stands, and nowhere else.

    Raises:
        UserError: the stick is out or takes no writing, or another window has written there.
    """
    try:
        if path.read_bytes() != before:
            raise UserError(
                f"{path.name} was changed by another window or program since it was opened here, "
                "so nothing was written over it. Save your answers in another place."
            )
        _replace(path, packet)
    except FileNotFoundError as error:
        raise UserError(
            f"{path.name} is not where it was. Put the stick back in, or save your answers in "
            "another place."
        ) from error
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be written to: the stick may be write-protected, full or just "
            "pulled out. Save your answers in another place, such as another stick."
        ) from error


def _replace(path: Path, packet: bytes) -> None:
    def verify(written: bytes) -> None:
        if written != packet:
            raise OSError("the disk did not keep the packet as it was written")

    replace_file(path, packet, verify)


def read(path: Path) -> bytes:
    """A packet's bytes, if it is of a reasonable size.

    Raises:
        BadPacket: it is too large to be one.
        UserError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be opened. Check that the stick is in and try again."
        ) from error
    if len(content) > LARGEST:
        raise BadPacket(f"{path.name} is far larger than a packet, so it was not read.")
    return content


def _head(packet: bytes) -> tuple[bytes, Effort, bytes]:
    if not packet.startswith(_MAGIC) or len(packet) < _HEAD.size:
        raise BadPacket("This is not a packet of LSA Desk, whatever its name says.")
    _, version, passes, memory, salt, check = _HEAD.unpack_from(packet)
    if version != _FORMAT:
        raise BadPacket(
            "This packet was made by a newer LSA Desk. Update this one, then try again."
        )
    if not 1 <= passes <= MOST_PASSES or not 8 <= memory <= keys.MOST_MEMORY // _KIB:
        raise BadPacket(
            "This packet asks for far more work than any that LSA Desk makes, so it was not opened."
        )
    return salt, Effort(passes=passes, memory=memory * _KIB), check


def _check(key: bytes) -> bytes:
    return keys.derived(key, "packet check")[:_CHECK_BYTES]


def _rounded(content: bytes) -> bytes:
    return content.ljust(-(-len(content) // _ROUNDED_TO) * _ROUNDED_TO)
