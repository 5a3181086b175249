"""Self-assessments typed in for people without an account, and marked so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lsadesk.domain.appraisals.answer_forms import Given, Origin, plain_code
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, READ, Kind, allows
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.errors import UserError
from lsadesk.operations.appraisals.answers_here import Here, begin, checked, given_in, here_of
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.appraisals import assessment as kept
from lsadesk.store.appraisals import keyed_in
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

HAS_ACCOUNT = (
    "This person has an account and answers for themselves. Give them the form: they can type it "
    "in under Self-assessment, Other ways to answer."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForOthers:
    """Somebody without an account for whom the person signed in may type a form in."""

    person: PersonId
    name: str
    title: str
    handed_in_at: datetime | None


def for_others(desk: Desk) -> tuple[ForOthers, ...]:
    """People without an account whose forms I may type in, by name; of no others anything."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        with_account = {each.person for each in accounts.all_accounts(reading)}
        found = [
            each
            for each in people.everybody(reading)
            if each.works_on(desk.today)
            and each.id not in with_account
            and allows(standing, CHANGE, Kind.ASSESSMENT, each.id)
        ]
        return tuple(_for_other(reading, each) for each in sorted(found, key=_by_name))


def with_code(desk: Desk, typed: str) -> PersonId:
    """Whose printed form has the code *typed*, among those whose forms I may type in.

    Raises:
        UserError: none has.
    """
    wanted = plain_code(typed)
    people_here = [each.person for each in for_others(desk)]
    if desk.person is not None:
        people_here.append(desk.person)
    for who in people_here:
        with desk.store.read() as reading:
            if here_of(desk, reading, who).mark.code == wanted:
                return who
    raise UserError(
        "No form of yours, or of anybody you type in for, has this code. Look at the foot of the "
        "page again. A form that was printed before its questions or the person's role changed "
        "has another code: choose the person by name."
    )


def form_of(desk: Desk, who: PersonId) -> Here:
    """The questionnaire of *who*, to be typed in from paper."""
    with desk.store.read() as reading:
        return here_of(desk, reading, who)


def key_in(desk: Desk, who: PersonId, given: Sequence[Given], origin: Origin) -> Done[None]:
    """Hand in what somebody without an account answered; it is marked as typed in by me.

    Raises:
        UserError: they have an account, or nothing was answered.
    """
    with desk.writing(Kind.ASSESSMENT, who) as work:
        require_no_account(work, who)
        here = here_of(desk, work, who)
        merged = {**given_in(here), **{_key(each): checked(each) for each in given}}
        said = [merged[each.id] for each in here.questions if each.id in merged]
        if not said or not given:
            raise UserError("Nothing was answered, so there is nothing to hand in.")
        assessment = begin(work, here)
        kept.hand_in(work, assessment, said)
        keyed_in.mark(work, assessment, origin)
        return desk.keep(
            work,
            None,
            f"Typed in {here.name}'s self-assessment",
            Entry("keyed in", Kind.ASSESSMENT, who, origin.value),
            Subject.ASSESSMENT,
            about=who,
        )


def keyed_in_words(desk: Desk, reading: Reading, who: PersonId) -> str:
    """What is to stand beside the newest self-assessment of *who*; "" if it is their own.

    Only for whoever may read it.
    """
    desk.require(reading, READ, Kind.ASSESSMENT, who)
    newest = kept.latest(reading, who, handed_in=True)
    mark = None if newest is None else keyed_in.mark_of(reading, newest.id)
    if mark is None:
        return ""
    account = accounts.get(reading, mark.account)
    name = people.get(reading, account.person).name if account.person else account.login
    day = uk_date(mark.at.astimezone().date())
    return f"Typed in by {name} from {mark.origin.value} on {day}."


def require_no_account(reading: Reading, who: PersonId) -> None:
    """Refuse to answer for somebody who can do so themselves."""
    if any(each.person == who for each in accounts.all_accounts(reading)):
        raise UserError(HAS_ACCOUNT)


def _for_other(reading: Reading, person: Person) -> ForOthers:
    newest = kept.latest(reading, person.id, handed_in=True)
    return ForOthers(
        person=person.id,
        name=person.name,
        title=person.title,
        handed_in_at=None if newest is None else newest.handed_in_at,
    )


def _by_name(person: Person) -> str:
    return person.sort_name.casefold()


def _key(given: Given) -> str:
    return given.statement if isinstance(given, Answer) else given.question
