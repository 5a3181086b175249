"""A point of the review as a line of the table, and in full beside it."""

from dataclasses import dataclass
from datetime import date

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.reviewing.lines import Line
from lsadesk.domain.reviewing.points import Point, Voice
from lsadesk.domain.reviewing.review import OpenReview, Review, moved
from lsadesk.domain.reviewing.views import gap
from lsadesk.domain.reviewing.words import (
    VOICES,
    judgement_words,
    movement_words,
    state_words,
    told_words,
)
from lsadesk.ui.widgets.tables import Column
from lsadesk.ui.words import count, tr


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point with all that is known of it in this review."""

    point: Point
    opened: OpenReview
    lines: tuple[Line, ...]

    @property
    def stands(self) -> str:
        """Where the college stands, in words."""
        return tr(judgement_words(self.opened.judgements.get(self.point.id)))

    @property
    def movement(self) -> str:
        """Since the review before."""
        now, before = (
            each.get(self.point.id) for each in (self.opened.judgements, self.opened.before)
        )
        return tr(movement_words(now, before))

    @property
    def apart(self) -> int | None:
        """How far views part, in hundredths."""
        parted = gap(self.opened.told.get(self.point.id, {}).values())
        return None if parted is None else round(100 * parted)


def point_columns() -> tuple[Column[PointLine], ...]:
    return (
        Column(
            tr("Point"),
            lambda one: f"{one.point.code} {tr(one.point.label)}",
            lambda one: (one.point.recommendation, one.point.number),
            width=40,
        ),
        Column(
            tr("Where we stand"),
            lambda one: one.stands,
            _level,
            width=20,
        ),
        Column(
            tr("Since before"),
            lambda one: one.movement,
            lambda one: moved(
                one.opened.judgements.get(one.point.id), one.opened.before.get(one.point.id)
            ),
            width=11,
        ),
        Column(
            tr("Views part by"),
            lambda one: "" if one.apart is None else f"{one.apart} %",
            lambda one: one.apart,
            width=12,
            right=True,
        ),
        Column(
            tr("On lists"),
            lambda one: str(len(one.lines) or ""),
            lambda one: len(one.lines),
            width=8,
            right=True,
        ),
    )


def _level(one: PointLine) -> int | None:
    judgement = one.opened.judgements.get(one.point.id)
    return None if judgement is None else judgement.confidence


def review_words(one: Review) -> str:
    when = uk_date(one.opened)
    if one.closed is None:
        return tr("{name}, begun {day}, open", name=one.name, day=when)
    return tr("{name}, {day} to {end}", name=one.name, day=when, end=uk_date(one.closed))


def aims_words(one: Review) -> str:
    nothing = tr("not written yet")
    want = tr("What we want: {words}", words=one.want or nothing)
    return "\n".join((want, tr("Success: {words}", words=one.success or nothing)))


def handed_in_words(opened: OpenReview) -> str:
    groups = [
        f"{tr(VOICES[voice])} {opened.sheets[voice]}" for voice in Voice if opened.sheets.get(voice)
    ]
    number = count(sum(opened.sheets.values()), "sheet", "sheets")
    told = tr("{sheets} handed in", sheets=number)
    told += f" ({', '.join(groups)})." if groups else "."
    if opened.review.closed is None:
        told += " " + tr("What groups said is told once the review is closed.")
    return f"{told} {tr('Questions after: {edition}.', edition=opened.review.edition)}"


def in_full(line: PointLine, today: date, on_record: str) -> str:
    """All of a point: what is asked, of whom, what was said then and now, and what is done."""
    opened, point = line.opened, line.point
    asked = ", ".join(tr(VOICES[voice]) for voice in Voice if voice in point.voices)
    judgement = opened.judgements.get(point.id)
    told = [tr(point.text), tr("Asked of: {groups}", groups=asked)]
    told.append(tr("We stand at: {words}", words=_said(line)))
    if judgement is not None and judgement.evidence:
        told.append(tr("What shows it: {words}", words=judgement.evidence))
    if on_record:
        told.append(tr("On record here: {words}", words=tr(on_record)))
    if point.id in opened.told:
        told.append(tr("What groups said:") + "\n" + tr(told_words(opened.told[point.id])))
    if line.apart is not None:
        words = tr(
            "Views part by {number} %: so much more of one group is confident than of another.",
            number=line.apart,
        )
        told.append(words)
    if point.id not in opened.told and opened.review.closed is not None:
        told.append(tr("Too few answered to tell what groups said."))
    if opened.previous is not None and point.id in opened.before_told:
        before = tr("In {name}:", name=opened.previous.name)
        told.append(before + "\n" + tr(told_words(opened.before_told[point.id])))
    told += [
        f"\u2022 {each.words} ({state_words(each, today) or each.kind})" for each in line.lines
    ]
    return "\n\n".join(told)


def _said(line: PointLine) -> str:
    return ", ".join(filter(None, (line.stands, line.movement)))
