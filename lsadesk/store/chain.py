"""The chain that makes the trail tamper-evident: each line's mark covers the one before.

It shows lines altered, removed or slipped in by anybody without the database key. It
cannot show that the whole file was put back to an older copy: for that the newest mark is
also kept outside, in every backup's manifest.
"""

from hashlib import blake2b

from lsadesk.store.sealing.keys import derived

START = b""
_MARK_BYTES = 32


def chain_key(database_key: bytes) -> bytes:
    """The key that the marks of a college file are made with."""
    return derived(database_key, "trail")


def next_mac(key: bytes, previous: bytes, canonical: bytes) -> bytes:
    """The mark of a line: keyed BLAKE2b over the mark before it and its canonical form."""
    said = len(previous).to_bytes(1) + previous + canonical
    return blake2b(said, key=key, digest_size=_MARK_BYTES).digest()
