"""Answers given elsewhere come back without a word lost, and nothing is overwritten unasked."""

from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from lsadesk.domain.appraisals.answer_forms import Origin, Standing
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.appraisals import answer_forms, assessment, keying_in, packet_away
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.sealing.keyfile import Effort

FIRST, SECOND = StatementId("own-goals"), StatementId("first-step")
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
SECRET = "a long enough secret"
PASSPHRASE = "river ladder button"


@pytest.fixture
def desk(tmp_path):
    """A college's first desk, with Asha and her appraiser Pat, and Gwen from an agency."""
    made = college.new_college(
        tmp_path / "A.lsadesk",
        college="Harbour Lane",
        owner="head",
        secret=SECRET,
        effort=Effort(passes=1, memory=8192),
        clock=lambda: NOW,
    ).desk
    asha = people.add_person(made, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    pat = people.add_person(made, PersonDetails(forename="Pat", surname="Ellery"))
    gwen = people.add_person(made, PersonDetails(forename="Gwen", surname="Ŵyn", title="LSA"))
    for who in (asha, gwen):
        people.set_link(made, who.result, Link.APPRAISER, pat.result)
    accounts.add_account(made, "asha", SECRET, person=asha.result, is_own=True)
    accounts.add_account(made, "pat", SECRET, person=pat.result, is_own=True)
    yield made
    made.close()


@pytest.fixture
def sign_in(desk):
    """Sit down at the same college as somebody else."""
    desks = []

    def sign(login):
        desks.append(college.unlock(desk.folder, login, SECRET, clock=lambda: NOW))
        return desks[-1]

    yield sign
    for each in desks:
        each.close()


@pytest.fixture
def asha(sign_in):
    return sign_in("asha")


@pytest.fixture
def pat(sign_in):
    return sign_in("pat")


@pytest.fixture
def gwen(pat):
    (only,) = keying_in.for_others(pat)
    return only.person


def rated(statement, level, **more):
    return Answer(statement=statement, value=Level(level), **more)


def mine(desk):
    return assessment.my_sheet(desk).assessment.answers


def typed_in(desk, who):
    return keying_in.form_of(desk, who).found.answers


@pytest.fixture
def form(asha, tmp_path):
    """Asha's Excel form, filled in by hand ("E7")."""

    def fill(**cells):
        path = tmp_path / "form.xlsx"
        answer_forms.excel_form(asha, asha.person, path)
        book = load_workbook(path)
        for name, value in cells.items():
            book.active[name] = value
        book.save(path)
        return path

    return fill


def test_a_form_filled_in_at_home_becomes_a_private_draft(asha, form):
    preview = answer_forms.read_excel(asha, form(E7="3 On my own", F7="On the bus"))
    assert [line.standing for line in preview.lines] == [Standing.NEW]
    assert mine(asha) == {}, "a preview writes nothing"
    assert answer_forms.take_in(asha, preview, ()).result == 1
    assert mine(asha) == {FIRST: rated(FIRST, 3, example="On the bus")}
    assert assessment.my_sheet(asha).assessment.is_draft


def test_an_answer_that_is_here_stays_unless_the_files_is_chosen(asha, form):
    assessment.keep_answer(asha, rated(FIRST, 1, example="Mine"))
    path = form(E7="3 On my own", E8="2")
    preview = answer_forms.read_excel(asha, path)
    assert [line.standing for line in preview.lines] == [Standing.CLASH, Standing.NEW]
    answer_forms.take_in(asha, preview, ())
    assert mine(asha) == {FIRST: rated(FIRST, 1, example="Mine"), SECOND: rated(SECOND, 2)}
    answer_forms.take_in(asha, answer_forms.read_excel(asha, path), {FIRST})
    assert mine(asha)[FIRST] == rated(FIRST, 3, example="Mine")


def test_undo_takes_back_what_a_file_brought(asha, form):
    assessment.keep_answer(asha, rated(FIRST, 1))
    answer_forms.take_in(asha, answer_forms.read_excel(asha, form(E7="4", E8="2")), {FIRST})
    asha.undo()
    assert mine(asha) == {FIRST: rated(FIRST, 1)}


def test_a_preview_that_is_out_of_date_is_not_taken_in(asha, form):
    preview = answer_forms.read_excel(asha, form(E7="4"))
    assessment.keep_answer(asha, rated(FIRST, 2))
    with pytest.raises(Stale, match="read the file again"):
        answer_forms.take_in(asha, preview, {FIRST})
    assert mine(asha) == {FIRST: rated(FIRST, 2)}


def test_what_was_handed_in_stays_and_the_file_begins_a_new_draft(asha, form):
    assessment.keep_answer(asha, rated(FIRST, 1))
    assessment.hand_in(asha)
    preview = answer_forms.read_excel(asha, form(E7="3", E8="2"))
    assert preview.handed_in_at == NOW
    answer_forms.take_in(asha, preview, ())
    assert mine(asha) == {FIRST: rated(FIRST, 1), SECOND: rated(SECOND, 2)}
    assert assessment.my_sheet(asha).last.answers == {FIRST: rated(FIRST, 1)}


def test_a_packet_goes_out_sealed_and_comes_back(asha, tmp_path):
    path = tmp_path / "mine.lsapacket"
    assessment.keep_answer(asha, rated(FIRST, 3, example="only-in-a-packet"))
    answer_forms.take_packet(asha, path, PASSPHRASE)
    assert b"only-in-a-packet" not in path.read_bytes()
    assessment.keep_answer(asha, Answer(statement=FIRST))
    preview = answer_forms.read_packet(asha, path, PASSPHRASE)
    answer_forms.take_in(asha, preview, ())
    assert mine(asha) == {FIRST: rated(FIRST, 3, example="only-in-a-packet")}


def test_a_packet_offers_what_was_handed_in_before_and_does_not_answer_with_it(asha, tmp_path):
    path = tmp_path / "next.lsapacket"
    assessment.keep_answer(asha, rated(FIRST, 2, example="last year"))
    assessment.hand_in(asha)
    assert answer_forms.take_packet(asha, path, PASSPHRASE).result == 0
    away = packet_away.open_packet(path, PASSPHRASE)
    sheet = packet_away.sheet_of(away)
    assert (sheet.progress.answered, sheet.last.handed_in_at) == (0, NOW)
    assert sheet.last.answers == {FIRST: rated(FIRST, 2, example="last year")}
    packet_away.keep(away, {FIRST: rated(FIRST, 3)})
    preview = answer_forms.read_packet(asha, path, PASSPHRASE)
    assert [line.standing for line in preview.lines] == [Standing.NEW]
    answer_forms.take_in(asha, preview, ())
    assert mine(asha) == {FIRST: rated(FIRST, 3)}
    answer_forms.take_packet(asha, path, PASSPHRASE)
    away = packet_away.open_packet(path, PASSPHRASE)
    assert packet_away.sheet_of(away).last.answers == sheet.last.answers


def test_a_packet_that_is_older_than_what_is_here_says_so(desk, tmp_path):
    path, later = tmp_path / "mine.lsapacket", datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    first = college.unlock(desk.folder, "asha", SECRET, clock=lambda: NOW)
    assessment.keep_answer(first, rated(FIRST, 3))
    answer_forms.take_packet(first, path, PASSPHRASE)
    first.close()
    second = college.unlock(desk.folder, "asha", SECRET, clock=lambda: later)
    assessment.keep_answer(second, rated(FIRST, 4))
    (line,) = answer_forms.read_packet(second, path, PASSPHRASE).lines
    second.close()
    assert (line.standing, line.is_older) == (Standing.CLASH, True)


def test_a_packet_from_another_college_is_refused(asha, tmp_path):
    other = college.new_college(
        tmp_path / "B.lsadesk",
        college="B",
        owner="o",
        secret=SECRET,
        effort=Effort(passes=1, memory=8192),
    ).desk
    who = people.add_person(other, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(other, "asha", SECRET, person=who, is_own=True)
    there = college.unlock(other.folder, "asha", SECRET)
    assessment.keep_answer(there, rated(FIRST, 3))
    answer_forms.take_packet(there, tmp_path / "b.lsapacket", PASSPHRASE)
    there.close()
    other.close()
    with pytest.raises(UserError, match="another college"):
        answer_forms.read_packet(asha, tmp_path / "b.lsapacket", PASSPHRASE)


def test_somebody_elses_packet_is_refused_even_with_its_passphrase(asha, pat, tmp_path):
    assessment.keep_answer(asha, rated(FIRST, 3))
    answer_forms.take_packet(asha, tmp_path / "a.lsapacket", PASSPHRASE)
    with pytest.raises(UserError, match="has an account"):
        answer_forms.read_packet(pat, tmp_path / "a.lsapacket", PASSPHRASE)
    assessment.keep_answer(pat, rated(FIRST, 2))
    answer_forms.take_packet(pat, tmp_path / "p.lsapacket", PASSPHRASE)
    with pytest.raises(UserError, match="made for somebody else"):
        answer_forms.read_packet(asha, tmp_path / "p.lsapacket", PASSPHRASE)


def test_an_appraiser_types_in_for_somebody_without_an_account_and_it_is_marked(pat, gwen):
    keying_in.key_in(pat, gwen, [rated(FIRST, 2)], Origin.PAPER)
    assert typed_in(pat, gwen) == {FIRST: rated(FIRST, 2)}
    with pat.store.read() as reading:
        said = keying_in.keyed_in_words(pat, reading, gwen)
    assert said == "Typed in by Pat Ellery from a printed form on 24 Nov 2026."


def test_typing_in_again_keeps_what_was_typed_in_before(pat, gwen):
    keying_in.key_in(pat, gwen, [rated(FIRST, 2)], Origin.PAPER)
    keying_in.key_in(pat, gwen, [rated(SECOND, 4)], Origin.PAPER)
    assert set(typed_in(pat, gwen)) == {FIRST, SECOND}


def test_what_was_typed_in_shows_to_its_appraiser_alone_before_the_meeting(pat, desk, gwen):
    keying_in.key_in(pat, gwen, [rated(FIRST, 2)], Origin.PAPER)
    assert typed_in(desk, gwen) == {}
    assert assessment.handed_in(desk, gwen) is None


def test_what_somebody_handed_in_themselves_does_not_show_in_their_form(pat, asha):
    assessment.keep_answer(asha, rated(FIRST, 3))
    assessment.hand_in(asha)
    assert typed_in(pat, asha.person) == {}


def test_nobody_types_in_for_somebody_who_can_sign_in(pat, asha):
    with pytest.raises(UserError, match="answers for themselves"):
        keying_in.key_in(pat, asha.person, [rated(FIRST, 2)], Origin.PAPER)


def test_whoever_does_not_appraise_cannot_type_in(asha, gwen):
    with pytest.raises(NotAllowed):
        keying_in.key_in(asha, gwen, [rated(FIRST, 2)], Origin.PAPER)
    assert keying_in.for_others(asha) == ()


def test_an_excel_form_of_somebody_without_an_account_is_read_by_their_appraiser(
    pat, asha, gwen, tmp_path
):
    path = tmp_path / "gwen.xlsx"
    answer_forms.excel_form(pat, gwen, path)
    book = load_workbook(path)
    book.active["E7"] = "3 On my own"
    book.save(path)
    with pytest.raises(UserError, match="made for somebody else"):
        answer_forms.read_excel(asha, path)
    preview = answer_forms.read_excel(pat, path)
    assert (preview.name, preview.is_mine) == ("Gwen Ŵyn", False)
    answer_forms.take_in(pat, preview, ())
    assert typed_in(pat, gwen) == {FIRST: rated(FIRST, 3)}


def test_the_code_on_every_page_of_a_printed_form_finds_its_person(pat, asha, gwen, tmp_path):
    path = tmp_path / "form.pdf"
    answer_forms.paper_form(pat, gwen, path)
    code = keying_in.form_of(pat, gwen).mark.code
    assert all(code in page.extract_text() for page in PdfReader(path).pages)
    assert keying_in.with_code(pat, code.lower()) == gwen
    with pytest.raises(UserError, match="foot of the page"):
        keying_in.with_code(asha, code)
