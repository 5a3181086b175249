"""Asking which cards for learners are printed: what they say, for whom, of which days."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import monday_of, uk_date
from lsadesk.domain.covering.learner_cards import CardKind, CardsWanted
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.ui.cover.words import day_words
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr

_CHANGED = "changed"
_WEEK = 7


def ask_cards(parent: QWidget | None, seen: CoverBoard) -> CardsWanted | None:
    """Which cards are wanted of the day on screen, or of its week; None: it was cancelled."""
    question = Question(
        parent,
        tr("Cards for learners"),
        _sentence(seen),
        tr("Print them"),
    )
    form = question.form
    kind = form.choice(
        tr("What they say"),
        [
            (tr("Who is with me, session by session"), CardKind.WITH_ME),
            (tr("What is different, and that alone"), CardKind.CHANGES),
        ],
    )
    changed = len(seen.different_for())
    whom = form.choice(tr("For whom"), _whom(seen, changed), _CHANGED if changed else None)
    days = form.choice(tr("Which days"), _days(seen))
    a_page = form.choice(
        tr("Cards on a page"),
        [(tr("One"), 1), (tr("Two"), 2), (tr("Four"), 4)],
        2,
        hint=tr("Larger words or a long day may take more of a page."),
    )
    photos = form.tick(tr("&Photos, for learners who wish them"), ticked=True)
    symbols = form.tick(tr("&Symbols, for learners who wish them"), ticked=True)
    answer = None
    if question.answered():
        chosen = whom.chosen()
        answer = CardsWanted(
            days=_of(seen) if days.chosen() == _WEEK else [seen.on],
            kind=CardKind(str(kind.chosen())),
            learners=[LearnerId(chosen)] if isinstance(chosen, int) else None,
            only_changed=chosen == _CHANGED,
            photos=photos.isChecked(),
            symbols=symbols.isChecked(),
            a_page=a_page.chosen_as(int),
        )
    return answer


def _sentence(seen: CoverBoard) -> str:
    """Where the cards' looks are set; and that it is early to tell, where it is."""
    told = tr(
        "Each card is as its learner wishes it: that is set on the page Learners, under Cards."
    )
    if seen.published:
        return told
    draft = tr("This plan is a draft. Publish it before learners are told who comes.")
    return f"{draft} {told}"


def cards_title(wanted: CardsWanted) -> str:
    """What the paper is called."""
    is_change = wanted.kind is CardKind.CHANGES
    says = tr("What is different") if is_change else tr("Who is with me today")
    first, last = wanted.days[0], wanted.days[-1]
    if first == last:
        return f"{says}, {uk_date(first)}"
    return tr("{says}, week from {day}", says=says, day=uk_date(first))


def _whom(seen: CoverBoard, changed: int) -> list[tuple[str, object]]:
    different = tr("Whoever's day is different ({n} on this day)", n=changed)
    everybody = tr("Every learner ({n})", n=len(seen.learners))
    return [
        (different, _CHANGED),
        (everybody, None),
        *((each.reference, int(each.id)) for each in seen.learners),
    ]


def _days(seen: CoverBoard) -> list[tuple[str, object]]:
    return [
        (day_words(seen.on), 1),
        (tr("The week from Monday {day}", day=uk_date(monday_of(seen.on))), _WEEK),
    ]


def _of(seen: CoverBoard) -> list[date]:
    monday = monday_of(seen.on)
    return [monday + timedelta(days=each) for each in range(_WEEK)]
