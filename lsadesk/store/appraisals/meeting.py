"""What a meeting leaves: agreed values and differences, prompts, waivers, proposed moves."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, select

from lsadesk.domain.appraisals.appraisal import (
    AppraisalId,
    Move,
    MoveKind,
    Prompt,
    PromptAnswer,
    PromptId,
    Reason,
    Settled,
    Waiver,
)
from lsadesk.domain.auditing.skills import Skill, SkillId, code_of, value_of
from lsadesk.domain.careers.framework import Source, StatementId
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import (
    AskedPromptRow,
    MoveRow,
    PromptAnswerRow,
    SettledRow,
    SkillRow,
    StatementSkillRow,
    WaiverRow,
)
from lsadesk.store.work import Reading, Work

OWN_WORDS = PromptId("")  # where the person's own words are kept


def settled(reading: Reading, appraisal: AppraisalId) -> dict[StatementId, Settled]:
    """How each statement was left."""
    rows = reading.session.execute(
        select(SettledRow.statement, SettledRow.code, SettledRow.difference).where(
            SettledRow.appraisal_id == appraisal
        )
    )
    return {
        StatementId(name): Settled(
            statement=StatementId(name),
            agreed=None if code is None else value_of(code),
            difference=difference,
        )
        for name, code, difference in rows
    }


def settle(work: Work, appraisal: AppraisalId, wanted: Iterable[Settled]) -> None:
    """Write how statements were left, in place of what stood before."""
    for each in wanted:
        work.session.merge(
            SettledRow(
                appraisal_id=appraisal,
                statement=each.statement,
                code=None if each.agreed is None else code_of(each.agreed),
                difference=each.difference,
            )
        )
    work.session.flush()


def unsettle(work: Work, appraisal: AppraisalId, statement: StatementId) -> None:
    """Leave a statement open again."""
    _remove(work, SettledRow, appraisal, SettledRow.statement == statement)


def prompts(reading: Reading, appraisal: AppraisalId) -> tuple[Prompt, ...]:
    """What there was to talk about when the appraisal began, in order."""
    rows = reading.session.scalars(
        select(AskedPromptRow)
        .where(AskedPromptRow.appraisal_id == appraisal)
        .order_by(AskedPromptRow.place, AskedPromptRow.prompt)
    )
    return tuple(
        Prompt(
            id=PromptId(row.prompt),
            text=row.text,
            help=row.help,
            source=Source(row.document, row.section, row.checked),
            place=row.place,
        )
        for row in rows
    )


def ask(work: Work, appraisal: AppraisalId, asked: Iterable[Prompt]) -> None:
    """Write what there is to talk about in this appraisal, as it stands now."""
    work.session.add_all(
        AskedPromptRow(
            appraisal_id=appraisal,
            prompt=each.id,
            place=each.place,
            text=each.text,
            help=each.help,
            document=each.source.document,
            section=each.source.section,
            checked=each.source.checked,
        )
        for each in asked
    )
    work.session.flush()


def answers(reading: Reading, appraisal: AppraisalId) -> dict[PromptId, PromptAnswer]:
    """What came of the prompts; the person's own words under `OWN_WORDS`."""
    rows = reading.session.execute(
        select(PromptAnswerRow.prompt, PromptAnswerRow.words).where(
            PromptAnswerRow.appraisal_id == appraisal
        )
    )
    return {
        PromptId(name): PromptAnswer(prompt=PromptId(name), words=words) for name, words in rows
    }


def answer(work: Work, appraisal: AppraisalId, wanted: PromptAnswer) -> None:
    """Write what came of a prompt."""
    work.session.merge(
        PromptAnswerRow(appraisal_id=appraisal, prompt=wanted.prompt, words=wanted.words)
    )


def unanswer(work: Work, appraisal: AppraisalId, prompt: PromptId) -> None:
    """Leave a prompt open again."""
    _remove(work, PromptAnswerRow, appraisal, PromptAnswerRow.prompt == prompt)


def waivers(reading: Reading, appraisal: AppraisalId) -> tuple[Waiver, ...]:
    """Why some of what came out gets no follow-up."""
    rows = reading.session.scalars(select(WaiverRow).where(WaiverRow.appraisal_id == appraisal))
    return tuple(
        Waiver(statement=StatementId(row.statement), reason=Reason(row.reason), because=row.because)
        for row in rows
    )


def waive(work: Work, appraisal: AppraisalId, wanted: Waiver) -> None:
    """Write why an outcome gets no follow-up."""
    work.session.merge(
        WaiverRow(
            appraisal_id=appraisal,
            statement=wanted.statement,
            reason=wanted.reason.value,
            because=wanted.because,
        )
    )


