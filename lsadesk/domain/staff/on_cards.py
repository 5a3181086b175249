"""How somebody appears on the cards of the learners whom they support: a name and a photo.

Both serve that alone. A photo is there because the person agreed to it, and goes the moment
they take it back. Source: UK GDPR, articles 5(1)(b), 6(1)(a) and 7(3).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.staff.people import Person, PersonId

JPEG = b"\xff\xd8\xff"
LARGEST = 200_000  # bytes; a picture of ours takes a fifth of it


@dataclass(frozen=True, slots=True)
class Frame:
    """A square of a picture: where its middle is, and its side as a share of the shorter side.

    All are between 0 and 1, counted from the left and from the top.
    """

    across: float = 0.5
    down: float = 0.4  # a face is seldom in the lower half
    side: float = 1.0

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of it in a picture of that size; never beyond its edges."""
        side = max(1, round(min(width, height) * min(1.0, max(0.0, self.side))))
        left = min(max(0, round(width * self.across - side / 2)), width - side)
        top = min(max(0, round(height * self.down - side / 2)), height - side)
        return left, top, left + side, top + side


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture as this program writes it: a small JPEG that says nothing beside the picture."""

    jpeg: bytes

    def __post_init__(self) -> None:
        if not self.jpeg.startswith(JPEG) or len(self.jpeg) > LARGEST:
            raise ValueError("not a picture that was made small here")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCards:
    """What is kept of one person for learners' cards.

    *called* is what learners call them; "": their forename. *agreed_on* is the day on which they
    agreed to the photo, *agreed_how* how they said so where somebody else wrote it down.
    *withdrawn_on* is the day on which they took an earlier one back. *version* 0: nothing is kept.
    """

    called: str = ""
    portrait: Portrait | None = None
    agreed_on: date | None = None
    agreed_how: str = ""
    withdrawn_on: date | None = None
    version: int = 0

    def agreed(self, portrait: Portrait, on: date, how: str) -> "OnCards":
        """The same with a photo to which the person agreed on that day."""
        return replace(self, portrait=portrait, agreed_on=on, agreed_how=how, withdrawn_on=None)

    def withdrawn(self, on: date) -> "OnCards":
        """The same without the photo, nor anything of what was said of it."""
        return replace(self, portrait=None, agreed_on=None, agreed_how="", withdrawn_on=on)


def names_on_cards(
    people: Mapping[PersonId, Person], called: Mapping[PersonId, str]
) -> dict[PersonId, str]:
    """What each of *people* is called on cards, no two alike.

    Where names are alike, the first letter of the surname follows, then the surname, then a number.
    """
    short = {who: called.get(who, "") or _forename(person) for who, person in people.items()}
    names = dict(short)
    for letters in (1, None):
        often = _often(names)
        for who, name in names.items():
            if often[name.casefold()] > 1:
                names[who] = f"{short[who]} {people[who].surname[:letters]}".strip()
    often, told = _often(names), Counter[str]()
    for who in sorted(names):
        name = names[who].casefold()
        told[name] += 1
        if often[name] > 1:
            names[who] = f"{names[who]} {told[name]}"
    return names


def _often(names: Mapping[PersonId, str]) -> Counter[str]:
    return Counter(name.casefold() for name in names.values())


def _forename(person: Person) -> str:
    return person.forename or person.surname
