"""Names of people as lists write them: "Surname, F.", "Bevan S", "KAUR Asha", "Mr J Smith"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.words import key, tidy

_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir)\b\.?\s+", re.IGNORECASE)
_TITLE_END = re.compile(r"[,(]?\s*\b(?:mr|mrs|ms|miss|mx|dr)\b\.?\)?$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(\[].*?[)\]]")
_REMARK = re.compile(  # in words that no surname with a dash begins with
    r"(?:\s+[-:]+|\s*\*+|:)\s*(?=[a-z\d(]|(?i:left|leav(?:er|es|ing)|bank|agency|mat(?:ernity)?|on|"
    r"temp(?:orary)?|cover(?:ing)?|sick|job share|second(?:ed|ment)|new starter|start(?:s|ing)?|"
    r"until|from|part|full|hlta|lsa|ta|ft|pt)\b)[^,]*$"
)
_SEVERAL = re.compile(r"\w\s*(?:/|\s&|\s\+|\sand\b)\s*\w+\.? ")
_NO_SIGNS = re.compile(r"[=|!<>@{}\\]")  # of formulas and addresses
_PARTICLES = {
    *[
        "van",
        "der",
        "den",
        "de",
        "du",
        "da",
        "dos",
        "del",
        "della",
        "di",
        "la",
        "le",
        "von",
        "zu",
        "ter",
        "ten",
        "bin",
        "ibn",
        "al",
        "el",
        "ap",
        "ab",
        "ferch",
    ],
    *["mac", "mc", "st", "o", "saint", "abu"],
}
_NO_NAME = re.compile(
    r"^(?:(?:tbc|tba|n/?a|agency|bank|cover|supply|casual|temp|none)"
    r"(?:\s*(?:x\s*\d+|\d+|lsas?|tas?|staff|workers?|post|cover|needed|required|tbc)\b.*)?$|"
    r"(?:vacan(?:t|cy|cies)|to be (?:confirmed|appointed|advised|recruited)|unfilled|"
    r"(?:not )?yet to be|new (?:starter|post|appointment|recruit)|awaiting)\b)",
    re.I,
)
# Pairs that a staff list and an audit may use for one person. Each set is one name.
_SHORT_FORMS = (
    "alexander alex sandy xander,alexandra alex sandra lexi,andrew andy drew,"
    "anthony tony ant,benjamin ben,catherine cathy cath kate katie,"
    "katherine kathy kath kate katie,charles charlie,christine chris chrissie tina,"
    "christopher chris,daniel dan danny,david dave dai,deborah deb debbie,derek del,"
    "edward ed eddie ted,elizabeth liz lizzie beth betty eliza,frances fran,"
    "francesca fran,francis frank,geoffrey geoff,gregory greg,gwendoline gwen,"
    "harold harry,james jim jimmy jamie,jacqueline jackie,janet jan,jennifer jen jenny,"
    "joanne jo joanna,john jack johnny,jonathan jon,joseph joe,joshua josh,judith judy,"
    "katarzyna kasia,kenneth ken,leonard len,lesley les,leslie les,lawrence larry,"
    "margaret maggie meg peggy,matthew matt,michael mike mick,mohammed mo,natalie nat,"
    "nicholas nick,nicola nicky nikki,olivia liv,pamela pam,patricia pat trish tricia,"
    "patrick pat paddy,peter pete,philip phil,phillip phil,rebecca becky becca,"
    "richard rich dick rick,robert rob bob bobby,ronald ron,samantha sam,samuel sam,"
    "sarah sally,sandra sandy,stephanie steph,stephen steve,steven steve,susan sue susie,"
    "suzanne sue suzy,theresa terry tess,thomas tom tommy,timothy tim,valerie val,"
    "victoria vicky tori,vincent vince,william will bill billy gwilym,zachary zac"
)
_SAME = tuple(frozenset(line.split()) for line in _SHORT_FORMS.split(","))
_WHOLE = frozenset(line.split()[0] for line in _SHORT_FORMS.split(","))
_SHORT = frozenset[str]().union(*_SAME) - _WHOLE  # Sue and Dave; James and Thomas are surnames too


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; either may be "" or an initial."""

    forename: str
    surname: str

    def __str__(self) -> str:
        return f"{self.forename} {self.surname}".strip()


