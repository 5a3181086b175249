"""Whether leaning on one person fades: every learner's terms, in a table and in a picture."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lsadesk.domain.deployment.over_terms import MEASURED, LearnerOverTerms, TermSupport, Trend
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.deploying.support_over_terms import OverTerms, support_over_terms
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_BARS_WIDE, _BARS_HIGH = 24, 9  # letters and lines
_GAP = 12
_FEW_ROWS = 4
_TREND = {
    Trend.LESS: "\u25bc",
    Trend.MORE: "\u25b2",
    Trend.SAME: "=",
    Trend.ONE: "\u2013",
}


class TermsPart(QWidget):
    """All learners above; below, the terms of the one that is chosen."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._names: dict[PersonId, str] = {}
        self.table: RecordTable[LearnerOverTerms] = RecordTable(
            tr("Learners over the terms"), _learner_columns(self._names)
        )
        self.terms: RecordTable[TermSupport] = RecordTable(
            tr("Term by term"), _term_columns(self._names)
        )
        self.bars = TermBars(context.appearance)
        self.aside = label("")
        self._lay_out()
        self.table.selected.connect(self._tell)

    def reload(self) -> None:
        """Ask for what every published plan gave."""
        self._context.read(support_over_terms, self.show_told, owner=self)

    def search(self, words: str) -> None:
        """Keep the learners with all of *words*."""
        self.table.rows.search(words)

    def show_told(self, told: OverTerms) -> None:
        """Show *told*, beginning with the first learner."""
        self._names.clear()
        self._names.update(told.names)
        self.table.show_records(told.learners)
        if self.table.current() is None and self.table.rows.rowCount():
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self._tell(self.table.current())

    def _lay_out(self) -> None:
        measured = self._context.vocabulary.said(MEASURED)
        for table in (self.table, self.terms):
            table.keep_rows(_FEW_ROWS)
        below = in_row(Fill(self.terms, share=3), Fill(self.bars, share=2), gap=_GAP)
        in_column(
            label(measured), Fill(self.table, share=3), self.aside, Fill(below, share=2), on=self
        )

    def _tell(self, learner: LearnerOverTerms | None) -> None:
        terms = () if learner is None else learner.terms
        self.terms.show_records(terms)
        self.bars.show_terms(terms, self._names)
        aside = () if learner is None else learner.aside
        self.aside.setVisible(bool(aside))
        words = "; ".join(tr("{reason} ({who})", reason=a.reason, who=a.by) for a in aside)
        self.aside.setText(tr("Set aside: {words}", words=words))


class TermBars(QWidget):
    """A bar a term: how much of the support came from one LSA, and who that was."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._terms: Sequence[TermSupport] = ()
        self._names: Mapping[PersonId, str] = {}
        self.setAccessibleName(tr("Picture of the terms"))
        look.changed.connect(self.update)

    def show_terms(self, terms: Sequence[TermSupport], names: Mapping[PersonId, str]) -> None:
        """Draw *terms*, the earliest on the left."""
        self._terms, self._names = terms, names
        told = (
            tr("{term}: {share}", term=each.term.name, share=share_words(each, names))
            for each in terms
        )
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Room for two bars with words."""
        metrics = self.fontMetrics()
        return QSize(_BARS_WIDE * metrics.averageCharWidth(), _BARS_HIGH * metrics.lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame for the whole of the support, filled as far as it came from one person."""
        if not self._terms:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() // len(self._terms)
        for at, each in enumerate(self._terms):
            self._draw(painter, QRect(at * wide, 0, wide - _GAP, self.height()), each)

    def _draw(self, painter: QPainter, place: QRect, term: TermSupport) -> None:
        """One term: its share, the bar, who it was, and the term's name."""
        colours, metrics = self._look.theme.colours, painter.fontMetrics()
        line = metrics.lineSpacing()
        bar = place.adjusted(0, line, 0, -2 * line)
        painter.setPen(colours.edge)
        painter.setBrush(colours.surface)
        painter.drawRect(bar)
        painter.setBrush(colours.accent)
        painter.drawRect(bar.adjusted(0, round(bar.height() * (1 - term.share)), 0, 0))
        painter.setPen(colours.text)
        name = self._names.get(term.person, "")
        tops = (place.top(), bar.bottom() + 1, bar.bottom() + 1 + line)
        for top, words in zip(tops, (f"{term.share:.0%}", name, term.term.name), strict=True):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(QRect(place.left(), top, place.width(), line), 0, shown)


def share_words(term: TermSupport, names: Mapping[PersonId, str]) -> str:
    """82% from Asha Kaur."""
    return tr("{share} from {name}", share=f"{term.share:.0%}", name=names.get(term.person, ""))


def trend_words(trend: Trend) -> str:
    """The sign and the words of *trend*."""
    return f"{_TREND[trend]} {tr(trend.value)}"


def _learner_columns(names: Mapping[PersonId, str]) -> list[Column[LearnerOverTerms]]:
    return [
        Column(tr("Learner"), lambda each: each.learner.reference, width=9),
        Column(tr("Group"), lambda each: each.learner.group, width=10),
        Column(
            tr("At first"),
            lambda each: _with_term(each.terms[0], names),
            sort=lambda each: each.terms[0].share,
            width=34,
        ),
        Column(
            tr("Last"),
            lambda each: _with_term(each.terms[-1], names) if len(each.terms) > 1 else "",
            sort=lambda each: each.terms[-1].share,
            width=34,
        ),
        Column(
            tr("Leans on one person"),
            lambda each: trend_words(each.trend),
            sort=lambda each: each.terms[-1].share - each.terms[0].share,
            width=20,
        ),
        Column(
            tr("Set aside because"),
            lambda each: "; ".join(aside.reason for aside in each.aside),
            width=24,
        ),
    ]


def _term_columns(names: Mapping[PersonId, str]) -> list[Column[TermSupport]]:
    return [
        Column(tr("Term"), lambda each: each.term.name, sort=lambda each: each.term, width=16),
        Column(
            tr("Most from"),
            lambda each: share_words(each, names),
            sort=lambda each: each.share,
            width=22,
        ),
        Column(tr("LSAs"), lambda each: f"{each.people}", sort=lambda each: each.people, width=6),
        Column(
            tr("Hours a week"),
            lambda each: f"{each.weekly / 60:.1f}",
            sort=lambda each: each.weekly,
            width=9,
        ),
        Column(
            tr("With a teacher"),
            lambda each: f"{each.teacher_share:.0%}",
            sort=lambda each: each.teacher_share,
            width=9,
        ),
    ]


def _with_term(term: TermSupport, names: Mapping[PersonId, str]) -> str:
    return tr("{share}, {term}", share=share_words(term, names), term=term.term.name)
