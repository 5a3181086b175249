"""The meeting: what both said, what they agree or leave, and where it leads."""

import pytest

from lsadesk.domain.appraisals.appraisal import (
    MoveKind,
    PromptAnswer,
    PromptId,
    Reason,
    Settled,
    Stage,
    Waiver,
    differences,
    strengths,
)
from lsadesk.domain.appraisals.assessment import NOT_SURE, Answer
from lsadesk.domain.auditing.skills import Level, Rating, SkillId, Unknown, View
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind, Mode
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.appraisals import (
    appraisal,
    appraised_skills,
    appraising,
    assessment,
    meetings,
    signing,
)
from lsadesk.operations.auditing import audit
from lsadesk.operations.careers import layer
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.operations.staff import people, specialisms
from lsadesk.store.auditing import skills
from lsadesk.store.trail import Entry
from tests.operations.appraisal_world import (
    CHECKS,
    DAY,
    GOALS,
    START,
    say,
    sign_both,
    talk_through,
    two,
)

ABOUT_CHECKS = Behind(BehindKind.STATEMENT, CHECKS)


@pytest.fixture
def pair(desk):
    """Asha and Pat."""
    made = two(desk)
    yield made
    made.close()


@pytest.fixture
def asha(pair):
    """Asha's desk."""
    return pair.sit_down("asha")


@pytest.fixture
def pats(pair):
    """Pat's desk."""
    return pair.sit_down("pat")


@pytest.fixture
def found(pair, asha, pats):
    """A meeting: Asha said 4 and 3, Pat 1 and 3; of a third Asha is not sure."""
    begun = pair.rate(pats, own_goals=1, first_step=3, own_checks=2)
    assessment.keep_answer(asha, Answer(statement=CHECKS, value=NOT_SURE, learn_more=True))
    say(asha, own_goals=4, first_step=3)
    appraising.open_meeting(pats, begun)
    return begun


def rating_of(desk, person, skill, view):
    """What the audit has of one view, or None."""
    cell = audit.cell(desk, person, skill)
    return next((each.value for each in cell.views if each.view is view), None)


def test_what_a_specialism_asks_is_rated_by_both_and_stays_asked_in_its_appraisal(pair, pats, desk):
    specialisms.add_specialism(desk, pair.asha, Area("Autism", SpecialismKind.NEED))
    begun = appraisal.begin(pats, pair.asha, cycle=DAY).result
    specialisms.remove_specialism(desk, pair.asha, "Autism")
    parts = [part.id for part in appraisal.rating_sheet(pats, begun).parts]
    assert "specialism" in parts


def test_differences_come_largest_first_and_not_knowing_is_no_difference(pats, found):
    held = meetings.meeting(pats, found)
    assert [line.statement.id for line in differences(held.lines)] == [GOALS]
    assert [line.statement.id for line in strengths(held.lines)] == [START]
    assert held.waits == ""


def test_a_difference_is_agreed_or_put_into_words_and_both_can_read_it(asha, pats, found):
    appraising.settle(pats, found, Settled(statement=GOALS, difference="We see this differently."))
    line = differences(meetings.meeting(asha, found).lines)[0]
    assert line.settled.difference == "We see this differently."
    with pytest.raises(ValueError, match="either a value is agreed"):
        Settled(statement=GOALS)


def test_the_person_reads_along_and_writes_nothing_into_it(asha, found):
    assert not meetings.meeting(asha, found).may_change
    with pytest.raises(NotAllowed):
        appraising.settle(asha, found, Settled(statement=GOALS, agreed=Level(4)))


def test_what_both_rated_the_same_is_agreed_at_one_stroke_and_undone_at_one(pats, found):
    assert appraising.settle_alike(pats, found).result == 1
    settled = {line.statement.id: line.settled for line in meetings.meeting(pats, found).lines}
    assert settled[START].agreed == Level(3)
    assert settled[GOALS] is None
    pats.undo()
    assert all(line.settled is None for line in meetings.meeting(pats, found).lines)


def test_it_does_not_close_before_each_prompt_is_answered_or_marked_not_discussed(pats, found):
    talk_through(pats, found)
    appraising.unanswer_prompt(pats, found, PromptId("hard"))
    with pytest.raises(UserError, match="Prompts to answer, or to mark as not discussed: 1"):
        signing.agree(pats, found)
    assert appraising.pass_over_prompts(pats, found).result == 1
    assert not meetings.meeting(pats, found).answers[PromptId("hard")].was_discussed
    signing.agree(pats, found)
    assert meetings.meeting(pats, found).appraisal.stage is Stage.UNSIGNED


