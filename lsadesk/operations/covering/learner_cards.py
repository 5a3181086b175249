"""Cards for learners: who is with me, and what is different, for one day or a week of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.covering.cover import CoverDay
from lsadesk.domain.covering.learner_cards import (
    CardKind,
    CardLine,
    CardsWanted,
    LearnerCard,
    LearnerCards,
    wished_on,
    with_lsas,
)
from lsadesk.domain.deployment.model import Slot
from lsadesk.domain.placements.as_sessions import TITLE
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.on_cards import names_on_cards
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.domain.vocabulary import said
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.timetable import Session
from lsadesk.errors import UserError
from lsadesk.operations.covering.cover_board import CoverBoard, boards
from lsadesk.operations.desk import Desk
from lsadesk.store.staff import on_cards, people
from lsadesk.store.trail import Entry

Names = dict[PersonId, str]


def take_learner_cards(desk: Desk, wanted: CardsWanted) -> Done[LearnerCards]:
    """The cards that are *wanted*, to be written; that they were taken is on the trail.

    Photos are those that people agree to at this moment.

    Raises:
        UserError: there is no plan for the days, or nobody's day is such.
    """
    with desk.reading(Kind.LEARNER, access=EXPORT) as reading:
        desk.require(reading, EXPORT, Kind.ON_CARDS, None)
        everybody = people.everybody(reading)
        names = _names(everybody, on_cards.of_all(reading), wanted.days[0])
        seen = boards(desk, reading, wanted.days)
        cards = [card for board in seen for card in cards_of(board, wanted, names)]
        there = {each.id for each in everybody if each.works_on(desk.today)}
        portraits = on_cards.portraits(reading, _shown(cards) & there)
    if not cards:
        raise UserError(_why_none(seen, wanted))
    desk.note(Entry("exported learner cards", Kind.LEARNER, detail=str(len(cards))))
    cards.sort(key=lambda card: (card.reference, card.on))
    sheet = LearnerCards(
        college=desk.college,
        kind=wanted.kind,
        a_page=wanted.a_page,
        cards=cards,
        portraits=portraits,
    )
    return Done(sheet, NOTHING)


def write_learner_cards(
    sheet: LearnerCards, path: Path, report: Callable[[float], None] | None = None
) -> None:
    """Write *sheet* as a PDF; *report* is told how far it is, what it raises stops the writing.

    Raises:
        UserError: the file cannot be written.
    """
    from lsadesk.reports.learner_cards_pdf import write_cards

    write_cards(sheet, path, report)


def cards_of(seen: CoverBoard, wanted: CardsWanted, names: Names) -> Iterator[LearnerCard]:
    """A card of that day for each learner who has one.

    Whoever may not have their place on the day is on none: somebody else is still to be found.
    """
    if seen.day is None:
        return
    day = replace(seen.day, placed=seen.day.safely)
    for learner in seen.learners:
        if wanted.learners is not None and learner.id not in wanted.learners:
            continue
        card = LearnerCard(
            reference=learner.reference,
            on=seen.on,
            wishes=wished_on(wanted, learner.card),
            lines=sorted(_lines(seen, day, learner, names), key=lambda line: line.span.start),
        )
        needs_change = wanted.only_changed or wanted.kind is CardKind.CHANGES
        if card.changed if needs_change else card.lines:
            yield card


def _names(everybody: Sequence[Person], called: Names, on: date) -> Names:
    """What learners call whom; nobody is told from somebody who has left."""
    gone = {each.id: each for each in everybody if not each.works_on(on)}
    here = {each.id: each for each in everybody if each.id not in gone}
    return names_on_cards(gone, called) | names_on_cards(here, called)


def _lines(seen: CoverBoard, day: CoverDay, learner: Learner, names: Names) -> Iterator[CardLine]:
    by_part: dict[tuple[object, ...], list[Slot]] = {}
    for slot in day.today:
        if learner in seen.come_to(slot):
            by_part.setdefault((slot.id.session, slot.id.part), []).append(slot)
    for slots in by_part.values():
        session = seen.sessions[slots[0].id.session]
        line = with_lsas(day, slots, session, _place(seen, session), names)
        yield replace(line, span=seen.support_in(slots[0]))
    for each in seen.placements:
        if each.learner == learner.id and each.lsa is None:
            yield CardLine(span=seen.hours_of(each), title=said(TITLE), place=each.place)
    with_places = {slot.id.session for slot in day.today}
    for session in seen.sessions.values():
        if session.id in with_places or not seen.is_due(session):
            continue
        if learner in seen.around.come.get(session.id, ()):
            yield CardLine(
                span=session.span,
                title=session.title or session.group,
                place=_place(seen, session),
                teacher=session.teacher,
                symbol=session.symbol,
                is_off=seen.is_off(session),
            )


def _place(seen: CoverBoard, session: Session) -> str:
    """The room, and the site where there are several."""
    site = "" if session.site is None or len(seen.sites) < 2 else seen.sites[session.site]
    return ", ".join(part for part in (session.room, site) if part)


def _shown(cards: list[LearnerCard]) -> frozenset[PersonId]:
    """Those whose photos are wanted."""
    return frozenset(
        each.person
        for card in cards
        if card.wishes.photos
        for line in card.lines
        for each in (*line.people, *line.instead_of)
    )


def _why_none(seen: list[CoverBoard], wanted: CardsWanted) -> str:
    if all(board.day is None for board in seen):
        return "There is no plan for this yet, so nobody can be told who comes. Make one first."
    if wanted.only_changed or wanted.kind is CardKind.CHANGES:
        return "No learner's day has changed, so there are no cards to print."
    return "There is no session then for whom you chose, so there are no cards to print."
