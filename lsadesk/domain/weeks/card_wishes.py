"""How a learner wants the cards that tell them who comes: agreed with them, kept with them."""

from dataclasses import dataclass
from enum import StrEnum


class CardText(StrEnum):
    """How large the words are; RNIB calls 16 point large print."""

    LARGE = "large"
    LARGER = "larger"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWishes:
    """Whether there are photos of people and symbols of sessions beside the words."""

    photos: bool = True
    symbols: bool = True
    text: CardText = CardText.LARGE


AS_USUAL = CardWishes()  # until somebody has asked the learner