def test_a_difference_left_open_keeps_it_from_closing(pats, found):
    talk_through(pats, found)
    appraising.unsettle(pats, found, GOALS)
    with pytest.raises(UserError, match="Differences to agree on, or to put into words: 1"):
        signing.agree(pats, found)


def test_an_outcome_is_listed_until_an_action_or_a_reason_answers_it(pats, found):
    appraising.settle(pats, found, Settled(statement=GOALS, difference="Not in my sessions."))
    waiting = {
        (each.statement.id, each.reason) for each in meetings.meeting(pats, found).open_outcomes
    }
    assert {(GOALS, Reason.DIFFERENCE), (CHECKS, Reason.LEARN_MORE)} <= waiting
    action = ActionDetails(
        what="Shadow Kay", mode=Mode.SHADOWING, why="Learn more", behind=ABOUT_CHECKS, due=DAY
    )
    appraising.add_action(pats, found, action)
    waiver = Waiver(statement=GOALS, reason=Reason.DIFFERENCE, because="We look again in May.")
    appraising.waive(pats, found, waiver)
    held = meetings.meeting(pats, found)
    assert held.open_outcomes == ()
    assert [each.what for each in held.actions] == ["Shadow Kay"]
    appraising.unwaive(pats, found, GOALS, Reason.DIFFERENCE)
    assert [each.reason for each in meetings.meeting(pats, found).open_outcomes] == [
        Reason.DIFFERENCE
    ]


def test_an_action_hides_nothing_from_whoever_signs_it_and_is_no_longer_than_a_record(pats, found):
    turned = ActionDetails(what="Shadow Kay", why="\u202eyaK", helper=" Kay Lewis\x07 ")
    appraising.add_action(pats, found, turned)
    (action,) = meetings.meeting(pats, found).actions
    assert (action.why, action.helper) == ("yaK", "Kay Lewis")
    with pytest.raises(UserError, match="Shorten it"):
        appraising.add_action(pats, found, ActionDetails(what="Shadow", why="x" * 20_001))


def test_an_agreed_action_stands_in_the_development_plan_of_the_person(pair, pats, asha, found):
    appraising.add_action(pats, found, ActionDetails(what="Shadow Kay", behind=ABOUT_CHECKS))
    line = development.actions(asha, pair.asha)[0]
    assert (line.what, line.appraisal) == ("Shadow Kay", found)
    assert line.behind.key == CHECKS


def test_the_next_meeting_shows_the_actions_of_the_last(pair, pats, asha, found):
    appraising.add_action(pats, found, ActionDetails(what="Shadow Kay", behind=ABOUT_CHECKS))
    talk_through(pats, found)
    signing.agree(pats, found)
    sign_both(pats, found)
    line = development.actions(asha, pair.asha)[0]
    development.mark_done(asha, line, DAY)
    following = pair.rate(pats, own_goals=2)
    appraising.open_meeting(pats, following, without_self="Prefers to talk.")
    held = meetings.meeting(pats, following)
    assert [(each.what, each.done_on) for each in held.last_actions] == [("Shadow Kay", DAY)]
    assert [each.id for each in held.earlier] == [found]


def test_a_self_assessment_serves_one_appraisal_and_not_the_next(pair, pats, found):
    talk_through(pats, found)
    signing.agree(pats, found)
    sign_both(pats, found)
    following = pair.rate(pats, own_goals=2)
    assert "has not handed in" in meetings.meeting(pats, following).waits


def test_somebody_without_an_account_is_assessed_by_their_appraiser_alone_and_it_says_so(
    pair, pats
):
    agency = people.add_person(pair.owner, PersonDetails(forename="Zoe", surname="Ware")).result
    people.set_link(pair.owner, agency, Link.APPRAISER, pair.pat)
    pair.asha = agency
    begun = pair.rate(pats, own_goals=3)
    assert appraisal.of_person(pats, agency).current.stage is Stage.READY
    appraising.open_meeting(pats, begun)
    talk_through(pats, begun)
    signing.agree(pats, begun)
    text = signing.record(pats, begun).text.plain()
    assert "Rated by the appraiser alone: no account to rate with" in text
    assert "Zoe Ware: not answered" not in text


