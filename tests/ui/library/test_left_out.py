"""What of a hand-edited library cannot be read is told to those who can do something about it."""

import shutil

import pytest

from lsadesk.store.careers import library
from lsadesk.ui.shell.main_window import MainWindow
from lsadesk.ui.shell.settings import Settings

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def edited(tmp_path, monkeypatch):
    """A library in which somebody mistyped the lane of the first role."""
    folder = tmp_path / "framework"
    shutil.copytree(library.BUILT_IN, folder)
    roles = folder / "roles.toml"
    text = roles.read_text("utf-8")
    roles.write_text(text.replace('lane = "support"', 'lane = "suport"', 1), "utf-8")
    monkeypatch.setattr(library, "BUILT_IN", folder)
    library.built_in.cache_clear()
    library.merged.cache_clear()
    yield
    library.built_in.cache_clear()
    library.merged.cache_clear()


@pytest.fixture
def sit_down(appearance, worker, qtbot):
    """A window with somebody signed in."""

    def sit(desk):
        window = MainWindow(Settings(), appearance, worker)
        qtbot.addWidget(window)
        window.resize(1024, 640)
        window.show()
        window.enter(desk)
        qtbot.waitUntil(lambda: window.sitting.tab() is not None)
        qtbot.waitUntil(lambda: not worker.is_busy)
        return window

    return sit


@pytest.mark.usefixtures("edited")
def test_the_head_is_told_the_file_the_entry_and_the_reason_and_goes_on(desk, sit_down, worker):
    window = sit_down(desk)
    words = window.message.sentence.text()
    assert "1 entry of the library cannot be read" in words
    assert "roles.toml" in words
    assert "there is no lane suport" in words
    worker.finish()


@pytest.mark.usefixtures("edited")
def test_an_lsa_is_not_bothered_with_it(asha, sit_down, worker):
    window = sit_down(asha)
    assert not window.message.isVisible()
    worker.finish()
