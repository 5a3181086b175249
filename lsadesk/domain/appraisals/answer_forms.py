"""Answers that were given away from the program: on paper, in Excel, in a sealed packet.

What a file brings is laid over what is here. Where both say something and it differs, they
clash, and the person chooses; what either leaves open is never taken as a "no".
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from lsadesk.domain.appraisals.assessment import Answer, Assessment, OwnWords, answer_to, words_to
from lsadesk.domain.auditing.skills import NOT_APPLICABLE, UNKNOWN, SkillValue, code_of, value_of
from lsadesk.domain.careers.framework import Framework, OpenQuestion, Question
from lsadesk.domain.staff.people import PersonId

# The levels in a word or two, as they are offered everywhere. Source: L, table of LSA levels.
CHOICES = {
    0: "Not yet",
    1: "With direction",
    2: "With guidance",
    3: "On my own",
    4: "I help others",
    UNKNOWN: "I am not sure",
    NOT_APPLICABLE: "Not part of my role",
}
_SHOWN = 60  # letters of a question, where it is only to be recognised
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is taken for another on paper


class Origin(StrEnum):
    """What answers came in."""

    PAPER = "a printed form"
    WORKBOOK = "an Excel form"
    PACKET = "a sealed packet"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMark:
    """Whose form it is: *college* is the mark of the college file, *edition* of the questions."""

    college: str
    person: PersonId
    edition: str
    role: str = ""

    @property
    def code(self) -> str:
        """What stands on every page of a printed form, "7KQ2-M4XD"."""
        said = "|".join((self.college, str(self.person), self.edition, self.role))
        number = int.from_bytes(hashlib.blake2b(said.encode(), digest_size=5).digest())
        letters = "".join(_LETTERS[number >> (5 * place) & 31] for place in range(8))
        return f"{letters[:4]}-{letters[4:]}"


def plain_code(typed: str) -> str:
    """A code as somebody copied it from paper, as it would be printed."""
    letters = "".join(each for each in typed.upper() if each.isalnum())
    mended = letters.translate(str.maketrans("OILU", "011V"))
    return f"{mended[:4]}-{mended[4:]}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A place in a file that was not understood, and what became of it."""

    place: str
    sentence: str


def place_of(number: int | None, words: str) -> str:
    """A question as somebody looks for it: its number in the form, and its first words.

    *number* is None where it is not known.
    """
    said = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]}…"
    return f"Question {number} (“{said}”)" if number is not None else f"“{said}”"


Given = Answer | OwnWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a file brings, not yet compared with anything.

    *given* is by the question's id; *given_at* says when each was given, where the file knows.
    *finished_at* is when its writer called it done; None: not yet, or the file does not say.
    *offered* is when what it offered again was handed in; None: it offered nothing.
    """

    mark: FormMark
    origin: Origin
    given: Mapping[str, Given]
    given_at: Mapping[str, datetime] = field(default_factory=dict)
    finished_at: datetime | None = None
    offered: datetime | None = None
    problems: tuple[Problem, ...] = ()


class Standing(StrEnum):
    """How a brought answer stands to the one that is here."""

    NEW = "new"
    SAME = "the same"
    CLASH = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question of a preview; *result* is what taking the file's answer would leave.

    *number* is the question's own, as its form is printed. *is_older* is whether the file's
    answer was given before the one that is here, by the clocks of the two computers; None
    where one of them does not say.
    """

    number: int
    question: Question
    here: Given
    brought: Given
    result: Given
    standing: Standing
    is_older: bool | None = None


def nothing_given(question: Question) -> Given:
    """What stands for a question that nobody has answered."""
    if isinstance(question, OpenQuestion):
        return OwnWords(question=question.id)
    return Answer(statement=question.id)


def given_to(question: Question, found: Assessment) -> Given:
    """What *found* says to *question*."""
    if isinstance(question, OpenQuestion):
        return words_to(found.words, question.id)
    return answer_to(found.answers, question.id)


