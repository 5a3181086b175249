"""Columns of what this program has no business with: they are never taken, and said not to be."""

import re
from functools import lru_cache

from lsadesk.intake.parsing.words import key

# The whole heading has to be such words: "Mobile hoist" and "Absence seizures" are skills.
_WHOSE = r"(?:home|work|personal|private|college|staff|employee|parent|carer|primary|main|current)"
_WHAT = (
    r"date of birth|d ?o ?b|birth ?da(?:y|te)|age|ni(?: no| number)?|nino|national insurance|"
    r"address(?: line)?|post ?code|(?:tele)?phone|tel|mobile|e ?mail(?: address)?|"
    r"ethnic\w*(?: origin)?|religion(?: belief)?|faith|sexual orientation|sexuality|"
    r"marital status|nationality|next of kin|nok|emergency(?: contact)?|contact (?:details|tel)|"
    r"m f|f m|gender|sex|right to work|rtw|passport|visa(?: expiry)?|ref(?:erence)?s|identity|"
    r"id(?= seen| check)|barred list|list 99|prohibition|(?:childcare )?disqualification|overseas|"
    r"section 128|s128|"
    r"bank (?:details|account)|account|sort code|salary|"
    r"pay (?:rate|point)|hourly rate|spinal point|scp|password|user ?name|"
    r"(?:days |hours )?(?:sick(?:ness)?|absen(?:t|ce)s?)(?: absence| days| hours| leave| record)*|"
    r"reason(?: for absence)?|disciplinary|grievance|car|drives|driver|own car|car driver|"
    r"car registration|car reg|car insurance"
)
_PRIVATE = re.compile(
    rf"(?:{_WHOSE} )?(?:{_WHAT})(?: (?:no|number|contact|name|date|seen|checks?|checked|x?\d))*"
)


@lru_cache(maxsize=4_096)
def is_private(heading: str) -> bool:
    """Whether a heading is of something about a person that no plan or record here needs."""
    return bool(_PRIVATE.fullmatch(key(heading)))
