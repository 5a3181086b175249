"""The appraiser rates alone: every statement in a list, the current one in large beside it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.appraisal import AppraisalId, AppraiserRating
from lsadesk.domain.appraisals.assessment import NOT_ANSWERED
from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.domain.careers.framework import Statement
from lsadesk.domain.developing.attached import of_appraisal
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import appraisal
from lsadesk.operations.appraisals.appraisal import RatingSheet
from lsadesk.ui.appraisal.walk import Detail, Walk
from lsadesk.ui.appraisal.wording import seen_words
from lsadesk.ui.assessment.levels import LevelChoice
from lsadesk.ui.development.files import show_files
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.leaving import leave_by_keys
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.widgets.writing import Writing
from lsadesk.ui.words import count, tr


@dataclass(frozen=True, slots=True)
class Rated:
    """A statement with what the appraiser said of it so far; None: nothing."""

    part: str
    statement: Statement
    rating: AppraiserRating | None


class RatingPage(QWidget):
    """Each rating is kept as it is given, sealed to its author. Emits `left()`."""

    left = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._sheet: RatingSheet | None = None
        self.form = RatingForm()
        self.walk: Walk[Rated] = Walk(
            tr("Statements"),
            rated_words,
            self.form,
            nothing=tr("Nothing is asked for this role yet."),
        )
        self.who = label("", "heading")
        self.saved = SavedLabel()
        self.files = button(tr("Fi&les for it..."), self._show_files)
        self.next = button(tr("&Next"), self.go_on, "primary")
        self.hand_in = button(tr("Hand &in..."), self._hand_in)
        self.take_back = button(tr("&Take back to change"), self._take_back)
        self.leave = button(tr("Leave \u2013 everything is saved"), self._leave)
        self._build()
        self.walk.shown.connect(self.form.show_rated)
        self.form.levels.entered.connect(self.next.click)
        self.form.rated.connect(self._rated)
        leave_by_keys(self, self._leave)

    def open(self, wanted: AppraisalId) -> None:
        """Show the ratings of *wanted*, from the first statement without one."""
        self._sheet = None
        self._read(wanted)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.form.flush()

    def go_on(self) -> None:
        """The next statement."""
        self.form.flush()
        if self.walk.advance():
            self.form.begin()
        else:
            self.hand_in.setFocus()

    def _show_files(self) -> None:
        if self._sheet is not None:
            self.flush()
            show_files(self, self._context, of_appraisal(self._sheet.appraisal))

    def _read(self, wanted: AppraisalId) -> None:
        self._context.read(
            lambda desk: appraisal.rating_sheet(desk, wanted),
            self._show,
            on_error=self._refused,
            owner=self,
        )

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "refused")
        self.left.emit()

    def _show(self, sheet: RatingSheet) -> None:
        first, self._sheet = self._sheet is None, sheet
        self.who.setText(tr("My view of {name}", name=sheet.name))
        self.hand_in.setVisible(not sheet.is_handed_in)
        self.take_back.setVisible(sheet.is_handed_in)
        self.form.setEnabled(not sheet.is_handed_in)
        self._show_records()
        if first:
            self.saved.clear()
            records = _records(sheet)
            open_ = [at for at, each in enumerate(records) if each.rating is None]
            if records:
                self.walk.list.go((open_ or [0])[0])
            if sheet.is_handed_in:
                self.take_back.setFocus()
            else:
                self.form.begin()

    def _show_records(self) -> None:
        if self._sheet is None:
            return
        records = _records(self._sheet)
        done = sum(each.rating is not None for each in records)
        said = tr("{done} of {asked} rated.", done=done, asked=len(records))
        if self._sheet.is_handed_in:
            said += " " + tr("Handed in. You both see what the other said when you meet.")
        else:
            said += " " + tr("Only you can read this until you meet. You can skip any statement.")
        if self._sheet.unreadable:
            said += " " + tr(
                "{number} were sealed with a PIN or password you no longer have: rate them again.",
                number=self._sheet.unreadable,
            )
        self.walk.intro.setText(said)
        self.walk.show_records(records)

    def _rated(self, rating: AppraiserRating) -> None:
        """Show the rating at once; say that it is saved when it is."""
        if self._sheet is None:
            return
        sheet = self._sheet
        self._sheet = replace(sheet, ratings={**sheet.ratings, rating.statement: rating})
        self._show_records()
        self.saved.saving()
        self._context.write(
            lambda desk: appraisal.keep_rating(desk, sheet.appraisal.id, rating),
            self.saved.saved,
            on_error=self._not_saved,
            owner=self,
        )

    def _not_saved(self, error: UserError) -> None:
        self.saved.not_saved()
        self._context.say(str(error), "danger")

    def _hand_in(self) -> None:
        self.form.flush()
        sheet = self._sheet
        if sheet is None:
            return
        told = tr(
            "They are shown to the person only when you open the meeting together. Until then you "
            "can take them back."
        )
        yes, open_ = tr("Hand in"), len(sheet.statements) - len(sheet.ratings)
        if open_ > 0:
            rest = count(open_, "statement has no rating yet", "statements have no rating yet")
            told = tr(
                "{rest}. Handing in marks the rest as not known to you. {told}",
                rest=rest,
                told=told,
            )
            yes = tr("Mark the rest and hand in")
        if confirm(self, tr("Hand in your ratings?"), told, yes=yes):
            self._give_in(sheet.appraisal.id)

    def _give_in(self, wanted: AppraisalId) -> None:
        def marked(_number: int) -> None:
            self._context.write(
                lambda desk: appraisal.hand_in(desk, wanted),
                lambda _none: self._handed_in(),
                owner=self,
            )

        self._context.write(lambda desk: appraisal.mark_rest(desk, wanted), marked, owner=self)

    def _handed_in(self) -> None:
        self._context.say(tr("Handed in. You can take it back until you meet."))
        self.left.emit()

    def _take_back(self) -> None:
        sheet = self._sheet
        if sheet is not None:
            self._context.write(
                lambda desk: appraisal.take_back(desk, sheet.appraisal.id),
                lambda _none: self.open(sheet.appraisal.id),
                owner=self,
            )

    def _leave(self) -> None:
        self.form.flush()
        self.left.emit()

    def _build(self) -> None:
        top = in_row(Fill(self.who), self.saved, self.files, gap=16)
        foot = from_left(self.next, self.hand_in, self.take_back)
        foot.addWidget(self.leave)
        in_column(top, Fill(self.walk), foot, on=self, around=(24, 12, 24, 16))


class RatingForm(Detail):
    """One statement to rate. Emits `rated(AppraiserRating)` as one chooses and as one types."""

    rated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._statement: Statement | None = None
        self._part, self._text = label("", "muted"), label("", "heading")
        self._example = label("", "muted")
        self.levels = LevelChoice(seen_words, by_key=True)
        name = label(tr("What you have seen, if you like"), "label")
        self.note = Writing(name.text())
        name.setBuddy(self.note)
        in_column(
            self._part,
            self._text,
            self._example,
            self.levels,
            name,
            self.note,
            Fill(),
            on=self,
            around=(16, 0, 8, 8),
        )
        self.levels.chosen.connect(self._give)
        self.note.written.connect(lambda _text: self._give(self.levels.value()))

    def show_rated(self, rated: Rated) -> None:
        """Show *rated*; nothing is chosen where nothing was said."""
        self._statement = None
        self._part.setText(rated.part)
        self._text.setText(rated.statement.text)
        self._example.setText(tr("For example: {example}", example=rated.statement.example))
        found = rated.rating
        self.levels.ask(rated.statement, NOT_ANSWERED if found is None else found.value)
        self.note.fill("" if found is None else found.note)
        self._statement = rated.statement

    def begin(self) -> None:
        """Put the focus on the choice."""
        self.levels.focus_choice()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.note.flush()

    def _give(self, value: SkillValue) -> None:
        if self._statement is not None:
            note = self.note.toPlainText()
            self.rated.emit(AppraiserRating(statement=self._statement.id, value=value, note=note))


def rated_words(rated: Rated) -> str:
    """A statement in the list, with what was said of it."""
    value = NOT_ANSWERED if rated.rating is None else rated.rating.value
    said = tr("Not rated yet") if value == NOT_ANSWERED else seen_words(value)
    return f"{rated.statement.text}\n{said}"


def _records(sheet: RatingSheet) -> list[Rated]:
    parts = {part.id: part.name for part in sheet.parts}
    return [
        Rated(parts.get(one.part, ""), one, sheet.ratings.get(one.id)) for one in sheet.statements
    ]
