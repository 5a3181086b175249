"""Deployment, cover and briefing."""

from lsadesk.domain.briefing.feedback import FeedbackId, SessionFeedback
from lsadesk.domain.covering.agency import Booked
from lsadesk.domain.covering.delivered import Delivery, Outcome
from lsadesk.domain.covering.stand_ins import ForTheDay
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.domain.weeks.timetables import Choosable, Whose
from lsadesk.operations.covering import cover_board, leading
from lsadesk.operations.covering.cover import Proposal
from lsadesk.operations.deploying import deployment, plan_weights, plans
from lsadesk.operations.placements import placements
from lsadesk.operations.weeks import sessions
from lsadesk.ui.briefing.feedback_page import ask_answer
from lsadesk.ui.briefing.mine import show_my_sessions
from lsadesk.ui.cover.ask_given import ask_given
from lsadesk.ui.cover.cards_question import ask_cards
from lsadesk.ui.cover.from_agency import ask_booking
from lsadesk.ui.cover.leading import LedDialog
from lsadesk.ui.cover.printing import ask_brief
from lsadesk.ui.cover.questions import (
    ask_absent,
    ask_away,
    ask_for_the_day,
    ask_proposal,
    ask_swap,
)
from lsadesk.ui.deployment.asking import PublishQuestion, ask_name, ask_other, ask_why
from lsadesk.ui.deployment.dials import DialsQuestion
from lsadesk.ui.deployment.evidence_page import ask_reason_aside
from lsadesk.ui.deployment.one_week import timetable_dialog
from lsadesk.ui.deployment.taking import TakeAway
from lsadesk.ui.deployment.telling import change_list, comparison
from lsadesk.ui.placements.forms import ask_entry, ask_placement
from lsadesk.ui.placements.mine import show_my_placements
from tests.ui.every_dialog.stage import TODAY, Dialogs

TAKEN = {whose: [Choosable("1", "Gwenllian Ŵyn-Jones"), Choosable("2", "JB02")] for whose in Whose}
TOLD = SessionFeedback(
    id=FeedbackId(1),
    version=1,
    session=SessionId(1),
    on=TODAY,
    person=PersonId(1),
    worked="Dice on the table, one question at a time",
)


DIALOGS: Dialogs = {
    "DialsQuestion": lambda on: DialsQuestion(
        on.window, plan_weights.weights(on.desk), deployment.week_board(on.desk).bill
    ).exec(),
    "PublishQuestion": lambda on: PublishQuestion(on.window, plans.plans(on.desk)[0]).exec(),
    "TellDialog": lambda on: comparison(
        on.window, plans.compare(on.desk, *(each.id for each in plans.plans(on.desk)[:2]))
    ).exec(),
    "timetable_dialog": lambda on: timetable_dialog(on.window, []).exec(),
    "change_list": lambda on: change_list(on.window, "Autumn", []).exec(),
    "ask_name": lambda on: ask_name(on.window, "Rename this plan", "Draft 1", "Rename"),
    "ask_other": lambda on: ask_other(on.window, plans.plans(on.desk)),
    "ask_why": lambda on: ask_why(on.window),
    "LedDialog": lambda on: LedDialog(
        on.context, on.window, leading.led_board(on.desk, TODAY)
    ).exec(),
    "MyPlacements": lambda on: show_my_placements(on.context, PersonId(1), on.window),
    "ask_placement": lambda on: ask_placement(
        on.window, (told := placements.placements(on.desk)), told.records[0].placement
    ),
    "ask_entry": lambda on: ask_entry(
        on.window,
        TODAY,
        placements.placements(on.desk).records[0].entries[0],
        "Gwenllian Ŵyn-Jones, Caffi",
    ),
    "MySessions": lambda on: show_my_sessions(on.context, on.window),
    "ask_answer": lambda on: ask_answer(on.window, TOLD, sessions.all_sessions(on.desk)[0]),
    "ask_reason_aside": lambda on: ask_reason_aside(on.window),
    "TakeAway": lambda on: TakeAway(on.window, TAKEN).exec(),
    "ask_away": lambda on: ask_away(on.window, cover_board.board(on.desk, TODAY)),
    "ask_absent": lambda on: ask_absent(
        on.window, (seen := cover_board.board(on.desk, TODAY)), seen.team[:2]
    ),
    "ask_swap": lambda on: ask_swap(on.window, cover_board.board(on.desk, TODAY)),
    "ask_booking": lambda on: ask_booking(
        on.window,
        cover_board.board(on.desk, TODAY),
        [
            Booked(
                person=PersonId(1),
                forename="Gwenllian",
                surname="Williams-Pritchard",
                ends=TODAY,
                hours=None,
                sites=frozenset(),
            )
        ],
    ),
    "ask_cards": lambda on: ask_cards(on.window, cover_board.board(on.desk, TODAY)),
    "ask_brief": lambda on: ask_brief(on.window, cover_board.board(on.desk, TODAY)),
    "ask_for_the_day": lambda on: ask_for_the_day(
        on.window,
        "Kay Lewis",
        3,
        [ForTheDay(person=PersonId(1), name="Gwenllian Williams-Pritchard", takes=(), done=90)],
    ),
    "ask_given": lambda on: ask_given(
        on.window,
        Delivery(
            day=TODAY,
            slot=SlotId(SessionId(1), 0),
            title="Cookery, Blue",
            planned=90,
            minutes=90,
            outcome=Outcome.AS_PLANNED,
            person=PersonId(1),
        ),
    ),
    "ask_proposal": lambda on: ask_proposal(
        on.window,
        cover_board.board(on.desk, TODAY),
        Proposal(covers=[], moves=[], dropped=[]),
    ),
}
