"""Whether a person could have a slot at all, whatever else they hold: yes or no, and quickly.

`rules` says the same aloud, of one person; here a whole team is asked. *looks_at* tells what of
a slot the answer hangs on, so that slots equal in it share theirs.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, minute_of
from lsadesk.domain.deployment.model import DAY, CertificateNeed, Lsa, SignOff, SkillNeed, Slot

LooksAt = Callable[[Slot], Hashable]


def wrong_times(_lsa: Lsa, slot: Slot) -> bool:
    """The session ends before it starts."""
    return slot.minutes <= 0


def out_of_hours(lsa: Lsa, slot: Slot) -> bool:
    """Some of the session lies outside the person's hours of that day."""
    span = lsa.available.get(slot.day)
    if span is None:
        return True
    start, end = minute_of(span.start), minute_of(span.end)
    end += DAY if end <= start else 0
    return slot.start < start or end < slot.end


def away(lsa: Lsa, slot: Slot) -> bool:
    """The person is known to be away for some of it."""
    return bool(lsa.away) and any(_meets(span, slot) for span in lsa.away.get(slot.day, ()))


def at_placement(lsa: Lsa, slot: Slot) -> list[TimeSpan]:
    """When, of the session's time, the person is beside a learner at an employer's."""
    if not lsa.at_placements:
        return []
    return [span for span in lsa.at_placements.get(slot.day, ()) if _meets(span, slot)]


def at_another_site(lsa: Lsa, slot: Slot) -> bool:
    """The session is at a site that is not the person's."""
    return slot.site is not None and bool(lsa.sites) and slot.site not in lsa.sites


def lacking(lsa: Lsa, slot: Slot) -> list[SkillNeed]:
    """The skills asked for that are not known to be held at their level: unknown is not yes."""
    return [need for need in slot.skills if lsa.levels.get(need.skill, -1) < need.level]


def barred(lsa: Lsa, slot: Slot) -> list[SkillId]:
    """The skills asked for whose work must not be given to the person."""
    return [need.skill for need in slot.skills if need.skill in lsa.barred] if lsa.barred else []


def unproven(lsa: Lsa, slot: Slot) -> list[CertificateNeed]:
    """The proofs asked for of which none is valid on the day."""
    return [
        need
        for need in slot.certificates
        if not any(slot.day in lsa.valid.get(course, ()) for course in need.courses)
    ]


def not_signed_off(lsa: Lsa, slot: Slot) -> list[SignOff]:
    """The sign-offs asked for that do not stand on the day."""
    return [need for need in slot.sign_offs if slot.day not in lsa.signed.get(need, ())]


def not_asked_for(lsa: Lsa, slot: Slot) -> bool:
    """A learner asks for personal care by a woman, or by a man, and not by this person."""
    return slot.care_by is not None and slot.care_by not in lsa.gives_care_as


def not_leading(lsa: Lsa, slot: Slot) -> bool:
    """There is no teacher, and the person is not marked to lead."""
    return slot.leads and not lsa.may_lead


def excluded(lsa: Lsa, slot: Slot) -> bool:
    """A learner's plan says not to place them together."""
    return lsa.id in slot.avoid


def refused(lsa: Lsa, slot: Slot) -> bool:
    """The planner's hand has kept the person out."""
    return lsa.id in slot.refused


def is_in(lsa: Lsa, slot: Slot) -> bool:
    """The person is at work at the slot's site for the whole of it."""
    return not (out_of_hours(lsa, slot) or at_placement(lsa, slot) or at_another_site(lsa, slot))


@dataclass(frozen=True, slots=True)
class Alone:
    """A rule about the person and the slot alone."""

    stops: Callable[[Lsa, Slot], object]
    looks_at: LooksAt

    def stopped(self, lsas: Sequence[Lsa], slot: Slot) -> list[int]:
        """The places in *lsas* of those whom it keeps out of *slot*."""
        stops = self.stops
        return [at for at, lsa in enumerate(lsas) if stops(lsa, slot)]


def _meets(span: TimeSpan, slot: Slot) -> bool:
    return minute_of(span.start) < slot.end and slot.start < minute_of(span.end)


ALONE: Mapping[str, Alone] = {
    "times": Alone(wrong_times, lambda slot: slot.minutes <= 0),
    "availability": Alone(out_of_hours, lambda slot: (slot.day, slot.start, slot.end)),
    "away": Alone(away, lambda slot: (slot.day, slot.start, slot.end)),
    "placement": Alone(at_placement, lambda slot: (slot.day, slot.start, slot.end)),
    "site": Alone(at_another_site, lambda slot: slot.site),
    "skill": Alone(lacking, lambda slot: slot.skills),
    "restriction": Alone(barred, lambda slot: slot.skills),
    "certificate": Alone(
        unproven, lambda slot: slot.certificates and (slot.day, slot.certificates)
    ),
    "sign-off": Alone(not_signed_off, lambda slot: slot.sign_offs and (slot.day, slot.sign_offs)),
    "care": Alone(not_asked_for, lambda slot: slot.care_by),
    "leading": Alone(not_leading, lambda slot: slot.leads),
    "exclusion": Alone(excluded, lambda slot: slot.avoid),
    "refusal": Alone(refused, lambda slot: slot.refused),
}
