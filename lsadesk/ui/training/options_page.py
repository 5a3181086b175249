"""What training is on offer, and what people ask for beside it (A46)."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.auditing.skills import LEVEL_WORDS
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.training import Option, OptionDetails, TrainingWish
from lsadesk.domain.developing.plan_words import hours_words, money_words
from lsadesk.operations.courses import training
from lsadesk.operations.courses.training import TrainingBoard
from lsadesk.ui.development.words import funder_words, mode_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.training.option_form import ask_option
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


class OptionsPage(QWidget):
    """The list of options, with what people ask for under it."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._board: TrainingBoard | None = None
        self.told, self.joint = label("", "heading"), label("", "muted")
        self.table: RecordTable[Option] = RecordTable(tr("Training on offer"), self._columns())
        self.asked: RecordTable[TrainingWish] = RecordTable(
            tr("What people ask for"), self._wish_columns()
        )
        self.add = button(tr("&Add training..."), self._add, "primary")
        self.change = button(tr("&Change..."), self._change)
        self.withdraw = button(tr("Take off the &list..."), self._withdraw)
        self._build()
        self._dress()

    def show_board(self, board: TrainingBoard) -> None:
        """Show what is on offer and what is asked for."""
        self._board = board
        self.table.show_records(board.options)
        self.asked.show_records(board.wishes)
        offered = count(len(board.options), "training", "trainings")
        wished = count(len(board.wishes), "wish", "wishes")
        self.told.setText(tr("{offered} on offer, {wished}", offered=offered, wished=wished))
        if not board.options:
            self.told.setText(
                tr("Nothing is on offer yet. Add the courses and other ways of learning you know.")
            )
        self.joint.setText(_joint_words(board.joint))
        self.joint.setVisible(bool(board.joint))
        if self.table.current() is None and board.options:
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self._dress()

    def _build(self) -> None:
        wishes = QWidget()
        in_column(label(tr("What people ask for"), "label"), Fill(self.asked), on=wishes)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(wishes)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        done = flowing(self.add, self.change, self.withdraw)
        in_column(self.told, self.joint, Fill(split), done, on=self, around=(0, 8, 0, 0))
        self.table.selected.connect(lambda _option: self._dress())
        self.table.opened.connect(lambda _option: self._change())

    def _columns(self) -> tuple[Column[Option], ...]:
        return (
            Column(tr("Training"), lambda each: each.name, width=28),
            Column(tr("What it does"), self._does, width=44),
            Column(tr("How"), lambda each: mode_words(each.mode), width=14),
            Column(
                tr("Cost each"),
                lambda each: money_words(each.cost_pence),
                sort=lambda each: each.cost_pence,
                width=9,
                right=True,
            ),
            Column(
                tr("For the group"),
                lambda each: money_words(each.group_pence) if each.group_pence else "",
                sort=lambda each: each.group_pence,
                width=14,
                right=True,
            ),
            Column(tr("Paid by"), lambda each: funder_words(each.funder), width=14),
            Column(
                tr("Release"),
                lambda each: hours_words(each.release_minutes),
                sort=lambda each: each.release_minutes,
                width=9,
                right=True,
            ),
            Column(tr("Places"), _places, sort=lambda each: each.places, width=8, right=True),
            Column(tr("Dates"), _dates, sort=lambda each: min(each.dates, default=None), width=24),
        )

    def _wish_columns(self) -> tuple[Column[TrainingWish], ...]:
        return (
            Column(tr("Who"), self._who, width=20),
            Column(tr("What would help"), lambda each: each.words, width=44),
            Column(tr("Skill"), self._skill, width=24),
            Column(tr("On offer"), self._offered, width=28),
            Column(
                tr("Said on"),
                lambda each: uk_date(each.said_on),
                sort=lambda each: each.said_on,
                width=12,
            ),
        )

    def _does(self, option: Option) -> str:
        if self._board is None:
            return ""
        parts = []
        if option.skill is not None:
            parts.append(
                tr(
                    "{skill}: from {low} ({low_words}) to {high} ({high_words})",
                    skill=self._board.skills[option.skill],
                    low=option.from_level,
                    low_words=LEVEL_WORDS[option.from_level],
                    high=option.to_level,
                    high_words=LEVEL_WORDS[option.to_level],
                )
            )
        if option.course is not None:
            parts.append(tr("renews {course}", course=self._board.courses[option.course]))
        return "; ".join(parts)

    def _who(self, wish: TrainingWish) -> str:
        return "" if self._board is None else self._board.names[wish.person]

    def _skill(self, wish: TrainingWish) -> str:
        if self._board is None or wish.skill is None:
            return ""
        return self._board.skills[wish.skill]

    def _offered(self, wish: TrainingWish) -> str:
        options = () if self._board is None else self._board.options
        found = [each.name for each in options if wish.skill and each.skill == wish.skill]
        return "; ".join(found) or tr("nothing yet")

    def _dress(self) -> None:
        may = self._board is not None and self._board.may_change
        chosen = self.table.current() is not None
        self.add.setEnabled(may)
        self.change.setEnabled(may and chosen)
        self.withdraw.setEnabled(may and chosen)

    def _add(self) -> None:
        if self._board is None:
            return
        wish = self.asked.current() if self.asked.hasFocus() else None
        filled = OptionDetails(name="" if wish is None else wish.words)
        wanted = ask_option(self, tr("Add training"), filled, self._board, yes=tr("Add"))
        if wanted is not None:
            self._context.write(lambda desk: training.add_option(desk, wanted))

    def _change(self) -> None:
        option = self.table.current()
        if option is None or self._board is None or not self._board.may_change:
            return
        filled = training.details_of(option)
        wanted = ask_option(self, tr("Change training"), filled, self._board, yes=tr("Change"))
        if wanted is not None:
            self._context.write(lambda desk: training.change_option(desk, option, wanted))

    def _withdraw(self) -> None:
        option = self.table.current()
        if option is None:
            return
        sentence = tr("Plans that name {training} keep it.", training=option.name)
        if confirm(self, tr("Take off the list"), sentence, yes=tr("Take off")):
            self._context.write(lambda desk: training.withdraw_option(desk, option))


def _places(option: Option) -> str:
    return tr("any") if option.places is None else str(option.places)


def _dates(option: Option) -> str:
    return "; ".join(uk_date(day) for day in option.dates) or tr("not fixed")


def _joint_words(events: Mapping[str, int]) -> str:
    """How often teachers and LSAs train together, term by term."""
    by_term = "; ".join(
        tr("{term} {number}", term=term or tr("outside the terms"), number=number)
        for term, number in events.items()
    )
    return tr("Training together with teachers, by term: {by_term}.", by_term=by_term)
