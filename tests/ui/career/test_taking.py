"""Taking the map away: what is offered, and what is written."""

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from lsadesk.operations.careers import career
from lsadesk.reports import fonts
from lsadesk.ui.career import taking
from lsadesk.ui.career.taking import Form
from lsadesk.ui.taking import saving

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def take(open_tab, asha, qtbot, tmp_path, monkeypatch):
    """Asha chooses a role and saves *form*; gives the file."""
    fonts.register()  # cutting the reading font for the first time takes its while

    def taken(form, role="teacher"):
        tab = open_tab(asha)
        tab.show_target(role)
        monkeypatch.setattr(taking, "ask_choice", lambda *_args, **_more: form)
        monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / f"mine{form.suffix}")
        tab._save()
        qtbot.waitUntil(lambda: bool(tab.window_.said), timeout=20_000)
        (file,) = tmp_path.glob("mine*")
        assert tab.window_.said == [f"Saved as {file.name} in {tmp_path}."]
        return file

    return taken


@pytest.mark.parametrize(("form", "width"), [(Form.A4, 842), (Form.A3, 1191)])
def test_the_map_as_pdf_is_as_large_as_was_asked(take, form, width):
    page = PdfReader(take(form)).pages[0]
    assert round(page.mediabox.width) == width
    assert "Teacher or tutor" in page.extract_text()


def test_the_map_as_a_picture_is_sharp(take):
    image = QImage(str(take(Form.PNG)))
    assert image.width() > 2000
    colours = {image.pixel(x, y) for x in range(0, image.width(), 40) for y in range(0, 900, 40)}
    assert len(colours) > 1


def test_the_map_as_a_drawing_names_every_role(take, asha):
    drawn = take(Form.SVG).read_text(encoding="utf-8")
    roles = career.my_map(asha).framework.roles.values()
    assert all(role.name in drawn for role in roles)


def test_my_pathway_leads_to_the_chosen_role(take):
    words = PdfReader(take(Form.PATHWAY)).pages[0].extract_text()
    assert "Asha Kaur" in words
    assert "From LSA to Teacher or tutor" in words


def test_no_pathway_is_offered_to_an_account_without_a_person(open_tab, desk, monkeypatch):
    offered = []
    monkeypatch.setattr(taking, "ask_choice", lambda *args, **_more: offered.extend(args[3]))
    tab = open_tab(desk)
    tab.show_target("teacher")
    tab._save()
    assert Form.PATHWAY not in [form for _, form in offered]
    assert Form.A4 in [form for _, form in offered]
