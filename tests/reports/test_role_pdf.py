"""A role on paper says what it does here, what it asks, and that nothing is required."""

from datetime import date

from lsadesk.domain.careers.career_sheet import RoleSheet
from lsadesk.domain.careers.catalogue import Share
from lsadesk.reports.role_pdf import write_role
from lsadesk.store.careers.library import built_in

FRAMEWORK, CATALOGUE = built_in().framework, built_in().catalogue


def a_sheet(*shares):
    role = FRAMEWORK.roles["senior-lsa"]
    area = next(iter(CATALOGUE.areas.values()))
    return RoleSheet(
        college="Coleg Llŷr",
        day=date(2026, 11, 22),
        role=role,
        family="Learning support",
        level=next(one for one in FRAMEWORK.levels if one.number == role.level),
        standards=(),
        shares=((area, shares),) if shares else (),
        ways_on=tuple((one, FRAMEWORK.roles[one.destination]) for one in FRAMEWORK.routes[:2]),
        statements=FRAMEWORK.statements,
    )


def test_a_role_sheet_names_what_the_role_leads_with_its_parts_and_where_it_goes(
    tmp_path, words_of
):
    with_parts = next(one for one in CATALOGUE.responsibilities.values() if one.parts)
    sheet = a_sheet((with_parts, Share.LEADS))
    write_role(sheet, tmp_path / "role.pdf")
    words = words_of(tmp_path / "role.pdf")
    for said in (with_parts.text, *with_parts.parts, sheet.ways_on[0][1].name, "Coleg Llŷr"):
        assert said in words
    assert "not mandatory" in words


def test_a_level_on_a_role_sheet_stands_with_its_words(tmp_path, words_of):
    write_role(a_sheet(), tmp_path / "role.pdf")
    statement, level = next(iter(FRAMEWORK.roles["senior-lsa"].asks.items()))
    asked = FRAMEWORK.statements[statement].levels[level]
    assert f"{level}: {asked}" in words_of(tmp_path / "role.pdf")


def test_a_role_without_responsibilities_says_where_they_are_set(tmp_path, words_of):
    write_role(a_sheet(), tmp_path / "role.pdf")
    assert "Library, Responsibilities sets them" in words_of(tmp_path / "role.pdf")


def test_the_same_role_gives_the_same_bytes(tmp_path):
    for name in ("a.pdf", "b.pdf"):
        write_role(a_sheet(), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
