"""The questions behind a peer network and its meetings."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from lsadesk.domain.careers.networks import Meeting, MeetingDetails, Network, NetworkDetails
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.careers.networks import Named
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.words import tr


def ask_network(
    parent: QWidget, read: Network | None, staff: Sequence[Named]
) -> NetworkDetails | None:
    """Ask for a network, or for what is to change of the one that was *read*."""
    title = tr("Change a network") if read else tr("Add a network")
    question = Question(parent, title, "", tr("Save") if read else tr("Add"))
    form = question.form
    name = form.text(tr("Name"), read.name if read else "")
    about = form.paragraph(tr("What it is about, and for whom"), read.about if read else "")
    people: list[tuple[str, object]] = [(tr("Nobody yet"), None)]
    people += [(one.name, one.id) for one in staff]
    convenor = form.choice(
        tr("Convenor"),
        people,
        read.convenor if read else None,
        hint=tr("Calls the meetings and keeps what is said here."),
    )
    is_open = form.tick(tr("Whoever likes may join"), read.is_open if read else True)
    name.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    question.yes.setEnabled(bool(name.text().strip()))
    answer = None
    if question.answered():
        chosen = convenor.chosen()
        answer = NetworkDetails(
            name=name.text().strip(),
            about=about.toPlainText().strip(),
            convenor=PersonId(chosen) if isinstance(chosen, int) else None,
            is_open=is_open.isChecked(),
        )
    return answer


def ask_meeting(parent: QWidget, read: Meeting | None, today: date) -> MeetingDetails | None:
    """Ask for a meeting, or what was shared at the one that was *read*."""
    title = tr("A meeting") if read else tr("Add a meeting")
    question = Question(parent, title, "", tr("Save") if read else tr("Add"))
    form = question.form
    shown = read.day if read else today
    day = form.day(tr("Day"), QDate(shown.year, shown.month, shown.day))
    place = form.text(tr("Place"), read.place if read else "")
    shared = form.paragraph(
        tr("What was shared"),
        read.shared if read else "",
        hint=tr("No names of learners. Everybody in the network reads it."),
    )
    answer = None
    if question.answered():
        on = day.date()
        answer = MeetingDetails(
            day=date(on.year(), on.month(), on.day()),
            place=place.text().strip(),
            shared=shared.toPlainText().strip(),
        )
    return answer
