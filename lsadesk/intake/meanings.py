"""Which of our fields a heading means, among the words that colleges use for them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.mapping import Field
from lsadesk.intake.parsing.words import key
from lsadesk.intake.vocabulary import BY_WORDS, FIELDS, PERSON

CLOSE_ENOUGH = 86
SURE_OF_BOTH = 95  # of a heading that two languages say
HOLDS = 75  # how sure a heading is that only holds one of our words among others


@lru_cache(maxsize=20_000)
def meaning_of(header: str, kind: SheetKind) -> tuple[tuple[Field, int], ...]:
    """The fields a heading may mean on a sheet of *kind*, each with 0-100, best first."""
    words = _bare(header)
    if not words:
        return ()
    best: dict[Field, int] = {}
    known = BY_WORDS[kind]
    if kind is SheetKind.TRAINING and _WANTED.search(words):
        known = {word: meant for word, meant in known.items() if meant is not Field.COURSE}
    found = process.extract(
        words, known.keys(), scorer=fuzz.ratio, limit=8, score_cutoff=CLOSE_ENOUGH
    )
    for word, score, _ in found:
        if _is_other_thing(words, word):
            continue
        meant = known[word]
        best[meant] = max(best.get(meant, 0), round(score))
    if not best and _spelt_out(words) != words:
        return meaning_of(_spelt_out(words), kind)
    if not best:
        best = _of_both(header, kind)
    if not best:
        best = _of_question(words, known)
    if not best:
        held = [word for word in known if _holds(words, word)]
        best = {known[word]: HOLDS for word in sorted(held, key=len, reverse=True)}
    return tuple(sorted(best.items(), key=lambda pair: -pair[1]))


def _of_both(header: str, kind: SheetKind) -> dict[Field, int]:
    """What a heading in two halves may mean: "Cyfenw / Surname" surely, "Role / grade" either."""
    halves = [half for half in re.split(r"\s*[/|\n]\s*", header) if len(half.strip()) > 2]
    if len(halves) != 2:
        return {}
    first, second = (dict(meaning_of(half, kind)) for half in halves)
    alike = {
        field: SURE_OF_BOTH for field in first if min(first[field], second.get(field, 0)) > HOLDS
    }
    parts = {Field.SURNAME, Field.FORENAME} & {*first, *second}
    if alike or len(parts) == 2:
        return alike
    return {field: HOLDS for field, score in (*first.items(), *second.items()) if score > HOLDS}


_QUESTION = re.compile(r"(?:which|what|is there|are there|how many|how much|when|where|who)\b")
_ASKING = frozenset(
    "which what how many much when where who do does did you your are is was be been have has the "  # noqa: SIM905
    "a an this that these at for in on of to we i my our college term year currently normally "
    "usually please there any".split()
)
_WISHED = re.compile(  # what somebody would like or could do is not what they do
    r"\b(?:more|like|want|wish|prefer\w*|could|would|should|can|need|next|last|previous|ideal\w*|max\w*)\b"
)


def _of_question(words: str, known: Mapping[str, Field]) -> dict[Field, int]:
    """What a question on a form may ask for: "Which days do you work?" the days worked."""
    if not _QUESTION.match(words) or _PART_OF_IT.search(words):
        return {}
    if _WISHED.search(words):
        known = {word: meant for word, meant in known.items() if meant is Field.WISHES}
    asked = set(words.split()) - _ASKING
    held = [word for word in known if len(own := set(word.split()) - _ASKING) > 1 and own <= asked]
    return {known[word]: HOLDS for word in sorted(held, key=len, reverse=True)}


def part_of_name(header: str) -> Field | None:
    """Whether a heading is that of forenames or of surnames."""
    words = key(header)
    parts = (Field.FORENAME, Field.SURNAME)
    return next((part for part in parts if words in map(key, PERSON[part].split(", "))), None)


def is_known_word(text: str) -> bool:
    """Whether a cell is exactly one of our headings; quicker than `is_heading`."""
    words = key(text)
    return any(words in known for known in BY_WORDS.values())


_OTHER_THINGS = {"id", "no", "number", "ref", "code", "time", "email", "url", "link", "type"}


_WANTED = re.compile(  # of training that nobody holds yet
    r"\b(?:request(?:ed|s)?|wanted|wants|needed|needs|required|wish(?:es)?|like|hopes?|identified|"
    r"interested|planned|suggested|outstanding)\b"
)


_PART_OF_IT = re.compile(  # "Hours used" are not the hours of a contract
    r"\b(?:used|unused|left|remaining|taken|owed|spare|balance|ytd|to date|so far|delivered|"
    r"(?:this|last|next) (?:week|month)|length of|years of|claimed|over|under|carried|"
    r"extra|additional|overtime)\b"
)


def _is_other_thing(heading: str, word: str) -> bool:
    """Whether a heading is of the number or the time of what our word means: "Session ID"."""
    counts = re.compile(r"(?:no|number|num|count) of ")
    if counts.match(heading) and not counts.match(word):
        return True
    last = heading.rsplit(maxsplit=1)[-1]
    return last in _OTHER_THINGS and word.rsplit(maxsplit=1)[-1] != last


def _holds(heading: str, word: str) -> bool:
    """Whether a longer heading holds telling words of ours ("Primary SEND need")."""
    if word in ("first", "last"):  # "First aid" is no forename
        return False
    ours, theirs = word.split(), heading.split()
    if _PART_OF_IT.search(heading) and not _PART_OF_IT.search(word):
        return False
    if len(theirs) - len(ours) > 2 + 2 * len(ours) or not set(ours) <= set(theirs):
        return False
    if _is_other_thing(heading, word):
        return False
    return len(ours) > 1 or len(word) >= 5 or (len(word) == 4 and theirs[0] == word)


@lru_cache(maxsize=20_000)
def is_heading(text: str) -> bool:
    """Whether a cell reads like the heading of a column on some kind of sheet."""
    meanings = (meaning for kind in FIELDS for meaning in meaning_of(text, kind))
    return any(score >= CLOSE_ENOUGH for _, score in meanings)


_LEADING = re.compile(
    r"^(?:current|present|their|employees?|members?|legal|official|scheduled|allocated|planned|"
    r"assigned|usual|normal) (?=\w)"
)
_ABBREVIATED = {
    "req": "required",
    "reqd": "required",
    "rm": "room",
    "mgr": "manager",
    "dept": "department",
    "grp": "group",
    "gp": "group",
    "wkly": "weekly",
    "trg": "training",
    "cert": "certificate",
    "exp": "expiry",
    "tchr": "teacher",
    "stu": "student",
    "emp": "employee",
    "num": "number",
    "hrs": "hours",
    "pos": "position",
    "pers": "personnel",
    "ctr": "centre",
    "sen": "send",
}


_TRAILING = re.compile(r"(?<=\w) (?:description|desc)$")  # "Event description" is the event


def _spelt_out(words: str) -> str:
    bare = _TRAILING.sub("", _LEADING.sub("", words))
    return " ".join(_ABBREVIATED.get(word, word) for word in bare.split())


def _bare(header: str) -> str:
    """The heading without remarks in brackets and trailing numbers of a form."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)  # "StartDate"
    whole = re.sub(r"\b([pP])\s*/\s*([wWaA])\b", r"\1\2", parted)  # "hrs p/w"
    whole = re.sub(r"\((?:hrs?|hours?)\b[^)]*\)", " hours ", whole)  # "Support (hrs)"
    without = re.sub(r"[(\[].*?[)\]]", " ", whole)
    return key(without) or key(whole)
