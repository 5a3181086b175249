"""An LSA and her manager in a real college."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.fixture
def asha(desk: Desk) -> Iterator[Desk]:
    """The desk of Asha, whose line manager is Pat."""
    who = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    people.set_link(desk, who, Link.LINE_MANAGER, pat)
    accounts.add_account(desk, "Asha Kaur", SECRET, person=who, is_own=True)
    hers = college.unlock(desk.folder, "Asha Kaur", SECRET, clock=lambda: NOW)
    yield hers
    hers.close()
