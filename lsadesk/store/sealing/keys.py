"""The cryptography of the college file: secrets in, sealed bytes out. No disk, no clock.

Argon2id over a PIN or password wraps the database key and the person's own private key.
Inside every wrapping stands what it is for and whose it is, so that a slot cannot be
given to another account. Everything comes from PyNaCl.
"""

import hashlib
import hmac
import json
import secrets
import time
import unicodedata
from dataclasses import dataclass, field, replace

from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from lsadesk.domain.rights import AccountId
from lsadesk.store.sealing.keyfile import FORMAT, MIB, DamagedKeys, Effort, KeyFile, Recovery, Slot

KEY_BYTES = 32
FLOOR = Effort(passes=3, memory=64 * MIB)
MOST_MEMORY = 256 * MIB
LONGEST = 0.5  # seconds that a person waits for one sign-in

_DATABASE_KEY = "database key"
_NEXT_KEY = "next database key"
_PRIVATE_KEY = "private key"
_PROOF_BYTES = 32


class WrongSecret(Exception):
    """The secret does not open this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An account's keys, out of their wrapping. They never appear in a report.

    *former_key* is given while the database may still be under it. *is_first*: they were
    opened with a secret that somebody else chose and knows.
    """

    account: AccountId
    login: str
    database_key: bytes = field(repr=False)
    private_key: bytes = field(repr=False)
    former_key: bytes | None = field(default=None, repr=False)
    is_first: bool = False

    @property
    def public_key(self) -> bytes:
        """What others seal to this person with."""
        return public_half(self.private_key)


def new_key() -> bytes:
    """A fresh random key."""
    return secrets.token_bytes(KEY_BYTES)


def new_private_key() -> bytes:
    """A person's fresh private key."""
    return bytes(PrivateKey.generate())


def public_half(private_key: bytes) -> bytes:
    """The public key that belongs to *private_key*."""
    return bytes(PrivateKey(private_key).public_key)


def calibrated_effort() -> Effort:
    """As much work a guess as this computer does in half a second, never below the floor."""
    effort, seconds = FLOOR, seconds_a_guess(FLOOR)
    while effort.memory < MOST_MEMORY and seconds * 2 <= LONGEST:
        more = replace(effort, memory=effort.memory * 2)
        longer = seconds_a_guess(more)  # twice the memory costs more than twice the time
        if longer > LONGEST:
            break
        effort, seconds = more, longer
    passes = int(effort.passes * LONGEST / seconds)
    return replace(effort, passes=max(FLOOR.passes, min(passes, 16)))


def seconds_a_guess(effort: Effort) -> float:
    """How long one processor of this computer works at a guess that costs *effort*.

    What else the computer does meanwhile does not count: it is idle for whoever has stolen it.
    """
    started = time.thread_time()
    stretched("calibration", bytes(pwhash.argon2id.SALTBYTES), effort)
    return time.thread_time() - started


def make_slot(opened: Opened, secret: str, effort: Effort, recovery: Recovery) -> Slot:
    """A slot that opens to *opened* with *secret*."""
    salt = secrets.token_bytes(pwhash.argon2id.SALTBYTES)
    box = SecretBox(stretched(secret, salt, effort))
    account, login = opened.account, opened.login
    escrow = _packed(_PRIVATE_KEY, account, login, opened.private_key)
    return Slot(
        account=account,
        login=login,
        effort=effort,
        salt=salt,
        wrapped_key=box.encrypt(_packed(_DATABASE_KEY, account, login, opened.database_key)),
        public_key=opened.public_key,
        wrapped_private=box.encrypt(escrow),
        escrow=seal(recovery.public_key, escrow) if recovery.keeps_private else None,
        proof=_slot_proof(opened.database_key, account, login, opened.public_key),
        is_first=opened.is_first,
    )


