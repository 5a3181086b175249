"""Reads a photo that somebody brings, or says in a sentence why not.

Only in a process of its own is it decoded, and only after its size is known in bytes and in
pixels. What comes out is drawn anew: where it was taken, when and with what stays behind.
"""

import base64
from pathlib import Path

from lsadesk.domain.staff.on_cards import Frame, Portrait
from lsadesk.errors import UserError
from lsadesk.intake.apart import answer_of

MOST_BYTES = 25_000_000
_SIGNS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_OTHERS = {b"heic": "a HEIC photo", b"heix": "a HEIC photo", b"mif1": "a HEIC photo"}


def read_picture(path: Path, frame: Frame | None = None) -> Portrait:
    """*path* as a small picture: what is in *frame*, or all of it to choose a frame from.

    Raises:
        UserError: it is no JPEG or PNG of a reasonable size.
    """
    _refuse_by_sight(path)
    asked = [] if frame is None else [str(frame.across), str(frame.down), str(frame.side)]
    answer = answer_of(
        "lsadesk.intake.picture_child",
        [str(path.resolve()), *asked],
        too_long=f"{path.name} takes too long to open. Choose another photo.",
        too_much=f"{path.name} needs far more memory than a photo should. Choose another one.",
    )
    return Portrait(base64.b64decode(answer["jpeg"]))


def _refuse_by_sight(path: Path) -> None:
    """Raise UserError for what is plainly no photo; looks at the size and the first bytes only."""
    if path.is_dir():
        raise UserError(f"{path.name} is a folder; choose the photo inside it.")
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(16)
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be opened. Check that it is still there and that you may read it."
        ) from error
    if not start:
        raise UserError(f"{path.name} is empty.")
    kind = _OTHERS.get(start[8:12]) if start[4:8] == b"ftyp" else None
    if kind is not None:
        raise UserError(
            f"{path.name} is {kind}, as some phones take them. Send it to yourself as JPEG, or "
            "save a copy as JPEG, and choose that."
        )
    if not start.startswith(_SIGNS):
        raise UserError(f"{path.name} is not a photo in JPEG or PNG. Save a copy as JPEG.")
    if size > MOST_BYTES:
        raise UserError(
            f"{path.name} is {size // 1_000_000} MB. A photo of up to "
            f"{MOST_BYTES // 1_000_000} MB can be taken: save a smaller copy."
        )
