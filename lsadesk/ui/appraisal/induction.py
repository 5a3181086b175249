"""Induction: what belongs to it, what is done, and the points and level that follow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from lsadesk.domain.appraisals.appraisal import Move, MoveKind
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.induction import StepId, left_to_do
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import induction
from lsadesk.operations.staff.induction import Induction, Progression
from lsadesk.ui.appraisal.asking import ask_reason
from lsadesk.ui.appraisal.induction_review import InductionReviewBox
from lsadesk.ui.appraisal.sub_page import SubPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.words import tr


class InductionPage(SubPage):
    """Ticking is saved at once; the end of it gives point 1 (A56)."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._person: PersonId | None = None
        self._seen: Induction | None = None
        self._may_change = False
        self.boxes: dict[StepId, QCheckBox] = {}
        self.finish = button(tr("The induction is finished..."), self._finish, "primary")
        self._steps = QVBoxLayout()
        self._points = QVBoxLayout()
        self.state = label("", "label")
        self.state.setWordWrap(True)
        self.rows.addWidget(label(tr("Induction"), "heading"))
        self.rows.addWidget(self.state)
        self.rows.addLayout(self._steps)
        self.rows.addWidget(self.finish, 0, Qt.AlignmentFlag.AlignLeft)
        self.review = InductionReviewBox(context)
        self.rows.addWidget(self.review)
        self.rows.addSpacing(16)
        self.rows.addLayout(self._points)
        self.rows.addStretch(1)

    def open(self, person: PersonId, *, may_change: bool) -> None:
        """Show how far *person* has come."""
        self._person, self._seen, self._may_change = person, None, may_change
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        if (person := self._person) is not None:
            self.review.show_for(person)
            self._context.read(
                lambda desk: _both(desk, person), self._show, on_error=self._refused, owner=self
            )

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "refused")
        self.left.emit()

    def _show(self, both: tuple[Induction, Progression]) -> None:
        seen, on = both
        first, self._seen = self._seen is None, seen
        self.title.setText(seen.name)
        waiting = len(left_to_do(seen.steps, seen.done))
        if seen.finished_on is not None:
            self.state.setText(tr("Finished on {day}.", day=uk_date(seen.finished_on)))
        else:
            done = len(seen.steps) - waiting
            self.state.setText(tr("{done} of {all} done", done=done, all=len(seen.steps)))
        self.finish.setVisible(self._may_change and seen.finished_on is None)
        self._show_steps(seen)
        self._show_points(on)
        if first:
            next(iter(self.boxes.values()), self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_steps(self, seen: Induction) -> None:
        if set(self.boxes) != {step.id for step in seen.steps}:
            _empty(self._steps)
            self.boxes = {}
            for step in seen.steps:
                box = QCheckBox(step.text)
                box.clicked.connect(lambda on, step=step.id: self._tick(step, on))
                self.boxes[step.id] = box
                self._steps.addWidget(box)
        for step in seen.steps:
            box, day = self.boxes[step.id], seen.done.get(step.id)
            box.setChecked(day is not None)
            box.setEnabled(self._may_change)
            when = "" if day is None else tr("Done on {day}", day=uk_date(day))
            box.setText(f"{step.text}  ({when})" if when else step.text)
            box.setAccessibleDescription(str(step.source))

    def _show_points(self, on: Progression) -> None:
        _empty(self._points)
        self._points.addWidget(label(tr("Points and LSA level"), "heading"))
        point = tr("No point yet") if on.point is None else f"{on.point.name}: {on.point.summary}"
        self._points.addWidget(label(point))
        if on.level is not None:
            self._points.addWidget(
                label(
                    tr(
                        "LSA level {number}: {words}",
                        number=on.level.number,
                        words=on.level.supervision,
                    )
                )
            )
        self._show_following(on)
        for move in on.moves:
            if move.moved_on is not None:
                self._points.addWidget(label(move_words(move), "muted"))
        self._points.addSpacing(8)
        self._points.addWidget(label(tr("Two ways on from the points, neither first"), "label"))
        self._points.addWidget(_beside_each_other(on))

    def _show_following(self, on: Progression) -> None:
        """What the next level asks: what is there, not there yet, and not known."""
        if on.following is None:
            return
        level, fit = on.following.level, on.following.fit
        words = tr("Level {number} asks: {words}", number=level.number, words=level.supervision)
        self._points.addWidget(label(words, "label"))
        parts = (
            (tr("There already:"), fit.has),
            (tr("Not yet:"), fit.missing),
            (tr("Not said yet:") if on.is_own else "", fit.unknown),
        )
        for heading, statements in parts:
            if heading and statements:
                self._points.addWidget(label(heading, "muted"))
            for each in statements:
                self._points.addWidget(label(f"\u2022 {on.asks[each]}"))

    def _tick(self, step: StepId, on: bool) -> None:
        person = self._person
        if person is not None:
            day = self._context.desk.today if on else None
            self._context.write(lambda desk: induction.tick(desk, person, step, day), owner=self)

    def _finish(self) -> None:
        person, seen = self._person, self._seen
        if person is None or seen is None:
            return
        today, although = self._context.desk.today, ""
        if left_to_do(seen.steps, seen.done):
            asked = ask_reason(
                self,
                tr("End the induction?"),
                tr(
                    "Some steps are not ticked. It ends all the same, with point 1, if you say why."
                ),
                tr("Why it ends without them"),
                yes=tr("End it"),
            )
            if asked is None:
                return
            although = asked
        elif not confirm(
            self, tr("End the induction?"), tr("It gives point 1 from today."), yes=tr("End it")
        ):
            return
        self._context.write(
            lambda desk: induction.finish(desk, person, today, although=although), owner=self
        )


def move_words(move: Move) -> str:
    """A step that counts, with its reason."""
    what = tr("Point") if move.kind is MoveKind.POINT else tr("LSA level")
    day = "" if move.moved_on is None else uk_date(move.moved_on)
    return tr(
        "{day}: {what} {number}. {why}", day=day, what=what, number=move.after, why=move.reason
    )


def _both(desk: Desk, person: PersonId) -> tuple[Induction, Progression]:
    return induction.induction(desk, person), induction.progression(desk, person)


def _beside_each_other(on: Progression) -> QWidget:
    """The ways on, as wide and as plain as each other (A28)."""
    ways = QWidget()
    cards = [QFrame() for _ in on.routes]
    for card, route in zip(cards, on.routes, strict=True):
        card.setProperty("role", "card")
        in_column(label(route.name, "label"), label(route.summary), Fill(), on=card, around=12)
    in_row(*(Fill(card) for card in cards), on=ways, gap=16)
    return ways


def _empty(rows: QVBoxLayout) -> None:
    while (entry := rows.takeAt(0)) is not None:
        if isinstance(widget := entry.widget(), QWidget):
            widget.deleteLater()
