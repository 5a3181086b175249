from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader

from lsadesk.domain.briefing.cards import CardSheet, SessionCard
from lsadesk.domain.briefing.need_to_knows import NeedToKnows
from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.reports.session_card_pdf import write_blanks, write_session_cards

TOLD = SessionCard(
    session=SessionId(1),
    on=date(2026, 11, 24),
    span=TimeSpan(time(9, 15), time(10, 45)),
    title="Cookery",
    group="Blue",
    place="K2, Main",
    teacher="J. Lyle",
    lsa="Ll\u0177r \u0174yn",
    others=["Asha <Kaur>"],
    learners=["RT11"],
    how=[("RT11", "Wait ten seconds")],
    words=NeedToKnows(
        concepts="Heat", skills="Reads a dial", outcomes="RT11 alone", feedback="Who knew"
    ),
    told_for=date(2026, 11, 17),
)
BLIND = replace(TOLD, title="Maths", words=None, told_for=None, how=[])
SHEET = CardSheet(college="Harbour & Lane College", printed=date(2026, 11, 24), cards=[TOLD, BLIND])


@pytest.mark.parametrize("big", [False, True])
def test_a_card_tells_where_with_whom_what_and_how_and_what_is_not_told(
    tmp_path: Path, big: bool
) -> None:
    path = tmp_path / "cards.pdf"
    write_session_cards(SHEET, path, big=big)
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    for told in (
        "Tuesday 24 Nov 2026, 9.15-10.45: Cookery, Blue",
        "Ll\u0177r \u0174yn",
        "Asha <Kaur>",
        "Wait ten seconds",
        "RT11 alone",
        "As told for 17 Nov 2026.",
        "Not told yet. Ask J. Lyle before it begins:",
    ):
        assert told in words


def test_a_reader_goes_from_card_to_card_by_headings_and_the_bytes_stay_the_same(
    tmp_path: Path,
) -> None:
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    for path in (first, again):
        write_session_cards(SHEET, path)
    assert first.read_bytes() == again.read_bytes()
    document = PdfReader(first).trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()
    roles = [each.get_object()["/S"] for each in document["/K"]]
    assert roles.count("/H2") == len(SHEET.cards)


def test_it_tells_how_far_it_is_and_leaves_nothing_behind_once_stopped(tmp_path: Path) -> None:
    path, told = tmp_path / "cards.pdf", list[float]()
    write_session_cards(replace(SHEET, cards=[TOLD, BLIND] * 20), path, told.append)
    assert told == sorted(told)
    assert 0.9 < told[-1] <= 1

    def stop(fraction: float) -> None:
        if fraction > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_session_cards(SHEET, tmp_path / "stopped.pdf", stop)
    assert list(tmp_path.iterdir()) == [path]


def test_a_slip_for_a_teacher_asks_only_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    some = replace(BLIND, words=NeedToKnows(concepts="Heat"))
    night = replace(BLIND, title="Waking night", learners=[])
    write_blanks(replace(SHEET, cards=[some, night]), path)
    words = PdfReader(path).pages[0].extract_text()
    assert "Heat" in words
    assert "What is practised?" in words
    assert "For J. Lyle." in words
    assert words.count("Learners:") == 1, "nothing is said where no learner is known"
