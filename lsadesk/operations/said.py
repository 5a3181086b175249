"""What people write at length: kept as written, up to a length that a record can carry."""

import re

from lsadesk.errors import UserError

LONGEST = 20_000

# Marks that make a line read otherwise than it is written: in a text that is signed, nobody
# may be shown something else than what stands there. Right-to-left writing needs none of them.
_MISLEADING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def said(text: str, what: str) -> str:
    """*text* without ends of blanks and marks that nobody sees; *what* names it ("A note").

    Raises:
        UserError: it is longer than a record can carry.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = _MISLEADING.sub("", whole.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(plain) > LONGEST:
        raise UserError(
            f"{what} can hold {LONGEST:,} letters, and this has {len(plain):,}. Shorten it and it "
            "will be saved; until then it stays where you wrote it."
        )
    return plain


def said_in_full(text: str, what: str) -> str:
    """The same, where something has to be written.

    Raises:
        UserError: nothing was written, or too much.
    """
    plain = said(text, what)
    if not plain:
        raise UserError(f"{what} is needed here: write a few words first.")
    return plain
