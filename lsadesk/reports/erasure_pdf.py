"""The certificate of an erasure: what went, what stays and why, without saying on whom."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.platypus import Flowable, Paragraph

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.erasing import Certificate, Fate, Part
from lsadesk.reports.pages import BODY, NOTE, STRONG, TITLE, headed, signature_lines, table, text
from lsadesk.reports.pages import write_pdf as write

_WIDTHS = (187.0, 60.0, 245.0)
_ROOM = 90.0
_HEADINGS = {
    Fate.GOES: "Erased",
    Fate.UNNAMED: "Kept for totals, without a name",
    Fate.STAYS: "Kept until its period ends",
}


def write_certificate(certificate: Certificate, path: Path) -> None:
    """Write it to *path*. Raises `UserError` where it cannot be; an older one then stays."""
    footer = f"{certificate.college}: certificate of erasure {certificate.number}."
    write(path, list(_story(certificate)), title="Certificate of erasure", footer=footer)


def _story(certificate: Certificate) -> Iterator[Flowable]:
    day = uk_date(certificate.erased_on)
    yield text("Certificate of erasure", TITLE)
    yield text(f"{certificate.college} · number {certificate.number} · {day}", NOTE)
    yield text(
        f"On {day} the records listed here were erased from the college's file. They were about "
        f"one person, who stands in the file as “{certificate.called}” from now on. "
        "This paper names nobody, so that it can be kept."
    )
    yield text(f"Why: {certificate.because}", BODY)
    for fate, heading in _HEADINGS.items():
        parts = [part for part in certificate.parts if part.fate is fate]
        if parts:
            yield from headed(heading, _ROOM)
            yield table(
                [_row("Records", "Number", "Why, and until when", head=True), *map(_line, parts)],
                _WIDTHS,
            )
    yield from headed("Copies made before", _ROOM)
    yield text(
        "Copies of the file that were made before still hold what was erased here. The program "
        f"lets go of the last of its own copies by {uk_date(certificate.copies_until)}. Copies "
        "elsewhere (on a stick, say) have to be destroyed by whoever keeps them. What going back "
        "to an earlier copy moved aside holds it too, until it is deleted under File, Copies and "
        "second place. After going back to an earlier copy, the program shows who has to be "
        "erased again."
    )
    yield text(
        "The trail of what happened keeps its lines: a number, no name, and none of the words."
    )
    yield signature_lines(["Erased by"])


def _line(part: Part) -> list[Paragraph]:
    said = part.because
    if part.until is not None:
        day = uk_date(part.until)
        kept = f"Until {day}. {said}" if part.fate is Fate.STAYS else f"Those before {day}. {said}"
        said = kept.strip()
    return _row(part.name, str(part.number), said)


def _row(*cells: str, head: bool = False) -> list[Paragraph]:
    return [text(cell, STRONG if head else BODY) for cell in cells]
