"""How the demo college looks at its learning support: one review closed, one under way."""

import random
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from lsadesk.domain.reviewing.lines import LineDetails, LineKind, Stage
from lsadesk.domain.reviewing.points import PointId, Voice
from lsadesk.domain.reviewing.review import Judgement, ReviewDetails, ReviewId
from lsadesk.domain.reviewing.views import Confidence, Sheet
from lsadesk.paths import RESOURCES
from lsadesk.store.reviewing import lines, reviews
from lsadesk.store.reviewing.questions import questions
from lsadesk.store.work import Work

Content = Mapping[str, Any]
_DAYS = ("begun", "due", "done", "found_on")
_LEFT_OUT, _CANNOT_SAY = 0.05, 0.1  # how often, of all answers


def add_reviews(work: Work, dice: random.Random) -> None:
    """Two reviews with what groups said and what was agreed, and the lists."""
    source = RESOURCES / "demo" / "review.toml"
    content = tomllib.loads(source.read_text(encoding="utf-8"))
    for told in content["review"]:
        _add_review(work, told, content["evidence"], dice)
    for line in content["line"]:
        days = {name: work.today + timedelta(days=line[name]) for name in _DAYS if name in line}
        kinds = {"kind": LineKind(line["kind"]), "stage": Stage(line.get("stage", Stage.PLANNED))}
        lines.add(work, LineDetails(**{**line, **days, **kinds}))


def _add_review(
    work: Work, told: Content, evidence: Mapping[str, str], dice: random.Random
) -> None:
    details = ReviewDetails(name=told["name"], want=told["want"], success=told["success"])
    opened = work.today + timedelta(days=told["opened"])
    review = reviews.begin(work, details, questions().edition, opened)
    for voice, number in told["sheets"].items():
        for _ in range(number):
            reviews.hand_in(work, review, _sheet(Voice(voice), told["mood"][voice], dice))
    for point, level in told["judged"].items():
        shown = evidence.get(point, "") if "closed" not in told else ""
        reviews.judge(work, review, PointId(point), Judgement(Confidence(level), shown))
    if "closed" in told:
        _close(work, review, told["closed"])


def _sheet(voice: Voice, mood: float, dice: random.Random) -> Sheet:
    answers: dict[PointId, Confidence | None] = {}
    for point in questions().asked_of(voice):
        drawn = dice.random()
        if drawn < _LEFT_OUT:
            continue
        level = min(4, max(1, round(dice.gauss(mood, 0.9))))
        answers[point.id] = None if drawn < _LEFT_OUT + _CANNOT_SAY else Confidence(level)
    return Sheet(voice, answers)


def _close(work: Work, review: ReviewId, after: int) -> None:
    work.session.flush()
    (read,) = (each for each in reviews.reviews(work) if each.id == review)
    reviews.close(work, read, work.today + timedelta(days=after))
