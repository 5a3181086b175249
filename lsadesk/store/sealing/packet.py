"""A sealed packet on disk: one person's content under a passphrase, for a memory stick.

    LSAPACKET | 1 | passes (1 byte) | KiB of memory (4) | salt (16) | SecretBox of the content

Whoever made it may be an enemy: its length and the work that it asks for are limited before
anything is done. How long the content is is rounded up, so that the file's size tells
neither how many questions were answered nor whether an example was written.
"""

import secrets
import struct
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
_HEAD = struct.Struct(f">9s1sBI{pwhash.argon2id.SALTBYTES}s")
_ROUNDED_TO = 16 * 1024
_KIB = 1024


class BadPacket(UserError):
    """The file is no packet, is damaged, or was made to do harm."""


class WrongPassphrase(UserError):
    """The passphrase does not open the packet, or somebody altered the file."""


def sealed(content: bytes, passphrase: str, effort: Effort) -> bytes:
    """*content* as a packet's bytes.

    Raises:
        UserError: the passphrase is too short, or the content too long.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserError(
            f"A passphrase needs at least {SHORTEST_PASSPHRASE} letters: a stick can be lost. "
            "Three or four words that have nothing to do with each other are good."
        )
    salt = secrets.token_bytes(pwhash.argon2id.SALTBYTES)
    head = _HEAD.pack(_MAGIC, _FORMAT, effort.passes, effort.memory // _KIB, salt)
    box = SecretBox(keys.stretched(passphrase, salt, effort))
    whole = head + bytes(box.encrypt(_rounded(content)))
    if len(whole) > LARGEST:
        raise UserError("These answers are too long for a packet. Shorten the longest examples.")
    return whole


def opened(packet: bytes, passphrase: str) -> bytes:
    """The content of a packet.

    Raises:
        BadPacket: it is none, or asks for more work than a packet may.
        WrongPassphrase: the passphrase is not right, or the packet was altered.
    """
    salt, effort = _head(packet)
    try:
        box = SecretBox(keys.stretched(passphrase, salt, effort))
        content = box.decrypt(packet[_HEAD.size :])
    except (CryptoError, ValueError, MemoryError) as error:
        raise WrongPassphrase(
            "The packet did not open. Either the passphrase is not the one it was sealed with, "
            "or the file was changed on its way. Nothing was read."
        ) from error
    return content.rstrip(b" ")


def write(path: Path, packet: bytes) -> None:
    """Put a packet on disk, whole or not at all; an older file of the name stays until then.

    Raises:
        UserError: the place does not take it.
    """

    def verify(written: bytes) -> None:
        if written != packet:
            raise OSError("the disk did not keep the packet as it was written")

    try:
        replace_file(path, packet, verify)
    except OSError as error:
        raise UserError(
            f"{path.name} could not be saved there. Choose another place, then try again."
        ) from error


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


def _head(packet: bytes) -> tuple[bytes, Effort]:
    if not packet.startswith(_MAGIC) or len(packet) < _HEAD.size:
        raise BadPacket("This is not a packet of LSA Desk, whatever its name says.")
    _, version, passes, memory, salt = _HEAD.unpack_from(packet)
    if version != _FORMAT:
        raise BadPacket(
            "This packet was made by a newer LSA Desk. Update this one, then try again."
        )
    if not 1 <= passes <= MOST_PASSES or not 8 <= memory <= keys.MOST_MEMORY // _KIB:
        raise BadPacket(
            "This packet asks for far more work than any that LSA Desk makes, so it was not opened."
        )
    return salt, Effort(passes=passes, memory=memory * _KIB)


def _rounded(content: bytes) -> bytes:
    return content.ljust(-(-len(content) // _ROUNDED_TO) * _ROUNDED_TO)
