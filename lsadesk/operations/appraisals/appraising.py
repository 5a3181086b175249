"""What is said in the meeting of an appraisal: opened once both have rated, kept as it is said."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from lsadesk.domain.appraisals.appraisal import (
    Appraisal,
    AppraisalId,
    Move,
    MoveKind,
    PromptAnswer,
    PromptId,
    Reason,
    Settled,
    Stage,
    Waiver,
    alike,
    mean_apart,
)
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.developing.development import ActionDetails, ActionId
from lsadesk.domain.rights import Kind
from lsadesk.errors import UserError
from lsadesk.operations.appraisals.appraisal import changing, require_appraiser
from lsadesk.operations.appraisals.appraised_skills import record_views
from lsadesk.operations.appraisals.meetings import lines, standing_at, waits_for
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing.development import checked
from lsadesk.operations.said import said, said_in_full
from lsadesk.store.appraisals import appraisal as kept
from lsadesk.store.appraisals import meeting as left
from lsadesk.store.careers import layer
from lsadesk.store.developing import development
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

T = TypeVar("T")

NOT_OPEN = "The meeting has not been opened yet."
CLOSED = "This appraisal is agreed. Go back to the meeting, or reopen it, to change something."


def open_meeting(desk: Desk, appraisal: AppraisalId, *, without_self: str = "") -> Done[None]:
    """Show both what each said, from now on, by the named appraiser.

    *without_self* says why there is no self-assessment, of somebody who could have made one;
    where one was handed in it is used.

    Raises:
        UserError: one of the two has not handed in, or somebody else is the appraiser.
    """
    why = said(without_self, "The reason")
    with changing(desk, appraisal) as (work, found):
        require_appraiser(desk, work, found)
        if found.opened_at is not None:
            raise UserError("The meeting is open already.")
        name = people.get(work, found.person).name
        waits = waits_for(found, name)
        if waits and (found.ratings_in_at is None or not why):
            raise UserError(waits)
        kept.open_for_meeting(work, appraisal, without_self=why if waits else "")
        opened = kept.get(work, appraisal)
        both = lines(work, opened)
        kept.note_apart(work, appraisal, mean_apart(both))
        record_views(work, opened, both)
        return _keep(
            desk, work, None, found, f"Opened the appraisal of {name}", Subject.SKILLS, undo=False
        )


def settle(desk: Desk, appraisal: AppraisalId, wanted: Settled) -> Done[None]:
    """Leave a statement with a value that both agree on, or with their difference in words."""
    words = said(wanted.difference, "A difference in words")
    with in_meeting(desk, appraisal) as (work, found):
        _require_asked(work, wanted.statement)
        left.settle(work, appraisal, [replace(wanted, difference=words)])
        return _keep(desk, work, None, found, "Settled a statement")


def unsettle(desk: Desk, appraisal: AppraisalId, statement: StatementId) -> Done[None]:
    """Leave a statement open again."""
    with in_meeting(desk, appraisal) as (work, found):
        left.unsettle(work, appraisal, statement)
        return _keep(desk, work, None, found, "Left a statement open again")


def settle_alike(desk: Desk, appraisal: AppraisalId) -> Done[int]:
    """Agree all that both rated the same and nobody has settled yet; how many."""
    with in_meeting(desk, appraisal) as (work, found):
        same = [line for line in alike(lines(work, found)) if line.settled is None]
        left.settle(
            work,
            appraisal,
            [Settled(statement=line.statement.id, agreed=line.theirs.value) for line in same],
        )
        return _keep(desk, work, len(same), found, "Agreed what both rated the same")


def answer_prompt(desk: Desk, appraisal: AppraisalId, answer: PromptAnswer) -> Done[None]:
    """Write what came of a prompt; no words: it was not discussed."""
    words = said(answer.words, "An answer")
    with in_meeting(desk, appraisal) as (work, found):
        if all(prompt.id != answer.prompt for prompt in left.prompts(work, appraisal)):
            raise UserError("This prompt is not asked in this appraisal. Nothing was saved.")
        left.answer(work, appraisal, replace(answer, words=words))
        return _keep(desk, work, None, found, "Answered a prompt")


def unanswer_prompt(desk: Desk, appraisal: AppraisalId, prompt: PromptId) -> Done[None]:
    """Leave a prompt open again."""
    with in_meeting(desk, appraisal) as (work, found):
        left.unanswer(work, appraisal, prompt)
        return _keep(desk, work, None, found, "Left a prompt open again")


def pass_over_prompts(desk: Desk, appraisal: AppraisalId) -> Done[int]:
    """Mark every prompt that is still open as not discussed this time; how many."""
    with in_meeting(desk, appraisal) as (work, found):
        answered = left.answers(work, appraisal)
        still = [each.id for each in left.prompts(work, appraisal) if each.id not in answered]
        for prompt in still:
            left.answer(work, appraisal, PromptAnswer(prompt=prompt))
        return _keep(desk, work, len(still), found, "Left the other prompts for another time")


def keep_comment(desk: Desk, appraisal: AppraisalId, words: str) -> Done[None]:
    """Write what the person adds in their own words; it stands in the record as it is."""
    plain = said(words, "What the person adds")
    with in_meeting(desk, appraisal) as (work, found):
        left.answer(work, appraisal, PromptAnswer(prompt=left.OWN_WORDS, words=plain))
        return _keep(desk, work, None, found, "Kept the person's own words")


def add_action(desk: Desk, appraisal: AppraisalId, details: ActionDetails) -> Done[ActionId]:
    """Agree an action: a line of the person's plan.

    Raises:
        UserError: it does not say what, or is longer than a record can carry.
    """
    agreed = checked(details)
    with in_meeting(desk, appraisal) as (work, found):
        action = development.add(work, found.person, replace(agreed, appraisal=found.first))
        return _keep(desk, work, action, found, "Agreed an action", Subject.DEVELOPMENT)


def rank_actions(desk: Desk, appraisal: AppraisalId, wanted: Sequence[ActionId]) -> Done[None]:
    """Put what is agreed in the order of its importance, the first first (C11).

    Raises:
        UserError: these are not the actions of this appraisal as they stand.
    """
    with in_meeting(desk, appraisal) as (work, found):
        there = {each.id for each in development.actions_from(work, found.first)}
        if len(wanted) != len(there) or there != set(wanted):
            raise UserError("What is agreed has changed since. Look at the list again.")
        development.rank(work, wanted)
        return _keep(desk, work, None, found, "Put actions in order", Subject.DEVELOPMENT)


def waive(desk: Desk, appraisal: AppraisalId, wanted: Waiver) -> Done[None]:
    """Say why something that came out gets no follow-up."""
    because = said_in_full(wanted.because, "A reason")
    with in_meeting(desk, appraisal) as (work, found):
        _require_asked(work, wanted.statement)
        left.waive(work, appraisal, replace(wanted, because=because))
        return _keep(desk, work, None, found, "Left an outcome without follow-up")


def unwaive(
    desk: Desk, appraisal: AppraisalId, statement: StatementId, reason: Reason
) -> Done[None]:
    """Have an outcome wait for its follow-up again."""
    with in_meeting(desk, appraisal) as (work, found):
        left.unwaive(work, appraisal, statement, reason)
        return _keep(desk, work, None, found, "Had an outcome wait for its follow-up")


def propose_move(
    desk: Desk, appraisal: AppraisalId, kind: MoveKind, after: int, reason: str
) -> Done[None]:
    """Propose a point or LSA level, with what in this appraisal speaks for it.

    It counts once both have signed.

    Raises:
        UserError: no reason, no such point or level, or where the person stands already.
    """
    because = said_in_full(reason, "A reason from this appraisal")
    with in_meeting(desk, appraisal) as (work, found):
        catalogue = layer.library_of(work).catalogue
        known = catalogue.points if kind is MoveKind.POINT else catalogue.levels
        if all(each.number != after for each in known):
            raise UserError(f"There is no {kind.value} {after}. Choose one from the list.")
        before = standing_at(work, people.get(work, found.person), kind)
        if before == after:
            raise UserError(f"This is the {kind.value} that the person has already.")
        move = Move(kind=kind, before=before, after=after, reason=because, appraisal=appraisal)
        left.propose(work, found.person, move)
        return _keep(desk, work, None, found, f"Proposed another {kind.value}")


def withdraw_move(desk: Desk, appraisal: AppraisalId, kind: MoveKind) -> Done[None]:
    """Take a proposal back."""
    with in_meeting(desk, appraisal) as (work, found):
        left.withdraw(work, appraisal, kind)
        return _keep(desk, work, None, found, f"Took back the proposed {kind.value}")


@contextmanager
def in_meeting(desk: Desk, appraisal: AppraisalId) -> Iterator[tuple[Work, Appraisal]]:
    """A unit of work on a meeting that is open and not agreed yet.

    Raises:
        NotAllowed: the person's duties do not cover it.
        UserError: the meeting is not open, or is over.
    """
    with changing(desk, appraisal) as (work, found):
        if found.opened_at is None:
            raise UserError(NOT_OPEN)
        if found.stage is not Stage.MEETING:
            raise UserError(CLOSED)
        kept.note_edit(work, appraisal)
        yield work, found


def _require_asked(work: Work, statement: StatementId) -> None:
    if statement not in layer.library_of(work).framework.statements:
        raise UserError("This statement is no longer asked. Nothing was saved.")


def _keep(
    desk: Desk,
    work: Work,
    result: T,
    found: Appraisal,
    sentence: str,
    *more: Subject,
    undo: bool = True,
) -> Done[T]:
    entry = Entry(sentence.partition(" of ")[0].lower(), Kind.APPRAISAL, found.person)
    return desk.keep(
        work, result, sentence, entry, Subject.APPRAISAL, *more, about=found.person, undo=undo
    )
