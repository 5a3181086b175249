"""Appraisals as they are in the file, and what their appraisers rate."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from lsadesk.domain.appraisals.appraisal import (
    Appraisal,
    AppraisalId,
    Earlier,
    Stage,
)
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.store.appraisals.assessment import AssessmentId
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import (
    AccountRow,
    AppraisalRow,
    AskedPromptRow,
    AssessmentRow,
    table_of,
)
from lsadesk.store.staff import specialisms
from lsadesk.store.work import Reading, Work

_TABLE = table_of(AppraisalRow)
_BY_NUMBER = Prepared(select(_TABLE).where(_TABLE.c["id"] == bindparam("appraisal")))

GONE = "This appraisal is no longer in the college file. Look at the list again."


def get(reading: Reading, appraisal: AppraisalId) -> Appraisal:
    """One appraisal.

    Raises:
        UserError: there is no such appraisal.
    """
    return _with_self(reading, [row_of(reading, appraisal)])[0]


def get_one_sided(reading: Reading, appraisal: AppraisalId) -> Appraisal:
    """One appraisal without what the person has done for it: all that rating alone needs.

    Raises:
        UserError: there is no such appraisal.
    """
    row = _BY_NUMBER.first(reading.connection, appraisal=appraisal)
    if row is None:
        raise UserError(GONE)
    return _appraisal(row, None, is_expected=False)


def latest(reading: Reading, person: PersonId) -> Appraisal | None:
    """A person's newest appraisal, whatever its stage."""
    return latest_among(reading, [person]).get(person)


def latest_among(reading: Reading, people: Collection[PersonId]) -> Mapping[PersonId, Appraisal]:
    """The newest appraisal of each; those who never had one are left out."""
    rows = reading.session.scalars(
        select(AppraisalRow).where(AppraisalRow.is_latest, AppraisalRow.person_id.in_(people))
    )
    return {each.person: each for each in _with_self(reading, list(rows))}


def last_held(reading: Reading, people: Collection[PersonId]) -> Mapping[PersonId, date]:
    """When each had their newest meeting that is over; those who never had one are left out."""
    rows = reading.session.execute(
        select(
            AppraisalRow.person_id,
            AppraisalRow.cycle,
            AppraisalRow.last_on,
            AppraisalRow.agreed_at,
        ).where(AppraisalRow.is_latest, AppraisalRow.person_id.in_(people))
    )
    held = {PersonId(row[0]): row[1] if row[3] is not None else row[2] for row in rows}
    return {person: day for person, day in held.items() if day is not None}


def newest_agreed(reading: Reading, people: Collection[PersonId]) -> tuple[AppraisalId, ...]:
    """The newest appraisal of each that has a record, whatever was begun since."""
    rows = reading.session.scalars(
        select(func.max(AppraisalRow.id))
        .where(AppraisalRow.person_id.in_(people), AppraisalRow.agreed_at.is_not(None))
        .group_by(AppraisalRow.person_id)
    )
    return tuple(AppraisalId(row) for row in rows)


def earlier(reading: Reading, appraisal: Appraisal) -> tuple[Earlier, ...]:
    """A line about each appraisal of the same person before this one, newest first."""
    rows = reading.session.execute(
        select(
            AppraisalRow.id,
            AppraisalRow.cycle,
            AppraisalRow.number,
            AppraisalRow.is_replaced,
            AppraisalRow.signed_at,
            AppraisalRow.agreed_at,
        )
        .where(AppraisalRow.person_id == appraisal.person, AppraisalRow.id < appraisal.id)
        .order_by(AppraisalRow.id.desc())
    )
    return tuple(
        Earlier(id=AppraisalId(row.id), cycle=row.cycle, number=row.number, stage=_stage(row))
        for row in rows
    )


def _stage(row: Any) -> Stage:
    """The stage of one that is no longer the newest."""
    if row.is_replaced:
        return Stage.REPLACED
    if row.signed_at is not None:
        return Stage.SIGNED
    return Stage.MEETING if row.agreed_at is None else Stage.UNSIGNED


