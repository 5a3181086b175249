"""The process that decodes an untrusted photo; prints a small JPEG, or one sentence, as JSON.

Started as `python -m lsadesk.intake.picture_child PATH [ACROSS DOWN SIDE]` by `pictures`.
"""

import base64
import io
import json
import struct
import sys
import warnings
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from lsadesk.domain.staff.on_cards import LARGEST, Frame
from lsadesk.errors import UserError
from lsadesk.intake.apart import limit_memory

KEPT_SIDE = 400  # pixels: 6 cm on paper at the sharpness of a good print
SHOWN_SIDE = 900  # to choose a frame in
SMALLEST_SIDE = 120
MOST_PIXELS = 60_000_000
QUALITIES = (85, 70, 50, 30, 15)  # pure noise is small enough at the last
_WHITE = (255, 255, 255)
_DAMAGED = "This photo is damaged and cannot be opened. Save it again, or choose another one."
_TOO_MANY = (
    "This picture is far too large to be a photo of somebody. Save a smaller copy, of at most "
    f"{MOST_PIXELS // 1_000_000} million pixels."
)
_TOO_SMALL = (
    f"This picture is less than {SMALLEST_SIDE} pixels wide or high: nobody would know the person "
    "in print. Choose a larger one, or take in more of it."
)


def answer(path: Path, frame: Frame | None) -> dict[str, Any]:
    """What to print for *path*: the small picture, or the sentence that says why not."""
    try:
        return {"jpeg": base64.b64encode(_small(path, frame)).decode("ascii")}
    except UserError as refusal:
        return {"refused": str(refusal)}
    except (Image.DecompressionBombError, MemoryError):
        return {"refused": _TOO_MANY}
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, EOFError, struct.error):
        return {"refused": _DAMAGED}


def _small(path: Path, frame: Frame | None) -> bytes:
    """The picture, or what of it is in *frame*, as a JPEG with nothing but itself in it."""
    with Image.open(path, formats=("JPEG", "PNG")) as opened:
        width, height = opened.size
        if width * height > MOST_PIXELS:
            raise UserError(_TOO_MANY)
        opened.draft("RGB", (2 * SHOWN_SIDE, 2 * SHOWN_SIDE))  # of a JPEG, read no more
        upright = _on_white(ImageOps.exif_transpose(opened))
    if frame is not None:
        upright = upright.crop(frame.box(*upright.size))
    if min(upright.size) < SMALLEST_SIDE:
        raise UserError(_TOO_SMALL)
    side = SHOWN_SIDE if frame is None else KEPT_SIDE
    upright.thumbnail((side, side), Image.Resampling.LANCZOS)
    upright.info.clear()
    return next(
        small
        for small in (_as_jpeg(upright, quality) for quality in QUALITIES)
        if len(small) <= LARGEST
    )


def _as_jpeg(picture: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """*picture* without what shows through."""
    if picture.mode in ("RGB", "L", "CMYK"):
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    sheet = Image.new("RGB", clear.size, _WHITE)
    sheet.paste(clear, mask=clear.getchannel("A"))
    return sheet


def _main() -> None:
    limit_memory()
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # refused by its size above
    path, *typed = sys.argv[1:]
    frame = Frame(*map(float, typed)) if typed else None
    json.dump(answer(Path(path), frame), sys.stdout)


if __name__ == "__main__":
    _main()
