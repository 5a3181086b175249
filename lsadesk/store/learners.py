"""Learners and what their support asks for."""

from collections import defaultdict

from sqlalchemy import select

from lsadesk.domain.learners import Learner, LearnerDetails, LearnerId, Ratio
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import SkillId
from lsadesk.errors import Stale, UserError
from lsadesk.store.rows import LearnerNeedRow, LearnerNotWithRow, LearnerRow
from lsadesk.store.work import STALE, Reading, Work


def all_learners(reading: Reading) -> list[Learner]:
    """Every learner by reference."""
    needs: defaultdict[int, set[SkillId]] = defaultdict(set)
    for need in reading.session.scalars(select(LearnerNeedRow)):
        needs[need.learner_id].add(SkillId(need.skill_id))
    barred: defaultdict[int, set[PersonId]] = defaultdict(set)
    for bar in reading.session.scalars(select(LearnerNotWithRow)):
        barred[bar.learner_id].add(PersonId(bar.person_id))
    rows = reading.session.scalars(select(LearnerRow).order_by(LearnerRow.reference))
    return [_learner(row, frozenset(needs[row.id]), frozenset(barred[row.id])) for row in rows]


def get(reading: Reading, learner: LearnerId) -> Learner:
    """The learner as now written. Raises UserError where there is none any more."""
    row = reading.session.get(LearnerRow, learner)
    if row is None:
        raise UserError("This learner is no longer in the college file. Nothing was changed.")
    needs = select(LearnerNeedRow.skill_id).where(LearnerNeedRow.learner_id == learner)
    bars = select(LearnerNotWithRow.person_id).where(LearnerNotWithRow.learner_id == learner)
    return _learner(
        row,
        frozenset(SkillId(skill) for skill in reading.session.scalars(needs)),
        frozenset(PersonId(person) for person in reading.session.scalars(bars)),
    )


def add(work: Work, details: LearnerDetails) -> LearnerId:
    """Write a new learner."""
    row = LearnerRow(**_columns(details))
    work.session.add(row)
    work.session.flush()
    _set_needs(work, row.id, details)
    return LearnerId(row.id)


def change(work: Work, learner: LearnerId, version: int, details: LearnerDetails) -> None:
    """Write *details* over the learner that was read at *version*.

    Raises:
        Stale: somebody has changed the learner since.
    """
    row = work.session.get(LearnerRow, learner)
    if row is None:
        raise UserError("This learner is no longer in the college file. Nothing was changed.")
    if row.version != version:
        raise Stale(STALE)
    for name, value in _columns(details).items():
        setattr(row, name, value)
    _set_needs(work, learner, details)


def _set_needs(work: Work, learner: int, details: LearnerDetails) -> None:
    needs = work.session.scalars(
        select(LearnerNeedRow).where(LearnerNeedRow.learner_id == learner)
    ).all()
    bars = work.session.scalars(
        select(LearnerNotWithRow).where(LearnerNotWithRow.learner_id == learner)
    ).all()
    for need in needs:
        if need.skill_id not in details.needs:
            work.session.delete(need)
    for bar in bars:
        if bar.person_id not in details.not_with:
            work.session.delete(bar)
    present = {need.skill_id for need in needs}
    work.session.add_all(
        LearnerNeedRow(learner_id=learner, skill_id=skill)
        for skill in sorted(details.needs - present)
    )
    barred = {bar.person_id for bar in bars}
    work.session.add_all(
        LearnerNotWithRow(learner_id=learner, person_id=person)
        for person in sorted(details.not_with - barred)
    )


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
        "note": details.note,
    }


def _learner(row: LearnerRow, needs: frozenset[SkillId], not_with: frozenset[PersonId]) -> Learner:
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
        note=row.note,
    )
