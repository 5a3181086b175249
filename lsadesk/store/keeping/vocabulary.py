"""The college's own words, as a setting of its file."""

from collections.abc import Mapping

from lsadesk.domain.vocabulary import USUAL, Term, Vocabulary, Word
from lsadesk.store.settings import set_setting, setting
from lsadesk.store.work import Reading, Work

_KEY = "vocabulary"


def vocabulary(reading: Reading) -> Vocabulary:
    """The words that are other than usual."""
    kept = setting(reading, _KEY, {})
    return Vocabulary({Term(term): Word(*words) for term, words in kept.items()})


def set_vocabulary(work: Work, words: Mapping[Term, Word]) -> None:
    """Keep *words*; those that are as usual follow the program."""
    own = {
        term.value: (word.one.strip(), word.many.strip())
        for term, word in words.items()
        if word != USUAL[term]
    }
    set_setting(work, _KEY, own)
