"""The record of an appraisal: the exact text that both sign, and their signatures.

The text is kept as it was signed; what the program shows and prints is this text and
nothing made anew (source: C14, a signature without the text it signed is of no use).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lsadesk.domain.appraisals.appraisal import (
    Appraisal,
    Line,
    Move,
    Prompt,
    PromptAnswer,
    PromptId,
    Waiver,
)
from lsadesk.domain.auditing.skills import (
    LEVEL_WORDS,
    SPOKEN,
    Level,
    NeverAsked,
    SkillValue,
    code_of,
)
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.attached import AttachedFile, in_words
from lsadesk.domain.developing.development import ActionDetails, Funder, PlanAction

FORMAT = 1


class Side(StrEnum):
    """The two who sign."""

    PERSON = "person"
    APPRAISER = "appraiser"


class How(StrEnum):
    """How somebody signed."""

    SECRET = "with their own PIN or password"  # noqa: S105 - words, no secret
    PAPER = "on paper"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordText:
    """The text of a record."""

    title: str
    sections: tuple[Section, ...]

    def plain(self) -> str:
        """The whole of it, as one would read it aloud."""
        parts = [self.title]
        for section in self.sections:
            parts += ["", section.heading, *section.lines]
        return "\n".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signed, how and when; *paper_on* is the day on the paper."""

    side: Side
    name: str
    how: How
    at: datetime
    paper_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record as it stands: *mark* tells its text from every other.

    *is_whole* False: text or signatures were altered outside the program.
    """

    text: RecordText
    mark: str
    written_at: datetime
    signatures: tuple[Signature, ...]
    is_whole: bool

    @property
    def needs(self) -> tuple[Side, ...]:
        """Who has not signed yet."""
        signed = {each.side for each in self.signatures}
        return tuple(side for side in Side if side not in signed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What was said and agreed in a meeting, for its record; names are as they are on the day."""

    college: str
    appraisal: Appraisal
    name: str
    title: str
    appraiser: str
    lines: Sequence[Line]
    prompts: Sequence[Prompt]
    answers: Mapping[PromptId, PromptAnswer]
    comment: str
    last_actions: Sequence[PlanAction]
    actions: Sequence[PlanAction]
    waivers: Sequence[Waiver]
    moves: Sequence[Move]
    files: Sequence[AttachedFile] = ()


def text_of(held: Held) -> RecordText:
    """The record of a meeting."""
    found = held.appraisal
    version = "" if found.number == 1 else f", version {found.number}"
    sections = (
        Section("Who and when", _who(held)),
        Section("Last time's actions", _actions(held.last_actions) or ("None were recorded.",)),
        Section("Statements", tuple(_statement(line, held) for line in held.lines)),
        Section("Wishes", _wishes(held.lines)),
        Section("What was talked about", _talk(held)),
        Section("Agreed actions", _actions(held.actions) or ("None were agreed.",)),
        Section("Nothing further planned, and why", _waived(held)),
        Section("Points and level", tuple(_move(each) for each in held.moves)),
        Section("Attached files", tuple(in_words(each) for each in held.files)),
        Section(f"{held.name} adds", (held.comment,) if held.comment else ()),
    )
    return RecordText(
        f"Appraisal of {held.name}{version}", tuple(each for each in sections if each.lines)
    )


def canonical(text: RecordText) -> str:
    """*text* as the one string that is signed; the inverse of `read_back`."""
    sections = [[each.heading, list(each.lines)] for each in text.sections]
    return json.dumps([FORMAT, text.title, sections], ensure_ascii=False, separators=(",", ":"))


def read_back(content: str) -> RecordText:
    """The text that was signed."""
    _, title, sections = json.loads(content)
    return RecordText(title, tuple(Section(heading, tuple(lines)) for heading, lines in sections))


