"""What LSAs are told before their sessions, and tell after them."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

from lsadesk.domain.briefing.feedback import Answer, FeedbackDetails, SessionFeedback
from lsadesk.domain.briefing.need_to_knows import AheadSession, NeedToKnows
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.briefing import feedback, need_to_knows, session_cards
from lsadesk.operations.desk import Desk
from lsadesk.store.briefing import feedback as told_before
from lsadesk.store.trail import Entry
from tests.operations.duty_operations.kinds import About, Whole
from tests.operations.duty_world import World

MONDAY = date(2026, 11, 30)  # in the week after the one that questions of cover empty
_weeks = count(1)  # what is used again in one week cannot be once more


def _seen(world: World) -> AheadSession:
    week = need_to_knows.week_ahead(world.owner, MONDAY)
    return next(each for each in week.sessions if each.session.id == world.session)


def _as_last_time(desk: Desk, world: World) -> object:
    need_to_knows.tell(world.owner, _seen(world), NeedToKnows(concepts="Heat"))
    later = need_to_knows.week_ahead(world.owner, MONDAY + timedelta(weeks=next(_weeks)))
    again = [each for each in later.sessions if each.session.id == world.session]
    return need_to_knows.as_last_time(desk, again)


DAYS = MONDAY, date(2026, 12, 4)


def _printed(print_: Callable[[], object]) -> object:
    """What it answers; that there is nothing to print tells only that one may ask."""
    try:
        return print_()
    except NotAllowed:
        raise
    except UserError as error:
        return str(error)


def _told(world: World) -> SessionFeedback:
    """Something that Asha told, as it stands now."""
    with world.owner.store.begin() as work:
        details = FeedbackDetails(worked="Dice")
        told_before.tell(work, world.asha, (world.session, MONDAY), details)
        work.commit(Entry("told", Kind.FEEDBACK))
    return feedback.all_feedback(world.owner).told[0]


OPERATIONS = {
    "need_to_knows.week_ahead": Whole(
        READ, Kind.BRIEFING, lambda d, w, p: need_to_knows.week_ahead(d, MONDAY)
    ),
    "need_to_knows.tell": Whole(
        CHANGE,
        Kind.BRIEFING,
        lambda d, w, p: need_to_knows.tell(d, _seen(w), NeedToKnows(concepts="Heat")),
    ),
    "need_to_knows.as_last_time": Whole(CHANGE, Kind.BRIEFING, lambda d, w, p: _as_last_time(d, w)),
    "need_to_knows.set_limit": Whole(
        CHANGE, Kind.BRIEFING, lambda d, w, p: need_to_knows.set_limit(d, 14)
    ),
    "session_cards.take_cards": Whole(
        EXPORT,
        Kind.BRIEFING,
        lambda d, w, p: _printed(lambda: session_cards.take_cards(d, DAYS)),
    ),
    "session_cards.export_cards_of": About(
        EXPORT,
        Kind.BRIEFING,
        lambda d, w, p: _printed(
            lambda: session_cards.export_cards_of(d, p, DAYS, w.path("own.pdf"))
        ),
    ),
    "session_cards.cards_of": About(
        READ, Kind.BRIEFING, lambda d, w, p: session_cards.cards_of(d, p, DAYS)
    ),
    "session_cards.take_blanks": Whole(
        EXPORT,
        Kind.BRIEFING,
        lambda d, w, p: _printed(lambda: session_cards.take_blanks(d, DAYS)),
    ),
    "feedback.all_feedback": Whole(READ, Kind.FEEDBACK, lambda d, w, p: feedback.all_feedback(d)),
    "feedback.feedback_of": About(READ, Kind.FEEDBACK, lambda d, w, p: feedback.feedback_of(d, p)),
    "feedback.tell_teacher": About(
        CHANGE,
        Kind.FEEDBACK,
        lambda d, w, p: _printed(
            lambda: feedback.tell_teacher(d, p, w.session, MONDAY, FeedbackDetails(worked="Dice"))
        ),
    ),
    "feedback.answer": Whole(
        CHANGE, Kind.FEEDBACK, lambda d, w, p: feedback.answer(d, _told(w), Answer.OPEN)
    ),
    "feedback.export_slips": Whole(
        EXPORT,
        Kind.FEEDBACK,
        lambda d, w, p: _printed(lambda: feedback.export_slips(d, w.path("told.pdf"))),
    ),
}
