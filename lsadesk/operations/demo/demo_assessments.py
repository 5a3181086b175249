"""What people of the made-up college say of themselves: begun, private, and as a group."""

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.appraisals.interview import PromptId
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import QuestionId, StatementId
from lsadesk.operations.appraisals import assessment, interviews, reflections
from lsadesk.operations.desk import Desk
from lsadesk.paths import RESOURCES

Content = Mapping[str, Any]


def read_assessments() -> Content:
    """What is told of it in the content."""
    return tomllib.loads((RESOURCES / "demo" / "assessments.toml").read_text(encoding="utf-8"))


def begin_own(hers: Desk, content: Content) -> None:
    """Have whoever is signed in begin a self-assessment, stop in the middle, and note a little."""
    sheet = assessment.my_sheet(hers)
    if sheet is None:
        return
    if not sheet.assessment.is_draft:
        assessment.begin_again(hers)
    said = {StatementId(one["statement"]): one for one in content["examples"]}
    for statement, level in zip(sheet.statements, content["levels"], strict=False):
        more = said.get(statement.id, {})
        assessment.keep_answer(
            hers,
            Answer(
                statement=statement.id,
                value=Level(level),
                example=more.get("text", ""),
                use_more=more.get("use_more", False),
                learn_more=more.get("learn_more", False),
            ),
        )
    for words in content["words"]:
        chosen = tuple(words.get("chosen", ()))
        question = QuestionId(words["question"])
        assessment.keep_words(hers, OwnWords(question=question, text=words["text"], chosen=chosen))
    for note in content["notes"]:
        reflections.keep_note(hers, None, note["text"])
    for answer in content["interview"]:
        interviews.keep_own(hers, PromptId(answer["prompt"]), answer["text"])


def hold_group(leader: Desk, content: Content) -> None:
    """Note what a group of LSAs said about career paths."""
    group = content["group"]
    begun = interviews.begin_group(
        leader,
        held_on=leader.today - timedelta(days=group["days_ago"]),
        led_by=group["led_by"],
        taking_part=group["taking_part"],
    )
    for answer in group["answers"]:
        interviews.keep_in_group(leader, begun.result, PromptId(answer["prompt"]), answer["text"])
