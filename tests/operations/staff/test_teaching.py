"""Whoever is on a teaching contract is no LSA: left out of what counts LSAs, and said so."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from lsadesk.domain.auditing.audit import Columns
from lsadesk.domain.calendar import Week
from lsadesk.domain.staff.people import Person
from lsadesk.operations import home
from lsadesk.operations.auditing import audit, audit_export
from lsadesk.operations.careers import workforce
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people


@pytest.fixture
def ben_teaches(desk: Desk, small_timetable: Callable[[Desk], None]) -> Person:
    """Ben of Asha and Ben, who has been given a teaching contract."""
    small_timetable(desk)
    ben = next(each for each in people.directory(desk).people if each.forename == "Ben")
    people.change_person(desk, ben.id, ben.version, replace(ben, teaches=True))
    return ben


def test_the_home_page_counts_them_apart(desk: Desk, ben_teaches: Person) -> None:
    team = home.today(desk).team
    assert team is not None
    assert (team.people, team.teaching) == (1, 1)


def test_the_skills_audit_leaves_them_out_and_says_how_many(
    desk: Desk, ben_teaches: Person
) -> None:
    matrix = audit.matrix(desk)
    assert [each.sort_name for each in matrix.people] == ["Kaur, Asha"]
    assert matrix.teaching == 1


def test_the_audit_workbook_says_why_they_are_left_out(
    desk: Desk, ben_teaches: Person, tmp_path: Path
) -> None:
    audit_export.export_audit(desk, tmp_path / "audit.xlsx")
    book = openpyxl.load_workbook(tmp_path / "audit.xlsx")
    cover = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert "1 on a teaching contract, so not counted as LSAs" in cover


def test_their_certificates_stay_in_view(desk: Desk, ben_teaches: Person) -> None:
    shown = audit.matrix(desk, columns=Columns.CERTIFICATES)
    assert ben_teaches.id in [each.id for each in shown.people]
    assert shown.teaching == 0


def test_they_are_not_planned(desk: Desk, ben_teaches: Person) -> None:
    team = deployment.gather(desk, week=Week.A).problem.lsas
    assert [each.name for each in team] == ["Asha Kaur"]


def test_the_career_map_counts_them_in_no_role(desk: Desk, ben_teaches: Person) -> None:
    assert ben_teaches.id not in [each.person for each in workforce.college_map(desk).colleagues]


def test_the_contract_ended_they_count_again(desk: Desk, ben_teaches: Person) -> None:
    desk.undo()
    team = home.today(desk).team
    assert team is not None
    assert (team.people, team.teaching) == (2, 0)
    assert audit.matrix(desk).teaching == 0
