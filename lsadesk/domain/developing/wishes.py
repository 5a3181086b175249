"""What a person would like, gathered from where they said it, for their development plan.

Wanting no change is a wish like any other (source: L, "no pressure").
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lsadesk.domain.appraisals.assessment import Answers, OwnWords, Words, words_to
from lsadesk.domain.careers.framework import Framework, QuestionId, RoleId, StatementId

# The questions of the self-assessment that ask for wishes, and what their answers are called.
ASKED = {
    QuestionId("tasks-more"): "More of these tasks",
    QuestionId("areas-wanted"): "Areas to move into",
    QuestionId("stay-or-move"): "In two or three years",
    QuestionId("your-aspirations"): "In their own words",
}
STAYING_PUT = "I want to stay where I am"


@dataclass(frozen=True, slots=True)
class Wishes:
    """*said* in sentences, and whether the person *stays* where they are as they wish."""

    said: tuple[str, ...] = ()
    stays: bool = False


def wishes_from(
    framework: Framework,
    *,
    noted: Iterable[str] = (),
    roles: Sequence[RoleId] = (),
    stays: bool = False,
    answers: Answers | None = None,
    words: Words | None = None,
) -> Wishes:
    """All that a person wishes: *noted* in the audit, *roles* from the career map, and what they
    said in a self-assessment."""
    given, own = answers or {}, words or {}
    named = [framework.roles[role].name for role in roles if role in framework.roles]
    asked = [words_to(own, question) for question in ASKED]
    use = [framework.statements[key].text for key in _those(framework, given, "use_more")]
    learn = [framework.statements[key].text for key in _those(framework, given, "learn_more")]
    lines = [
        *noted,
        *_line("A role on the career map", named),
        *_line("To use more", use),
        *_line("To learn more", learn),
        *(line for each in asked for line in _line(ASKED[each.question], _said(each))),
    ]
    return Wishes(tuple(lines), stays or any(STAYING_PUT in each.chosen for each in asked))


def _those(framework: Framework, answers: Answers, wish: str) -> list[StatementId]:
    return [key for key in framework.statements if key in answers and getattr(answers[key], wish)]


def _said(words: OwnWords) -> list[str]:
    chosen = [each for each in words.chosen if each != STAYING_PUT]
    return [*chosen, *([words.text.strip()] if words.text.strip() else [])]


def _line(name: str, said: Sequence[str]) -> list[str]:
    whole = "; ".join(each.rstrip(".") if len(said) > 1 else each for each in said)
    return [f"{name}: {whole}"] if said else []