def unwaive(work: Work, appraisal: AppraisalId, statement: StatementId, reason: Reason) -> None:
    """Have an outcome wait for its follow-up again."""
    _remove(
        work,
        WaiverRow,
        appraisal,
        (WaiverRow.statement == statement) & (WaiverRow.reason == reason.value),
    )


def copy(work: Work, old: AppraisalId, new: AppraisalId) -> None:
    """Carry what a meeting left into the next version of its appraisal."""
    settle(work, new, settled(work, old).values())
    ask(work, new, prompts(work, old))
    for each in answers(work, old).values():
        answer(work, new, each)
    for waiver in waivers(work, old):
        waive(work, new, waiver)
    for row in work.session.scalars(
        select(MoveRow).where(MoveRow.appraisal_id == old, MoveRow.moved_on.is_(None))
    ):
        row.appraisal_id = new
    work.session.flush()


def moves_of(reading: Reading, person: PersonId) -> tuple[Move, ...]:
    """Every step of a person in points and level that counts, oldest first."""
    return _moves(reading, (MoveRow.person_id == person) & MoveRow.moved_on.is_not(None))


def points(reading: Reading) -> dict[PersonId, int]:
    """The point that each person has reached."""
    rows = reading.session.execute(
        select(MoveRow.person_id, MoveRow.after)
        .where(MoveRow.kind == MoveKind.POINT.value, MoveRow.moved_on.is_not(None))
        .order_by(MoveRow.id)
    )
    return {PersonId(person): after for person, after in rows}


def proposed(reading: Reading, appraisal: AppraisalId) -> tuple[Move, ...]:
    """The moves of one appraisal, whether they count yet or not."""
    return _moves(reading, MoveRow.appraisal_id == appraisal)


def propose(work: Work, person: PersonId, move: Move) -> None:
    """Write a move, in place of another of its kind from the same appraisal."""
    if move.appraisal is not None:
        withdraw(work, move.appraisal, move.kind)
    work.session.add(
        MoveRow(
            person_id=person,
            appraisal_id=move.appraisal,
            kind=move.kind.value,
            before=move.before,
            after=move.after,
            reason=move.reason,
            moved_on=move.moved_on,
        )
    )
    work.session.flush()


def withdraw(work: Work, appraisal: AppraisalId, kind: MoveKind) -> None:
    """Take a proposed move away."""
    _remove(work, MoveRow, appraisal, (MoveRow.kind == kind.value) & MoveRow.moved_on.is_(None))


def make_moves(work: Work, appraisal: AppraisalId, day: date) -> tuple[Move, ...]:
    """Have the proposed moves of an appraisal count from *day*; those moves."""
    rows = work.session.scalars(
        select(MoveRow).where(MoveRow.appraisal_id == appraisal, MoveRow.moved_on.is_(None))
    )
    for row in rows:
        row.moved_on = day
    work.session.flush()
    return proposed(work, appraisal)


def ties(reading: Reading) -> dict[StatementId, Skill]:
    """Which of the college's skills each statement asks about, where somebody said so."""
    rows = reading.session.execute(
        select(StatementSkillRow.statement, SkillRow.id, SkillRow.name, SkillRow.group_name).join(
            SkillRow, SkillRow.id == StatementSkillRow.skill_id
        )
    )
    return {
        StatementId(statement): Skill(SkillId(skill), name, group)
        for statement, skill, name, group in rows
    }


def tie(work: Work, statement: StatementId, skill: SkillId | None) -> None:
    """Say which skill a statement asks about; None: none."""
    row = work.session.get(StatementSkillRow, statement)
    if row is not None and skill is None:
        work.session.delete(row)
    elif row is not None and skill is not None:
        row.skill_id = skill
    elif skill is not None:
        work.session.add(StatementSkillRow(statement=statement, skill_id=skill))


def _moves(reading: Reading, which: ColumnElement[bool]) -> tuple[Move, ...]:
    rows = reading.session.scalars(select(MoveRow).where(which).order_by(MoveRow.id))
    return tuple(
        Move(
            kind=MoveKind(row.kind),
            before=row.before,
            after=row.after,
            reason=row.reason,
            appraisal=None if row.appraisal_id is None else AppraisalId(row.appraisal_id),
            moved_on=row.moved_on,
        )
        for row in rows
    )


_Kept = type[SettledRow] | type[PromptAnswerRow] | type[WaiverRow] | type[MoveRow]


def _remove(work: Work, kind: _Kept, appraisal: AppraisalId, which: ColumnElement[bool]) -> None:
    for row in work.session.scalars(select(kind).where(kind.appraisal_id == appraisal, which)):
        work.session.delete(row)
    work.session.flush()
