"""Step 7: points and LSA level; they move only with a reason from this appraisal (A27)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from lsadesk.domain.appraisals.appraisal import Move, MoveKind
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column, in_row
from lsadesk.ui.widgets.writing import Writing
from lsadesk.ui.words import tr


class MovesStep(QScrollArea):
    """Emits `proposed(MoveKind, number, reason)` and `withdrawn(MoveKind)`."""

    proposed = Signal(object, int, str)
    withdrawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.point = MoveCard(MoveKind.POINT, tr("Points"))
        self.level = MoveCard(MoveKind.LEVEL, tr("LSA level"))
        page = QWidget()
        rows = in_column(
            label(
                tr(
                    "Most appraisals change neither. A step counts from the day both have signed, "
                    "and it stands in the record with its reason."
                )
            ),
            on=page,
            around=(0, 0, 8, 0),
            gap=12,
        )
        both = in_row(gap=16)
        for card in (self.point, self.level):
            both.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
            card.proposed.connect(self.proposed)
            card.withdrawn.connect(self.withdrawn)
        rows.addLayout(both)
        rows.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show where the person stands, and what is proposed."""
        points = [(each.number, f"{each.name}: {each.summary}") for each in meeting.points]
        levels = [
            (each.number, tr("Level {number}: {words}", number=each.number, words=each.supervision))
            for each in meeting.levels
        ]
        self.point.show_move(meeting.point, points, meeting.moves)
        self.level.show_move(meeting.level, levels, meeting.moves)

    def advance(self) -> bool:
        """There is one page."""
        return False

    def has_next(self) -> bool:
        """There is one page."""
        return False

    def begin(self) -> None:
        """Put the focus on the first choice."""
        self.point.begin()

    def flush(self) -> None:
        """What is half typed here is a reason that nobody has proposed yet."""


class MoveCard(QFrame):
    """One of the two: where the person stands, and another step with its reason."""

    proposed = Signal(object, int, str)
    withdrawn = Signal(object)

    def __init__(self, kind: MoveKind, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._kind = kind
        self.now, self.said = label(""), label("", "label")
        self.said.setWordWrap(True)
        self._form = Form()
        self.after = self._form.add(tr("From this appraisal on"), Choice())
        self.reason = self._form.add(
            tr("What in this appraisal speaks for it"), Writing(tr("Reason"), lines=2)
        )
        self.propose = button(tr("Propose"), self._propose)
        self.propose.setAccessibleName(tr("Propose: {what}", what=title))
        self.withdraw = button(tr("Take it back"), lambda: self.withdrawn.emit(self._kind))
        self.withdraw.setAccessibleName(tr("Take it back: {what}", what=title))
        in_column(
            label(title, "heading"),
            self.now,
            self._form,
            self.said,
            (self.propose, Qt.AlignmentFlag.AlignLeft),
            (self.withdraw, Qt.AlignmentFlag.AlignLeft),
            on=self,
            around=16,
        )

    def begin(self) -> None:
        """Put the focus on the choice, or on the way back."""
        (self.after if self._form.isVisible() else self.withdraw).setFocus()

    def show_move(
        self, now: int | None, steps: Sequence[tuple[int, str]], moves: Sequence[Move]
    ) -> None:
        """Show where the person stands among *steps*, and what is proposed."""
        names = dict(steps)
        move = next((each for each in moves if each.kind is self._kind), None)
        self.now.setText(
            tr("Now: {where}", where=tr("none yet") if now is None else names.get(now, str(now)))
        )
        stays = (tr("It stays as it is"), None)
        others = [(words, number) for number, words in steps if number != now]
        self.after.offer([stays, *others], self.after.chosen())
        if move is not None:
            where = names.get(move.after, str(move.after))
            self.said.setText(
                tr("{where}. Because: {why}", where=where.rstrip("."), why=move.reason)
            )
        for each, shown in (
            (self._form, move is None),
            (self.propose, move is None),
            (self.said, move is not None),
            (self.withdraw, move is not None and move.moved_on is None),
        ):
            each.setVisible(shown)

    def _propose(self) -> None:
        self._form.clear_wrong()
        after, why = self.after.chosen(), self.reason.toPlainText().strip()
        if not isinstance(after, int):
            self._form.wrong(self.after, tr("Choose a step, or go on: it stays as it is."))
        elif not why:
            self._form.wrong(self.reason, tr("Say what in this appraisal speaks for it."))
        else:
            self.proposed.emit(self._kind, after, why)
