"""What people specialise in: several areas, each with its kind."""

import pytest

from lsadesk.domain.auditing.audit_asking import Filter, narrowed
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.errors import UserError
from lsadesk.operations.auditing import audit
from lsadesk.operations.staff import people, specialisms

BRAILLE = Area("Braille", SpecialismKind.NEED)
COOKERY = Area("Cookery", SpecialismKind.SUBJECT)


@pytest.fixture
def asha(desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


def test_a_person_has_several_specialisms_each_with_its_kind(desk, asha):
    for area in (COOKERY, BRAILLE):
        specialisms.add_specialism(desk, asha, area)
    assert people.directory(desk).specialisms == {asha: (BRAILLE, COOKERY)}


def test_one_name_has_one_kind_the_latest(desk, asha):
    specialisms.add_specialism(desk, asha, BRAILLE)
    again = Area(" braille ", SpecialismKind.SETTING)
    specialisms.add_specialism(desk, asha, again)
    assert people.directory(desk).specialisms[asha] == (Area("braille", SpecialismKind.SETTING),)


def test_what_is_taken_off_comes_back_with_undo(desk, asha):
    specialisms.add_specialism(desk, asha, BRAILLE)
    specialisms.remove_specialism(desk, asha, "Braille")
    assert asha not in people.directory(desk).specialisms
    desk.undo()
    assert people.directory(desk).specialisms[asha] == (BRAILLE,)


def test_a_specialism_without_a_name_is_asked_for(desk, asha):
    with pytest.raises(UserError, match="Write or choose"):
        specialisms.add_specialism(desk, asha, Area("  ", SpecialismKind.NEED))


def test_the_areas_of_the_framework_are_offered_with_their_kind(desk):
    kinds = {area.name: area.kind for area in specialisms.offered(desk)}
    assert kinds["Numeracy and maths"] is SpecialismKind.SUBJECT
    assert set(kinds.values()) == set(SpecialismKind)


@pytest.mark.parametrize("words", ["braille", "cookery"])
def test_the_audit_finds_a_person_by_each_of_their_specialisms(desk, asha, words):
    people.add_person(desk, PersonDetails(forename="Ben", surname="Cole"))
    for area in (COOKERY, BRAILLE):
        specialisms.add_specialism(desk, asha, area)
    found = narrowed(audit.matrix(desk), Filter(text=words))
    assert [person.id for person in found.people] == [asha]
