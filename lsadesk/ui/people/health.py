"""Why somebody is kept from some work: a question of its own, away from the plan's."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.staff import health
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr


def change_health(context: TabContext, parent: QWidget, person: PersonId) -> None:
    """Read the note, ask, and write what was typed."""

    def asked(found: HealthNote) -> None:
        wanted = ask_health(parent, found)
        if wanted is not None and wanted != found:
            context.write(lambda desk: health.set_health_note(desk, person, wanted), owner=parent)

    context.read(lambda desk: health.health_note(desk, person), asked, owner=parent)


def ask_health(parent: QWidget, found: HealthNote) -> HealthNote | None:
    """The note as it was typed; None where it was cancelled."""
    question = Question(
        parent,
        tr("Why somebody is kept from some work"),
        tr(
            "This is about health: the person themselves, their line manager and the head read "
            "it, and nobody else. Whoever plans the week sees only what they are not placed for. "
            "Write what is needed at work, not a diagnosis."
        ),
        tr("Save"),
    )
    question.setMinimumWidth(560)
    form = question.form
    field = form.paragraph(tr("What is needed, and why"), found.text)
    answered = question.answered()
    text = field.toPlainText().strip()
    return HealthNote(text, found.version) if answered else None
