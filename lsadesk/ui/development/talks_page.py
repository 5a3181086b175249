"""What was said about a plan: quick notes from both sides, and its reviews."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.plan_reviews import NoteKind, PlanNote, PlanReview, ReviewedLine
from lsadesk.operations.developing import plan_reviews
from lsadesk.operations.developing.development import OpenPlan
from lsadesk.operations.typed import read_due
from lsadesk.ui.development.note_form import ask_note
from lsadesk.ui.development.review_form import ask_review
from lsadesk.ui.development.words import next_review_words, note_words, progress_words
from lsadesk.ui.development.writes import Writes
from lsadesk.ui.widgets.ask import ask_text
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column, in_row
from lsadesk.ui.words import tr


class TalksPage(QWidget):
    """Notes on one side, reviews on the other; each list is read with the arrows."""

    def __init__(self, write: Writes) -> None:
        super().__init__()
        self.plan: OpenPlan | None = None
        self._write = write
        self._build()

    def show_plan(self, plan: OpenPlan) -> None:
        """Show what was said of *plan*, the newest first."""
        self.plan = plan
        notes = [note for note in plan.notes if note.kind is NoteKind.NOTE]
        self.notes.show_records(notes)
        self.no_notes.setVisible(not notes)
        self.notes.setVisible(bool(notes))
        self.reviews.show_records(plan.reviews)
        self.no_reviews.setVisible(not plan.reviews)
        self.reviews.setVisible(bool(plan.reviews))
        self.next_review.setText(next_review_words(plan))
        self._dress()

    def enter(self) -> None:
        """Put the focus where something is to be read, or on the way to write it."""
        (self.notes if self.notes.isVisible() else self.noting).setFocus()

    def add_note(self) -> None:
        """Ask for a note and keep it."""
        plan = self.plan
        if plan is None:
            return
        sentence = tr(
            "Both of you read it, and whoever sees this plan. It is signed with your name."
        )
        noted = ask_note(self, tr("Write a note"), sentence, plan.today)
        if noted is not None:
            self._write(
                lambda desk: plan_reviews.add_note(desk, plan.person, noted.text, day=noted.day),
                tr("The note is kept."),
            )

    def take_back(self) -> None:
        """Take the current note back, where it is one's own."""
        if (note := self.notes.current()) is not None:
            self._write(
                lambda desk: plan_reviews.take_back_note(desk, note),
                tr("Taken back. Undo puts it back."),
            )

    def review(self) -> None:
        """Ask what was said line by line and keep it."""
        plan = self.plan
        if plan is None:
            return
        lines = [each for each in plan.actions if each.is_open or plan.year.covers(each.closed_on)]
        details = ask_review(self, lines, plan.today, plan.next_review)
        if details is not None:
            self._write(
                lambda desk: plan_reviews.review(desk, plan.person, details),
                tr("The review is kept."),
            )

    def agree_next(self) -> None:
        """Ask when the plan is looked at next."""
        plan = self.plan
        if plan is None:
            return
        typed = ask_text(
            self,
            tr("Agree the next review"),
            tr("Next review on"),
            value="" if plan.next_review is None else uk_date(plan.next_review),
            hint=tr("3 Feb 2027, or just Feb 2027."),
            yes=tr("Agree"),
        )
        if typed is not None:
            self._write(
                lambda desk: plan_reviews.set_next_review(desk, plan.person, read_due(typed)),
                tr("The next review is agreed."),
            )

    def _build(self) -> None:
        self.notes: EntryList[PlanNote] = EntryList(tr("Notes"), note_words)
        self.reviews: EntryList[PlanReview] = EntryList(tr("Reviews"), review_words)
        self.no_notes = label(
            tr("No notes yet. A sentence after a good session is worth more than a page in July."),
            "muted",
        )
        self.no_reviews = label(tr("The plan has not been looked at together yet."), "muted")
        self.next_review = label("")
        self.noting = button(tr("&Write a note..."), self.add_note)
        self.taking = button(tr("&Take back"), self.take_back)
        self.reviewing = button(tr("&Review the plan..."), self.review, "primary")
        self.agreeing = button(tr("Agree the &next review..."), self.agree_next)
        self.notes.chosen.connect(lambda _at: self._dress())
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(_side(tr("Notes"), (self.no_notes, self.notes), (self.noting, self.taking)))
        both.addWidget(
            _side(
                tr("Reviews"),
                (self.next_review, self.no_reviews, self.reviews),
                (self.reviewing, self.agreeing),
            )
        )
        in_row(both, on=self)

    def _dress(self) -> None:
        note, plan = self.notes.current(), self.plan
        mine = note is not None and plan is not None and note.author == plan.me is not None
        self.taking.setEnabled(mine)


def _side(heading: str, told: tuple[QWidget, ...], ways: tuple[QWidget, ...]) -> QWidget:
    side = QWidget()
    rows = in_column(label(heading, "heading"), on=side, around=(8, 8, 8, 0))
    for each in told:
        rows.addWidget(each, int(isinstance(each, EntryList)))
    rows.addStretch(0)
    verbs = flow_of(*ways)
    rows.addLayout(verbs)
    return side


def review_words(review: PlanReview) -> str:
    """A review as it is read: the day and the name, what was said, then line by line."""
    return "\n".join(_said(review))


def _said(review: PlanReview) -> Iterator[str]:
    yield f"{uk_date(review.held_on)}, {review.signed}"
    if review.said:
        yield review.said
    for line in review.lines:
        yield _line(line)
    if review.next_on is not None:
        yield tr("Next review: {day}.", day=uk_date(review.next_on))


def _line(line: ReviewedLine) -> str:
    due = "" if line.due is None else tr("by {day}", day=uk_date(line.due))
    told = ", ".join(part for part in (progress_words(line.progress), due) if part)
    said = f": {line.words}" if line.words else ""
    return f"\u2013 {line.what} ({told}){said}"
