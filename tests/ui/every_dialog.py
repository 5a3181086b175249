"""Every dialog of the window, and how it is opened: a new one stands here or fails its test."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from lsadesk.domain.appraisals.answer_forms import Brought, Origin, Problem, compared
from lsadesk.domain.appraisals.assessment import Answer, Assessment
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.briefing.feedback import FeedbackId, SessionFeedback
from lsadesk.domain.careers.catalogue import QualificationId
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.courses.training import OptionDetails
from lsadesk.domain.covering.delivered import Delivery, Outcome
from lsadesk.domain.covering.stand_ins import ForTheDay
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.differences import Difference
from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import HeldQualification, Holding
from lsadesk.domain.vocabulary import Vocabulary
from lsadesk.domain.weeks.bank_holidays import bank_holidays
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.domain.weeks.timetables import Choosable, Whose
from lsadesk.operations.appraisals import appraised_skills, keying_in
from lsadesk.operations.appraisals.answer_forms import Preview
from lsadesk.operations.auditing import audit_skills
from lsadesk.operations.careers import career, checklists, layer, networks, resources
from lsadesk.operations.courses import clocks, documents, training
from lsadesk.operations.covering import cover_board, leading
from lsadesk.operations.covering.cover import Proposal
from lsadesk.operations.deploying import deployment, plan_weights, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing.development import Around
from lsadesk.operations.keeping import accounts, erasing, notice, retention
from lsadesk.operations.staff import carrying, people
from lsadesk.operations.weeks import college_year, sessions, support, work_patterns
from lsadesk.ui.about import show_about
from lsadesk.ui.appraisal.asking import ask_appraiser, ask_begin, ask_paper_day, ask_reason
from lsadesk.ui.appraisal.for_head import ask_interval, ask_tie
from lsadesk.ui.appraisal.teachers import show_teachers
from lsadesk.ui.assessment.groups_page import ask_group
from lsadesk.ui.assessment.keying import KeyIn
from lsadesk.ui.assessment.other_ways import OtherWays
from lsadesk.ui.assessment.packet_door import OpenPacket
from lsadesk.ui.assessment.passphrase import NewPassphrase, ask_passphrase
from lsadesk.ui.assessment.readback import ReadBack
from lsadesk.ui.audit.arranging import Arranging, ask_arrangement
from lsadesk.ui.audit.asking import ask_exempt, ask_suspended
from lsadesk.ui.audit.grading import Grading, Line, ask_grades
from lsadesk.ui.audit.past import ask_day
from lsadesk.ui.briefing.feedback_page import ask_answer
from lsadesk.ui.briefing.mine import show_my_sessions
from lsadesk.ui.career.compare import CompareRoles
from lsadesk.ui.career.past_page import ask_entry, ask_past
from lsadesk.ui.checking import show_loose_ends, show_wrong
from lsadesk.ui.cover.given_page import ask_given
from lsadesk.ui.cover.leading import LedDialog
from lsadesk.ui.cover.printing import ask_brief
from lsadesk.ui.cover.questions import ask_absent, ask_away, ask_for_the_day, ask_proposal
from lsadesk.ui.crash import CrashDialog, report_on
from lsadesk.ui.deployment.asking import PublishQuestion, ask_name, ask_other, ask_why
from lsadesk.ui.deployment.dials import DialsQuestion
from lsadesk.ui.deployment.evidence_page import ask_reason_aside
from lsadesk.ui.deployment.one_week import timetable_dialog
from lsadesk.ui.deployment.taking import TakeAway
from lsadesk.ui.deployment.telling import change_list, comparison
from lsadesk.ui.development.all_plans import AllPlansDialog
from lsadesk.ui.development.helpers_page import ask_limit
from lsadesk.ui.development.line_form import BLANK, ask_line
from lsadesk.ui.development.note_form import ask_note
from lsadesk.ui.development.progress_form import ask_progress
from lsadesk.ui.development.review_form import ask_review
from lsadesk.ui.development.seen_form import ask_seen
from lsadesk.ui.differences import DifferencesReview
from lsadesk.ui.differences import Kind as DifferenceKind
from lsadesk.ui.happenings import show_who_saw_me
from lsadesk.ui.help import HelpWindow
from lsadesk.ui.intake.assistant import ask_way_back, import_workbook
from lsadesk.ui.keeping.earlier import RestoreDialog
from lsadesk.ui.keeping.erasing import EraseQuestion
from lsadesk.ui.keeping.first_secret import FirstSecretDialog
from lsadesk.ui.keeping.key_pages import KeyPages
from lsadesk.ui.keeping.mend_keys import MendKeysDialog
from lsadesk.ui.keeping.moving import BroughtDialog, MoveDialog
from lsadesk.ui.keeping.my_privacy import ask_remark, show_my_privacy
from lsadesk.ui.keeping.periods import PeriodsDialog, ask_how_long, ask_longer
from lsadesk.ui.keeping.privacy import ask_notice, show_notice
from lsadesk.ui.keeping.recovery_key import RecoveryKeyDialog
from lsadesk.ui.keeping.requests_page import ask_request
from lsadesk.ui.library.barriers import ask_in_the_way
from lsadesk.ui.library.carrying import ask_carrier, ask_hand_over
from lsadesk.ui.library.college import CollegePage
from lsadesk.ui.library.holding import ask_holding
from lsadesk.ui.library.network_questions import ask_meeting, ask_network
from lsadesk.ui.library.own_change import ask_change
from lsadesk.ui.library.own_questions import ask_new
from lsadesk.ui.library.reasons import ask_tick
from lsadesk.ui.library.resources import ask_resource
from lsadesk.ui.library.vocabulary import ask_words
from lsadesk.ui.main_window import MainWindow
from lsadesk.ui.new_college import NewCollegeDialog
from lsadesk.ui.own_secret import OwnSecretDialog
from lsadesk.ui.people.account_questions import NewAccount, ask_duties, ask_secret
from lsadesk.ui.people.add_person import ask_person
from lsadesk.ui.people.health import ask_health
from lsadesk.ui.people.leaving import ask_last_day
from lsadesk.ui.planned_for.learner_form import ask_learner
from lsadesk.ui.planned_for.learners_page import ask_least_sessions
from lsadesk.ui.planned_for.pattern_form import ask_pattern
from lsadesk.ui.planned_for.people_page import ask_whom
from lsadesk.ui.planned_for.session_form import NEW, ask_many_sessions, ask_session
from lsadesk.ui.planned_for.sign_off_form import ask_sign_off
from lsadesk.ui.planned_for.year_forms import (
    ask_holidays,
    ask_journey,
    ask_period,
    ask_planning_time,
    ask_week_a,
)
from lsadesk.ui.recovery import RecoveryDialog
from lsadesk.ui.second_place import show_copies
from lsadesk.ui.tab import TabContext
from lsadesk.ui.training.certificate_form import ask_certificate
from lsadesk.ui.training.document_form import ask_document
from lsadesk.ui.training.mine import show_mine
from lsadesk.ui.training.option_form import ask_option
from lsadesk.ui.training.rules_form import ask_rules
from lsadesk.ui.unfinished import Typed, UnfinishedDialog
from lsadesk.ui.widgets.ask import ask_choice, ask_text, confirm, tell
from tests.ui.at_rest import wait_for

TODAY = date(2026, 11, 24)
TAKEN = {whose: [Choosable("1", "Gwenllian Ŵyn-Jones"), Choosable("2", "JB02")] for whose in Whose}
TOLD = SessionFeedback(
    id=FeedbackId(1),
    version=1,
    session=SessionId(1),
    on=TODAY,
    person=PersonId(1),
    worked="Dice on the table, one question at a time",
)
KEY = "MSRBD-54PTP-P0K0B-71B74-DR5JM-76XCQ-WTD4Z"


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the college file any more."""
    wait_for(window.worker, qtbot)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a dialog is opened over."""

    window: MainWindow
    context: TabContext
    desk: Desk
    folder: Path
    qtbot: QtBot

    def page(self, name: str) -> None:
        self.window.bar.go(name)
        settle(self.window, self.qtbot)


def _posts(on: Stage) -> None:
    on.page("library")
    (page,) = on.window.findChildren(CollegePage)
    page.table.selectRow(0)
    page.posts.click()


def _key_pages(on: Stage, *, asking: bool) -> None:
    dialog = NewCollegeDialog(on.window, on.window.worker)
    keys = KeyPages(KEY, "Afon Valley College", on.window.worker, dialog.accept)
    dialog._pages.addWidget(keys)
    dialog._pages.setCurrentWidget(keys)
    keys.begin()
    if asking:
        keys.written.click()
    dialog.exec()


def _compare(on: Stage) -> None:
    seen = career.my_map(on.desk)
    one, other, *_ = seen.framework.roles
    CompareRoles(on.window, seen, one, other).exec()


def _key_in(on: Stage) -> None:
    who = people.colleagues(on.desk)[0].id
    KeyIn(on.window, keying_in.form_of(on.desk, who)).exec()


def _read_back(on: Stage) -> None:
    """What a form of the desk's own person would bring, with a clash and a problem."""
    who = people.colleagues(on.desk)[0]
    here = keying_in.form_of(on.desk, who.id)
    first = here.questions[0].id
    answer = Answer(statement=StatementId(first), value=Level(3), example="In cookery. " * 9)
    brought = Brought(
        mark=here.mark,
        origin=Origin.WORKBOOK,
        given={first: answer},
        problems=(Problem("Row 12", "“superb” is none of the answers offered."),),
    )
    found = Assessment(
        person=who.id, answers={answer.statement: replace(answer, value=Level(1), example="Mine")}
    )
    preview = Preview(
        person=who.id,
        name=who.name,
        is_mine=False,
        origin=brought.origin,
        lines=compared(here.questions, found, brought, {}),
        problems=brought.problems,
        no_longer=("gone",),
        other_edition=True,
        handed_in_at=None,
    )
    ReadBack(on.window, preview).exec()


