"""Skills, ratings with their history, and the audit matrix."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias, cast

from sqlalchemy import CursorResult, Executable, bindparam, case, or_, select

from lsadesk.domain.auditing.audit import PROOF_SEEN, TRAINING_BOOKED
from lsadesk.domain.auditing.skills import (
    NEVER_ASKED,
    SHOWN_FIRST,
    UNKNOWN,
    Exempt,
    Rating,
    Skill,
    SkillId,
    Suspended,
    View,
    code_of,
    value_of,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.history import Values
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import (
    AccountRow,
    InterestRow,
    PersonRow,
    RatingRow,
    SkillRow,
    TrailRow,
    table_of,
)
from lsadesk.store.work import Reading, Work

_TABLE = table_of(RatingRow)
_STANDING = Prepared(
    select(_TABLE).where(
        _TABLE.c["superseded_at"].is_(None), _TABLE.c["person_id"] == bindparam("person")
    )
)
# What a cell of the audit is painted from (see `audit.AuditMatrix`).
_CELL = (
    RatingRow.code
    + case((RatingRow.training_booked, TRAINING_BOOKED), else_=0)
    + case((RatingRow.proof != "", PROOF_SEEN), else_=0)
)


def all_skills(reading: Reading) -> list[Skill]:
    """Every skill, in the order of the audit's columns: each group's stand together."""
    rows = reading.session.scalars(select(SkillRow).order_by(SkillRow.position, SkillRow.id))
    groups: dict[str, list[Skill]] = {}
    for row in rows:
        groups.setdefault(row.group_name, []).append(
            Skill(SkillId(row.id), row.name, row.group_name, row.hidden)
        )
    return [skill for group in groups.values() for skill in group]


def skill_named(work: Work, name: str, group: str = "") -> SkillId:
    """The skill of that name, made (as the last column) if there is none."""
    row = work.session.scalar(select(SkillRow).where(SkillRow.name == name))
    if row is None:
        last = work.session.scalar(select(SkillRow.position).order_by(SkillRow.position.desc()))
        row = SkillRow(name=name, group_name=group, position=(last or 0) + 1)
        work.add(row)
    return SkillId(row.id)


def arrange(work: Work, wanted: Sequence[Skill]) -> None:
    """Write names, groups and hiding of *wanted*, which stand in this order from now on.

    Skills that are not in *wanted* keep their places after them.
    """
    rows = {row.id: row for row in work.session.scalars(select(SkillRow))}
    given = [rows.pop(skill.id) for skill in wanted]
    for row, skill in zip(given, wanted, strict=True):
        row.name, row.group_name, row.hidden = skill.name, skill.group, skill.hidden
    rest = sorted(rows.values(), key=lambda row: (row.position, row.id))
    for position, row in enumerate([*given, *rest], 1):
        row.position = position
    work.session.flush()


def cells(reading: Reading, people: Sequence[PersonId], skills: Sequence[SkillId]) -> bytes:
    """The audit matrix's cells for *people* by *skills* (see `audit.AuditMatrix`)."""
    found = _fetched(
        reading,
        select(RatingRow.person_id, RatingRow.skill_id, _CELL).where(
            RatingRow.superseded_at.is_(None), RatingRow.shown
        ),
    )
    return _filled(found, people, skills)


def cells_as_at(
    reading: Reading, moment: datetime, people: Sequence[PersonId], skills: Sequence[SkillId]
) -> bytes:
    """The same as it stood at *moment*, from the history.

    Which view was shown is worked out anew, from those that stood then. Its cost grows with
    what was changed since *moment*, not with what was changed before.
    """
    told = RatingRow.person_id, RatingRow.skill_id, _CELL
    standing = select(*told, RatingRow.view).where(
        RatingRow.superseded_at.is_(None), RatingRow.recorded_at <= moment
    )
    closed = select(*told, RatingRow.view).where(
        RatingRow.superseded_at > moment, RatingRow.recorded_at <= moment
    )
    found = [*_fetched(reading, standing), *_fetched(reading, closed)]
    # The view shown first is written last.
    ranks = {view.value: -rank for rank, view in enumerate(SHOWN_FIRST)}
    found.sort(key=lambda row: ranks[row[3]])
    return _filled((row[:3] for row in found), people, skills)


