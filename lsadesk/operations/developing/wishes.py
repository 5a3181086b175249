"""What people would like, as far as whoever asks may know it, for their development plans.

Roles that somebody wishes for stand in their career record; what they said of themselves shows
to others once it was opened for a meeting, and not before (A53). A draft shows to nobody.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from lsadesk.domain.developing.wishes import Wishes, wishes_from
from lsadesk.domain.rights import READ, Kind, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.appraisals import handed_in
from lsadesk.store.appraisals.assessment import Opened
from lsadesk.store.auditing import skills
from lsadesk.store.careers import career, layer
from lsadesk.store.work import Reading


def wishes_among(
    desk: Desk, reading: Reading, wanted: Collection[PersonId]
) -> Mapping[PersonId, Wishes]:
    """What each of *wanted* wishes; for whoever may read their development plans."""
    standing = accounts.standing_of(reading, desk.account)
    ids = frozenset(wanted)
    framework = layer.library_of(reading).framework
    noted = defaultdict(list)
    for who, kind, text in skills.all_interests(reading):
        if kind == "wish":
            noted[who].append(text)
    told = people_open_to(standing, READ, Kind.CAREER, ids)
    roles = {who: said for who, said in career.all_wishes(reading).items() if who in told}
    answered = _answered(reading, people_open_to(standing, READ, Kind.ASSESSMENT, ids), desk.person)

    def wishes(who: PersonId) -> Wishes:
        wished, stays = roles.get(who, ((), False))
        said = answered.get(who, Opened())
        return wishes_from(
            framework,
            noted=noted[who],
            roles=wished,
            stays=stays,
            answers=said.answers,
            words=said.words,
        )

    return {who: wishes(who) for who in ids}


def _answered(
    reading: Reading, told: Collection[PersonId], me: PersonId | None
) -> dict[PersonId, Opened]:
    found = handed_in.newest_of(reading, told, opened=True)
    if me is not None and me in told:
        found |= handed_in.newest_of(reading, [me])
    return found
