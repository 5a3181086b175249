"""Asking how a learner wants the cards that tell them who comes."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.weeks.card_wishes import CardText, CardWishes
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr


def ask_card_wishes(
    parent: QWidget | None, reference: str, wishes: CardWishes
) -> CardWishes | None:
    """What the learner wishes now; None where it was cancelled."""
    question = Question(
        parent,
        tr("A learner's cards"),
        tr(
            "How {learner} is told who is with them. Agree it with them: some want faces, some "
            "want words alone.",
            learner=reference,
        ),
        tr("Save"),
    )
    form = question.form
    photos = form.tick(
        tr("&Photos of the people who come"),
        wishes.photos,
        hint=tr("Of those who agreed; else their first letters."),
    )
    symbols = form.tick(
        tr("&Symbols of sessions, and clocks"), wishes.symbols, hint=tr("Always with the words.")
    )
    text = form.choice(tr("Size of the words"), _sizes(), wishes.text)
    answer = None
    if question.answered():
        answer = CardWishes(
            photos=photos.isChecked(),
            symbols=symbols.isChecked(),
            text=CardText(str(text.chosen())),
        )
    return answer


def _sizes() -> list[tuple[str, object]]:
    return [
        (tr("Large, 16 point"), CardText.LARGE),
        (tr("Larger, 22 point"), CardText.LARGER),
        (tr("Largest, 30 point"), CardText.LARGEST),
    ]
