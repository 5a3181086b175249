"""Appraisals, inductions and notes between managers."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from lsadesk.domain.appraisals.appraisal import (
    AppraisalId,
    AppraiserRating,
    MoveKind,
    PromptAnswer,
    PromptId,
    Reason,
    Settled,
    Waiver,
)
from lsadesk.domain.appraisals.appraisal_record import Side
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.developing.development import ActionDetails, ActionId
from lsadesk.domain.rights import CHANGE, READ, Access, Duty, Kind, allows
from lsadesk.domain.staff.induction import StepId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import (
    appraisal,
    appraised_skills,
    appraising,
    meetings,
    preparing,
    signing,
)
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import induction, manager_notes
from lsadesk.store.appraisals import appraisal as kept
from lsadesk.store.appraisals import appraiser_ratings
from lsadesk.store.appraisals import meeting as left
from lsadesk.store.appraisals import signing as records
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work
from tests.operations.duty_operations.kinds import About, Open, Whole
from tests.operations.duty_world import MARKS, SECRET, World

ON, FIRST, PROMPT, STEP = (
    date(2026, 11, 24),
    StatementId("own-goals"),
    PromptId("hard"),
    StepId("people"),
)
RATING = AppraiserRating(statement=FIRST, value=Level(2))
LEFT_OUT = Waiver(statement=FIRST, reason=Reason.LEARN_MORE, because="not now")

Make = Callable[[World, PersonId], AppraisalId]
Ask = Callable[[Desk, AppraisalId], object]


def _with(world: World, change: Callable[[Work], AppraisalId]) -> AppraisalId:
    owner = world.owner
    with owner.store.begin() as work:
        made = change(work)
        return owner.keep(work, made, "", Entry("made", Kind.APPRAISAL), undo=False).result


def _begun(world: World, who: PersonId) -> AppraisalId:
    return _with(world, lambda work: _begun_in(world, work, who))


def _marked(world: World, who: PersonId) -> AppraisalId:
    found = _begun(world, who)
    if allows(world.standing(Duty.APPRAISER), CHANGE, Kind.APPRAISAL, who):
        appraisal.mark_rest(world.desks[Duty.APPRAISER], found)
    return found


def _open(world: World, who: PersonId) -> AppraisalId:
    """A meeting with something in it that only the appraisal says."""

    def opened(work: Work) -> AppraisalId:
        found = _begun_in(world, work, who)
        appraiser_ratings.hand_in(work, found, [RATING])
        kept.open_for_meeting(work, found, without_self="away")
        words = MARKS[Kind.APPRAISAL]
        left.settle(work, found, [Settled(statement=FIRST, difference=words)])
        return found

    return _with(world, opened)


def _begun_in(world: World, work: Work, who: PersonId) -> AppraisalId:
    appraiser = world.desks[Duty.APPRAISER].person
    return kept.begin(work, who, appraiser=appraiser, cycle=ON, role=None)


def _written(world: World, who: PersonId) -> AppraisalId:
    found = _open(world, who)
    owner = world.owner

    def write(work: Work) -> AppraisalId:
        key = owner.store.chain_key(work, records.PURPOSE)
        records.write(work, key, found, '[1,"Appraisal",[["Said",["words"]]]]')
        return found

    return _with(world, write)


def _on(access: Access, make: Make, ask: Ask) -> About:
    """An operation on somebody's appraisal; refused for other reasons than rights is allowed."""

    def call(desk: Desk, world: World, who: PersonId) -> object:
        found = make(world, who)
        return _or_sentence(lambda: ask(desk, found))

    return About(access, Kind.APPRAISAL, call)


def _begin(desk: Desk, world: World, who: PersonId) -> object:
    """Where one is under way, that is said to those alone who may begin one."""
    appraiser = world.desks[Duty.APPRAISER].person
    return _or_sentence(lambda: appraisal.begin(desk, who, cycle=ON, appraiser=appraiser))


def _or_sentence(call: Callable[[], object]) -> object:
    try:
        return call()
    except NotAllowed:
        raise
    except UserError:
        return None


def _note(world: World, who: PersonId, desk: Desk):
    """A note of the asker's own where they may write one, else of the head's."""
    with suppress(NotAllowed):
        manager_notes.add_note(desk, who, MARKS[Kind.MANAGER_NOTE])
        return manager_notes.notes(desk, who)[0]
    manager_notes.add_note(world.owner, who, MARKS[Kind.MANAGER_NOTE])
    return manager_notes.notes(world.owner, who)[0]


def _about(access: Access, call: Callable[[Desk, World, PersonId], object]) -> About:
    return About(access, Kind.APPRAISAL, call)


def _sign(desk: Desk, found: AppraisalId) -> object:
    mark = signing.record(desk, found).mark
    return signing.sign(desk, found, Side.APPRAISER, SECRET, mark=mark)


def _require(desk: Desk, found: AppraisalId) -> object:
    with appraisal.viewing(desk, found) as (reading, seen):
        return appraisal.require_appraiser(desk, reading, seen)


def _changing(desk: Desk, found: AppraisalId) -> object:
    with appraisal.changing(desk, found) as (_, seen):
        return seen


def _viewing(desk: Desk, found: AppraisalId) -> object:
    with appraisal.viewing(desk, found) as (_, seen):
        return seen


def _in_meeting(desk: Desk, found: AppraisalId) -> object:
    with appraising.in_meeting(desk, found) as (_, seen):
        return seen


