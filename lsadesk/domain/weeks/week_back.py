"""A week's plan as a workbook, on its way out and back in.

Each row has a hidden key: which place it is, who had it when the workbook was written, and
whether they were pinned there. So rows may be sorted, filtered and left out; only the column
of LSAs is read.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.differences import Difference, is_news
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.domain.words import folded

MARK = "lsadesk-week|"
EDITION = "1"
PLACE_KEYS = "lsadesk-places"
LSA_COLUMN = "LSA"
_KEY = re.compile(r"w(\d{1,9})\.(\d{1,4})\.(\d{1,9})(p?)$")
_PINNED = "A hand pinned whoever is here now; taking this releases them."
_PINNED_SINCE = "A hand has pinned whoever is here since the export; taking this releases them."

PlaceDifference = Difference[SlotId, PersonId | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMark:
    """Whose workbook it is, of which plan, and when it was written."""

    college: str
    plan: int
    written_at: datetime

    def __str__(self) -> str:
        return f"{MARK}{EDITION}|{self.college}|{self.plan}|{self.written_at.isoformat()}"


def mark_of(written: str) -> WeekMark:
    """The mark that stands in a workbook; the inverse of `str`.

    Raises:
        ValueError: it is damaged, or of an edition that this program does not know.
    """
    edition, college, plan, moment = written.removeprefix(MARK).split("|")
    written_at = datetime.fromisoformat(moment)
    if edition != EDITION or written_at.tzinfo is None:
        raise ValueError(f"edition {edition}")
    return WeekMark(college=college, plan=int(plan), written_at=written_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlace:
    """A row: one place beside the learners of a session, and who has it; None: nobody yet."""

    slot: SlotId
    day: Weekday
    span: TimeSpan
    title: str
    group: str
    teacher: str
    room: str
    site: str
    place: str
    person: PersonId | None
    pinned: bool = False
    why: str = ""

    @property
    def key(self) -> str:
        """What stands in the hidden column; 0 stands for nobody, and p for a pin."""
        pin = "p" if self.pinned else ""
        return f"w{self.slot.session}.{self.slot.index}.{self.person or 0}{pin}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekBook:
    """All that the workbook holds. *team* has everybody as `told_apart` names them."""

    college: str
    week: str
    standing: str
    mark: WeekMark
    places: tuple[WeekPlace, ...]
    team: Mapping[PersonId, str]
    hours: Mapping[PersonId, tuple[int | None, int]]


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """What a hidden key says: the place, who had it, and whether they were pinned there."""

    slot: SlotId
    was: PersonId | None
    pinned: bool


@dataclass(frozen=True, slots=True)
class BroughtPlace:
    """A row as the workbook has it: its cell, what was written out, and what is there now."""

    cell: str
    written: WrittenPlace
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtWeek:
    """A workbook that was read, not yet compared with anything."""

    mark: WeekMark
    places: tuple[BroughtPlace, ...]
    problems: tuple[Problem, ...] = ()


def key_read(key: str) -> WrittenPlace | None:
    """What a hidden key says; None: it is no key."""
    found = _KEY.match(key)
    if found is None:
        return None
    session, index, person = (int(part) for part in found.groups()[:3])
    slot = SlotId(SessionId(session), index)
    return WrittenPlace(slot, PersonId(person) if person else None, found[4] == "p")


def told_apart(team: Mapping[PersonId, str]) -> dict[PersonId, str]:
    """Each name once: namesakes have their number behind it."""
    often = Counter(folded(name) for name in team.values())
    return {
        who: f"{name} ({who})" if often[folded(name)] > 1 else name for who, name in team.items()
    }


def compared(
    brought: BroughtWeek, places: Mapping[SlotId, WeekPlace], team: Mapping[PersonId, str]
) -> tuple[tuple[PlaceDifference, ...], tuple[Problem, ...]]:
    """What the workbook says otherwise than it did when it was written, and what is odd in it."""
    people: dict[str, PersonId | None] = {folded(name): who for who, name in team.items()}
    people[""] = None
    differences, problems = [], list(brought.problems)
    for each in brought.places:
        here, name = places.get(each.written.slot), folded(each.name.strip())
        if here is None:
            problems.append(Problem(f"Cell {each.cell}", "This place is not in the plan any more."))
        elif name not in people:
            sentence = f"\u201c{each.name}\u201d is nobody of the team in this week. Left as it is."
            problems.append(Problem(f"Cell {each.cell}", sentence))
        elif is_news(each.written.was, people[name], here.person):
            differences.append(_difference(each, here, people[name]))
    return tuple(differences), tuple(problems)


def _difference(each: BroughtPlace, here: WeekPlace, now: PersonId | None) -> PlaceDifference:
    pinned_since = here.pinned and not each.written.pinned
    what = ", ".join(filter(None, (here.title, here.group)))
    remark = _PINNED if here.pinned else ""
    return Difference(
        key=each.written.slot,
        row=f"{here.day.short} {here.span} {what}",
        column=here.place,
        place=each.cell,
        was=each.written.was,
        now=now,
        here=here.person,
        remark=_PINNED_SINCE if pinned_since else remark,
        confirmed=pinned_since,
    )
