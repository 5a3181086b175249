"""The forty points: where the college stands on each, what moved, and where views part."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.reviewing.lines import Line, LineDetails, LineKind
from lsadesk.domain.reviewing.points import PointId
from lsadesk.domain.reviewing.review import OpenReview, Review, ReviewDetails, ReviewId
from lsadesk.domain.reviewing.words import (
    VOICES,
)
from lsadesk.operations.reviewing import lines as lists
from lsadesk.operations.reviewing import review
from lsadesk.operations.reviewing.on_record import on_record
from lsadesk.ui.review.learner_sheet import ask_learner
from lsadesk.ui.review.line_form import ask_line
from lsadesk.ui.review.point_lines import (
    PointLine,
    aims_words,
    handed_in_words,
    in_full,
    point_columns,
    review_words,
)
from lsadesk.ui.review.review_form import ask_judgement, ask_review, ask_voice
from lsadesk.ui.review.view_form import ask_view
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import tr

_FEW_ROWS = 4  # in view however small the screen is


class PointsPage(QWidget):
    """The points on the left, in the guidance's order; on the right, the one that is chosen."""

    def __init__(self, context: TabContext, choose: Callable[[ReviewId], None]) -> None:
        super().__init__()
        self._context, self._choose = context, choose
        self._opened: OpenReview | None = None
        self._reviews: Sequence[Review] = ()
        self._on_record: Mapping[PointId, str] = {}
        self.which = Choice()
        self.which.setAccessibleName(tr("Review"))
        self.aims, self.told = label(""), label("", "muted")
        self.table: RecordTable[PointLine] = RecordTable(
            tr("Points of the review"), point_columns()
        )
        self.title, self.detail = label("", "heading"), label("")
        self.judging = button(tr("Say where we &stand..."), self._judge, "primary")
        self.acting = button(tr("&Add an action..."), self._act)
        self.aiming = button(tr("What we &want..."), self._aim)
        self.keying = button(tr("&Key in a sheet..."), self._key_in)
        self.learner = button(tr("A lear&ner answers here..."), self._ask_learner)
        self.sheets = button(tr("P&rint a sheet..."), self._print_sheet)
        self.printing = button(tr("&Print the review..."), self._print)
        self.exporting = button(tr("As E&xcel..."), self._export)
        self.closing = button(tr("C&lose the review..."), self._close)
        self.beginning = button(tr("&Begin the next..."), self._begin)
        self.saving = Saving(context, self)
        self._build()
        self.table.selected.connect(lambda _line: self._tell())
        self.table.opened.connect(lambda _line: self._judge())
        self.which.activated.connect(lambda _at: self._choose(ReviewId(self.which.chosen_as(int))))

    def show_review(
        self, reviews: Sequence[Review], opened: OpenReview, lines: Sequence[Line]
    ) -> None:
        """Show *opened*; the point that was chosen stays chosen."""
        before = self.table.current()
        self._opened, self._reviews = opened, reviews
        offered = [(review_words(each), each.id) for each in reviews]
        self.which.offer(offered, opened.review.id)
        self.aims.setText(aims_words(opened.review))
        self.told.setText(handed_in_words(opened))
        points = [
            PointLine(point, opened, tuple(each for each in lines if each.topic == point.id))
            for point in opened.questions.points
        ]
        self.table.show_records(points)
        wanted = points[0] if before is None else None
        for each in points:
            if before is not None and each.point.id == before.point.id:
                wanted = each
        if wanted is not None:
            self.table.select(wanted)
        self._tell()
        self._context.read(on_record, self._show_on_record, owner=self)

    def _show_on_record(self, told: Mapping[PointId, str]) -> None:
        self._on_record = told
        self._tell()

    def _build(self) -> None:
        side, ways, whole = QWidget(), QWidget(), QWidget()
        told = in_column(self.title, self.detail, Fill(), on=side, around=(16, 0, 0, 0))
        first, second = Flow(ways), Flow(whole)
        for way in (self.judging, self.acting):
            first.addWidget(way)
        for way in (
            self.aiming,
            self.keying,
            self.learner,
            self.sheets,
            self.printing,
            self.exporting,
            self.closing,
            self.beginning,
        ):
            second.addWidget(way)
        told.insertWidget(1, ways)  # above the text, which may be long at large letters
        across = QSplitter()
        across.addWidget(self.table)
        across.addWidget(scrolling(side, sideways=False))
        across.setChildrenCollapsible(False)
        across.setSizes([800, 420])
        self.table.keep_rows(_FEW_ROWS)
        page = QWidget()
        in_column(
            (self.which, Qt.AlignmentFlag.AlignLeft),
            self.aims,
            self.told,
            self.saving.notice,
            Fill(across),
            whole,
            on=page,
            around=(16, 12, 16, 16),
        )
        in_column(scrolling(page, sideways=False), on=self)

    def _tell(self) -> None:
        line, opened = self.table.current(), self._opened
        is_open = opened is not None and opened.review.closed is None
        self.judging.setEnabled(is_open and line is not None)
        self.acting.setEnabled(line is not None)
        self.keying.setEnabled(is_open)
        self.learner.setEnabled(is_open)
        self.closing.setEnabled(is_open)
        self.beginning.setEnabled(all(each.closed is not None for each in self._reviews))
        self.title.setText("" if line is None else f"{line.point.code} {tr(line.point.label)}")
        if line is None:
            self.detail.setText("")
            return
        on_record = self._on_record.get(line.point.id, "")
        self.detail.setText(in_full(line, self._context.desk.today, on_record))

    def _judge(self) -> None:
        line, opened = self.table.current(), self._opened
        if line is None or opened is None or opened.review.closed is not None:
            return
        review_id, point = opened.review.id, line.point
        wanted = ask_judgement(self, point, opened.judgements.get(point.id))
        if wanted is not None:
            self._context.write(lambda desk: review.judge(desk, review_id, point.id, wanted))

    def _act(self) -> None:
        line, today = self.table.current(), self._context.desk.today
        if line is None:
            return
        blank = LineDetails(kind=LineKind.ACTION, words="", topic=line.point.id, begun=today)
        wanted = ask_line(self, blank, line.opened.questions, today, is_new=True)
        if wanted is not None:
            self._context.write(lambda desk: lists.add_line(desk, wanted))

    def _aim(self) -> None:
        if self._opened is None:
            return
        read = self._opened.review
        wanted = ask_review(self, read, is_new=False)
        if wanted is not None:
            self._context.write(lambda desk: review.change_review(desk, read, wanted))

    def _key_in(self) -> None:
        if self._opened is None:
            return
        review_id = self._opened.review.id
        sheet = ask_view(self, self._opened.questions, own=False)
        if sheet is not None:
            self._context.write(lambda desk: review.key_in(desk, review_id, sheet))

    def _ask_learner(self) -> None:
        if self._opened is None:
            return
        review_id = self._opened.review.id
        sheet = ask_learner(self, self._opened.questions)
        if sheet is not None:
            self._context.write(lambda desk: review.key_in(desk, review_id, sheet))

    def _print_sheet(self) -> None:
        voice = ask_voice(self)
        if voice is not None:
            name = tr("Review sheet, {group}", group=tr(VOICES[voice]))
            self.saving.write(
                name, lambda desk, path: review.print_sheet(desk, voice, path), back=self.sheets
            )

    def _print(self) -> None:
        if self._opened is None:
            return
        this = self._opened.review
        self.saving.write(
            tr("College review, {name}", name=this.name),
            lambda desk, path: review.print_review(desk, this.id, path),
            back=self.printing,
        )

    def _export(self) -> None:
        if self._opened is None:
            return
        this = self._opened.review
        self.saving.write(
            tr("College review, {name}", name=this.name),
            lambda desk, path: review.export_review(desk, this.id, path),
            back=self.exporting,
            ending=".xlsx",
        )

    def _close(self) -> None:
        if self._opened is None:
            return
        read = self._opened.review
        if confirm(
            self,
            tr("Close the review?"),
            tr(
                "Then it shows what the groups said, and takes no more sheets. This cannot be "
                "undone: one sheet more would show whose it is. Actions can be added and ticked "
                "off as before."
            ),
            yes=tr("Close it"),
        ):
            self._context.write(lambda desk: review.close_review(desk, read))

    def _begin(self) -> None:
        if self._opened is None:
            return
        before = self._opened.review
        wanted = ask_review(
            self, ReviewDetails(name="", want=before.want, success=before.success), is_new=True
        )
        if wanted is not None:
            self._context.write(lambda desk: review.begin_review(desk, wanted), self._choose)