OPERATIONS = {
    "preparing.preparation": Open(
        CHANGE,
        Kind.APPRAISAL,
        lambda d, w, p: preparing.preparation(d),
        lambda found: {row.person for row in found.rows},
        refuses=False,
    ),
    "preparing.set_interval": Whole(
        CHANGE, Kind.APPRAISAL, lambda d, w, p: preparing.set_interval(d, 12)
    ),
    "appraisal.of_person": _about(READ, lambda d, w, p: appraisal.of_person(d, p)),
    "appraisal.begin": _about(CHANGE, _begin),
    "appraisal.give_to": _on(CHANGE, _begun, lambda d, a: appraisal.give_to(d, a, PersonId(1))),
    "appraisal.drop": _on(CHANGE, _begun, appraisal.drop),
    "appraisal.rating_sheet": _on(CHANGE, _begun, appraisal.rating_sheet),
    "appraisal.keep_rating": _on(CHANGE, _begun, lambda d, a: appraisal.keep_rating(d, a, RATING)),
    "appraisal.mark_rest": _on(CHANGE, _begun, appraisal.mark_rest),
    "appraisal.hand_in": _on(CHANGE, _marked, appraisal.hand_in),
    "appraisal.take_back": _on(CHANGE, _begun, appraisal.take_back),
    "preparing.rater_shifts": Whole(
        READ, Kind.APPRAISAL, lambda d, w, p: preparing.rater_shifts(d)
    ),
    "appraisal.changing": _on(CHANGE, _begun, _changing),
    "appraisal.viewing": _on(READ, _begun, _viewing),
    "appraisal.require_appraiser": _on(READ, _begun, _require),
    "appraising.open_meeting": _on(CHANGE, _begun, appraising.open_meeting),
    "meetings.meeting": _on(READ, _open, meetings.meeting),
    "appraising.settle": _on(
        CHANGE,
        _open,
        lambda d, a: appraising.settle(d, a, Settled(statement=FIRST, agreed=Level(2))),
    ),
    "appraising.unsettle": _on(CHANGE, _open, lambda d, a: appraising.unsettle(d, a, FIRST)),
    "appraising.settle_alike": _on(CHANGE, _open, appraising.settle_alike),
    "appraising.answer_prompt": _on(
        CHANGE, _open, lambda d, a: appraising.answer_prompt(d, a, PromptAnswer(prompt=PROMPT))
    ),
    "appraising.unanswer_prompt": _on(
        CHANGE, _open, lambda d, a: appraising.unanswer_prompt(d, a, PROMPT)
    ),
    "appraising.pass_over_prompts": _on(CHANGE, _open, appraising.pass_over_prompts),
    "appraising.keep_comment": _on(
        CHANGE, _open, lambda d, a: appraising.keep_comment(d, a, "Thank you")
    ),
    "appraising.add_action": _on(
        CHANGE, _open, lambda d, a: appraising.add_action(d, a, ActionDetails(what="Shadowing"))
    ),
    "appraising.rank_actions": _on(
        CHANGE, _open, lambda d, a: appraising.rank_actions(d, a, [ActionId(1)])
    ),
    "appraising.waive": _on(CHANGE, _open, lambda d, a: appraising.waive(d, a, LEFT_OUT)),
    "appraising.unwaive": _on(
        CHANGE, _open, lambda d, a: appraising.unwaive(d, a, FIRST, Reason.LEARN_MORE)
    ),
    "appraising.propose_move": _on(
        CHANGE,
        _open,
        lambda d, a: appraising.propose_move(d, a, MoveKind.POINT, 2, "covers well"),
    ),
    "appraising.withdraw_move": _on(
        CHANGE, _open, lambda d, a: appraising.withdraw_move(d, a, MoveKind.POINT)
    ),
    "appraising.in_meeting": _on(CHANGE, _open, _in_meeting),
    "signing.agree": _on(CHANGE, _open, signing.agree),
    "signing.back_to_meeting": _on(CHANGE, _written, signing.back_to_meeting),
    "signing.record": _on(READ, _written, signing.record),
    "signing.sign": _on(READ, _written, _sign),
    "signing.sign_on_paper": _on(
        CHANGE, _written, lambda d, a: signing.sign_on_paper(d, a, Side.PERSON, ON)
    ),
    "signing.reopen": _on(CHANGE, _written, lambda d, a: signing.reopen(d, a, "a slip")),
    "appraised_skills.ties": Whole(READ, Kind.RATING, lambda d, w, p: appraised_skills.ties(d)),
    "appraised_skills.tying": Whole(READ, Kind.RATING, lambda d, w, p: appraised_skills.tying(d)),
    "appraised_skills.tie": Whole(
        CHANGE, Kind.RATING, lambda d, w, p: appraised_skills.tie(d, FIRST, w.skill)
    ),
    "induction.induction": _about(READ, lambda d, w, p: induction.induction(d, p)),
    "induction.tick": _about(CHANGE, lambda d, w, p: induction.tick(d, p, STEP, ON)),
    "induction.finish": _about(
        CHANGE,
        lambda d, w, p: _or_sentence(lambda: induction.finish(d, p, ON, although="as agreed")),
    ),
    "induction.progression": _about(READ, lambda d, w, p: induction.progression(d, p)),
    "manager_notes.notes": About(
        READ, Kind.MANAGER_NOTE, lambda d, w, p: manager_notes.notes(d, p)
    ),
    "manager_notes.add_note": About(
        CHANGE,
        Kind.MANAGER_NOTE,
        lambda d, w, p: manager_notes.add_note(d, p, MARKS[Kind.MANAGER_NOTE]),
    ),
    "manager_notes.change_note": About(
        CHANGE,
        Kind.MANAGER_NOTE,
        lambda d, w, p: manager_notes.change_note(d, _note(w, p, d), "Said otherwise"),
    ),
    "manager_notes.remove_note": About(
        CHANGE,
        Kind.MANAGER_NOTE,
        lambda d, w, p: manager_notes.remove_note(d, _note(w, p, d)),
    ),
}
