"""The library as one list of things to find: qualifications, development, ways of doing it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.careers.catalogue import (
    Audience,
    Barrier,
    Catalogue,
    Cpd,
    FlexibleMode,
    Network,
    Qualification,
)
from lsadesk.domain.careers.catalogue import QualificationId as QId
from lsadesk.domain.developing.development import Mode
from lsadesk.domain.staff.record import HeldQualification, Holding


class Shelf(StrEnum):
    """What an entry of the library is."""

    QUALIFICATION = "qualification"
    DEVELOPMENT = "development"
    WAY = "way of developing"
    NETWORK = "network"
    BARRIER = "what stands in the way"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of the library as it is listed and found.

    *names* are all it goes by, old and new; *kind* is the kind of qualification or the group
    of development. *state* is the person's own. *checked* is shown with every entry (A41).
    """

    shelf: Shelf
    id: str
    name: str
    names: tuple[str, ...]
    summary: str
    kind: str
    level: int | None
    audience: tuple[Audience, ...]
    mode: Mode
    state: Holding | None
    checked: date
    entry: Qualification | Cpd | FlexibleMode | Network | Barrier


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the list is narrowed to; None or empty: everything."""

    shelf: Shelf | None = None
    kind: str = ""
    level: int | None = None
    audience: Audience | None = None
    mode: Mode | None = None
    state: Holding | None = None

    def let_through(self, item: Item) -> bool:
        """Whether *item* is one of those; what is for anybody is for everybody."""
        for_them = self.audience is None or not {self.audience, Audience.ANYBODY}.isdisjoint(
            item.audience
        )
        return for_them and all(
            wanted in (None, "") or wanted == has
            for wanted, has in (
                (self.shelf, item.shelf),
                (self.kind, item.kind),
                (self.level, item.level),
                (self.mode, item.mode),
                (self.state, item.state),
            )
        )


def items(catalogue: Catalogue, held: Iterable[HeldQualification] = ()) -> tuple[Item, ...]:
    """Everything in the library, qualifications first, with how a person stands to each."""
    states = {one.qualification: one.state for one in held}
    return (
        *(_qualification(one, states) for one in catalogue.qualifications.values()),
        *(_cpd(one) for one in catalogue.cpd.values()),
        *(_way(one) for one in catalogue.modes.values()),
        *(_network(one) for one in catalogue.networks.values()),
        *(_barrier(one) for one in catalogue.barriers.values()),
    )


def _qualification(one: Qualification, states: Mapping[QId, Holding]) -> Item:
    return Item(
        shelf=Shelf.QUALIFICATION,
        id=one.id,
        name=one.name,
        names=tuple(name for name in (one.name, one.today, *one.also) if name),
        summary=one.summary,
        kind=one.kind,
        level=one.level,
        audience=one.audience,
        mode=Mode.COURSE,
        state=states.get(one.id),
        checked=one.source.checked,
        entry=one,
    )


def _cpd(one: Cpd) -> Item:
    return Item(
        shelf=Shelf.DEVELOPMENT,
        id=one.id,
        name=one.name,
        names=(one.name,),
        summary=one.summary,
        kind=one.group,
        level=None,
        audience=one.audience,
        mode=one.mode,
        state=None,
        checked=one.source.checked,
        entry=one,
    )


def _way(one: FlexibleMode) -> Item:
    return _for_anybody(one, Shelf.WAY, one.plan_mode)


def _network(one: Network) -> Item:
    return _for_anybody(one, Shelf.NETWORK, Mode.NETWORK)


def _barrier(one: Barrier) -> Item:
    return _for_anybody(one, Shelf.BARRIER, Mode.OTHER)


def _for_anybody(one: FlexibleMode | Network | Barrier, shelf: Shelf, mode: Mode) -> Item:
    return Item(
        shelf=shelf,
        id=one.id,
        name=one.name,
        names=(one.name,),
        summary=one.summary,
        kind=shelf,
        level=None,
        audience=(Audience.ANYBODY,),
        mode=mode,
        state=None,
        checked=one.source.checked,
        entry=one,
    )
