"""A second judge of plans: every hard rule again, from raw times alone.

On purpose it shares nothing with the program but what values are called: all of a week is on one
line of minutes, from Monday's midnight on, so that a fault in one way of counting is not in the
other.
"""

from datetime import time
from itertools import combinations

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.model import Lsa, Problem, Slot
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.staff.people import PersonId, SiteId

DAY, BREAK, REST, PAUSE = 24 * 60, 30, 11 * 60, 15
MIDDAY = (11 * 60 + 30, 14 * 60)


def who_breaks_a_rule(problem: Problem, placed: Placed) -> set[PersonId]:
    """Everybody for whom the plan *placed* breaks a rule."""
    people = {lsa.id: lsa for lsa in problem.lsas}
    held: dict[PersonId, list[Slot]] = {}
    for slot in problem.slots:
        if slot.id in placed:
            held.setdefault(placed[slot.id], []).append(slot)
    return {who for who, mine in held.items() if _breaks(problem, people[who], mine)}


def _breaks(problem: Problem, lsa: Lsa, mine: list[Slot]) -> bool:
    if any(_cannot(lsa, slot) for slot in mine):
        return True
    if any(_collide(problem, one, other) for one, other in combinations(mine, 2)):
        return True
    at_work = sum(_length(span) for spans in lsa.at_placements.values() for span in spans)
    most = lsa.weekly_minutes
    if most is not None and sum(map(_minutes, mine)) > max(0, most - at_work):
        return True
    return any(
        _is_a_bad_day(problem, lsa, day, [slot for slot in mine if slot.day == day])
        for day in {slot.day for slot in mine}
    )


def _cannot(lsa: Lsa, slot: Slot) -> bool:
    """Whether the slot is not for this person, whatever else they hold."""
    start, end = _line(slot)
    hours, midnight = lsa.available.get(slot.day), slot.day * DAY
    if end <= start or hours is None:
        return True
    opens, closes = _clock(hours.start), _clock(hours.end)
    closes += DAY if closes <= opens else 0
    gone = (*lsa.away.get(slot.day, ()), *lsa.at_placements.get(slot.day, ()))
    return (
        start < midnight + opens
        or end > midnight + closes
        or any(start - midnight < _clock(s.end) and _clock(s.start) < end - midnight for s in gone)
        or (slot.site is not None and bool(lsa.sites) and slot.site not in lsa.sites)
        or any(lsa.levels.get(need.skill, -1) < need.level for need in slot.skills)
        or any(need.skill in lsa.barred for need in slot.skills)
        or not all(
            any(slot.day in lsa.valid.get(course, ()) for course in need.courses)
            for need in slot.certificates
        )
        or any(slot.day not in lsa.signed.get(need, ()) for need in slot.sign_offs)
        or (slot.care_by is not None and slot.care_by not in lsa.gives_care_as)
        or (slot.leads and not lsa.may_lead)
        or lsa.id in slot.avoid | slot.refused
    )


def _collide(problem: Problem, one: Slot, other: Slot) -> bool:
    (start, end), (begins, ends) = _line(one), _line(other)
    gap = max(begins - end, start - ends)
    return gap < (_way(problem, one.site, other.site) if one.day == other.day else REST)


def _is_a_bad_day(problem: Problem, lsa: Lsa, day: Weekday, mine: list[Slot]) -> bool:
    at_work = sum(map(_length, lsa.at_placements.get(day, ())))
    return (
        sum(map(_minutes, mine)) > max(0, lsa.day_minutes - at_work)
        or (lsa.most_in_a_row is not None and _longest_run(mine) > lsa.most_in_a_row)
        or not _has_a_break(problem, day, mine)
    )


def _longest_run(mine: list[Slot]) -> int:
    """Minutes without a pause, counted in fives."""
    spans = sorted((start // 5 * 5, -(-end // 5) * 5) for start, end in map(_line, mine))
    (start, end), longest = spans[0], 0
    for begins, ends in spans:
        start = begins if begins >= end + PAUSE else start
        end = max(end, ends)
        longest = max(longest, end - start)
    return longest


def _has_a_break(problem: Problem, day: Weekday, mine: list[Slot]) -> bool:
    """Some half hour at some site of the day that all sessions near midday leave free."""
    first, last = (day * DAY + minute for minute in MIDDAY)
    near = [
        slot for slot in mine if _line(slot)[0] - first >= BREAK or last - _line(slot)[1] >= BREAK
    ]
    sites = {slot.site for slot in near} - {None}
    if len(sites) > 1:
        sites = {slot.site for slot in problem.slots if slot.day == day} - {None}
    return len(near) < 2 or any(
        all(_is_free(problem, slot, begin, site) for slot in near)
        for site in sites or {None}
        for begin in range(first, last - BREAK + 1)
    )


def _is_free(problem: Problem, slot: Slot, begin: int, site: SiteId | None) -> bool:
    """Whether *slot* leaves half an hour from *begin* at *site*, with the way there and back."""
    (start, end), way = _line(slot), _way(problem, slot.site, site)
    return begin + BREAK <= start - way or end + way <= begin


def _way(problem: Problem, one: SiteId | None, other: SiteId | None) -> int:
    if one is None or other is None or one == other:
        return 0
    return problem.journeys.get(frozenset((one, other)), problem.travel_minutes)


def _line(slot: Slot) -> tuple[int, int]:
    midnight = slot.day * DAY
    end = _clock(slot.span.end) + (DAY if slot.overnight else 0)
    return midnight + _clock(slot.span.start), midnight + end


def _minutes(slot: Slot) -> int:
    start, end = _line(slot)
    return end - start


def _length(span: TimeSpan) -> int:
    return _clock(span.end) - _clock(span.start)


def _clock(at: time) -> int:
    return 60 * at.hour + at.minute
