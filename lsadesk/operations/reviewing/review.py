"""The college's review: opened and agreed by the head, answered by everybody who is asked.

Whoever hands a sheet in is not noted with it, and what groups said is told once the review is
closed, so that a single answer cannot be watched coming in.
"""

from pathlib import Path
from typing import TypeVar

from lsadesk.domain.changes import Changes, Done, Subject
from lsadesk.domain.reviewing.lines import to_look_at
from lsadesk.domain.reviewing.points import PointId, Questions, Voice
from lsadesk.domain.reviewing.review import (
    Judgement,
    OpenReview,
    Review,
    ReviewDetails,
    ReviewId,
    ReviewWaiting,
    latest,
)
from lsadesk.domain.reviewing.views import Sheet, told
from lsadesk.domain.rights import EXPORT, READ, Kind, allows
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store import accounts, trail
from lsadesk.store.reviewing import lines as lists
from lsadesk.store.reviewing import reviews as kept
from lsadesk.store.reviewing.questions import questions
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

T = TypeVar("T")
_GAVE = "handed in a view"


def reviews(desk: Desk) -> tuple[Review, ...]:
    """Every review, the latest first."""
    with desk.reading(Kind.REVIEW) as reading:
        return kept.reviews(reading)


def open_review(desk: Desk, review: ReviewId) -> OpenReview:
    """One review with all that was agreed in it, and the one before it.

    Raises:
        UserError: it is not there.
    """
    with desk.reading(Kind.REVIEW) as reading:
        return _opened(reading, review)


def asked_of_me(desk: Desk) -> tuple[Review, Questions] | None:
    """The review that asks everybody who works here for their view; None: none does, or I gave it.

    That I gave one stands on the trail; which sheet is mine stands nowhere.
    """
    with desk.reading(Kind.VIEW, own_person(desk)) as reading:
        review = _now_open(reading)
        if review is None or _gave_one(desk, reading, review.id):
            return None
    return review, questions()


def waiting(desk: Desk, reading: Reading) -> ReviewWaiting:
    """What the home page says of reviews, as far as it is open to whoever looks.

    What the college wants is told to everybody: nobody works towards an aim that they never read.
    """
    standing = accounts.standing_of(reading, desk.account)
    reviews = reading.once(kept.reviews)
    this = latest(reviews)
    asks = any(each.closed is None and not _gave_one(desk, reading, each.id) for each in reviews)
    may_read = allows(standing, READ, Kind.REVIEW)
    return ReviewWaiting(
        asks_me=asks and standing.person is not None,
        want="" if this is None else this.want,
        success="" if this is None else this.success,
        to_look_at=len(to_look_at(lists.lines(reading), desk.today)) if this and may_read else 0,
    )


def begin_review(desk: Desk, details: ReviewDetails) -> Done[ReviewId]:
    """Open a review with the edition in use.

    Raises:
        UserError: it has no name, or another is open still.
    """
    with desk.writing(Kind.REVIEW) as work:
        _require_name(details)
        if _now_open(work) is not None:
            raise UserError("A review is open still. Close it before you begin the next.")
        review = kept.begin(work, details, questions().edition, desk.today)
        return _keep(desk, work, review, f"Began the review {details.name.strip()}")


def change_review(desk: Desk, read: Review, details: ReviewDetails) -> Done[None]:
    """Change its name, or what the college wants and takes for success."""
    with desk.writing(Kind.REVIEW) as work:
        _require_name(details)
        kept.change(work, read, details)
        return _keep(desk, work, None, f"Changed the review {details.name.strip()}")


def close_review(desk: Desk, read: Review) -> Done[None]:
    """Close it: from then on it tells what groups said, and takes nothing more in.

    It is not undone: one sheet more, between two closings, would show whose it is.
    """
    with desk.writing(Kind.REVIEW) as work:
        kept.close(work, read, desk.today)
        entry = Entry("closed a college review", Kind.REVIEW)
        sentence = f"Closed the review {read.name}"
        return desk.keep(work, None, sentence, entry, Subject.REVIEW, undo=False)


def judge(desk: Desk, review: ReviewId, point: PointId, judgement: Judgement) -> Done[None]:
    """Agree how confident the college is of a point, and what shows it."""
    with desk.writing(Kind.REVIEW) as work:
        _require_open(work, review)
        kept.judge(work, review, point, judgement)
        return _keep(desk, work, None, f"Agreed on {_code(point)}")


