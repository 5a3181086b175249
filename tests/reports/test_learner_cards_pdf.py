from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject

from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.covering.learner_cards import (
    CardKind,
    CardLine,
    Companion,
    LearnerCard,
    LearnerCards,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.card_wishes import CardText, CardWishes
from lsadesk.operations.weeks.drawings import drawings
from lsadesk.reports.learner_cards_pdf import write_cards
from lsadesk.reports.symbols import symbol_for
from tests.photos import A_PHOTO

MEI, KAY, GWEN = (
    Companion(PersonId(number), name) for number, name in enumerate(("Mei", "Kay", "Gwenllian Ŵyn"))
)
WORDS_ALONE = CardWishes(photos=False, symbols=False)
DAY = [
    CardLine(
        span=TimeSpan(time(9, 15), time(10, 45)),
        title="Cookery",
        place="K2",
        people=(MEI,),
        new=(MEI,),
        instead_of=(KAY,),
    ),
    CardLine(
        span=TimeSpan(time(11), time(12)),
        title="Nofio / Swimming",
        place="Pwll",
        people=(MEI, GWEN),
    ),
    CardLine(span=TimeSpan(time(12), time(13)), title="Lunch", place="", teacher="J. Lyle"),
    CardLine(span=TimeSpan(time(13), time(14)), title="Art", place="", is_open=True),
    CardLine(span=TimeSpan(time(14), time(15)), title="Break", place=""),
]


def written(path: Path, **changed: object) -> PdfReader:
    wishes = changed.pop("wishes", CardWishes())
    lines = changed.pop("lines", DAY)
    card = LearnerCard(reference="RT11", on=date(2026, 11, 24), wishes=wishes, lines=lines)
    told = {"kind": CardKind.WITH_ME, "a_page": 1, "portraits": {MEI.person: A_PHOTO}}
    write_cards(LearnerCards(college="Harbour & Lane", cards=[card], **(told | changed)), path)
    return PdfReader(path)


def words(read: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in read.pages)


def alternatives(read: PdfReader) -> list[str]:
    """What stands for the pictures, in their order."""
    return list(_said_below(read.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def _said_below(node: PdfObject) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for each in node:
            yield from _said_below(each)
    elif isinstance(node, DictionaryObject):
        if "/Alt" in node:
            yield str(node["/Alt"])
        yield from _said_below(node.get("/K", NullObject()))


def pictures(read: PdfReader) -> int:
    return sum("/DCTDecode" in str(read.get_object(n)) for n in range(1, read.trailer["/Size"]))


def test_a_card_says_when_what_where_who_and_what_is_different(tmp_path):
    said = words(written(tmp_path / "card.pdf"))
    assert "Who is with me on Tuesday 24 November 2026. For RT11" in said
    assert "9.15-10.45 Cookery K2 Mei Not Kay this time." in said
    assert "Nofio / Swimming Pwll Mei GŴ Gwenllian Ŵyn" in said
    assert "Lunch My teacher J. Lyle" in said
    assert "Break I can ask any member of staff." in said
    assert "Art We do not know yet who is with me. Somebody will tell me." in said


def test_a_change_card_tells_the_change_alone_and_calms(tmp_path):
    said = words(written(tmp_path / "card.pdf", kind=CardKind.CHANGES))
    assert "A change on Tuesday" in said
    assert "Mei is with me this time. K Kay is not with me this time." in said
    assert "Everything else is as it was." in said
    assert "Lunch" not in said


def test_a_photo_is_there_once_and_is_told_to_whoever_hears_the_card(tmp_path):
    read = written(tmp_path / "card.pdf")
    assert pictures(read) == 1
    assert alternatives(read) == ["Photo of Mei", "Photo of Mei"]


def test_a_learner_who_wishes_words_alone_gets_no_photo_and_the_same_words(tmp_path):
    plain, drawn = written(tmp_path / "plain.pdf", wishes=WORDS_ALONE), written(tmp_path / "a.pdf")
    assert not alternatives(plain)
    assert not pictures(plain)
    assert sorted(set(words(drawn).split()) - set(words(plain).split())) == []


def test_larger_words_take_more_pages_and_are_never_made_smaller(tmp_path):
    pages = [
        len(written(tmp_path / "card.pdf", wishes=CardWishes(text=size), lines=DAY * 3).pages)
        for size in CardText
    ]
    assert pages == sorted(pages)
    assert pages[0] < pages[-1]
    cut = written(tmp_path / "four.pdf", wishes=CardWishes(text=CardText.LARGEST), a_page=4)
    assert "1 of" in words(cut)


def test_a_long_day_takes_more_of_a_page_before_it_is_cut_into_many_cards(tmp_path):
    long = written(tmp_path / "long.pdf", lines=DAY + DAY[:3], a_page=4)
    assert "of 3" not in words(long)
    assert words(long).count("Lunch") == 2


def test_the_same_cards_give_the_same_bytes(tmp_path):
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for path in (one, other):
        written(path, a_page=4)
    assert one.read_bytes() == other.read_bytes()


def test_a_session_gets_the_drawing_of_its_word_and_never_of_a_part_of_one():
    cookery = symbol_for("Cookery (level 1)")
    assert cookery is not None
    assert cookery == symbol_for("Baking") == symbol_for("Coginio")
    assert symbol_for("ART and design") not in (None, cookery)
    assert symbol_for("IT skills") == symbol_for("Computers")
    assert symbol_for("Start of term") is None
    assert symbol_for("Italian") is None
    assert symbol_for("Italian", drawings()[0]) not in (None, cookery)
    assert symbol_for("Baking", "no drawing of this name") == cookery
    assert all(symbol_for("", name) is not None for name in drawings())
