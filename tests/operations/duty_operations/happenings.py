"""What happened, for the person about themselves and for the administrator about all."""

from lsadesk.domain.rights import READ, Kind
from lsadesk.operations.keeping import happenings
from tests.operations.duty_operations.kinds import Own, Whole

OPERATIONS = {
    "happenings.who_saw_me": Own(lambda d, w, p: happenings.who_saw_me(d)),
    "happenings.happenings": Whole(READ, Kind.TRAIL, lambda d, w, p: happenings.happenings(d)),
}
