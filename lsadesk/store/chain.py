"""The chain that makes the trail tamper-evident: each line's mark covers the one before.

It shows lines altered, removed or slipped in by anybody without the database key. It
cannot show that the whole file was put back to an older copy: for that the newest mark is
also kept outside, in every backup's manifest.
"""

import hmac

from lsadesk.store.sealing.keys import derived

START = b""


def chain_key(database_key: bytes) -> bytes:
    """The key that the marks of a college file are made with."""
    return derived(database_key, "trail")


def next_mac(key: bytes, previous: bytes, canonical: bytes) -> bytes:
    """The mark of a line: HMAC-SHA256 over the mark before it and its canonical form."""
    return hmac.digest(key, len(previous).to_bytes(1) + previous + canonical, "sha256")
