"""Records due for review: each is kept longer with a reason, or erased; nothing goes by itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.erasing import Certificate, ErasurePlan
from lsadesk.domain.keeping.retention import Due, RecordId
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.keeping import erasing, retention
from lsadesk.operations.keeping.retention import ForReview
from lsadesk.ui.keeping.erasing import (
    ask_erase,
    ask_leaver,
    choose_certificate,
    offer_certificate,
    save_certificate,
)
from lsadesk.ui.keeping.longer import (
    KeptLongerDialog,
    WhoseLonger,
    ask_longer,
    ask_whose_longer,
)
from lsadesk.ui.keeping.periods import PeriodsDialog
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.tables import RECORD, Column, RecordTable
from lsadesk.ui.words import count, tr


class ReviewPage(QWidget):
    """What is due, and what can be done about it, one by one or together."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._found: ForReview | None = None
        self.said = label("", "muted")
        self.table: RecordTable[Due] = RecordTable(tr("Records due for review"), _columns())
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.opened.connect(lambda _due: self._erase())
        self.longer = button(tr("&Keep longer..."), self._keep_longer)
        self.erase = button(tr("E&rase..."), self._erase)
        self.leaver = button(tr("Erase a &leaver..."), self._ask_leaver)
        self.somebody = button(tr("Keep &somebody's longer..."), self._keep_somebody)
        self.kept = button("", self._show_kept)
        self.periods = button(tr("How long records are kept..."), self._show_periods)
        self.certificates = button(tr("Certificates of erasure..."), self._ask_certificates)
        self.empty = EmptyState(
            context.appearance,
            "people",
            tr("Nothing is due"),
            tr(
                "When the period of somebody's records ends, they stand here until they are kept "
                "longer, with a reason, or erased. Nothing is ever erased by itself."
            ),
        )
        self.pages = Stack()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        ways = flow_of(
            self.longer,
            self.erase,
            self.leaver,
            self.somebody,
            self.kept,
            self.periods,
            self.certificates,
        )
        in_column(self.said, Fill(self.pages), ways, on=self, around=16)

    def refresh(self) -> None:
        """Ask what is due."""
        self._context.read(retention.for_review, self._show, owner=self)

    def _show(self, found: ForReview) -> None:
        self._found = found
        self.table.show_records(found.due)
        self.pages.setCurrentIndex(0 if found.due else 1)
        self.said.setVisible(bool(found.due))
        kinds = count(len(found.due), "kind of record", "kinds of record")
        people = count(len({each.person for each in found.due}), "person", "people")
        self.said.setText(
            tr(
                "{kinds} on {people} past the time for which the college keeps them. Choose one "
                "or several (Ctrl+A: all), then keep them longer or erase them.",
                kinds=kinds,
                people=people,
            )
        )
        for each in (self.longer, self.erase):
            each.setEnabled(bool(found.due))
        self.leaver.setEnabled(bool(found.leavers))
        self.somebody.setEnabled(bool(found.people))
        self.kept.setText(tr("Kept longer ({number})...", number=len(found.longer)))
        self.kept.setVisible(bool(found.longer))

    def chosen(self) -> list[Due]:
        """The lines that are selected."""
        rows = self.table.selectionModel().selectedRows()
        return [row.data(RECORD) for row in rows]

    def _keep_longer(self) -> None:
        which = self._by_person()
        if not which:
            return
        kinds = count(sum(map(len, which.values())), "kind of record", "kinds of record")
        wanted = ask_longer(self, kinds, self._context.desk.today)
        if wanted is not None:
            self._keep(WhoseLonger(which, *wanted))

    def _keep_somebody(self) -> None:
        if self._found is None:
            return
        today = self._context.desk.today
        wanted = ask_whose_longer(self, self._found.people, self._found.records, today)
        if wanted is not None:
            self._keep(wanted)

    def _keep(self, wanted: WhoseLonger) -> None:
        self._context.write(
            lambda desk: retention.keep_longer(desk, wanted.which, wanted.until, wanted.reason),
            lambda _done: self.refresh(),
            owner=self,
        )

    def _show_kept(self) -> None:
        if self._found is not None:
            dialog = KeptLongerDialog(self, self._context, self._found.longer)
            dialog.exec()
            dialog.deleteLater()
            self.refresh()

    def _erase(self) -> None:
        wanted = self._by_person()
        if wanted:
            self._preview(wanted)

    def _by_person(self) -> dict[PersonId, list[RecordId]]:
        """The records that are selected, by whom they are about."""
        wanted: dict[PersonId, list[RecordId]] = {}
        for each in self._some():
            wanted.setdefault(each.person, []).append(each.record.id)
        return wanted

    def _some(self) -> list[Due]:
        chosen = self.chosen()
        if not chosen:
            self._context.say(tr("Choose the records first."), "info")
        return chosen

    def _ask_leaver(self) -> None:
        if self._found is None:
            return
        person = ask_leaver(self, self._found.leavers)
        if person is not None:
            self._preview({person: []})

    def _preview(self, wanted: dict[PersonId, list[RecordId]]) -> None:
        self._context.read(
            lambda desk: [erasing.plan(desk, person, which) for person, which in wanted.items()],
            lambda plans: self._ask(plans, wanted),
            owner=self,
        )

    def _ask(self, plans: Sequence[ErasurePlan], wanted: dict[PersonId, list[RecordId]]) -> None:
        because = ask_erase(self, plans)
        if because is None:
            return
        possible = [
            (person, which)
            for plan, (person, which) in zip(plans, wanted.items(), strict=True)
            if not plan.in_the_way
        ]
        for person, which in possible:
            self._context.write(
                lambda desk, person=person, which=which: erasing.erase(  # type: ignore[misc]
                    desk, person, because, which
                ),
                self._erased if len(possible) == 1 else self._erased_one_of_several,
                owner=self,
            )

    def _erased(self, certificate: Certificate) -> None:
        self.refresh()
        offer_certificate(self, self._context, certificate)

    def _erased_one_of_several(self, certificate: Certificate) -> None:
        self.refresh()
        said = tr("Erased. Certificate {number} can be saved here.", number=certificate.number)
        self._context.say(said)

    def _show_periods(self) -> None:
        if self._found is not None:
            dialog = PeriodsDialog(self, self._context, self._found.records)
            dialog.exec()
            dialog.deleteLater()
            self.refresh()

    def _ask_certificates(self) -> None:
        self._context.read(erasing.certificates, self._choose_certificate, owner=self)

    def _choose_certificate(self, found: Sequence[Certificate]) -> None:
        if not found:
            self._context.say(tr("Nothing has been erased yet."), "info")
            return
        chosen = choose_certificate(self, found)
        if chosen is not None:
            save_certificate(self, self._context, chosen)


def _columns() -> list[Column[Due]]:
    return [
        Column(tr("Person"), lambda due: due.name, width=24),
        Column(tr("Records"), lambda due: due.record.name, width=46),
        Column(
            tr("Due since"), lambda due: uk_date(due.since), sort=lambda due: due.since, width=12
        ),
        Column(tr("Number"), lambda due: str(due.number), sort=lambda due: due.number, width=8),
        Column(tr("Why it was kept so long"), lambda due: due.because, width=50),
    ]
