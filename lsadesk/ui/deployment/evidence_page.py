"""What the evidence asks: calm findings on the plan, each with its reason and source."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.deployment.evidence import Finding, Question
from lsadesk.domain.deployment.evidence_words import ASKED, Asked
from lsadesk.domain.deployment.remarks import Record
from lsadesk.domain.deployment.task_hours import SHARING, TaskHours
from lsadesk.domain.weeks.lsa_tasks import LsaTask
from lsadesk.operations.deploying import evidence
from lsadesk.operations.deploying.evidence import Evidence
from lsadesk.ui.deployment.terms_part import TermsPart
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.takeaway import Takeaway
from lsadesk.ui.widgets.ask import ask_text
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_LINES_OF_A_TABLE = 7
_FINDINGS, _HOURS, _TERMS = range(3)  # the parts of the page


class EvidencePage(QStackedWidget):
    """Emits `led(Record)` where a finding leads to its record, `to_tell(Record)` where it leads
    to what is to be told of a session."""

    led, to_tell = Signal(object), Signal(object)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._found: Evidence | None = None
        title = tr("What the evidence asks")
        self.takeaway = Takeaway(context, title, evidence.export_evidence, self)
        self._build()
        self._connect()

    def reload(self) -> None:
        """Ask for the findings as they are now."""
        self._context.read(evidence.what_evidence_asks, self._show, owner=self)
        if self.parts.currentIndex() == _TERMS:
            self.terms.reload()

    def _build(self) -> None:
        self.plan = label("", "muted")
        self.question = Choice([(tr("All questions"), None)])
        self.question.setAccessibleName(tr("Which question"))
        look = self._context.appearance
        self.search = SearchField(look, tr("Find a name"), self)
        self.counted = label("", "muted")
        self.table: RecordTable[Finding] = RecordTable(tr("Findings"), _columns(self._context))
        self.sentence, self.why = label("", "label"), label("")
        self.source = label("", "muted")
        self.aside = label("")
        self.open = button(tr("&Open the record"), self._lead, "primary")
        self.set_aside = button(tr("&Set aside..."), self._set_aside)
        self.take_up = button(tr("Ta&ke up again"), self._take_up)
        self.by_task = button(tr("Hours by &task"), lambda: self._turn(_HOURS))
        self.by_term = button(tr("Over the te&rms"), lambda: self._turn(_TERMS))
        self.terms = TermsPart(self._context)
        head = Flow(gap=12)
        for part in (
            self.question,
            self.search,
            self.counted,
            self.by_task,
            self.by_term,
            self.takeaway.button,
        ):
            head.addWidget(part)
        page = QWidget()
        rows = in_column(
            label(tr("What the evidence asks"), "heading"),
            self.plan,
            head,
            self.takeaway.notice,
            on=page,
            around=(16, 12, 16, 12),
        )
        self.parts = QStackedWidget()
        self.parts.addWidget(self._findings_part())
        self.parts.addWidget(self._hours_part())
        self.parts.addWidget(self.terms)
        rows.addWidget(self.parts, 1)
        self.unplanned = EmptyState(
            look,
            "deployment",
            tr("No plan to ask about yet"),
            tr("Make a plan on the page Week; what research asks of it is told here."),
        )
        for shown in (QWidget(), scrolling(page, sideways=False), self.unplanned):
            self.addWidget(shown)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """The table grows with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "parts"):
            self._keep_room()

    def _keep_room(self) -> None:
        """What is told of a finding stands below some lines of the table, however large."""
        self.table.setMinimumHeight(_LINES_OF_A_TABLE * self.fontMetrics().lineSpacing())

    def _findings_part(self) -> QWidget:
        part, rows = _part()
        rows.addWidget(self.table, 1)
        for words in (self.sentence, self.why, self.source, self.aside):
            rows.addWidget(words)
        rows.addLayout(self._answers())
        return part

    def _hours_part(self) -> QWidget:
        said = self._context.vocabulary.said
        self.hours: RecordTable[TaskHours] = RecordTable(
            tr("Hours a week by LSA task"), _hours_columns(self._context)
        )
        part, rows = _part()
        rows.addWidget(label(tr("Hours a week by LSA task"), "label"))
        rows.addWidget(label(said(SHARING)))
        rows.addWidget(label(tr("A session is given its tasks on the page Sessions."), "muted"))
        rows.addWidget(self.hours, 1)
        return part

    def _answers(self) -> QHBoxLayout:
        return from_left(self.open, self.set_aside, self.take_up)

    def _connect(self) -> None:
        self.question.currentIndexChanged.connect(lambda _at: self._draw())
        self.search.searched.connect(self.table.rows.search)
        self.search.searched.connect(lambda _text: self._count())
        self.search.searched.connect(self.terms.search)
        self.table.selected.connect(self._tell)
        self.table.opened.connect(lambda _finding: self._lead())

    def _show(self, found: Evidence | None) -> None:
        self._found = found
        self.setCurrentIndex(2 if found is None else 1)
        if found is not None:
            words = tr("Questions to talk about, not faults. Each is measured from the plan alone.")
            self.plan.setText(f"{found.week}. {found.standing}. {words}")
            self.hours.show_records(list(found.task_hours))
            chosen = self.question.chosen()
            options = _questions(self._context, found.findings)
            self.question.offer([(tr("All questions"), None), *options], chosen)
            self._draw()

    def _turn(self, part: int) -> None:
        """From the findings to *part*, and back."""
        at = _FINDINGS if self.parts.currentIndex() == part else part
        self.parts.setCurrentIndex(at)
        back = tr("Back to the findin&gs")
        self.by_task.setText(back if at == _HOURS else tr("Hours by &task"))
        self.by_term.setText(back if at == _TERMS else tr("Over the te&rms"))
        for words in (self.question, self.counted):
            words.setVisible(at == _FINDINGS)
        self.search.setVisible(at != _HOURS)
        if at == _TERMS:
            self.terms.reload()

    def _draw(self) -> None:
        if self._found is None:
            return
        wanted, before = self.question.chosen(), self.table.current()
        shown = [each for each in self._found.findings if wanted in (None, each.question)]
        self.table.show_records(shown)
        same = [each for each in shown if before is not None and _is_same(each, before)]
        if same:
            self.table.select(same[0])
        self._count()
        self._tell(self.table.current())

    def _count(self) -> None:
        self.counted.setText(count(self.table.rows.rowCount(), "finding", "findings"))

    def _tell(self, finding: Finding | None) -> None:
        asked = self._asked(finding)
        of_one = finding is not None and bool(finding.about)
        for way in (self.open, self.set_aside):
            way.setVisible(of_one)
        for words in (self.sentence, self.why, self.source):
            words.setVisible(asked is not None)
        aside = None if finding is None else finding.set_aside
        self.aside.setVisible(aside is not None)
        self.take_up.setVisible(aside is not None)
        if asked is not None:
            nothing = tr("Nothing is found to ask.")
            said = self._context.vocabulary.said
            self.sentence.setText(nothing if finding is None else said(finding.sentence))
            self.why.setText(self._context.vocabulary.said(asked.why))
            self.source.setText(tr("Source: {source}", source=asked.source))
        if aside is not None:
            self.aside.setText(
                tr(
                    "Set aside by {who} on {day}: {reason}",
                    who=aside.by,
                    day=uk_date(aside.on),
                    reason=aside.reason,
                )
            )

    def _asked(self, finding: Finding | None) -> Asked | None:
        """The question of *finding*, or the chosen one where it found nothing."""
        if finding is not None:
            return ASKED[finding.question]
        chosen = self.question.chosen()
        nothing = not self.table.model_.records()
        return ASKED[chosen] if nothing and isinstance(chosen, Question) else None

    def _lead(self) -> None:
        finding = self.table.current()
        if finding is not None and finding.about:
            record: Record = finding.about[0]
            way = self.to_tell if finding.question is Question.BLIND else self.led
            way.emit(record)

    def _set_aside(self) -> None:
        finding = self.table.current()
        if finding is None or not finding.about:
            return
        reason = ask_reason_aside(self)
        if reason is not None:
            self._context.write(lambda desk: evidence.set_aside(desk, finding, reason), owner=self)

    def _take_up(self) -> None:
        finding = self.table.current()
        if finding is not None:
            self._context.write(lambda desk: evidence.take_up(desk, finding), owner=self)


