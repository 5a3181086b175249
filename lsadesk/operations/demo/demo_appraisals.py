"""Appraisals of the demo college: one at every stage, a year that is over, and some never held."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from lsadesk.domain.appraisals.appraisal import (
    AppraisalId,
    AppraiserRating,
    PromptAnswer,
    PromptId,
    Settled,
    Waiver,
    alike,
    differences,
    mean_apart,
)
from lsadesk.domain.appraisals.appraisal_record import Side, canonical
from lsadesk.domain.appraisals.assessment import Answer, statements_for
from lsadesk.domain.auditing.skills import Level, SkillValue, Unknown
from lsadesk.domain.careers.career import role_of
from lsadesk.domain.careers.framework import Framework, Role, Statement
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind, Mode
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.appraisals.meetings import lines, meeting_of
from lsadesk.operations.appraisals.signing import text_for
from lsadesk.operations.desk import Desk
from lsadesk.store.appraisals import appraisal as kept
from lsadesk.store.appraisals import appraiser_ratings, assessment, signing
from lsadesk.store.appraisals import meeting as left
from lsadesk.store.appraisals.signing import Signing
from lsadesk.store.careers import layer
from lsadesk.store.developing import development
from lsadesk.store.staff import people, specialisms
from lsadesk.store.work import Work

NOT_YET = 4  # every so many people had no appraisal so far
HELD_WITHIN = 430  # days


@dataclass(frozen=True, slots=True)
class _Room:
    """Where the made-up appraisals are written."""

    desk: Desk
    work: Work
    framework: Framework


def add_appraisals(
    work: Work, desk: Desk, managers: Sequence[PersonId], staff: Sequence[PersonId]
) -> None:
    """Give the first manager's people an appraisal at each stage, and most others a signed one."""
    room = _Room(desk, work, layer.library_of(work).framework)
    for number, person in enumerate(staff):
        if number % NOT_YET == NOT_YET - 1:
            continue
        appraiser = managers[number % len(managers)]
        ago = 340 if number == 0 else 20 + person * 53 % HELD_WITHIN
        with _on(work, work.today - timedelta(days=ago)):
            _signed(room, person, appraiser)
    _this_year(room, managers[0], [staff[number] for number in (0, 6, 12, 18)])


def _this_year(room: _Room, appraiser: PersonId, people_now: Sequence[PersonId]) -> None:
    """Rated by the appraiser, ready to meet, in the meeting, and written but not signed."""
    rating, ready, meeting, unsigned = people_now
    _rated(room, rating, appraiser)
    _said(room, ready)
    _rated(room, ready, appraiser)
    _opened(room, meeting, appraiser)
    _written(room, unsigned, appraiser)


def _signed(room: _Room, person: PersonId, appraiser: PersonId) -> None:
    found = _written(room, person, appraiser)
    key = room.desk.store.chain_key(room.work, signing.PURPOSE)
    record = signing.record(room.work, key, found)
    if record is None:
        return
    for side, who in ((Side.PERSON, person), (Side.APPRAISER, appraiser)):
        name = people.get(room.work, who).name
        wanted = Signing(
            side=side, name=name, account=None, mark=record.mark, paper_on=room.work.today
        )
        signing.sign(room.work, key, found, wanted)


def _written(room: _Room, person: PersonId, appraiser: PersonId) -> AppraisalId:
    """A meeting talked through, with an action, and its record."""
    work, found = room.work, _opened(room, person, appraiser)
    held = lines(work, kept.get(work, found))
    settled = [
        Settled(statement=line.statement.id, agreed=line.theirs.value)
        for line in (*alike(held), *differences(held)[1:])
    ]
    for line in differences(held)[:1]:
        words = "We see this differently and look at it again in spring."
        settled.append(Settled(statement=line.statement.id, difference=words))
    left.settle(work, found, settled)
    for prompt in left.prompts(work, found):
        words = _SAID.get(prompt.id, "")
        left.answer(work, found, PromptAnswer(prompt=prompt.id, words=words))
    _follow_up(room, found, person)
    meeting = meeting_of(work, kept.get(work, found))
    key = room.desk.store.chain_key(work, signing.PURPOSE)
    signing.write(work, key, found, canonical(text_for(room.desk.college, meeting)))
    return found


