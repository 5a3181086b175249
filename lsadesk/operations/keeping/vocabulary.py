"""The college's own words: read by everybody, changed by the administrator."""

from collections.abc import Mapping

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, Kind, allows
from lsadesk.domain.vocabulary import Term, Vocabulary, Word
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.keeping import vocabulary as kept
from lsadesk.store.trail import Entry


def vocabulary(desk: Desk) -> Vocabulary:
    """The words that are other than usual."""
    with desk.store.read() as reading:
        return kept.vocabulary(reading)


def may_change_words(desk: Desk) -> bool:
    """Whether the words are for whoever is signed in to change."""
    with desk.store.read() as reading:
        return allows(accounts.standing_of(reading, desk.account), CHANGE, Kind.COLLEGE)


def set_vocabulary(desk: Desk, words: Mapping[Term, Word]) -> Done[None]:
    """Keep the college's words; those left as usual follow the program.

    Raises:
        UserError: a word is missing.
    """
    if not all(word.one.strip() and word.many.strip() for word in words.values()):
        raise UserError("Each needs a word for one and a word for several.")
    with desk.writing(Kind.COLLEGE) as work:
        kept.set_vocabulary(work, words)
        entry = Entry("changed the college's words", Kind.COLLEGE)
        return desk.keep(work, None, "Changed our words", entry, Subject.WORDS)
