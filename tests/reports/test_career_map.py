"""The map on paper: the same map always looks the same, whatever its roles are called."""

from dataclasses import replace
from datetime import date

import pytest
from defusedxml import ElementTree
from pypdf import PdfReader

from lsadesk.domain.careers.career_sheet import MapSheet, Paper, PathwaySheet
from lsadesk.domain.careers.pathways import pathways
from lsadesk.reports.career_map import map_svg, write_map
from lsadesk.reports.drawing import lines_of
from lsadesk.reports.fonts import register
from lsadesk.reports.pathway_pdf import rough, write_pathway
from lsadesk.store.careers.library import built_in

LIBRARY = built_in()
SHEET = MapSheet(
    college="Harbour & Lane <College>",
    day=date(2026, 11, 22),
    framework=LIBRARY.framework,
    here="lsa",
    wishes=("teacher",),
    way=("lsa", "cover-lsa", "lsa", "teacher"),
)


@pytest.fixture
def pathway():
    framework = LIBRARY.framework
    return PathwaySheet(
        college="Harbour",
        name="Ll\u0177r \u0174yn",
        day=date(2026, 11, 22),
        start=framework.roles["lsa"],
        goal=framework.roles["teacher"],
        pathways=pathways(framework, LIBRARY.catalogue, "lsa", "teacher", {}),
        statements=framework.statements,
    )


@pytest.mark.parametrize("paper", list(Paper))
def test_the_same_map_gives_the_same_bytes(tmp_path, paper):
    write_map(SHEET, tmp_path / "a.pdf", paper)
    write_map(SHEET, tmp_path / "b.pdf", paper)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_picture_is_on_one_page_and_the_same_follows_as_a_list(tmp_path, words_of):
    write_map(SHEET, tmp_path / "map.pdf")
    first, *others = PdfReader(tmp_path / "map.pdf").pages
    assert "Leads a part" in first.extract_text()
    assert "The same as a list" in others[0].extract_text()
    words = words_of(tmp_path / "map.pdf")
    assert "LSA, you are here" in words
    assert "Teacher or tutor, your wish" in words


def test_the_drawing_is_sound_whatever_the_college_is_called():
    root = ElementTree.fromstring(map_svg(SHEET))
    title, words = root[0], root[1]
    assert title.text == "Career map, Harbour & Lane <College>"
    assert "Teacher or tutor" in words.text


def test_a_role_that_came_twice_has_both_numbers():
    assert ">1, 3<" in map_svg(SHEET)


def test_a_map_without_a_person_marks_nothing():
    plain = map_svg(replace(SHEET, here=None, wishes=(), way=()))
    assert ">Wish<" not in plain
    assert ">1<" not in plain


def test_words_are_broken_at_spaces_and_never_inside():
    register()
    assert lines_of("Behaviour for learning LSA", 11, 80) == ["Behaviour for", "learning LSA"]
    assert lines_of("Unbreakablelongword", 11, 10) == ["Unbreakablelongword"]


def test_every_way_is_on_paper_and_staying_is_the_last(pathway, tmp_path, words_of):
    write_pathway(pathway, tmp_path / "way.pdf")
    words = words_of(tmp_path / "way.pdf")
    assert "Ll\u0177r \u0174yn" in words
    assert f"{len(pathway.pathways)}. Stay, and go deeper" in words
    assert "Usual, never required" in words
    assert "not a promise" in words


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ((0, 0), "How long it takes cannot be said."),
        ((6, 6), "Roughly 6 months"),
        ((6, 18), "Roughly 6 to 18 months"),
    ],
)
def test_times_are_said_roughly(months, said):
    assert rough(months) == said


def test_the_picture_for_dots_is_lettered_in_one_font_alone():
    """The program's own drawing takes a list of fonts for the name of one."""
    drawn = map_svg(SHEET, families="Source Sans 3")
    assert 'font-family="Source Sans 3"' in drawn


@pytest.mark.parametrize("paper", list(Paper))
def test_the_picture_keeps_its_page_whatever_the_college_is_called(tmp_path, paper):
    long = replace(SHEET, college="Coleg Cymunedol Llanfairpwllgwyngyll a'r Cylch " * 4)
    write_map(long, tmp_path / "map.pdf", paper)
    first, second, *_ = PdfReader(tmp_path / "map.pdf").pages
    assert "Leads a part" in first.extract_text()
    assert "The same as a list" in second.extract_text()


def test_a_long_name_of_a_role_stays_within_its_box_and_whole_in_the_list(tmp_path, words_of):
    name = "Uwch Gynorthwyydd Cymorth Dysgu a Sgiliau Bywyd Annibynnol"
    roles = dict(SHEET.framework.roles)
    roles["lsa"] = replace(roles["lsa"], name=name)
    sheet = replace(SHEET, framework=replace(SHEET.framework, roles=roles))
    write_map(sheet, tmp_path / "map.pdf")
    first = PdfReader(tmp_path / "map.pdf").pages[0].extract_text()
    assert "Uwch" in first
    assert "Annibynnol" not in first
    assert name in words_of(tmp_path / "map.pdf")
