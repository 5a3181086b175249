"""The same PDF in a fraction of the room: what is no stream stands together and is compressed.

A tagged table has an object for each of its cells, which reportlab writes out one by one with
a line each in the table of offsets: a matrix of 500 people then takes 14 MB. Object streams and
a compressed table of offsets came with PDF 1.5. Source: ISO 32000-1, 7.5.7 and 7.5.8.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

_TOGETHER = 200  # objects in one stream: a reader unpacks all of them to see one
_FREE = bytes((0, 0, 0, 0, 0, 0xFF, 0xFF))  # what every table begins with
_WIDTHS = (1, 4, 2)  # bytes of a line: its kind, a place, a number
_PLAIN, _PACKED = 1, 2


def compacted(whole: bytes) -> bytes:
    """*whole*, as reportlab wrote it and unencrypted, with the same objects under the same
    numbers."""
    begins = int(whole[whole.rindex(b"startxref") + 9 :].split()[0])
    offsets = _offsets(whole, begins)
    written = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    lines = {0: _FREE}
    packed: list[tuple[int, bytes]] = []
    for number, said in _objects(whole, [*offsets, begins]):
        if said.endswith(b"endstream"):
            lines[number] = _line(_PLAIN, len(written), 0)
            written += b"%d 0 obj\n%s\nendobj\n" % (number, said)
        else:
            packed.append((number, said))
    last = len(offsets)
    for first in range(0, len(packed), _TOGETHER):
        last += 1
        part = packed[first : first + _TOGETHER]
        lines[last] = _line(_PLAIN, len(written), 0)
        lines.update((number, _line(_PACKED, last, at)) for at, (number, _) in enumerate(part))
        written += b"%d 0 obj\n%s\nendobj\n" % (last, _object_stream(part))
    place, last = len(written), last + 1
    lines[last] = _line(_PLAIN, place, 0)
    table = [lines[number] for number in range(last + 1)]
    written += b"%d 0 obj\n%s\nendobj\n" % (last, _table(table, _kept_of(whole[begins:])))
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % place)


def _offsets(whole: bytes, begins: int) -> list[int]:
    """Where the objects 1, 2... begin, by the table of offsets."""
    head, _, lines = whole[begins:].partition(b"\n")[2].partition(b"\n")
    number = int(head.split()[1])
    return [int(lines[20 * at : 20 * at + 10]) for at in range(1, number)]


def _objects(whole: bytes, places: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Each object's number and what it says; the last of *places* is where all of them end."""
    ordered = sorted(places)
    ends = dict(pairwise(ordered))
    for number, begins in enumerate(places[:-1], 1):
        said = whole[begins : ends[begins]].partition(b"obj")[2]
        yield number, said[: said.rindex(b"endobj")].strip(b"\r\n ")


def _object_stream(part: Sequence[tuple[int, bytes]]) -> bytes:
    bodies, index, at = [], [], 0
    for number, said in part:
        index.append(b"%d %d" % (number, at))
        bodies.append(said)
        at += len(said) + 1
    head = b" ".join(index) + b"\n"
    about = b"/Type/ObjStm/N %d/First %d" % (len(part), len(head))
    return _stream(about, head + b"\n".join(bodies))


def _table(lines: Sequence[bytes], kept: bytes) -> bytes:
    """The table of offsets, each line as what it differs by from the one before."""
    width = sum(_WIDTHS)
    before, rows = bytes(width), bytearray()
    for line in lines:
        rows.append(2)  # the PNG filter "up"
        rows += bytes((new - old) & 0xFF for new, old in zip(line, before, strict=True))
        before = line
    about = b"/Type/XRef/Size %d/W[%d %d %d]%s" % (len(lines), *_WIDTHS, kept)
    about += b"/DecodeParms<</Predictor 12/Columns %d>>" % width
    return _stream(about, bytes(rows))


def _kept_of(end: bytes) -> bytes:
    """What the trailer says of the document: its root, its facts and its mark."""
    found = [
        re.search(rb"/%s\s*(\d+ 0 R|\[[^\]]*\])" % key, end) for key in (b"Root", b"Info", b"ID")
    ]
    return b"".join(each[0] for each in found if each is not None)


def _stream(about: bytes, content: bytes) -> bytes:
    short = zlib.compress(content, 9)
    head = b"<<%s/Filter/FlateDecode/Length %d>>" % (about, len(short))
    return b"%s\nstream\n%s\nendstream" % (head, short)


def _line(kind: int, place: int, number: int) -> bytes:
    values = zip((kind, place, number), _WIDTHS, strict=True)
    return b"".join(value.to_bytes(width, "big") for value, width in values)
