"""Reviews, what was agreed in them, and the sheets that were handed in."""

import secrets
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from lsadesk.domain.reviewing.points import PointId, Voice
from lsadesk.domain.reviewing.review import Judgement, Review, ReviewDetails, ReviewId
from lsadesk.domain.reviewing.views import Confidence, Sheet
from lsadesk.store.rows import JudgementRow, ReviewRow, ViewRow, ViewSheetRow
from lsadesk.store.work import Reading, Work, fill

_GONE = "This review is no longer there. Nothing was changed."
_BITS = 62  # of a sheet's number: none is drawn twice, and every database holds it


def reviews(reading: Reading) -> tuple[Review, ...]:
    """Every review, the latest first."""
    rows = select(ReviewRow).order_by(ReviewRow.opened.desc(), ReviewRow.id.desc())
    return tuple(map(_review, reading.session.scalars(rows)))


def begin(work: Work, details: ReviewDetails, edition: str, on: date) -> ReviewId:
    """Open a review on the day *on*."""
    row = ReviewRow(**_columns(details), opened=on, edition=edition)
    work.add(row)
    return ReviewId(row.id)


def change(work: Work, read: Review, details: ReviewDetails) -> None:
    """Write *details* over the review that was *read*.

    Raises:
        Stale: somebody changed it since.
    """
    row = work.as_read(ReviewRow, read.id, read.version, gone=_GONE)
    fill(row, _columns(details))


def close(work: Work, read: Review, on: date) -> None:
    """Close the review that was *read*, on the day *on*.

    Raises:
        Stale: somebody changed it since.
    """
    work.as_read(ReviewRow, read.id, read.version, gone=_GONE).closed = on


def judgements(reading: Reading, review: ReviewId) -> dict[PointId, Judgement]:
    """What stands agreed in *review*."""
    return {PointId(row.point): _judgement(row) for row in _standing(reading, review)}


def judge(work: Work, review: ReviewId, point: PointId, judgement: Judgement) -> None:
    """Agree *judgement*; what stood before is history."""
    for row in _standing(work, review):
        if row.point == point:
            if _judgement(row) == judgement:
                return
            row.superseded_at = work.now
    work.session.add(
        JudgementRow(
            review_id=review,
            point=point,
            confidence=judgement.confidence,
            evidence=judgement.evidence,
            recorded_at=work.now,
        )
    )


def hand_in(work: Work, review: ReviewId, sheet: Sheet) -> None:
    """Take a sheet in; neither a name nor a time is kept with it."""
    row = ViewSheetRow(id=secrets.randbits(_BITS), review_id=review, voice=sheet.voice)
    work.add(row)
    for point, confidence in sheet.answers.items():
        work.session.add(ViewRow(sheet_id=row.id, point=point, confidence=confidence))


def sheets(reading: Reading, review: ReviewId) -> tuple[Sheet, ...]:
    """What was handed in for *review*, in no order that tells anything."""
    answers: defaultdict[int, dict[PointId, Confidence | None]] = defaultdict(dict)
    rows = select(ViewRow).join(ViewSheetRow).where(ViewSheetRow.review_id == review)
    for row in reading.session.scalars(rows):
        answers[row.sheet_id][PointId(row.point)] = _confidence(row.confidence)
    of = select(ViewSheetRow).where(ViewSheetRow.review_id == review).order_by(ViewSheetRow.id)
    return tuple(Sheet(Voice(row.voice), answers[row.id]) for row in reading.session.scalars(of))


def handed_in(reading: Reading, review: ReviewId) -> Mapping[Voice, int]:
    """How many sheets there are from each voice."""
    voices = select(ViewSheetRow.voice).where(ViewSheetRow.review_id == review)
    return Counter(map(Voice, reading.session.scalars(voices)))


def _standing(reading: Reading, review: ReviewId) -> tuple[JudgementRow, ...]:
    rows = select(JudgementRow).where(
        JudgementRow.review_id == review, JudgementRow.superseded_at.is_(None)
    )
    return tuple(reading.session.scalars(rows))


def _columns(details: ReviewDetails) -> dict[str, str]:
    return {
        "name": details.name.strip(),
        "want": details.want.strip(),
        "success": details.success.strip(),
    }


def _review(row: ReviewRow) -> Review:
    return Review(
        id=ReviewId(row.id),
        version=row.version,
        name=row.name,
        want=row.want,
        success=row.success,
        opened=row.opened,
        closed=row.closed,
        edition=row.edition,
    )


def _judgement(row: JudgementRow) -> Judgement:
    return Judgement(_confidence(row.confidence), row.evidence)


def _confidence(level: int | None) -> Confidence | None:
    return None if level is None else Confidence(level)