def _follow_up(room: _Room, found: AppraisalId, person: PersonId) -> None:
    """An action for the first thing that came out, a reason for none for the rest."""
    waiting = meeting_of(room.work, kept.get(room.work, found)).open_outcomes
    for outcome in waiting[:1]:
        details = ActionDetails(
            what="Watch a colleague do it, and talk it over",
            why=outcome.reason.value,
            behind=Behind(BehindKind.STATEMENT, outcome.statement.id),
            mode=Mode.SHADOWING,
            due=room.work.today + timedelta(days=90),
            appraisal=found,
        )
        development.add(room.work, person, details)
    for outcome in meeting_of(room.work, kept.get(room.work, found)).open_outcomes:
        because = "Kept in mind; the action above comes first."
        waiver = Waiver(statement=outcome.statement.id, reason=outcome.reason, because=because)
        left.waive(room.work, found, waiver)


def _opened(room: _Room, person: PersonId, appraiser: PersonId) -> AppraisalId:
    _said(room, person)
    found = _rated(room, person, appraiser)
    kept.open_for_meeting(room.work, found, without_self="")
    both = lines(room.work, kept.get(room.work, found))
    kept.note_apart(room.work, found, mean_apart(both))
    return found


def _rated(room: _Room, person: PersonId, appraiser: PersonId) -> AppraisalId:
    role = _role(room, person)
    cycle = room.work.today
    found = kept.begin(
        room.work, person, appraiser=appraiser, cycle=cycle, role=role.id if role else None
    )
    left.ask(room.work, found, layer.library_of(room.work).meeting)
    ratings = [
        AppraiserRating(statement=one.id, value=Level(_level(person, place, 3)))
        for place, one in enumerate(_asked(room, person, role))
    ]
    appraiser_ratings.hand_in(room.work, found, ratings)
    return found


def _said(room: _Room, person: PersonId) -> None:
    """Hand in a self-assessment, as one that was read in from paper."""
    role = _role(room, person)
    edition = max(one.source.checked for one in room.framework.statements.values())
    begun = assessment.start(
        room.work, person, edition=edition.isoformat(), role=role.id if role else None
    )
    answers = [
        Answer(
            statement=one.id,
            value=_own(person, place),
            use_more=place % 13 == 5,
            learn_more=place % 17 == 3,
        )
        for place, one in enumerate(_asked(room, person, role))
    ]
    assessment.hand_in(room.work, begun, answers)


def _own(person: PersonId, place: int) -> SkillValue:
    return Unknown() if (person + place) % 11 == 0 else Level(_level(person, place, 5))


def _level(person: PersonId, place: int, turn: int) -> int:
    """A level from 1 to 4; *turn* sets the two sides a little apart."""
    return 1 + (person + place // 3 + (place % turn == 1)) % 4


def _asked(room: _Room, person: PersonId, role: Role | None) -> tuple[Statement, ...]:
    also = specialisms.standards_of(room.work, person)
    return statements_for(room.framework, role, also)


def _role(room: _Room, person: PersonId) -> Role | None:
    role = role_of(room.framework, people.get(room.work, person))
    return None if role is None else room.framework.roles[role]


@contextmanager
def _on(work: Work, day: date) -> Iterator[None]:
    """Have *work* take place on another day."""
    now = work.now
    work.now = datetime.combine(day, time(14), UTC)
    yield
    work.now = now


_SAID = {
    PromptId("went-well"): "Two learners now start cooking by themselves, with picture cards.",
    PromptId("hard"): "Not knowing on Mondays what the session is about.",
    PromptId("want"): "Happy as things are, and would like to try signing.",
}
