"""What the made-up college keeps in its library: networks, resources, who carries what."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from lsadesk.domain.careers.networks import MeetingDetails, NetworkDetails
from lsadesk.domain.careers.resources import About, AboutKind, ResourceDetails, ResourceKind
from lsadesk.domain.staff.barriers import InTheWay, Sharing
from lsadesk.domain.staff.people import PersonId
from lsadesk.paths import RESOURCES
from lsadesk.store.careers import layer, networks, resources
from lsadesk.store.staff import barriers, carrying
from lsadesk.store.work import Work

_YEAR = 365
Content = Mapping[str, Any]


def read_library() -> Content:
    """What is told of it in the content."""
    return tomllib.loads((RESOURCES / "demo" / "library.toml").read_text(encoding="utf-8"))


def add_library(work: Work, content: Content, staff: Sequence[PersonId], today: date) -> None:
    """Write all of it about *staff*."""
    for number, told in enumerate(content["networks"]):
        _network(work, told, staff[7 * number :], today)
    for told in content["resources"]:
        about = About(AboutKind(told["kind_of"]), told["beside"])
        details = ResourceDetails(
            title=told["title"],
            kind=ResourceKind(told["kind"]),
            where=told["where"],
            note=told.get("note", ""),
            about=about,
        )
        resources.add(work, details)
    _carriers(work, content["carrying"], staff, today)
    _in_the_way(work, content["in_the_way"], staff)


def _network(work: Work, told: Content, near: Sequence[PersonId], today: date) -> None:
    members = near[: told["members"]]
    details = NetworkDetails(
        name=told["name"], about=told["about"], convenor=members[0], is_open=told["open"]
    )
    network = networks.add(work, details)
    for person in members:
        networks.set_member(work, network, person, is_in=True)
    shared = [*told["shared"], *[""] * len(told["meets_in"])]
    for days, words in zip(told["meets_in"], shared, strict=False):
        day = today + timedelta(days=days)
        networks.add_meeting(
            work, network, MeetingDetails(day=day, place=told["place"], shared=words)
        )


def _carriers(work: Work, told: Content, staff: Sequence[PersonId], today: date) -> None:
    whose = cycle(staff[: told["people"]])
    responsibilities = layer.library_of(work).catalogue.responsibilities
    for number, (one, person) in enumerate(zip(responsibilities, whose, strict=False), 1):
        if number % told["nobodys_every"]:
            carrying.add(work, one, person, today - timedelta(days=_YEAR + 9 * number))


def _in_the_way(work: Work, told: Content, staff: Sequence[PersonId]) -> None:
    known = cycle(layer.library_of(work).catalogue.barriers)
    for person in staff[:: told["every"]][: told["people"]]:
        barriers.set_note(work, person, InTheWay(barrier=next(known), sharing=Sharing.COUNTED))
        barriers.set_note(work, person, InTheWay(barrier="funding", sharing=Sharing.COUNTED))
