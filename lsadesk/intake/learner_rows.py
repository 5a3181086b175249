"""A row of a learners' list -> the support that one learner's plan asks for."""

import re

from lsadesk.domain.incoming import LearnerRecord, PersonRef
from lsadesk.intake.kind_hours import minutes_by_kind, ratio_by_kind, said_by_kind
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.matching import NoSuchPerson
from lsadesk.intake.meanings import part_of_name
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.hours import HoursRead, parse_hours
from lsadesk.intake.parsing.levels import parse_yes
from lsadesk.intake.parsing.needs import asks_same_gender, names_to_keep_apart, parse_needs
from lsadesk.intake.parsing.ratios import RatioRead, parse_ratio
from lsadesk.intake.parsing.words import plain, says_not_applicable
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.sheets import Value, written
from lsadesk.intake.support_rows import is_care, support_said


def learner_of(line: Line) -> LearnerRecord:
    """The learner that a row says. Raises `Aside` where it names none."""
    reference = _reference(line)
    if not re.search(r"\w", reference):
        raise Aside("It names no learner.", line.mapping.of(Field.REFERENCE)[0])
    hours = line.parsed(Field.HOURS, _support_hours) or HoursRead(None)
    ratio = line.parsed(Field.RATIO, parse_ratio) or RatioRead(ratio_by_kind(line))
    if is_care(line.text(Field.SUPPORT_KIND)):
        ratio = RatioRead(None, care=ratio.care or ratio.ratio)
    care = line.parsed(Field.CARE_RATIO, parse_ratio)
    must_have = line.text(Field.MUST_HAVE)
    return LearnerRecord(
        source=line.source,
        reference=reference,
        group=line.text(Field.GROUP),
        primary_need=line.text(Field.PRIMARY_NEED),
        needs=_needs(line),
        weekly_minutes=minutes_by_kind(line) if hours.minutes is None else hours.minutes,
        hours_said=hours.said,
        ratio=ratio.ratio,
        care_ratio=care.ratio if care else ratio.care,
        ratio_said=line.raw(Field.RATIO),
        must_have=must_have,
        not_with=_not_with(line),
        same_gender_care=asks_same_gender(must_have) or _same_gender(line),
        note=support_said(line) or _note(line),
    )


def _note(line: Line) -> str:
    return "; ".join(filter(None, (said_by_kind(line), line.text(Field.NOTE))))


def _reference(line: Line) -> str:
    """The learner's reference, or the name that forename and surname make."""
    columns = sorted(
        line.columns(Field.REFERENCE), key=lambda c: part_of_name(c.header) is Field.SURNAME
    )
    return " ".join(written(line.value(column)) for column in columns)


def _support_hours(value: Value) -> HoursRead:
    """Hours of support; "as required" of a learner is words to keep, not a contract."""
    if plain(written(value)) in ("none", "nil", "no"):
        return HoursRead(0)
    read = parse_hours(value)
    said = read.said or (written(value) if read.minutes is None else "")
    if said == "0":
        return HoursRead(0)
    return HoursRead(read.minutes, said=said)


def _needs(line: Line) -> tuple[str, ...]:
    named = dict.fromkeys(parse_needs(line.text(Field.NEEDS)))
    for column in line.columns(Field.NEED):
        if line.attempt(column, _ticked):
            named[column.name] = None
    return tuple(named)


def _ticked(value: Value) -> bool:
    return plain(written(value)) == "x" or parse_yes(value)


def _not_with(line: Line) -> tuple[PersonRef, ...]:
    """Everybody whom the plan keeps apart from the learner.

    Where a name fits several people all of them are kept apart until somebody says which:
    the other mistake would put the very person beside the learner.
    """
    found: dict[PersonRef, None] = {}
    for column in line.columns(Field.MUST_HAVE):
        for name in names_to_keep_apart(written(line.value(column))):
            found.update(dict.fromkeys(_kept_apart(line, column, name)))
    for column in line.columns(Field.NOT_WITH):
        text = written(line.value(column))
        if says_not_applicable(text):
            continue
        for name in names_to_keep_apart(text) or re.split(r"\s*(?:[;/&]|\band\b|\bor\b)\s*", text):
            found.update(dict.fromkeys(_kept_apart(line, column, name)))
    return tuple(found)


def _kept_apart(line: Line, column: Column, name: str) -> tuple[PersonRef, ...]:
    try:
        return (line.directory.find(name),)
    except NoSuchPerson as doubt:
        if len(doubt.candidates) == 1:
            return doubt.candidates
        if not doubt.candidates:
            line.remark(column, f"Nobody is kept apart yet: “{name}” {doubt}.")
            return ()
        line.remark(column, f"“{name}” {doubt}; all of them are kept apart until then.")
        return doubt.candidates


def _same_gender(line: Line) -> bool:
    for column in line.columns(Field.SAME_GENDER):
        text = plain(written(line.value(column)))
        if re.match(r"(?:fe)?male\b|same|women|men|[fm]$", text):
            return True
        if not says_not_applicable(text) and "either" not in text and "any" not in text:
            return bool(line.attempt(column, _yes))
    return False


def _yes(value: Value) -> bool:
    try:
        return parse_yes(value)
    except Unreadable as error:
        raise Unreadable("does not say whether care is by staff of the same gender") from error
