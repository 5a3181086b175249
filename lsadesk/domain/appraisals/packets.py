"""A questionnaire on its way: what it asks and what was answered so far, whole in one packet.

It holds its questions, as the college words them, so that it can be answered on a computer that
has neither the college nor the same edition of the program.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from lsadesk.domain.appraisals.answer_forms import (
    Brought,
    FormMark,
    Given,
    Origin,
    Problem,
    nothing_given,
)
from lsadesk.domain.appraisals.assessment import Answer, Assessment, OwnWords
from lsadesk.domain.careers.framework import Framework, OpenQuestion, Part, Question, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """Whose it is, what it asks part by part, and what was answered, each with its time.

    *finished_at* is when its writer called it done; None: not yet. *last* is what the same
    person handed in before, *last_at*: it is offered again, and never counts as an answer.
    """

    mark: FormMark
    college: str
    name: str
    parts: tuple[Part, ...]
    questions: tuple[Question, ...]
    given: Mapping[str, Given] = field(default_factory=dict)
    given_at: Mapping[str, datetime] = field(default_factory=dict)
    finished_at: datetime | None = None
    last: Mapping[str, Given] = field(default_factory=dict)
    last_at: datetime | None = None
    problems: tuple[Problem, ...] = ()


def brought_by(packet: Packet) -> Brought:
    """What a packet that comes back brings."""
    return Brought(
        mark=packet.mark,
        origin=Origin.PACKET,
        given=packet.given,
        given_at=packet.given_at,
        finished_at=packet.finished_at,
        offered=packet.last_at,
        problems=packet.problems,
    )


def answered_now(packet: Packet, said: Mapping[str, Given], now: datetime) -> Packet:
    """*packet* with what was *said* just now; one who goes on answering is not finished."""
    empty: dict[str, Given] = {one.id: nothing_given(one) for one in packet.questions}
    asked = {key: given for key, given in said.items() if key in empty}
    given = {**packet.given, **asked}
    times = {**packet.given_at, **dict.fromkeys(asked, now)}
    left = {key for key, each in given.items() if key in empty and each == empty[key]}
    return replace(
        packet,
        given={key: each for key, each in given.items() if key not in left},
        given_at={key: at for key, at in times.items() if key not in left},
        finished_at=None,
    )


def asked_by(packet: Packet) -> Framework:
    """The parts and questions of a packet; nothing else of a framework travels with it."""
    return Framework(
        levels=(),
        lanes=(),
        roles={},
        routes=(),
        standards={},
        parts=packet.parts,
        statements={one.id: one for one in packet.questions if isinstance(one, Statement)},
        specialisms={},
        questions={one.id: one for one in packet.questions if isinstance(one, OpenQuestion)},
    )


def assessment_in(packet: Packet) -> Assessment:
    """What was answered so far, as a draft of whoever answers."""
    saved_at = max(packet.given_at.values(), default=None)
    return replace(_assessment(packet, packet.given), saved_at=saved_at)


def last_in(packet: Packet) -> Assessment | None:
    """What was handed in before; None: nothing was, or the packet's maker may not see it."""
    if packet.last_at is None:
        return None
    return replace(_assessment(packet, packet.last), handed_in_at=packet.last_at)


def _assessment(packet: Packet, given: Mapping[str, Given]) -> Assessment:
    return Assessment(
        person=packet.mark.person,
        answers={one.statement: one for one in given.values() if isinstance(one, Answer)},
        words={one.question: one for one in given.values() if isinstance(one, OwnWords)},
    )
