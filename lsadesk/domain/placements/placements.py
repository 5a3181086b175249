"""A learner's work placement, and the visits, weekly feedback and report at the end.

Source: L Annex B, "Work experience", and the account of an LSA who arranges placements (L,
Jenny); requirements A67.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import NewType

from lsadesk.domain.calendar import WORKING_WEEK, TimeSpan, Weekday, minute_of, monday_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId

PlacementId = NewType("PlacementId", int)
EntryId = NewType("EntryId", int)
LONGEST = 2000
NOTICE = timedelta(weeks=1)  # so long before its day a visit is told of
MOST_DAYS = 2 * 366  # a longer one is a slip in the year
LONGEST_WAY = 180  # minutes


class EntryKind(StrEnum):
    """What is written down on the way."""

    VISIT = "visit"
    FEEDBACK = "weekly feedback"
    END = "end report"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementDetails:
    """Where *learner* works, and with whom beside them; "" is not said.

    *hours* are those of each day of the week, while the college is open; empty: not said.
    *way_minutes* is the way between college and there, for the learner and whoever goes along.
    *visit_on* is when somebody next visits. *helps* is what whoever is with the learner needs
    to know: what helps, never a diagnosis. *lsa* None: nobody goes along.
    """

    learner: LearnerId
    place: str
    contact: str = ""
    does: str = ""
    starts: date
    ends: date
    hours: Mapping[Weekday, TimeSpan] = field(default_factory=dict)
    way_minutes: int = 0
    visit_on: date | None = None
    lsa: PersonId | None = None
    helps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(PlacementDetails):
    """A placement in the college file."""

    id: PlacementId
    version: int

    def goes_on(self, day: date) -> bool:
        """Whether the learner is there on *day*, at hours that are said, were the college open."""
        return self.starts <= day <= self.ends and Weekday(day.weekday()) in self.hours

    def is_at(self, day: date, span: TimeSpan) -> bool:
        """Whether the learner is there, or on the way, at some moment of *span* on *day*."""
        if not self.goes_on(day):
            return False
        return with_the_way(self, self.hours[Weekday(day.weekday())]).overlaps(span)


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
    """A placement with the learner's reference, the LSA's name and its entries by day.

    *days* are those on which the learner is there, the college's closures left out.
    """

    placement: Placement
    reference: str
    lsa: str
    entries: tuple[Entry, ...]
    days: tuple[date, ...] = ()

    def of_kind(self, kind: EntryKind) -> list[Entry]:
        """The entries of one kind, by day."""
        return [each for each in self.entries if each.kind is kind]


def next_day(placement: Placement, today: date) -> date | None:
    """The next day that the learner is at *placement*, *today* too; None: no more."""
    first = max(placement.starts, today)
    days = (first + timedelta(days=ahead) for ahead in range(len(Weekday)))
    return next((day for day in days if placement.goes_on(day)), None)


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


def days_there(placement: PlacementDetails, is_open: Callable[[date], bool]) -> tuple[date, ...]:
    """The days on which the learner is there; where no hours are said, any open working day."""
    weekdays = placement.hours or WORKING_WEEK
    number = (placement.ends - placement.starts).days + 1
    each = (placement.starts + timedelta(days=n) for n in range(number))
    return tuple(day for day in each if Weekday(day.weekday()) in weekdays and is_open(day))


def hours_in_week(
    placement: PlacementDetails, starts: date, is_open: Callable[[date], bool]
) -> list[tuple[Weekday, TimeSpan]]:
    """When of the week that begins on *starts* the learner is there, as far as it is said."""
    dated = ((starts + timedelta(int(day)), day, span) for day, span in placement.hours.items())
    return [
        (day, span)
        for on, day, span in sorted(dated)
        if placement.starts <= on <= placement.ends and is_open(on)
    ]


def with_the_way(placement: PlacementDetails, span: TimeSpan) -> TimeSpan:
    """*span* at the placement with the way there and back, within the day."""
    start = max(0, minute_of(span.start) - placement.way_minutes)
    end = min(minute_of(time.max), minute_of(span.end) + placement.way_minutes)
    return TimeSpan(time(*divmod(start, 60)), time(*divmod(end, 60)))


def weeks_over(record: PlacementRecord, today: date) -> list[date]:
    """The Mondays of weeks that are over and in which the learner was there."""
    this_week = monday_of(today)
    return sorted({monday for day in record.days if (monday := monday_of(day)) < this_week})


def weeks_without_feedback(record: PlacementRecord, today: date) -> list[date]:
    """Those of them of which nobody has told anything."""
    told = {monday_of(each.on) for each in record.of_kind(EntryKind.FEEDBACK)}
    return [each for each in weeks_over(record, today) if each not in told]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToWrite:
    """What of a placement is to be done or written down now; nothing of it: `bool` is False.

    *visit_on* is near or past. *weeks* are without feedback, *end* is the end report.
    """

    reference: str
    place: str
    visit_on: date | None = None
    weeks: int = 0
    end: bool = False

    def __bool__(self) -> bool:
        return self.visit_on is not None or self.weeks > 0 or self.end


def to_write(record: PlacementRecord, today: date) -> ToWrite:
    """What is due of a placement on *today*; once the end report is written, nothing is."""
    placement = record.placement
    due = ToWrite(reference=record.reference, place=placement.place)
    if record.of_kind(EntryKind.END):
        return due
    wanted, seen = placement.visit_on, last_visit(record)
    waits = wanted is not None and wanted - NOTICE <= today and (seen is None or seen < wanted)
    return replace(
        due,
        visit_on=wanted if waits else None,
        weeks=len(weeks_without_feedback(record, today)),
        end=placement.ends < today,
    )


def hours_words(hours: Mapping[Weekday, TimeSpan]) -> str:
    """Days with their hours, as they are typed: Tue, Thu 9.30-15.00; Fri 10.00-12.00."""
    alike: dict[TimeSpan, list[str]] = {}
    for day, span in sorted(hours.items()):
        alike.setdefault(span, []).append(day.short)
    return "; ".join(f"{', '.join(days)} {span}" for span, days in alike.items())


def when_words(placement: PlacementDetails) -> str:
    """Its days and hours, and how long the way is where that is said."""
    way = f"{placement.way_minutes} minutes each way" if placement.way_minutes else ""
    return "; ".join(part for part in (hours_words(placement.hours), way) if part)


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
    elif (details.ends - details.starts).days > MOST_DAYS:
        wrong["ends"] = "This is more than two years. Look at the years of both days."
    if any(span.end <= span.start for span in details.hours.values()):
        wrong["hours"] = "Somebody would leave before they come. Change one of the times."
    if not 0 <= details.way_minutes <= LONGEST_WAY:
        wrong["way_minutes"] = f"The way there takes up to {LONGEST_WAY} minutes."
    if details.visit_on is not None and not details.starts <= details.visit_on <= details.ends:
        wrong["visit_on"] = "The next visit is on a day of the placement."
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
