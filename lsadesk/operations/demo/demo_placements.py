"""Who of the demo college is on a work placement, and what is written of it."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from lsadesk.domain.calendar import monday_of
from lsadesk.domain.placements.placements import EntryDetails, EntryKind, PlacementDetails
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.typed_times import read_days_and_hours
from lsadesk.paths import RESOURCES
from lsadesk.store.placements import placements
from lsadesk.store.weeks import learners
from lsadesk.store.work import Work

Content = Mapping[str, Any]


def add_placements(work: Work, staff: Sequence[PersonId]) -> None:
    """One that is under way, with an LSA of *staff*, and one that is over."""
    source = RESOURCES / "demo" / "placements.toml"
    known = learners.all_learners(work)
    for line in tomllib.loads(source.read_text(encoding="utf-8"))["placement"]:
        details = PlacementDetails(
            learner=known[line["learner"] - 1].id,
            place=line["place"],
            contact=line["contact"],
            does=line["does"],
            starts=_day(work, line["starts"]),
            ends=_day(work, line["ends"]),
            hours=read_days_and_hours(line["hours"]),
            visit_on=_day(work, line["visit_on"]) if "visit_on" in line else None,
            lsa=staff[line["lsa"]] if "lsa" in line else None,
            helps=line["helps"],
        )
        placement = placements.add(work, details)
        for entry in line["entry"]:
            placements.write_entry(work, placement, _entry(work, entry), None)


def _entry(work: Work, line: Content) -> EntryDetails:
    said = {name: words for name, words in line.items() if name not in ("kind", "day")}
    return EntryDetails(kind=EntryKind(line["kind"]), on=_day(work, line["day"]), **said)


def _day(work: Work, number: int) -> date:
    return monday_of(work.today) + timedelta(days=number)
