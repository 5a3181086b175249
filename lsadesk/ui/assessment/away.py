"""Answering a packet where there is no college: its questionnaire, and where its words are."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from lsadesk.domain.appraisals.answer_forms import Given
from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import packet_away
from lsadesk.operations.appraisals.packet_away import Away
from lsadesk.ui.assessment.away_done import DonePage
from lsadesk.ui.assessment.manner import in_a_packet
from lsadesk.ui.assessment.questionnaire import Questionnaire
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import ask_where, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.readable import announce
from lsadesk.ui.words import tr

TRIED_AGAIN_MS = 3000


class AwayPage(QWidget):
    """Seals each answer into the packet as it is given.

    Emits `leave_asked()` for its owner to call `leave`, and `closed()` once that is done.

    What could not be written waits here and is tried again: a stick that is put back in takes
    it without a word.
    """

    leave_asked = Signal()
    closed = Signal()

    def __init__(self, worker: Worker, away: Away) -> None:
        super().__init__()
        self.setObjectName("page")
        self._worker = worker
        self._away = away  # replaced on the worker's thread alone, one write after another
        self._unwritten: dict[str, Given] = {}
        self._writing = self._finishing = self._leaving = False
        self.pages = Questionnaire(in_a_packet(), None)
        self.pages.sheet = packet_away.sheet_of(away)
        self.done = DonePage()
        self.pages.addWidget(self.done)
        self._where = label("", "muted")
        self.trouble = self._trouble()
        self._said = label("", "error")
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(TRIED_AGAIN_MS)
        self._again.timeout.connect(self._write)
        self._lay_out()
        self.pages.answered.connect(self._keep)
        self.pages.done.connect(self._finish)
        self.done.changing.connect(self.pages.show_start)
        self.done.copied.connect(self.save_elsewhere)
        self.done.left.connect(self.leave_asked)
        self._show_where()
        self.pages.show_start()

    def leave(self) -> None:
        """Put the packet away once every word is in it; ask first where that cannot be."""
        self.pages.settle()
        if self._unwritten and not self.trouble.isHidden():
            if not self._may_lose():
                return
            self._unwritten = {}
        self._leaving = True
        self._go_on()

    def save_elsewhere(self) -> None:
        """Ask for another place, and go on there."""
        path = ask_where(self, tr("Save in another place"), self._away.path.name)
        if path is not None:
            self.move_to(path)

    def move_to(self, path: Path) -> None:
        """Go on in the packet at *path*, which takes all that was said."""
        said, self._unwritten = self._unwritten, {}

        def move(away: Away) -> Away:
            return packet_away.move(away, path, said)

        self._do(move, said)

    def _keep(self, given: Answer | OwnWords) -> None:
        key = given.statement if isinstance(given, Answer) else given.question
        self._unwritten[key] = given
        self._write()

    def _write(self) -> None:
        """Write what is not written yet, unless that is being done; then it follows."""
        if self._writing or not self._unwritten:
            return
        said, self._unwritten = self._unwritten, {}
        self._do(lambda away: packet_away.keep(away, said), said)

    def _finish(self) -> None:
        self._finishing = True
        self._go_on()

    def _do(self, change: Callable[[Away], Away], said: dict[str, Given]) -> None:
        """Have *change* made of the packet; what was *said* is taken back if it fails."""

        def call() -> datetime | None:
            self._away = change(self._away)
            return max(self._away.packet.given_at.values(), default=None)

        def failed(error: UserError) -> None:
            self._unwritten = {**said, **self._unwritten}
            self._failed(error)

        self._writing = True
        self._worker.do(call, self._written, on_error=failed, owner=self)

    def _written(self, at: datetime | None) -> None:
        self._writing = False
        self._tell("")
        self._show_where()
        if at is not None:
            self.pages.show_saved(at)
        self._go_on()

    def _go_on(self) -> None:
        """What is to be done next: write the rest, mark it finished, put it away."""
        if self._writing:
            return
        if self._unwritten:
            self._write()
        elif self._finishing:
            self._finishing = False
            self._do(packet_away.finish, {})
            self._show_done()
        elif self._leaving:
            self.closed.emit()

    def _failed(self, error: UserError) -> None:
        self._writing = self._finishing = self._leaving = False
        self.pages.show_not_saved()
        if self.pages.currentWidget() is self.done:
            self.pages.look_over()
        self._tell(str(error))
        if self._unwritten:
            self._again.start()

    def _show_done(self) -> None:
        if self.pages.sheet is not None:
            self.done.show_for(self._away, self.pages.sheet)
            self.pages.setCurrentWidget(self.done)
            self.done.focus_first()

    def _may_lose(self) -> bool:
        return confirm(
            self,
            tr("Leave without the last answers?"),
            tr(
                "They could not be written to the packet and are on this page alone. What was "
                "saved before is safe in the packet."
            ),
            yes=tr("Leave without them"),
            danger=True,
        )

    def _tell(self, sentence: str) -> None:
        is_news = bool(sentence) and sentence != self._said.text()
        self._said.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if is_news:
            announce(self, sentence)

    def _show_where(self) -> None:
        packet = self._away.packet
        said = tr("For {name}, {college}", name=packet.name, college=packet.college)
        self._where.setText(f"{said} \u00b7 {self._away.path.name}")

    def _lay_out(self) -> None:
        rows = in_column(on=self, gap=0)
        top = in_row(
            Fill(self._where),
            button(tr("Put the packet &away"), self.leave_asked.emit),
            around=(24, 12, 24, 8),
            gap=16,
        )
        rows.addLayout(top)
        in_row(
            Fill(self._said),
            (
                button(tr("Save in another &place..."), self.save_elsewhere),
                Qt.AlignmentFlag.AlignTop,
            ),
            on=self.trouble,
            around=(24, 8, 24, 8),
        )
        rows.addWidget(self.trouble)
        rows.addWidget(self.pages, 1)

    def _trouble(self) -> QFrame:
        box = QFrame()
        box.setProperty("role", "card")
        box.hide()
        return box
