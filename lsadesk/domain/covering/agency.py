"""Somebody whom an agency sends for a few days: what is asked of them at the door, and no more.

Source: requirements B.4-21; Keeping children safe in education, part three, on agency staff:
the college sees the agency's written confirmation of its checks, and that the person who comes
is the one who was checked.
"""

from dataclasses import dataclass
from datetime import date

from lsadesk.domain.calendar import WORKING_WEEK, RoughDate, TimeSpan, Weekday, uk_date
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
from lsadesk.domain.staff.people import Contract, PersonDetails, PersonId, SiteId
from lsadesk.domain.weeks.planning import WorkPattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """Who comes from *first* to *ends*, both days included, at which *hours*.

    *site* None: any. *shown* are courses of which they showed a proof that holds until *ends*
    at the least. *is_checked*: somebody saw who they are, and the agency's confirmation, which
    holds until *ends* too. *why* is said where somebody who is here already stays longer.
    """

    forename: str
    surname: str
    agency: str = ""
    first: date
    ends: date
    hours: TimeSpan
    site: SiteId | None = None
    shown: frozenset[CourseId] = frozenset()
    is_checked: bool = False
    why: str = ""

    @property
    def weekdays(self) -> frozenset[Weekday]:
        """The days of the week that the booking meets."""
        days = min((self.ends - self.first).days, 6) + 1
        start = self.first.weekday()
        return frozenset(Weekday((start + n) % 7) for n in range(days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """Somebody whom an agency has sent already, and who is here until *ends*."""

    person: PersonId
    forename: str
    surname: str
    ends: date
    hours: TimeSpan | None
    sites: frozenset[SiteId]

    @property
    def name(self) -> str:
        """Forename first."""
        return f"{self.forename} {self.surname}".strip()


def wrong_with(booking: Booking, until: date | None = None) -> dict[str, str]:
    """What keeps it from being kept: a sentence for each field; {} where sound.

    *until* is the last day so far of somebody who is here already.
    """
    wrong = {}
    if until is not None and booking.ends > until and not booking.why.strip():
        wrong["why"] = "Say in a few words why they stay longer: it stands on their record."
    if not (booking.forename + booking.surname).strip():
        wrong["surname"] = "Write who comes: a surname is enough."
    if booking.ends < booking.first:
        wrong["ends"] = "The booking ends before it begins. Change its last day."
    if booking.hours.minutes <= 0:
        wrong["hours"] = "They would leave before they come. Change one of the times."
    if not booking.is_checked:
        wrong["is_checked"] = "Look at both first: nobody is placed with learners before."
    return wrong


def note_of(booking: Booking, seen_on: date) -> str:
    """What stands on the staff record: that somebody saw who they are and their checks."""
    agency = f"{booking.agency.strip()}: " if booking.agency.strip() else ""
    seen = "identity and the agency's confirmation of checks seen"
    return f"{agency}{seen} {uk_date(seen_on)}"


def note_of_longer(note: str, booking: Booking, seen_on: date) -> str:
    """*note* with that they stay longer, why, and when their checks were seen for it."""
    until, seen = uk_date(booking.ends), uk_date(seen_on)
    why = booking.why.strip().rstrip(".")
    longer = f"stays until {until}: {why}; checks seen again {seen}"
    return f"{note}; {longer}" if note else longer


def details_of(booking: Booking, seen_on: date) -> PersonDetails:
    """What the staff record says of them; they are on no list after the last day."""
    return PersonDetails(
        forename=booking.forename.strip(),
        surname=booking.surname.strip(),
        contract=Contract.AGENCY,
        as_required=True,
        sites=frozenset() if booking.site is None else frozenset({booking.site}),
        left_on=booking.ends,
        note=note_of(booking, seen_on),
    )


def pattern_of(booking: Booking, version: int) -> WorkPattern:
    """When they can be placed."""
    days = booking.weekdays & WORKING_WEEK or booking.weekdays
    return WorkPattern(
        hours=dict.fromkeys(sorted(days), booking.hours), ends=booking.ends, version=version
    )


def proofs_of(booking: Booking, person: PersonId) -> list[Certificate]:
    """What they showed, as valid as long as the booking and no longer."""
    return [
        Certificate(
            person=person,
            course=course,
            achieved=None,
            lapse=Lapse.ON,
            expires=RoughDate(booking.ends),
            provider=booking.agency.strip(),
            proof_seen=True,
        )
        for course in sorted(booking.shown)
    ]
