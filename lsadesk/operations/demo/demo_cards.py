"""Whom the demo college's learners know by face, and how some of them want their cards.

The faces are drawn (Fluent Emoji, see `resources/symbols-licence.txt`): nobody's photo is made up.
"""

from collections.abc import Sequence
from dataclasses import replace

from lsadesk.domain.staff.on_cards import OnCards, Portrait
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.card_wishes import CardText, CardWishes
from lsadesk.operations.weeks.support import details_of
from lsadesk.paths import RESOURCES
from lsadesk.store.staff import on_cards, people
from lsadesk.store.weeks import learners
from lsadesk.store.work import Work

# Of so many learners in a row, one who wishes what others do not.
WORDS_ALONE, NO_PHOTOS, LARGER = 9, 7, 5


def add_cards(work: Work, staff: Sequence[PersonId]) -> None:
    """Keep a face for some of *staff*, and what some learners wish."""
    faces = {path.stem: path for path in (RESOURCES / "demo" / "photos").glob("*.jpg")}
    for person in staff:
        face = faces.pop(people.get(work, person).forename.casefold(), None)
        if face is not None:
            kept = OnCards(portrait=Portrait(face.read_bytes()), agreed_on=work.today)
            on_cards.keep(work, person, kept)
    for number, learner in enumerate(learners.all_learners(work), 1):
        wishes = CardWishes(
            photos=bool(number % WORDS_ALONE and number % NO_PHOTOS),
            symbols=bool(number % WORDS_ALONE),
            text=CardText.LARGE if number % LARGER else CardText.LARGER,
        )
        if wishes != learner.card:
            wanted = replace(details_of(learner), card=wishes)
            learners.change(work, learner.id, learner.version, wanted)
