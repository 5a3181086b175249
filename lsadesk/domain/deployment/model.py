"""A week to be staffed and a plan for it, as values.

A session that needs two LSAs has two slots; a plan gives each slot to one person or
leaves it unmet. Times never move: only people do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Week, Weekday, minute_of
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment.remarks import Remark
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import CareBy, LearnerId
from lsadesk.domain.weeks.timetable import SessionId

DAY = 24 * 60
UNKNOWN_JOURNEY = 20  # minutes between two sites where nobody said how many


class SlotId(NamedTuple):  # the key of every book of a plan: a tuple hashes five times as fast
    """The first, second... place beside the learners of one session; *index* counts from 0.

    *part* is 0 for the whole of it, and counts from 1 where cover split it on one day.
    """

    session: SessionId
    index: int  # type: ignore[assignment]  # in place of a method that nobody calls
    part: int = 0

    @property
    def whole(self) -> "SlotId":
        """The place that this is a part of, or is."""
        return SlotId(self.session, self.index) if self.part else self


@dataclass(frozen=True, slots=True)
class SkillNeed:
    """A skill that must be held at *level* or above."""

    skill: SkillId
    level: int


@dataclass(frozen=True, slots=True)
class CertificateNeed:
    """A proof of any one of *courses*, valid on the day; *name* is how the plan asks for it."""

    courses: frozenset[CourseId]
    name: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """A task that a person may do for one learner only once somebody has signed them off.

    Source: requirements B.4-2; D, delegated health tasks. *name* is how it is said aloud.
    """

    learner: LearnerId
    task: str
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place to fill.

    *skills*, *certificates* and *sign_offs* must be held; *helpful* skills make a better fit.
    *avoid* must not be placed here, *refused* a planner's hand has kept out. *learner* is set
    where the place is beside one learner alone. *care_by* is whom they ask personal care of.
    *leads*: there is no teacher, so only somebody marked for it may take the session (A66).
    *unpopular* duties are shared out. An *overnight* place ends on the day after, and counts
    once (A80). *priority* 1 to 3 says how bad it is to leave it open.
    """

    id: SlotId
    day: Weekday
    span: TimeSpan
    group: str = ""
    title: str = ""
    site: SiteId | None = None
    skills: tuple[SkillNeed, ...] = ()
    certificates: tuple[CertificateNeed, ...] = ()
    helpful: frozenset[SkillId] = frozenset()
    sign_offs: tuple[SignOff, ...] = ()
    avoid: frozenset[PersonId] = frozenset()
    refused: frozenset[PersonId] = frozenset()
    learner: LearnerId | None = None
    teacher: str = ""
    care_by: CareBy | None = None
    leads: bool = False
    unpopular: bool = False
    overnight: bool = False
    priority: int = 1
    # In minutes since the day's midnight, kept because every rule asks for them. The length
    # is nought or less where the timetable's times cannot be right.
    start: int = field(init=False, repr=False, compare=False)
    end: int = field(init=False, repr=False, compare=False)
    minutes: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        start, end = minute_of(self.span.start), minute_of(self.span.end)
        end += DAY if self.overnight else 0
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "minutes", end - start)


