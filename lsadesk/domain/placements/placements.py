"""A learner's work placement, and the visits, weekly feedback and report at the end.

Source: L Annex B, "Work experience", and the account of an LSA who arranges placements (L,
Jenny); requirements A67.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from lsadesk.domain.calendar import monday_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId

PlacementId = NewType("PlacementId", int)
EntryId = NewType("EntryId", int)
LONGEST = 2000
_WEEK = timedelta(weeks=1)


class EntryKind(StrEnum):
    """What is written down on the way."""

    VISIT = "visit"
    FEEDBACK = "weekly feedback"
    END = "end report"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementDetails:
    """Where *learner* works, and with whom beside them; "" is not said.

    *days* are the days and times as one says them. *helps* is what whoever is with the learner
    needs to know: what helps, never a diagnosis. *lsa* None: nobody goes along.
    """

    learner: LearnerId
    place: str
    contact: str = ""
    does: str = ""
    starts: date
    ends: date
    days: str = ""
    lsa: PersonId | None = None
    helps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(PlacementDetails):
    """A placement in the college file."""

    id: PlacementId
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDetails:
    """What is written down of a day; which questions it answers depends on its kind (`ASKED`).

    Weekly feedback is of the week that *on* is in.
    """

    kind: EntryKind
    on: date
    visited_by: str = ""
    seen: str = ""
    learner_said: str = ""
    employer_said: str = ""
    lsa_said: str = ""
    learnt: str = ""
    next_steps: str = ""
    agreed_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(EntryDetails):
    """An entry in the college file."""

    id: EntryId
    version: int
    placement: PlacementId


ASKED: Mapping[EntryKind, tuple[str, ...]] = {
    EntryKind.VISIT: ("visited_by", "seen", "next_steps"),
    EntryKind.FEEDBACK: ("learner_said", "employer_said", "lsa_said"),
    EntryKind.END: ("learnt", "next_steps", "agreed_with"),
}
QUESTIONS: Mapping[str, str] = {
    "visited_by": "Who visited",
    "seen": "What was seen",
    "learner_said": "In the learner's own words",
    "employer_said": "In the employer's words",
    "lsa_said": "In the LSA's words",
    "learnt": "What was learnt",
    "next_steps": "What to do next",
    "agreed_with": "Agreed with",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRecord:
    """A placement with the learner's reference, the LSA's name and its entries by day."""

    placement: Placement
    reference: str
    lsa: str
    entries: tuple[Entry, ...]

    def of_kind(self, kind: EntryKind) -> list[Entry]:
        """The entries of one kind, by day."""
        return [each for each in self.entries if each.kind is kind]


def answers(entry: EntryDetails) -> list[tuple[str, str]]:
    """The questions that *entry* answers, with what it says; what is not said is left out."""
    asked = ((QUESTIONS[name], getattr(entry, name)) for name in ASKED[entry.kind])
    return [(question, said) for question, said in asked if said]


def in_short(entry: EntryDetails) -> str:
    """All that *entry* says in one line."""
    return "; ".join(
        f"{question}: {said.rstrip('.')}" for question, said in answers(entry)
    ).replace("\n", " ")


def last_visit(record: PlacementRecord) -> date | None:
    """The day of the latest visit; None where there was none yet."""
    return max((each.on for each in record.of_kind(EntryKind.VISIT)), default=None)


def weeks_over(placement: PlacementDetails, today: date) -> list[date]:
    """The Mondays of the placement's weeks that are over."""
    first = monday_of(placement.starts)
    last = min(monday_of(placement.ends), monday_of(today) - _WEEK)
    return [first + number * _WEEK for number in range((last - first) // _WEEK + 1)]


def weeks_without_feedback(record: PlacementRecord, today: date) -> list[date]:
    """The Mondays of weeks that are over and of which nobody has told anything."""
    told = {monday_of(each.on) for each in record.of_kind(EntryKind.FEEDBACK)}
    return [each for each in weeks_over(record.placement, today) if each not in told]


def tidied(entry: EntryDetails) -> EntryDetails:
    """The same with the answers that its kind asks for alone, without stray spaces around."""
    said = {name: getattr(entry, name).strip() for name in ASKED[entry.kind]}
    return EntryDetails(kind=entry.kind, on=entry.on, **said)


def wrong_with(details: PlacementDetails) -> dict[str, str]:
    """What keeps a placement from being written down: a sentence for each field; {} where sound."""
    wrong = _too_long(details)
    if not details.place.strip():
        wrong["place"] = "Say where it is: the employer or the place."
    if details.ends < details.starts:
        wrong["ends"] = "The placement ends before it begins. Change one of the days."
    return wrong


def wrong_with_entry(entry: EntryDetails, today: date) -> dict[str, str]:
    """As `wrong_with`, of an entry that is `tidied`; the end report may be of a day to come."""
    wrong = _too_long(entry)
    if entry.on > today and entry.kind is not EntryKind.END:
        wrong["on"] = "This day is still to come. Write it down once it is over."
    if not answers(entry):
        wrong[ASKED[entry.kind][0]] = "Write at least one of the answers."
    return wrong


def _too_long(details: PlacementDetails | EntryDetails) -> dict[str, str]:
    said = ((each.name, getattr(details, each.name)) for each in fields(details))
    return {
        name: f"Keep each answer to {LONGEST} letters."
        for name, text in said
        if isinstance(text, str) and len(text) > LONGEST
    }


def by_day(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The earliest first."""
    return tuple(sorted(entries, key=lambda each: (each.on, each.id)))
