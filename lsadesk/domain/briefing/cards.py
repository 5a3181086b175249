"""What an LSA takes along into one session, on a card. Source: E R2, R5.6; B.4-12."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.briefing.need_to_knows import AheadSession, NeedToKnows
from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """One session for one LSA; *how* has each learner's reference with how to support them.

    *learners* are references, *others* the LSAs beside them. *words* None: nothing is told.
    """

    session: SessionId
    on: date
    span: TimeSpan
    title: str
    group: str
    place: str
    teacher: str
    lsa: str
    others: Sequence[str]
    learners: Sequence[str]
    how: Sequence[tuple[str, str]]
    words: NeedToKnows | None = None
    told_for: date | None = None

    @property
    def is_blind(self) -> bool:
        """Whether one of the four that an LSA needs before it begins is missing."""
        return self.words is None or bool(self.words.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheet:
    """Cards as they are printed."""

    college: str
    printed: date
    cards: Sequence[SessionCard]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands on cards besides the sessions themselves: names, places, learners."""

    names: Mapping[PersonId, str]
    sites: Mapping[SiteId, str]
    learners: Mapping[LearnerId, Learner]


def cards_for(
    ahead: Sequence[AheadSession], around: Around, only: PersonId | None = None
) -> list[SessionCard]:
    """A card for each LSA of each session, or for *only* one of them, in the order of the day."""
    return [
        _card(each, lsa, around)
        for each in ahead
        for lsa in each.lsas
        if only is None or lsa == only
    ]


def slip_of(ahead: AheadSession, around: Around) -> SessionCard:
    """A session for its teacher: of its learners no more than the references."""
    return replace(_card(ahead, None, around), how=())


def _card(ahead: AheadSession, lsa: PersonId | None, around: Around) -> SessionCard:
    session = ahead.session
    site = "" if session.site is None else around.sites.get(session.site, "")
    come = [around.learners[each] for each in ahead.learners if each in around.learners]
    return SessionCard(
        session=session.id,
        on=ahead.on,
        span=session.span,
        title=session.title,
        group=session.group,
        place=", ".join(part for part in (session.room, site) if part),
        teacher=session.teacher,
        lsa="" if lsa is None else around.names[lsa],
        others=[around.names[each] for each in ahead.lsas if each != lsa],
        learners=[each.reference for each in come],
        how=[(each.reference, each.how) for each in come if each.how.strip()],
        words=None if ahead.told is None else ahead.told.words,
        told_for=None if ahead.told is None else ahead.told.on,
    )
