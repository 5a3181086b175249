"""What a college in Wales keeps and reports of its staff beside the rest: Welsh, registration.

Source: requirements D, Wales (language, registration); B.4-23.
"""

from pathlib import Path

from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import settings
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

_KEY = "in Wales"


def is_in_wales(reading: Reading) -> bool:
    """Whether the college says that it is; only then is anybody asked for it."""
    return settings.setting(reading, _KEY, default=False) is True


def set_in_wales(desk: Desk, on: bool) -> Done[None]:
    """Say that the college is in Wales, or that it is not: what was noted stays on record."""
    with desk.writing(Kind.PERSON) as work:
        settings.set_setting(work, _KEY, on)
        said = "The college is in Wales" if on else "The college is not in Wales"
        return desk.keep(work, None, said, Entry("changed", Kind.PERSON), Subject.PEOPLE)


def export_welsh(desk: Desk, path: Path) -> Done[int]:
    """Write how many have how much Welsh, and who, with their registration; how many people.

    Raises:
        UserError: nobody works here yet, or the file cannot be written.
    """
    from lsadesk.reports.welsh_workbook import write_welsh  # openpyxl is slow to import

    with desk.reading(Kind.PERSON, access=EXPORT) as reading:
        here = [each for each in people.everybody(reading) if each.is_here_on(desk.today)]
        teams = {team.id: team.name for team in people.teams(reading)}
    if not here:
        raise UserError("Nobody is in the staff list yet. Add people first.")
    write_welsh(here, teams, desk.college, desk.today, path)
    desk.note(Entry("exported Welsh skills and registrations", Kind.PERSON))
    return Done(len(here), NOTHING)
