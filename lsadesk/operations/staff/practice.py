"""What was seen in sessions: feedback, which the LSA reads first, and learning walks."""

from dataclasses import dataclass, replace

from lsadesk.domain.careers.framework import Statement
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.practice import BEHAVIOURS, Seen, SeenDetails, SeenId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.said import said, said_in_full
from lsadesk.store import accounts
from lsadesk.store.careers import layer
from lsadesk.store.staff import people, practice
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What was seen, the newest first, and the *behaviours* that may be named in it."""

    seen: tuple[Seen, ...]
    behaviours: tuple[Statement, ...]


def seen_of(desk: Desk, person: PersonId) -> Practice:
    """What was seen of *person*; others read it once the person has, its writer always."""
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        every = practice.seen(reading, person, desk.account)
        is_own = desk.person == person
        shown = (each for each in every if is_own or each.is_mine or each.read_on is not None)
        return Practice(seen=tuple(shown), behaviours=_behaviours(reading))


def unnamed_walks(desk: Desk) -> Practice:
    """The learning walks that name nobody, for those who see everybody's plans."""
    with desk.reading(Kind.DEVELOPMENT) as reading:
        every = practice.seen(reading, None, desk.account)
        return Practice(seen=tuple(every), behaviours=_behaviours(reading))


def write_seen(desk: Desk, person: PersonId | None, details: SeenDetails) -> Done[SeenId]:
    """Write down what was seen of *person*; None leaves them unnamed.

    Raises:
        UserError: it says nothing, is about oneself, or its day is still to come.
    """
    wanted = _checked(desk, person, details)
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        account = accounts.get(work, desk.account)
        signed = people.get(work, account.person).name if account.person else account.login
        added = practice.add(work, person, wanted, account=desk.account, signed=signed)
        entry = Entry("wrote what was seen in a session", Kind.DEVELOPMENT, person)
        sentence = "Wrote down what was seen in a session"
        return desk.keep(work, added, sentence, entry, Subject.DEVELOPMENT, about=person)


def mark_read(desk: Desk) -> Done[int]:
    """Note that I have read what was seen of me; from now on my appraiser reads it, too."""
    person = desk.person
    if person is None:
        raise UserError("This account is not linked to a member of staff.")
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        new = practice.mark_read(work, person)
        entry = Entry("read what was seen in sessions", Kind.DEVELOPMENT, person)
        sentence = "Read what was seen in sessions"
        return desk.keep(work, new, sentence, entry, Subject.DEVELOPMENT, about=person, undo=False)


def _checked(desk: Desk, person: PersonId | None, details: SeenDetails) -> SeenDetails:
    if person is not None and person == desk.person:
        raise UserError("Feedback comes from somebody else. Your own thoughts fit a private note.")
    if details.day > desk.today:
        raise UserError("This day is still to come.")
    helped = said(details.helped, "What helped")
    hindered = said(details.hindered, "What was in the way")
    if not (helped or hindered or details.behaviours):
        raise UserError("Say what helped, or what was in the way.")
    session = said_in_full(details.session, "Which session it was")
    return replace(details, session=session, helped=helped, hindered=hindered)


def _behaviours(reading: Reading) -> tuple[Statement, ...]:
    framework = layer.library_of(reading).framework
    return tuple(each for each in framework.statements.values() if each.part == BEHAVIOURS)
