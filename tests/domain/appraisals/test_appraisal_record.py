from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as some

from lsadesk.domain.appraisals.appraisal import (
    Appraisal,
    AppraisalId,
    Move,
    MoveKind,
    Prompt,
    PromptAnswer,
    PromptId,
)
from lsadesk.domain.appraisals.appraisal_record import (
    Held,
    RecordText,
    Section,
    canonical,
    read_back,
    spoken,
    text_of,
)
from lsadesk.domain.appraisals.assessment import NOT_ANSWERED, NOT_SURE
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import Source
from lsadesk.domain.developing.development import ActionId, Funder, Mode, PlanAction
from lsadesk.domain.staff.people import PersonId

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
DAY = date(2026, 11, 24)
PROMPT = Prompt(id=PromptId("hard"), text="What was hard?", help="", source=Source("L", "s", DAY))

HELD = Held(
    college="Coleg Glan yr Afon",
    appraisal=Appraisal(
        id=AppraisalId(1),
        first=AppraisalId(1),
        person=PersonId(1),
        appraiser=PersonId(2),
        cycle=DAY,
        started_at=NOW,
        opened_at=NOW,
        self_in_at=NOW,
    ),
    name="Angharad ap Rhys",
    title="LSA",
    appraiser="Pat Ellery",
    lines=(),
    prompts=(PROMPT,),
    answers={},
    comment="",
    last_actions=(),
    actions=(),
    waivers=(),
    moves=(),
)

texts = some.builds(
    RecordText,
    some.text(),
    some.lists(some.builds(Section, some.text(), some.lists(some.text()).map(tuple))).map(tuple),
)


@given(texts)
def test_a_text_is_read_back_as_it_was_written(text):
    assert read_back(canonical(text)) == text


@given(texts, texts)
def test_two_texts_are_never_one_string(one, other):
    assert (canonical(one) == canonical(other)) is (one == other)


def test_what_was_not_discussed_is_said_and_an_empty_part_is_left_out():
    text = text_of(HELD)
    assert "What was hard? Not discussed." in text.plain()
    assert [each.heading for each in text.sections] == [
        "Who and when",
        "Last time's actions",
        "What was talked about",
        "Agreed actions",
    ]


def test_an_action_is_told_with_date_helper_funder_cost_and_release():
    action = PlanAction(
        id=ActionId(1),
        person=PersonId(1),
        what="Shadow Kay in cookery",
        mode=Mode.SHADOWING,
        why="wants to learn more",
        helper="Kay Lewis",
        due=date(2027, 2, 26),
        funder=Funder.COLLEGE,
        cost_pence=123450,
        release_minutes=120,
    )
    plain = text_of(replace(HELD, actions=(action,))).plain()
    assert (
        "1. Shadow Kay in cookery (shadowing); because: wants to learn more; with Kay Lewis; "
        "by 26 Feb 2027; paid by: the college; cost £1,234.50; release 2 h; not started"
    ) in plain


def test_moves_and_the_persons_own_words_stand_in_it():
    move = Move(kind=MoveKind.POINT, before=None, after=1, reason="Covers well.")
    told = {PROMPT.id: PromptAnswer(prompt=PROMPT.id, words="Too little time.")}
    plain = text_of(replace(HELD, moves=(move,), comment="Diolch!", answers=told)).plain()
    assert "Point from none to 1, because: Covers well." in plain
    assert "Angharad ap Rhys adds\nDiolch!" in plain
    assert "What was hard? Too little time." in plain


def test_a_level_is_never_a_bare_number_and_unknown_is_not_no():
    assert spoken(Level(0)) == "0, not yet"
    assert spoken(NOT_SURE) == "not known"
    assert spoken(NOT_ANSWERED) == "not answered"
