"""Rules of renewal: how long a course's proof holds, and what follows where nobody wrote it.

A course may have rules for each level and each edition, two clocks (first aid: a certificate
for three years, a refresher recommended each year) or none (a DBS check does not lapse; the
update service is looked at again by the college's own rule). Source: requirements D.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lsadesk.domain.calendar import RoughDate, months_after
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse, Standing
from lsadesk.domain.staff.people import PersonId

NOTICE = (30, 60, 90)  # days; requirements C20


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRule:
    """How long a proof of *course* holds, in months; of all its levels and editions, or of one.

    *lapses_after* None: it never lapses. *refresh_after*: when a refresher, or another look,
    is due within that time; None: none. *note* says what that is and where the rule is from.
    """

    course: CourseId
    level: str = ""
    edition: str = ""
    lapses_after: int | None = None
    refresh_after: int | None = None
    note: str = ""


def rule_for(certificate: Certificate, rules: Iterable[CourseRule]) -> CourseRule | None:
    """The rule that says most about it: its level and edition before its course alone."""
    fitting = [
        rule
        for rule in rules
        if rule.course == certificate.course
        and rule.level in ("", certificate.level)
        and rule.edition in ("", certificate.edition)
    ]
    return max(fitting, key=lambda rule: (bool(rule.level), bool(rule.edition)), default=None)


def by_the_rule(certificate: Certificate, rules: Iterable[CourseRule]) -> Certificate:
    """*certificate* with its end worked out from the rule, where nobody wrote one.

    What was written is never changed.
    """
    if certificate.lapse is not Lapse.NOT_KNOWN:
        return certificate
    rule = rule_for(certificate, rules)
    if rule is None:
        return certificate
    if rule.lapses_after is None:
        return replace(certificate, lapse=Lapse.NEVER, worked_out=True)
    if certificate.achieved is None:
        return certificate
    ends = months_after(certificate.achieved.day, rule.lapses_after) - timedelta(days=1)
    expires = RoughDate(ends, certificate.achieved.precision)
    return replace(certificate, lapse=Lapse.ON, expires=expires, worked_out=True)


def refresh_by(certificate: Certificate, rules: Iterable[CourseRule]) -> date | None:
    """When its refresher or next look is due; None where no rule asks for one."""
    rule = rule_for(certificate, rules)
    achieved = None if certificate.achieved is None else certificate.achieved.day
    last = certificate.refreshed_on or achieved
    if rule is None or rule.refresh_after is None or last is None:
        return None
    return months_after(last, rule.refresh_after)


def holds_until(certificate: Certificate) -> date:
    """Its last day; `date.max` where it never lapses or nobody knows."""
    return date.max if certificate.expires is None else certificate.expires.day


def last_of_each(certificates: Iterable[Certificate]) -> list[Certificate]:
    """Of several proofs of one course (and level) by one person, the one that holds longest."""
    last: dict[tuple[PersonId, CourseId, str], Certificate] = {}
    for each in certificates:
        key = each.person, each.course, each.level
        if key not in last or holds_until(last[key]) < holds_until(each):
            last[key] = each
    return list(last.values())


def days_left(certificate: Certificate, today: date) -> int | None:
    """Days until it has lapsed, 0 or less where it has; None: never, or nobody knows."""
    if certificate.expires is None or certificate.lapse is not Lapse.ON:
        return None
    return (certificate.expires.day - today).days + 1


def notice_of(certificate: Certificate, today: date) -> int | None:
    """0: lapsed; 30, 60 or 90: within so many days; None: nothing to be said."""
    if certificate.standing_on(today) is Standing.LAPSED:
        return 0
    left = days_left(certificate, today)
    if left is None:
        return None
    return next((days for days in NOTICE if left - 1 <= days), None)


def notices(certificates: Sequence[Certificate], today: date) -> dict[int, int]:
    """How many have lapsed (0) and lapse within 30, 60 and 90 days; each counts once."""
    counted = dict.fromkeys((0, *NOTICE), 0)
    for each in last_of_each(certificates):
        if (soon := notice_of(each, today)) is not None:
            counted[soon] += 1
    return counted
