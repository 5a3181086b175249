"""Lists of support needs, and what a plan says about who may support."""

import re

from lsadesk.intake.parsing.words import plain, tidy

_SAME_GENDER = re.compile(
    r"\bsame[- ](?:gender|sex)\b|\b(?:female|male|women|woman|men|man)(?: staff)?(?: only)?"
    r"(?: for| to)?\s*(?:pc|personal care|care)\b|\b(?:female|male) only\b"
)
_NOT = re.compile(
    r"^(?:not?(?: with)?|never(?: with)?|avoid|except|keep (?:away|apart) from)\s+(.+)$", re.I
)
_NAME = re.compile(
    r"^(?:[A-ZÀ-ÖØ-Þ][\w'.’-]*)(?:[ ,]+(?:van|der|de|la|ap|ferch|[A-ZÀ-ÖØ-Þ][\w'.’-]*))*$"
)


def parse_needs(text: str) -> tuple[str, ...]:
    """The needs in a list, in order and once each; "ADHD / MLD" stays whole.

    Commas, semicolons, new lines and bullets part them; a slash or "&" does not, since
    names of skills hold both.
    """
    found: dict[str, str] = {}
    for piece in re.split(r"[,;\n•·|]+|\s\+\s|\.\s", text):
        need = tidy(piece).strip(" -.*")
        if need and plain(need) not in ("none", "n/a", "nil"):
            found.setdefault(plain(need), need)
    return tuple(found.values())


def asks_same_gender(text: str) -> bool:
    """Whether the words ask for personal care by staff of the learner's gender."""
    return bool(_SAME_GENDER.search(plain(text)))


def names_to_keep_apart(text: str) -> tuple[str, ...]:
    """The names behind "not ..." in a condition: "not Lorraine or Tom" -> Lorraine, Tom."""
    names: list[str] = []
    for piece in re.split(r"[;\n.]|,(?!\s*[A-Z]\.?(?:\W|$))", text):
        found = _NOT.match(tidy(piece))
        if not found:
            continue
        for name in re.split(r"\s*(?:/|&|\bor\b|\band\b)\s*", found[1]):
            if _NAME.match(name.strip()):
                names.append(name.strip())
    return tuple(names)
