"""Training on offer, the college's plan of it, and what people ask for."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.courses.training import (
    Hand,
    Limits,
    Option,
    OptionDetails,
    OptionId,
    TrainingLine,
    TrainingPlan,
    TrainingWish,
    WishId,
)
from lsadesk.domain.developing.development import ActionId, Funder, Mode
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale
from lsadesk.store.mapping import by_name
from lsadesk.store.rows import TrainingLineRow, TrainingOptionRow, TrainingPlanRow, TrainingWishRow
from lsadesk.store.work import STALE, Reading, Work


def options(reading: Reading) -> list[Option]:
    """What is on offer, by name."""
    rows = reading.session.scalars(
        select(TrainingOptionRow).where(TrainingOptionRow.withdrawn.is_(False))
    )
    return by_name(_option(row) for row in rows)


def add_option(work: Work, wanted: OptionDetails) -> OptionId:
    """Offer something."""
    row = TrainingOptionRow()
    _write(row, wanted)
    work.add(row)
    return OptionId(row.id)


def change_option(work: Work, read: Option, wanted: OptionDetails) -> None:
    """Write *wanted* over the option that was read. Raises Stale where it has changed since."""
    _write(_current(work, read), wanted)


def withdraw_option(work: Work, read: Option) -> None:
    """Offer it no more; plans that name it keep it. Raises Stale where it has changed since."""
    _current(work, read).withdrawn = True


def plan(reading: Reading) -> TrainingPlan | None:
    """The training plan that stands; None before the first."""
    row = reading.session.scalar(
        select(TrainingPlanRow).order_by(TrainingPlanRow.id.desc()).limit(1)
    )
    if row is None:
        return None
    lines = reading.session.scalars(
        select(TrainingLineRow)
        .where(TrainingLineRow.plan_id == row.id)
        .order_by(TrainingLineRow.option_id, TrainingLineRow.person_id)
    )
    return TrainingPlan(
        number=row.id,
        made_on=row.made_on,
        limits=Limits(
            pence=row.pence, release_minutes=row.release_minutes, most_each=row.most_each
        ),
        lines=tuple(_line(each) for each in lines),
        worth=row.worth,
        bound=row.bound,
    )


def keep_plan(work: Work, wanted: TrainingPlan) -> int:
    """Keep *wanted* as the plan that stands; the earlier ones stay. Returns its number."""
    row = TrainingPlanRow(
        made_at=work.now,
        made_on=wanted.made_on,
        pence=wanted.limits.pence,
        release_minutes=wanted.limits.release_minutes,
        most_each=wanted.limits.most_each,
        worth=wanted.worth,
        bound=wanted.bound,
    )
    work.add(row)
    work.session.add_all(
        TrainingLineRow(
            plan_id=row.id,
            person_id=each.person,
            option_id=each.option,
            why=each.why,
            hand=each.hand.value,
            on=each.on,
            cover=each.cover,
            action_id=each.action,
        )
        for each in wanted.lines
    )
    return row.id


def wishes(reading: Reading, person: PersonId | None = None) -> list[TrainingWish]:
    """What people ask for now, the oldest first; only *person*'s, if given."""
    wanted = select(TrainingWishRow).where(TrainingWishRow.superseded_at.is_(None))
    if person is not None:
        wanted = wanted.where(TrainingWishRow.person_id == person)
    rows = reading.session.scalars(wanted.order_by(TrainingWishRow.id))
    return [
        TrainingWish(
            id=WishId(row.id),
            person=PersonId(row.person_id),
            words=row.words,
            skill=None if row.skill_id is None else SkillId(row.skill_id),
            said_on=row.said_on,
        )
        for row in rows
    ]


def add_wish(work: Work, person: PersonId, words: str, skill: SkillId | None) -> WishId:
    """Write what somebody asks for."""
    row = TrainingWishRow(
        person_id=person, words=words, skill_id=skill, said_on=work.today, recorded_at=work.now
    )
    work.add(row)
    return WishId(row.id)


def withdraw_wish(work: Work, wish: TrainingWish) -> None:
    """Close a wish. Raises Stale where it stands no more."""
    row = work.session.get(TrainingWishRow, wish.id)
    is_theirs = row is not None and row.person_id == wish.person  # rights were asked for them
    if row is None or not is_theirs or row.superseded_at is not None:
        raise Stale(STALE)
    row.superseded_at = work.now


def _current(work: Work, read: Option) -> TrainingOptionRow:
    row = work.session.get(TrainingOptionRow, read.id)
    if row is None or row.withdrawn or row.version != read.version:
        raise Stale(STALE)
    return row


def _write(row: TrainingOptionRow, wanted: OptionDetails) -> None:
    row.name, row.mode, row.provider = wanted.name, wanted.mode.value, wanted.provider
    row.skill_id, row.course_id = wanted.skill, wanted.course
    row.from_level, row.to_level = wanted.from_level, wanted.to_level
    row.group_pence = wanted.group_pence
    row.cost_pence, row.funder = wanted.cost_pence, wanted.funder.value
    row.release_minutes, row.places = wanted.release_minutes, wanted.places
    row.dates = _written(wanted.dates)
    row.starts = None if wanted.span is None else wanted.span.start
    row.ends = None if wanted.span is None else wanted.span.end
    row.compliance, row.joint = wanted.compliance, wanted.joint


def _option(row: TrainingOptionRow) -> Option:
    return Option(
        id=OptionId(row.id),
        version=row.version,
        name=row.name,
        mode=Mode(row.mode),
        provider=row.provider,
        skill=None if row.skill_id is None else SkillId(row.skill_id),
        from_level=row.from_level,
        to_level=row.to_level,
        course=None if row.course_id is None else CourseId(row.course_id),
        cost_pence=row.cost_pence,
        group_pence=row.group_pence,
        funder=Funder(row.funder),
        release_minutes=row.release_minutes,
        places=row.places,
        dates=tuple(date.fromisoformat(text) for text in row.dates.split()),
        span=None if row.starts is None or row.ends is None else TimeSpan(row.starts, row.ends),
        compliance=row.compliance,
        joint=row.joint,
    )


def _written(dates: Sequence[date]) -> str:
    return " ".join(day.isoformat() for day in sorted(set(dates)))


def _line(row: TrainingLineRow) -> TrainingLine:
    return TrainingLine(
        person=PersonId(row.person_id),
        option=OptionId(row.option_id),
        why=row.why,
        hand=Hand(row.hand),
        on=row.on,
        cover=row.cover,
        action=None if row.action_id is None else ActionId(row.action_id),
    )
