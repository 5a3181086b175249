"""Finding words in names, whatever their case and accents."""

import unicodedata


def folded(text: str) -> str:
    """*text* without case and accents, for searching and sorting."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )


def has_words(wanted: str, text: str) -> bool:
    """Whether *text* holds every word of *wanted*."""
    written = folded(text)
    return all(word in written for word in folded(wanted).split())