def rated_before(reading: Reading, day: date) -> Sequence[tuple[PersonId, SkillId]]:
    """The cells that show a known level last rated before *day*, or nobody knows when."""
    return _fetched(
        reading,
        select(RatingRow.person_id, RatingRow.skill_id).where(
            RatingRow.superseded_at.is_(None),
            RatingRow.shown,
            RatingRow.code < UNKNOWN,
            or_(RatingRow.rated_on.is_(None), RatingRow.rated_on < day),
        ),
    )


def _fetched(reading: Reading, query: Executable) -> Sequence[Any]:
    """Straight from the driver: whole numbers need no row objects around them."""
    found = reading.session.connection().execute(query)
    rows: Sequence[Any] = cast("CursorResult[Any]", found).cursor.fetchall()
    return rows


def _filled(
    found: Iterable[tuple[int, int, int]], people: Sequence[PersonId], skills: Sequence[SkillId]
) -> bytes:
    width = len(skills)
    row_start: dict[int, int] = {person: index * width for index, person in enumerate(people)}
    column: dict[int, int] = {skill: index for index, skill in enumerate(skills)}
    matrix = bytearray([NEVER_ASKED]) * (len(people) * width)
    for person, skill, cell in found:
        start, place = row_start.get(person), column.get(skill)
        if start is not None and place is not None:
            matrix[start + place] = cell
    return bytes(matrix)


def ratings_of(reading: Reading, person: PersonId) -> list[Rating]:
    """Every view of every skill of one person that stands now."""
    return ratings_among(reading, [person])


def ratings_among(reading: Reading, people: Collection[PersonId]) -> list[Rating]:
    """The same of several people, in no order."""
    return [_rating(row) for one in people for row in _STANDING.all(reading.connection, person=one)]


def shown_levels(reading: Reading) -> list[Rating]:
    """The known levels that the audit shows, of everybody; for the planner."""
    found = reading.session.execute(
        select(RatingRow.person_id, RatingRow.skill_id, RatingRow.code, RatingRow.view).where(
            RatingRow.superseded_at.is_(None), RatingRow.shown, RatingRow.code < UNKNOWN
        )
    )
    return [
        Rating(
            person=PersonId(row.person_id),
            skill=SkillId(row.skill_id),
            value=value_of(row.code),
            view=View(row.view),
        )
        for row in found
    ]


def views_of(
    reading: Reading, person: PersonId, skill: SkillId, as_at: datetime | None = None
) -> list[Rating]:
    """One cell's views that stand now, or that stood at the moment *as_at*."""
    query = select(RatingRow).where(RatingRow.person_id == person, RatingRow.skill_id == skill)
    stands = RatingRow.superseded_at.is_(None)
    if as_at is None:
        query = query.where(stands)
    else:
        closed_since = RatingRow.superseded_at > as_at
        query = query.where(RatingRow.recorded_at <= as_at, or_(stands, closed_since))
    return [_rating(row) for row in reading.session.scalars(query)]


def history_of(reading: Reading, person: PersonId, skill: SkillId) -> list[tuple[datetime, Rating]]:
    """Every version there ever was of one cell, with when it was recorded, newest first."""
    rows = reading.session.scalars(
        select(RatingRow)
        .where(RatingRow.person_id == person, RatingRow.skill_id == skill)
        .order_by(RatingRow.recorded_at.desc(), RatingRow.id.desc())
    )
    return [(row.recorded_at, _rating(row)) for row in rows]


def who_wrote(reading: Reading, moments: Collection[datetime]) -> dict[datetime, str]:
    """Who was at the desk at each of *moments*, by name or else by login, from the trail."""
    found = reading.session.execute(
        select(TrailRow.at, AccountRow.login, PersonRow.forename, PersonRow.surname)
        .join(AccountRow, AccountRow.id == TrailRow.account_id)
        .join(PersonRow, PersonRow.id == AccountRow.person_id, isouter=True)
        .where(TrailRow.at.in_(moments))
    )
    return {
        at: f"{forename or ''} {surname or ''}".strip() or login
        for at, login, forename, surname in found
    }


