"""The College review tab: where the college stands, what it does about it, what is looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from lsadesk.domain.changes import Subject
from lsadesk.domain.reviewing.lines import Line
from lsadesk.domain.reviewing.review import OpenReview, Review, ReviewDetails, ReviewId
from lsadesk.operations.desk import Desk
from lsadesk.operations.reviewing import lines, review
from lsadesk.ui.places import LISTS
from lsadesk.ui.review.lists_page import ListsPage
from lsadesk.ui.review.points_page import PointsPage
from lsadesk.ui.review.review_form import ask_review
from lsadesk.ui.review.themes_page import ThemesPage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.pages_when_shown import PagesWhenShown
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.words import tr


def make_tab(context: TabContext) -> "ReviewTab":
    """The tab, as the window asks for it."""
    return ReviewTab(context)


@dataclass(frozen=True, slots=True)
class ReviewSeen:
    """The reviews, the one that is looked at (None: there is none yet), and all lists."""

    reviews: Sequence[Review]
    opened: OpenReview | None
    lines: Sequence[Line]


class ReviewTab(Tab):
    """Three pages about the review that is chosen; the last one is chosen at first."""

    subjects = frozenset({Subject.REVIEW, Subject.WORDS})

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self._wanted: ReviewId | None = None
        self._seen: ReviewSeen | None = None
        self.pages = PagesWhenShown(tr("Pages about the review"))
        self.points = PointsPage(context, self.choose)
        self.lists = ListsPage(context)
        self.themes = ThemesPage()
        self.pages.add(tr("Where we stand"), lambda: self.points, lambda _page: self._fill())
        self.pages.add(tr("Lists"), lambda: self.lists, lambda _page: self._fill())
        self.pages.add(tr("What is looked for"), lambda: self.themes, lambda _page: self._fill())
        self.empty = EmptyState(
            context.appearance,
            "review",
            tr("No review yet"),
            tr(
                "Forty points under five recommendations: say where you stand, ask every group "
                "what they think, and keep the list of what is done about it. Allow two terms "
                "before the next."
            ),
            action=tr("Begin a review..."),
            on_action=self._begin,
        )
        self.whole = Stack()
        self.whole.addWidget(self.pages)
        self.whole.addWidget(self.empty)
        in_column(self.pages.bar, Fill(self.whole), on=self, around=(0, 8, 0, 0), gap=0)

    def refresh(self) -> None:
        """Ask again."""
        wanted = self._wanted
        self.context.read(lambda desk: _seen(desk, wanted), self._show, owner=self)

    def show_target(self, target: object) -> None:
        """Open the lists, where that is wanted."""
        if target == LISTS:
            self.pages.bar.setCurrentIndex(1)

    def choose(self, wanted: ReviewId) -> None:
        """Look at another review."""
        self._wanted = wanted
        self.refresh()

    def _show(self, seen: ReviewSeen) -> None:
        self._seen = seen
        self.pages.bar.setVisible(seen.opened is not None)
        self.whole.setCurrentWidget(self.empty if seen.opened is None else self.pages)
        if seen.opened is not None:
            self.pages.refresh()

    def _fill(self) -> None:
        """Fill the page on screen with what was read last."""
        if self._seen is None or self._seen.opened is None:
            return
        opened, lines_now = self._seen.opened, self._seen.lines
        page = self.pages.currentWidget()
        if page is self.points:
            self.points.show_review(self._seen.reviews, opened, lines_now)
        elif page is self.lists:
            self.lists.show_lines(opened.questions, lines_now)
        else:
            self.themes.show_review(opened, lines_now)

    def _begin(self) -> None:
        details = ask_review(self, ReviewDetails(name=""), is_new=True)
        if details is not None:
            self.context.write(lambda desk: review.begin_review(desk, details), self.choose)


def _seen(desk: Desk, wanted: ReviewId | None) -> ReviewSeen:
    found = review.reviews(desk)
    ids = [each.id for each in found]
    this = wanted if wanted in ids else next(iter(ids), None)
    opened = None if this is None else review.open_review(desk, this)
    return ReviewSeen(found, opened, lines.lines(desk))
