import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from lsadesk.domain.staff.on_cards import LARGEST, Frame
from lsadesk.errors import UserError
from lsadesk.intake import pictures
from lsadesk.intake.picture_child import SHOWN_SIDE
from lsadesk.intake.pictures import read_picture

RED, BLUE = (200, 30, 30), (30, 30, 200)


def drawn(width: int = 600, height: int = 800) -> Image.Image:
    """Red above, blue below."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (0, height // 2, width, height))
    return picture


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        read_picture(path, Frame())
    return str(refused.value)


def test_a_photo_comes_out_small_square_upright_and_without_where_it_was_taken(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 3  # the camera was held upside down
    exif[0x010F] = "Somebody's telephone"
    exif.get_ifd(0x8825)[1] = "N"  # where on earth
    drawn().save(tmp_path / "pat.jpg", exif=exif, comment=b"at home")
    jpeg = read_picture(tmp_path / "pat.jpg", Frame(0.5, 0.0, 1.0)).jpeg
    with Image.open(io.BytesIO(jpeg)) as kept:
        assert kept.size == (400, 400)
        red, _, blue = kept.getpixel((200, 20))
        assert blue > red
        assert not kept.getexif()
    assert b"telephone" not in jpeg
    assert b"at home" not in jpeg


def test_to_choose_a_frame_the_whole_picture_is_shown_and_what_is_clear_is_white(tmp_path):
    Image.new("RGBA", (300, 600), (0, 0, 0, 0)).save(tmp_path / "clear.PNG")
    with Image.open(io.BytesIO(read_picture(tmp_path / "clear.PNG").jpeg)) as shown:
        assert shown.size == (300, 600)
        assert shown.getpixel((5, 5)) == (255, 255, 255)


def chunk(kind: bytes, content: bytes) -> bytes:
    mark = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", mark)


def bomb(side: int) -> bytes:
    """A small PNG that says it is *side* pixels wide and high."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def test_a_photo_full_of_detail_is_made_small_enough_too(tmp_path):
    noise = random.Random(1).randbytes(3 * SHOWN_SIDE**2)
    Image.frombytes("RGB", (SHOWN_SIDE, SHOWN_SIDE), noise).save(tmp_path / "gravel.png")
    assert len(read_picture(tmp_path / "gravel.png").jpeg) <= LARGEST
    assert len(read_picture(tmp_path / "gravel.png", Frame()).jpeg) <= LARGEST


@pytest.mark.parametrize("side", [8_000, 60_000])
def test_a_decompression_bomb_is_refused_before_it_goes_off(tmp_path, side):
    (tmp_path / "bomb.png").write_bytes(bomb(side))
    assert "far too large to be a photo" in refusal(tmp_path / "bomb.png")


def test_what_is_no_photo_is_refused_with_a_sentence(tmp_path, monkeypatch):
    whole = io.BytesIO()
    drawn().save(whole, "JPEG")
    drawn(90, 400).save(tmp_path / "narrow.png")
    for name, content, said in (
        ("cut.jpg", whole.getvalue()[:900], "is damaged"),
        ("words.jpg", b"hello, this is a letter", "is not a photo in JPEG or PNG"),
        ("phone.heic", b"\0\0\0\x18ftypheic", "is a HEIC photo"),
        ("empty.png", b"", "is empty"),
        ("text.png", b"\x89PNG\r\n\x1a\n" + b"rubbish" * 9, "is damaged"),
    ):
        (tmp_path / name).write_bytes(content)
        assert said in refusal(tmp_path / name)
    assert "nobody would know the person" in refusal(tmp_path / "narrow.png")
    assert "is a folder" in refusal(tmp_path)
    assert "cannot be opened" in refusal(tmp_path / "gone.jpg")
    monkeypatch.setattr(pictures, "MOST_BYTES", 80)
    assert "MB" in refusal(tmp_path / "narrow.png")
