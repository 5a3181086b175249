"""Words as they are compared: without case, accents, punctuation or stray spaces."""

import re
import unicodedata
from functools import lru_cache

_NOTHING = {"", "-", "--", "---", ".", "n/k", "nk", "not known", "unknown", "?", "??", "tbc", "tba"}
_NOT_APPLICABLE = {"n/a", "na", "n.a.", "n.a", "not applicable"}
# Letters that Unicode does not take apart into a plain one and its accent.
_STROKED = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ı": "i",
        "þ": "th",
    }
)
_QUOTES = str.maketrans("‘’ʼ`´“”–—‑−", "'''''\"\"----")
LONGEST_NUMBER = 9  # figures; Python refuses to read thousands of them, and nobody counts so far


def tidy(text: str) -> str:
    """Spaces made single, curly quotes and long dashes made plain."""
    return " ".join(text.translate(_QUOTES).split())


@lru_cache(maxsize=16_384)  # cells repeat each other
def plain(text: str) -> str:
    """For comparing: tidy, without case and accents."""
    apart = unicodedata.normalize("NFKD", tidy(text).translate(_STROKED))
    return "".join(char for char in apart if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=16_384)  # a name is compared with everybody's
def key(text: str) -> str:
    """For matching: letters and digits only, single spaces between words."""
    return " ".join(re.findall(r"[^\W_]+", plain(text).replace("'", "").replace("&", " and ")))


def says_unknown(text: str) -> bool:
    """Whether the words say that nobody knows ("?", "tbc", a dash)."""
    return plain(text) in _NOTHING


def says_not_applicable(text: str) -> bool:
    """Whether the words say that there is nothing to say ("n/a")."""
    return plain(text) in _NOT_APPLICABLE
