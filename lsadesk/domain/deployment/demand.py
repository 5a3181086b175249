"""What a week's sessions ask for: how many places, and what each must bring.

The grave needs of a group's learners are spread over a session's slots, so that whoever
fills them covers the group together. Source: requirements A68; product page, "a learner
with nobody trained beside them".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lsadesk.domain.auditing.skills import Skill, SkillId, level_said
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.courses.certificates import Course
from lsadesk.domain.deployment.alone import is_in
from lsadesk.domain.deployment.model import (
    CertificateNeed,
    Lsa,
    SignOff,
    SkillNeed,
    Slot,
    SlotId,
)
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import CareBy, Learner, LearnerId
from lsadesk.domain.weeks.timetable import Session, SessionId

# Work that can harm a learner when an untrained person does it: a hard need. Source:
# requirements A19 (training named in stories: personal care, feeding, medication, BSL...).
SAFETY_CRITICAL = (
    "personal care",
    "moving & handling",
    "moving and handling",
    "assisted eating",
    "medication",
    "epilepsy rescue",
    "peg",
    "bsl",
)
# Work that two people do together where a learner's plan asks for 2:1 care.
DONE_IN_PAIRS = ("personal care", "moving")
WITH_GUIDANCE = 2
GRAVE, USUAL = 3, 1
# With so many people able to take a place, more do not make it likelier to be filled.
AMPLE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the slots are made from beside the sessions.

    *out* is when learners are at a work placement, and so in no session.
    """

    lsas: Sequence[Lsa]
    learners: Sequence[Learner]
    skills: Sequence[Skill] = ()
    courses: Sequence[Course] = ()
    out: Mapping[LearnerId, Mapping[Weekday, Sequence[TimeSpan]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Grave:
    """What one person must bring: a skill, a proof, a sign-off, or those that belong together.

    *care_by* is whom a learner asks this care of. *staff* says how many of a session's slots
    must bring it.
    """

    skills: tuple[SkillNeed, ...] = ()
    proofs: tuple[CertificateNeed, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    care_by: CareBy | None = None
    staff: int = 1

    def met_by(self, lsa: Lsa, day: Weekday) -> bool:
        """Whether *lsa* brings it on *day*."""
        return (
            all(
                need.skill not in lsa.barred and lsa.levels.get(need.skill, -1) >= need.level
                for need in self.skills
            )
            and all(
                any(day in lsa.valid.get(course, ()) for course in proof.courses)
                for proof in self.proofs
            )
            and all(day in lsa.signed.get(sign_off, ()) for sign_off in self.sign_offs)
            and (self.care_by is None or self.care_by in lsa.gives_care_as)
        )


@dataclass(slots=True)
class _Place:
    """A slot in the making, with those who could still take it; *holder* has it already."""

    able: set[PersonId]
    holder: PersonId | None = None
    needs: list[_Grave] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Group:
    """What the learners of a group ask for together."""

    grave: tuple[_Grave, ...]
    helpful: frozenset[SkillId]
    avoid: frozenset[PersonId]


NO_LEARNERS = _Group((), frozenset(), frozenset())
NOWHERE = SlotId(SessionId(0), 0)
_When = tuple[Weekday, TimeSpan, bool, SiteId | None]


def slots_of(sessions: Sequence[Session], context: Context) -> tuple[tuple[Slot, ...], int]:
    """The slots of *sessions*, and how many more the timetable wishes for."""
    asked = Asked(context)
    slots = [slot for session in sessions for slot in places_of(session, asked, {})]
    wished = sum(
        max(0, (each.lsas_wanted or 0) - each.lsas_needed)
        for each in sessions
        if each.lsas_needed is not None
    )
    return tuple(slots), wished


def lacking(learner: Learner, context: Context) -> tuple[str, ...]:
    """What *learner* must have beside them and nobody of the team brings on any day."""
    named = {skill.id: skill.name for skill in context.skills}
    return tuple(
        _named(need, named)
        for need in _group((learner,), context).grave
        if not any(need.met_by(lsa, day) for lsa in context.lsas for day in lsa.available)
    )


def is_grave(skill: Skill) -> bool:
    """Whether a need for *skill* is a hard one."""
    return any(
        re.search(rf"\b{re.escape(words)}\b", skill.name.casefold()) for words in SAFETY_CRITICAL
    )


class Asked:
    """What learners ask for and who could bring it, each worked out once in a week."""

    def __init__(self, context: Context) -> None:
        """Know *context*; nothing is worked out yet."""
        self._context = context
        self._together: dict[tuple[Learner, ...], _Group] = {}
        self._there: dict[_When, frozenset[PersonId]] = {}
        self._able: dict[tuple[_Grave, Weekday], frozenset[PersonId]] = {}
        self._row = {learner.id: at for at, learner in enumerate(context.learners)}
        self._groups: dict[str, list[Learner]] = {}
        for learner in context.learners:
            self._groups.setdefault(learner.group, []).append(learner)

    def coming_to(self, session: Session) -> tuple[Learner, ...]:
        """The learners who are named for *session*, or else its group; not those who are out."""
        meant = self._meant_for(session)
        return tuple(each for each in meant if not self._is_out(each, session))

    def _is_out(self, learner: Learner, session: Session) -> bool:
        times = self._context.out.get(learner.id, {}).get(session.day, ())
        return any(span.overlaps(session.span) for span in times)

    def _meant_for(self, session: Session) -> tuple[Learner, ...]:
        if session.learners:
            rows = sorted(self._row[each] for each in session.learners if each in self._row)
            return tuple(self._context.learners[row] for row in rows)
        return tuple(self._groups.get(session.group, ())) if session.group else ()

    def there_for(self, session: Session) -> frozenset[PersonId]:
        """Who is at work for the whole of *session*, where it is."""
        key = session.day, session.span, session.overnight, session.site
        if key not in self._there:
            day, span, overnight, site = key
            place = Slot(id=NOWHERE, day=day, span=span, overnight=overnight, site=site)
            lsas = self._context.lsas
            self._there[key] = frozenset(lsa.id for lsa in lsas if is_in(lsa, place))
        return self._there[key]

    def able_to(self, need: _Grave, day: Weekday) -> frozenset[PersonId]:
        """Who brings *need* on *day*, at work or not."""
        key = need, day
        if key not in self._able:
            lsas = self._context.lsas
            self._able[key] = frozenset(lsa.id for lsa in lsas if need.met_by(lsa, day))
        return self._able[key]

    def by(self, learners: tuple[Learner, ...]) -> _Group:
        """What *learners* ask for together."""
        if learners not in self._together:
            self._together[learners] = _group(learners, self._context)
        return self._together[learners]


def _named(need: _Grave, skills: Mapping[SkillId, str]) -> str:
    """A need in words ("BSL at 3 (independently)", "Medication with AB01")."""
    asked = [f"{skills[each.skill]} at {level_said(each.level)}" for each in need.skills]
    asked += [proof.name for proof in need.proofs]
    asked += [sign_off.name for sign_off in need.sign_offs]
    who = "" if need.care_by is None else f" from {need.care_by.value}"
    return " and ".join(asked) + who


def _group(learners: Sequence[Learner], context: Context) -> _Group:
    asked = [
        skill for skill in context.skills if any(skill.id in learner.needs for learner in learners)
    ]
    proofs = {
        word: proof
        for learner in learners
        for word, proof in proofs_asked(learner, context.courses).items()
    }
    grave = [_grave(skill, learners, proofs) for skill in asked if is_grave(skill)]
    paired = {proof for need in grave for proof in need.proofs}
    alone = [_Grave(proofs=(proof,)) for proof in proofs.values() if proof not in paired]
    signed = [_Grave(sign_offs=sign_offs_asked(learner)) for learner in learners if learner.tasks]
    return _Group(
        (*grave, *alone, *signed),
        frozenset(skill.id for skill in asked if not is_grave(skill)),
        frozenset().union(*(learner.not_with for learner in learners)),
    )


def sign_offs_asked(learner: Learner) -> tuple[SignOff, ...]:
    """The tasks for which whoever does them for *learner* must be signed off."""
    return tuple(
        SignOff(learner.id, task.casefold(), f"{task} with {learner.reference}")
        for task in sorted(learner.tasks)
    )


def _grave(
    skill: Skill, learners: Sequence[Learner], proofs: Mapping[str, CertificateNeed]
) -> _Grave:
    """The need for *skill*; training asked for in its field must be the same person's."""
    asking = [learner for learner in learners if skill.id in learner.needs]
    level = max(_level_asked(learner, skill) for learner in asking)
    caring = "care" in skill.name.casefold()
    return _Grave(
        skills=(SkillNeed(skill.id, level),),
        proofs=tuple(proof for word, proof in proofs.items() if word in skill.name.casefold()),
        care_by=next((each.care_by for each in asking if each.care_by), None) if caring else None,
        staff=max(_staff_asked(learner, skill) for learner in asking),
    )


def _level_asked(learner: Learner, skill: Skill) -> int:
    """With guidance, or the level that the learner's plan names for it ("BSL L3")."""
    pattern = rf"{re.escape(skill.name.casefold())}\s*(?:l|level)\s*([1-4])"
    named = re.search(pattern, learner.must_have.casefold())
    return max(WITH_GUIDANCE, int(named[1])) if named else WITH_GUIDANCE


def _staff_asked(learner: Learner, skill: Skill) -> int:
    paired = any(words in skill.name.casefold() for words in DONE_IN_PAIRS)
    return learner.care_ratio.staff if paired and learner.care_ratio is not None else 1


def proofs_asked(learner: Learner, courses: Sequence[Course]) -> dict[str, CertificateNeed]:
    """The training that a plan asks for ("epilepsy trained"), by its word, if a course is known."""
    return proofs_in(learner.must_have, courses)


def proofs_in(condition: str, courses: Sequence[Course]) -> dict[str, CertificateNeed]:
    """The same of one condition."""
    found = {}
    for word in re.findall(r"(\w{4,})[ -]trained", condition.casefold()):
        matching = frozenset(each.id for each in courses if word in each.name.casefold())
        if matching:
            found[word] = CertificateNeed(matching, f"{word} training")
    return found


def places_of(session: Session, asked: Asked, holders: Mapping[SlotId, PersonId]) -> list[Slot]:
    """A session's places: first those beside one learner alone, then those for the rest.

    Whoever of *holders* has a place already is asked for what they bring.
    """
    count = 1 if session.lsas_needed is None else session.lsas_needed
    learners = asked.coming_to(session)
    own = [each for each in learners if each.own_places][:count]
    rest = tuple(each for each in learners if each not in own)
    slots: list[Slot] = []
    for learner in own:
        group = asked.by((learner,))
        place = _spread(session, group, asked, [holders.get(SlotId(session.id, len(slots)))])[0]
        slots.append(_slot(session, len(slots), place, group, learner))
    group = asked.by(rest) if rest else NO_LEARNERS
    shared = [holders.get(SlotId(session.id, at)) for at in range(len(own), count)]
    for place in _spread(session, group, asked, shared):
        slots.append(_slot(session, len(slots), place, group, None))
    return slots


def _slot(
    session: Session, index: int, place: _Place, group: _Group, learner: Learner | None
) -> Slot:
    return Slot(
        id=SlotId(session.id, index),
        day=session.day,
        span=session.span,
        group=session.group,
        title=session.title,
        site=session.site,
        skills=tuple(skill for need in place.needs for skill in need.skills),
        certificates=tuple(proof for need in place.needs for proof in need.proofs),
        sign_offs=tuple(sign_off for need in place.needs for sign_off in need.sign_offs),
        care_by=next((need.care_by for need in place.needs if need.care_by), None),
        helpful=group.helpful,
        avoid=group.avoid,
        learner=None if learner is None else learner.id,
        teacher=session.teacher,
        leads=session.led_by_lsa and index == 0,
        unpopular=session.unpopular,
        overnight=session.overnight,
        priority=GRAVE if place.needs else USUAL,
    )


def _spread(
    session: Session, group: _Group, asked: Asked, holders: Sequence[PersonId | None]
) -> list[_Place]:
    """A place for each of *holders*, the needs shared out among them, the rarest first.

    Each need goes to a holder who meets it, or else to a place that nobody has; of these where
    the most needs stay likely to be met. So one that nobody can meet
    takes few others with it, and what would make a second place hopeless too joins it.
    """
    there = asked.there_for(session) - group.avoid
    places = [_Place(set(there), holder) for holder in holders]
    wanted = [(need, there & asked.able_to(need, session.day)) for need in group.grave]
    for need, able in sorted(wanted, key=lambda each: len(each[1])):
        bringing = asked.able_to(need, session.day)
        best = sorted(
            places,
            key=lambda place: (_held(place, bringing), _gain(place, able)),
            reverse=True,
        )
        for place in best[: need.staff]:
            place.needs.append(need)
            place.able &= able
    return places


def _held(place: _Place, bringing: frozenset[PersonId]) -> int:
    """How well a need that *bringing* meet goes with whoever has the place."""
    if place.holder is None:
        return 1
    return 2 if place.holder in bringing else 0


def _gain(place: _Place, able: frozenset[PersonId]) -> tuple[int, int]:
    """How much a need that *able* can meet adds to the needs likely met; then who is left."""
    before, after = len(place.able), len(place.able & able)
    count = len(place.needs)
    return (count + 2) * min(after, AMPLE) - (count + 1) * min(before, AMPLE), after
