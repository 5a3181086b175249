"""Self-assessment: private to its author until it is handed in."""

from dataclasses import dataclass, replace
from datetime import datetime

from lsadesk.domain.appraisals.assessment import (
    Answer,
    Answers,
    Assessment,
    OwnWords,
    Progress,
    parts_for,
    progress,
    questions_for,
    standards_of,
    statements_for,
)
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.career import role_of
from lsadesk.domain.careers.framework import (
    Framework,
    OpenQuestion,
    Part,
    Question,
    Role,
    Statement,
)
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, READ, TABLE, Duty, Kind, allows
from lsadesk.domain.staff.people import Link, PersonId
from lsadesk.domain.staff.specialisms import Area
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.operations.said import said
from lsadesk.store import accounts
from lsadesk.store.appraisals import assessment as kept
from lsadesk.store.careers import layer
from lsadesk.store.staff import people, specialisms
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

NOTHING_TO_HAND_IN = "Nothing has been answered yet, so there is nothing to hand in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who will see a self-assessment once it is handed in, and why."""

    name: str
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Who first opened what was handed in, and when."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A person's own questionnaire as it stands.

    *assessment* is the draft, or else the newest that was handed in. *last* is what was
    handed in before it, to be offered again. *unreadable* answers were sealed to a key
    that the person no longer has; they are asked again. *opened* says who has looked at
    what was handed in: then it cannot be taken back. *leads*: may keep group interviews.
    *added* are parts that the role does not ask, each with the specialisms that do.
    """

    framework: Framework
    role: Role | None
    parts: tuple[Part, ...]
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]
    assessment: Assessment
    readers: tuple[Reader, ...]
    last: Assessment | None = None
    opened: Opening | None = None
    unreadable: int = 0
    as_list: bool = False
    leads: bool = False
    added: tuple[tuple[Part, tuple[str, ...]], ...] = ()

    @property
    def progress(self) -> Progress:
        """How much of all that is asked has been answered."""
        return progress(self.questions, self.assessment)


def my_sheet(desk: Desk) -> Sheet | None:
    """The questionnaire of whoever is signed in; None for an account without a person."""
    standing = desk.standing()
    person = standing.person
    if person is None:
        return None
    with desk.reading(Kind.DRAFT, person) as reading:
        framework = layer.library_of(reading).framework
        role = _role(reading, person, framework)
        areas = specialisms.of(reading, person)
        also = frozenset(area.standard for area in areas)
        found, unreadable = _newest(desk, reading, person)
        shared = kept.handed_in(reading, person)
        return Sheet(
            framework=framework,
            role=role,
            parts=parts_for(framework, role, also),
            statements=statements_for(framework, role, also),
            questions=questions_for(framework, role, also),
            added=_added(framework, role, areas),
            assessment=found,
            last=_last(reading, shared, found),
            opened=None if found.is_draft else opening_of(reading, shared[0].id),
            readers=_readers(reading, person),
            unreadable=unreadable,
            as_list=kept.likes_a_list(reading, person),
            leads=allows(standing, CHANGE, Kind.GROUP_INTERVIEW),
        )


def keep_answer(desk: Desk, answer: Answer) -> Done[datetime]:
    """Keep one answer of the draft, sealed to its author; gives back when it was saved.

    The first answer begins the draft. Answering again is how an answer is taken back, so
    it is not on the undo list.
    """
    return _keep_said(desk, replace(answer, example=said(answer.example, "An example")))


def keep_words(desk: Desk, words: OwnWords) -> Done[datetime]:
    """Keep what was said to one open question, as `keep_answer` keeps an answer."""
    return _keep_said(desk, replace(words, text=said(words.text, "An answer")))


def prefer_list(desk: Desk, as_list: bool) -> Done[None]:
    """Remember whether I like all questions in a list, or one a page."""
    person = own_person(desk)
    with desk.writing(Kind.DRAFT, person) as work:
        kept.set_likes_a_list(work, person, as_list)
        return desk.keep_more(work, None)


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
    """Let those whose duties cover it read what is now a draft; `take_back` undoes it.

    It is not on the undo list: whether it can be undone depends on who has opened it.

    Raises:
        UserError: there is nothing to hand in.
    """
    person = own_person(desk)
    with desk.writing(Kind.DRAFT, person) as work:
        draft = kept.latest(work, person, handed_in=False)
        if draft is None:
            raise UserError(NOTHING_TO_HAND_IN)
        opened = kept.open_draft(work, draft.id, desk.unlocked.boxes)
        framework = layer.library_of(work).framework
        role, also = _role(work, person, framework), specialisms.standards_of(work, person)
        answers = _answered(opened, questions_for(framework, role, also))
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
            undo=False,
        )


def take_back(desk: Desk) -> Done[None]:
    """Make what was handed in a private draft again, as long as nobody has opened it.

    Raises:
        UserError: an appraiser has opened it, or another has been begun since.
    """
    person = own_person(desk)
    with desk.writing(Kind.DRAFT, person) as work:
        found = kept.latest(work, person, handed_in=True)
        if found is None:
            raise UserError("Nothing is handed in, so there is nothing to take back.")
        if kept.latest(work, person, handed_in=False) is not None:
            raise UserError("You have begun a new one since. The one before stays handed in.")
        if (opening := opening_of(work, found.id)) is not None:
            raise UserError(opened_words(opening))
        kept.take_back(work, found.id, desk.unlocked.boxes)
        return desk.keep(
            work,
            None,
            "Took my self-assessment back",
            Entry("took back", Kind.DRAFT, person),
            Subject.ASSESSMENT,
            Subject.CAREER,
            undo=False,
        )


def opened_words(opening: Opening) -> str:
    """Why what was handed in cannot be taken back, by whom and since when."""
    at = opening.at.astimezone()
    return (
        f"{opening.name} opened it on {uk_date(at.date())} at {at:%H:%M}, so it cannot be taken "
        "back. What you want to change can be said at the appraisal, or in a new one."
    )


def handed_in(desk: Desk, person: PersonId) -> Assessment | None:
    """What *person* last handed in, for those who may read it.

    Others than the person see it once it was opened for the meeting, and not before: till
    then neither side's ratings show to the other (A53).
    """
    with desk.reading(Kind.ASSESSMENT, person) as reading:
        if accounts.standing_of(reading, desk.account).person == person:
            found = kept.latest(reading, person, handed_in=True)
        else:
            found = kept.latest_opened(reading, person)
        return None if found is None else _shared(reading, found)


def own_answers(desk: Desk, reading: Reading, person: PersonId) -> Answers:
    """What a person says of themselves at this moment, for their own eyes."""
    desk.require(reading, READ, Kind.DRAFT, person)
    return _newest(desk, reading, person)[0].answers


def _keep_said(desk: Desk, answer: Answer | OwnWords) -> Done[datetime]:
    with desk.beginning() as work:  # who answers is asked in here too: another look takes as long
        person = own_person(desk, work)
        desk.require(work, CHANGE, Kind.DRAFT, person)
        _still_asked(work, answer)
        draft = kept.latest(work, person, handed_in=False)
        if draft is not None and kept.seal_over(work, draft.id, desk.unlocked.boxes, answer):
            return desk.keep_more(work, work.now, Subject.ASSESSMENT, Subject.CAREER)
        assessment = _start(work, person) if draft is None else draft.id
        kept.keep_sealed(work, assessment, desk.unlocked.boxes, answer)
        return desk.keep(
            work,
            work.now,
            "Answered a question",
            Entry("kept draft answer", Kind.DRAFT, person),
            Subject.ASSESSMENT,
            Subject.CAREER,
            undo=False,
        )


def _answered(opened: kept.Opened, questions: tuple[Question, ...]) -> list[Answer | OwnWords]:
    """What was said to *questions*, in their order; what is no longer asked stays behind."""
    found = (
        opened.words.get(one.id) if isinstance(one, OpenQuestion) else opened.answers.get(one.id)
        for one in questions
    )
    return [one for one in found if one is not None]


def _newest(desk: Desk, reading: Reading, person: PersonId) -> tuple[Assessment, int]:
    draft = kept.latest(reading, person, handed_in=False)
    if draft is None:
        found = kept.latest(reading, person, handed_in=True)
        return _shared(reading, found) if found else Assessment(person=person, answers={}), 0
    opened = kept.open_draft(reading, draft.id, desk.unlocked.boxes)
    return _assessment(person, opened, saved_at=opened.saved_at), opened.unreadable


def _last(reading: Reading, shared: tuple[kept.Kept, ...], shown: Assessment) -> Assessment | None:
    """What was handed in before *shown*."""
    earlier = shared if shown.is_draft else shared[1:]
    return _shared(reading, earlier[0]) if earlier else None


def _shared(reading: Reading, found: kept.Kept) -> Assessment:
    at = found.handed_in_at
    return _assessment(found.person, kept.shared(reading, found.id), saved_at=at, handed_in_at=at)


def _assessment(
    person: PersonId,
    opened: kept.Opened,
    *,
    saved_at: datetime | None,
    handed_in_at: datetime | None = None,
) -> Assessment:
    return Assessment(
        person=person,
        answers=opened.answers,
        words=opened.words,
        saved_at=saved_at,
        handed_in_at=handed_in_at,
    )


def _start(work: Work, person: PersonId) -> kept.AssessmentId:
    framework = layer.library_of(work).framework
    role = _role(work, person, framework)
    edition = max(one.source.checked for one in framework.statements.values())
    return kept.start(work, person, edition=edition.isoformat(), role=role.id if role else None)


def _role(reading: Reading, person: PersonId, framework: Framework) -> Role | None:
    role = role_of(framework, people.get(reading, person))
    return None if role is None else framework.roles[role]


def _added(
    framework: Framework, role: Role | None, areas: tuple[Area, ...]
) -> tuple[tuple[Part, tuple[str, ...]], ...]:
    """The parts that are asked for a specialism alone, with the names of those that ask."""
    return tuple(
        (part, names)
        for part in framework.parts
        if part.standard not in standards_of(role)
        and (names := tuple(area.name for area in areas if area.standard == part.standard))
    )


def _readers(reading: Reading, person: PersonId) -> tuple[Reader, ...]:
    """Who may read handed-in self-assessments of *person*, by the table of rights."""
    held = {Link.LINE_MANAGER: Duty.LINE_MANAGER, Link.APPRAISER: Duty.APPRAISER}
    linked = [
        Reader(name=holder.name, duty=held[link])
        for link, holder in (
            (link, people.get(reading, holder))
            for link, holder in people.links(reading, person).items()
        )
        if link in held and holder.works_on(reading.today)
    ]
    heads = [
        Reader(
            name=people.get(reading, one.person).name if one.person else one.login, duty=Duty.HEAD
        )
        for one in accounts.all_accounts(reading)
        if one.is_head and one.person != person and not one.has_ended(reading.today)
    ]
    return tuple(
        reader
        for reader in (*linked, *heads)
        if READ in TABLE[reader.duty].get(Kind.ASSESSMENT, frozenset())
    )


def opening_of(reading: Reading, assessment: kept.AssessmentId) -> Opening | None:
    """Who first opened what was handed in; None: nobody has."""
    found = kept.opened_by(reading, assessment)
    if found is None:
        return None
    by = "Your appraiser" if found.person is None else people.get(reading, found.person).name
    return Opening(name=by, at=found.at)


def _still_asked(reading: Reading, answer: Answer | OwnWords) -> None:
    framework = layer.library_of(reading).framework
    if isinstance(answer, Answer):
        is_asked = answer.statement in framework.statements
    else:
        is_asked = answer.question in framework.questions
    if not is_asked:
        raise UserError("This question is no longer asked. Nothing was saved.")
