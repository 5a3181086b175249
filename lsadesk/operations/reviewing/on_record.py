"""What the program knows already that bears on a point, so that nobody looks for it twice.

Figures and no names: who is behind them is found where they come from.
Source: requirements A58, A73, A77, A94, A98; A.10 on points that share evidence.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from lsadesk.domain.briefing.feedback import Answer
from lsadesk.domain.deployment.evidence import Question
from lsadesk.domain.deployment.evidence_words import ASKED
from lsadesk.domain.reviewing.points import PointId
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.teacher_induction import covered, percent_covered
from lsadesk.operations.briefing.feedback import all_feedback
from lsadesk.operations.deploying.evidence import what_evidence_asks
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff.teacher_induction import teacher_inductions

_TIME_TOGETHER = ("r1-10", "r2-5", "r4-6", "r5-10")
_ASKED_BY: Mapping[Question, tuple[str, ...]] = {
    Question.ONE_PERSON: ("r2-3",),
    Question.TEACHER_TIME: ("r2-1",),
    Question.PLANNING: _TIME_TOGETHER,
    Question.NOT_NEEDED: ("r2-2",),
    Question.NOT_TALKED_OVER: ("r5-11",),
    Question.BLIND: ("r5-6", "r5-7"),
}


def on_record(desk: Desk) -> dict[PointId, str]:
    """A sentence or two for each point on which something is known; the others are left out."""
    desk.require_now(Kind.REVIEW)
    told: dict[PointId, str] = {}
    for point, sentence in (*_induction(desk), *_feedback(desk), *_plan(desk)):
        told[point] = f"{told[point]} {sentence}" if point in told else sentence
    return told


def _induction(desk: Desk) -> Iterator[tuple[PointId, str]]:
    teachers = teacher_inductions(desk)
    share = percent_covered(teachers)
    if share is not None:
        number = f"{covered(teachers)} of {len(teachers)} teachers ({share} %)"
        sentence = f"An induction that covered the LSA's role is on record of {number}."
        yield PointId("r5-1"), sentence


def _feedback(desk: Desk) -> Iterator[tuple[PointId, str]]:
    told = all_feedback(desk).told
    if told:
        waiting = sum(each.answer is Answer.OPEN for each in told)
        sentence = f"LSAs told teachers {len(told)} times; {waiting} wait for an answer."
        yield PointId("r5-8"), sentence


def _plan(desk: Desk) -> Iterator[tuple[PointId, str]]:
    found = what_evidence_asks(desk)
    if found is None:
        return
    stand = Counter(each.question for each in found.findings if each.set_aside is None)
    aside = Counter(each.question for each in found.findings if each.set_aside is not None)
    for question, points in _ASKED_BY.items():
        reasons = f", {aside[question]} with a good reason" if aside[question] else ""
        asked = f"{ASKED[question].asked} {stand[question]} found in {found.week}{reasons}."
        for point in points:
            yield PointId(point), asked
