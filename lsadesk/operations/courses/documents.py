"""Documents that people read: who is asked, who has said so, and saying so oneself."""

from dataclasses import dataclass, replace
from typing import TypeVar

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.courses.documents import (
    Confirmation,
    Document,
    DocumentDetails,
    DocumentId,
    ReadingList,
)
from lsadesk.domain.rights import CHANGE, READ, Kind, allows, people_open_to
from lsadesk.domain.staff.people import PersonId, Team, TeamId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store import accounts
from lsadesk.store.courses import documents
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Every document with who has read it and who has not, of those open to the asker.

    *waiting_for_me* are those that the asker is asked to read and has not yet.
    """

    lists: tuple[ReadingList, ...]
    names: dict[PersonId, str]
    teams: tuple[Team, ...]
    waiting_for_me: tuple[Document, ...]
    may_change: bool


def readings(desk: Desk) -> Readings:
    """What people are asked to read, by name."""
    with desk.reading(Kind.TRAINING, desk.person) as reading:
        standing = accounts.standing_of(reading, desk.account)
        here = {each.id: each for each in people.everybody(reading) if each.works_on(desk.today)}
        seen = people_open_to(standing, READ, Kind.HAS_READ, frozenset(here))
        teams = {person: here[person].team for person in seen}
        said = documents.confirmations(reading)
        lists = tuple(
            _list(each, [one for one in said if one.person in seen], teams)
            for each in documents.all_documents(reading)
        )
        return Readings(
            lists=lists,
            names={person: here[person].sort_name for person in seen},
            teams=tuple(people.teams(reading)),
            waiting_for_me=tuple(
                each.document for each in lists if standing.person in each.waiting
            ),
            may_change=allows(standing, CHANGE, Kind.TRAINING),
        )


def add_document(desk: Desk, wanted: DocumentDetails) -> Done[DocumentId]:
    """Ask for a document to be read. Raises UserError where name or edition is missing."""
    told = _checked(wanted)
    with desk.writing(Kind.TRAINING) as work:
        document = documents.add(work, told)
        return _keep(desk, work, document, f"Asked for {told.name} to be read", document)


def change_document(desk: Desk, read: Document, wanted: DocumentDetails) -> Done[None]:
    """Write *wanted* over what was read; another edition asks everybody again.

    Raises:
        Stale: somebody has changed it since.
        UserError: name or edition is missing.
    """
    told = _checked(wanted)
    with desk.writing(Kind.TRAINING) as work:
        documents.change(work, read, told)
        return _keep(desk, work, None, f"Changed {told.name}", read.id)


def withdraw_document(desk: Desk, read: Document) -> Done[None]:
    """Ask for it no more; who has read it stays on record."""
    with desk.writing(Kind.TRAINING) as work:
        documents.withdraw(work, read)
        return _keep(desk, work, None, f"{read.name} is not asked for any more", read.id)


def confirm(desk: Desk, read: Document) -> Done[None]:
    """Say that oneself has read and understood the edition that was shown.

    Raises:
        Stale: there is another edition by now.
        UserError: it was said already.
    """
    person = own_person(desk)
    with desk.writing(Kind.HAS_READ, person) as work:
        if any(
            each.person == person and each.is_of(read) for each in documents.confirmations(work)
        ):
            raise UserError("You have said so already.")
        documents.confirm(work, read, person)
        return desk.keep(
            work,
            None,
            f"Read and understood {read.name}, {read.edition}",
            Entry("read and understood", Kind.HAS_READ, person, str(read.id)),
            Subject.TRAINING,
            about=person,
        )


def waiting_among(
    reading: Reading, among: frozenset[PersonId]
) -> dict[PersonId, tuple[Document, ...]]:
    """What each of *among* is asked to read and has not yet; those with nothing are left out."""
    teams = {who: team for who, team in people.team_of_each(reading).items() if who in among}
    said = documents.confirmations(reading)
    found: dict[PersonId, tuple[Document, ...]] = {}
    for each in documents.all_documents(reading):
        for person in _list(each, said, teams).waiting:
            found[person] = (*found.get(person, ()), each)
    return found


def _list(
    document: Document, said: list[Confirmation], teams: dict[PersonId, TeamId | None]
) -> ReadingList:
    read = [each for each in said if each.is_of(document)]
    done = {each.person for each in read}
    asked = [person for person, team in teams.items() if document.is_for(team)]
    return ReadingList(
        document=document,
        read=tuple(read),
        waiting=tuple(person for person in asked if person not in done),
    )


def _checked(wanted: DocumentDetails) -> DocumentDetails:
    name, edition = wanted.name.strip(), wanted.edition.strip()
    if not name or not edition:
        raise UserError("Say what the document is called and which edition it is.")
    return replace(wanted, name=name, edition=edition, where=wanted.where.strip())


def _keep(desk: Desk, work: Work, result: T, sentence: str, document: DocumentId) -> Done[T]:
    entry = Entry("changed what is to be read", Kind.TRAINING, document)
    return desk.keep(work, result, sentence, entry, Subject.TRAINING)