def hand_in(desk: Desk, review: ReviewId, sheet: Sheet) -> Done[None]:
    """Give my own view; neither my name nor the time is kept with it.

    Raises:
        UserError: the review is closed, or I gave one before.
    """
    person = own_person(desk)
    with desk.writing(Kind.VIEW, person) as work:
        if _gave_one(desk, work, review):
            raise UserError("You have given your view already. Nothing was added.")
        _take_in(work, review, sheet)
        entry = Entry(_GAVE, Kind.VIEW, person, str(review))
        return desk.keep(
            work, None, "Handed in my view", entry, Subject.REVIEW, about=person, undo=False
        )


def key_in(desk: Desk, review: ReviewId, sheet: Sheet) -> Done[None]:
    """Key in a sheet that came on paper, or from somebody without an account."""
    with desk.writing(Kind.REVIEW) as work:
        _take_in(work, review, sheet)
        return _keep(desk, work, None, f"Keyed in a sheet: {sheet.voice}")


def print_sheet(desk: Desk, voice: Voice, path: Path) -> Done[Path]:
    """Write the sheet that *voice* fills in on paper."""
    from lsadesk.reports import review_pdf

    desk.require_now(Kind.REVIEW, access=EXPORT)
    review_pdf.write_sheet(questions(), voice, desk.college, path)
    desk.note(Entry("printed a review sheet", Kind.REVIEW))
    return Done(path, Changes(frozenset(), "Printed a sheet"))


def print_review(desk: Desk, review: ReviewId, path: Path) -> Done[Path]:
    """Write the review with its actions as a PDF."""
    from lsadesk.reports import review_pdf

    with desk.reading(Kind.REVIEW, access=EXPORT) as reading:
        opened, beside = _opened(reading, review), lists.lines(reading)
    review_pdf.write_review(opened, beside, desk.college, desk.today, path)
    desk.note(Entry("printed a college review", Kind.REVIEW))
    return Done(path, Changes(frozenset(), "Printed the review"))


def export_review(desk: Desk, review: ReviewId, path: Path) -> Done[Path]:
    """Write the review as a workbook: where views part, and the lists."""
    from lsadesk.reports import review_workbook

    with desk.reading(Kind.REVIEW, access=EXPORT) as reading:
        opened, beside = _opened(reading, review), lists.lines(reading)
    review_workbook.write_workbook(opened, beside, desk.college, desk.today, path)
    desk.note(Entry("took out a college review", Kind.REVIEW))
    return Done(path, Changes(frozenset(), "Wrote the review as a workbook"))


def _opened(reading: Reading, review: ReviewId) -> OpenReview:
    every = kept.reviews(reading)
    this = next((each for each in every if each.id == review), None)
    if this is None:
        raise UserError("This review is no longer there.")
    older = [e for e in every if (e.opened, e.id) < (this.opened, this.id)]
    previous = latest(older)
    asked = questions()
    points = [point.id for point in asked.points]
    before = {} if previous is None else kept.judgements(reading, previous.id)
    return OpenReview(
        review=this,
        questions=asked,
        judgements=kept.judgements(reading, review),
        sheets=kept.handed_in(reading, review),
        told=told(kept.sheets(reading, review), points) if this.closed else {},
        previous=previous,
        before=before,
        before_told=told(kept.sheets(reading, previous.id), points)
        if previous is not None and previous.closed
        else {},
    )


def _now_open(reading: Reading) -> Review | None:
    return next((each for each in kept.reviews(reading) if each.closed is None), None)


def _gave_one(desk: Desk, reading: Reading, review: ReviewId) -> bool:
    return trail.has_done(reading.connection, desk.account, _GAVE, str(review))


def _require_open(reading: Reading, review: ReviewId) -> None:
    now = _now_open(reading)
    if now is None or now.id != review:
        raise UserError("This review is closed. Nothing was changed.")


def _require_name(details: ReviewDetails) -> None:
    if not details.name.strip():
        raise UserError("Give the review a name, Spring 2027 for example.")


def _take_in(work: Work, review: ReviewId, sheet: Sheet) -> None:
    _require_open(work, review)
    asked = {point.id for point in questions().asked_of(sheet.voice)}
    if not sheet.answers or not asked.issuperset(sheet.answers):
        raise UserError("This sheet answers nothing that its group is asked. Nothing was kept.")
    kept.hand_in(work, review, sheet)


def _code(point: PointId) -> str:
    return next((each.code for each in questions().points if each.id == point), point)


def _keep(desk: Desk, work: Work, result: T, sentence: str) -> Done[T]:
    entry = Entry("changed a college review", Kind.REVIEW)
    return desk.keep(work, result, sentence, entry, Subject.REVIEW)
