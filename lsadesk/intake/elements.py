"""Elements out of a stream of XML that nobody vouches for, one at a time.

The parser is defusedxml's: it refuses every document type, and with it entities that
expand or that fetch a file. Only what is asked for is built, so that a million empty
rows cost time but no memory.
"""

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, SubElement  # values only; parsing is defusedxml's
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.expatreader import DefusedExpatParser

CHUNK = 65_536


def whole_elements(stream: IO[bytes], wanted: frozenset[str]) -> Iterator[Element]:
    """Each *wanted* element with all that is in it, by its name without a prefix."""
    handler = _Builder(wanted)
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(handler)
    while chunk := stream.read(CHUNK):
        parser.feed(chunk)
        yield from handler.ready
        handler.ready.clear()
    parser.close()
    yield from handler.ready


class _Builder(ContentHandler):
    """Builds elements inside the wanted ones and passes over the rest."""

    def __init__(self, wanted: frozenset[str]) -> None:
        super().__init__()
        self.ready: list[Element] = []
        self._wanted = wanted
        self._open: list[Element] = []
        self._text: list[str] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - SAX's name
        local = name.rsplit(":", 1)[-1]
        if self._open:
            if self._text:
                self._put_text()
            self._open.append(SubElement(self._open[-1], local, dict(attrs.items())))
        elif local in self._wanted:
            self._open.append(Element(local, dict(attrs.items())))

    def _put_text(self) -> None:
        """Put the text read so far where it stands: in the open element or behind its last."""
        element, text = self._open[-1], "".join(self._text)
        self._text.clear()
        if len(element):
            element[-1].tail = text
        else:
            element.text = text

    def characters(self, content: str) -> None:
        if self._open:
            self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - SAX's name
        if not self._open:
            return
        if self._text:
            self._put_text()
        element = self._open.pop()
        if not self._open:
            self.ready.append(element)
