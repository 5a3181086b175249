"""Kinds of contract as colleges abbreviate them."""

import re

from lsadesk.domain.staff.people import Contract
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

# In order: "bank (perm)" is bank, "perm TTO" is term-time, "FT fixed term" is fixed-term.
_SIGNS = (
    (Contract.AGENCY, r"\bagency\b|\basiantaeth\b|\bsupply\b"),
    (Contract.BANK, r"\bbank\b|\bcasual\b|\bzero|\brelief\b|\bas (?:and when|req)|\b0\s*h"),
    (Contract.SESSIONAL, r"\bsessional\b|\bhourly\b|\bvariable\b|\bhpl\b"),
    (
        Contract.FIXED_TERM,
        r"\b(?:fixed|ftc|cyfnod penodol|dros dro)\b|\btemp|\bmat(?:ernity)? cover\b|\bapprentic",
    ),
    (Contract.TERM_TIME, r"\bterm|\btymor|\btto\b|\btt\b|\b3[6-9]\s*w"),
    (Contract.PERMANENT, r"\bperm|\bparhaol\b|\bsubstantive\b|\bestablished\b|\bopen.ended\b"),
    (Contract.PERMANENT, r"\bongoing\b|\bregular\b|\bcontracted\b|\bsalaried\b|^p$"),
)
_TIME_ONLY = re.compile(r"^(?:f/?t|p/?t|full[ -]?time|part[ -]?time)$")


def parse_contract(value: Value) -> Contract:
    """The kind of contract a cell says; "FT" or "PT" alone says none."""
    text = plain(written(value))
    for contract, signs in _SIGNS:
        if re.search(signs, text):
            return contract
    if _TIME_ONLY.match(text):
        return Contract.NOT_KNOWN
    raise Unreadable("is not a kind of contract that is known here")


def says_term_time(value: Value) -> bool:
    """Whether the words say term time only, beside whatever kind they name."""
    return bool(re.search(r"\bterm(?!inat)[ -]?time|\btto\b|\bterm only", plain(written(value))))
