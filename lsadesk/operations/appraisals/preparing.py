"""Preparing a year of appraisals: who is due, how often, and how raters lie from each other."""

from dataclasses import dataclass
from datetime import date

from lsadesk.domain.appraisals.appraisal import (
    EVERY_MONTHS,
    Appraisal,
    Due,
    DueState,
    Shift,
    due,
    shifts,
)
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, EXPORT, Kind, people_open_to
from lsadesk.domain.staff.people import Contract, Link, Person, PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts, settings
from lsadesk.store.appraisals import appraisal as kept
from lsadesk.store.appraisals import assessment
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

EVERY_MONTHS_SETTING = "appraisal every months"
MOST_MONTHS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationRow:
    """A line of the preparation list: a person, and how their appraisal stands.

    *appraisal* is the newest, None where there was never one; *appraiser* is who holds it
    or would ("": nobody is named yet). *self_waits*: they have handed in a self-assessment that
    no meeting has been opened on.
    """

    person: PersonId
    name: str
    sort_name: str
    title: str
    team: str
    contract: Contract
    has_account: bool
    self_waits: bool
    appraiser: str
    due: Due
    last_on: date | None
    appraisal: Appraisal | None

    def is_late_on(self, today: date) -> bool:
        """Whether the day on which it is due is over."""
        return self.due.on is not None and self.due.on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """Everybody at work whom the asker may appraise or manage, whatever their contract.

    *may_take_answers*: there is somebody among them whose self-assessment they may take away.

    Those who never had one come first, then by the day on which it is due.
    """

    today: date
    every_months: int
    rows: tuple[PreparationRow, ...]
    may_set_interval: bool
    may_take_answers: bool


def preparation(desk: Desk) -> Preparation:
    """Who is due, who never had one; empty for those who appraise and manage nobody."""
    with desk.store.read() as reading:
        rows = preparation_rows(desk, reading)
        standing = accounts.standing_of(reading, desk.account)
        among = frozenset(row.person for row in rows)
        return Preparation(
            today=desk.today,
            every_months=_every_months(reading),
            rows=tuple(sorted(rows, key=_order)),
            may_set_interval=standing.is_head,
            may_take_answers=bool(people_open_to(standing, EXPORT, Kind.ASSESSMENT, among)),
        )


def preparation_rows(desk: Desk, reading: Reading) -> list[PreparationRow]:
    """The same rows in no order, within a reading that is open already."""
    standing = accounts.standing_of(reading, desk.account)
    staff = {one.id: one for one in people.everybody(reading)}
    open_to = people_open_to(standing, CHANGE, Kind.APPRAISAL, frozenset(staff))
    asked = [staff[who] for who in open_to if staff[who].works_on(desk.today)]
    return _rows(reading, asked, staff) if asked else []


def set_interval(desk: Desk, months: int) -> Done[None]:
    """Say how often an appraisal is due.

    Raises:
        UserError: not from 1 to 60 months.
    """
    if not 1 <= months <= MOST_MONTHS:
        raise UserError(f"Choose from 1 to {MOST_MONTHS} months between two appraisals.")
    with desk.writing(Kind.APPRAISAL) as work:
        settings.set_setting(work, EVERY_MONTHS_SETTING, months)
        return desk.keep(
            work,
            None,
            "Changed how often an appraisal is due",
            Entry("set interval", Kind.APPRAISAL, detail=str(months)),
            Subject.APPRAISAL,
        )


def rater_shifts(desk: Desk) -> tuple[tuple[str, Shift], ...]:
    """How each appraiser's ratings lie from people's own, by name, for the head.

    Only where an appraiser has five people or more, and at least two appraisers have: else
    nothing is said. It is a start for a talk and does not say who is right.
    """
    with desk.reading(Kind.APPRAISAL) as reading:
        found = shifts(kept.apart_by_appraiser(reading))
        names = {one.id: one.name for one in people.everybody(reading)}
        return tuple(
            sorted(((names[each.appraiser], each) for each in found), key=lambda pair: pair[0])
        )


def _every_months(reading: Reading) -> int:
    return int(settings.setting(reading, EVERY_MONTHS_SETTING, EVERY_MONTHS))


def _rows(
    reading: Reading, asked: list[Person], staff: dict[PersonId, Person]
) -> list[PreparationRow]:
    ids, months = [one.id for one in asked], _every_months(reading)
    newest, last = kept.latest_among(reading, ids), kept.last_held(reading, ids)
    with_account = kept.people_with_accounts(reading, ids)
    waiting = assessment.waiting(reading, ids)
    links = people.all_links(reading)
    teams = {team.id: team.name for team in people.teams(reading)}
    rows = []
    for one in asked:
        current, held = newest.get(one.id), links.get(one.id, {})
        linked = held.get(Link.APPRAISER) or held.get(Link.LINE_MANAGER)
        who = linked if current is None or current.signed_at else current.appraiser
        rows.append(
            PreparationRow(
                person=one.id,
                name=one.name,
                sort_name=one.sort_name,
                title=one.title,
                team="" if one.team is None else teams[one.team],
                contract=one.contract,
                has_account=one.id in with_account,
                self_waits=one.id in waiting,
                appraiser="" if who is None else staff[who].name,
                due=due(current, last.get(one.id), reading.today, months),
                last_on=last.get(one.id),
                appraisal=current,
            )
        )
    return rows


def _order(row: PreparationRow) -> tuple[bool, date, str]:
    return row.due.state is not DueState.NEVER, row.due.on or date.min, row.sort_name
