"""What ships with the program for appraisals: prompts, and the steps of an induction."""

from functools import cache

from lsadesk.domain.appraisals.appraisal import Prompt, PromptId
from lsadesk.domain.staff.induction import Step, StepId
from lsadesk.store.careers.entries import Entry, Reader, source, text
from lsadesk.store.careers.library import BUILT_IN

FILE = "appraisal.toml"


@cache
def prompts() -> tuple[Prompt, ...]:
    """What to talk about in a meeting, in order."""
    return tuple(Reader(BUILT_IN).entries(FILE, "prompt", _prompt))


@cache
def steps() -> tuple[Step, ...]:
    """The steps of an LSA's induction, in order (A56)."""
    return tuple(Reader(BUILT_IN).entries(FILE, "step", _step))


def _prompt(entry: Entry) -> Prompt:
    return Prompt(
        id=PromptId(text(entry, "id")),
        text=text(entry, "text"),
        help=text(entry, "help"),
        source=source(entry),
    )


def _step(entry: Entry) -> Step:
    return Step(id=StepId(text(entry, "id")), text=text(entry, "text"), source=source(entry))
