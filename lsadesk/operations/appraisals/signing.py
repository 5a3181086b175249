"""Agreeing on the record of an appraisal, and signing it: each with their own secret.

What is signed is the text that is kept (`domain/appraisals/appraisal_record.py`), told from every
other by its mark. A signed record is never changed: it is reopened as the next version.
"""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from lsadesk.domain.appraisals.appraisal import Appraisal, AppraisalId, MoveKind, Stage
from lsadesk.domain.appraisals.appraisal_record import (
    Held,
    Record,
    RecordText,
    Side,
    canonical,
    text_of,
)
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations.appraisals.appraisal import changing, viewing
from lsadesk.operations.appraisals.appraised_skills import record_agreed
from lsadesk.operations.appraisals.appraising import in_meeting
from lsadesk.operations.appraisals.meetings import Meeting, lines, meeting_of
from lsadesk.operations.desk import Desk
from lsadesk.operations.said import said_in_full
from lsadesk.store import accounts
from lsadesk.store.accounts import Account
from lsadesk.store.appraisals import appraisal as kept
from lsadesk.store.appraisals import appraiser_ratings
from lsadesk.store.appraisals import meeting as left
from lsadesk.store.appraisals import signing as records
from lsadesk.store.appraisals.signing import Signing
from lsadesk.store.sealing import vault
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

T = TypeVar("T")

NO_RECORD = "There is no record to sign yet. Finish the meeting first."
OTHER_TEXT = (
    "The text has been written anew since it was shown. Nothing was signed: read it again first."
)


def agree(desk: Desk, appraisal: AppraisalId) -> Done[None]:
    """End the meeting: write its record, for both to read and sign.

    Raises:
        UserError: a difference, a prompt or an outcome is still open.
    """
    with in_meeting(desk, appraisal) as (work, found):
        held = meeting_of(work, found)
        if held.missing:
            raise UserError(" ".join(held.missing))
        records.write(work, _key(desk, work), appraisal, canonical(text_for(desk.college, held)))
        return _keep(desk, work, None, found, f"Wrote the record of the appraisal of {held.name}")


def text_for(college: str, held: Meeting) -> RecordText:
    """The text of a meeting as it stands, for both to sign."""
    return text_of(
        Held(
            college=college,
            appraisal=held.appraisal,
            name=held.name,
            title=held.title,
            appraiser=held.appraiser,
            lines=held.lines,
            prompts=held.prompts,
            answers=held.answers,
            comment=held.comment,
            last_actions=held.last_actions,
            actions=held.actions,
            waivers=held.waivers,
            moves=held.moves,
            files=held.files,
        )
    )


def back_to_meeting(desk: Desk, appraisal: AppraisalId) -> Done[None]:
    """Go on with a meeting whose record nobody has signed; its text goes.

    Raises:
        UserError: there is no record, or somebody has signed it.
    """
    with changing(desk, appraisal) as (work, found):
        record = _record(desk, work, found)
        if record.signatures or found.stage is not Stage.UNSIGNED:
            raise UserError("Somebody has signed this record. Reopen it as a new version instead.")
        records.take_back(work, appraisal)
        return _keep(desk, work, None, found, "Went back to the meeting")


def record(desk: Desk, appraisal: AppraisalId) -> Record | None:
    """The text and its signatures, as they are kept; None while the meeting is not over."""
    with viewing(desk, appraisal) as (reading, found):
        return records.record(reading, _key(desk, reading), found.id)


def sign(desk: Desk, appraisal: AppraisalId, side: Side, secret: str, *, mark: str) -> Done[None]:
    """Sign the text of *mark* as *side*, with that person's own PIN or password.

    The secret is checked and forgotten; nobody is signed in by it, and wrong guesses slow
    down the next as at the door.

    Raises:
        WrongPassword: it is not theirs, or it is too soon to try again.
        UserError: they have no account, have signed already, or the clock is behind the text.
        Stale: the text is another by now.
    """
    with desk.store.read() as reading:
        found = kept.get(reading, appraisal)
        desk.require(reading, READ, Kind.APPRAISAL, found.person)
        account = _account_of(reading, _person_of(found, side))
    opened, wrong = vault.unlock(desk.folder, account.login, secret)
    if opened.account != account.id:
        raise UserError("This PIN or password belongs to another account. Nothing was signed.")
    with desk.beginning() as work:
        desk.require(work, READ, Kind.APPRAISAL, found.person)
        name = people.get(work, _person_of(found, side)).name
        wanted = Signing(side=side, name=name, account=account.id, mark=mark)
        return _signed(desk, work, appraisal, wanted, wrong=wrong)


