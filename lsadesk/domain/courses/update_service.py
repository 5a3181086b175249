"""Whether somebody's DBS certificate is in the Update Service, and when that was last looked at.

A DBS certificate has no last day, so nothing here ever lapses: the college's own rule says when
to look again. What a certificate says is never kept, only whether a look told of something new,
and a look needs the person's consent. Source: requirements D, rows DBS and single central record.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.staff.people import PersonId


class Workforce(StrEnum):
    """What work the certificate was asked for."""

    CHILD = "child"
    ADULT = "adult"
    BOTH = "child and adult"
    OTHER = "other"


class LookResult(StrEnum):
    """What the last look told; no more of it is kept."""

    NOTHING_NEW = "no new information"
    SOMETHING_NEW = "a new certificate is needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateService:
    """What is on record of one person.

    *is_in*: they have subscribed; None: nobody has said. *looked_by* is who looked, by name.
    *renewed_by*: they renew the subscription themselves each year, by this day.
    """

    person: PersonId
    is_in: bool | None = None
    workforce: Workforce | None = None
    renewed_by: date | None = None
    consented_on: date | None = None
    looked_on: date | None = None
    looked_by: str = ""
    told: LookResult | None = None


def lacking(one: UpdateService, today: date) -> str:
    """What is still needed before this can be kept, as a sentence; "": nothing."""
    if one.looked_on is None and one.told is not None:
        return "Say on which day the status was looked at."
    if one.looked_on is None:
        return ""
    if one.looked_on > today:
        return "This day is still to come. Choose the day on which it was looked at."
    if one.consented_on is None or one.consented_on > one.looked_on:
        return "A look needs their consent first: say on which day they gave it."
    if one.told is None:
        return "Say what the look told: nothing new, or that a new certificate is needed."
    return ""
