"""Private words in boxes: only their author makes and opens them, and their length tells nothing.

Whoever writes is always whoever will read, so one key a person does for all their boxes. It is
derived from their private key and kept nowhere: it comes back, or is lost, together with that.
"""

from functools import lru_cache, partial
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from lsadesk.store.sealing.keys import WrongSecret

# Boxes are as long as their content: rounding up keeps the length from telling which
# level was chosen or whether a word was written.
_PADDED_TO = 256
_REMEMBERED = 500  # boxes, about those of two people


class Boxes:
    """The boxes of one author. Each is bound to its place: in another it does not open.

    A place is a table, the number of what the box belongs to, and which part of that it holds.
    Its words are part of the file for good: were the table called otherwise in them one day,
    nobody's boxes would open any more.
    """

    def __init__(self, private_key: bytes) -> None:
        key = blake2b(private_key, digest_size=Aead.KEY_SIZE, person=b"lsadesk boxes").digest()
        self._sealing = Aead(key)
        # A sheet is read again at every turn: its boxes are opened once in a sitting.
        self._content = lru_cache(maxsize=_REMEMBERED)(partial(_content, self._sealing))

    def sealed(self, content: str, table: str, number: int, part: str = "") -> bytes:
        """*content*, for its author alone, to be kept in that place."""
        plain = content.encode() + b"\0"
        padded = plain.ljust(-(-len(plain) // _PADDED_TO) * _PADDED_TO)
        return bytes(self._sealing.encrypt(padded, _place(table, number, part)))

    def opened(self, box: bytes, table: str, number: int, part: str = "") -> str:
        """What is in *box*.

        Raises:
            WrongSecret: it is somebody else's, or under a key that its author lost, was altered,
                or was made for another place.
        """
        return self._content(box, _place(table, number, part))


def _content(sealing: Aead, box: bytes, place: bytes) -> str:
    try:
        plain = sealing.decrypt(box, place)
    except (CryptoError, ValueError) as error:
        raise WrongSecret from error
    return plain.rstrip(b" ").removesuffix(b"\0").decode()


def _place(table: str, number: int, part: str) -> bytes:
    return f"{table}/{number}/{part}".encode()
