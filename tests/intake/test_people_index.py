"""The few people whom a name is compared with: nobody whom it could mean is ever missing."""

from hypothesis import given
from hypothesis import strategies as st

from lsadesk.domain.incoming import PersonRef
from lsadesk.intake.matching import Directory, fit_of
from lsadesk.intake.people_index import PeopleIndex

FORENAMES = ("Asha", "Tom", "Thomas", "Mary-Jane", "Jo", "Siân", "Lee")
SURNAMES = ("Kaur", "O'Neill", "ap Gwilym", "van der Berg", "Kaur-Singh", "Lee")
WAYS = ("{f} {s}", "{s}, {f}", "{s} {f}", "{f[0]} {s}", "{f} {s[0]}", "{f}", "{s}", "{s}{f}")
people = st.builds(
    PersonRef,
    forename=st.sampled_from(FORENAMES),
    surname=st.sampled_from(SURNAMES),
    payroll=st.sampled_from(("", "1", "2")),
)


@given(
    st.lists(people, max_size=6),
    st.sampled_from(FORENAMES),
    st.sampled_from(SURNAMES),
    st.sampled_from(WAYS),
)
def test_whoever_a_name_fits_is_near_it(everybody, forename, surname, way):
    said = way.format(f=forename, s=surname)
    fitting = [person for person in everybody if fit_of(said, person)]
    assert [p for p in PeopleIndex(everybody).near(said) if fit_of(said, p)] == fitting


def test_somebody_is_new_by_number_or_where_there_is_none_by_name():
    asha = PersonRef(forename="Asha", surname="Kaur", payroll="1")
    namesake = PersonRef(forename="Asha", surname="Kaur", payroll="2")
    unnumbered = PersonRef(forename="Asha", surname="Kaur")
    known = Directory((asha,))
    assert known.with_new([namesake]).people == (asha, namesake)
    assert known.with_new([unnumbered, asha]) == known