def asked_about(desk: Desk, statement: StatementId, name: str) -> SkillId:
    """A skill of the audit that a statement asks about."""
    skill = audit.add_skill(desk, name).result
    appraised_skills.tie(desk, statement, skill)
    return skill


def test_views_reach_the_audit_at_the_opening_and_the_agreed_level_with_both_signatures(
    pair, pats, asha
):
    skill = asked_about(pair.owner, GOALS, "Learners' own goals")
    begun = pair.rate(pats, own_goals=1)
    say(asha, own_goals=4)
    views = (View.SELF, View.APPRAISER, View.AGREED)

    def audited():
        return [rating_of(pair.owner, pair.asha, skill, view) for view in views]

    assert audited() == [None, None, None]
    appraising.open_meeting(pats, begun)
    assert audited() == [Level(4), Level(1), None]
    talk_through(pats, begun)
    appraising.settle(pats, begun, Settled(statement=GOALS, agreed=Level(2)))
    for outcome in meetings.meeting(pats, begun).open_outcomes:
        waiver = Waiver(statement=outcome.statement.id, reason=outcome.reason, because="Later.")
        appraising.waive(pats, begun, waiver)
    signing.agree(pats, begun)
    assert audited()[2] is None
    sign_both(pats, begun)
    assert audited()[2] == Level(2)


def test_proof_that_was_seen_and_training_that_is_booked_outlast_an_appraisal(pair, pats, asha):
    skill = asked_about(pair.owner, GOALS, "Own goals")
    with pair.owner.store.begin() as work:
        earlier = Rating(
            person=pair.asha,
            skill=skill,
            value=Level(1),
            view=View.APPRAISER,
            proof="observed",
            training_booked=True,
        )
        skills.rate(work, [earlier])
        work.commit(Entry("rated", Kind.RATING))
    begun = pair.rate(pats, own_goals=3)
    say(asha, own_goals=3)
    appraising.open_meeting(pats, begun)
    now = audit.cell(pair.owner, pair.asha, skill).views[0]
    assert (now.value, now.proof, now.training_booked) == (Level(3), "observed", True)


def test_what_somebody_is_not_sure_of_reaches_the_audit_as_not_known(pair, pats, asha):
    skill = asked_about(pair.owner, CHECKS, "Own checks")
    begun = pair.rate(pats, own_goals=1)
    assessment.keep_answer(asha, Answer(statement=CHECKS, value=NOT_SURE))
    say(asha, own_goals=4)
    appraising.open_meeting(pats, begun)
    assert rating_of(pair.owner, pair.asha, skill, View.SELF) == Unknown()
    assert rating_of(pair.owner, pair.asha, skill, View.APPRAISER) is None


def test_two_statements_never_ask_about_one_skill(pair):
    skill = asked_about(pair.owner, GOALS, "Goals")
    with pytest.raises(UserError, match="asked about by another statement: I help learners set"):
        appraised_skills.tie(pair.owner, START, skill)
    assert list(appraised_skills.tying(pair.owner).ties) == [GOALS]


def test_a_statement_is_untied_and_a_skill_that_is_not_there_is_refused(pair):
    skill = asked_about(pair.owner, GOALS, "Own goals")
    assert appraised_skills.ties(pair.owner)[GOALS].name == "Own goals"
    appraised_skills.tie(pair.owner, GOALS, None)
    assert appraised_skills.ties(pair.owner) == {}
    with pytest.raises(UserError, match="no longer there"):
        appraised_skills.tie(pair.owner, GOALS, skill + 1)
    with pytest.raises(UserError, match="no longer asked"):
        appraised_skills.tie(pair.owner, StatementId("no-such"), skill)


def test_a_point_moves_only_with_a_reason_and_counts_once_both_have_signed(pair, pats, found):
    with pytest.raises(UserError, match="reason"):
        appraising.propose_move(pats, found, MoveKind.LEVEL, 2, "  ")
    with pytest.raises(UserError, match="There is no LSA level 9"):
        appraising.propose_move(pats, found, MoveKind.LEVEL, 9, "Works well.")
    appraising.propose_move(pats, found, MoveKind.LEVEL, 2, "Works with guidance everywhere.")
    appraising.propose_move(pats, found, MoveKind.POINT, 3, "Covered twice.")
    appraising.withdraw_move(pats, found, MoveKind.POINT)
    talk_through(pats, found)
    signing.agree(pats, found)
    assert people.person(pair.owner, pair.asha).level is None
    sign_both(pats, found)
    assert people.person(pair.owner, pair.asha).level == 2
    held = meetings.meeting(pats, found)
    assert (held.level, held.point) == (2, None)
    assert [(move.after, move.moved_on) for move in held.moves] == [(2, DAY)]


