"""What a week's sessions ask for: how many places, and what each must bring.

The grave needs of a group's learners are spread over a session's slots, so that whoever
fills them covers the group together. Source: requirements A68; product page, "a learner
with nobody trained beside them".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.certificates import Course
from lsadesk.domain.deployment.model import CertificateNeed, Lsa, SkillNeed, Slot, SlotId
from lsadesk.domain.deployment.rules import leaves_break
from lsadesk.domain.learners import Learner
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import Skill, SkillId
from lsadesk.domain.timetable import Session

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
    """What the slots are made from beside the sessions."""

    week: Week
    lsas: Sequence[Lsa]
    learners: Sequence[Learner]
    skills: Sequence[Skill]
    courses: Sequence[Course]


@dataclass(frozen=True, slots=True)
class _Grave:
    """What one person must bring: a skill, a proof, or the two that belong together.

    *staff* says how many of a session's slots must bring it.
    """

    skills: tuple[SkillNeed, ...]
    proofs: tuple[CertificateNeed, ...]
    staff: int = 1

    def met_by(self, lsa: Lsa, day: Weekday) -> bool:
        """Whether *lsa* brings it on *day*."""
        return all(
            need.skill not in lsa.barred and lsa.levels.get(need.skill, -1) >= need.level
            for need in self.skills
        ) and all(
            any(day in lsa.valid.get(course, ()) for course in proof.courses)
            for proof in self.proofs
        )


@dataclass(slots=True)
class _Place:
    """A slot in the making, with those who could still take it."""

    able: set[PersonId]
    needs: list[_Grave] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Group:
    """What the learners of a group ask for together."""

    grave: tuple[_Grave, ...]
    helpful: frozenset[SkillId]
    avoid: frozenset[PersonId]


NO_LEARNERS = _Group((), frozenset(), frozenset())


def slots_of(
    sessions: Sequence[Session], context: Context
) -> tuple[tuple[Slot, ...], int, list[str]]:
    """The week's slots, how many more the timetable wishes for, and the remarks to make."""
    running = [each for each in sessions if each.week.runs_in(context.week)]
    groups = {
        name: _group(name, context)
        for name in {session.group for session in running if session.group}
    }
    slots = [
        slot
        for session in running
        for slot in _slots(session, groups.get(session.group, NO_LEARNERS), context.lsas)
    ]
    wished = sum(
        max(0, (each.lsas_wanted or 0) - each.lsas_needed)
        for each in running
        if each.lsas_needed is not None
    )
    return tuple(slots), wished, _remarks(running, slots, context)


def is_grave(skill: Skill) -> bool:
    """Whether a need for *skill* is a hard one."""
    return any(
        re.search(rf"\b{re.escape(words)}\b", skill.name.casefold()) for words in SAFETY_CRITICAL
    )


def _group(name: str, context: Context) -> _Group:
    learners = [each for each in context.learners if each.group == name]
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
    alone = [_Grave((), (proof,)) for proof in proofs.values() if proof not in paired]
    return _Group(
        (*grave, *alone),
        frozenset(skill.id for skill in asked if not is_grave(skill)),
        frozenset().union(*(learner.not_with for learner in learners)),
    )


