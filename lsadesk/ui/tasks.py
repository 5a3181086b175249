"""Work away from the window: one thread for the college file, others for pure computing."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Generic, TypeAlias, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from lsadesk.errors import UserError

T = TypeVar("T")


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


class _Delivery(QObject):
    """Carries calls from any thread to the thread it was made in."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Have *call* run on the delivery's own thread; dropped once the window is gone."""
        if shiboken6.isValid(self):
            self.arrived.emit(call)

    def _call(self, call: Callable[[], None]) -> None:
        call()


class Worker(QObject):
    """The one thread that touches the college file.

    `do` runs calls there one after another and delivers each result on the thread that
    made the worker. A result whose receiver (the object that `on_done` is a method of,
    or *owner*) has been deleted meanwhile is dropped. A `UserError` goes to *on_error*,
    or else to the signal `refused`; anything else goes to `crashed`.
    """

    refused = Signal(str)
    crashed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, *, begun: bool = True) -> None:
        super().__init__()
        self._delivery = _Delivery()
        self._calls: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._waiting = 0
        self._thread = threading.Thread(target=self._run, name="college file", daemon=True)
        if begun:
            self.begin()

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
        ticket = Ticket()
        deliver = self._receiver(ticket, on_done, on_error, owner)
        self._begun()

        def work() -> None:
            done = _Nothing() if ticket.cancelled else _outcome(call)
            self._delivery.post(lambda: self._ended(lambda: deliver(done)))

        self._calls.put(work)
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

        def shown(fraction: float, sentence: str) -> None:
            if on_progress is not None and not progress.cancelled and _alive(on_progress, owner):
                on_progress(fraction, sentence)

        progress = Progress(lambda done, said: self._delivery.post(lambda: shown(done, said)))
        deliver = self._receiver(progress, on_done, on_error, owner)

        def work() -> None:
            done = _outcome(lambda: call(progress))
            self._delivery.post(lambda: deliver(done))

        threading.Thread(target=work, name="computing", daemon=True).start()
        return progress

    @property
    def is_busy(self) -> bool:
        """Whether anything asked for has not been delivered yet."""
        return self._waiting > 0

    def finish(self) -> None:
        """Wait until everything asked for has run, then end the thread; results are dropped."""
        self.begin()
        self._calls.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (call := self._calls.get()) is not None:
            call()

    def _begun(self) -> None:
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)

    def _ended(self, deliver: Callable[[], None]) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        deliver()

    def _receiver(
        self,
        ticket: Ticket,
        on_done: Callable[[T], None],
        on_error: Callable[[UserError], None] | None,
        owner: QObject | None,
    ) -> "Callable[[_Outcome[T]], None]":
        def deliver(outcome: "_Outcome[T]") -> None:
            if isinstance(outcome, _Nothing) or ticket.cancelled or not _alive(on_done, owner):
                return
            if isinstance(outcome, _Result):
                on_done(outcome.value)
            elif not isinstance(outcome.error, UserError):
                self.crashed.emit(outcome.error)
            elif on_error is not None:
                on_error(outcome.error)
            else:
                self.refused.emit(str(outcome.error))

        return deliver


class _Nothing:
    """Cancelled before or while it ran."""


class _Result(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value


class _Failure:
    def __init__(self, error: Exception) -> None:
        self.error = error


_Outcome: TypeAlias = _Nothing | _Result[T] | _Failure


def _outcome(call: Callable[[], T]) -> _Outcome[T]:
    try:
        return _Result(call())
    except Cancelled:
        return _Nothing()
    except Exception as error:  # noqa: BLE001  every failure is carried to the window
        return _Failure(error)


def _alive(receiver: Callable[..., Any], owner: QObject | None) -> bool:
    keepers = (owner, getattr(receiver, "__self__", None))
    return all(shiboken6.isValid(each) for each in keepers if isinstance(each, QObject))