def test_the_level_that_somebody_has_already_is_no_move(pair, pats, found):
    appraising.propose_move(pats, found, MoveKind.LEVEL, 2, "Works with guidance.")
    talk_through(pats, found)
    signing.agree(pats, found)
    sign_both(pats, found)
    following = pair.rate(pats, own_goals=2)
    appraising.open_meeting(pats, following, without_self="Prefers to talk.")
    with pytest.raises(UserError, match="has already"):
        appraising.propose_move(pats, following, MoveKind.LEVEL, 2, "Still.")


def test_nothing_is_written_into_a_meeting_that_is_not_open_or_is_over(pair, pats, asha):
    begun = pair.rate(pats, own_goals=1)
    with pytest.raises(UserError, match="not been opened yet"):
        appraising.keep_comment(pats, begun, "Thank you")
    say(asha, own_goals=1)
    appraising.open_meeting(pats, begun)
    with pytest.raises(UserError, match="open already"):
        appraising.open_meeting(pats, begun)
    talk_through(pats, begun)
    signing.agree(pats, begun)
    with pytest.raises(UserError, match="is agreed"):
        appraising.keep_comment(pats, begun, "Thank you")


def test_undo_does_not_reach_behind_the_record(pats, found):
    talk_through(pats, found)
    appraising.keep_comment(pats, found, "Thank you")
    signing.agree(pats, found)
    with pytest.raises(Stale):
        pats.undo()
    assert meetings.meeting(pats, found).comment == "Thank you"


def test_marks_that_would_show_a_text_otherwise_than_it_stands_are_left_out(pats, found):
    appraising.keep_comment(pats, found, "Diolch! שלום 👍 \u202egnorw\u202c\x00")
    assert meetings.meeting(pats, found).comment == "Diolch! שלום 👍 gnorw"


def test_a_statement_or_a_prompt_that_nobody_asks_is_refused(pats, found):
    with pytest.raises(UserError, match="no longer asked"):
        appraising.settle(pats, found, Settled(statement=StatementId("x"), agreed=Level(1)))
    with pytest.raises(UserError, match="not asked in this appraisal"):
        appraising.answer_prompt(pats, found, PromptAnswer(prompt=PromptId("x")))


def test_the_college_changes_hides_adds_and_orders_the_prompts_of_meetings_to_come(desk, pair):
    pats = pair.sit_down("pat")
    under_way = appraisal.begin(pats, pair.asha, cycle=DAY).result
    asked = meetings.meeting(pats, under_way).prompts
    layer.rename(desk, LayerKind.PROMPT, "hard", "Beth oedd yn anodd?")
    layer.hide(desk, LayerKind.PROMPT, "teachers")
    layer.add_prompt(desk, "Is your Welsh used here?", place=5)
    assert meetings.meeting(pats, under_way).prompts == asked

    gwen = people.add_person(desk, PersonDetails(forename="Gwen", surname="Ŵyn")).result
    people.set_link(desk, gwen, Link.APPRAISER, pair.pat)
    later = meetings.meeting(pats, appraisal.begin(pats, gwen, cycle=DAY).result).prompts
    assert later[0].text == "Is your Welsh used here?"
    assert {each.id: each.text for each in later}["hard"] == "Beth oedd yn anodd?"
    assert "teachers" not in [each.id for each in later]
    assert len(later) == len(asked)


def test_the_record_and_its_next_version_say_which_prompts_were_asked(desk, pats, found):
    talk_through(pats, found)
    layer.hide(desk, LayerKind.PROMPT, "hard")
    signing.agree(pats, found)
    assert "What was hard, and what would have helped?" in str(signing.record(pats, found).text)
    sign_both(pats, found)
    again = signing.reopen(pats, found, "A date was wrong").result
    assert "hard" in [each.id for each in meetings.meeting(pats, again).prompts]
