"""A staff record as lines to read, for those who may not change it."""

from collections.abc import Iterator

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.people import Contract, Person, PersonId, Welsh
from lsadesk.operations.staff.people import Directory
from lsadesk.ui.people.lines import StaffLine, hours_text
from lsadesk.ui.words import tr


def facts(line: StaffLine, directory: Directory) -> str:
    """What is open of the record, one fact a line; blanks are left out."""
    told = [(tr("Job title"), line.title), (tr("Team"), line.team)]
    if line.record is not None:
        told += _of_record(line, line.record)
        told += _duties(line.id, directory)
        told.append((tr("Note"), line.record.note))
    return "\n".join(f"{name}: {text}" for name, text in told if text)


def looked_after(person: PersonId, directory: Directory) -> str:
    """Who looks after *person*, one duty a line."""
    return "\n".join(f"{name}: {text}" for name, text in _duties(person, directory))


def _duties(person: PersonId, directory: Directory) -> list[tuple[str, str]]:
    links = directory.links[person]
    return [
        (tr(link.value.capitalize()), directory.names[holder]) for link, holder in links.items()
    ]


def _of_record(line: StaffLine, person: Person) -> Iterator[tuple[str, str]]:
    yield tr("Sites"), line.sites
    yield tr("Payroll number"), person.payroll
    yield tr("Specialisms"), line.specialisms
    yield tr("LSA level"), "" if person.level is None else str(person.level)
    known = person.contract is not Contract.NOT_KNOWN
    yield tr("Contract"), tr(person.contract.value) if known else ""
    said = tr("yes, so not counted as an LSA")
    yield tr("On a teaching contract"), said if person.teaches else ""
    hours = tr("as required") if person.as_required else hours_text(person.weekly_minutes)
    yield tr("Hours a week"), hours
    yield tr("Term time only"), tr("yes") if person.term_time_only else ""
    yield tr("Days"), ", ".join(tr(day.short) for day in sorted(person.days or ()))
    known = person.welsh is not Welsh.NOT_KNOWN
    yield tr("Welsh"), tr(person.welsh.value) if known else ""
    yield tr("EWC number"), person.ewc
    yield tr("Started"), "" if person.started is None else str(person.started)
    yield tr("Last day"), "" if person.left_on is None else uk_date(person.left_on)
