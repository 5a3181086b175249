"""Work away from the window: one thread for the college file, others for pure computing."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from queue import SimpleQueue
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from lsadesk.errors import UserError
from lsadesk.ui.words import tr

T = TypeVar("T")
FAULT = "A fault in the program stopped this. Look whether it was done before you try again."


class Cancelled(Exception):
    """Raised inside a computation that the person has stopped."""


class Ticket:
    """A piece of work that was asked for; cancelling it drops its result."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Never deliver the result; work that has not begun never begins."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody cancelled it."""
        return self._cancelled.is_set()


class Progress(Ticket):
    """A ticket whose work says how far it is, from its own thread."""

    def __init__(self, said: Callable[[float, str], None]) -> None:
        super().__init__()
        self._said = said

    def report(self, fraction: float, sentence: str = "") -> None:
        """Show *fraction* (0 to 1) and *sentence*; raises `Cancelled` if the person stopped it."""
        if self.cancelled:
            raise Cancelled
        self._said(fraction, sentence)


@dataclass(slots=True)
class _Job:
    """A call and who waits for it. Only the window's thread ever lets go of it."""

    call: Callable[[], Any]
    on_done: Callable[[Any], None]
    on_error: Callable[[UserError], None] | None
    owner: QObject | None
    ticket: Ticket
    on_progress: Callable[[float, str], None] | None = None
    holds_file: bool = True
    outcome: "_Result | _Failure | None" = None

    def work(self) -> None:
        """Make the call, on whatever thread this is; never raises."""
        if self.ticket.cancelled:
            return
        try:
            self.outcome = _Result(self.call())
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001  every failure is carried to the window
            self.outcome = _Failure(error)

    def is_awaited(self) -> bool:
        """Whether whoever asked is still there and wants to know."""
        keepers = (self.owner, getattr(self.on_done, "__self__", None))
        there = all(shiboken6.isValid(each) for each in keepers if isinstance(each, QObject))
        return there and not self.ticket.cancelled


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


@dataclass(frozen=True, slots=True)
class _Failure:
    error: Exception


class Worker(QObject):
    """The one thread that touches the college file.

    `do` runs calls there one after another and delivers each result on the thread that
    made the worker. A result whose receiver (the object that `on_done` is a method of,
    or *owner*) has been deleted meanwhile is dropped. A `UserError` goes to *on_error*,
    or else to the signal `refused`; anything else goes to `crashed`, and *on_error* hears
    that there was a fault, so that nothing waits for ever.

    Other threads see a job by its number alone: were they the last to let go of a
    callback, they would destroy the widgets that it holds, and the program with them.
    """

    refused = Signal(str)
    crashed = Signal(object)
    busy_changed = Signal(bool)
    _worked = Signal(int)
    _reported = Signal(int, float, str)

    def __init__(self, *, begun: bool = True) -> None:
        super().__init__()
        self._jobs: dict[int, _Job] = {}
        self._numbers = count()
        self._asked: SimpleQueue[int | None] = SimpleQueue()
        self._worked.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="college file", daemon=True)
        if begun:
            self.begin()

    @property
    def is_busy(self) -> bool:
        """Whether anything asked of the file has not been delivered yet."""
        return any(job.holds_file for job in self._jobs.values())

    def begin(self) -> None:
        """Start on what was asked for; one not *begun* holds it all back until then."""
        if self._thread.ident is None:
            self._thread.start()

    def do(
        self,
        call: Callable[[], T],
        on_done: Callable[[T], None],
        *,
        on_error: Callable[[UserError], None] | None = None,
        owner: QObject | None = None,
    ) -> Ticket:
        """Run *call* on the file's thread; *on_done* gets its result here, later."""
        ticket, was_busy = Ticket(), self.is_busy
        number = self._keep(_Job(call, on_done, on_error, owner, ticket))
        if not was_busy:
            self.busy_changed.emit(True)
        self._asked.put(number)
        return ticket

    def compute(
        self,
        call: Callable[[Progress], T],
        on_done: Callable[[T], None],
        *,
        on_progress: Callable[[float, str], None] | None = None,
        on_error: Callable[[UserError], None] | None = None,
        owner: QObject | None = None,
    ) -> Progress:
        """Run *call* in a thread of its own; for work that does not touch the college file.

        *call* gets a `Progress`: it reports how far it is and stops when cancelled.
        """
        progress = Progress(lambda done, said: self._reported.emit(number, done, said))
        job = _Job(lambda: call(progress), on_done, on_error, owner, progress)
        job.on_progress, job.holds_file = on_progress, False
        number = self._keep(job)
        thread = threading.Thread(target=self._work, args=(number,), name="computing", daemon=True)
        thread.start()
        return progress

    def finish(self) -> None:
        """Wait until everything asked of the file has run, then end; results are dropped."""
        for job in self._jobs.values():
            if not job.holds_file:
                job.ticket.cancel()
        self.begin()
        self._asked.put(None)
        self._thread.join()

    def _keep(self, job: _Job) -> int:
        number = next(self._numbers)
        self._jobs[number] = job
        return number

    def _run(self) -> None:
        while (number := self._asked.get()) is not None:
            self._work(number)

    def _work(self, number: int) -> None:
        self._jobs[number].work()
        if shiboken6.isValid(self):
            self._worked.emit(number)

    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number)
        if job.holds_file and not self.is_busy:
            self.busy_changed.emit(False)
        if job.outcome is None or not job.is_awaited():
            return
        if isinstance(job.outcome, _Result):
            job.on_done(job.outcome.value)
        elif isinstance(job.outcome.error, UserError):
            self._refuse(job, job.outcome.error)
        else:
            self.crashed.emit(job.outcome.error)
            if job.on_error is not None:  # whoever waits for an answer goes on
                job.on_error(UserError(tr(FAULT)))

    def _refuse(self, job: _Job, error: UserError) -> None:
        if job.on_error is not None:
            job.on_error(error)
        else:
            self.refused.emit(str(error))

    def _show(self, number: int, fraction: float, sentence: str) -> None:
        job = self._jobs.get(number)
        if job is not None and job.on_progress is not None and job.is_awaited():
            job.on_progress(fraction, sentence)
