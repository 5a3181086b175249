"""A trail that was altered: what to do about it, and writing down what came of that."""

from PySide6.QtWidgets import QWidget

from lsadesk.operations.keeping import trail_watch
from lsadesk.operations.keeping.trail_watch import Altered
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

_LETTERS = 72  # of a line that reads well


class AlteredTrail(Question):
    """The steps, and a field for what was found; with words in it, the button works."""

    def __init__(self, parent: QWidget | None, found: Altered) -> None:
        super().__init__(
            parent,
            tr("The trail of what happened was altered"),
            tr(
                "Line {line} is not as the program wrote it, or is missing. The program itself "
                "never changes a line: a damaged disk may be behind it, or somebody who opened "
                "the file with another program. The records may be whole all the same.",
                line=found.line,
            ),
            tr("Keep this note"),
        )
        self.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.no.setText(tr("Later"))
        for step in _steps(found.line):
            self.body.addWidget(label(step))
        form = Form()
        self.words = form.paragraph(
            tr("What you found, and what was decided"),
            hint=tr(
                "It stays on the trail with your name. Home then stops telling of line {line}; "
                "Help, Check my college file goes on saying so for good, since a note does not "
                "make the line whole.",
                line=found.line,
            ),
        )
        self.body.addWidget(form)
        self.yes.setEnabled(False)
        self.words.textChanged.connect(
            lambda: self.yes.setEnabled(bool(self.words.toPlainText().strip()))
        )


def open_altered(parent: QWidget, context: TabContext) -> None:
    """Show the steps, and keep what is written of what was found."""

    def show(found: Altered | None) -> None:
        if found is not None:
            _ask(parent, context, found)

    context.read(trail_watch.found, show, owner=parent)


def _ask(parent: QWidget, context: TabContext, found: Altered) -> None:
    question = AlteredTrail(parent, found)
    words = question.words.toPlainText() if question.answered() else ""
    if words:
        context.write(lambda desk: trail_watch.note(desk, found.line, words), owner=parent)


def _steps(line: int) -> tuple[str, ...]:
    return (
        tr("1. Keep the file as it is: File, Back up, to a stick that you put away."),
        tr(
            "2. See who was at it: People, What happened, the lines around number {line}. Ask who "
            "else can reach this computer.",
            line=line,
        ),
        tr(
            "3. Compare: File, Go back to an earlier copy shows what differs from a copy that was "
            "made before. Nothing changes until you say so there."
        ),
        tr("4. Check the whole file: Help, Check my college file."),
    )
