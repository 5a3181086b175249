"""Learners and what their support asks for."""

import json
from collections import defaultdict
from datetime import date

from sqlalchemy import String, cast, func, literal, select

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.card_wishes import CardText, CardWishes
from lsadesk.domain.weeks.learners import (
    FORMER,
    CareBy,
    Learner,
    LearnerDetails,
    LearnerId,
    Ratio,
)
from lsadesk.errors import UserError
from lsadesk.store.rows import (
    DeliveredToRow,
    LearnerNeedRow,
    LearnerNotWithRow,
    LearnerPrefersRow,
    LearnerRow,
    SignOffRow,
)
from lsadesk.store.work import Reading, Work, fill

LinkKind = type[LearnerNeedRow] | type[LearnerNotWithRow] | type[LearnerPrefersRow]
Links = frozenset[SkillId] | frozenset[PersonId]


def all_learners(reading: Reading) -> list[Learner]:
    """Every learner by reference."""
    needs: defaultdict[int, set[SkillId]] = defaultdict(set)
    for need in reading.session.scalars(select(LearnerNeedRow)):
        needs[need.learner_id].add(SkillId(need.skill_id))
    barred: defaultdict[int, set[PersonId]] = defaultdict(set)
    for bar in reading.session.scalars(select(LearnerNotWithRow)):
        barred[bar.learner_id].add(PersonId(bar.person_id))
    liked: defaultdict[int, set[PersonId]] = defaultdict(set)
    for like in reading.session.scalars(select(LearnerPrefersRow)):
        liked[like.learner_id].add(PersonId(like.person_id))
    rows = reading.session.scalars(select(LearnerRow).order_by(LearnerRow.reference))
    return [
        _learner(row, frozenset(needs[row.id]), frozenset(barred[row.id]), frozenset(liked[row.id]))
        for row in rows
    ]


def here(reading: Reading, day: date) -> list[Learner]:
    """Those who are at the college on *day*, by reference: those who are planned for."""
    return [each for each in all_learners(reading) if each.is_here(day)]


def get(reading: Reading, learner: LearnerId) -> Learner:
    """The learner as now written. Raises UserError where there is none any more."""
    row = reading.session.get(LearnerRow, learner)
    if row is None:
        raise UserError("This learner is no longer in the college file. Nothing was changed.")
    needs = select(LearnerNeedRow.skill_id).where(LearnerNeedRow.learner_id == learner)
    bars = select(LearnerNotWithRow.person_id).where(LearnerNotWithRow.learner_id == learner)
    likes = select(LearnerPrefersRow.person_id).where(LearnerPrefersRow.learner_id == learner)
    return _learner(
        row,
        frozenset(SkillId(skill) for skill in reading.session.scalars(needs)),
        frozenset(PersonId(person) for person in reading.session.scalars(bars)),
        frozenset(PersonId(person) for person in reading.session.scalars(likes)),
    )


def not_erased(reading: Reading) -> list[tuple[LearnerId, str, date | None]]:
    """Everybody who still has a reference: number, reference, last day."""
    rows = reading.session.execute(
        select(LearnerRow.id, LearnerRow.reference, LearnerRow.left_on).where(
            LearnerRow.reference != literal(FORMER) + cast(LearnerRow.id, String)
        )
    )
    return [(LearnerId(number), reference, left) for number, reference, left in rows]


def add(work: Work, details: LearnerDetails) -> LearnerId:
    """Write a new learner."""
    row = LearnerRow(**_columns(details))
    work.add(row)
    _set_needs(work, row.id, details)
    return LearnerId(row.id)


def change(work: Work, learner: LearnerId, version: int, details: LearnerDetails) -> None:
    """Write *details* over the learner that was read at *version*.

    Raises:
        Stale: somebody has changed the learner since.
    """
    gone = "This learner is no longer in the college file. Nothing was changed."
    row = work.as_read(LearnerRow, learner, version, gone=gone)
    moved = _set_needs(work, learner, details)
    fill(row, _columns(details))
    if moved:
        work.touch(row)


