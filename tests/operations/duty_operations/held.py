"""Everything that is held on a person."""

from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.operations.keeping import held
from tests.operations.duty_operations.kinds import About

OPERATIONS = {
    "held.held_on": About(EXPORT, Kind.HELD, lambda d, w, p: held.held_on(d, p)),
}