def before(reading: Reading, appraisal: Appraisal) -> Appraisal | None:
    """The newest appraisal of the same person that was held before this one, if any."""
    row = reading.session.scalar(
        select(AppraisalRow)
        .where(
            AppraisalRow.person_id == appraisal.person,
            AppraisalRow.id < appraisal.first,
            AppraisalRow.is_replaced.is_(False),
        )
        .order_by(AppraisalRow.id.desc())
        .limit(1)
    )
    return None if row is None else _with_self(reading, [row])[0]


def begin(
    work: Work,
    person: PersonId,
    *,
    appraiser: PersonId,
    cycle: date,
    role: RoleId | None,
) -> AppraisalId:
    """Begin an appraisal as the person's newest."""
    last_on = last_held(work, [person]).get(person)
    _no_longer_latest(work, person)
    row = AppraisalRow(
        person_id=person,
        appraiser_id=appraiser,
        cycle=cycle,
        last_on=last_on,
        role=role or "",
        also=" ".join(sorted(specialisms.standards_of(work, person))),
        started_at=work.now,
    )
    work.add(row)
    return AppraisalId(row.id)


def row_of(reading: Reading, appraisal: AppraisalId) -> AppraisalRow:
    """The row of an appraisal.

    Raises:
        UserError: there is no such appraisal.
    """
    row = reading.session.get(AppraisalRow, appraisal)
    if row is None:
        raise UserError(GONE)
    return row


def note_ratings_in(work: Work, appraisal: AppraisalId, at: datetime | None) -> None:
    """Note when the appraiser handed in; None: they took it back."""
    row = _BY_NUMBER.first(work.connection, appraisal=appraisal)
    work.update_all(AppraisalRow, [row._asdict()], ratings_in_at=at, version=row.version + 1)
    work.read_anew()


def give_to(work: Work, appraisal: AppraisalId, appraiser: PersonId) -> None:
    """Another appraiser from now on, who has not handed in."""
    row = row_of(work, appraisal)
    row.appraiser_id, row.ratings_in_at = appraiser, None


def drop(work: Work, appraisal: AppraisalId) -> None:
    """Take away an appraisal without ratings; the one before is the newest again."""
    row = row_of(work, appraisal)
    work.session.execute(delete(AskedPromptRow).where(AskedPromptRow.appraisal_id == appraisal))
    work.session.delete(row)
    work.session.flush()
    newest = work.session.scalar(
        select(AppraisalRow)
        .where(AppraisalRow.person_id == row.person_id)
        .order_by(AppraisalRow.id.desc())
        .limit(1)
    )
    if newest is not None:
        newest.is_latest = True


def waiting_assessment(reading: Reading, person: PersonId) -> AssessmentId | None:
    """The newest self-assessment that was handed in and not opened for a meeting yet."""
    found = reading.session.scalar(
        select(func.max(AssessmentRow.id)).where(
            AssessmentRow.person_id == person,
            AssessmentRow.handed_in_at.is_not(None),
            AssessmentRow.opened_at.is_(None),
        )
    )
    return None if found is None else AssessmentId(found)


def opened_assessment(reading: Reading, appraisal: AppraisalId) -> AssessmentId | None:
    """The self-assessment that an appraisal was opened with."""
    found = row_of(reading, appraisal).assessment_id
    return None if found is None else AssessmentId(found)


def open_for_meeting(work: Work, appraisal: AppraisalId, *, without_self: str) -> None:
    """Note the opening: from now on both see both, and neither takes theirs back."""
    row = row_of(work, appraisal)
    row.opened_at, row.without_self = work.now, without_self
    row.assessment_id = waiting_assessment(work, PersonId(row.person_id))
    if row.assessment_id is not None:
        work.session.get_one(AssessmentRow, row.assessment_id).opened_at = work.now
    work.session.flush()


def note_edit(work: Work, appraisal: AppraisalId) -> None:
    """Count one more thing written in the meeting."""
    row_of(work, appraisal).edits += 1


def note_apart(work: Work, appraisal: AppraisalId, apart: float | None) -> None:
    """Keep the mean difference of the two views."""
    row_of(work, appraisal).apart = apart


