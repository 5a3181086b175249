"""What a workbook says laid over what the college knows: it adds, and blanks take nothing away."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.timetable import SessionDetails

D = TypeVar("D", PersonDetails, LearnerDetails, SessionDetails)


def combined(current: Any, said: D, kind: type[D]) -> D:
    """*current* with all that *said* fills in; a note is added to, never replaced."""
    changes: dict[str, Any] = {}
    for field in fields(kind):
        value, before = getattr(said, field.name), getattr(current, field.name)
        if value in (field.default, frozenset()):
            continue
        if field.name == "note" and before:
            value = before if value in before else f"{before}; {value}"
        changes[field.name] = value
    return replace(details_in(current, kind), **changes)


def details_in(record: Any, kind: type[D]) -> D:
    """The details of a record, without its number and version."""
    return kind(**{field.name: getattr(record, field.name) for field in fields(kind)})


def renewed(current: Certificate, said: Certificate) -> Certificate:
    """*current* with what *said* knows more of."""
    lapses = {} if said.lapse is Lapse.NOT_KNOWN else {"lapse": said.lapse, "expires": said.expires}
    seen = current.proof_seen if said.proof_seen is None else said.proof_seen
    provider = said.provider or current.provider
    changes: dict[str, Any] = {**lapses, "provider": provider, "proof_seen": seen}
    return replace(current, **changes)
