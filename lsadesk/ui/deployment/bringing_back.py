"""How a week's workbook that was edited comes back: as one change of the plan."""

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.week_back import BroughtWeek
from lsadesk.operations.weeks import week_book
from lsadesk.operations.weeks.week_book import WeekReview
from lsadesk.ui.deployment.asking import ask_why
from lsadesk.ui.taking.bringing_back import WayBack, since_words
from lsadesk.ui.taking.differences import Kind
from lsadesk.ui.words import tr


def _kind_of(review: WeekReview) -> Kind:
    def words(person: PersonId | None) -> str:
        return tr("nobody") if person is None else review.team.get(person, tr("somebody"))

    return Kind(
        row=tr("Session"),
        column=tr("Place"),
        words=words,
        since=since_words(review.written_at),
    )


WEEK_BACK: WayBack[BroughtWeek, WeekReview] = WayBack(
    read=week_book.read_back,
    review=week_book.review,
    kind_of=_kind_of,
    ask=lambda page, review: ask_why(page) if review.published else "",
    take=lambda desk, review, chosen, why: week_book.take(desk, review, chosen, why=why),
    took=lambda _none: tr("The plan is as the workbook has it."),
)
