"""A search for a plan while it runs: it shows the best so far, and can be stopped."""

import threading

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from lsadesk.domain.deployment.model import Plan
from lsadesk.errors import UserError
from lsadesk.operations.deploying import deployment
from lsadesk.operations.deploying.deployment import WeekAhead
from lsadesk.ui.deployment.wording import so_far
from lsadesk.ui.tasks import Progress, Worker
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.words import tr

_TICK_MS = 100
_USUAL = 5.0  # seconds that a repeatable search takes, more or less


class PlanRun(QObject):
    """One search. Emits `improved(plan)` as better plans are found, then `ended(plan)`,
    or `refused(sentence)` where what is pinned cannot stand."""

    improved = Signal(object)
    ended = Signal(object)
    refused = Signal(str)

    def __init__(
        self, worker: Worker, ahead: WeekAhead, seconds: float | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.ahead, self.seconds = ahead, seconds
        self._worker = worker
        self._stopped = threading.Event()
        self._best: Plan | None = None

    def begin(self) -> None:
        """Search on a thread of its own."""
        self._worker.compute(
            self._search,
            self.ended.emit,
            on_progress=lambda _fraction, _sentence: self.improved.emit(self._best),
            on_error=lambda error: self.refused.emit(_sentence(error)),
            owner=self,
        )

    def stop(self) -> None:
        """End the search soon; the best plan so far is what it found."""
        self._stopped.set()

    def _search(self, progress: Progress) -> Plan:
        def better(plan: Plan) -> None:
            self._best = plan
            progress.report(min(plan.seconds / (self.seconds or _USUAL), 1.0))

        return deployment.propose(
            self.ahead,
            seconds=self.seconds,
            on_progress=better,
            should_stop=self._stopped.is_set,
        )


class RunStrip(QFrame):
    """How far a search is and what it has found; `stopped` when the person has had enough."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._clock = QElapsedTimer()
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self.sentence = label("", "label")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the search is"))
        self.stop = button(tr("&Stop and keep this"), self.stopped.emit)
        in_row(self.sentence, Fill(self.bar), self.stop, on=self, around=(16, 8, 16, 8), gap=16)
        self.hide()

    def begin(self, seconds: float | None) -> None:
        """Show that a search of *seconds* begins; None: nobody knows how long it takes."""
        self.sentence.setText(tr("Looking for a plan..."))
        self.bar.setRange(0, round((seconds or 0) * 1000))
        self.bar.setValue(0)
        self._clock.start()
        self._ticking.start()
        self.show()

    def show_best(self, plan: Plan, places: int) -> None:
        """Say how good the best plan so far is."""
        self.sentence.setText(so_far(plan, places))

    def end(self) -> None:
        """The search is over."""
        self._ticking.stop()
        self.hide()

    def _tick(self) -> None:
        self.bar.setValue(min(self._clock.elapsed(), self.bar.maximum()))


def _sentence(error: UserError) -> str:
    return str(error)
