"""The college's review on paper, and the sheet on which a group gives its view.

Source: requirements A88 to A91, A96, A98.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.reviewing.lines import Line, LineKind
from lsadesk.domain.reviewing.points import Point, Questions, Voice
from lsadesk.domain.reviewing.review import OpenReview
from lsadesk.domain.reviewing.views import SMALLEST
from lsadesk.domain.reviewing.words import (
    LISTS,
    VOICES,
    answer_words,
    found_words,
    judgement_words,
    movement_words,
    state_words,
    told_words,
)
from lsadesk.domain.vocabulary import said
from lsadesk.reports.pages import BODY, NOTE, SMALL, STRONG, TITLE, headed, table, text, write_pdf

_POINTS = (
    ("Point", 190.0),
    ("Where we stand", 105.0),
    ("What groups said", 190.0),
    ("What shows it, and what is done", 265.0),
)
_LINES = (("What", 260.0), ("Belongs to", 150.0), ("Who", 100.0), ("When", 100.0), ("", 140.0))
_SHEET_WIDTHS = (227.0, 53.0, 53.0, 53.0, 53.0, 53.0)
_MOST = 3  # an action is told under its point in as many words; the rest is in the list


def write_review(
    opened: OpenReview, lines: Sequence[Line], college: str, today: date, path: Path
) -> None:
    """Write the review and the lists beside it.

    Raises:
        UserError: the file cannot be written.
    """
    review = opened.review
    story = [
        *_head(opened, college, today),
        *_points(opened, lines, today),
        *_lists(opened.questions, lines, today),
        *_themes(opened, lines),
    ]
    footer = f"{college}: {review.name}. Questions after: {review.edition}."
    write_pdf(path, story, title=review.name, footer=footer, wide=True)


def write_sheet(questions: Questions, voice: Voice, college: str, path: Path) -> None:
    """Write the sheet for *voice*: a box for each answer, and no place for a name.

    Raises:
        UserError: the file cannot be written.
    """
    title = said(f"What do you think? {VOICES[voice]}")
    levels, cannot = answer_words(voice)
    how = (
        "Tick one box a line. You can leave lines out. No names, please: what you say is counted "
        f"together with others, and never told of fewer than {SMALLEST} people."
    )
    heads = ["", *levels.values(), cannot]
    rows = [[text(each, SMALL) for each in heads]]
    rows += [
        [text(said(point.asks(voice))), *(text("\u2610", TITLE) for _ in heads[1:])]
        for point in questions.asked_of(voice)
    ]
    story: list[Flowable] = [
        text(title, TITLE),
        text(college, NOTE),
        text(how),
        Spacer(1, 8),
        table(rows, _SHEET_WIDTHS),
    ]
    write_pdf(path, story, title=title, footer=f"{college}. After: {questions.edition}.")


def _head(opened: OpenReview, college: str, today: date) -> Iterator[Flowable]:
    review = opened.review
    ended = f"closed {uk_date(review.closed)}" if review.closed else "open still"
    when = f"{college} \u00b7 begun {uk_date(review.opened)}, {ended} \u00b7 {uk_date(today)}"
    yield text(f"College review: {review.name}", TITLE)
    yield text(when, NOTE)
    for head, words in (("What we want", review.want), ("What success looks like", review.success)):
        yield text(f"{head}: {words or 'not written yet'}", BODY)
    handed_in = ", ".join(
        f"{said(VOICES[voice])} {opened.sheets[voice]}"
        for voice in Voice
        if opened.sheets.get(voice)
    )
    yield text(f"Sheets handed in: {handed_in or 'none'}.", BODY)
    yield text(
        f"Groups of fewer than {SMALLEST} are told together with others or not at all. Views are "
        "told once the review is closed. A low answer is where to begin, and nobody's mark.",
        NOTE,
    )


def _points(opened: OpenReview, lines: Sequence[Line], today: date) -> Iterator[Flowable]:
    for number, name in enumerate(opened.questions.recommendations, start=1):
        yield from headed(f"R{number}. {said(name)}")
        yield _rows(
            _POINTS,
            (
                (
                    f"{point.code} {said(point.text)}",
                    _stands(opened, point),
                    said(told_words(opened.told.get(point.id, {}))),
                    _shown_by(opened, point, lines, today),
                )
                for point in opened.questions.points
                if point.recommendation == number
            ),
        )


def _stands(opened: OpenReview, point: Point) -> str:
    now, before = opened.judgements.get(point.id), opened.before.get(point.id)
    return "\n".join(filter(None, (judgement_words(now), movement_words(now, before))))


def _shown_by(opened: OpenReview, point: Point, lines: Sequence[Line], today: date) -> str:
    judgement = opened.judgements.get(point.id)
    told = [judgement.evidence] if judgement and judgement.evidence else []
    own = [line for line in lines if line.topic == point.id]
    told += [
        f"\u2022 {each.words} ({state_words(each, today) or each.kind})" for each in own[:_MOST]
    ]
    if len(own) > _MOST:
        told.append(f"and {len(own) - _MOST} more in the lists")
    return "\n".join(told)


def _lists(questions: Questions, lines: Sequence[Line], today: date) -> Iterator[Flowable]:
    topics = dict(questions.topics())
    for kind in LineKind:
        yield from headed(LISTS[kind])
        own = [line for line in lines if line.kind is kind]
        if not own:
            yield text("Nothing is on this list.")
            continue
        by_day = sorted(own, key=lambda one: (one.done is not None, one.due or date.max))
        yield _rows(
            _LINES,
            (
                (
                    "\n".join(filter(None, (one.words, found_words(one)))),
                    said(topics.get(one.topic, "")),
                    one.owner,
                    f"from {uk_date(one.begun)}",
                    state_words(one, today),
                )
                for one in by_day
            ),
        )


def _themes(opened: OpenReview, lines: Iterable[Line]) -> Iterator[Flowable]:
    linked = list(lines)
    yield from headed("What inspection looks for, and where it is seen")
    for theme, name in opened.questions.themes.items():
        points = [point for point in opened.questions.points if point.theme == theme]
        under = {point.id for point in points}
        yield text(said(name), STRONG)
        told = [
            f"{p.code} {judgement_words(opened.judgements.get(p.id)).casefold()}" for p in points
        ]
        yield text("; ".join(told), SMALL)
        for line in linked:
            if line.topic in under:
                yield text(f"\u2022 {line.words} ({line.kind})", SMALL)


def _rows(columns: tuple[tuple[str, float], ...], cells: Iterable[tuple[str, ...]]) -> Flowable:
    rows = [[text(heading, STRONG) for heading, _ in columns]]
    rows += [[text(cell, SMALL) for cell in row] for row in cells]
    return table(rows, [width for _, width in columns])