def open_slot(slot: Slot, secret: str) -> Opened:
    """The keys in *slot*.

    Raises:
        WrongSecret: the secret is not the one the slot was made with, or the slot was
            altered or belongs to somebody else.
        DamagedKeys: somebody without the keys slipped in a new database key.
    """
    box = SecretBox(stretched(secret, slot.salt, slot.effort))
    try:
        database_key = _unpacked(_DATABASE_KEY, slot, box.decrypt(slot.wrapped_key))
        private_key = _unpacked(_PRIVATE_KEY, slot, box.decrypt(slot.wrapped_private))
    except (CryptoError, ValueError) as error:
        raise WrongSecret from error
    known = [database_key]
    for sealed in slot.successors:
        known.append(_next_key(slot, private_key, known[-1], sealed))
    return Opened(
        account=slot.account,
        login=slot.login,
        database_key=known[-1],
        private_key=private_key,
        former_key=known[-2] if len(known) > 1 else None,
        is_first=slot.is_first,
    )


def make_recovery(recovery_key: bytes, database_key: bytes, *, keeps_private: bool) -> Recovery:
    """The database key sealed to *recovery_key*, and the public half for later sealing."""
    public_key = public_half(_recovery_private(recovery_key))
    return Recovery(
        public_key=public_key,
        sealed_key=seal(public_key, _packed(_DATABASE_KEY, None, "", database_key)),
        keeps_private=keeps_private,
        proof=_proof(database_key, public_key, keeps_private=keeps_private),
    )


def with_private(recovery: Recovery, database_key: bytes, *, keeps_private: bool) -> Recovery:
    """*recovery* of the same paper, for which people's private keys are kept, or are not."""
    proof = _proof(database_key, recovery.public_key, keeps_private=keeps_private)
    return replace(recovery, keeps_private=keeps_private, proof=proof)


def open_recovery(recovery: Recovery, recovery_key: bytes) -> bytes:
    """The database key, by the paper.

    Raises:
        WrongSecret: the paper belongs to another college, or to a key since replaced.
    """
    try:
        content = unseal(_recovery_private(recovery_key), recovery.sealed_key)
        return _unpacked(_DATABASE_KEY, None, content)
    except ValueError as error:
        raise WrongSecret from error


def open_escrow(slot: Slot, recovery_key: bytes) -> bytes | None:
    """The person's private key, by the paper; None where the college does not keep it so."""
    if slot.escrow is None:
        return None
    content = unseal(_recovery_private(recovery_key), slot.escrow)
    return _unpacked(_PRIVATE_KEY, slot, content)


def open_former(recovery: Recovery, recovery_key: bytes) -> bytes | None:
    """The database key before, by the paper; None unless it is just being changed."""
    if recovery.former_key is None:
        return None
    content = unseal(_recovery_private(recovery_key), recovery.former_key)
    return _unpacked(_DATABASE_KEY, None, content)


def is_proven(slot: Slot, database_key: bytes) -> bool:
    """Whether a holder of *database_key* put the public key into *slot*."""
    proof = _slot_proof(database_key, slot.account, slot.login, slot.public_key)
    return hmac.compare_digest(proof, slot.proof)


def with_new_key(found: KeyFile, old: bytes, new: bytes) -> KeyFile:
    """*found* with *new* as the database key; *old* stays known until `without_former`.

    Every slot has to be proven by *old*: *new* is sealed to the public keys that stand there.
    """
    recovery = found.recovery
    return KeyFile(
        tuple(_followed(slot, old, new) for slot in found.slots),
        replace(
            recovery,
            sealed_key=seal(recovery.public_key, _packed(_DATABASE_KEY, None, "", new)),
            former_key=seal(recovery.public_key, _packed(_DATABASE_KEY, None, "", old)),
            proof=_proof(new, recovery.public_key, keeps_private=recovery.keeps_private),
        ),
    )


def without_former(found: KeyFile) -> KeyFile:
    """*found* once the database is under its new key."""
    return replace(found, recovery=replace(found.recovery, former_key=None))


