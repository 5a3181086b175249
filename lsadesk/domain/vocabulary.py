"""The college's own words for whom and what the program speaks of (A01, A10)."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum


class Term(StrEnum):
    """What the program speaks of."""

    LSA = "LSA"
    TEACHER = "teacher"
    LEARNER = "learner"
    SESSION = "session"
    SUPPORT_PLAN = "support plan"


@dataclass(frozen=True, slots=True)
class Word:
    """The college's word, for one and for several."""

    one: str
    many: str


USUAL: Mapping[Term, Word] = {term: Word(term.value, f"{term.value}s") for term in Term}

# Words to begin from, by kind of provider; what is not said is as usual. Source: Q, the sector.
KINDS_OF_PROVIDER: Mapping[str, Mapping[Term, Word]] = {
    "Further education college": {},
    "Specialist college": {
        Term.LSA: Word("enabler", "enablers"),
        Term.LEARNER: Word("student", "students"),
    },
    "Work-based learning": {
        Term.TEACHER: Word("trainer", "trainers"),
        Term.LEARNER: Word("apprentice", "apprentices"),
        Term.SESSION: Word("workplace visit", "workplace visits"),
    },
    "Higher education": {
        Term.LSA: Word("study assistant", "study assistants"),
        Term.TEACHER: Word("lecturer", "lecturers"),
        Term.LEARNER: Word("student", "students"),
        Term.SUPPORT_PLAN: Word("study plan", "study plans"),
    },
    "Adult learning": {Term.TEACHER: Word("tutor", "tutors")},
    "Learning in prison": {
        Term.TEACHER: Word("tutor", "tutors"),
        Term.SUPPORT_PLAN: Word("learning plan", "learning plans"),
    },
}

# Left as they are: places to fill in, the program's name and the national LSA Levels.
_KEPT = r"\{[^}]*\}|LSA Desk|LSA Levels?"
_SPOKEN_WITH_A_VOWEL = "AEFHILMNORSX"  # as letters by themselves: an LSA, an SSA


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that are other than usual."""

    words: Mapping[Term, Word] = field(default_factory=dict)

    def word(self, term: Term) -> Word:
        """What the college calls it."""
        return self.words.get(term, USUAL[term])

    def said(self, text: str) -> str:
        """*text* in the college's words, with a or an and capitals as they then have to be."""
        if not self.words:
            return text
        return re.sub(self._pattern(), self._replaced, text)

    def _pattern(self) -> str:
        usual = (word for term in self.words for word in (USUAL[term].many, USUAL[term].one))
        either = "|".join(f"[{one[0]}{one[0].upper()}]{re.escape(one[1:])}" for one in usual)
        return rf"{_KEPT}|(?:\b([Aa])n?\s+)?\b({either})\b"

    def _replaced(self, found: re.Match[str]) -> str:
        article, usual = found.group(1), found.group(2)
        if usual is None:
            return found.group(0)
        for term, word in self.words.items():
            for before, now in ((USUAL[term].one, word.one), (USUAL[term].many, word.many)):
                if usual[1:] == before[1:] and usual[0].lower() == before[0].lower():
                    begins = usual[0].isupper() and (
                        not before[0].isupper() or _begins_a_sentence(found)
                    )
                    if article:
                        return f"{_article(article, now)} {now}"
                    return now[0].upper() + now[1:] if begins else now
        return found.group(0)


_SPOKEN: ContextVar[Vocabulary] = ContextVar("vocabulary", default=Vocabulary())  # noqa: B039


@contextmanager
def speaking(vocabulary: Vocabulary) -> Iterator[None]:
    """Have what is written on paper meanwhile say `said` in *vocabulary*."""
    before = _SPOKEN.set(vocabulary)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def said(text: str) -> str:
    """*text* of a sheet or a page in the words of the college it is made for."""
    return _SPOKEN.get().said(text)


def _begins_a_sentence(found: re.Match[str]) -> bool:
    return found.string[: found.start()].rstrip()[-1:] in ("", ".", "?", "!")


def _article(before: str, word: str) -> str:
    """A or an, with the capital that *before* had."""
    spelt = word.split(maxsplit=1)[0].isupper()
    vowel = word[0].upper() in (_SPOKEN_WITH_A_VOWEL if spelt else "AEIOU")
    return f"{before}n" if vowel else before
