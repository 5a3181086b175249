"""What is attached, as it is shown."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from lsadesk.domain.developing.attached import About, AttachedFile, FileId, Where
from lsadesk.domain.rights import AccountId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.ui.development.file_view import opened


def a_file(name: str) -> AttachedFile:
    """A file of which the content is at hand."""
    return AttachedFile(
        id=FileId(1),
        about=About(Where.PLAN, 1, PersonId(1)),
        name=name,
        size=1,
        mark="",
        what="",
        author=AccountId(1),
        signed="Pat Ellery",
        attached_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
    )


def png(width: int, height: int) -> bytes:
    """A picture of that many pixels."""
    picture, kept = QImage(width, height, QImage.Format.Format_RGB32), QBuffer()
    picture.fill(0)
    picture.save(kept, "PNG")
    return bytes(kept.data().data())


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [(40, 30, (40, 30)), (4800, 1200, (1600, 400)), (100, 4800, (50, 2400))],
)
def test_a_picture_is_made_no_larger_than_is_ever_looked_at(width, height, shown):
    found = opened(a_file("Tystysgrif.png"), png(width, height))
    assert (found.width(), found.height()) == shown


def test_what_is_no_picture_says_what_to_do_and_a_long_text_is_cut_with_a_word():
    with pytest.raises(UserError, match="Save a copy to open it"):
        opened(a_file("Tystysgrif.png"), b"no picture")
    found = opened(a_file("Notes.txt"), b"a" * 60_000)
    assert found.endswith("save a copy to read all of it.")