def require_own(keys: KeyFile, database_key: bytes) -> None:
    """Refuse a recovery entry that was not written by a holder of *database_key*.

    Raises:
        DamagedKeys: somebody else's recovery key stands there.
    """
    recovery = keys.recovery
    proof = _proof(database_key, recovery.public_key, keeps_private=recovery.keeps_private)
    if not hmac.compare_digest(proof, recovery.proof):
        raise DamagedKeys("the recovery entry is not this college's")


def seal(public_key: bytes, content: bytes) -> bytes:
    """*content* for the eyes of one person only."""
    return SealedBox(PublicKey(public_key)).encrypt(content)


def unseal(private_key: bytes, sealed: bytes) -> bytes:
    """What was sealed to this person.

    Raises:
        WrongSecret: it was sealed to somebody else, or altered.
    """
    try:
        return SealedBox(PrivateKey(private_key)).decrypt(sealed)
    except (CryptoError, ValueError) as error:
        raise WrongSecret from error


def stretched(secret: str, salt: bytes, effort: Effort) -> bytes:
    """Argon2id; a password is the same whichever way its accents were typed."""
    password = unicodedata.normalize("NFC", secret).encode()
    return pwhash.argon2id.kdf(
        KEY_BYTES, password, salt, opslimit=effort.passes, memlimit=effort.memory
    )


def _followed(slot: Slot, old: bytes, new: bytes) -> Slot:
    """*slot* with *new* sealed to its account; proven by *old*, which its secret leads to."""
    content = _packed(_NEXT_KEY, slot.account, slot.login, new)
    proof = hmac.digest(derived(old, "successor"), content, "sha256")
    return replace(
        slot,
        successors=(*slot.successors, seal(slot.public_key, proof + content)),
        proof=_slot_proof(new, slot.account, slot.login, slot.public_key),
    )


def _next_key(slot: Slot, private_key: bytes, before: bytes, sealed: bytes) -> bytes:
    try:
        said = unseal(private_key, sealed)
        proof, content = said[:_PROOF_BYTES], said[_PROOF_BYTES:]
        wanted = hmac.digest(derived(before, "successor"), content, "sha256")
        if not hmac.compare_digest(proof, wanted):
            raise ValueError("not written by a holder of the key before")
        return _unpacked(_NEXT_KEY, slot, content)
    except (WrongSecret, ValueError) as error:
        raise DamagedKeys("a new database key was slipped in") from error


def _slot_proof(database_key: bytes, account: AccountId, login: str, public_key: bytes) -> bytes:
    said = _packed("public key", account, login, public_key)
    return hmac.digest(derived(database_key, "slot"), said, "sha256")


def _recovery_private(recovery_key: bytes) -> bytes:
    seed = hashlib.blake2b(recovery_key, digest_size=KEY_BYTES, person=b"lsadesk recover").digest()
    return bytes(PrivateKey.from_seed(seed))


def _proof(database_key: bytes, public_key: bytes, *, keeps_private: bool) -> bytes:
    said = b"recovery" + public_key + bytes([keeps_private])
    return hmac.digest(derived(database_key, "recovery"), said, "sha256")


def derived(key: bytes, purpose: str) -> bytes:
    """A key of its own for *purpose*, from which *key* cannot be told."""
    return hmac.digest(key, f"lsadesk {purpose} 1".encode(), "sha256")


def _packed(purpose: str, account: AccountId | None, login: str, key: bytes) -> bytes:
    return json.dumps([FORMAT, purpose, account, login, key.hex()]).encode()


def _unpacked(purpose: str, slot: Slot | None, content: bytes) -> bytes:
    account, login = (None, "") if slot is None else (slot.account, slot.login)
    *head, key = json.loads(content)
    if head != [FORMAT, purpose, account, login]:
        raise ValueError("this wrapping was made for something else")
    return bytes.fromhex(key)