def sign_on_paper(desk: Desk, appraisal: AppraisalId, side: Side, on: date) -> Done[None]:
    """Note that *side*, who has no account, signed a print of the record on that day.

    Raises:
        UserError: they have an account, have signed already, or it cannot have been that day.
    """
    with changing(desk, appraisal) as (work, found):
        record = _record(desk, work, found)
        person = _person_of(found, side)
        if person in kept.people_with_accounts(work, [person]):
            raise UserError("Whoever has an account signs with their own PIN or password.")
        if not record.written_at.astimezone().date() <= on <= work.today:
            raise UserError(
                f"The text was written on {uk_date(record.written_at.astimezone().date())}, so the "
                "day on the paper is from then until today."
            )
        name = people.get(work, person).name
        wanted = Signing(side=side, name=name, account=None, mark=record.mark, paper_on=on)
        return _signed(desk, work, appraisal, wanted)


def reopen(desk: Desk, appraisal: AppraisalId, because: str) -> Done[AppraisalId]:
    """Begin the next version of a signed appraisal, in its meeting; the signed one stays.

    Raises:
        UserError: no reason is given, or nobody has signed it.
    """
    why = said_in_full(because, "A reason")
    with changing(desk, appraisal) as (work, found):
        if not _record(desk, work, found).signatures or found.is_replaced:
            raise UserError("Only a signed appraisal is reopened. Open the newest version.")
        new = kept.reopen(work, appraisal, why)
        rated = appraiser_ratings.ratings_of(work, appraisal)
        appraiser_ratings.keep_ratings(work, new, rated.values())
        left.copy(work, appraisal, new)
        return _keep(desk, work, new, found, "Reopened an appraisal")


def _signed(
    desk: Desk, work: Work, appraisal: AppraisalId, wanted: Signing, *, wrong: int = 0
) -> Done[None]:
    found = kept.get(work, appraisal)
    record = _record(desk, work, found)
    _require_fit(work, record, wanted, found)
    records.sign(work, _key(desk, work), appraisal, wanted)
    if kept.get(work, appraisal).stage is Stage.SIGNED:
        _put_into_effect(work, found)
    guesses = f", after {wrong} wrong guesses" if wrong else ""
    return _keep(
        desk,
        work,
        None,
        found,
        f"Signed as {wanted.side.value}",
        detail=f"{record.mark[:16]}{guesses}",
    )


def _require_fit(work: Work, record: Record, wanted: Signing, found: Appraisal) -> None:
    if found.is_replaced:
        raise UserError("There is a newer version of this appraisal. Open that one.")
    if not record.is_whole:
        raise UserError("This record was altered outside the program, so nobody should sign it.")
    if wanted.mark != record.mark:
        raise Stale(OTHER_TEXT)
    if wanted.side not in record.needs:
        raise UserError(f"{wanted.name} has signed already.")
    if work.now < record.written_at:
        raise UserError(
            f"This computer's clock says {uk_date(work.today)}, which is before the text was "
            "written. Put the clock right, then sign; nothing is lost."
        )


def _put_into_effect(work: Work, found: Appraisal) -> None:
    """Have what both signed count: agreed ratings, points and level."""
    record_agreed(work, found, lines(work, found))
    for move in left.make_moves(work, found.id, work.today):
        if move.kind is MoveKind.LEVEL:
            person = people.get(work, found.person)
            people.change(work, person.id, person.version, replace(person, level=move.after))


def _record(desk: Desk, reading: Reading, found: Appraisal) -> Record:
    record = records.record(reading, _key(desk, reading), found.id)
    if record is None:
        raise UserError(NO_RECORD)
    return record


def _person_of(found: Appraisal, side: Side) -> PersonId:
    return found.person if side is Side.PERSON else found.appraiser


def _account_of(reading: Reading, person: PersonId) -> Account:
    for account in accounts.all_accounts(reading):
        if account.person == person and not account.has_ended(reading.today):
            return account
    name = people.get(reading, person).name
    raise UserError(f"{name} has no account. Print the record, and note the day it was signed.")


def _key(desk: Desk, reading: Reading) -> bytes:
    return desk.store.chain_key(reading, records.PURPOSE)


def _keep(
    desk: Desk, work: Work, result: T, found: Appraisal, sentence: str, *, detail: str = ""
) -> Done[T]:
    entry = Entry(sentence.partition(" of ")[0].lower(), Kind.APPRAISAL, found.person, detail)
    return desk.keep(
        work,
        result,
        sentence,
        entry,
        Subject.APPRAISAL,
        Subject.SKILLS,
        Subject.PEOPLE,
        Subject.DEVELOPMENT,
        about=found.person,
        undo=False,
    )
