"""Self-assessment and appraisal."""

from dataclasses import replace
from pathlib import Path

from lsadesk.domain.appraisals.answer_forms import Brought, Origin, Problem, compared
from lsadesk.domain.appraisals.appraisal import Stage as How
from lsadesk.domain.appraisals.assessment import Answer, Assessment
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import StatementId
from lsadesk.operations.appraisals import appraised_skills, keying_in, meetings, preparing
from lsadesk.operations.appraisals.answer_forms import Preview
from lsadesk.operations.staff import people
from lsadesk.ui.appraisal.asking import ask_appraiser, ask_begin, ask_paper_day, ask_reason
from lsadesk.ui.appraisal.for_head import ask_interval, ask_tie
from lsadesk.ui.appraisal.since_last import SinceLast
from lsadesk.ui.appraisal.teachers import show_teachers
from lsadesk.ui.assessment.groups_page import ask_group
from lsadesk.ui.assessment.keying import KeyIn
from lsadesk.ui.assessment.other_ways import OtherWays
from lsadesk.ui.assessment.packet_door import OpenPacket
from lsadesk.ui.assessment.passphrase import NewPassphrase, ask_passphrase
from lsadesk.ui.assessment.readback import ReadBack
from tests.ui.every_dialog.stage import TODAY, Dialogs, Stage


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


def _since_last(on: Stage) -> None:
    """What was written since the last appraisal of whoever is in the middle of one."""
    rows = preparing.preparation(on.desk).rows
    held = [row.appraisal for row in rows if row.appraisal is not None]
    (found,) = [each for each in held if each.stage is How.MEETING]
    SinceLast(on.window, meetings.meeting(on.desk, found.id)).exec()


DIALOGS: Dialogs = {
    "KeyIn": _key_in,
    "SinceLast": _since_last,
    "NewPassphrase": lambda on: NewPassphrase(on.window).exec(),
    "OtherWays": lambda on: OtherWays(on.context, on.window).exec(),
    "ReadBack": _read_back,
    "OpenPacket": lambda on: OpenPacket(
        on.window, on.window.worker, Path("Questionnaire.lsapacket")
    ).exec(),
    "ask_passphrase": lambda on: ask_passphrase(on.window),
    "ask_appraiser": lambda on: ask_appraiser(on.window, people.colleagues(on.desk)),
    "ask_begin": lambda on: ask_begin(
        on.window, "Pat Ellery", people.colleagues(on.desk), TODAY, has_account=True
    ),
    "TeachersDialog": lambda on: show_teachers(on.window, on.context),
    "ask_interval": lambda on: ask_interval(on.window, 12),
    "ask_tie": lambda on: ask_tie(on.window, appraised_skills.tying(on.desk)),
    "ask_group": lambda on: ask_group(on.window, "Megan Hale"),
    "ask_paper_day": lambda on: ask_paper_day(on.window, "On paper", "The day on the paper"),
    "ask_reason": lambda on: ask_reason(
        on.window, "Open again?", "What was signed stays.", "Why", yes="Open it again"
    ),
}