def spoken(value: SkillValue) -> str:
    """A value in words, a level with its number before them."""
    if isinstance(value, Level):
        return f"{value.value}, {LEVEL_WORDS[value.value]}"
    if isinstance(value, NeverAsked):
        return "not answered"
    return SPOKEN[code_of(value)]


def _who(held: Held) -> tuple[str, ...]:
    found = held.appraisal
    lines = [
        f"College: {held.college}",
        f"Person: {held.name}" + (f", {held.title}" if held.title else ""),
        f"Appraiser: {held.appraiser}",
        f"Held for: {uk_date(found.cycle)}",
    ]
    if found.is_by_appraiser_alone:
        why = found.without_self or "no account to rate with"
        lines.append(f"Rated by the appraiser alone: {why}")
    if found.because:
        lines.append(f"Version {found.number} was opened because: {found.because}")
    return tuple(lines)


def _statement(line: Line, held: Held) -> str:
    parts = []
    if not held.appraisal.is_by_appraiser_alone:
        parts.append(f"{held.name}: {spoken(line.own.value)}{_noted(line.own.example)}")
    parts.append(f"{held.appraiser}: {spoken(line.theirs.value)}{_noted(line.theirs.note)}")
    if line.settled is None:
        parts.append("not talked through")
    elif line.settled.agreed is not None:
        parts.append(f"agreed: {spoken(line.settled.agreed)}")
    else:
        parts.append(f"seen differently: “{line.settled.difference}”")
    said = f"{line.statement.text} {'; '.join(parts)}"
    return said if said.endswith(".\u201d") else f"{said}."


def _noted(words: str) -> str:
    return f" (“{words}”)" if words else ""


def _wishes(lines: Sequence[Line]) -> tuple[str, ...]:
    more = [f"Use more: {line.statement.text}" for line in lines if line.own.use_more]
    return (*more, *(f"Learn more: {line.statement.text}" for line in lines if line.own.learn_more))


def _talk(held: Held) -> tuple[str, ...]:
    said = []
    for prompt in held.prompts:
        answer = held.answers.get(prompt.id)
        words = answer.words if answer is not None and answer.was_discussed else "Not discussed."
        said.append(f"{prompt.text} {words}")
    return tuple(said)


def _actions(actions: Sequence[PlanAction]) -> tuple[str, ...]:
    return tuple(f"{number}. {_action(each)}" for number, each in enumerate(actions, 1))


def _action(action: ActionDetails) -> str:
    parts = [f"{action.what} ({action.mode.value})"]
    parts += [f"because: {_within(action.why)}"] if action.why else []
    parts += [f"with {action.helper}"] if action.helper else []
    parts += [f"by {uk_date(action.due)}"] if action.due else []
    parts += [f"paid by: {action.funder.value}"] if action.funder is not Funder.NOT_SAID else []
    parts += [f"cost £{action.cost_pence / 100:,.2f}"] if action.cost_pence is not None else []
    parts += _release(action.release_minutes)
    parts.append(action.progress.value)
    parts += [f"outcome: {action.outcome}"] if action.outcome else []
    return "; ".join(parts)


def _release(minutes: int | None) -> list[str]:
    if minutes is None:
        return []
    hours, left = divmod(minutes, 60)
    return [f"release {hours} h {left} min" if left else f"release {hours} h"]


def _waived(held: Held) -> tuple[str, ...]:
    texts = {line.statement.id: _within(line.statement.text) for line in held.lines}
    return tuple(
        f"{texts.get(each.statement, each.statement)} ({each.reason.value}): {each.because}"
        for each in held.waivers
    )


def _move(move: Move) -> str:
    before = "none" if move.before is None else str(move.before)
    kind = move.kind.value[0].upper() + move.kind.value[1:]
    return f"{kind} from {before} to {move.after}, because: {move.reason}"


def _within(sentence: str) -> str:
    """A sentence as a part of another, which has a full stop of its own or none."""
    return sentence.rstrip().removesuffix(".")
