"""Finding and ordering names, whatever their case and accents."""

import unicodedata

# Letters whose stroke or joint is no accent to Unicode: Polish, Nordic, Turkish.
_PLAIN = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def folded(text: str) -> str:
    """*text* without case and accents, for searching and sorting."""
    if text.isascii():
        return text.lower()
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
        if not unicodedata.combining(letter)
    )


def has_words(wanted: str, text: str) -> bool:
    """Whether *text* holds every word of *wanted*."""
    written = folded(text)
    return all(word in written for word in folded(wanted).split())
