"""A look round before there is a college: a made-up one, gone when the program closes."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lsadesk.errors import UserError
from lsadesk.operations.demo import demo
from lsadesk.operations.keeping import college
from lsadesk.ui.door.welcome import ENDING
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.operations.desk import Desk


class MadeUp(QObject):
    """The made-up college in a temporary place, from its first asking until it is thrown away."""

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._place = TemporaryDirectory(prefix="lsadesk-made-up-", ignore_cleanup_errors=True)
        self.folder = Path(self._place.name) / f"{demo.made_up_name()}{ENDING}"

    def enter(self, then: "Callable[[Desk], None]", on_error: Callable[[UserError], None]) -> None:
        """Sit down as its head; it is made first, if it is not there yet."""

        def unlock() -> None:
            self._worker.do(
                lambda: college.unlock(self.folder, demo.OWNER, demo.SECRET),
                then,
                on_error=on_error,
                owner=self,
            )

        if self.folder.exists():
            unlock()
        else:
            self._worker.compute(
                lambda _progress: demo.make_made_up(self.folder),
                lambda _made: unlock(),
                on_error=on_error,
                owner=self,
            )

    def throw_away(self) -> None:
        """Remove it with all that was done in it; nobody has it open any more."""
        self._place.cleanup()


def ask_to_look_round(parent: QWidget) -> bool:
    """Say what it is before it is made: nothing real, and nothing kept."""
    return confirm(
        parent,
        tr("Look round a made-up college?"),
        tr(
            "Its staff and learners are nobody's, and you are its head of learning support. To "
            "see it as a manager or as an LSA, lock it and sign in as {manager} or {lsa}.\n\n"
            "Every password in it is {secret}, so put nobody real into it. It stands in a "
            "temporary place, and is gone with all that you did in it when LSA Desk closes.",
            manager=demo.MANAGER,
            lsa=demo.LSA,
            secret=demo.SECRET,
        ),
        yes=tr("Look round"),
    )


def how_to_sign_in() -> str:
    """What stands on the sign-in page of the made-up college."""
    return tr(
        "Made up: sign in as {head}, {manager} or {lsa}, each with {secret}.",
        head=demo.OWNER,
        manager=demo.MANAGER,
        lsa=demo.LSA,
        secret=demo.SECRET,
    )
