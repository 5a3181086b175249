"""Qualifications against standards, and roles against responsibilities."""

from lsadesk.domain.careers.catalogue import ResponsibilityId, Share
from lsadesk.domain.careers.coverage import Covers, coverage, grid
from lsadesk.domain.careers.framework import RoleId
from lsadesk.store.careers.library import built_in

FRAMEWORK, CATALOGUE = built_in().framework, built_in().catalogue
LSA, SENIOR = RoleId("lsa"), RoleId("senior-lsa")
DEPLOY = ResponsibilityId("deploy")


def test_every_qualification_stands_against_a_b_and_c():
    table = coverage(FRAMEWORK, CATALOGUE)
    assert [one.id for one in table.standards] == ["A", "B", "C"]
    assert len(table.lines) == 33
    assert all(len(line.covers) == 3 for line in table.lines)


def test_what_the_source_does_not_say_is_not_said_and_never_a_no():
    lines = {line.qualification.id: line.covers for line in coverage(FRAMEWORK, CATALOGUE).lines}
    assert set(lines["pgce"]) == {Covers.NOT_SAID}
    assert lines["cls-disabled"] == (Covers.YES, Covers.YES, Covers.YES)
    assert lines["ls-l2"] == (Covers.YES, Covers.YES, Covers.NO)


def test_the_grid_opens_with_the_roles_that_usually_carry_something():
    found = grid(FRAMEWORK, CATALOGUE, {})
    assert SENIOR in [role.id for role in found.roles]
    assert RoleId("armed-forces") not in [role.id for role in found.roles]
    assert len(found.lines) == 37
    assert found.unled == ()


def test_what_the_college_says_counts_more_than_what_is_usual():
    place = [role.id for role in grid(FRAMEWORK, CATALOGUE, {}).roles].index(SENIOR)

    def share(own):
        lines = grid(FRAMEWORK, CATALOGUE, own).lines
        return next(line for line in lines if line.responsibility.id == DEPLOY).shares[place]

    assert share({}) is Share.CONTRIBUTES
    assert share({(SENIOR, DEPLOY): Share.LEADS}) is Share.LEADS
    assert share({(SENIOR, DEPLOY): Share.NONE}) is Share.NONE


def test_a_responsibility_that_nobody_leads_is_listed():
    own = {(RoleId("ls-coordinator"), DEPLOY): Share.NONE}
    assert [one.id for one in grid(FRAMEWORK, CATALOGUE, own).unled] == [DEPLOY]


def test_a_role_that_the_college_gave_a_share_joins_the_grid():
    added = RoleId("school-ta")
    own = {(added, DEPLOY): Share.CONTRIBUTES}
    assert added in [role.id for role in grid(FRAMEWORK, CATALOGUE, own).roles]


def test_the_grid_can_be_made_for_chosen_roles_in_their_order():
    found = grid(FRAMEWORK, CATALOGUE, {}, (SENIOR, LSA))
    assert [role.id for role in found.roles] == [SENIOR, LSA]