DIFFERENCES = DifferenceKind(row="Person", column="Skill", words=str, since="24 Nov 2026, 10:42")
SOME_DIFFERENCES = [
    Difference(key=1, row="Kaur, Asha", column="BSL", place="G7", was=2, now=3, here=2),
    Difference(key=2, row="Xu, Ben", column="BSL", place="G8", was=2, now=3, here=4),
]

DIALOGS: dict[str, Callable[[Stage], object]] = {
    "AllPlansDialog": lambda on: AllPlansDialog(on.context, on.window, on.folder).exec(),
    "Arranging": lambda on: Arranging(on.window, audit_skills.all_skills(on.desk)).exec(),
    "Assistant": lambda on: import_workbook(on.context, on.window),
    "CompareRoles": _compare,
    "CrashDialog": lambda on: CrashDialog(on.window, report_on(KeyError("asha"))).exec(),
    "Grading": lambda on: Grading(on.window, "BSL", [Line(1, "Kaur, Asha", 3)], "Name").exec(),
    "KeyIn": _key_in,
    "NewPassphrase": lambda on: NewPassphrase(on.window).exec(),
    "OtherWays": lambda on: OtherWays(on.context, on.window).exec(),
    "ReadBack": _read_back,
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
    "OpenPacket": lambda on: OpenPacket(
        on.window, on.window.worker, Path("Questionnaire.lsapacket")
    ).exec(),
    "ask_passphrase": lambda on: ask_passphrase(on.window),
    "DifferencesReview": lambda on: DifferencesReview(
        on.window, DIFFERENCES, SOME_DIFFERENCES, [Problem("Cell H7", "It is not understood.")]
    ).exec(),
    "FirstSecretDialog": lambda on: FirstSecretDialog(on.window, on.window.worker, on.desk).exec(),
    "HelpWindow": lambda on: (opened := HelpWindow(on.window)).open_at("audit") or opened.exec(),
    "LineQuestion": lambda on: ask_line(
        on.window, "Add a line", BLANK, around=Around(today=TODAY), yes="Add"
    ),
    "CertificateQuestion": lambda on: ask_certificate(on.window, clocks.clocks(on.desk), None),
    "DocumentQuestion": lambda on: ask_document(on.window, None, documents.readings(on.desk).teams),
    "LedDialog": lambda on: LedDialog(
        on.context, on.window, leading.led_board(on.desk, TODAY)
    ).exec(),
    "MySessions": lambda on: show_my_sessions(on.context, on.window),
    "ask_answer": lambda on: ask_answer(on.window, TOLD, sessions.all_sessions(on.desk)[0]),
    "MyTraining": lambda on: show_mine(on.context, on.window),
    "OptionQuestion": lambda on: ask_option(
        on.window,
        "Add training",
        OptionDetails(name="Makaton"),
        training.board(on.desk),
        yes="Add",
    ),
    "RulesQuestion": lambda on: ask_rules(
        on.window, clocks.clocks(on.desk), min(clocks.clocks(on.desk).courses)
    ),
    "SeenQuestion": lambda on: ask_seen(on.window, "Asha Kaur", (), TODAY),
    "NoteQuestion": lambda on: ask_note(on.window, "Write a note", "Both of you read it.", TODAY),
    "ProgressQuestion": lambda on: ask_progress(on.window, ActionDetails(what="Hoist"), TODAY),
    "ReviewQuestion": lambda on: ask_review(on.window, [], TODAY),
    "BroughtDialog": lambda on: BroughtDialog(on.window, on.window.worker).exec(),
    "MoveDialog": lambda on: MoveDialog(on.window, on.context).exec(),
    "MendKeysDialog": lambda on: MendKeysDialog(on.window, on.window.worker, on.folder).exec(),
    "NewAccount": lambda on: NewAccount(on.window, people.colleagues(on.desk), ["asha"]).exec(),
    "NewCollegeDialog": lambda on: NewCollegeDialog(on.window, on.window.worker).exec(),
    "_listed": lambda on: show_loose_ends(
        on.window, ["The account asha is of somebody who has left. End it (People, Accounts)."]
    ),
    "show_wrong": lambda on: show_wrong(on.window, ["The tables are broken: page 4."]),
    "CopiesDialog": lambda on: show_copies(on.window, on.context),
    "MyPrivacy": lambda on: show_my_privacy(on.window, on.context),
    "NoticeDialog": lambda on: show_notice(on.window, notice.notice(on.desk), (2, 3)),
    "ask_health": lambda on: ask_health(on.window, HealthNote("No lifting until June")),
    "ask_notice": lambda on: ask_notice(on.window, notice.notice(on.desk)),
    "ask_remark": lambda on: ask_remark(on.window, retention.periods(on.desk)),
    "ask_request": lambda on: ask_request(on.window, tuple(people.colleagues(on.desk)), TODAY),
    "EraseQuestion": lambda on: EraseQuestion(
        on.window, [erasing.plan(on.desk, each.id) for each in people.colleagues(on.desk)[:2]]
    ).exec(),
    "PeriodsDialog": lambda on: PeriodsDialog(
        on.window, on.context, retention.periods(on.desk)
    ).exec(),
    "ask_how_long": lambda on: ask_how_long(on.window, retention.periods(on.desk)[0]),
    "ask_longer": lambda on: ask_longer(on.window, 2, TODAY),
    "WhoSawMe": lambda on: show_who_saw_me(on.window, on.context),
    "OwnSecretDialog": lambda on: OwnSecretDialog(on.window, on.context).exec(),
    "RecoveryKeyDialog": lambda on: RecoveryKeyDialog(on.window, on.context).exec(),
    "RecoveryDialog": lambda on: RecoveryDialog(
        on.window, on.window.worker, on.folder, "asha"
    ).exec(),
    "ask_reason_aside": lambda on: ask_reason_aside(on.window),
    "TakeAway": lambda on: TakeAway(on.window, TAKEN).exec(),
    "RestoreDialog": lambda on: RestoreDialog(
        on.window, on.window.worker, on.folder, lambda _keep: None
    ).exec(),
    "UnfinishedDialog": lambda on: UnfinishedDialog(
        on.window, [Typed("What happens", "Shadow Kay on Thursday, " * 9)]
    ).exec(),
    "_NewPerson": lambda on: ask_person(on.window, people.directory(on.desk)),
    "_ask_posts": _posts,
    "ask_away": lambda on: ask_away(on.window, cover_board.board(on.desk, TODAY)),
    "ask_absent": lambda on: ask_absent(
        on.window, (seen := cover_board.board(on.desk, TODAY)), seen.team[:2]
    ),
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
    "ask_carrier": lambda on: ask_carrier(
        on.window, carrying.carried(on.desk).lines[0], carrying.carried(on.desk), TODAY
    ),
    "ask_change": lambda on: [
        ask_change(on.window, layer.opened(on.desk, kind, entry), layer.college_layer(on.desk))
        for kind, entry in (
            (LayerKind.ROLE, "lsa"),
            (LayerKind.ROUTE, "new-lsa>lsa"),
            (LayerKind.TITLE, "l-enabler"),
            (LayerKind.LEVEL, "4"),
            (LayerKind.QUALIFICATION, "ls-l2"),
            (LayerKind.STORY, "mike"),
            (LayerKind.PROMPT, "hard"),
        )
    ],
    "ask_appraiser": lambda on: ask_appraiser(on.window, people.colleagues(on.desk)),
    "ask_begin": lambda on: ask_begin(
        on.window, "Pat Ellery", people.colleagues(on.desk), TODAY, has_account=True
    ),
    "ask_choice": lambda on: ask_choice(on.window, "Why?", "Reason", [("Ill", 1)], yes="Set"),
    "ask_duties": lambda on: ask_duties(
        on.window, accounts.all_accounts(on.desk)[0], people.colleagues(on.desk), "Asha Kaur"
    ),
    "ask_exempt": lambda on: ask_exempt(on.window),
    "TeachersDialog": lambda on: show_teachers(on.window, on.context),
    "ask_interval": lambda on: ask_interval(on.window, 12),
    "ask_tie": lambda on: ask_tie(on.window, appraised_skills.tying(on.desk)),
    "ask_hand_over": lambda on: ask_hand_over(
        on.window, carrying.carried(on.desk).lines[0], carrying.carried(on.desk), TODAY
    ),
    "ask_holding": lambda on: ask_holding(
        on.window,
        "Level 2 Award",
        HeldQualification(qualification=QualificationId("ls-l2"), state=Holding.HELD),
        TODAY,
    ),
    "ask_in_the_way": lambda on: ask_in_the_way(
        on.window, career.my_map(on.desk).catalogue.barriers["contract"], None
    ),
    "ask_arrangement": lambda on: ask_arrangement(on.window, audit_skills.all_skills(on.desk)),
    "ask_way_back": lambda on: ask_way_back(on.window),
    "ask_day": lambda on: ask_day(on.window, TODAY, None),
    "ask_grades": lambda on: ask_grades(on.window, "BSL", [Line(1, "Kaur, Asha", 3)], "Name"),
    "ask_group": lambda on: ask_group(on.window, "Megan Hale"),
    "ask_last_day": lambda on: ask_last_day(on.window, TODAY),
    "ask_limit": lambda on: ask_limit(on.window, 3),
    "ask_meeting": lambda on: ask_meeting(on.window, None, TODAY),
    "ask_network": lambda on: ask_network(on.window, None, networks.at_work(on.desk)),
    "ask_new": lambda on: [
        ask_new(on.window, kind, layer.college_layer(on.desk))
        for kind in LayerKind
        if kind not in (LayerKind.SHARE, LayerKind.POSTS)
    ],
    "ask_paper_day": lambda on: ask_paper_day(on.window, "On paper", "The day on the paper"),
    "ask_entry": lambda on: ask_entry(on.window, career.my_map(on.desk).catalogue, None),
    "ask_past": lambda on: ask_past(on.window, career.my_map(on.desk), TODAY),
    "ask_resource": lambda on: ask_resource(on.window, resources.places(on.desk), None),
    "ask_holidays": lambda on: ask_holidays(on.window, bank_holidays(2027)),
    "ask_journey": lambda on: ask_journey(on.window, "Main - Quay", None),
    "ask_learner": lambda on: ask_learner(
        on.window,
        "Change a learner",
        support.details_of((told := support.support(on.desk)).learners[2]),
        told,
        "Save",
    ),
    "ask_least_sessions": lambda on: ask_least_sessions(on.window, 2),
    "ask_many_sessions": lambda on: ask_many_sessions(
        on.window, (told := sessions.timetable_of(on.desk)).sessions, told
    ),
    "ask_pattern": lambda on: ask_pattern(
        on.window,
        work_patterns.work_pattern(on.desk, work_patterns.team_patterns(on.desk)[0].person),
    ),
    "ask_period": lambda on: ask_period(on.window, "Add a term", None),
    "ask_planning_time": lambda on: ask_planning_time(
        on.window, college_year.year_and_sites(on.desk), None
    ),
    "ask_session": lambda on: ask_session(
        on.window, "Add a session", NEW, sessions.timetable_of(on.desk), "Add"
    ),
    "ask_sign_off": lambda on: ask_sign_off(
        on.window, (told := support.support(on.desk)).learners[0], told, None
    ),
    "ask_week_a": lambda on: ask_week_a(on.window, TODAY),
    "ask_whom": lambda on: ask_whom(
        on.window, (team := work_patterns.team_patterns(on.desk))[0], team
    ),
    "ask_reason": lambda on: ask_reason(
        on.window, "Open again?", "What was signed stays.", "Why", yes="Open it again"
    ),
    "ask_secret": lambda on: ask_secret(on.window, "asha"),
    "ask_suspended": lambda on: ask_suspended(on.window),
    "ask_text": lambda on: ask_text(on.window, "Rename", "Name of the team", yes="Rename"),
    "ask_tick": lambda on: ask_tick(on.window, checklists.reasons(on.desk).lines[0], TODAY),
    "ask_words": lambda on: ask_words(on.window, Vocabulary()),
    "confirm": lambda on: confirm(on.window, "Remove?", "It is empty.", yes="Remove", danger=True),
    "the key": lambda on: _key_pages(on, asking=False),
    "the key asked back": lambda on: _key_pages(on, asking=True),
    "show_about": lambda on: show_about(on.window),
    "tell": lambda on: tell(on.window, "Done", "Everything is in the file."),
}
