"""What the audit means: a list of findings, each a step away from its people and skills."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.domain.auditing.audit_asking import Filter, Grouping, groups_in
from lsadesk.domain.auditing.audit_findings import Finding, Topic
from lsadesk.domain.calendar import months_after
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing.audit_findings import Findings
from lsadesk.ui.audit.finding_words import ABOUT, about, said, what_to_do
from lsadesk.ui.audit.in_full import InFull
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import named
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_WIDEST = 16777215
_USUAL_MONTHS = (6, 12, 18, 24, 36)


class FindingsPage(QWidget):
    """Emits `asked()` where other findings are wanted, `sought(finding)` on Enter,
    `taught(skill)` where somebody looks for who could learn it, and `limited(months)` where
    ratings are to be stale after another time."""

    asked = Signal()
    limited = Signal(int)
    sought = Signal(object)
    taught = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._found: Findings | None = None
        self.scope, self.topic = Choice(), Choice(_topics())
        self.since, self.months = Choice(_since()), Choice(_limits(_USUAL_MONTHS))
        self.sentence = label("", "heading")
        self.table: RecordTable[Finding] = RecordTable(tr("Findings"), self._columns())
        self.below = InFull(self.table, tr("The finding in full"), self._open, self._teach)
        self._lay_out()
        self.scope.offer([(tr("everybody"), Filter())])
        self.months.activated.connect(lambda _index: self.limited.emit(self.months.chosen()))
        for choice in (self.scope, self.since):
            choice.currentIndexChanged.connect(lambda _index: self.asked.emit())
        self.topic.currentIndexChanged.connect(lambda _index: self._keep_topic())
        self.table.selected.connect(self._tell)
        self.table.opened.connect(self.sought.emit)

    def offer_from(self, matrix: AuditMatrix) -> None:
        """Offer everybody, each team and each person of *matrix* as the scope."""
        teams = [
            (tr("team {name}", name=name), Filter(team=name))
            for name in groups_in(matrix.people, Grouping.TEAM)
        ]
        people = [
            (each.sort_name, Filter(people=frozenset({PersonId(each.id)})))
            for each in matrix.people
        ]
        everybody = (tr("everybody"), Filter())
        self.scope.offer([everybody, *teams, *people], self.scope.chosen())

    def wanted(self, today: date) -> tuple[Filter, date | None]:
        """The scope, and the day that changes are counted from."""
        ago = self.since.chosen()
        since = months_after(today, -ago) if isinstance(ago, int) else None
        return self.scope.chosen_as(Filter), since

    def show_found(self, found: Findings) -> None:
        """List what was *found*."""
        self._found = found
        self._show_limit(found)
        self.table.show_records(found.found)
        lines = count(len(found.found), "finding", "findings")
        people = count(len(found.people), "person", "people")
        self.sentence.setText(tr("{findings} about {people}", findings=lines, people=people))
        self.below.begin()
        self._tell(self.table.current())

    def _show_limit(self, found: Findings) -> None:
        """After how long a rating is old: the college's own limit, for the head to change."""
        months = sorted({*_USUAL_MONTHS, found.months})
        self.months.offer(_limits(months))
        self.months.choose(found.months)
        self.months.setEnabled(found.may_limit)

    def _columns(self) -> tuple[Column[Finding], ...]:
        order = list(Topic)
        return (
            Column(
                tr("About"), about, sort=lambda each: (order.index(each.topic), each.days), width=18
            ),
            Column(tr("Skill or course"), lambda each: each.subject, width=22),
            Column(tr("What is so"), self._said, width=62),
            Column(tr("What could be done"), what_to_do, width=50),
        )

    def _said(self, finding: Finding) -> str:
        return said(finding, {} if self._found is None else self._found.broken)

    def _lay_out(self) -> None:
        asked = QWidget()
        row = Flow(asked, gap=12)
        for name, choice in (
            (tr("Abo&ut"), self.scope),
            (tr("Sho&w"), self.topic),
            (tr("Changes sin&ce"), self.since),
            (tr("Old &after"), self.months),
        ):
            choice.setMaximumWidth(_WIDEST)
            row.addWidget(named(name, choice))
        in_column(self.sentence, asked, Fill(self.below), on=self, around=(0, 8, 0, 0))

    def _keep_topic(self) -> None:
        topic = self.topic.chosen()
        self.table.rows.keep(None if topic is None else lambda each: each.topic == topic)

    def _tell(self, finding: Finding | None) -> None:
        if finding is None:
            nothing = tr("Nothing to be said here: that is good news.")
            self.below.tell([nothing], opens=False, teaches=False)
            return
        self.below.tell(
            (finding.subject, self._said(finding), what_to_do(finding)),
            opens=bool(finding.people or finding.skills),
            teaches=len(finding.skills) == 1,
        )

    def _teach(self) -> None:
        if (finding := self.table.current()) is not None:
            self.taught.emit(finding.skills[0])

    def _open(self) -> None:
        if (finding := self.table.current()) is not None:
            self.sought.emit(finding)


def _topics() -> list[tuple[str, object]]:
    return [(tr("all findings"), None), *((tr(ABOUT[topic]), topic) for topic in Topic)]


def _since() -> list[tuple[str, object]]:
    return [
        (tr("not asked"), None),
        (tr("a month ago"), 1),
        (tr("a term ago"), 4),
        (tr("a year ago"), 12),
        (tr("two years ago"), 24),
    ]


def _limits(months: Iterable[int]) -> list[tuple[str, object]]:
    return [(tr("{months} months", months=each), each) for each in months]
