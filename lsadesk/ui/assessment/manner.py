"""How a questionnaire speaks of itself: in the college, or in a packet far from it."""

from dataclasses import dataclass

from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """The sentences and verbs that differ.

    *done* and *look_over* are buttons, *as_it_is* a link and *unfinished* a sentence. *is_here*:
    in the college itself, where notes, the interview and other ways to answer lie beside it.
    """

    private: str
    look_over: str
    as_it_is: str
    unfinished: str
    whose_eyes: str
    done: str
    is_here: bool


def in_the_college() -> Manner:
    """A draft at its author's own desk, to be handed in."""
    return Manner(
        private=tr(
            "Only you can read this until you hand it in. There are no wrong answers, "
            "and you can skip any question."
        ),
        look_over=tr("Check and hand in"),
        as_it_is=tr("Hand in as it is"),
        unfinished=tr("You may hand it in as it is."),
        whose_eyes=tr(
            "What they will see are the answers on this page, with your examples and "
            "wishes, as they stand here. Your private notes stay yours alone. You can "
            "take it back until your appraiser opens it. From then on your ratings stand "
            "in the skills audit, too, marked as your own view."
        ),
        done=tr("Hand in"),
        is_here=True,
    )


def in_a_packet() -> Manner:
    """A packet on a stick, to be finished and taken back."""
    return Manner(
        private=tr(
            "Everything you write is sealed in the packet and nowhere else on this computer. Only "
            "somebody with its passphrase can read it. There are no wrong answers, and you can "
            "skip any question."
        ),
        look_over=tr("Check and finish"),
        as_it_is=tr("Finish as it is"),
        unfinished=tr("You may finish it as it is."),
        whose_eyes=tr(
            "What is in the packet are the answers on this page, with your examples and wishes. "
            "If you have an account at your college, you read it in there yourself, and nobody "
            "sees it before you hand it in. If somebody gave you this packet because you have no "
            "account, they know its passphrase: they read it in for you and see what you wrote."
        ),
        done=tr("Finish"),
        is_here=False,
    )


def answered_words(sheet: Sheet) -> str:
    """How many of the questions are answered."""
    done = sheet.progress
    return tr("{done} of {asked} answered", done=done.answered, asked=done.asked)