@dataclass(frozen=True, slots=True)
class Hope:
    """What a person would like of the week: to be with any one of *groups*, and why, aloud."""

    groups: frozenset[str]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lsa:
    """A person as the plan sees them in this week.

    *available* has no entry on days off; a span that ends before it starts goes on past
    midnight. *weekly_minutes* None: no ceiling, and no fair share to reach. *day_minutes* is
    the most in a day, *most_in_a_row* the most without a quarter of an hour's pause (None:
    no such limit). *sites* empty: anywhere. *levels* has known levels only, since unknown is
    not yes. *barred* are skills whose work this person must not be given. *valid* and
    *signed* say on which days a course's proof, or a sign-off for one learner, stands.
    *gives_care_as*: whose request for care by a woman or a man they may meet. *away* is when
    they are not there after all, which only a day of cover knows. *at_placements* is when they
    are beside a learner at an employer's, times apart: of their hours that week, and of the day,
    *left* and `left_on` remain for sessions.
    """

    id: PersonId
    name: str
    available: Mapping[Weekday, TimeSpan]
    weekly_minutes: int | None = None
    day_minutes: int = 8 * 60
    most_in_a_row: int | None = None
    sites: frozenset[SiteId] = frozenset()
    levels: Mapping[SkillId, int] = field(default_factory=dict)
    barred: frozenset[SkillId] = frozenset()
    valid: Mapping[CourseId, frozenset[Weekday]] = field(default_factory=dict)
    signed: Mapping[SignOff, frozenset[Weekday]] = field(default_factory=dict)
    gives_care_as: frozenset[CareBy] = frozenset()
    may_lead: bool = False
    hopes: tuple[Hope, ...] = ()
    away: Mapping[Weekday, tuple[TimeSpan, ...]] = field(default_factory=dict)
    at_placements: Mapping[Weekday, tuple[TimeSpan, ...]] = field(default_factory=dict)
    left: int | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        left = self.weekly_minutes
        left = None if left is None else max(0, left - self.placement_minutes)
        object.__setattr__(self, "left", left)

    @property
    def placement_minutes(self) -> int:
        """How much of the week they are at work placements."""
        return sum(self._gone_on(day) for day in self.at_placements)

    def left_on(self, day: Weekday) -> int:
        """The most minutes of sessions on *day*."""
        return max(0, self.day_minutes - self._gone_on(day))

    def _gone_on(self, day: Weekday) -> int:
        return sum(span.minutes for span in self.at_placements.get(day, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A time at which a teacher could plan with whoever works beside them (A77)."""

    teacher: str
    day: Weekday
    span: TimeSpan
    site: SiteId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How things are called in a reason."""

    skills: Mapping[SkillId, str] = field(default_factory=dict)
    sites: Mapping[SiteId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A week to be staffed. Ids of *lsas* and *slots* are each unique.

    *journeys* are minutes between two sites where they are known; *travel_minutes* holds for
    the rest. *weights* are those of soft rules, by name, that differ from the usual. *remarks*
    say what was assumed and what could not be judged; they belong beside every plan. *wished*
    counts the extra LSAs that the timetable would like but does not need.
    """

    starts: date
    lsas: tuple[Lsa, ...]
    slots: tuple[Slot, ...]
    week: Week = Week.BOTH
    travel_minutes: int = UNKNOWN_JOURNEY
    journeys: Mapping[frozenset[SiteId], int] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    remarks: tuple[Remark, ...] = ()
    wished: int = 0
    # The most minutes between any two sites, kept because every rule about a break asks for it.
    longest_travel: int = field(init=False, repr=False, compare=False)
    # The sites at which something is on each day: a break may be at any of them.
    sites_on: Mapping[Weekday, frozenset[SiteId]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        longest = max((self.travel_minutes, *self.journeys.values()))
        object.__setattr__(self, "longest_travel", longest)
        sites: dict[Weekday, set[SiteId]] = {}
        for slot in self.slots:
            if slot.site is not None:
                sites.setdefault(slot.day, set()).add(slot.site)
        sites_on = {day: frozenset(found) for day, found in sites.items()}
        object.__setattr__(self, "sites_on", sites_on)

    def date_of(self, day: Weekday) -> date:
        """The calendar day of a weekday in this week."""
        return self.starts + timedelta(days=int(day) - self.starts.weekday())

    def travel(self, one: SiteId | None, other: SiteId | None) -> int:
        """Minutes between two sites; none where they are the same or one is not known."""
        if one is None or other is None or one == other:
            return 0
        return self.journeys.get(frozenset((one, other)), self.travel_minutes)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A person in a slot; *pinned* where a hand put them there."""

    slot: SlotId
    person: PersonId
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """What no plan can do better than.

    *cost* is the least weighted shortfall and so bounds the whole objective; *slots* is how
    many places must stay open at the least. *of* is the fingerprint of the problem that it was
    proven of: of any other it says nothing. *whole* is the least that any plan can cost in all,
    where it was worked out, and *whole_of* the mark of the weights and pins that it holds for.
    """

    cost: int
    slots: int
    of: str = ""
    whole: int = 0
    whole_of: str = ""

    @property
    def in_all(self) -> int:
        """The most that is known to be unavoidable of the whole objective."""
        return max(self.cost, self.whole)


NOTHING_PROVEN = Bound(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Every slot either assigned or unmet. *objective* is the weighted sum of `rules.SOFT`."""

    assignments: tuple[Assignment, ...]
    unmet: tuple[SlotId, ...]
    objective: int
    bound: Bound = NOTHING_PROVEN
    seconds: float = 0.0
    cycles: int = 0

    @property
    def gap(self) -> float | None:
        """How far above the bound it is at the most, as a share; None where there is nothing."""
        if self.objective <= 0:
            return None
        return (self.objective - self.bound.in_all) / self.objective

    def by_slot(self) -> dict[SlotId, PersonId]:
        """Who is where."""
        return {each.slot: each.person for each in self.assignments}