def _grave(
    skill: Skill, learners: Sequence[Learner], proofs: Mapping[str, CertificateNeed]
) -> _Grave:
    """The need for *skill*; training asked for in its field must be the same person's."""
    asking = [learner for learner in learners if skill.id in learner.needs]
    level = max(_level_asked(learner, skill) for learner in asking)
    return _Grave(
        (SkillNeed(skill.id, level),),
        tuple(proof for word, proof in proofs.items() if word in skill.name.casefold()),
        max(_staff_asked(learner, skill) for learner in asking),
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
    found = {}
    for word in re.findall(r"(\w{4,})[ -]trained", learner.must_have.casefold()):
        matching = frozenset(each.id for each in courses if word in each.name.casefold())
        if matching:
            found[word] = CertificateNeed(matching, f"{word} training")
    return found


def _slots(session: Session, group: _Group, lsas: Sequence[Lsa]) -> list[Slot]:
    count = 1 if session.lsas_needed is None else session.lsas_needed
    places = _spread(session, group, lsas, count)
    return [
        Slot(
            id=SlotId(session.id, index),
            day=session.day,
            span=session.span,
            group=session.group,
            title=session.title,
            site=session.site,
            skills=tuple(skill for need in place.needs for skill in need.skills),
            certificates=tuple(proof for need in place.needs for proof in need.proofs),
            helpful=group.helpful,
            avoid=group.avoid,
            priority=GRAVE if place.needs else USUAL,
        )
        for index, place in enumerate(places)
    ]


def _spread(session: Session, group: _Group, lsas: Sequence[Lsa], count: int) -> list[_Place]:
    """*count* places among which the group's needs are shared out, the rarest first.

    Each need goes where the most needs stay likely to be met. So one that nobody can meet
    takes few others with it, and what would make a second place hopeless too joins it.
    """
    there = [lsa for lsa in lsas if lsa.id not in group.avoid and _is_there(lsa, session)]
    places = [_Place({lsa.id for lsa in there}) for _ in range(count)]
    wanted = [
        (need, {lsa.id for lsa in there if need.met_by(lsa, session.day)}) for need in group.grave
    ]
    for need, able in sorted(wanted, key=lambda each: len(each[1])):
        best = sorted(places, key=lambda place: _gain(place, able), reverse=True)
        for place in best[: need.staff]:
            place.needs.append(need)
            place.able &= able
    return places


def _gain(place: _Place, able: set[PersonId]) -> tuple[int, int]:
    """How much a need that *able* can meet adds to the needs likely met; then who is left."""
    before, after = len(place.able), len(place.able & able)
    count = len(place.needs)
    return (count + 2) * min(after, AMPLE) - (count + 1) * min(before, AMPLE), after


def _is_there(lsa: Lsa, session: Session) -> bool:
    hours = lsa.available.get(session.day)
    at_site = not lsa.sites or session.site is None or session.site in lsa.sites
    inside = hours and hours.start <= session.span.start and session.span.end <= hours.end
    return at_site and bool(inside)


def _remarks(running: Sequence[Session], slots: Sequence[Slot], context: Context) -> list[str]:
    return [
        *_on_numbers(running),
        *_on_times(slots),
        *_on_gender(running, context.learners),
        *_on_groups(running, context.learners),
        *_on_conditions(context.learners, context.courses),
    ]


def _on_numbers(running: Sequence[Session]) -> list[str]:
    unknown = [each for each in running if each.lsas_needed is None]
    if not unknown:
        return []
    return [f"Number of LSAs not known, one assumed: {_where(unknown)}."]


def _on_times(slots: Sequence[Slot]) -> list[str]:
    wrong = [slot for slot in slots if slot.minutes <= 0]
    long = [slot for slot in slots if slot.minutes > 0 and not leaves_break(slot)]
    remarks = []
    if wrong:
        remarks.append(f"Times cannot be right, nobody is planned: {_where(wrong)}.")
    if long:
        remarks.append(f"Fills the whole midday, so its break must be within it: {_where(long)}.")
    return remarks


def _on_gender(running: Sequence[Session], learners: Sequence[Learner]) -> list[str]:
    """Whose gender matters is said where it matters: it is not recorded, so not planned."""
    remarks = []
    noted = [each for each in running if re.search(r"\b(fe)?male\b", each.note.casefold())]
    if noted:
        remarks.append(f"Gender is not recorded, please check who goes to: {_where(noted)}.")
    groups = {session.group for session in running}
    same = [each for each in learners if each.same_gender_care and each.group in groups]
    if same:
        who = ", ".join(f"{each.reference} ({each.group})" for each in same)
        remarks.append(f"Same-gender care is asked for and cannot be judged: {who}.")
    return remarks


def _on_groups(running: Sequence[Session], learners: Sequence[Learner]) -> list[str]:
    known = {learner.group for learner in learners}
    unknown = sorted({each.group for each in running if each.group and each.group not in known})
    if not unknown:
        return []
    return [f"No learners are known for {', '.join(unknown)}, so no needs are asked for there."]


def _on_conditions(learners: Sequence[Learner], courses: Sequence[Course]) -> list[str]:
    """Conditions on staff that nothing recorded answers."""
    unread: dict[str, list[str]] = {}
    for learner in learners:
        said = learner.must_have.strip()
        met = learner.not_with or learner.same_gender_care or proofs_asked(learner, courses)
        if said and not met and not re.search(r"\bl(?:evel)?\s*[1-4]\b", said.casefold()):
            unread.setdefault(said, []).append(learner.reference)
    return [
        f"Not taken into account, please judge yourself: \u201c{said}\u201d ({', '.join(who)})."
        for said, who in unread.items()
    ]


def _where(sessions: Sequence[Session] | Sequence[Slot]) -> str:
    seen = dict.fromkeys(f"{each.day.short} {each.span} {each.group}".strip() for each in sessions)
    return ", ".join(seen)
