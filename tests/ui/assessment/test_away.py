"""A packet is answered in the window without a college, and no word of it is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lsadesk.domain.appraisals.answer_forms import FormMark
from lsadesk.domain.appraisals.assessment import questions_for
from lsadesk.domain.appraisals.packets import Packet
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.staff.people import PersonId
from lsadesk.intake.packet import from_content, to_content
from lsadesk.store.careers import library
from lsadesk.store.sealing import packet
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.ui.assessment.packet_door import OpenPacket

PASSPHRASE = "river ladder button"

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def sealed():
    """Gwen's packet as it was given to her."""
    framework = library.built_in().framework
    questions = questions_for(framework, None)
    parts = {one.part for one in questions}
    whole = Packet(
        mark=FormMark(college="c", person=PersonId(7), edition="2026-11-22"),
        college="Coleg Cwm Ŵyn",
        name="Gwenllian Ŵyn-Featherstonehaugh",
        parts=tuple(part for part in framework.parts if part.id in parts),
        questions=questions,
    )
    seal = packet.new_seal(PASSPHRASE, Effort(passes=1, memory=8192))
    return packet.sealed(to_content(whole), seal)


@pytest.fixture
def stick(tmp_path, sealed):
    path = tmp_path / "stick" / "Questionnaire.lsapacket"
    path.parent.mkdir()
    path.write_bytes(sealed)
    return path


@pytest.fixture
def answering(window, qtbot, stick, monkeypatch):
    """The window of a computer without a college, with the packet open in it."""

    def type_it(dialog):
        dialog.passphrase.setText(PASSPHRASE)
        dialog.accept()
        qtbot.waitUntil(lambda: dialog.away is not None)

    monkeypatch.setattr(OpenPacket, "exec", type_it)
    window.door.show_welcome()
    window.show()
    window.door.open_packet(stick)
    return window


@pytest.fixture
def page(answering):
    return answering.door.away


def kept(stick):
    """What is in the file, read and not written to."""
    found = stick.read_bytes()
    return from_content(packet.opened(found, packet.seal_of(found, PASSPHRASE)))


def words(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def rate(page, level):
    page.pages.carry_on()
    page.pages.question.holder.rated.choice(Level(level)).click()


def test_the_first_page_says_whose_it_is_and_where_its_words_are(answering, page, stick):
    assert "Gwenllian Ŵyn-Featherstonehaugh, Coleg Cwm Ŵyn" in words(page)
    assert "sealed in the packet and nowhere else on this computer" in words(page)
    assert "Other ways to answer" not in words(page)
    assert "Gwen" not in answering.windowTitle()
    assert answering.settings.recent == ()


def test_every_answer_is_in_the_file_before_the_next(page, stick, qtbot):
    rate(page, 3)
    said = page.pages.question.holder.rated
    qtbot.waitUntil(lambda: len(kept(stick).given) == 1)
    qtbot.keyClicks(said.note, "half a sent")
    qtbot.waitUntil(
        lambda: any(one.example == "half a sent" for one in kept(stick).given.values()),
        timeout=10_000,
    )
    qtbot.waitUntil(lambda: "Saved" in page.pages.question.saved.text())
    assert list(stick.parent.iterdir()) == [stick]


def test_a_stick_pulled_out_is_said_and_taken_up_again_when_it_is_back(page, stick, qtbot):
    rate(page, 2)
    qtbot.waitUntil(lambda: len(kept(stick).given) == 1)
    aside = stick.rename(stick.with_name("aside"))
    page.pages.question.next.click()
    rate(page, 4)
    qtbot.waitUntil(lambda: "Put the stick back in" in words(page.trouble))
    assert page.pages.question.saved.text() == "! Not saved"
    aside.rename(stick)
    qtbot.waitUntil(page.trouble.isHidden, timeout=10_000)
    assert len(kept(stick).given) == 2


def test_it_goes_on_in_another_place(page, stick, qtbot, tmp_path):
    stick.unlink()
    rate(page, 1)
    qtbot.waitUntil(lambda: not page.trouble.isHidden())
    page.move_to(tmp_path / "other.lsapacket")
    qtbot.waitUntil(page.trouble.isHidden)
    assert len(kept(tmp_path / "other.lsapacket").given) == 1


def test_leaving_with_words_that_could_not_be_written_asks_first(page, stick, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "lsadesk.ui.assessment.away.confirm", lambda *said, **_: asked.append(said) or False
    )
    aside = stick.rename(stick.with_name("aside"))
    rate(page, 1)
    qtbot.waitUntil(lambda: not page.trouble.isHidden())
    page.leave_asked.emit()
    assert asked
    aside.rename(stick)
    qtbot.waitUntil(page.trouble.isHidden, timeout=10_000)
    assert len(kept(stick).given) == 1


def test_finishing_marks_the_packet_and_says_what_to_do_with_it(answering, page, stick, qtbot):
    rate(page, 3)
    page.pages.look_over()
    assert "give it back" not in words(page.pages.check)
    page.pages.check.handed_in.emit()
    qtbot.waitUntil(lambda: page.pages.currentWidget() is page.done)
    qtbot.waitUntil(lambda: kept(stick).finished_at is not None)
    assert "Read a packet back" in words(page.done)
    page.done.left.emit()
    qtbot.waitUntil(lambda: answering.door.away is None)
    assert answering.door.currentWidget() is answering.door.welcome


def test_closing_the_window_keeps_the_last_word(answering, page, stick, qtbot):
    rate(page, 3)
    qtbot.keyClicks(page.pages.question.holder.rated.note, "last word")
    answering.close()
    qtbot.waitUntil(lambda: not answering.isVisible())
    (given,) = kept(stick).given.values()
    assert given.example == "last word"


def test_a_wrong_passphrase_is_said_where_it_was_typed(qtbot, worker, stick):
    dialog = OpenPacket(None, worker, stick)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.passphrase, "no such words")
    qtbot.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the passphrase" in words(dialog))
    assert dialog.yes.isEnabled()
    assert dialog.away is None
