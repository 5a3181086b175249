"""Who is in the DBS Update Service, and who looked when."""

from dataclasses import dataclass, replace

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.courses.update_service import UpdateService, lacking
from lsadesk.domain.rights import CHANGE, READ, Kind, people_open_to
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.courses import update_service as kept
from lsadesk.store.mapping import by_name
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody at work here, and what is on record of them; *may_change*: by whoever asks."""

    name: str
    said: UpdateService
    may_change: bool


def subscribers(desk: Desk) -> tuple[Subscriber, ...]:
    """Everybody at work whose training record is open to me, by name."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        staff = {one.id: one for one in people.everybody(reading) if one.works_on(desk.today)}
        everybody = frozenset(staff)
        read = people_open_to(standing, READ, Kind.CERTIFICATE, everybody)
        change = people_open_to(standing, CHANGE, Kind.CERTIFICATE, everybody)
        known = kept.all_of_it(reading)
        return tuple(
            by_name(
                Subscriber(
                    staff[who].name, known.get(who, UpdateService(person=who)), who in change
                )
                for who in read
            )
        )


def record_status(desk: Desk, said: UpdateService) -> Done[None]:
    """Keep what is said of one person; a new look bears the name of whoever writes it down.

    Raises:
        UserError: a look without consent, or one still to come.
    """
    if sentence := lacking(said, desk.today):
        raise UserError(sentence)
    with desk.writing(Kind.CERTIFICATE, said.person) as work:
        before = kept.all_of_it(work).get(said.person)
        if said.looked_on is not None and (before is None or before.looked_on != said.looked_on):
            said = replace(said, looked_by=_who(desk, work))
        kept.write(work, said)
        name = people.get(work, said.person).name
        return desk.keep(
            work,
            None,
            f"Wrote of the Update Service for {name}",
            Entry("wrote of the Update Service", Kind.CERTIFICATE, said.person),
            Subject.CERTIFICATES,
            about=said.person,
        )


def _who(desk: Desk, within: Reading) -> str:
    me = accounts.person_of(within, desk.account)
    return desk.login if me is None else people.get(within, me).name
