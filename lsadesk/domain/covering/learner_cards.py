"""Cards that tell a learner who is with them, and beforehand who is with them instead.

Change worries many learners: it is said early, calmly and without a reason.
Source: requirements B.4-5, C30.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.covering.cover import CoverDay
from lsadesk.domain.deployment.model import Slot
from lsadesk.domain.staff.on_cards import Portrait
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.card_wishes import CardWishes
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.timetable import Session


class CardKind(StrEnum):
    """What a card is to say."""

    WITH_ME = "who is with me"
    CHANGES = "what is different"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsWanted:
    """Which cards are to be printed, and how.

    *learners* None: all. *only_changed*: of the days that are not as planned. *photos* and
    *symbols*: for those who wish them. *a_page* is how many cards a page is cut into, where
    a learner's size of text leaves room for so many.
    """

    days: Sequence[date]
    kind: CardKind = CardKind.WITH_ME
    learners: Collection[LearnerId] | None = None
    only_changed: bool = False
    photos: bool = True
    symbols: bool = True
    a_page: int = 2


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who comes, by the name that learners know."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One session of a learner's day; *symbol* names its drawing, where one was chosen.

    *people* are whoever comes, last of all those who are *new*: they were not to come.
    *instead_of* are those who were to come and do not. *is_open*: somebody is still to be
    found; else where *people* is empty, the *teacher* alone is there. *is_off*: it does not run.
    """

    span: TimeSpan
    title: str
    place: str
    teacher: str = ""
    symbol: str = ""
    people: tuple[Companion, ...] = ()
    new: tuple[Companion, ...] = ()
    instead_of: tuple[Companion, ...] = ()
    is_open: bool = False
    is_off: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether it is not as planned for whoever the card is for."""
        return self.is_off or bool(self.new or self.instead_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerCard:
    """A learner's day, session by session."""

    reference: str
    on: date
    wishes: CardWishes
    lines: Sequence[CardLine]

    @property
    def changed(self) -> tuple[CardLine, ...]:
        """The sessions that are not as planned."""
        return tuple(line for line in self.lines if line.is_changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerCards:
    """Cards as they are printed, with the photos of whoever agreed to one."""

    college: str
    kind: CardKind
    a_page: int
    cards: Sequence[LearnerCard]
    portraits: Mapping[PersonId, Portrait] = field(default_factory=dict)


def wished_on(print_: CardsWanted, wishes: CardWishes) -> CardWishes:
    """What of *wishes* this print keeps to: it may leave out what they would have, never add."""
    return replace(
        wishes,
        photos=wishes.photos and print_.photos,
        symbols=wishes.symbols and print_.symbols,
    )


def with_lsas(
    day: CoverDay,
    slots: Sequence[Slot],
    session: Session,
    place: str,
    names: Mapping[PersonId, str],
) -> CardLine:
    """One session of a card, from the places in it that are this learner's."""
    now = _companions((day.placed.get(slot.id) for slot in slots), names)
    planned = _companions((day.planned.get(slot.id) for slot in slots), names)
    waiting = [s for s in slots if s.id not in day.placed and not day.is_left_open(s.id)]
    return CardLine(
        span=slots[0].span,
        title=session.title or session.group,
        place=place,
        teacher=session.teacher,
        symbol=session.symbol,
        people=tuple(sorted(now, key=lambda each: each not in planned)),
        new=tuple(each for each in now if each not in planned),
        instead_of=tuple(each for each in planned if each not in now),
        is_open=bool(waiting),
    )


def _companions(
    people: Iterable[PersonId | None], names: Mapping[PersonId, str]
) -> tuple[Companion, ...]:
    """Each of *people* once, in their order."""
    there = dict.fromkeys(who for who in people if who is not None)
    return tuple(Companion(who, names[who]) for who in there)
