"""What is taken away of the map is on the trail, and shows no more than the person sees."""

import pytest
from sqlalchemy import select

from lsadesk.domain.careers.catalogue import ResponsibilityId, Share
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.careers import career, layer, taking_map
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.rows import TrailRow

SECRET = "a long enough secret"


@pytest.fixture
def sign_in(desk):
    """Gives the desk of somebody with a job title."""
    opened = []

    def signed_in(login, title):
        details = PersonDetails(forename=login.title(), surname="Kaur", title=title)
        person = people.add_person(desk, details).result
        accounts.add_account(desk, login, SECRET, person=person, is_own=True)
        opened.append(college.unlock(desk.folder, login, SECRET))
        return opened[-1]

    yield signed_in
    for one in opened:
        one.close()


def trail(desk):
    with desk.store.read() as reading:
        return list(reading.session.scalars(select(TrailRow.action).order_by(TrailRow.seq)))


def test_taking_the_map_is_on_the_trail(sign_in, tmp_path):
    asha = sign_in("asha", "LSA")
    taking_map.export_map(asha, tmp_path / "map.pdf")
    taking_map.export_pathway(asha, tmp_path / "way.pdf", RoleId("teacher"))
    assert trail(asha)[-2:] == ["exported career map", "exported pathway"]


def test_a_map_that_could_not_be_written_is_not_on_the_trail(sign_in, tmp_path):
    asha = sign_in("asha", "LSA")
    with pytest.raises(UserError):
        taking_map.export_map(asha, tmp_path / "nowhere" / "map.pdf")
    assert "exported career map" not in trail(asha)


def test_the_map_marks_the_wishes_of_whoever_takes_it_and_nobody_elses(sign_in):
    asha, ben = sign_in("asha", "LSA"), sign_in("ben", "LSA")
    career.wish_for(asha, RoleId("teacher"), wished=True)
    assert ">Wish<" in taking_map.map_picture(asha)
    assert ">Wish<" not in taking_map.map_picture(ben)


def test_a_way_from_nowhere_is_refused_with_what_to_do(sign_in, tmp_path):
    unknown = sign_in("cora", "Gardener")
    with pytest.raises(UserError, match="Choose a role"):
        taking_map.export_pathway(unknown, tmp_path / "way.pdf", RoleId("teacher"))


def test_a_role_sheet_has_the_responsibilities_as_the_college_says(desk, tmp_path, monkeypatch):
    sheets = []
    monkeypatch.setattr(
        "lsadesk.reports.role_pdf.write_role", lambda sheet, _: sheets.append(sheet)
    )
    role, deploy = RoleId("senior-lsa"), ResponsibilityId("deploy")
    for share in (Share.LEADS, Share.NONE):
        layer.set_share(desk, role, deploy, share)
        taking_map.export_role(desk, tmp_path / "role.pdf", role)
    led, left = ({one.id: share for _, each in s.shares for one, share in each} for s in sheets)
    assert led[deploy] is Share.LEADS
    assert deploy not in left


def test_the_sheet_of_a_role_that_is_gone_is_refused(desk, tmp_path):
    with pytest.raises(UserError, match="no longer on the map"):
        taking_map.export_role(desk, tmp_path / "role.pdf", RoleId("gone"))
