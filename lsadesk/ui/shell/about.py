"""What this program is, its version, and the sources it rests on."""

from PySide6.QtWidgets import QWidget

from lsadesk import __version__
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

SOURCES = """\
Learning Support Assistants career structure and progression pathways. Natspec and the Association \
of Colleges for the Learning and Skills Improvement Service. © LSIS 2011. Drawn on with \
acknowledgement.
Guidance on the impact of learning support assistants. Education and Training Foundation. Named as \
a source; not reproduced.
Research into the learning support workforce. LLUK and ipse, 2007. Named as a source; not \
reproduced.
Source Sans 3 by Adobe, under the SIL Open Font Licence 1.1."""


def show_about(parent: QWidget | None) -> None:
    """Show it until it is closed."""
    about = Question(
        parent,
        tr("LSA Desk {version}", version=__version__),
        tr(
            "Helps learning support assistants see where they could go, managers know their "
            "team, and puts the right person beside the right learner. It works without the "
            "internet and sends nothing anywhere."
        ),
        tr("Close"),
    )
    about.setMinimumWidth(560)
    about.no.hide()
    about.body.addWidget(label(tr("Sources"), "label"))
    for source in tr(SOURCES).splitlines():
        about.body.addWidget(label(source, "muted"))
    about.answered()
