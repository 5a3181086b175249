"""The last two pages: what would be written, and what was."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from lsadesk.domain.incoming import SheetKind
from lsadesk.errors import UserError
from lsadesk.operations.importing.intake import Draft, Report, import_draft, save_set_aside
from lsadesk.ui.intake.summary import Summary, totals, totals_words
from lsadesk.ui.intake.wording import row_count
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Progress, Ticket
from lsadesk.ui.widgets.ask import ask_where
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.readable import Readable, announce
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr


class SummaryPage(QWidget):
    """A rehearsal of the import: everything is counted, nothing is written.

    Emits `ready(bool)`: whether there is something to import.
    """

    ready = Signal(bool)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self.sentence = Readable(tr("What would be imported"), "heading")
        self.aside = Readable(tr("Sheets that are left out"), "muted")
        self.summary = Summary()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How much is done"))
        self.bar.hide()
        self._counting = Ticket()
        self._progress = Progress(self._tell_how_far)
        self._how_far = 0.0
        self._watch = QTimer(self, interval=100)
        self._watch.timeout.connect(self._show_how_far)
        in_column(self.sentence, self.bar, self.aside, Fill(scrolling(self.summary)), on=self)

    def rehearse(self, draft: Draft) -> None:
        """Count what importing *draft* would do."""
        self.ready.emit(False)
        self.summary.hide()
        self.sentence.setText(tr("Counting what is new..."))
        progress = self.watched()
        self._counting = self._context.read(
            lambda desk: import_draft(desk, draft, dry_run=True, progress=progress.report).result,
            self._show,
            on_error=self._not_counted,
            owner=self,
        )

    def watched(self) -> Progress:
        """What work is to tell how far it is, for the bar to show until `stop`."""
        self._progress = Progress(self._tell_how_far)
        self._how_far = 0.0
        self._show_how_far()
        self.bar.show()
        self._watch.start()
        return self._progress

    def stop(self) -> None:
        """Give up what is being counted or written, where any of it is left to do."""
        self._counting.cancel()
        self._progress.cancel()
        self._watch.stop()
        self.bar.hide()

    def _tell_how_far(self, fraction: float, _sentence: str) -> None:
        """Called where the file is at work, away from the window, which looks by itself."""
        self._how_far = fraction

    def _show_how_far(self) -> None:
        self.bar.setValue(round(100 * self._how_far))

    def leave_out(self, sheets: tuple[str, ...]) -> None:
        """Name the *sheets* that are not imported."""
        words = tr("Left out: {sheets}.", sheets=", ".join(sheets))
        self.aside.setText(words)
        self.aside.setVisible(bool(sheets))

    def _not_counted(self, error: UserError) -> None:
        self.stop()
        self.sentence.setText(str(error))

    def _show(self, report: Report) -> None:
        self.stop()
        taken, merged, _ = totals(report)
        words = tr("{totals}. Nothing has been written yet.", totals=totals_words(report))
        if taken == 0 and merged:
            words = tr("Nothing is new: {totals}.", totals=totals_words(report))
        self.sentence.setText(words)
        self.summary.show_report(report)
        self.summary.show()
        announce(self, words)
        self.ready.emit(True)
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)


_PLACES = {
    SheetKind.SKILLS: "Skills audit",
    SheetKind.TRAINING: "Skills audit",
    SheetKind.STAFF: "People",
    SheetKind.LEARNERS: "Deployment",
    SheetKind.TIMETABLE: "Deployment",
}


def _where_it_is(report: Report) -> str:
    """The tabs in which what was taken is now to be seen."""
    kinds = {sheet.kind for sheet in report.sheets if sheet.taken}
    tabs = dict.fromkeys(tr(tab) for kind, tab in _PLACES.items() if kind in kinds)
    return tr("You find what was taken under: {tabs}.", tabs=", ".join(tabs))


class ReportPage(QWidget):
    """What was written, and the rows that were not, to save and mend."""

    def __init__(self, context: TabContext, report: Report) -> None:
        super().__init__()
        self._context, self._report = context, report
        taken, _, aside = totals(report)
        self.sentence = Readable(tr("What was imported"), "heading")
        words = tr("Imported: {totals}.", totals=totals_words(report))
        if taken == 0:
            words = tr("Nothing changed: {totals}.", totals=totals_words(report))
        self.sentence.setText(words)
        self.next = Readable(tr("What you can do now"), "muted")
        advice = [_where_it_is(report)] if taken else []
        if taken:
            advice.append(
                tr("“Undo” in the Edit menu takes the whole import back, while you stay signed in.")
            )
        if aside:
            advice.append(
                tr("The rows set aside can be saved, mended in the spreadsheet and imported again.")
            )
        self.next.setText(" ".join(advice))
        self.save = button(tr("Save the rows set aside..."), self._save)
        self.save.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.saved = Readable(tr("What was saved"))
        self.saved.hide()
        row = in_row(self.save, Fill(self.saved), Fill(share=0))
        summary = Summary()
        summary.show_report(report)
        in_column(self.sentence, self.next, row, Fill(scrolling(summary)), on=self)
        self.next.setVisible(bool(advice))
        self.save.setVisible(bool(aside))
        announce(self, words)

    def enter(self) -> None:
        """Begin with what was done."""
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        name = tr("Rows set aside.xlsx")
        path = ask_where(self, tr("Save the rows set aside"), name)
        if path is None:
            return
        report = self._report
        self._context.read(
            lambda desk: save_set_aside(desk, report, path),
            lambda number: self._say(
                tr("Saved {rows} in {name}.", rows=row_count(number), name=path.name)
            ),
            on_error=lambda error: self._say(str(error)),
            owner=self,
        )

    def _say(self, sentence: str) -> None:
        self.saved.setText(sentence)
        self.saved.show()
        announce(self, sentence)
