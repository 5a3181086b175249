"""The report of a work placement, for the learner, the employer and the college."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Spacer

from lsadesk.domain.calendar import monday_of, uk_date
from lsadesk.domain.placements.placements import (
    Entry,
    EntryKind,
    PlacementRecord,
    answers,
    when_words,
)
from lsadesk.domain.placements.report import PlacementReport
from lsadesk.domain.vocabulary import said
from lsadesk.reports.pages import (
    BODY,
    NOTE,
    QUIET,
    ROOM_ACROSS,
    STRONG,
    TITLE,
    headed,
    plain_table,
    signature_lines,
    text,
    write_pdf,
)
from lsadesk.reports.signed import with_signatures

_BESIDE = 126.0
_LABEL = ParagraphStyle("label", BODY, textColor=QUIET)


def write_placement(report: PlacementReport, path: Path) -> None:
    """Write *report* as a PDF; the same report gives the same bytes."""
    record = report.record
    title = f"{said('Work placement report')}: {record.reference}"
    told = [text(title, TITLE), Spacer(1, 6), _facts(record), *_at_the_end(record)]
    story = [
        *with_signatures(told, list(_signatures(record))),
        *_part(record, EntryKind.VISIT, "Visits", "No visit is written down."),
        *_part(
            record, EntryKind.FEEDBACK, "Weekly feedback", "No weekly feedback is written down."
        ),
    ]
    footer = f"{report.college}: {title}, printed {uk_date(report.printed)}. Confidential."
    write_pdf(path, story, title=title, footer=footer)


def _facts(record: PlacementRecord) -> Flowable:
    placement = record.placement
    facts = (
        ("Where", placement.place),
        ("Contact there", placement.contact),
        (said("What the learner does"), placement.does),
        ("From and until", f"{uk_date(placement.starts)} to {uk_date(placement.ends)}"),
        ("Days and hours", when_words(placement)),
        ("Days there", _days(record)),
        (said("LSA beside them"), record.lsa or "nobody"),
        ("What helps", placement.helps),
    )
    return _beside([(head, words) for head, words in facts if words])


def _days(record: PlacementRecord) -> str:
    number = len(record.days)
    return f"{number} day{'' if number == 1 else 's'} while {said('the college')} is open"


def _signatures(record: PlacementRecord) -> Iterator[Flowable]:
    yield from headed("Signatures")
    beside = [f"{record.lsa}, {said('LSA')}"] if record.lsa else []
    who = (said("The learner"), f"For {record.placement.place}", *beside, said("For the college"))
    yield signature_lines(who)


def _at_the_end(record: PlacementRecord) -> Iterator[Flowable]:
    yield from headed("At the end")
    ending = record.of_kind(EntryKind.END)
    if not ending:
        yield text("The end report is still to be written.", NOTE)
    for each in ending:
        yield from _entry(each)


def _part(record: PlacementRecord, kind: EntryKind, head: str, none: str) -> Iterator[Flowable]:
    yield from headed(head)
    entries = record.of_kind(kind)
    if not entries:
        yield text(none, NOTE)
    for each in entries:
        yield KeepTogether(_entry(each))


def _entry(entry: Entry) -> list[Flowable]:
    day = f"Week of {uk_date(monday_of(entry.on))}"
    head = day if entry.kind is EntryKind.FEEDBACK else uk_date(entry.on)
    told = [(said(question), words) for question, words in answers(entry)]
    return [text(head, STRONG), _beside(told), Spacer(1, 8)]


def _beside(rows: Sequence[tuple[str, str]]) -> Flowable:
    cells = [[text(head, _LABEL), text(words, BODY)] for head, words in rows]
    return plain_table(cells, [_BESIDE, ROOM_ACROSS - _BESIDE])