def is_no_name(text: str) -> bool:
    """Whether the words stand where a name would and say that there is nobody ("vacant")."""
    return bool(_NO_NAME.match(tidy(text)))


def could_be_name(text: str) -> bool:
    """Whether the words have letters, and no sign that stands in no name."""
    return bool(re.search(r"[^\W\d_]", text)) and not _NO_SIGNS.search(text)


@lru_cache(maxsize=16_384)  # a name is compared with everybody's
def tidy_name(text: str) -> str:
    """The name without title, remarks behind it and stray spaces."""
    bare = _ASIDE.sub("", _REMARK.sub("", tidy(text))).strip(" .,;*").replace(" - ", "-")
    return _TITLE_END.sub("", _TITLE.sub("", bare)).strip(" ,;*")


def remark_on(text: str) -> str:
    """What stands behind a whole name in its cell: "Rae Stone - left July" says "left July"."""
    found = _REMARK.search(tidy(text))
    return found[0].strip(" -:*,") if found else ""


def names_in_brackets(text: str) -> list[str]:
    """The single words in brackets of a name, as somebody may be called: "Ann (Nan) Hill"."""
    return re.findall(r"[(\[“\"]\s*([^\W\d_][\w'’-]+)\s*[)\]”\"]", text)


@lru_cache(maxsize=16_384)
def parse_name(text: str) -> Name:
    """The parts of a full name in one cell, whichever way round it is written.

    Capitals or a comma mark the surname; a last letter alone is a forename's initial
    ("Bevan S"), unless it follows what only a forename is short for ("Sue T"); else the forename
    stands first and particles go with the surname.
    """
    name = tidy_name(text)
    if not could_be_name(name) or is_no_name(name):
        raise Unreadable("is not a person's name")
    if _SEVERAL.search(name):
        raise Unreadable("names more than one person")
    if "," in name:
        surname, _, forename = name.partition(",")
        return Name(proper(_TITLE.sub("", forename.strip() + " ").strip()), proper(surname))
    words = name.split()
    if len(words) == 1:
        return Name(proper(name), "")
    capitals = [word for word in words if len(key(word)) > 1 and word.isupper()]
    if capitals and len(capitals) < len(words):
        others = [word for word in words if word not in capitals]
        return Name(" ".join(others), proper(" ".join(capitals)))
    if len(key(words[-1])) == 1 and key(words[0]) not in _SHORT:
        return Name(words[-1].rstrip(".").upper(), proper(" ".join(words[:-1])))
    return _in_order(words)


def _in_order(words: list[str]) -> Name:
    start = len(words) - 1
    while start > 1 and key(words[start - 1]) in _PARTICLES:
        start -= 1
    return Name(proper(" ".join(words[:start])), proper(" ".join(words[start:])))


def proper(text: str) -> str:
    """A name all in capitals or all in small letters, with capitals where they belong."""
    text = tidy(text).strip(" .,") if len(key(text)) > 1 else tidy(text).strip(" .,").upper()
    if len(key(text)) < 2 or not (text.isupper() or text.islower()):
        return text
    words = text.lower().split()
    return " ".join(word if word in _PARTICLES else _capital(word) for word in words)


def _capital(word: str) -> str:
    """One word with its capitals: after a hyphen, after O' or D' and after Mc too."""
    return re.sub(
        r"(?:^|(?<=[-.])|(?<=\b[od]['’])|(?<=^mc))\w", lambda found: found[0].upper(), word
    )


@lru_cache(maxsize=16_384)
def forms_of(forename: str) -> frozenset[str]:
    """A forename, as `key` writes it, with the other forms of that name."""
    return frozenset({forename}).union(*(names for names in _SAME if forename in names))


def same_forename(one: str, other: str) -> bool:
    """Whether two forenames are alike or are forms of one name (Tom, Thomas)."""
    return key(other) in forms_of(key(one))
