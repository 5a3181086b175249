"""What helped and what hindered in inductions: said by starters, read by year without names."""

from dataclasses import replace

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.induction_review import InductionReview, YearOfInductions, by_year
from lsadesk.operations.desk import Desk, own_person
from lsadesk.operations.said import said
from lsadesk.store.staff import induction_review
from lsadesk.store.trail import Entry


def my_review(desk: Desk) -> InductionReview | None:
    """What I said of my induction; None: nothing, or this account is nobody's in particular."""
    person = desk.person
    if person is None:
        return None
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        return induction_review.review_of(reading, person)


def say(desk: Desk, *, helped: str, hindered: str) -> Done[None]:
    """Say what helped and what hindered in my induction, over what I said before."""
    person = own_person(desk)
    wanted = InductionReview(
        said_on=desk.today,
        helped=said(helped, "What helped"),
        hindered=said(hindered, "What hindered"),
    )
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        before = induction_review.review_of(work, person)
        if before is not None:
            wanted = replace(wanted, said_on=before.said_on)
        induction_review.keep(work, person, wanted)
        if before is not None:  # the trail has one line for a text, not one for each pause
            return desk.keep_more(work, None, Subject.DEVELOPMENT)
        entry = Entry("reviewed own induction", Kind.DEVELOPMENT, person)
        sentence = "Said what helped in my induction"
        return desk.keep(work, None, sentence, entry, Subject.DEVELOPMENT, about=person)


def themes(desk: Desk) -> tuple[YearOfInductions, ...]:
    """What was said by year, without names, for those who see everybody's plans."""
    with desk.reading(Kind.DEVELOPMENT) as reading:
        return by_year(induction_review.every_review(reading))
