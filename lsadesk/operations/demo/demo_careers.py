"""What the made-up people of the demo college did before and wish for.

From `resources/demo/careers.toml`, with dice of its own: the rest of the college stays as it is.
"""

import random
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.domain.careers.catalogue import EntryPointId, QualificationId
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.layer import Edit, LayerKind
from lsadesk.domain.staff.induction_review import InductionReview
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import HeldQualification, Holding, PastRole
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.paths import RESOURCES
from lsadesk.store.careers import career, layer
from lsadesk.store.careers.entries import kept_fields
from lsadesk.store.staff import induction_review, record, specialisms
from lsadesk.store.work import Work

Content = Mapping[str, Any]


def read_careers() -> Content:
    """The file as it stands."""
    return tomllib.loads((RESOURCES / "demo" / "careers.toml").read_text(encoding="utf-8"))


def add_careers(work: Work, content: Content, staff: Sequence[PersonId], today: date) -> None:
    """Give the first of *staff* Asha's past and wishes, many others some, and the college posts.

    Some specialise in something, and a few new starters said how their induction was.
    """
    dice = random.Random(content["seed"])  # noqa: S311 - made-up people, not keys
    asha, *others = staff
    _asha(work, asha, content["asha"])
    for person in others:
        if dice.random() < content["share_who_tell_their_past"]:
            _life(work, person, dice.choice(content["lives"]), today.year - dice.randint(3, 20))
        stays = dice.random() < content["share_who_stay"]
        wishes = {RoleId(dice.choice(content["wishes"])) for _ in range(dice.choice([1, 1, 2]))}
        says = not stays and dice.random() < content["share_who_say_a_wish"]
        if stays or says:
            career.set_wishes(work, person, sorted(wishes) if says else (), stays=stays)
    for line in content["specialism"]:
        for number in line["who"]:
            area = Area(line["name"], SpecialismKind(line["kind"]))
            specialisms.add(work, staff[number], area)
    for line in content["induction"]:
        said_on = today - timedelta(days=line["days_ago"])
        said = InductionReview(said_on=said_on, helped=line["helped"], hindered=line["hindered"])
        induction_review.keep(work, staff[line["who"]], said)
    for role, posts in content["posts"].items():
        fields = kept_fields({"posts": posts})
        layer.keep(work, Edit(kind=LayerKind.POSTS, entry=role, own=True, fields=fields))


def _asha(work: Work, person: PersonId, asha: Content) -> None:
    record.set_entry(work, person, EntryPointId(asha["entry"]))
    career.set_wishes(work, person, [RoleId(role) for role in asha["wishes"]], stays=False)
    for past in asha["past"]:
        record.add_past(work, person, PastRole(**past))
    for name, year in asha["held"]:
        achieved = RoughDate(date(year, 1, 1), Precision.YEAR)
        held = HeldQualification(
            qualification=QualificationId(name), state=Holding.HELD, achieved=achieved
        )
        record.set_qualification(work, person, held)
    _stands(work, person, asha["working_towards"], Holding.WORKING_TOWARDS)
    _stands(work, person, asha["wanted"], Holding.WANTED)


def _life(work: Work, person: PersonId, life: Content, until: int) -> None:
    """Put *life* before the year that the person came in."""
    record.set_entry(work, person, EntryPointId(life["entry"]))
    year = until - sum(past["years"] for past in life["past"])
    for past in life["past"]:
        ended = year + past["years"]
        told = {key: value for key, value in past.items() if key != "years"}
        record.add_past(work, person, PastRole(began=year, ended=ended, **told))
        year = ended
    _stands(work, person, life["held"], Holding.HELD)


def _stands(work: Work, person: PersonId, names: Iterable[str], state: Holding) -> None:
    for name in names:
        held = HeldQualification(qualification=QualificationId(name), state=state)
        record.set_qualification(work, person, held)
