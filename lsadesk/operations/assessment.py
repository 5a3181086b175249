"""Self-assessment: private to its author until it is handed in."""

from dataclasses import dataclass
from datetime import datetime

from lsadesk.domain.assessment import Answer, Answers, Assessment, parts_for, statements_for
from lsadesk.domain.career import role_of
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.framework import Framework, Part, Role, Statement
from lsadesk.domain.people import Link, PersonId
from lsadesk.domain.rights import READ, TABLE, Duty, Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts, layer, library, people
from lsadesk.store import assessment as kept
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

LONGEST_EXAMPLE = 20_000
NOTHING_TO_HAND_IN = "Nothing has been answered yet, so there is nothing to hand in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who will see a self-assessment once it is handed in, and why."""

    name: str
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A person's own questionnaire as it stands.

    *unreadable* answers were sealed to a key that the person no longer has; they are asked
    again. *handed_in* is the newest that was handed in, if there is no later draft.
    """

    framework: Framework
    role: Role | None
    parts: tuple[Part, ...]
    statements: tuple[Statement, ...]
    assessment: Assessment
    readers: tuple[Reader, ...]
    unreadable: int = 0


def my_sheet(desk: Desk) -> Sheet | None:
    """The questionnaire of whoever is signed in; None for an account without a person."""
    person = desk.person
    if person is None:
        return None
    with desk.reading(Kind.DRAFT, person) as reading:
        framework = layer.library_of(reading).framework
        role = _role(reading, person, framework)
        found, unreadable = _newest(desk, reading, person)
        return Sheet(
            framework=framework,
            role=role,
            parts=parts_for(framework, role),
            statements=statements_for(framework, role),
            assessment=found,
            readers=_readers(reading, person),
            unreadable=unreadable,
        )


def keep_answer(desk: Desk, answer: Answer) -> Done[datetime]:
    """Keep one answer of the draft, sealed to its author; gives back when it was saved.

    The first answer begins the draft. Answering again is how an answer is taken back, so
    it is not on the undo list.
    """
    _checked(answer)
    person = own_person(desk)
    with desk.writing(Kind.DRAFT, person) as work:
        draft = kept.latest(work, person, handed_in=False)
        assessment = _start(work, person) if draft is None else draft.id
        kept.keep_sealed(work, assessment, desk.unlocked.public_key, answer)
        return desk.keep(
            work,
            work.now,
            "Answered a question",
            Entry("kept draft answer", Kind.DRAFT, person),
            Subject.ASSESSMENT,
            Subject.CAREER,
            undo=False,
        )


def begin_again(desk: Desk) -> Done[None]:
    """Begin a new, empty draft beside what was handed in."""
    person = own_person(desk)
    with desk.writing(Kind.DRAFT, person) as work:
        if kept.latest(work, person, handed_in=False) is None:
            _start(work, person)
        return desk.keep(
            work,
            None,
            "Began a self-assessment",
            Entry("began draft", Kind.DRAFT, person),
            Subject.ASSESSMENT,
            about=person,
        )


def hand_in(desk: Desk) -> Done[None]:
    """Let those whose duties cover it read what is now a draft; can be undone this sitting.

    Raises:
        UserError: there is nothing to hand in.
    """
    person = own_person(desk)
    with desk.writing(Kind.DRAFT, person) as work:
        draft = kept.latest(work, person, handed_in=False)
        if draft is None:
            raise UserError(NOTHING_TO_HAND_IN)
        opened = kept.open_draft(work, draft.id, desk.unlocked.private_key)
        framework = layer.library_of(work).framework
        asked = statements_for(framework, _role(work, person, framework))
        answers = [opened.answers[one.id] for one in asked if one.id in opened.answers]
        if not answers:
            raise UserError(NOTHING_TO_HAND_IN)
        kept.hand_in(work, draft.id, answers)
        return desk.keep(
            work,
            None,
            "Handed in my self-assessment",
            Entry("handed in", Kind.DRAFT, person),
            Subject.ASSESSMENT,
            Subject.CAREER,
            about=person,
        )


def handed_in(desk: Desk, person: PersonId) -> Assessment | None:
    """What *person* last handed in, for those who may read it."""
    with desk.reading(Kind.ASSESSMENT, person) as reading:
        return _handed_in(reading, person)


def own_answers(desk: Desk, reading: Reading, person: PersonId) -> Answers:
    """What a person says of themselves at this moment, for their own eyes."""
    desk.require(reading, READ, Kind.DRAFT, person)
    return _newest(desk, reading, person)[0].answers


def _newest(desk: Desk, reading: Reading, person: PersonId) -> tuple[Assessment, int]:
    draft = kept.latest(reading, person, handed_in=False)
    if draft is None:
        return _handed_in(reading, person) or Assessment(person=person, answers={}), 0
    opened = kept.open_draft(reading, draft.id, desk.unlocked.private_key)
    found = Assessment(person=person, answers=opened.answers, saved_at=opened.saved_at)
    return found, opened.unreadable


def _handed_in(reading: Reading, person: PersonId) -> Assessment | None:
    found = kept.latest(reading, person, handed_in=True)
    if found is None:
        return None
    return Assessment(
        person=person,
        answers=kept.shared_answers(reading, found.id),
        saved_at=found.handed_in_at,
        handed_in_at=found.handed_in_at,
    )


def _start(work: Work, person: PersonId) -> kept.AssessmentId:
    framework = layer.library_of(work).framework
    role = _role(work, person, framework)
    edition = max(one.source.checked for one in framework.statements.values())
    return kept.start(work, person, edition=edition.isoformat(), role=role.id if role else None)


def _role(reading: Reading, person: PersonId, framework: Framework) -> Role | None:
    role = role_of(framework, people.get(reading, person))
    return None if role is None else framework.roles[role]


def _readers(reading: Reading, person: PersonId) -> tuple[Reader, ...]:
    """Who may read handed-in self-assessments of *person*, by the table of rights."""
    staff = {one.id: one for one in people.everybody(reading)}
    held = {Link.LINE_MANAGER: Duty.LINE_MANAGER, Link.APPRAISER: Duty.APPRAISER}
    linked = [
        Reader(name=staff[holder].name, duty=held[link])
        for link, holder in people.links(reading, person).items()
        if link in held and staff[holder].works_on(reading.today)
    ]
    heads = [
        Reader(name=staff[one.person].name if one.person else one.login, duty=Duty.HEAD)
        for one in accounts.all_accounts(reading)
        if one.is_head and one.person != person and not one.has_ended(reading.today)
    ]
    return tuple(
        reader
        for reader in (*linked, *heads)
        if READ in TABLE[reader.duty].get(Kind.ASSESSMENT, frozenset())
    )


def own_person(desk: Desk) -> PersonId:
    """The member of staff who is signed in.

    Raises:
        UserError: the account is nobody's in particular.
    """
    if desk.person is None:
        raise UserError(
            "This account is not linked to a member of staff. Ask the administrator to link it."
        )
    return desk.person


def _checked(answer: Answer) -> None:
    if answer.statement not in library.built_in().framework.statements:
        raise UserError("This question is no longer asked. Nothing was saved.")
    if len(answer.example) > LONGEST_EXAMPLE:
        raise UserError(
            f"An example can hold {LONGEST_EXAMPLE:,} letters. Shorten it and it will be saved."
        )
