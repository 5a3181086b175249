"""The record of an appraisal on paper: the very text that both sign, and who has signed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from lsadesk.domain.appraisals.appraisal_record import How, Record, Section, Side, Signature
from lsadesk.domain.calendar import uk_date
from lsadesk.reports.pages import (
    NOTE,
    TITLE,
    banner,
    headed,
    signature_lines,
    text,
    write_pdf,
)
from lsadesk.reports.signed import with_signatures

_SIDES = {Side.PERSON: "the person appraised", Side.APPRAISER: "appraiser"}
_ALTERED = (
    "This record was altered outside LSA Desk after it was written. It is printed as it was found "
    "and proves nothing. Ask the administrator to compare it with a backup."
)
_MARK_BEGINS = 12  # letters of the mark on every page: enough to tell two texts apart by eye
_EXACT = (
    "The text above is the one that was signed, word for word. Its mark tells it from every "
    "other text: LSA Desk shows the same mark beside the record. Signs that this paper's font "
    "does not have stand as their names in square brackets."
)
_SOURCE = (
    "Levels follow the 2011 career framework for learning support assistants (LSIS, S. Faraday): "
    "0 not yet, 1 under direct instruction, 2 with guidance, 3 independently, 4 leads or trains "
    "others."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSheet:
    """A record with what its paper says around it; *names* are of those who are to sign."""

    college: str
    names: dict[Side, str]
    record: Record


def write_record(sheet: RecordSheet, path: Path) -> None:
    """Write *sheet* to *path*; the same record always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    write_pdf(
        path,
        list(_story(sheet)),
        title=sheet.record.text.title,
        subject=f"Record of an appraisal, mark {sheet.record.mark}",
        footer=f"Confidential. {sheet.record.text.title}, {sheet.college}. "
        f"Mark {sheet.record.mark[:_MARK_BEGINS]}\u2026",
    )


def _story(sheet: RecordSheet) -> Iterator[Flowable]:
    record = sheet.record
    yield text(record.text.title, TITLE)
    yield text(f"Written on {_day(record)} \u00b7 mark {record.mark}", NOTE)
    if not record.is_whole:
        yield banner(_ALTERED)
    elif record.needs:
        yield banner(_unsigned(sheet))
    told = [each for section in record.text.sections for each in _section(section)]
    yield from with_signatures(told, list(_signatures(sheet)))


def _unsigned(sheet: RecordSheet) -> str:
    waiting = " and ".join(sheet.names[side] for side in sheet.record.needs)
    return f"Not signed yet: {waiting} still to sign. Until both have, it may change."


def _section(section: Section) -> Iterator[Flowable]:
    yield from headed(section.heading)
    for line in section.lines:
        yield text(line)
        yield Spacer(1, 3)


def _signatures(sheet: RecordSheet) -> Iterator[Flowable]:
    record = sheet.record
    yield from headed("Signatures")
    for signature in record.signatures:
        yield text(f"\u2713 {_signed(signature)}")
    if record.needs:
        yield signature_lines([f"{sheet.names[side]}, {_SIDES[side]}" for side in record.needs])
    yield Spacer(1, 8)
    yield text(f"Mark of this text: {record.mark}. {_EXACT}", NOTE)
    yield text(_SOURCE, NOTE)


def _signed(signature: Signature) -> str:
    who = f"{signature.name}, {_SIDES[signature.side]}, signed {signature.how.value}"
    if signature.how is How.PAPER and signature.paper_on is not None:
        return f"{who} on {uk_date(signature.paper_on)}"
    at = signature.at.astimezone()
    return f"{who} on {uk_date(at.date())} at {at:%H:%M}"


def _day(record: Record) -> str:
    return uk_date(record.written_at.astimezone().date())
