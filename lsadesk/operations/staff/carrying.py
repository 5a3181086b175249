"""Who carries which responsibility: kept by whoever keeps the staff records."""

from datetime import date
from pathlib import Path

from lsadesk.domain.careers.catalogue import Responsibility, ResponsibilityId
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.carrying import Carried, CarriedLine, Carrier, with_many
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store.careers import layer
from lsadesk.store.staff import carrying as kept
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work


def carried(desk: Desk) -> Carried:
    """Who carries what, for whoever keeps the staff records; a leaver carries nothing."""
    with desk.reading(Kind.PERSON) as reading:
        catalogue = layer.library_of(reading).catalogue
        staff = people.everybody(reading)
        here = {one.id for one in staff if one.works_on(desk.today)}
        found = kept.carriers(reading)
    standing = [one for one in found if one.carries_on(desk.today) and one.person in here]
    lines = tuple(
        CarriedLine(
            one,
            now=tuple(each for each in standing if each.responsibility == one.id),
            before=tuple(
                each for each in found if each.responsibility == one.id and each not in standing
            ),
        )
        for one in catalogue.responsibilities.values()
    )
    return Carried(
        lines=lines,
        areas=catalogue.areas,
        names={one.id: one.name for one in staff},
        at_work=tuple(one.id for one in staff if one.id in here),
        many=with_many(standing, desk.today),
    )


def export_carried(desk: Desk, path: Path) -> Done[int]:
    """Write it as a workbook with the cells of the screen; how many lines it has."""
    from lsadesk.reports.library_workbook import write_carried

    found = carried(desk)
    write_carried(found, path, desk.college)
    return Done(len(found.lines), NOTHING)


def my_responsibilities(desk: Desk) -> tuple[tuple[Responsibility, Carrier], ...]:
    """What I carry myself."""
    person = own_person(desk)
    with desk.reading(Kind.PERSON, person) as reading:
        known = layer.library_of(reading).catalogue.responsibilities
        return tuple(
            (known[one.responsibility], one)
            for one in kept.carriers(reading, person)
            if one.carries_on(desk.today) and one.responsibility in known
        )


def carry(
    desk: Desk, responsibility: ResponsibilityId, person: PersonId, since: date | None
) -> Done[None]:
    """Say that a person carries a responsibility; several may carry one together.

    Raises:
        UserError: they carry it already, have left, or it is not in the library.
    """
    with desk.writing(Kind.PERSON) as work:
        what = _responsibility(work, responsibility)
        who = people.get(work, person)
        if not who.works_on(desk.today):
            raise UserError("They do not work here any more. Choose somebody else.")
        if any(
            one.responsibility == responsibility and one.carries_on(desk.today)
            for one in kept.carriers(work, person)
        ):
            raise UserError(f"{who.name} carries this already.")
        kept.add(work, responsibility, person, since)
        return _keep(desk, work, person, f"{who.name} carries: {what.text}")


def hand_over(desk: Desk, carrier: Carrier, until: date) -> Done[None]:
    """Say the last day on which somebody carries a responsibility.

    Raises:
        Stale: somebody changed the line since it was read.
        UserError: that is before they began.
    """
    with desk.writing(Kind.PERSON) as work:
        if carrier.since is not None and until < carrier.since:
            raise UserError("That is before they began. Choose a later day.")
        kept.hand_over(work, carrier, until)
        who = people.get(work, carrier.person)
        return _keep(desk, work, carrier.person, f"{who.name} handed over a responsibility")


def _responsibility(work: Work, wanted: ResponsibilityId) -> Responsibility:
    found = layer.library_of(work).catalogue.responsibilities.get(wanted)
    if found is None:
        raise UserError("This responsibility is no longer in the library. Choose another.")
    return found


def _keep(desk: Desk, work: Work, person: PersonId, sentence: str) -> Done[None]:
    entry = Entry("changed who carries a responsibility", Kind.PERSON, person)
    return desk.keep(work, None, sentence, entry, Subject.CAREER, about=person)
