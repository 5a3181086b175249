"""What skills stood at on a day: when a line was agreed, when the year began."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from sqlalchemy import or_, select

from lsadesk.domain.auditing.skills import SHOWN_FIRST, SkillId
from lsadesk.domain.developing.development import ActionId, BehindKind, PlanAction
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import RatingRow
from lsadesk.store.work import Reading

_HIGHEST = 4  # above it come the codes of what is no level


def levels_then_and_now(
    reading: Reading, actions: Sequence[PlanAction]
) -> Mapping[ActionId, tuple[int, int]]:
    """The two levels for those of *actions* with a skill behind them of which both are known.

    Its cost follows the lines asked about, and what was rated since the oldest was agreed.
    """
    asked = [
        (each, _end_of(each.agreed_on), int(each.behind.key))
        for each in actions
        if each.behind is not None and each.behind.kind is BehindKind.SKILL and each.agreed_on
    ]
    if not asked:
        return {}
    first = min(moment for _, moment, _ in asked)
    rows = reading.session.execute(
        select(
            RatingRow.person_id,
            RatingRow.skill_id,
            RatingRow.code,
            RatingRow.recorded_at,
            RatingRow.superseded_at,
        ).where(
            RatingRow.person_id.in_({each.person for each, _, _ in asked}),
            RatingRow.skill_id.in_({skill for _, _, skill in asked}),
            RatingRow.shown,
            or_(RatingRow.superseded_at.is_(None), RatingRow.superseded_at > first),
        )
    )
    told: defaultdict[tuple[int, int], list[_Stood]] = defaultdict(list)
    for person, skill, level, since, until in rows:
        if level <= _HIGHEST:
            told[person, skill].append(_Stood(level, since, until))
    found = {}
    for action, moment, skill in asked:
        history = told[action.person, skill]
        then = [each.level for each in history if each.stood_at(moment)]
        now = [each.level for each in history if each.until is None]
        if then and now:
            found[action.id] = then[0], now[0]
    return found


def values_at(reading: Reading, person: PersonId, moment: datetime) -> Mapping[SkillId, int]:
    """What stood of each of a person's skills at *moment*, in the view that is shown first."""
    rows = reading.session.execute(
        select(RatingRow.skill_id, RatingRow.view, RatingRow.code).where(
            RatingRow.person_id == person,
            RatingRow.recorded_at <= moment,
            or_(RatingRow.superseded_at.is_(None), RatingRow.superseded_at > moment),
        )
    )
    order = {view.value: -place for place, view in enumerate(SHOWN_FIRST)}
    shown = sorted(rows, key=lambda row: order[row.view])  # what is shown first is written last
    return {SkillId(row.skill_id): row.code for row in shown}


class _Stood(NamedTuple):
    """A level, and from when until when it was on record."""

    level: int
    since: datetime
    until: datetime | None

    def stood_at(self, moment: datetime) -> bool:
        return self.since <= moment and (self.until is None or moment < self.until)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max).astimezone()
