"""What people ask about their own records, and the answers; each has a day to be answered by."""

from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.keeping.requests import AccessRequest, Asks, Remark, RemarkId, RequestId
from lsadesk.domain.keeping.retention import RecordId, RecordKept
from lsadesk.domain.rights import EXPORT, READ, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.keeping import requests as rows
from lsadesk.store.keeping import retention
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Requests and remarks open to the asker, with the kinds of record to name them by."""

    requests: tuple[AccessRequest, ...]
    remarks: tuple[Remark, ...]
    records: tuple[RecordKept, ...]


def asked(desk: Desk) -> Asked:
    """All that the asker may see: one's own, and those of the people one answers for."""
    with desk.store.read() as reading:
        return _asked(desk, reading)


def asked_by_me(desk: Desk) -> Asked | None:
    """One's own requests and remarks with their answers; None for an account without a person."""
    person = desk.person
    if person is None:
        return None
    with desk.reading(Kind.REMARK, person) as reading:
        found = _asked(desk, reading)
    return replace(
        found,
        requests=tuple(each for each in found.requests if each.person == person),
        remarks=tuple(each for each in found.remarks if each.person == person),
    )


def waiting(desk: Desk, reading: Reading) -> tuple[int, date | None]:
    """How many of others' requests and remarks wait for an answer, and by when the first."""
    standing = accounts.standing_of(reading, desk.account)
    found = _asked(desk, reading)
    everything: tuple[AccessRequest | Remark, ...] = (*found.requests, *found.remarks)
    open_ = [
        each.answer_by
        for each in everything
        if each.answered_on is None and each.person != standing.person
    ]
    return len(open_), min(open_, default=None)


def ask_for_all(desk: Desk, person: PersonId, received_on: date) -> Done[RequestId]:
    """Note that *person* asked for everything that is held on them, on that day.

    Raises:
        UserError: the day is still to come.
    """
    if received_on > desk.today:
        raise UserError("The day on which it was asked cannot be in the future.")
    with desk.writing(Kind.ACCESS_REQUEST, person) as work:
        wanted = AccessRequest(
            id=RequestId(0), version=0, person=person, name="", received_on=received_on
        )
        return desk.keep(
            work,
            rows.add_request(work, wanted),
            f"Noted that {people.get(work, person).name} asked for all that is held",
            Entry("asked for all that is held", Kind.ACCESS_REQUEST, person),
            Subject.PEOPLE,
            about=person,
        )


def take_longer(desk: Desk, request: AccessRequest, because: str) -> Done[None]:
    """Note why an answer takes two months more; the person has to be told.

    Raises:
        UserError: nobody said why, or the first month is over.
    """
    if not because.strip():
        raise UserError("Say why it takes longer: the person has to be told.")
    if desk.today > request.answer_by:
        raise UserError("The month is over: it can be made longer only within it.")
    _require_not_own(desk, request.person)
    with desk.writing(Kind.ACCESS_REQUEST, request.person) as work:
        rows.change_request(work, replace(request, longer_because=because.strip()))
        return desk.keep(
            work,
            None,
            f"Took longer for the request of {request.name}",
            Entry("took longer for a request", Kind.ACCESS_REQUEST, request.person),
            Subject.PEOPLE,
            about=request.person,
        )


def note_answered(desk: Desk, request: AccessRequest, given: str) -> Done[None]:
    """Note what was handed over, today and by whoever is signed in.

    Raises:
        NotAllowed: what is held on the person is not theirs to hand over.
        UserError: nobody said what was given.
    """
    if not given.strip():
        raise UserError("Say what was handed over.")
    desk.require_now(Kind.HELD, request.person, EXPORT)
    with desk.writing(Kind.ACCESS_REQUEST, request.person) as work:
        rows.change_request(work, replace(request, given=given.strip(), answered_on=desk.today))
        return desk.keep(
            work,
            None,
            f"Answered the request of {request.name}",
            Entry("answered a request", Kind.ACCESS_REQUEST, request.person),
            Subject.PEOPLE,
            about=request.person,
        )


def say(desk: Desk, person: PersonId, record: RecordId, asks: Asks, said: str) -> Done[RemarkId]:
    """Ask that a record be corrected, or write one's own view beside it.

    Raises:
        UserError: nothing was said.
    """
    if not said.strip():
        raise UserError("Write what should be corrected, or how you see it.")
    with desk.writing(Kind.REMARK, person) as work:
        return desk.keep(
            work,
            rows.add_remark(work, person, record, asks, said.strip()),
            "Wrote about one's records",
            Entry("wrote about records", Kind.REMARK, person),
            Subject.PEOPLE,
            about=person,
        )


def answer(desk: Desk, remark: Remark, words: str) -> Done[None]:
    """Answer what somebody said of their records; what they said stays beside it.

    Raises:
        NotAllowed: it is about oneself.
        UserError: nothing was said.
    """
    if not words.strip():
        raise UserError("Write what was corrected, or why it stays as it is.")
    with desk.writing(Kind.REMARK, remark.person) as work:
        if accounts.standing_of(work, desk.account).person == remark.person:
            raise NotAllowed("Somebody else answers what you say about your own records.")
        rows.answer_remark(work, remark, words.strip())
        return desk.keep(
            work,
            None,
            f"Answered what {remark.name} said of their records",
            Entry("answered about records", Kind.REMARK, remark.person),
            Subject.PEOPLE,
            about=remark.person,
        )


def _asked(desk: Desk, reading: Reading) -> Asked:
    standing = accounts.standing_of(reading, desk.account)
    return Asked(
        requests=tuple(
            each
            for each in rows.access_requests(reading)
            if allows(standing, READ, Kind.ACCESS_REQUEST, each.person)
        ),
        remarks=tuple(
            each
            for each in rows.remarks(reading)
            if allows(standing, READ, Kind.REMARK, each.person)
        ),
        records=retention.records(reading),
    )


def _require_not_own(desk: Desk, person: PersonId) -> None:
    if desk.person == person:
        raise NotAllowed("Somebody else answers your own request.")
