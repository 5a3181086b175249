"""Files that both sides attach: kept with the rest, named in what is signed."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from lsadesk.domain.developing.attached import LARGEST, MOST, About, of_appraisal, of_line
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import appraisal, appraising, meetings, signing
from lsadesk.operations.developing import attaching, development, exports
from lsadesk.operations.keeping import held
from tests.operations.appraisal_world import DAY, say, talk_through, two


@pytest.fixture
def pair(desk):
    """Asha and Pat."""
    made = two(desk)
    yield made
    made.close()


@pytest.fixture
def asha(pair):
    """Asha's desk."""
    return pair.sit_down("asha")


@pytest.fixture
def pat(pair):
    """Pat's desk."""
    return pair.sit_down("pat")


@pytest.fixture
def paper(tmp_path):
    """Writes a file somewhere outside the college file."""

    def written(name="Tystysgrif.pdf", content=b"%PDF-1.7 a certificate"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


def line(desk, person) -> About:
    """A new line of a person's plan."""
    development.add_action(desk, person, ActionDetails(what="Makaton 2"))
    return of_line(development.actions(desk, person)[-1])


def packed(*names: str) -> bytes:
    """What Word and Excel files are: things packed together."""
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return whole.getvalue()


def names(desk, about: About) -> list[tuple[str, str, str]]:
    return [
        (each.name, each.what, each.signed) for each in attaching.attached_to(desk, about).files
    ]


def test_both_sides_attach_before_and_in_the_meeting_and_the_signed_text_names_it(
    pair, asha, pat, paper, tmp_path
):
    begun = appraisal.begin(pat, pair.asha, cycle=DAY).result
    about = of_appraisal(meetings.meeting(asha, begun).appraisal)
    attaching.attach(asha, about, paper(), what="my certificate")
    appraisal.mark_rest(pat, begun)
    appraisal.hand_in(pat, begun)
    say(asha, own_goals=2)
    appraising.open_meeting(pat, begun)
    attaching.attach(pat, about, paper("thanks.txt", b"Thank you!"), brought_by=pair.asha)
    told = [("Tystysgrif.pdf", "my certificate", "Asha Kaur"), ("thanks.txt", "", "Asha Kaur")]
    assert names(asha, about) == names(pat, about) == told
    talk_through(pat, begun)
    signing.agree(pat, begun)
    written = signing.record(pat, begun).text.plain()
    assert "Tystysgrif.pdf: my certificate (PDF, 1 KB, brought by Asha Kaur" in written
    with pytest.raises(UserError, match="stays as it was agreed"):
        attaching.attach(asha, about, paper("late.txt", b"late"))
    first = attaching.attached_to(asha, about)
    assert first.closed
    assert not first.mine
    with pytest.raises(UserError, match="stays as it was agreed"):
        attaching.take_off(asha, first.files[0])


def test_what_a_signed_version_names_stays_in_the_next(pair, asha, pat, paper):
    say(asha, own_goals=2)
    begun = pair.rate(pat, own_goals=2)
    about = of_appraisal(meetings.meeting(pat, begun).appraisal)
    attaching.attach(pat, about, paper())
    appraising.open_meeting(pat, begun)
    talk_through(pat, begun)
    signing.agree(pat, begun)
    mark = signing.record(pat, begun).mark
    signing.sign(pat, begun, signing.Side.APPRAISER, "pat's own secret", mark=mark)
    signing.reopen(pat, begun, "A date was wrong")
    found = attaching.attached_to(pat, about)
    assert [each.name for each in found.files] == ["Tystysgrif.pdf"]
    assert not found.closed
    assert not found.mine
    with pytest.raises(NotAllowed):
        attaching.take_off(pat, found.files[0])


def test_a_file_of_an_appraisal_begun_by_mistake_waits_for_the_next(pair, asha, pat, paper):
    begun = appraisal.begin(pat, pair.asha, cycle=DAY).result
    about = of_appraisal(meetings.meeting(asha, begun).appraisal)
    attaching.attach(asha, about, paper())
    appraisal.drop(pat, begun)
    again = appraisal.begin(pat, pair.asha, cycle=DAY).result
    about = of_appraisal(meetings.meeting(asha, again).appraisal)
    assert [each[0] for each in names(asha, about)] == ["Tystysgrif.pdf"]


def test_a_file_of_a_line_goes_and_comes_back_with_it_and_the_plan_on_paper_names_it(
    pair, asha, pat, paper, tmp_path
):
    about = line(asha, pair.asha)
    attaching.attach(pat, about, paper("Llun.png", b"\x89PNG\r\n\x1a\n..."), what="the poster")
    (file,) = attaching.attached_to(asha, about).files
    assert development.plan(asha, pair.asha).files == {about.number: [file]}
    exports.export_plan(asha, pair.asha, tmp_path / "plan.pdf")
    development.remove_action(asha, development.actions(asha, pair.asha)[0])
    with pytest.raises(UserError, match="no longer"):
        attaching.content_of(asha, file)
    asha.undo()
    assert attaching.content_of(asha, file) == b"\x89PNG\r\n\x1a\n..."


def test_only_whoever_attached_a_file_takes_it_off_and_undo_puts_it_back(pair, asha, pat, paper):
    about = line(asha, pair.asha)
    attaching.attach(pat, about, paper())
    (file,) = attaching.attached_to(pat, about).files
    assert attaching.attached_to(pat, about).mine == {file.id}
    with pytest.raises(NotAllowed):
        attaching.take_off(asha, file)
    attaching.take_off(pat, file)
    assert not attaching.attached_to(asha, about).files
    pat.undo()
    assert (
        attaching.save_copy(asha, file, paper("copy.pdf", b"")).result.read_bytes()[:5] == b"%PDF-"
    )


def test_a_file_opens_to_nobody_by_a_wrong_word_about_whose_it_is(pair, asha, pat, paper):
    about = line(pat, pair.pat)
    attaching.attach(pat, about, paper())
    (file,) = attaching.attached_to(pat, about).files
    with pytest.raises(NotAllowed):
        attaching.content_of(asha, file)
    pretended = replace(file, about=replace(about, person=pair.asha))
    with pytest.raises(UserError, match="no longer"):
        attaching.content_of(asha, pretended)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (("run.exe", b"MZ"), "cannot be attached"),
        (("letter.docm", b"PK"), "cannot be attached"),
        (("README", b"words"), "cannot be attached"),
        (("empty.pdf", b""), "empty"),
        (("scan.pdf", b"MZ"), "no PDF is inside"),
        (("photo.jpg", b"%PDF-"), "no picture is inside"),
        (("letter.docx", packed("other.xml")), "no Word document is inside"),
        (("letter.docx", packed("word/document.xml", "word/vbaProject.bin")), "no Word document"),
        (("sheet.xlsx", b"not packed"), "no Excel workbook is inside"),
        (("bytes.txt", b"a\x00b"), "no text is inside"),
        (("large.txt", b"a" * (LARGEST + 1)), "up to 5 MB"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(pair, asha, paper, file, said):
    with pytest.raises(UserError, match=said):
        attaching.attach(asha, line(asha, pair.asha), paper(*file))


def test_there_are_so_many_and_none_twice(pair, asha, paper):
    about = line(asha, pair.asha)
    letter = packed("word/document.xml")
    attaching.attach(asha, about, paper("letter.docx", letter))
    with pytest.raises(UserError, match=r"attached already, as letter\.docx"):
        attaching.attach(asha, about, paper("again.docx", letter))
    for number in range(1, MOST):
        attaching.attach(asha, about, paper(f"{number}.txt", f"{number}".encode()))
    with pytest.raises(UserError, match="room for no more"):
        attaching.attach(asha, about, paper("one more.txt", b"more"))
    with pytest.raises(UserError, match="could not be read"):
        attaching.attach(asha, line(asha, pair.asha), paper().with_name("gone.pdf"))


def test_a_name_reads_as_it_is_written(pair, asha, paper):
    about = line(asha, pair.asha)
    attaching.attach(asha, about, paper("a\u202efdp.txt", "naïve café".encode("cp1252")))
    (file,) = attaching.attached_to(asha, about).files
    assert file.name == "afdp.txt"


def test_files_are_handed_over_with_all_that_is_held(pair, asha, desk, paper, tmp_path):
    attaching.attach(asha, line(asha, pair.asha), paper())
    sheet = held.held_on(desk, pair.asha)
    held.write_held(sheet, tmp_path / "Held.pdf")
    handed = tmp_path / "Held, files" / "1 Tystysgrif.pdf"
    assert handed.read_bytes() == b"%PDF-1.7 a certificate"
    told = next(each for each in sheet.records if each.table == "plan_file")
    assert told.rows[0]["name"] == "Tystysgrif.pdf"