def ask_reason_aside(parent: QWidget) -> str | None:
    """Ask why a finding is as it should be."""
    return ask_text(
        parent,
        tr("Set this finding aside"),
        tr("&Why is it as it should be?"),
        hint=tr("A learner's health may be a reason: say no more of it than is needed here."),
        yes=tr("Set aside"),
    )


def _questions(context: TabContext, found: Sequence[Finding]) -> list[tuple[str, object]]:
    """Every question with how much it found: one that found nothing was asked too."""
    said, number = context.vocabulary.said, Counter(each.question for each in found)
    return [
        (tr("{asked} {n}", asked=said(asked.asked), n=number[each] or tr("none")), each)
        for each, asked in ASKED.items()
    ]


def _columns(context: TabContext) -> list[Column[Finding]]:
    order, said = list(Question), context.vocabulary.said
    return [
        Column(
            tr("Asked"),
            lambda each: said(ASKED[each.question].asked),
            sort=lambda each: order.index(each.question),
            width=32,
        ),
        Column(tr("Found"), lambda each: said(each.sentence), width=70),
        Column(tr("Measure"), lambda each: said(each.figure), width=16),
        Column(tr("Set aside"), _aside_words, width=14),
    ]


def _hours_columns(context: TabContext) -> list[Column[TaskHours]]:
    said, order = context.vocabulary.said, [*LsaTask, None]
    return [
        Column(
            tr("LSA task"),
            lambda each: said(each.words),
            sort=lambda each: order.index(each.task),
            width=56,
        ),
        Column(
            tr("Hours a week"),
            lambda each: f"{round(each.hours, 2):g}",
            sort=lambda each: each.hours,
            width=16,
            right=True,
        ),
    ]


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    rows = in_column(on=part)
    return part, rows


def _aside_words(finding: Finding) -> str:
    return "" if finding.set_aside is None else f"\u2713 {finding.set_aside.reason}"


def _is_same(one: Finding, other: Finding) -> bool:
    return (one.question, one.key) == (other.question, other.key)
