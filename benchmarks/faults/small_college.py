"""A small college with one of everything that is written to: what the kills and the day need."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from lsadesk.domain.calendar import WORKING_WEEK, TimeSpan, Week, Weekday
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.operations.appraisals import appraisal
from lsadesk.operations.covering import absences
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.backups import container, shelves
from lsadesk.store.layout import BACKUPS
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import timetable

QUICK = Effort(passes=1, memory=8192)
SECRET = "harbour-777"
DAY = date(2026, 11, 24)
OWNER, APPRAISER, LSA = "head", "pat", "asha"


@dataclass(frozen=True, slots=True)
class Small:
    """A closed college: who the LSA is, and the Monday on which she is away."""

    folder: Path
    lsa: PersonId
    monday: date

    def sit_down(self, login: str = OWNER, secret: str = SECRET) -> Desk:
        """Somebody's desk, signed in anew."""
        return college.unlock(self.folder, login, secret)


def newest_good(folder: Path) -> Path | None:
    """The newest copy in the college's own folder that can be unpacked whole."""
    for path in sorted((folder / BACKUPS).glob(f"*{shelves.ENDING}"), reverse=True):
        with suppress(container.BadBackup, OSError), tempfile.TemporaryDirectory() as room:
            container.unpack(path, Path(room))
            return path
    return None


def make(folder: Path) -> Small:
    """The head, Pat who appraises, Asha who is an LSA; one session, its plan, an absence."""
    made = college.new_college(
        folder, college="Small college", owner=OWNER, secret=SECRET, effort=QUICK
    )
    desk = made.desk
    asha, pat = (_person(desk, forename) for forename in ("Asha", "Pat"))
    people.set_link(desk, asha, Link.APPRAISER, pat)
    accounts.add_account(desk, LSA, SECRET, person=asha, is_own=True)
    accounts.add_account(desk, APPRAISER, SECRET, person=pat, is_own=True)
    appraisal.begin(desk, asha, cycle=desk.today, appraiser=pat)
    _add_session(desk)
    week = deployment.make_plan(desk, seconds=0.2, week=Week.A)
    monday = week.ahead.problem.date_of(Weekday.MONDAY)
    number = plans.plans(desk)[0].id
    plans.publish(desk, number, starts=monday, ends=monday + timedelta(weeks=30))
    absences.mark_away(desk, [Away(first=monday, last=monday, person=asha)])
    desk.close()
    return Small(folder, asha, monday)


def _person(desk: Desk, forename: str) -> PersonId:
    details = PersonDetails(
        forename=forename, surname="Kaur", weekly_minutes=1500, days=WORKING_WEEK
    )
    return people.add_person(desk, details).result


def _add_session(desk: Desk) -> None:
    with desk.writing(Kind.TIMETABLE) as work:
        session = SessionDetails(
            day=Weekday.MONDAY,
            span=TimeSpan(time(9, 15), time(10, 45)),
            group="Blue",
            title="Cookery",
            lsas_needed=2,
            lsas_wanted=2,
        )
        timetable.add(work, session)
        desk.keep(work, None, "Filled", Entry("filled", Kind.TIMETABLE), undo=False)
