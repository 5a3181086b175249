"""A photo as the program keeps it: small, green, and of nobody."""

import io

from PIL import Image

from lsadesk.domain.staff.on_cards import Portrait


def a_photo(side: int = 400) -> Portrait:
    written = io.BytesIO()
    Image.new("RGB", (side, side), (90, 160, 90)).save(written, "JPEG")
    return Portrait(written.getvalue())


A_PHOTO = a_photo()
