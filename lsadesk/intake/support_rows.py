"""Support lists with a row for each kind of support that a learner has."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.incoming import LearnerRecord, Record, SheetKind
from lsadesk.domain.weeks.learners import Ratio
from lsadesk.intake.mapping import Column, Field, SheetMapping
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.rows import Line
from lsadesk.intake.sheets import Value, written

_KIND = re.compile(
    r"\b(?:type|kind|sort)s? of (?:support|provision)\b|\b(?:support|provision) type\b|"
    r"^(?:ehcp |section f )?provision\b"
)
_BY_WHOM = re.compile(r"(?:key |named )?(?:lsas?|tas?|staff|support(?:ed by| worker| staff)?)$")
_CARE = re.compile(
    r"\bcare\b|\bintimate\b|\btoilet|\bchanging\b|\bhygiene\b|\bpc\b|\bgofal\b|\bhoist|"
    r"\bmanual handling\b|\bmoving and handling\b|\btransfers?\b"
)


def with_support_kinds(mapping: SheetMapping, values: Mapping[int, list[Value]]) -> SheetMapping:
    """A learners' list whose learners stand on several rows, with the column that says why."""
    references = mapping.of(Field.REFERENCE)
    if mapping.kind is not SheetKind.LEARNERS or len(references) != 1:
        return mapping
    named = values.get(references[0].index, [])
    rows = Counter(key(written(value)) for value in named)
    is_named_once = len(named) <= 0.75 * max(map(len, values.values()), default=0)
    said = mapping.of(Field.NEEDS)
    kinds = [c for c in said if is_named_once or _KIND.search(plain(c.header))]
    kinds = kinds or _supporters(mapping)
    if not kinds or (max(rows.values(), default=0) < 2 and not is_named_once):
        return mapping
    line = "Several rows are of one learner: they are taken together, their hours added up."
    return replace(
        mapping,
        columns=tuple(
            replace(column, field=Field.SUPPORT_KIND) if column in kinds else column
            for column in mapping.columns
        ),
        unsure=(*mapping.unsure, line),
    )


def _supporters(mapping: SheetMapping) -> list[Column]:
    """The column that says with whom a row's hours are: "LSA", "Supported by"."""
    by_whom = [c for c in mapping.of(Field.NOT_TAKEN) if _BY_WHOM.match(key(c.header))]
    return by_whom[:1] if mapping.has(Field.HOURS) else []


def is_care(said: str) -> bool:
    """Whether a kind of support is personal care, whose ratio is one of its own."""
    return bool(_CARE.search(plain(said)))


def support_said(line: Line) -> str:
    """A row's kind of support with its hours and ratio, to be kept as it is said; "" for none."""
    kind = line.text(Field.SUPPORT_KIND)
    if not kind:
        return ""
    hours = f"{line.raw(Field.HOURS)} hours" if line.raw(Field.HOURS) else ""
    parts = (hours, line.raw(Field.RATIO), line.text(Field.NOTE))
    return f"{kind}: {', '.join(part for part in parts if part)}".rstrip(": ")


def earlier_row(
    mapping: SheetMapping, taken: Sequence[Record], new: Record
) -> tuple[int, LearnerRecord] | None:
    """Which of *taken* is the learner of *new*, and the two together.

    Only on a list with a row for each kind of support: hours are added up, and of each
    ratio the one with the most staff holds.
    """
    if not mapping.has(Field.SUPPORT_KIND) or not isinstance(new, LearnerRecord):
        return None
    for place, record in enumerate(taken):
        if isinstance(record, LearnerRecord) and key(record.reference) == key(new.reference):
            return place, _together(record, new)
    return None


def _together(learner: LearnerRecord, more: LearnerRecord) -> LearnerRecord:
    minutes = [m for m in (learner.weekly_minutes, more.weekly_minutes) if m is not None]
    return replace(
        learner,
        group=learner.group or more.group,
        primary_need=learner.primary_need or more.primary_need,
        needs=tuple(dict.fromkeys((*learner.needs, *more.needs))),
        weekly_minutes=sum(minutes) if minutes else None,
        hours_said="",
        ratio=_most_staff(learner.ratio, more.ratio),
        care_ratio=_most_staff(learner.care_ratio, more.care_ratio),
        must_have=_joined(learner.must_have, more.must_have),
        not_with=tuple(dict.fromkeys((*learner.not_with, *more.not_with))),
        same_gender_care=learner.same_gender_care or more.same_gender_care,
        note=_joined(learner.note, more.note),
    )


def _most_staff(one: Ratio | None, other: Ratio | None) -> Ratio | None:
    ratios = [ratio for ratio in (one, other) if ratio is not None]
    return max(ratios, key=lambda ratio: ratio.staff / max(1, ratio.learners), default=None)


def _joined(one: str, other: str) -> str:
    return "; ".join(dict.fromkeys(text for text in (one, other) if text))
