"""Session cards to print: for everybody of some days, for one LSA, or blank for teachers."""

from collections.abc import Callable
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

Report = Callable[[float], None]


def take_cards(
    desk: Desk, days: tuple[date, date], *, session: SessionId | None = None
) -> Done[CardSheet]:
    """A card for each LSA of each session from the first to the last of *days*, to be written.

    *session*: of that one alone. `write_cards` needs no college file: a big college's day
    takes many seconds to lay out.

    Raises:
        UserError: nobody is planned then.
    """
    with desk.reading(Kind.BRIEFING, access=EXPORT) as reading:
        desk.require(reading, READ, Kind.LEARNER, None)
        ahead = sessions_ahead(reading, *days)
        wanted = [each for each in ahead if session is None or each.session.id == session]
        cards = cards_for(wanted, _around(reading))
    return Done(_taken(desk, cards), NOTHING)


def export_cards_of(
    desk: Desk, person: PersonId, days: tuple[date, date], path: Path, *, big: bool = False
) -> Done[int]:
    """Write the cards of one LSA; how many they are.

    Raises:
        UserError: they are planned for nothing then, or the file cannot be written.
    """
    with desk.reading(Kind.BRIEFING, person, access=EXPORT) as reading:
        cards = cards_for(sessions_ahead(reading, *days), _around(reading), person)
    write_cards(_taken(desk, cards), path, big=big)
    return Done(len(cards), NOTHING)


def write_cards(
    sheet: CardSheet, path: Path, report: Report | None = None, *, big: bool = False
) -> None:
    """Write *sheet* as a PDF to be cut apart, in 18 point if *big*.

    *report* is told how far it is (0 to 1); what it raises stops the writing. Raises
    `UserError` where the file cannot be written.
    """
    from lsadesk.reports.session_card_pdf import write_session_cards

    write_session_cards(sheet, path, report, big=big)


def cards_of(desk: Desk, person: PersonId, days: tuple[date, date]) -> list[SessionCard]:
    """What one LSA is told of their sessions, in the order of the days."""
    with desk.reading(Kind.BRIEFING, person) as reading:
        return cards_for(sessions_ahead(reading, *days), _around(reading), person)


def take_blanks(desk: Desk, days: tuple[date, date]) -> Done[CardSheet]:
    """A slip for each session that is not told, for its teacher to fill in by hand.

    Raises:
        UserError: all are told.
    """
    with desk.reading(Kind.BRIEFING, access=EXPORT) as reading:
        ahead = sessions_ahead(reading, *days)
        around = _around(reading)
        wanted = [each for each in ahead if each.told is None or each.told.words.missing]
        slips = [slip_of(each, around) for each in sorted(wanted, key=_by_teacher)]
    if not slips:
        raise UserError("All sessions of these days are told: there is nothing to ask.")
    desk.note(Entry("printed slips for teachers", Kind.BRIEFING, detail=str(len(slips))))
    return Done(CardSheet(college=desk.college, printed=desk.today, cards=slips), NOTHING)


def write_blanks(sheet: CardSheet, path: Path, report: Report | None = None) -> None:
    """Write the slips of *sheet* as a PDF; *report* and what is raised as in `write_cards`."""
    from lsadesk.reports import session_card_pdf

    session_card_pdf.write_blanks(sheet, path, report)


def _taken(desk: Desk, cards: list[SessionCard]) -> CardSheet:
    if not cards:
        raise UserError(
            "Nobody is planned for these days, so there are no cards. Publish a plan first."
        )
    desk.note(Entry("printed session cards", Kind.BRIEFING, detail=str(len(cards))))
    return CardSheet(college=desk.college, printed=desk.today, cards=cards)


def _around(reading: Reading) -> Around:
    return Around(
        names={each.id: each.name for each in people.everybody(reading)},
        sites={each.id: each.name for each in people.sites(reading)},
        learners={each.id: each for each in learners.all_learners(reading)},
    )


def _by_teacher(ahead: AheadSession) -> tuple[str, date, object]:
    return ahead.session.teacher, ahead.on, ahead.session.span
