"""The key file as values: one slot an account, and the recovery key's public half.

It is plain JSON with a checksum: it holds logins and sealed keys, no names. The checksum
is there to tell a damaged file from a wrong password, not to keep anybody out.
"""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from lsadesk.domain.rights import AccountId

FORMAT = 1
MIB = 1024 * 1024
LARGEST = 4 * MIB


class DamagedKeys(Exception):
    """The bytes are not a whole key file."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work one guess at a secret costs: Argon2id passes over *memory* bytes."""

    passes: int
    memory: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What one account needs to open the college file with its secret.

    *wrapped_key* holds the database key and *wrapped_private* the person's own private
    key, both under the secret. *escrow* is the private key sealed to the recovery key,
    where the college chose that. *successors* are the keys that the database was given since
    the account last signed in, oldest first, each sealed to *public_key*; *proof* shows that
    a holder of the database key put that public key here. *is_first*: somebody else chose the
    secret, so it is only good for choosing one's own.
    """

    account: AccountId
    login: str
    effort: Effort
    salt: bytes
    wrapped_key: bytes
    public_key: bytes
    wrapped_private: bytes
    escrow: bytes | None = None
    successors: tuple[bytes, ...] = ()
    proof: bytes = b""
    is_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """The recovery key's public half and the database key sealed to it.

    *keeps_private*: people's private keys are sealed to it too. *proof* shows that the
    holder of the database key wrote this, so that nobody can slip in a key of their own.
    *former_key* is the key before, sealed likewise, while the database is given another:
    it may still be under either.
    """

    public_key: bytes
    sealed_key: bytes
    keeps_private: bool
    proof: bytes
    former_key: bytes | None = None


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Everything in `college.keys`.

    *is_rekey_due*: somebody who knew the database key has left, so it is to be changed.
    """

    slots: tuple[Slot, ...]
    recovery: Recovery
    is_rekey_due: bool = False

    def slot_of(self, login: str) -> Slot | None:
        """The slot of *login*, whose case and outer spaces do not matter."""
        wanted = plain_login(login)
        return next((slot for slot in self.slots if plain_login(slot.login) == wanted), None)


def plain_login(login: str) -> str:
    """*login* as it is compared."""
    return " ".join(login.split()).casefold()


def to_bytes(keys: KeyFile) -> bytes:
    """*keys* as the file's content."""
    body = {
        "format": FORMAT,
        "slots": [_slot_out(slot) for slot in keys.slots],
        "recovery": {
            "public_key": _text(keys.recovery.public_key),
            "sealed_key": _text(keys.recovery.sealed_key),
            "keeps_private": keys.recovery.keeps_private,
            "proof": _text(keys.recovery.proof),
            "former_key": _text_or_none(keys.recovery.former_key),
        },
        "is_rekey_due": keys.is_rekey_due,
    }
    return json.dumps({**body, "checksum": _checksum(body)}, indent=1).encode()


def from_bytes(content: bytes) -> KeyFile:
    """The key file that *content* holds.

    Raises:
        DamagedKeys: anything about it is not as `to_bytes` wrote it.
    """
    try:
        if len(content) > LARGEST:
            raise DamagedKeys("far too large")
        body = json.loads(content)
        if body.pop("checksum") != _checksum(body) or body["format"] != FORMAT:
            raise DamagedKeys("checksum or format")
        recovery = body["recovery"]
        return KeyFile(
            tuple(_slot_in(slot) for slot in body["slots"]),
            Recovery(
                public_key=_bytes(recovery["public_key"]),
                sealed_key=_bytes(recovery["sealed_key"]),
                keeps_private=bool(recovery["keeps_private"]),
                proof=_bytes(recovery["proof"]),
                former_key=_bytes_or_none(recovery.get("former_key")),
            ),
            is_rekey_due=bool(body.get("is_rekey_due")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedKeys("not a key file") from error


def _slot_out(slot: Slot) -> dict[str, Any]:
    return {
        "account": slot.account,
        "login": slot.login,
        "passes": slot.effort.passes,
        "memory": slot.effort.memory,
        "salt": _text(slot.salt),
        "wrapped_key": _text(slot.wrapped_key),
        "public_key": _text(slot.public_key),
        "wrapped_private": _text(slot.wrapped_private),
        "escrow": _text_or_none(slot.escrow),
        "successors": [_text(sealed) for sealed in slot.successors],
        "proof": _text(slot.proof),
        "is_first": slot.is_first,
    }


def _slot_in(slot: dict[str, Any]) -> Slot:
    effort = Effort(passes=int(slot["passes"]), memory=int(slot["memory"]))
    if not (1 <= effort.passes <= 64 and 8192 <= effort.memory <= 1024 * MIB):
        raise DamagedKeys("effort out of bounds")
    return Slot(
        account=AccountId(int(slot["account"])),
        login=str(slot["login"]),
        effort=effort,
        salt=_bytes(slot["salt"]),
        wrapped_key=_bytes(slot["wrapped_key"]),
        public_key=_bytes(slot["public_key"]),
        wrapped_private=_bytes(slot["wrapped_private"]),
        escrow=_bytes_or_none(slot["escrow"]),
        successors=tuple(_bytes(sealed) for sealed in slot.get("successors", ())),
        proof=_bytes(slot.get("proof", "")),  # the oldest files have none
        is_first=bool(slot.get("is_first")),
    )


def _checksum(body: dict[str, Any]) -> str:
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _text_or_none(value: bytes | None) -> str | None:
    return None if value is None else _text(value)


def _bytes_or_none(value: str | None) -> bytes | None:
    return None if value is None else _bytes(value)


def _bytes(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise DamagedKeys("not base64") from error