def laid_over(here: Given, brought: Given) -> Given:
    """*brought* on top of *here*: what it leaves open stays as it is here.

    Raises:
        TypeError: they answer questions of different sorts.
    """
    if isinstance(here, Answer) and isinstance(brought, Answer):
        return replace(
            here,
            value=brought.value if brought.is_answered else here.value,
            example=_said_last(here.example, brought.example),
            use_more=here.use_more or brought.use_more,
            learn_more=here.learn_more or brought.learn_more,
        )
    if isinstance(here, OwnWords) and isinstance(brought, OwnWords):
        text = _said_last(here.text, brought.text)
        chosen = brought.chosen or here.chosen
        left_out = (here.left_out or brought.left_out) and not (text or chosen)
        return replace(here, text=text, chosen=chosen, left_out=left_out)
    raise TypeError("a choice cannot be laid over words")


def standing_of(here: Given, brought: Given) -> Standing:
    """Whether *brought* says nothing new, adds to *here*, or says something else."""
    if laid_over(here, brought) == here:
        return Standing.SAME
    pairs = zip(_pieces(here), _pieces(brought), strict=True)
    clashes = any(old and new and old != new for old, new in pairs)
    return Standing.CLASH if clashes else Standing.NEW


def compared(
    questions: Sequence[Question],
    here: Assessment,
    brought: Brought,
    saved_at: Mapping[str, datetime],
) -> tuple[Line, ...]:
    """A line for each of *questions* that *brought* says something of, in the order asked."""
    lines = []
    for number, question in enumerate(questions, 1):
        old, new = given_to(question, here), brought.given.get(question.id)
        if new is None or type(new) is not type(old):
            continue
        times = brought.given_at.get(question.id), saved_at.get(question.id)
        lines.append(
            Line(
                number=number,
                question=question,
                here=old,
                brought=new,
                result=laid_over(old, new),
                standing=standing_of(old, new),
                is_older=times[0] < times[1] if times[0] and times[1] else None,
            )
        )
    return tuple(lines)


def to_keep(lines: Iterable[Line], theirs: Collection[str]) -> list[Given]:
    """What changes: all that is new, and of the clashes the file's for each id in *theirs*."""
    return [line.result for line in lines if _is_taken(line, theirs)]


def side_by_side(lines: Iterable[Line], theirs: Collection[str]) -> list[Given]:
    """An answer to every question of the file: the one chosen, and else the one that is here."""
    return [line.result if _is_taken(line, theirs) else line.here for line in lines]


def _is_taken(line: Line, theirs: Collection[str]) -> bool:
    is_chosen = line.standing is Standing.CLASH and line.question.id in theirs
    return line.standing is Standing.NEW or is_chosen


def edition_of(framework: Framework) -> str:
    """Which edition of the questions it is: the newest day on which one was checked."""
    return max(one.source.checked for one in framework.statements.values()).isoformat()


def no_longer_asked(questions: Iterable[Question], brought: Brought) -> tuple[str, ...]:
    """Answers to questions that are not among *questions*; they are not taken."""
    asked = {question.id for question in questions}
    return tuple(sorted(each for each in brought.given if each not in asked))


def _said_last(here: str, brought: str) -> str:
    return brought if brought.strip() and brought.strip() != here.strip() else here


def _pieces(given: Given) -> tuple[object, ...]:
    """The parts of an answer that can differ; "" and None are left open."""
    if isinstance(given, Answer):
        return (given.value if given.is_answered else None, given.example.strip())
    return (given.text.strip(), frozenset(given.chosen))


def choice_of(written: str) -> SkillValue | None:
    """What somebody wrote where one of `CHOICES` was asked; None: not understood.

    A level's number does, and so do the words with or without it ("3", "On my own").
    """
    said = " ".join(written.casefold().replace("\u2019", "'").split())
    for code, words in CHOICES.items():
        offered = {words.casefold(), choice_words(code).casefold(), _SHORT.get(code, str(code))}
        if said in offered:
            return value_of(code)
    return None


def choice_words(code: int) -> str:
    """A choice as a form offers it: "3 On my own"."""
    return f"{code} {CHOICES[code]}" if code <= 4 else CHOICES[code]


def answer_words(value: SkillValue) -> str:
    """An answer as a form offers it; "" for none."""
    code = code_of(value)
    return choice_words(code) if code in CHOICES else ""


_SHORT = {UNKNOWN: "?", NOT_APPLICABLE: "n/a"}
