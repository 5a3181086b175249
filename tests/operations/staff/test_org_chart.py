"""The organisation chart as it is printed."""

import pytest
from pypdf import PdfReader

from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.staff import people, structure


def test_the_chart_names_everybody_once_with_title_and_team_and_nothing_more(desk, tmp_path):
    team = structure.add_team(desk, "Cookery").result
    head = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery", title="Manager"))
    for at in range(60):
        details = PersonDetails(
            forename="Siân", surname=f"Ŵyn-{at:02}", title="LSA", team=team, payroll="AV1006"
        )
        who = people.add_person(desk, details).result
        if at < 50:
            people.set_link(desk, who, Link.LINE_MANAGER, head.result)
    structure.export_org_chart(desk, tmp_path / "chart.pdf")
    pages = PdfReader(tmp_path / "chart.pdf").pages
    words = "\n".join(page.extract_text() for page in pages)
    assert [words.count(f"Ŵyn-{at:02}") for at in range(60)] == [1] * 60
    assert words.index("Pat Ellery") < words.index("Cookery (50)")
    assert words.index("Line manager not known yet") < words.index("Cookery (10)")
    assert "AV1006" not in words


def test_a_college_without_staff_is_told_so(desk, tmp_path):
    with pytest.raises(UserError, match="Nobody is in the staff list"):
        structure.export_org_chart(desk, tmp_path / "chart.pdf")
