"""Finding and ordering names, whatever their case and accents."""

import unicodedata


class _Letters(dict[int, int | str | None]):
    """What each letter is folded to, None: it is left out. An accent becomes known as it is met."""

    def __missing__(self, letter: int) -> int | None:
        kept = None if unicodedata.combining(chr(letter)) else letter
        self[letter] = kept
        return kept


# Letters whose stroke or joint is no accent to Unicode: Polish, Nordic, Turkish.
_PLAIN = {"ł": "l", "đ": "d", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_LETTERS = _Letters({ord(letter): plain for letter, plain in _PLAIN.items()})


def folded(text: str) -> str:
    """*text* without case and accents, for searching and sorting."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)


def has_words(wanted: str, text: str) -> bool:
    """Whether *text* holds every word of *wanted*."""
    written = folded(text)
    return all(word in written for word in folded(wanted).split())