def apart_by_appraiser(reading: Reading) -> dict[PersonId, list[float]]:
    """The mean difference of each person's newest appraisal, by their appraiser."""
    rows = reading.session.execute(
        select(AppraisalRow.appraiser_id, AppraisalRow.apart).where(
            AppraisalRow.is_latest, AppraisalRow.apart.is_not(None)
        )
    )
    found: dict[PersonId, list[float]] = {}
    for appraiser, apart in rows:
        found.setdefault(PersonId(appraiser), []).append(float(apart or 0))
    return found


def reopen(work: Work, appraisal: AppraisalId, because: str) -> AppraisalId:
    """The next version of a signed appraisal, in the meeting again; the signed one stays.

    What was rated and left is for the caller to carry over.
    """
    old = row_of(work, appraisal)
    old.is_replaced, old.is_latest = True, False
    row = AppraisalRow(
        person_id=old.person_id,
        appraiser_id=old.appraiser_id,
        assessment_id=old.assessment_id,
        first_id=old.first_id or old.id,
        role=old.role,
        also=old.also,
        cycle=old.cycle,
        last_on=old.last_on,
        number=old.number + 1,
        because=because,
        without_self=old.without_self,
        started_at=work.now,
        ratings_in_at=old.ratings_in_at,
        opened_at=old.opened_at,
        apart=old.apart,
    )
    work.add(row)
    return AppraisalId(row.id)


def _no_longer_latest(work: Work, person: PersonId) -> None:
    rows = work.session.scalars(
        select(AppraisalRow).where(AppraisalRow.person_id == person, AppraisalRow.is_latest)
    )
    for row in rows:
        row.is_latest = False


def _with_self(reading: Reading, rows: list[AppraisalRow]) -> list[Appraisal]:
    """Appraisals with what the two sides have to do with them."""
    people = {row.person_id for row in rows}
    waiting = {
        row[0]: row[1]
        for row in reading.session.execute(
            select(AssessmentRow.person_id, func.max(AssessmentRow.handed_in_at))
            .where(
                AssessmentRow.person_id.in_(people),
                AssessmentRow.handed_in_at.is_not(None),
                AssessmentRow.opened_at.is_(None),
            )
            .group_by(AssessmentRow.person_id)
        )
    }
    taken = {row.assessment_id for row in rows if row.assessment_id is not None}
    handed_in = {
        row[0]: row[1]
        for row in reading.session.execute(
            select(AssessmentRow.id, AssessmentRow.handed_in_at).where(AssessmentRow.id.in_(taken))
        )
    }
    expected = people_with_accounts(reading, people)
    return [
        _appraisal(
            row,
            waiting.get(row.person_id)
            if row.opened_at is None
            else handed_in.get(row.assessment_id or 0),
            is_expected=row.person_id in expected,
        )
        for row in rows
    ]


def people_with_accounts(reading: Reading, people: Collection[int]) -> frozenset[PersonId]:
    """Those of *people* who can sign in."""
    rows = reading.session.execute(
        select(AccountRow.person_id, AccountRow.ended_on).where(AccountRow.person_id.in_(people))
    )
    return frozenset(
        PersonId(person)
        for person, ended in rows
        if person is not None and (ended is None or ended > reading.today)
    )


def _appraisal(row: Any, self_in_at: datetime | None, *, is_expected: bool) -> Appraisal:
    """The domain's value of an entity or a plain row."""
    return Appraisal(
        id=AppraisalId(row.id),
        first=AppraisalId(row.first_id or row.id),
        person=PersonId(row.person_id),
        appraiser=PersonId(row.appraiser_id),
        cycle=row.cycle,
        started_at=row.started_at,
        role=RoleId(row.role) if row.role else None,
        also=frozenset(row.also.split()),
        number=row.number,
        because=row.because,
        self_expected=is_expected,
        self_in_at=self_in_at,
        ratings_in_at=row.ratings_in_at,
        opened_at=row.opened_at,
        without_self=row.without_self,
        agreed_at=row.agreed_at,
        signed_at=row.signed_at,
        is_replaced=row.is_replaced,
    )
