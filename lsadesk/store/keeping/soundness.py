"""The invariants of the records, each a named rule with what to do where it does not hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Table, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from lsadesk.domain.auditing.skills import SPOKEN, View
from lsadesk.domain.keeping.soundness import Finding, circles
from lsadesk.domain.staff.people import Link
from lsadesk.store.rows import (
    AccountRow,
    AssignmentRow,
    CertificateRow,
    LinkRow,
    MembershipRow,
    PersonRow,
    PlanRow,
    RatingRow,
    Row,
    SessionRow,
    SpecialismRow,
    table_of,
)
from lsadesk.store.work import Reading

Names = Mapping[int, str]
Rule = Callable[[Reading, Names], Iterator[Finding]]

COMPARE = "Compare it with an earlier copy (File, Go back to an earlier copy) and set it right."
AT_MOST = 20  # of one rule; whoever has more has one cause to find, not hundreds

# Of a fact with a history, one version stands at a time for each of these.
ONE_AT_A_TIME: Mapping[type[Row], Sequence[str]] = {
    LinkRow: ("person_id", "duty"),
    RatingRow: ("person_id", "skill_id", "view"),
    SpecialismRow: ("person_id", "name", "kind"),
    MembershipRow: ("network_id", "person_id"),
}


def findings(reading: Reading) -> list[Finding]:
    """What does not fit together, broken records first."""
    found = reading.session.execute(select(PersonRow.id, PersonRow.forename, PersonRow.surname))
    names = {number: f"{forename} {surname}".strip() for number, forename, surname in found}
    every = [each for rule in RULES for each in rule(reading, names)]
    return sorted(every, key=lambda each: not each.is_broken)


def one_version_at_a_time(reading: Reading, names: Names) -> Iterator[Finding]:
    """No two versions of a fact stand at once."""
    for kind, keys in ONE_AT_A_TIME.items():
        table = table_of(kind)
        columns = [table.c[key] for key in keys]
        wanted = (
            select(*columns)
            .where(table.c["superseded_at"].is_(None))
            .group_by(*columns)
            .having(func.count() > 1)
        )
        for row in reading.session.execute(wanted.limit(AT_MOST)):
            who = _named(names, row._mapping["person_id"])
            yield Finding(f"{who} has the same {_fact(table)} twice at once.", COMPARE, True)


def versions_follow_each_other(reading: Reading, names: Names) -> Iterator[Finding]:
    """No fact ended before it was recorded."""
    for table in Row.metadata.sorted_tables:
        if "superseded_at" in table.c:
            turned = table.c["superseded_at"] < table.c["recorded_at"]
            wanted = select(func.count()).select_from(table).where(turned)
            number = reading.session.scalar(wanted)
            if number:
                what = f"{number} of the records “{_fact(table)}” ended before they were made."
                yield Finding(what, COMPARE, is_broken=True)


def ratings_are_of_the_scale(reading: Reading, names: Names) -> Iterator[Finding]:
    """Every rating is one of the scale's values, and somebody's view."""
    views = [view.value for view in View]
    wrong = or_(RatingRow.code.not_in(range(len(SPOKEN))), RatingRow.view.not_in(views))
    for person in _those(reading, RatingRow.person_id, wrong):
        what = f"{_named(names, person)} has a rating that is none of the scale's."
        yield Finding(what, COMPARE, True)


def duties_are_known(reading: Reading, names: Names) -> Iterator[Finding]:
    """Every duty is one of the three."""
    wrong = LinkRow.duty.not_in([link.value for link in Link])
    for person in _those(reading, LinkRow.person_id, wrong):
        yield Finding(
            f"A duty of nobody's kind is noted for {_named(names, person)}.", COMPARE, True
        )


def nobody_manages_in_a_circle(reading: Reading, names: Names) -> Iterator[Finding]:
    """Following line managers upwards comes to an end."""
    rows = reading.session.execute(
        select(LinkRow.person_id, LinkRow.holder_id).where(
            LinkRow.duty == Link.LINE_MANAGER.value, LinkRow.superseded_at.is_(None)
        )
    )
    for ring in circles({row.person_id: row.holder_id for row in rows}):
        who = ", ".join(_named(names, each) for each in ring)
        what = (
            f"{who} is their own line manager."
            if len(ring) == 1
            else f"The line managers of {who} go round in a circle."
        )
        yield Finding(what, "Choose another line manager for one of them (People).")


def days_are_in_order(reading: Reading, names: Names) -> Iterator[Finding]:
    """Nobody left before they started; no certificate ran out before it was achieved."""
    wrong = PersonRow.left_on < PersonRow.started
    for person in _those(reading, PersonRow.id, wrong):
        what = f"{_named(names, person)} left before they started."
        yield Finding(what, "Set the two days right on their record (People).")
    wrong = and_(
        CertificateRow.expires < CertificateRow.achieved, CertificateRow.superseded_at.is_(None)
    )
    for person in _those(reading, CertificateRow.person_id, wrong):
        what = f"A certificate of {_named(names, person)} ran out before it was achieved."
        yield Finding(what, "Set its days right (Audit, Training).")


def sessions_last(reading: Reading, names: Names) -> Iterator[Finding]:
    """Every session but an overnight one ends after it begins."""
    wrong = and_(SessionRow.end <= SessionRow.start, SessionRow.overnight.is_(False))
    for (title,) in reading.session.execute(select(SessionRow.title).where(wrong).limit(AT_MOST)):
        what = f"The session {title} ends before it begins."
        yield Finding(what, "Set its times right (Deployment, What the week is planned for).")


def plans_ahead_are_of_people_at_work(reading: Reading, names: Names) -> Iterator[Finding]:
    """No published plan that still runs counts on somebody who has left."""
    today = reading.today
    wanted = (
        select(AssignmentRow.person_id, func.count())
        .join(PlanRow, PlanRow.id == AssignmentRow.plan_id)
        .join(PersonRow, PersonRow.id == AssignmentRow.person_id)
        .where(
            PlanRow.published_at.is_not(None),
            or_(PlanRow.until_on.is_(None), PlanRow.until_on >= today),
            PersonRow.left_on < today,
        )
        .group_by(AssignmentRow.person_id)
    )
    for person, number in reading.session.execute(wanted.limit(AT_MOST)):
        places = "1 place" if number == 1 else f"{number} places"
        what = f"{_named(names, person)} has left and still has {places} in a published plan."
        yield Finding(what, "Give them to somebody else (Deployment).")


def accounts_are_somebodys(reading: Reading, names: Names) -> Iterator[Finding]:
    """Open accounts belong to people at work, or have a duty for the whole college."""
    rows = reading.session.execute(
        select(AccountRow, PersonRow.left_on)
        .outerjoin(PersonRow, PersonRow.id == AccountRow.person_id)
        .where(or_(AccountRow.ended_on.is_(None), AccountRow.ended_on > reading.today))
        .order_by(AccountRow.login)
    )
    for account, left_on in rows:
        if _is_before(left_on, reading.today):
            what = f"The account {account.login} is of somebody who has left."
            yield Finding(what, "End it (People, Accounts).")
        elif account.person_id is None and not (account.is_head or account.is_administrator):
            what = f"The account {account.login} is of nobody and opens nothing."
            yield Finding(what, "Say whose it is, or end it (People, Accounts).")


RULES: Sequence[Rule] = (
    one_version_at_a_time,
    versions_follow_each_other,
    ratings_are_of_the_scale,
    duties_are_known,
    nobody_manages_in_a_circle,
    days_are_in_order,
    sessions_last,
    plans_ahead_are_of_people_at_work,
    accounts_are_somebodys,
)


def _those(
    reading: Reading, column: InstrumentedAttribute[int], wrong: ColumnElement[bool]
) -> Sequence[int]:
    wanted = select(column).where(wrong).distinct().order_by(column).limit(AT_MOST)
    return reading.session.scalars(wanted).all()


def _named(names: Names, person: int) -> str:
    return names.get(person) or f"Person number {person}"


def _fact(table: Table) -> str:
    return table.name.replace("_", " ")


def _is_before(day: date | None, today: date) -> bool:
    return day is not None and day < today
