"""Opening a packet where there is no college: its passphrase, and nothing else."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from lsadesk.errors import UserError
from lsadesk.operations.appraisals import packet_away
from lsadesk.operations.appraisals.packet_away import Away
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.secret import SecretField, show_box
from lsadesk.ui.words import tr


class OpenPacket(Question):
    """Asks for the passphrase of the packet at *path*; `away` is the packet once it is open."""

    def __init__(self, parent: QWidget | None, worker: Worker, path: Path) -> None:
        super().__init__(
            parent,
            tr("Open the packet"),
            tr(
                "{file} is sealed. Type the passphrase that it was given with; capitals and "
                "blanks count.",
                file=path.name,
            ),
            tr("Open"),
        )
        self.away: Away | None = None
        self._worker, self._path = worker, path
        form = self.form
        self.passphrase = form.add(tr("Passphrase"), SecretField())
        self.body.addWidget(show_box(self.passphrase))
        slow = tr(
            "Opening takes a moment on purpose: it slows down anybody who guesses. A forgotten "
            "passphrase cannot be found again; whoever gave you the packet can make a new one."
        )
        self.body.addWidget(label(slow, "muted"))

    def accept(self) -> None:
        """Try it; the dialog closes when the packet is open."""
        self.form.clear_wrong()
        typed = self.passphrase.text()
        if not typed:
            self.form.wrong(self.passphrase, tr("Type the passphrase."))
            return
        self._wait(True)
        self._worker.do(
            lambda: packet_away.open_packet(self._path, typed),
            self._opened,
            on_error=self._refused,
            owner=self,
        )

    def _opened(self, away: Away) -> None:
        self.away = away
        super().accept()

    def _refused(self, error: UserError) -> None:
        self._wait(False)
        self.form.wrong(self.passphrase, str(error))
        self.passphrase.selectAll()

    def _wait(self, waiting: bool) -> None:
        self.yes.setEnabled(not waiting)
        self.yes.setText(tr("Opening...") if waiting else tr("Open"))


def open_packet(parent: QWidget | None, worker: Worker, path: Path) -> Away | None:
    """The packet at *path*, once somebody has typed its passphrase; None: they gave up."""
    dialog = OpenPacket(parent, worker, path)
    dialog.exec()
    return dialog.away