def standing_ratings(reading: Reading) -> Mapping[tuple[PersonId, SkillId, View], Rating]:
    """Everybody's ratings that stand now, in every view; for matching an import."""
    rows = reading.session.scalars(select(RatingRow).where(RatingRow.superseded_at.is_(None)))
    ratings = (_rating(row) for row in rows)
    return {(rating.person, rating.skill, rating.view): rating for rating in ratings}


def rate(work: Work, ratings: Iterable[Rating]) -> int:
    """Record ratings; what says the same as already stands is passed over.

    Returns how many were recorded. The versions they replace are closed, not changed.
    """
    wanted = {(rating.person, rating.skill, rating.view): _said(rating) for rating in ratings}
    standing = _standing_rows(work, {person for person, _, _ in wanted})
    fresh = {
        key: said for key, said in wanted.items() if not _says(standing.get(key, _NOTHING), said)
    }
    rated = standing.keys() | fresh.keys()
    shown = {key[:2]: _shown_view(key[:2], rated) for key in fresh}
    replaced = [standing[key] for key in fresh if key in standing]
    work.update_all(RatingRow, replaced, superseded_at=work.now)
    for now_shown in (True, False):
        turned = [
            row
            for (person, skill, view), row in standing.items()
            if (person, skill, view) not in fresh
            and (person, skill) in shown
            and (shown[person, skill] == view) is now_shown
            and row["shown"] is not now_shown
        ]
        work.update_all(RatingRow, turned, shown=now_shown)
    stands = {"recorded_at": work.now, "superseded_at": None}
    work.insert_all(
        RatingRow,
        [
            {**said, **stands, "shown": shown[person, skill] == view}
            for (person, skill, view), said in fresh.items()
        ],
    )
    return len(fresh)


def interests_of(reading: Reading, person: PersonId) -> list[tuple[str, str]]:
    """What a person said, as (kind, text); kind is "talent" or "wish"."""
    rows = reading.session.scalars(
        select(InterestRow).where(InterestRow.person_id == person).order_by(InterestRow.id)
    )
    return [(row.kind, row.text) for row in rows]


def all_interests(reading: Reading) -> list[tuple[PersonId, str, str]]:
    """What everybody said, as (person, kind, text)."""
    rows = reading.session.scalars(select(InterestRow).order_by(InterestRow.id))
    return [(PersonId(row.person_id), row.kind, row.text) for row in rows]


def add_interest(work: Work, person: PersonId, kind: str, text: str) -> bool:
    """Note a talent or a wish; returns False where it was noted already."""
    if (kind, text) in interests_of(work, person):
        return False
    work.session.add(InterestRow(person_id=person, kind=kind, text=text))
    work.session.flush()
    return True


_Key: TypeAlias = tuple[PersonId, SkillId, str]  # a view is equal to what stands for it
_NOTHING: Values = {}  # the row of what nobody has rated


def _standing_rows(work: Work, people: Collection[PersonId]) -> dict[_Key, Values]:
    """The rows that stand now of *people*, whole."""
    found = (row for one in people for row in _STANDING.whole(work.connection, person=one))
    return {(row["person_id"], row["skill_id"], row["view"]): row for row in found}


def _shown_view(cell: tuple[PersonId, SkillId], views: Collection[_Key]) -> View:
    """Of one cell's views, the one that the audit shows."""
    return next(view for view in SHOWN_FIRST if (*cell, view) in views)


def _says(row: Values, said: Values) -> bool:
    return said.items() <= row.items()


def _said(rating: Rating) -> Values:
    """The columns that a rating itself fills: two that agree in them say the same."""
    value = rating.value
    return {
        "person_id": rating.person,
        "skill_id": rating.skill,
        "code": code_of(value),
        "view": str(rating.view),
        "reason": value.reason if isinstance(value, Exempt | Suspended) else "",
        "until": value.until if isinstance(value, Suspended) else None,
        "rated_on": rating.rated_on,
        "proof": rating.proof,
        "note": rating.note,
        "training_booked": rating.training_booked,
    }


def _rating(row: Any) -> Rating:
    """The domain's value of an entity or a plain row."""
    return Rating(
        person=PersonId(row.person_id),
        skill=SkillId(row.skill_id),
        value=value_of(row.code, row.reason, row.until),
        view=View(row.view),
        rated_on=row.rated_on,
        proof=row.proof,
        note=row.note,
        training_booked=row.training_booked,
    )
