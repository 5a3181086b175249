from collections import Counter
from dataclasses import replace

import pytest
from pypdf import PdfReader

from lsadesk.domain.auditing.audit import AuditMatrix, AuditPerson
from lsadesk.domain.auditing.skills import Skill, SkillId
from lsadesk.domain.staff.people import PersonId
from lsadesk.reports.audit_pdf import write_heat_map


class StoppedError(Exception):
    pass


def pages_of(audit, path, *, large=False):
    write_heat_map(audit, path, lambda _fraction: None, large=large)
    return [page.extract_text().replace("\u00a0", " ") for page in PdfReader(path).pages]


def a_college(audit, people, skills):
    heads = [AuditPerson(id=PersonId(at), sort_name=f"Name {at}", team="A") for at in range(people)]
    columns = [Skill(SkillId(at), f"Skill {at}", "Care") for at in range(skills)]
    return replace(audit, matrix=AuditMatrix(heads, columns, bytes([3]) * people * skills))


def test_each_team_has_a_page_with_its_people_and_the_legend(audit, tmp_path):
    art, cookery = pages_of(audit, tmp_path / "a.pdf")
    assert art.startswith("Art")
    assert "\u0174yn, Ll\u0177r" in art
    assert "Kaur" not in art
    assert cookery.startswith("Cookery")
    for page in (art, cookery):
        assert "2 with guidance" in page
        assert "as at 24 Nov 2026" in page


def test_what_the_college_wants_heads_the_first_page_and_no_more(audit, tmp_path):
    aimed = replace(audit, want="Learners who need us less. " * 40, success="Seen in lessons")
    art, cookery = pages_of(aimed, tmp_path / "a.pdf")
    assert art.startswith("What we want: Learners who need us less.")
    assert "Success: Seen in lessons" in art
    assert "want" not in cookery
    full = replace(a_college(audit, 200, 3), want=aimed.want, success=aimed.success)
    assert all(
        page.startswith(("What we want", "A")) for page in pages_of(full, tmp_path / "b.pdf")
    )


def test_every_value_is_said_by_its_symbol_and_not_by_colour_alone(audit, tmp_path):
    art, cookery = pages_of(audit, tmp_path / "a.pdf")
    assert {"2", "ex", "\u2013"} <= set(art.split())
    assert {"3", "?", "0"} <= set(cookery.split())


def test_the_table_is_tagged_so_that_a_screen_reader_knows_its_headings(audit, tmp_path):
    pages_of(audit, tmp_path / "a.pdf")
    root = PdfReader(tmp_path / "a.pdf").trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    roles = Counter(roles_below(root["/StructTreeRoot"]["/K"]))
    assert roles["/Table"] == 2
    headings_a_page = 1 + 3 + 1 + 1  # "Name", the skills, the row of counts, the person
    assert roles["/TH"] == 2 * headings_a_page
    assert roles["/TD"] == 2 * (3 + 3)


def roles_below(element):
    """The role of every element of a document's structure."""
    for each in element if isinstance(element, list) else [element]:
        below = each.get_object()
        if isinstance(below, dict) and "/S" in below:
            yield below["/S"]
            yield from roles_below(below["/K"])


@pytest.mark.parametrize(("large", "fewest"), [(False, 4), (True, 2)])
def test_what_does_not_fit_goes_on_over_more_pages_and_nobody_is_lost(
    audit, tmp_path, large, fewest
):
    pages = pages_of(a_college(audit, 60, 50), tmp_path / "a.pdf", large=large)
    assert len(pages) >= fewest
    told = "\n".join(pages).splitlines()
    assert {f"Name {at}" for at in range(60)} <= set(told)
    assert "A, continued" in "\n".join(pages)


def test_an_audit_of_nobody_says_so(audit, tmp_path):
    (page,) = pages_of(replace(audit, matrix=AuditMatrix([], [], b"")), tmp_path / "a.pdf")
    assert "Nobody is in it" in page


def test_writing_that_is_stopped_leaves_what_was_there(audit, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"older")

    def stop(_fraction: float) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        write_heat_map(audit, path, stop, large=False)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
