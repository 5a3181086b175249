"""The reading font on screen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.operations.typeface import reading_faces
from lsadesk.ui.looks import typeface
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.labels import label


def test_headings_stand_out_before_the_faces_come_and_are_semibold_after_even_a_cut_broken_off(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    faces = reading_faces()
    begun = tmp_path / "fonts"
    begun.mkdir()
    (begun / faces[0].name).write_bytes(faces[0].read_bytes())
    monkeypatch.setattr(typeface, "user_cache", lambda: tmp_path)
    look = Appearance(qapp, "light", 100)
    assert look.needs_faces
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(heading := label("Today", "heading"))
    look.dress(window)
    window.show()
    assert heading.fontInfo().bold()  # thickened: the one weight there is as yet is light
    look.take_faces(faces)
    assert QRawFont.fromFont(heading.font()).styleName() == "SemiBold"
    look.deleteLater()


def test_what_was_cut_before_serves_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    faces = reading_faces()
    (tmp_path / "fonts").mkdir()
    for face in faces:
        (tmp_path / "fonts" / face.name).write_bytes(b"")
    monkeypatch.setattr(typeface, "user_cache", lambda: tmp_path)
    assert [each.name for each in typeface.cut_faces()] == sorted(each.name for each in faces)
