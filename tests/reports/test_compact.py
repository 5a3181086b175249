from io import BytesIO

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from lsadesk.reports.compact import compacted


def written(pages: int) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=1)
    for number in range(pages):
        canvas.drawString(72, 72, f"Page {number}, endobj and (obj) in words")
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Entry {number}", f"p{number}")
        canvas.showPage()
    canvas.setTitle("An audit")
    canvas.save()
    return file.getvalue()


def test_what_is_read_is_the_same_and_the_file_is_much_smaller():
    whole = written(300)
    short = compacted(whole)
    before, after = PdfReader(BytesIO(whole)), PdfReader(BytesIO(short), strict=True)
    assert len(short) < len(whole) / 2
    assert len(after.pages) == 300
    assert [each.extract_text() for each in after.pages[:3]] == [
        each.extract_text() for each in before.pages[:3]
    ]
    assert after.metadata is not None
    assert after.metadata.title == "An audit"
    assert [each["/Title"] for each in after.outline] == [f"Entry {at}" for at in range(300)]


def test_the_same_document_gives_the_same_bytes():
    assert compacted(written(3)) == compacted(written(3))
