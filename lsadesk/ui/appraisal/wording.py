"""What the appraisal's pages say of values, stages and days."""

from datetime import date

from lsadesk.domain.appraisals.assessment import NOT_ANSWERED
from lsadesk.domain.auditing.skills import (
    LEVEL_WORDS,
    NOT_APPLICABLE,
    UNKNOWN,
    Level,
    SkillValue,
    code_of,
)
from lsadesk.domain.calendar import uk_date
from lsadesk.ui.words import tr


def seen_words(value: SkillValue) -> str:
    """A value in a word or two, as others say it of somebody, and as the record says it."""
    if isinstance(value, Level):
        return tr(LEVEL_WORDS[value.value].capitalize())
    others = {
        UNKNOWN: tr("Not sure"),
        NOT_APPLICABLE: tr("Not part of the role"),
    }
    return others.get(code_of(value), tr("Said nothing"))


def said_by(name: str, value: SkillValue) -> str:
    """Who said what, in a line."""
    if value == NOT_ANSWERED:
        return tr("{name} said nothing", name=name)
    return tr("{name}: {words}", name=name, words=seen_words(value))


def on_day(day: date | None) -> str:
    """A day as one writes it; a dash for none."""
    return "\u2013" if day is None else uk_date(day)
