from dataclasses import replace
from datetime import date, time
from pathlib import Path

from pypdf import PdfReader

from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.covering.cover_sheet import (
    MANY,
    Brief,
    BriefLearner,
    BriefPart,
    BriefSession,
    CoverSheet,
    Slip,
    SlipLine,
    told_alike,
)
from lsadesk.reports.cover_pdf import write_briefs, write_slips

SPAN = TimeSpan(time(9, 15), time(10, 45))
SHEET = CoverSheet(
    college="Harbour & Lane College",
    day=date(2026, 11, 24),
    slips=[
        Slip(
            name=name,
            is_teacher=False,
            lines=[SlipLine(span=SPAN, where="Cookery, Blue", says="You are here, for Kay.")],
        )
        for name in ("Ll\u0177r \u0174yn", "Asha <Kaur>")
    ],
    briefs=[
        Brief(
            name="Mei X",
            sessions=[
                BriefSession(
                    span=SPAN, title="Cookery", place="K2", teacher="J. Lyle", learners=["RT11"]
                )
            ],
            learners=[
                BriefLearner(reference="RT11", told=[(BriefPart.HOW, "Wait ten seconds.")]),
                BriefLearner(reference="JB02", told=[]),
            ],
            ask="Pat, room 4",
        )
    ],
)


def words(path: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_a_slip_says_what_changed_for_whom_and_names_are_as_written(tmp_path: Path) -> None:
    write_slips(SHEET, tmp_path / "slips.pdf")
    said = words(tmp_path / "slips.pdf")
    assert "Ll\u0177r \u0174yn Tuesday 24 Nov 2026: what is different." in said
    assert "Asha <Kaur>" in said
    assert "9.15-10.45 Cookery, Blue You are here, for Kay." in said


def test_many_who_are_told_the_same_of_a_closed_site_share_a_notice(tmp_path: Path) -> None:
    shut = SlipLine(span=SPAN, where="Art", says="Does not run: the site is shut.", runs=False)
    many = [Slip(name=f"Person {n}", is_teacher=False, lines=[shut, shut]) for n in range(400)]
    moved = Slip(name="Ben Xu", is_teacher=False, lines=[shut, SHEET.slips[0].lines[0]])
    notices, slips = told_alike([*many, moved])
    assert slips == [moved], "what is told to one person is not hung up"
    write_slips(replace(SHEET, slips=slips, notices=notices), tmp_path / "shut.pdf")
    pages = PdfReader(tmp_path / "shut.pdf").pages
    assert len(pages) <= 15
    assert "Person 399" in words(tmp_path / "shut.pdf")
    assert "Ben Xu" in pages[-1].extract_text()
    assert told_alike(many[: MANY - 1]) == ([], many[: MANY - 1]), "a few get slips"


def test_a_brief_tells_what_was_chosen_and_whom_to_ask(tmp_path: Path) -> None:
    write_briefs(SHEET, tmp_path / "brief.pdf")
    said = words(tmp_path / "brief.pdf")
    assert "Whenever you are not sure, ask Pat, room 4." in said
    assert "How to support Wait ten seconds." in said
    assert "Nothing is written down yet for JB02: please ask." in said


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for path in (one, other):
        write_slips(SHEET, path)
    assert one.read_bytes() == other.read_bytes()


def test_a_newcomers_brief_says_when_their_booking_ends(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    ends = replace(SHEET.briefs[0], ends=date(2026, 12, 4))
    write_briefs(replace(SHEET, briefs=[ends]), path)
    assert "Destroy" not in words(path), "the college keeps what is signed on it"
    declared = words(path)
    assert "Before the first session" in declared
    assert "only where I was signed off here" in declared
    assert "Your booking ends on 4 Dec 2026." in PdfReader(path).pages[0].extract_text()
