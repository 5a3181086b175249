"""What appraisers rate: sealed to them until they hand in, read in the meeting after it."""

import json
from collections.abc import Iterable

from sqlalchemy import bindparam, delete, insert, select, update

from lsadesk.domain.appraisals.appraisal import AppraisalId, AppraiserRating
from lsadesk.domain.auditing.skills import code_of, value_of
from lsadesk.domain.careers.framework import StatementId
from lsadesk.store.appraisals.appraisal import note_ratings_in
from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import AppraiserRatingRow, SealedRatingRow, table_of
from lsadesk.store.sealing.boxes import Boxes
from lsadesk.store.sealing.keys import WrongSecret
from lsadesk.store.work import Reading, Work

_SEALED = table_of(SealedRatingRow)
_SEAL = Prepared(
    insert(_SEALED).values({column.name: bindparam(column.name) for column in _SEALED.c})
)
_THEIRS = _SEALED.c["appraisal_id"] == bindparam("appraisal")
_BOXES = Prepared(select(_SEALED.c["statement"], _SEALED.c["box"]).where(_THEIRS))
_TAKE_BOXES_AWAY = Prepared(delete(_SEALED).where(_THEIRS))
_SEAL_ANEW = Prepared(
    update(_SEALED)
    .where(
        _SEALED.c["appraisal_id"] == bindparam("appraisal_id"),
        _SEALED.c["statement"] == bindparam("statement"),
    )
    .values(saved_at=bindparam("saved_at"), box=bindparam("box"))
)


def keep_sealed(
    work: Work, appraisal: AppraisalId, own: Boxes, ratings: Iterable[AppraiserRating]
) -> int:
    """Keep ratings, sealed to their appraiser, in place of earlier ones; how many are new."""
    rows = [
        {
            "appraisal_id": appraisal,
            "statement": each.statement,
            "saved_at": work.now,
            "box": own.sealed(_to_json(each), *_place(appraisal, each.statement)),
        }
        for each in ratings
    ]
    replaced = _SEAL_ANEW.counted(work.connection, rows)
    new = [row for row, found in zip(rows, replaced, strict=True) if not found]
    _SEAL.many(work.connection, new)
    return len(new)


def sealed_ratings(
    reading: Reading, appraisal: AppraisalId, own: Boxes
) -> tuple[dict[StatementId, AppraiserRating], int]:
    """What an appraiser rated so far, for their eyes alone, and how many boxes stay shut."""
    found: dict[StatementId, AppraiserRating] = {}
    shut = 0
    for name, box in _BOXES.all(reading.connection, appraisal=appraisal):
        try:
            code, note = json.loads(own.opened(box, *_place(appraisal, name)))
        except WrongSecret:
            shut += 1
            continue
        statement = StatementId(name)
        found[statement] = AppraiserRating(statement=statement, value=value_of(code), note=note)
    return found, shut


def hand_in(work: Work, appraisal: AppraisalId, ratings: Iterable[AppraiserRating]) -> None:
    """Write *ratings* for the meeting and take their sealed boxes away."""
    note_ratings_in(work, appraisal, work.now)
    _TAKE_BOXES_AWAY.first(work.connection, appraisal=appraisal)
    keep_ratings(work, appraisal, ratings)


def keep_ratings(work: Work, appraisal: AppraisalId, ratings: Iterable[AppraiserRating]) -> None:
    """Write handed-in ratings."""
    work.insert_all(
        AppraiserRatingRow,
        [
            {
                "appraisal_id": appraisal,
                "statement": each.statement,
                "code": code_of(each.value),
                "note": each.note,
            }
            for each in ratings
        ],
    )


def take_back(work: Work, appraisal: AppraisalId, own: Boxes) -> None:
    """Seal handed-in ratings to their appraiser again."""
    note_ratings_in(work, appraisal, None)
    keep_sealed(work, appraisal, own, ratings_of(work, appraisal).values())
    work.session.execute(
        delete(AppraiserRatingRow).where(AppraiserRatingRow.appraisal_id == appraisal)
    )


def ratings_of(reading: Reading, appraisal: AppraisalId) -> dict[StatementId, AppraiserRating]:
    """What an appraiser handed in."""
    rows = reading.session.execute(
        select(
            AppraiserRatingRow.statement, AppraiserRatingRow.code, AppraiserRatingRow.note
        ).where(AppraiserRatingRow.appraisal_id == appraisal)
    )
    return {
        StatementId(name): AppraiserRating(
            statement=StatementId(name), value=value_of(code), note=note
        )
        for name, code, note in rows
    }


def forget(work: Work, appraisal: AppraisalId) -> None:
    """Take all ratings of an appraisal away, handed in or not."""
    for kind in (SealedRatingRow, AppraiserRatingRow):
        work.session.execute(delete(kind).where(kind.appraisal_id == appraisal))


def _place(appraisal: AppraisalId, statement: str) -> tuple[str, int, str]:
    return "sealed_rating", appraisal, statement


def _to_json(rating: AppraiserRating) -> str:
    return json.dumps([code_of(rating.value), rating.note], ensure_ascii=False)
