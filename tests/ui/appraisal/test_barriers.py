"""No page of the appraisal shuts anybody out: names, focus, and at 150 % text."""

import pytest

from lsadesk.domain.appraisals.appraisal import Settled
from lsadesk.domain.auditing.skills import Level
from lsadesk.operations.appraisals import appraising, meetings, signing
from lsadesk.operations.staff import manager_notes

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def walls(barriers, appearance, rest):
    """Finds what shuts people out of a tab at one and a half times the text."""

    def found(tab):
        appearance.set_text_size(150)
        rest()
        return barriers(tab)

    return found


def test_no_step_of_the_meeting_shuts_anybody_out(pair, open_tab, rest, walls):
    wanted = pair.meet(own=[3, 4, 2], theirs=[2, 1, 2])
    tab = open_tab(pair.pat)
    tab._show_meeting(wanted, signing=False)
    rest()
    found = {}
    for step in range(tab.meeting.bar.count()):
        tab.meeting.go(step)
        found[step] = walls(tab)
    assert not {step: each for step, each in found.items() if each}


def test_no_other_page_shuts_anybody_out(pair, open_tab, rest, walls):
    wanted = pair.begin()
    tab, found = open_tab(pair.pat), {}
    manager_notes.add_note(pair.pat, pair.person, "Asked for Thursdays off.")
    for name, turn in {
        "rating": lambda: tab._rate(wanted),
        "induction": lambda: tab._open_induction(pair.person, may_change=True),
        "notes": lambda: tab._open_notes(tab._answer.preparation.rows[0]),
        "lists": tab._to_lists,
    }.items():
        turn()
        rest()
        found[name] = walls(tab)
    assert not {name: each for name, each in found.items() if each}


def test_signing_and_reading_shut_nobody_out(pair, open_tab, rest, walls):
    wanted = pair.meet(own=[3], theirs=[2])
    for line in meetings.meeting(pair.pat, wanted).lines:
        if line.gap:
            agreed = Settled(statement=line.statement.id, agreed=Level(3))
            appraising.settle(pair.pat, wanted, agreed)
    for prompt in meetings.meeting(pair.pat, wanted).prompts:
        appraising.answer_prompt(pair.pat, wanted, appraising.PromptAnswer(prompt=prompt.id))
    for out in meetings.meeting(pair.pat, wanted).open_outcomes:
        waiver = appraising.Waiver(statement=out.statement.id, reason=out.reason, because="Later")
        appraising.waive(pair.pat, wanted, waiver)
    signing.agree(pair.pat, wanted)
    tab, found = open_tab(pair.pat), {}
    for name, turn in {
        "signing": lambda: tab._show_meeting(wanted, signing=True),
        "record": lambda: tab._read(wanted),
        "said": lambda: tab._show_said(wanted),
    }.items():
        turn()
        rest()
        found[name] = walls(tab)
    assert not {name: each for name, each in found.items() if each}