def times_given(reading: Reading, learner: LearnerId) -> int:
    """How often support given to *learner* is on record."""
    return _number(reading, DeliveredToRow, learner)


def times_signed_off(reading: Reading, learner: LearnerId) -> int:
    """How many sign-offs for *learner* are on record, those that ended too."""
    return _number(reading, SignOffRow, learner)


def _number(
    reading: Reading, kind: type[DeliveredToRow] | type[SignOffRow], learner: LearnerId
) -> int:
    mine = select(func.count()).select_from(kind).where(kind.learner_id == learner)
    return reading.session.scalar(mine) or 0


def _set_needs(work: Work, learner: int, details: LearnerDetails) -> bool:
    """Write whom and what a learner needs; whether that changed anything."""
    changed = [
        _set_links(work, LearnerNeedRow, "skill_id", learner, details.needs),
        _set_links(work, LearnerNotWithRow, "person_id", learner, details.not_with),
        _set_links(work, LearnerPrefersRow, "person_id", learner, details.prefers),
    ]
    return any(changed)


def _set_links(work: Work, kind: LinkKind, column: str, learner: int, wanted: Links) -> bool:
    """Make a learner's rows of *kind* lead to *wanted* and nowhere else; whether any changed."""
    rows = work.session.scalars(select(kind).where(kind.learner_id == learner)).all()
    present = {getattr(row, column): row for row in rows}
    for number, row in present.items():
        if number not in wanted:
            work.session.delete(row)
    work.session.add_all(
        kind(learner_id=learner, **{column: number}) for number in sorted(wanted - present.keys())
    )
    return wanted != present.keys()


def _ratio(text: str) -> Ratio | None:
    if not text:
        return None
    staff, learners = text.split(":")
    return Ratio(int(staff), int(learners))


def _columns(details: LearnerDetails) -> dict[str, object]:
    return {
        "reference": details.reference,
        "group_name": details.group,
        "primary_need": details.primary_need,
        "weekly_minutes": details.weekly_minutes,
        "hours_said": details.hours_said,
        "ratio": "" if details.ratio is None else str(details.ratio),
        "care_ratio": "" if details.care_ratio is None else str(details.care_ratio),
        "ratio_said": details.ratio_said,
        "must_have": details.must_have,
        "same_gender_care": details.same_gender_care,
        "care_by": "" if details.care_by is None else details.care_by.value,
        "own_places": details.own_places,
        "tasks": json.dumps(sorted(details.tasks), ensure_ascii=False),
        "aims": details.aims,
        "review_by": details.review_by,
        "reviewed": details.reviewed,
        "how": details.how,
        "said": details.said,
        "said_on": details.said_on,
        "left_on": details.left_on,
        "note": details.note,
        "card_photos": details.card.photos,
        "card_symbols": details.card.symbols,
        "card_text": details.card.text.value,
    }


def _learner(
    row: LearnerRow,
    needs: frozenset[SkillId],
    not_with: frozenset[PersonId],
    liked: frozenset[PersonId],
) -> Learner:
    return Learner(
        id=LearnerId(row.id),
        version=row.version,
        reference=row.reference,
        group=row.group_name,
        primary_need=row.primary_need,
        needs=needs,
        weekly_minutes=row.weekly_minutes,
        hours_said=row.hours_said,
        ratio=_ratio(row.ratio),
        care_ratio=_ratio(row.care_ratio),
        ratio_said=row.ratio_said,
        must_have=row.must_have,
        not_with=not_with,
        same_gender_care=row.same_gender_care,
        care_by=CareBy(row.care_by) if row.care_by else None,
        own_places=row.own_places,
        tasks=frozenset(json.loads(row.tasks)),
        prefers=liked,
        aims=row.aims,
        review_by=row.review_by,
        reviewed=row.reviewed,
        how=row.how,
        said=row.said,
        said_on=row.said_on,
        left_on=row.left_on,
        note=row.note,
        card=CardWishes(
            photos=row.card_photos, symbols=row.card_symbols, text=CardText(row.card_text)
        ),
    )
