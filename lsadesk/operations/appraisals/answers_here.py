"""What a person's questionnaire holds at this moment, and the marks on what goes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from lsadesk.domain.appraisals.answer_forms import (
    FormMark,
    Given,
    edition_of,
    given_to,
    nothing_given,
)
from lsadesk.domain.appraisals.assessment import (
    Answer,
    Assessment,
    parts_for,
    questions_for,
    standards_of,
)
from lsadesk.domain.careers.career import role_of
from lsadesk.domain.careers.framework import Framework, Part, Question, Role
from lsadesk.domain.rights import CHANGE, READ, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.said import said
from lsadesk.store import accounts
from lsadesk.store.appraisals import assessment as kept
from lsadesk.store.appraisals import keyed_in
from lsadesk.store.careers import layer
from lsadesk.store.staff import people, specialisms
from lsadesk.store.work import Reading, Work

_EXAMPLE = "An answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What a person's questionnaire holds at this moment, for whoever fills it in.

    *last* is what they handed in before a draft that is *found*.
    """

    person: PersonId
    name: str
    title: str
    framework: Framework
    role: Role | None
    parts: tuple[Part, ...]
    questions: tuple[Question, ...]
    mark: FormMark
    found: Assessment
    saved_at: Mapping[str, datetime]
    is_mine: bool
    last: Assessment | None = None


def here_of(desk: Desk, reading: Reading, who: PersonId) -> Here:
    """What is here of *who*: my own draft or what I handed in; of others what was typed in.

    Raises:
        NotAllowed: no duty of mine covers their self-assessments.
    """
    desk.require(reading, READ, Kind.ASSESSMENT, who)
    person = people.get(reading, who)
    framework = layer.library_of(reading).framework
    named = role_of(framework, person)
    role = None if named is None else framework.roles[named]
    also = specialisms.standards_of(reading, who)
    is_mine = accounts.standing_of(reading, desk.account).person == who
    found, saved_at = _found(desk, reading, who, is_mine=is_mine)
    return Here(
        person=who,
        name=person.name,
        title=person.title,
        framework=framework,
        role=role,
        parts=parts_for(framework, role, also),
        questions=questions_for(framework, role, also),
        mark=FormMark(
            college=desk.store.college_mark(reading),
            person=who,
            edition=edition_of(framework),
            role="+".join((named or "", *sorted(also - standards_of(role)))),
        ),
        found=found,
        saved_at=saved_at,
        is_mine=is_mine,
        last=_handed_in(reading, who) if found.is_draft and is_mine else None,
    )


def _handed_in(reading: Reading, who: PersonId) -> Assessment | None:
    newest = kept.latest(reading, who, handed_in=True)
    return None if newest is None else _shared(reading, newest)


def _shared(reading: Reading, found: kept.Kept) -> Assessment:
    shared = kept.shared(reading, found.id)
    return Assessment(
        person=found.person,
        answers=shared.answers,
        words=shared.words,
        handed_in_at=found.handed_in_at,
    )


def _found(
    desk: Desk, reading: Reading, who: PersonId, *, is_mine: bool
) -> tuple[Assessment, Mapping[str, datetime]]:
    draft = kept.latest(reading, who, handed_in=False) if is_mine else None
    if draft is not None:
        own = kept.open_draft(reading, draft.id, desk.unlocked.boxes)
        times = keyed_in.saved_times(reading, draft.id)
        return Assessment(person=who, answers=own.answers, words=own.words), times
    newest = kept.latest(reading, who, handed_in=True)
    if newest is None or not (is_mine or _typed_in_here(desk, reading, newest)):
        return Assessment(person=who, answers={}), {}
    found = _shared(reading, newest)
    at, everything = found.handed_in_at, (*found.answers, *found.words)
    return found, {} if at is None else dict.fromkeys(everything, at)


def _typed_in_here(desk: Desk, reading: Reading, found: kept.Kept) -> bool:
    """Whether it was typed in by somebody whose duty I hold: what they gave in themselves
    shows to nobody before the meeting (A53)."""
    if keyed_in.mark_of(reading, found.id) is None:
        return False
    standing = accounts.standing_of(reading, desk.account)
    return allows(standing, CHANGE, Kind.ASSESSMENT, found.person)


def given_in(here: Here, said: Assessment | None = None) -> dict[str, Given]:
    """What is answered here, or was in what was *said* before, by question."""
    given = {each.id: given_to(each, said or here.found) for each in here.questions}
    empty = {each.id: nothing_given(each) for each in here.questions}
    return {key: value for key, value in given.items() if value != empty[key]}


def begin(work: Work, here: Here) -> kept.AssessmentId:
    """A new self-assessment, a draft until it is handed in."""
    role = here.role.id if here.role else None
    return kept.start(work, here.person, edition=here.mark.edition, role=role)


def checked(given: Given) -> Given:
    """*given* as it is kept.

    Raises:
        UserError: it is longer than an answer can be.
    """
    if isinstance(given, Answer):
        return replace(given, example=said(given.example, _EXAMPLE))
    return replace(given, text=said(given.text, _EXAMPLE))
