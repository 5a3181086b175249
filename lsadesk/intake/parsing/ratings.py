"""One cell of a skills audit: a level, or one of the other things a cell can say."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from lsadesk.domain.auditing.skills import Level, NotApplicable, SkillValue, Unknown
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.scales import Scale
from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

TICKS = frozenset("✓✔☑√✅") | {"tick", "ticked"}
CROSSES = frozenset("x×✗✘☒❌")
_BOOKED = {"t", "tb", "booked", "training booked", "training", "course booked", "on course"}
_BOOKED_WHEN = re.compile(r"(?:training |course )?booked (?:for |on )?\w")
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
_NOT_APPLICABLE = {"n/a", "na", "n.a.", "n.a", "not applicable", "n / a", "amh"}
_NOT_KNOWN = {"?", "??", "tbc", "not known", "unknown", "nk", "n/k", "dk", "don't know", "not sure"}
_SAYS_NOTHING = {"-", "--", "---", ".", "not asked", "blank"}
_RANGE = re.compile(r"^(\w+)\s*(?:-|/|to|or)\s*(\w+)$")
_MORE = re.compile(r"^(?:level|l)?\s*(\d{1,2}(?:\.\d+)?)\s*([+\-*?]*)(?:\s*[/(,]?\s*(.*?)\)?)?$")


@dataclass(frozen=True, slots=True)
class RatingRead:
    """What a cell says; *note* keeps what stood there where the value alone would lose it."""

    value: SkillValue
    note: str = ""
    training_booked: bool = False


def parse_rating(value: Value, scale: Scale) -> RatingRead | None:
    """What a cell of a skills audit says on *scale*; None where it says nothing (a dash).

    "2-3" is the lower level with its note kept; a tick is a level only if the scale says
    which; "T" is training booked, and nothing about the level.
    """
    if isinstance(value, date | datetime | time):
        raise Unreadable("is a date: a spreadsheet may have changed a rating such as 2-3")
    said = written(value)
    text = plain(said).rstrip(".")
    if text in _SAYS_NOTHING:
        return None
    if text in scale.booked:
        return RatingRead(Unknown(), training_booked=True)
    level = scale.level_of(said)
    if level is not None:
        return RatingRead(Level(level))
    return _other(text, said, scale)


def _other(  # noqa: PLR0911 - one line a kind of mark
    text: str, said: str, scale: Scale
) -> RatingRead:
    bare = _REMARK.sub("", text)
    note = said if bare != text else ""
    if bare in _NOT_APPLICABLE:
        return RatingRead(NotApplicable(), note=note)
    if bare in _BOOKED or _BOOKED_WHEN.match(text):
        return RatingRead(Unknown(), note="" if text in _BOOKED else said, training_booked=True)
    if bare in _NOT_KNOWN:
        return RatingRead(Unknown(), note=note)
    if (text and all(char in TICKS for char in text)) or text in TICKS:
        if scale.tick is not None:
            return RatingRead(Level(scale.tick), note=said)
        return RatingRead(Unknown(), note="ticked, level not said")
    if text in CROSSES:
        return RatingRead(Unknown(), note=said)
    return _graded(text, said, scale)


def _graded(text: str, said: str, scale: Scale) -> RatingRead:
    """Marks that say a level and more: "2-3", "2+", "2.5", "3 (T)", "level 2"."""
    if found := _RANGE.match(text):
        levels = [scale.level_of(part) for part in found.groups()]
        known = [level for level in levels if level is not None]
        if len(known) == 2:
            return RatingRead(Level(min(known)), note=said)
    if found := _MORE.match(text):
        level = scale.level_of(str(int(float(found[1]))))
        if level is not None:
            rest = (found[3] or "").strip()
            return RatingRead(Level(level), note=said, training_booked=rest in _BOOKED)
    raise Unreadable(f"is not a mark on the scale {scale.name}")
