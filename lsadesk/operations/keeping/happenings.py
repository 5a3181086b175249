"""Who saw or changed what: for a person about themselves, for the administrator about all."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from lsadesk.domain.keeping.happenings import ABOUT_PEOPLE, OWN, Happening
from lsadesk.domain.rights import READ, AccountId, Kind, Standing, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts, trail
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

MOST = 2_000
_PERSON = re.compile(r"\bperson (\d+)\b")  # the trail keeps numbers, so that erasing erases


def who_saw_me(desk: Desk) -> list[Happening]:
    """What others saw, changed or took out of one's own record, the newest first.

    Raises:
        UserError: the account is nobody's in particular.
    """
    person = desk.person
    if person is None:
        raise UserError(
            "This account is not linked to a member of staff. Ask the administrator to link it."
        )
    with desk.reading(Kind.PERSON, person) as reading:
        lines = trail.newest(reading.session, about=person, kinds=OWN, at_most=MOST)
        found = _named(reading, lines)
    return [each for each in found if each.account != desk.account]


def happenings(desk: Desk, since: datetime | None = None) -> list[Happening]:
    """The newest lines of the whole trail, at most `MOST`.

    Of what is closed to oneself it is told that it was done, and not what was said.
    """
    with desk.reading(Kind.TRAIL) as reading:
        standing = accounts.standing_of(reading, desk.account)
        found = _named(reading, trail.newest(reading.session, since=since, at_most=MOST))
    return [replace(each, detail="") if _is_closed(standing, each) else each for each in found]


def _is_closed(standing: Standing, line: Happening) -> bool:
    """Whether a line is about the asker, and of a kind that only others may read of them."""
    is_own = line.about is not None and line.about == standing.person
    return is_own and not allows(standing, READ, line.kind, line.about)


def _named(
    reading: Reading, lines: list[tuple[int, datetime, AccountId, Entry]]
) -> list[Happening]:
    names = {each.id: each.name for each in people.everybody(reading)}
    who = {
        each.id: names.get(each.person, each.login) if each.person else each.login
        for each in accounts.all_accounts(reading)
    }
    return [_happening(line, who, names) for line in lines]


def _happening(
    line: tuple[int, datetime, AccountId, Entry],
    who: Mapping[AccountId, str],
    names: Mapping[PersonId, str],
) -> Happening:
    number, at, account, entry = line
    about = None
    if entry.subject is not None and entry.kind in ABOUT_PEOPLE:
        about = PersonId(entry.subject)
    return Happening(
        number=number,
        at=at,
        account=account,
        who=who.get(account, "somebody whose account is gone"),
        did=entry.action,
        kind=entry.kind,
        about=about,
        name=_about_whom(entry, who, names),
        detail=_PERSON.sub(
            lambda found: names.get(PersonId(int(found[1])), found[0]), entry.detail
        ),
    )


def _about_whom(entry: Entry, who: Mapping[AccountId, str], names: Mapping[PersonId, str]) -> str:
    if entry.subject is None:
        return ""
    if entry.kind is Kind.ACCOUNT:
        return who.get(AccountId(entry.subject), "")
    return names.get(PersonId(entry.subject), "") if entry.kind in ABOUT_PEOPLE else ""
