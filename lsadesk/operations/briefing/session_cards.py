"""Session cards to print: for everybody of some days, for one LSA, or blank for teachers."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lsadesk.domain.briefing.cards import Around, CardSheet, SessionCard, cards_for, slip_of
from lsadesk.domain.briefing.need_to_knows import AheadSession
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.rights import EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.briefing.ahead import sessions_ahead
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners
from lsadesk.store.work import Reading


def export_cards(
    desk: Desk,
    days: tuple[date, date],
    path: Path,
    *,
    session: SessionId | None = None,
    big: bool = False,
) -> Done[int]:
    """Write a card for each LSA of each session from the first to the last of *days*.

    *session*: of that one alone. Returns how many cards they are.

    Raises:
        UserError: nobody is planned then, or the file cannot be written.
    """
    with desk.reading(Kind.BRIEFING, access=EXPORT) as reading:
        desk.require(reading, READ, Kind.LEARNER, None)
        ahead = sessions_ahead(reading, *days)
        wanted = [each for each in ahead if session is None or each.session.id == session]
        cards = cards_for(wanted, _around(reading))
    return _write(desk, cards, path, big=big)


def export_cards_of(
    desk: Desk, person: PersonId, days: tuple[date, date], path: Path, *, big: bool = False
) -> Done[int]:
    """Write the cards of one LSA; how many they are. Raises `UserError` as in `export_cards`."""
    with desk.reading(Kind.BRIEFING, person, access=EXPORT) as reading:
        cards = cards_for(sessions_ahead(reading, *days), _around(reading), person)
    return _write(desk, cards, path, big=big)


def cards_of(desk: Desk, person: PersonId, days: tuple[date, date]) -> list[SessionCard]:
    """What one LSA is told of their sessions, in the order of the days."""
    with desk.reading(Kind.BRIEFING, person) as reading:
        return cards_for(sessions_ahead(reading, *days), _around(reading), person)


def export_blanks(desk: Desk, days: tuple[date, date], path: Path) -> Done[int]:
    """Write a slip for each session that is not told, for its teacher to fill in by hand.

    Raises:
        UserError: all are told, or the file cannot be written.
    """
    from lsadesk.reports.session_card_pdf import write_blanks

    with desk.reading(Kind.BRIEFING, access=EXPORT) as reading:
        ahead = sessions_ahead(reading, *days)
        around = _around(reading)
        wanted = [each for each in ahead if each.told is None or each.told.words.missing]
        slips = [slip_of(each, around) for each in sorted(wanted, key=_by_teacher)]
    if not slips:
        raise UserError("All sessions of these days are told: there is nothing to ask.")
    write_blanks(CardSheet(college=desk.college, printed=desk.today, cards=slips), path)
    desk.note(Entry("printed slips for teachers", Kind.BRIEFING, detail=str(len(slips))))
    return Done(len(slips), NOTHING)


def _write(desk: Desk, cards: Sequence[SessionCard], path: Path, *, big: bool) -> Done[int]:
    from lsadesk.reports.session_card_pdf import write_session_cards

    if not cards:
        raise UserError(
            "Nobody is planned for these days, so there are no cards. Publish a plan first."
        )
    sheet = CardSheet(college=desk.college, printed=desk.today, cards=cards)
    write_session_cards(sheet, path, big=big)
    desk.note(Entry("printed session cards", Kind.BRIEFING, detail=str(len(cards))))
    return Done(len(cards), NOTHING)


def _around(reading: Reading) -> Around:
    return Around(
        names={each.id: each.name for each in people.everybody(reading)},
        sites={each.id: each.name for each in people.sites(reading)},
        learners={each.id: each for each in learners.all_learners(reading)},
    )


def _by_teacher(ahead: AheadSession) -> tuple[str, date, object]:
    return ahead.session.teacher, ahead.on, ahead.session.span
